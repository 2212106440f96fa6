// Training units and what became of them: who came from whom, with every link checked, so that a history is followed and nothing is
// counted twice.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "read/dataset_codes.hpp"
#include "read/reading.hpp"

namespace lagesbild::read {
namespace {

struct Fields {
  explicit Fields(Table& t)
      : unit_id(t.field("unit_id")), name(t.field("name")), kind(t.field("kind")), forum(t.field("forum")),
        municipality(t.field("municipality")), ownership(t.field("ownership")), provider(t.field("provider")),
        listed_patients(t.field("listed_patients")), specialists(t.field("specialists")), specialist_percent(t.field("specialist_percent")),
        st_doctors(t.field("st_doctors")), supervisors(t.field("supervisors")), supervisors_trained_5y(t.field("supervisors_trained_5y")),
        manager_since(t.field("manager_since")), valid_from(t.field("valid_from")), valid_to(t.field("valid_to")),
        predecessor(t.field("predecessor")), aliases(t.field("aliases")) {}
  std::size_t unit_id, name, kind, forum, municipality, ownership, provider, listed_patients, specialists, specialist_percent, st_doctors,
      supervisors, supervisors_trained_5y, manager_since, valid_from, valid_to, predecessor, aliases;
};

// A unit beside the row that it was read from.
struct Row {
  model::Unit unit;
  Spot spot;
  std::vector<std::string> predecessor_ids;
};

std::optional<std::size_t> find_forum(Table& table, std::size_t row, std::size_t field, const std::vector<model::Forum>& forums) {
  const std::string_view seen = table.id(row, field);
  if (seen.empty()) return std::nullopt;
  const std::string key = heading_key(seen);
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < forums.size(); ++i) {
    for (const std::string& name : {forums[i].id, forums[i].name.sv, forums[i].name.en}) {
      if (heading_key(name) == key) return i;
    }
    known.insert(known.end(), {forums[i].id, forums[i].name.sv});
  }
  table.complain(row, field, code::unknown_forum, {{"seen", std::string{seen}}, {"like", std::string{did_you_mean(seen, known)}}});
  return std::nullopt;
}

std::vector<std::string> split_aliases(const std::string& text) {
  std::vector<std::string> aliases;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('|', at), text.size());
    if (const std::string_view one = trim(std::string_view{text}.substr(at, end - at)); !one.empty()) aliases.emplace_back(one);
    at = end + 1;
  }
  return aliases;
}

Row read_row(Table& table, const Fields& f, std::size_t row, const model::Facts& facts) {
  model::Unit unit;
  unit.id = model::UnitId{std::string{table.id(row, f.unit_id)}};
  unit.name = table.text(row, f.name);
  unit.kind = table.text(row, f.kind);
  unit.forum = find_forum(table, row, f.forum, facts.forums);
  unit.municipality = table.text(row, f.municipality);
  const std::string ownership = table.choice(row, f.ownership);
  if (ownership == "offentlig") unit.ownership = model::Ownership::public_;
  if (ownership == "privat") unit.ownership = model::Ownership::private_;
  unit.provider = table.text(row, f.provider);
  unit.figures = {table.integer(row, f.listed_patients), table.integer(row, f.specialists),  table.integer(row, f.specialist_percent),
                  table.integer(row, f.st_doctors),      table.integer(row, f.supervisors),  table.integer(row, f.supervisors_trained_5y),
                  table.integer(row, f.manager_since)};
  unit.valid_from = table.date(row, f.valid_from);
  unit.valid_to = table.date(row, f.valid_to);
  unit.aliases = split_aliases(table.text(row, f.aliases));
  if (unit.valid_from && unit.valid_to && *unit.valid_to < *unit.valid_from) {
    table.complain(row, f.valid_to, code::unit_ends_before, {{"from", to_string(*unit.valid_from)}, {"to", to_string(*unit.valid_to)}});
  }
  if (unit.figures.supervisors && unit.figures.supervisors_trained_5y > unit.figures.supervisors) {
    table.complain(row, f.supervisors_trained_5y, code::more_trained_than_supervisors,
                   {{"trained", std::to_string(*unit.figures.supervisors_trained_5y)}, {"all", std::to_string(*unit.figures.supervisors)}});
  }
  return {std::move(unit), {&table, row}, table.ids(row, f.predecessor)};
}

void sort_by_name(std::vector<Row>& rows) {
  const SwedishOrder order;
  std::vector<std::pair<std::string, std::size_t>> keys;
  keys.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) keys.emplace_back(order.key(rows[i].unit.name) + '\0' + rows[i].unit.id.value(), i);
  std::sort(keys.begin(), keys.end());
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  for (const auto& [key, i] : keys) sorted.push_back(std::move(rows[i]));
  rows = std::move(sorted);
}

class Succession {
 public:
  explicit Succession(std::vector<Row>& rows) : rows_(rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) ids_.emplace(rows[i].unit.id.value(), i);
  }

  void link() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (const std::string& id : rows_[i].predecessor_ids) link(i, id);
    }
  }

 private:
  void link(std::size_t later, const std::string& id) {
    Row& row = rows_[later];
    const auto found = ids_.find(id);
    if (found == ids_.end()) {
      std::vector<std::string_view> known;
      for (const Row& one : rows_) known.push_back(one.unit.id.value());
      complain(row, code::unknown_predecessor, {{"seen", id}, {"like", std::string{did_you_mean(id, known)}}});
      return;
    }
    Row& old = rows_[found->second];
    const std::vector<Argument> both{{"old", id}, {"new", row.unit.id.value()}};
    if (old.unit.successor == later) return;  // named twice
    if (old.unit.successor) {
      complain(row, code::two_successors, both);
      return see(row, rows_[*old.unit.successor]);
    }
    // So every step of a history goes forward in time: it cannot go in a circle.
    if (!old.unit.valid_to || !row.unit.valid_from || *old.unit.valid_to >= *row.unit.valid_from) {
      complain(row, code::predecessor_still_open, both);
      return see(row, old);
    }
    old.unit.successor = later;
    row.unit.predecessors.push_back(found->second);
  }

  static void complain(Row& row, Code code, std::vector<Argument> arguments) {
    Table& table = *row.spot.table;
    table.complain(row.spot.row, table.field("predecessor"), code, std::move(arguments));
  }
  static void see(Row& row, const Row& other) { row.spot.table->see_also(other.spot.place(other.spot.table->field("unit_id"))); }

  std::vector<Row>& rows_;
  std::unordered_map<std::string, std::size_t> ids_;
};

// The address of a unit's page comes from its id.
void check_addresses(const std::vector<Row>& rows) {
  std::unordered_map<std::string, const Row*> taken;
  for (const Row& row : rows) {
    Table& table = *row.spot.table;
    const std::size_t field = table.field("unit_id");
    const std::string& id = row.unit.id.value();
    const std::string address = slug(id);
    if (id.empty()) continue;
    if (address.empty()) table.complain(row.spot.row, field, code::unit_id_form, {{"id", id}});
    const auto [other, free] = taken.emplace(address, &row);
    if (free || address.empty() || other->second->unit.id.value() == id) continue;
    table.complain(row.spot.row, field, code::unit_file_name, {{"id", id}, {"other", other->second->unit.id.value()}});
    table.see_also(other->second->spot.place(field));
  }
}

}  // namespace

void read_units(Tables& tables, Reading& reading) {
  std::vector<Row> rows;
  for (Table& table : tables) {
    const Fields fields{table};
    if (!table.usable()) continue;
    for (std::size_t row = 0; row < table.rows(); ++row) rows.push_back(read_row(table, fields, row, reading.facts));
  }
  if (rows.empty() && !tables.empty()) reading.diagnostics.error(code::no_units, tables.front().heading_place());
  check_addresses(rows);
  sort_by_name(rows);
  Succession{rows}.link();
  std::vector<Place> places;
  places.reserve(rows.size());
  reading.facts.units.reserve(rows.size());
  for (Row& row : rows) {
    places.push_back(row.spot.place(row.spot.table->field("unit_id")));
    reading.facts.units.push_back(std::move(row.unit));
  }
  reading.units = UnitIndex{reading.facts.units, std::move(places)};
}

}  // namespace lagesbild::read
