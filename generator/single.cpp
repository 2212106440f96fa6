#include "single.hpp"

#include <algorithm>

#include "publish/private_file.hpp"

namespace lagesbild {
namespace {

using Kind = view::PageRef::Kind;

struct KindOfPage {
  Kind kind;
  std::string_view word;   // as in SingleOrder::without
  std::string_view group;  // a text: over which they stand in the list of contents
};
constexpr KindOfPage many[] = {{Kind::unit, "unit", "nav.units"}, {Kind::indicator, "indicator", "nav.indicators"},
                               {Kind::forum, "forum", "nav.forums"}, {Kind::area, "area", "nav.areas"},
                               {Kind::meeting, "meeting", "in_one.meetings"}};

const KindOfPage* find(Kind kind) {
  const auto found = std::find_if(std::begin(many), std::end(many), [&](const KindOfPage& one) { return one.kind == kind; });
  return found == std::end(many) ? nullptr : found;
}

// As the search calls it; a unit that has ceased, or a further part of a list, by its address.
std::string name_of(const view::Context& context, const view::PageRef& ref) {
  if (ref.kind == Kind::unit) return context.release.units[ref.index].name;
  const auto& all = context.findable();
  const auto found = std::find_if(all.begin(), all.end(), [&](const view::Findable& one) { return one.path == ref.path; });
  return found == all.end() ? context.texts.say("nav.units") + " " + std::to_string(ref.index + 1) : found->name;
}

// Without what takes a script or the address to be of use.
std::vector<web::SinglePage> pages_of(const view::Context& context, const std::vector<std::string>& left_out) {
  std::vector<web::SinglePage> pages;
  for (const view::PageRef& ref : context.pages()) {
    if (ref.kind == Kind::search || ref.kind == Kind::compare) continue;
    const KindOfPage* const kind = find(ref.kind);
    if (kind != nullptr && std::find(left_out.begin(), left_out.end(), kind->word) != left_out.end()) continue;
    pages.push_back({context.folder() + ref.path, name_of(context, ref), kind == nullptr ? "" : context.texts.say(kind->group)});
  }
  return pages;
}

}  // namespace

SingleFiles::SingleFiles(const std::optional<SingleOrder>& order, const std::vector<view::Context>& languages) {
  if (!order) return;
  for (const view::Context& context : languages) {
    const std::string language{to_string(context.language())};
    std::filesystem::path path = order->file;
    if (!context.folder().empty()) path.replace_filename(path.stem().string() + "-" + language + path.extension().string());
    paths_.push_back(std::move(path));
    const view::Texts& texts = context.texts;
    auto pages = pages_of(context, order->without);
    const std::string contents = texts.counted("in_one.contents", static_cast<std::int64_t>(pages.size()));
    const std::string title = texts.say("site.name") + ", " + context.site.region.in(context.language());
    files_.emplace_back(std::move(pages),
                        web::SingleWords{language, title, contents, texts.say("in_one.all"), texts.say("in_one.elsewhere")});
  }
}

Finisher::Also SingleFiles::taker() {
  if (files_.empty()) return {};
  return [this](std::string_view path, std::string_view bytes) {
    for (web::SingleFile& file : files_) file.add(path, bytes);
  };
}

Result<std::vector<std::pair<std::filesystem::path, std::uint64_t>>> SingleFiles::write() const {
  std::vector<std::pair<std::filesystem::path, std::uint64_t>> done;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const std::string bytes = files_[i].write();
    if (const auto written = publish::write_file(paths_[i], bytes); !written) return written.failure();
    done.emplace_back(paths_[i], bytes.size());
  }
  return done;
}

}  // namespace lagesbild
