#include "compare/changes.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "compare/causes.hpp"
#include "compare/number.hpp"

namespace lagesbild::compare {
namespace {

using view::ColumnChange;
using view::RowChange;
using view::TableChanges;
using What = view::RowChange::What;

// A column that both files have.
struct Column {
  std::size_t before;
  std::size_t after;
};

// What the units are called; the new name of one that has got another.
class UnitNames {
 public:
  UnitNames(const BuiltSite& before, const BuiltSite& after) {
    for (const BuiltSite* site : {&before, &after}) {
      const Table* units = site->find("units");
      const auto id = units ? units->find("unit_id") : std::nullopt;
      const auto name = units ? units->find("name") : std::nullopt;
      for (std::size_t row = 0; id && name && row < units->rows.rows(); ++row) {
        names_[std::string{units->rows.cell(row, *id)}] = units->rows.cell(row, *name);
      }
    }
  }

  // Of the unit that a row is about; empty: none.
  std::string of(const Table& table, std::size_t row) const {
    if (const auto name = table.about.name == "units" ? table.find("name") : std::nullopt) return std::string{table.rows.cell(row, *name)};
    const auto kind = table.find("group_kind");
    const auto unit = kind ? table.find("group") : table.about.unit;
    if (!unit || (kind && table.rows.cell(row, *kind) != "unit")) return {};
    const auto found = names_.find(std::string{table.rows.cell(row, *unit)});
    return found == names_.end() ? std::string{} : found->second;
  }

 private:
  std::unordered_map<std::string, std::string> names_;
};

class TableComparison {
 public:
  TableComparison(const Table& before, const Table& after, const UnitNames& names, const Causes& causes)
      : before_(before), after_(after), names_(names), causes_(causes), indicator_(after.find("indicator")) {
    for (std::size_t i = 0; i < after.about.fields.size(); ++i) {
      if (const auto old = before.find(after.about.fields[i].name)) columns_.push_back({*old, i});
      else changes_.new_columns.push_back(after.about.fields[i].name);
    }
    for (const Field& field : before.about.fields) {
      if (!after.find(field.name)) changes_.lost_columns.push_back(field.name);
    }
    changes_.name = after.about.name;
    changes_.title = after.about.title;
    if (before.find("withheld") && after.find("withheld")) withheld_ = {{*before.find("withheld"), *after.find("withheld")}};
  }

  TableChanges compare() {
    const auto [old_columns, new_columns] = key_columns();
    const auto old_keys = row_keys(before_.rows, old_columns);
    std::unordered_map<std::string_view, std::size_t> old_rows;
    old_rows.reserve(old_keys.size());
    for (std::size_t row = 0; row < old_keys.size(); ++row) old_rows.emplace(old_keys[row], row);
    std::vector<bool> found(old_keys.size());
    measure(before_, true);
    measure(after_, false);
    const auto new_keys = row_keys(after_.rows, new_columns);
    for (std::size_t row = 0; row < new_keys.size(); ++row) {
      const auto old = old_rows.find(new_keys[row]);
      if (old == old_rows.end()) {
        add(What::added, after_, row, new_columns);
      } else {
        found[old->second] = true;
        compare(old->second, row, new_columns);
      }
    }
    for (std::size_t row = 0; row < found.size(); ++row) {
      if (!found[row]) add(What::removed, before_, row, old_columns);
    }
    return std::move(changes_);
  }

 private:
  using Columns = std::vector<std::size_t>;

  std::pair<Columns, Columns> key_columns() const {
    const auto named = [](const Table& table) {
      std::vector<std::string> names;
      for (const std::size_t column : table.about.key) names.push_back(table.about.fields[column].name);
      return names;
    };
    if (!after_.about.key.empty() && named(before_) == named(after_)) return {before_.about.key, after_.about.key};
    std::pair<Columns, Columns> all;
    for (const Column& column : columns_) {
      if (withheld_ && after_.about.fields[column.after].kind == Field::Kind::number) continue;  // a key is always told
      all.first.push_back(column.before);
      all.second.push_back(column.after);
    }
    return all;
  }

  // The largest value of each column, of each indicator where a column holds many: what a change is large or small against.
  void measure(const Table& table, bool old) {
    const auto indicator = table.find("indicator");
    for (const Column& column : columns_) {
      const std::size_t at = old ? column.before : column.after;
      if (after_.about.fields[column.after].kind != Field::Kind::number) continue;
      for (std::size_t row = 0; row < table.rows.rows(); ++row) {
        const auto number = parse_number(table.rows.cell(row, at));
        if (!number) continue;
        double& largest = largest_[scale_key(column, indicator ? table.rows.cell(row, *indicator) : std::string_view{})];
        largest = std::max(largest, std::abs(number->value()));
      }
    }
  }

  static std::string scale_key(const Column& column, std::string_view indicator) {
    return std::to_string(column.after).append(1, ' ').append(indicator);
  }

  RowChange& add(What what, const Table& table, std::size_t row, const Columns& key) {
    RowChange& change = changes_.rows.emplace_back();
    change.what = what;
    ++changes_.counts[static_cast<std::size_t>(what)];
    for (const std::size_t column : key) change.key.emplace_back(table.rows.cell(row, column));
    change.name = names_.of(table, row);
    const auto indicator = table.find("indicator");
    const std::string id{indicator ? table.rows.cell(row, *indicator) : std::string_view{}};
    const auto delivered = table.find("dataset");
    change.because = indicator   ? causes_.of_indicator(id)
                     : delivered ? causes_.of_delivery(std::string{table.rows.cell(row, *delivered)})
                                 : causes_.of_dataset(table.about.name);
    const std::string& title = causes_.title_of(id);
    if (!title.empty()) change.name = title + (change.name.empty() ? "" : ", " + change.name);
    return change;
  }

  void compare(std::size_t old_row, std::size_t new_row, const Columns& key) {
    if (withheld_) {
      const bool was = !before_.rows.cell(old_row, withheld_->before).empty();
      const bool is = !after_.rows.cell(new_row, withheld_->after).empty();
      if (was != is) {
        add(is ? What::withheld : What::shown, after_, new_row, key);
        return;
      }
    }
    RowChange* change = nullptr;
    for (const Column& column : columns_) {
      const std::string_view from = before_.rows.cell(old_row, column.before);
      const std::string_view to = after_.rows.cell(new_row, column.after);
      if (from == to) continue;
      if (change == nullptr) change = &add(What::changed, after_, new_row, key);
      add_column(*change, column, from, to, indicator_ ? after_.rows.cell(new_row, *indicator_) : std::string_view{});
    }
  }

  void add_column(RowChange& row, const Column& column, std::string_view from, std::string_view to, std::string_view indicator) const {
    const Field& field = after_.about.fields[column.after];
    ColumnChange& change = row.columns.emplace_back();
    change.name = field.name;
    change.title = field.title;
    change.from = from;
    change.to = to;
    if (field.kind == Field::Kind::grade && from.size() == 1 && to.size() == 1) {
      row.size = std::max(row.size, std::abs(from[0] - to[0]) / 3.0);
    }
    if (field.kind != Field::Kind::number) return;
    const auto old_number = parse_number(from);
    const auto new_number = parse_number(to);
    if (old_number) change.number_from = old_number->text();
    if (new_number) change.number_to = new_number->text();
    if (!old_number || !new_number) return;
    const Number apart = difference(*old_number, *new_number);
    change.difference = apart.text();
    const bool counts = field.name == "value" || !after_.find("value");  // beside a value, the rest is where it comes from
    const double largest = largest_.at(scale_key(column, indicator));
    if (counts && largest > 0) row.size = std::max(row.size, std::min(1.0, std::abs(apart.value()) / largest));
  }

  const Table& before_;
  const Table& after_;
  const UnitNames& names_;
  const Causes& causes_;
  std::optional<std::size_t> indicator_;
  std::optional<Column> withheld_;
  std::vector<Column> columns_;
  std::unordered_map<std::string, double> largest_;
  TableChanges changes_;
};

// The table as it would be without any row, to compare one with that only one site has.
Table without_rows(const Table& table) {
  Table empty{table.about, {}};
  return empty;
}

view::ReleaseId describe(const BuiltSite& site) {
  return {site.release.release, site.release.as_of, site.release.version, site.package.region, site.package.notice};
}

}  // namespace

view::Changes compare(const BuiltSite& before, const BuiltSite& after) {
  const Causes causes{before, after};
  const UnitNames names{before, after};
  view::Changes changes{after.release.site, after.package.language, describe(before), describe(after), causes.sources_known(),
                        causes.all(), {}, {}};
  const auto add = [&](const Table& from, const Table& to) {
    const TableChanges& table = changes.tables.emplace_back(TableComparison{from, to, names, causes}.compare());
    for (std::size_t i = 0; i < view::whats; ++i) changes.counts[i] += table.counts[i];
  };
  for (const Table& table : after.tables) {
    const Table* old = before.find(table.about.name);
    add(old ? *old : without_rows(table), table);
  }
  for (const Table& table : before.tables) {
    if (!after.find(table.about.name)) add(table, without_rows(table));
  }
  return changes;
}

}  // namespace lagesbild::compare
