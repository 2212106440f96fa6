#include "view/page_search.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace lagesbild::view {
namespace {

// The heading that a name stands under; nothing for what begins with another sign, which stays where the order puts it.
std::string letter_of(std::string_view name) {
  if (name.empty()) return {};
  const char first = name.front();
  if (first >= '0' && first <= '9') return "0–9";
  if (first >= 'a' && first <= 'z') return std::string(1, static_cast<char>(first - 'a' + 'A'));
  if (first >= 'A' && first <= 'Z') return std::string(1, first);
  for (const auto& [small, large] : {std::pair<std::string_view, std::string_view>{"å", "Å"}, {"ä", "Ä"}, {"ö", "Ö"}}) {
    if (name.starts_with(small) || name.starts_with(large)) return std::string{large};
  }
  return {};
}

}  // namespace

SearchPage search_page(const Context& context, const PageRef& ref) {
  const std::vector<Findable>& all = context.findable();
  SearchPage page;
  page.shell = context.shell(ref, context.texts.say("find.heading"));
  page.lead = context.texts.counted("find.lead", static_cast<std::int64_t>(all.size()));
  const auto end_of = [&](std::size_t part) { return std::min(all.size(), (part + 1) * findable_per_page); };
  for (std::size_t i = ref.index * findable_per_page; i < end_of(ref.index); ++i) {
    std::string letter = letter_of(all[i].name);
    if (page.letters.empty() || (!letter.empty() && page.letters.back().letter != letter)) {
      page.letters.push_back({"bokstav-" + std::to_string(page.letters.size() + 1), letter.empty() ? "#" : std::move(letter), {}});
    }
    const std::string about = findable_about(context, all[i]);
    std::string what = findable_kind(context, all[i].kind) + (about.empty() ? "" : ": " + about);
    page.letters.back().rows.push_back({all[i].path, all[i].name, std::move(what)});
  }
  page.has_parts = all.size() > findable_per_page;
  for (const PageRef& other : context.pages()) {
    if (other.kind != PageRef::Kind::search || !page.has_parts) continue;
    const std::string& from = all[other.index * findable_per_page].name;
    page.parts.push_back({other.path, from + " – " + all[end_of(other.index) - 1].name, other.index == ref.index});
  }
  return page;
}

}  // namespace lagesbild::view
