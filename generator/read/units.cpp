#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "read/dataset_codes.hpp"
#include "read/datasets.hpp"
#include "read/table.hpp"

namespace lagesbild::read {
namespace {

enum Column : std::size_t {
  unit_id, name, kind, forum, municipality, ownership, provider, listed_patients, specialists, specialist_percent, st_doctors,
  supervisors, supervisors_trained_5y, manager_since
};
constexpr std::array<FieldName, 14> columns{{{"unit_id", "enhets-id", Need::required},
                                             {"name", "namn", Need::required},
                                             {"kind", "typ"},
                                             {"forum", "ST-forum"},
                                             {"municipality", "kommun"},
                                             {"ownership", "driftsform"},
                                             {"provider", "vårdgivare"},
                                             {"listed_patients", "listade patienter"},
                                             {"specialists", "specialister"},
                                             {"specialist_percent", "specialister procent"},
                                             {"st_doctors", "ST-läkare"},
                                             {"supervisors", "handledare"},
                                             {"supervisors_trained_5y", "handledare utbildade 5 år"},
                                             {"manager_since", "verksamhetschef sedan"}}};

model::Register read_register(Table& table, std::size_t row) {
  model::Register figures;
  figures.listed_patients = table.integer(row, listed_patients, 0, 1'000'000);
  figures.specialists = table.integer(row, specialists, 0, 10'000);
  figures.specialist_percent = table.integer(row, specialist_percent, 0, 1'000'000);
  figures.st_doctors = table.integer(row, st_doctors, 0, 10'000);
  figures.supervisors = table.integer(row, supervisors, 0, 10'000);
  figures.supervisors_trained_5y = table.integer(row, supervisors_trained_5y, 0, 10'000);
  figures.manager_since = table.integer(row, manager_since, 1950, 2100);
  return figures;
}

std::optional<std::size_t> find_forum(Table& table, std::size_t row, const model::Facts& facts) {
  const std::string_view seen = table.text(row, forum);
  if (seen.empty()) return std::nullopt;
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < facts.forums.size(); ++i) {
    if (facts.forums[i].id == seen) return i;
    ids.push_back(facts.forums[i].id);
  }
  table.complain(row, forum, code::unknown_forum, {{"seen", std::string{seen}}, {"like", std::string{did_you_mean(seen, ids)}}});
  return std::nullopt;
}

model::Unit read_unit(Table& table, std::size_t row, const model::Facts& facts) {
  model::Unit unit;
  unit.id = model::UnitId{std::string{table.required_text(row, unit_id)}};
  unit.name = table.required_text(row, name);
  unit.kind = table.text(row, kind);
  unit.forum = find_forum(table, row, facts);
  unit.municipality = table.text(row, municipality);
  if (const auto which = table.one_of(row, ownership, {"offentlig", "privat", "public", "private"})) {
    unit.ownership = *which % 2 == 0 ? model::Ownership::public_ : model::Ownership::private_;
  }
  unit.provider = table.text(row, provider);
  unit.figures = read_register(table, row);
  return unit;
}

void sort_by_name(std::vector<model::Unit>& units) {
  const SwedishOrder order;
  std::vector<std::pair<std::string, std::size_t>> keys;
  keys.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) keys.emplace_back(order.key(units[i].name) + '\0' + units[i].id.value(), i);
  std::sort(keys.begin(), keys.end());
  std::vector<model::Unit> sorted;
  sorted.reserve(units.size());
  for (const auto& [key, i] : keys) sorted.push_back(std::move(units[i]));
  units = std::move(sorted);
}

}  // namespace

void read_units(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics) {
  Table table{csv, columns, diagnostics};
  if (!table.usable()) return;
  if (table.rows() == 0) diagnostics.error(code::no_units, {csv.file(), 1, 0});
  std::unordered_map<std::string, std::size_t> rows_by_id;
  std::unordered_map<std::string, std::string> ids_by_address;
  facts.units.reserve(table.rows());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    model::Unit unit = read_unit(table, row, facts);
    const std::string& id = unit.id.value();
    const auto [first, is_new] = rows_by_id.emplace(id, row);
    if (!is_new) {
      const std::string line = std::to_string(table.line(first->second));
      if (!id.empty()) table.complain(row, unit_id, code::duplicate_unit, {{"id", id}, {"line", line}});
      continue;
    }
    const std::string address = slug(id);
    if (address.empty() && !id.empty()) table.complain(row, unit_id, code::unit_id_form, {{"id", id}});
    const auto [other, free] = ids_by_address.emplace(address, id);
    if (!free && !address.empty()) table.complain(row, unit_id, code::unit_file_name, {{"id", id}, {"other", other->second}});
    facts.units.push_back(std::move(unit));
  }
  sort_by_name(facts.units);
}

}  // namespace lagesbild::read
