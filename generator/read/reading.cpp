#include "read/reading.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "read/dataset_codes.hpp"

namespace lagesbild::read {
namespace {

constexpr std::size_t most_likened = 50;

// The key of a row; a choice or a date is the same however it is written.
std::string key_of(const Table& table, std::size_t row, const std::vector<std::size_t>& fields) {
  std::string key;
  for (const std::size_t field : fields) {
    const model::FieldType type = table.dataset().fields[field].type;
    const auto date = type == model::FieldType::date ? table.date(row, field) : std::nullopt;
    const std::string choice = type == model::FieldType::choice ? table.choice(row, field) : std::string{};
    key.append(date ? to_string(*date) : !choice.empty() ? choice : std::string{table.id(row, field)}) += '\x1F';
  }
  return key;
}

std::string words_of(const Table& table, std::size_t row, const std::vector<std::size_t>& fields) {
  std::string words;
  for (const std::size_t field : fields) {
    const std::string_view word = table.id(row, field);
    if (!word.empty()) words.append(words.empty() ? "" : ", ").append(word);
  }
  return words;
}

std::string with_hyphens(std::string_view text) {
  std::string out = heading_key(text);
  for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"}) {
    for (std::size_t at = out.find(dash); at != std::string::npos; at = out.find(dash)) out.replace(at, dash.size(), "-");
  }
  std::erase(out, ' ');
  return out;
}

}  // namespace

void refuse_repeated(Tables& tables) {
  std::unordered_map<std::string, Spot> seen;
  std::vector<std::vector<std::size_t>> repeated(tables.size());  // by table; left out when all are known, as places go by row
  for (std::size_t t = 0; t < tables.size(); ++t) {
    Table& table = tables[t];
    std::vector<std::size_t> fields;
    for (const std::string& name : table.dataset().key) fields.push_back(table.field(name));
    if (fields.empty()) continue;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      if (table.id(row, fields.front()).empty()) continue;
      const auto [first, is_new] = seen.emplace(key_of(table, row, fields), Spot{&table, row});
      if (is_new) continue;
      const Spot& earlier = first->second;
      const bool same = &earlier.table->dataset() == &table.dataset() && earlier.table->whole_row(earlier.row) == table.whole_row(row);
      const std::vector<Argument> arguments{{"key", words_of(table, row, fields)}};
      if (same) table.warn(row, fields.front(), code::row_twice, arguments);
      else table.complain(row, fields.front(), code::repeated_row, arguments);
      table.see_also(earlier.place(fields.front()));
      repeated[t].push_back(row);
    }
  }
  for (std::size_t t = 0; t < tables.size(); ++t) tables[t].leave_out(repeated[t]);
}

UnitIndex::UnitIndex(const std::vector<model::Unit>& units, std::vector<Place> places) : units_(&units), places_(std::move(places)) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    ids_.emplace(units[i].id.value(), i);
    names_.emplace(heading_key(units[i].id.value()), i);
    names_.emplace(heading_key(units[i].name), i);
    for (const std::string& alias : units[i].aliases) names_.emplace(heading_key(alias), i);
  }
}

std::optional<std::size_t> UnitIndex::find(Table& table, std::size_t row, std::size_t field) {
  const std::string_view seen = table.id(row, field);
  if (seen.empty() || units_ == nullptr) return std::nullopt;
  const auto found = ids_.find(seen);
  return found != ids_.end() ? std::optional{found->second} : find_by_name(table, row, field, seen);
}

std::optional<std::size_t> UnitIndex::find_by_name(Table& table, std::size_t row, std::size_t field, std::string_view seen) {
  std::string key = heading_key(seen);
  const auto range = names_.equal_range(key);
  const auto first = range.first, last = range.second;  // clang captures no structured bindings
  if (first != last && std::all_of(first, last, [&](const auto& name) { return name.second == first->second; })) {
    const model::Unit& unit = (*units_)[first->second];
    const bool news = warned_.emplace(&table, std::move(key)).second;
    if (news) table.warn(row, field, code::unit_by_name, {{"seen", std::string{seen}}, {"id", unit.id.value()}, {"name", unit.name}});
    return first->second;
  }
  std::string_view like;
  if (first == last && likened_++ < most_likened) {
    std::vector<std::string_view> ids;
    for (const model::Unit& unit : *units_) ids.insert(ids.end(), {unit.id.value(), unit.name});
    like = did_you_mean(seen, ids);
  }
  table.complain(row, field, first == last ? code::unknown_unit : code::unit_name_of_several,
                 {{"seen", std::string{seen}}, {"like", std::string{like}}});
  return std::nullopt;
}

bool UnitIndex::existed(Table& table, std::size_t row, std::size_t field, std::size_t unit, Date from, Date to) const {
  const model::Unit& which = (*units_)[unit];
  if (which.exists_between(from, to)) return true;
  const bool before = which.valid_from && *which.valid_from > to;
  table.complain(row, field, before ? code::before_the_unit : code::after_the_unit,
                 {{"id", which.id.value()}, {"from", which.valid_from ? to_string(*which.valid_from) : ""},
                  {"to", which.valid_to ? to_string(*which.valid_to) : ""},
                  {"date", to_string(from) + (from == to ? "" : "\xE2\x80\x93" + to_string(to))}});
  table.see_also(places_[unit]);
  return false;
}

std::optional<std::size_t> area_of(std::string_view letter, const model::Framework& framework) {
  for (std::size_t i = 0; i < framework.areas.size(); ++i) {
    if (heading_key(framework.areas[i].letter) == heading_key(letter)) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_area(Table& table, std::size_t row, std::size_t field, const model::Framework& framework) {
  const std::string_view seen = table.id(row, field);
  if (seen.empty()) return std::nullopt;
  const auto area = area_of(seen, framework);
  if (!area) table.complain(row, field, code::unknown_area, {{"seen", std::string{seen}}});
  return area;
}

std::optional<std::size_t> find_round(Table& table, std::size_t row, std::size_t field, const std::vector<model::Round>& rounds) {
  const std::string_view seen = table.id(row, field);
  if (seen.empty()) return std::nullopt;
  std::string known;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    if (with_hyphens(rounds[i].id) == with_hyphens(seen)) return i;
    known += (i == 0 ? "" : ", ") + rounds[i].id;
  }
  table.complain(row, field, code::unknown_round, {{"seen", std::string{seen}}, {"known", std::move(known)}});
  return std::nullopt;
}

}  // namespace lagesbild::read
