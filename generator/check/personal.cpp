#include "check/personal.hpp"

#include <set>
#include <tuple>
#include <utility>

#include "base/personal_signs.hpp"
#include "base/text.hpp"
#include "check/codes.hpp"
#include "check/link_index.hpp"

namespace lagesbild::check {
namespace {

std::string as_signs(std::string_view text) {
  std::string signs;
  for (const Sign& sign : signs_of(text)) signs += sign.is;
  return signs;
}

auto order_of(const Place& place) { return std::tie(place.file, place.line, place.column); }

Code code_of(PersonalKind kind) {
  switch (kind) {
    case PersonalKind::email: return code::check_email_address;
    case PersonalKind::phone: return code::check_phone_number;
    default: return code::check_personal_number;
  }
}

}  // namespace

void PersonalFinds::look(std::string_view path, std::string_view bytes) {
  for (const PersonalFind& found : find_all_personal_data(bytes)) {
    const std::string_view text = bytes.substr(found.begin, found.end - found.begin);
    Find& find = finds_[as_signs(text)];
    const bool first = find.count++ == 0;
    if (!first && find.place.file <= path) continue;
    constexpr std::size_t longest = 1000;
    const std::string_view line = line_at(bytes, found.begin);
    find.kind = found.kind;
    const Cursor::Spot spot = Cursor{bytes}.at(found.begin);
    find.place = {std::string{path}, spot.line, spot.column};
    find.masked = mask_personal_data(text);
    find.excerpt = line.size() > longest ? std::string{} : mask_personal_data(line);
  }
}

void PersonalFinds::merge(PersonalFinds other) {
  for (auto& [signs, theirs] : other.finds_) {
    Find& find = finds_[signs];
    const std::size_t count = find.count + theirs.count;
    if (find.count == 0 || order_of(theirs.place) < order_of(find.place)) find = std::move(theirs);
    find.count = count;
  }
}

void PersonalFinds::report(const std::vector<std::string>& own_texts, Diagnostics& out) const {
  std::set<std::string> own;
  for (const std::string& text : own_texts) {
    for (const PersonalFind& found : find_all_personal_data(text)) own.insert(as_signs(text.substr(found.begin, found.end - found.begin)));
  }
  for (const auto& [signs, find] : finds_) {
    if (own.contains(signs)) continue;
    out.error(code_of(find.kind), find.place, {{"masked", find.masked}, {"count", std::to_string(find.count)}}, find.excerpt,
              static_cast<int>(count_characters(find.masked)));
  }
}

}  // namespace lagesbild::check
