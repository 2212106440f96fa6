#include "read/table.hpp"

#include <set>
#include <utility>

#include "base/text.hpp"
#include "read/codes.hpp"
#include "read/dataset_codes.hpp"
#include "read/encoding.hpp"
#include "read/personal_code.hpp"

namespace lagesbild::read {
namespace {

using model::Field;

// What a row begins with that sums up those above.
bool sums_up(std::string_view first) {
  static const std::set<std::string, std::less<>> words{"summa",  "summa:", "totalt", "totalt:", "total",       "total:", "sum",
                                                        "sum:",   "medel",  "medel:", "medelvärde", "genomsnitt", "mean",   "average"};
  return words.contains(heading_key(first));
}

bool is_text(model::FieldType type) {
  using enum model::FieldType;
  return type == text || type == id || type == ids || type == url;
}

}  // namespace

std::map<std::string, std::size_t> headings_of(const model::Dataset& dataset) {
  std::map<std::string, std::size_t> headings;
  for (std::size_t i = 0; i < dataset.fields.size(); ++i) {
    const Field& field = dataset.fields[i];
    for (const std::string& name : {field.name, field.title.sv, field.title.en}) headings.emplace(heading_key(name), i);
    for (const std::string& alias : field.aliases) headings.emplace(heading_key(alias), i);
  }
  return headings;
}

Table::Table(const Grid& grid, const model::Dataset& dataset, Date as_of, Diagnostics& diagnostics)
    : grid_(&grid), dataset_(dataset), diagnostics_(&diagnostics), headings_(headings_of(dataset)), column_(dataset.fields.size()) {
  match_headings();
  if (!usable_) return;
  choose_rows();
  for (std::size_t row = 0; row < rows() && errors_ <= most_complaints; ++row) check_row(row, as_of);
}

std::optional<std::size_t> Table::find_heading(std::string_view heading) const {
  const auto found = headings_.find(heading_key(heading));
  return found == headings_.end() ? std::nullopt : std::optional{found->second};
}

void Table::match_headings() {
  std::vector<std::string_view> known;
  for (const Field& field : dataset_.fields) {
    known.insert(known.end(), {field.name, field.title.sv, field.title.en});
    known.insert(known.end(), field.aliases.begin(), field.aliases.end());
  }
  for (std::size_t column = 0; column < grid_->columns(); ++column) {
    const std::string_view heading = trim(grid_->heading(column));
    if (heading.empty()) continue;  // such a column has no values
    const auto field = find_heading(heading);
    if (!field) {
      diagnostics_->add(grid_->heading_complaint(Severity::error, code::unknown_column, column,
                                                 {{"seen", std::string{heading}}, {"like", std::string{did_you_mean(heading, known)}}}));
      usable_ = false;
      continue;
    }
    auto& slot = column_[*field];
    if (slot) {
      diagnostics_->add(grid_->heading_complaint(Severity::error, code::column_twice, column,
                                                 {{"seen", std::string{heading}}, {"other", std::string{grid_->heading(*slot)}}}));
      usable_ = false;
    }
    slot = column;
  }
  for (std::size_t i = 0; i < column_.size(); ++i) {
    const Field& field = dataset_.fields[i];
    if (!field.required || column_[i]) continue;
    const Place place{grid_->file(), grid_->heading_place(0).line, 0, {}};
    diagnostics_->error(code::missing_column, place, {{"name", field.name}, {"alias", field.title.sv}});
    usable_ = false;
  }
}

bool Table::is_empty(std::size_t grid_row) const {
  for (std::size_t column = 0; column < grid_->columns(); ++column) {
    if (!trim(grid_->cell(grid_row, column)).empty()) return false;
  }
  return true;
}

bool Table::is_example(std::size_t grid_row) const {
  std::size_t alike = 0;
  for (std::size_t i = 0; i < column_.size(); ++i) {
    if (!column_[i]) continue;
    const Field& field = dataset_.fields[i];
    const std::string_view cell = trim(grid_->cell(grid_row, *column_[i]));
    if (cell.empty() && field.example.empty()) continue;
    if (cell != field.example) {
      const Value seen = value_of(field, cell, grid_->day_zero());
      const Value example = value_of(field, field.example, grid_->day_zero());
      if (is_text(field.type) || !seen.known() || seen.number != example.number || seen.date != example.date) return false;
    }
    ++alike;
  }
  return alike >= 2;
}

// Two cells or more that are headings and not values: A and B are both.
bool Table::looks_like_headings(std::size_t grid_row) const {
  int headings = 0;
  for (std::size_t i = 0; i < column_.size(); ++i) {
    if (!column_[i]) continue;
    const std::string_view cell = trim(grid_->cell(grid_row, *column_[i]));
    if (cell.empty() || !find_heading(cell)) continue;
    const Field& field = dataset_.fields[i];
    if (is_text(field.type) || !value_of(field, cell, grid_->day_zero()).known()) ++headings;
  }
  return headings >= 2;
}

void Table::choose_rows() {
  rows_.reserve(grid_->rows());
  for (std::size_t row = 0; row < grid_->rows(); ++row) {
    if (is_empty(row)) continue;
    if (row < 3 && is_example(row)) continue;
    std::size_t first = 0;
    while (trim(grid_->cell(row, first)).empty()) ++first;
    const std::string_view opening = trim(grid_->cell(row, first));
    if (sums_up(opening)) {
      diagnostics_->add(grid_->cell_complaint(Severity::error, code::sum_row, row, first, {{"seen", std::string{opening}}}));
      continue;
    }
    const bool again = find_heading(opening) && looks_like_headings(row);
    if (again) {  // what follows belongs to other headings: saying more would only confuse
      diagnostics_->add(grid_->cell_complaint(Severity::error, code::second_table, row, first, {{"seen", std::string{opening}}}));
      return;
    }
    rows_.push_back(row);
  }
}

void Table::check_row(std::size_t row, Date as_of) {
  for (std::size_t field = 0; field < column_.size(); ++field) {
    if (column_[field]) check_cell(row, field, as_of);
  }
}

void Table::check_cell(std::size_t row, std::size_t index, Date as_of) {
  const Field& field = dataset_.fields[index];
  const std::string_view raw = grid_->cell(rows_[row], *column_[index]);
  const std::string_view cell = trim(raw);
  if (cell.empty()) {
    if (field.required) complain(row, index, code::empty_cell, {{"name", std::string{trim(grid_->heading(*column_[index]))}}});
    return;
  }
  if (const auto found = find_personal_data(cell)) {
    const std::string_view what = cell.substr(found->begin, found->end - found->begin);
    complain(row, index, personal_data_code(found->kind), {{"masked", mask_personal_data(what)}});
    return;
  }
  const Value value = value_of(field, cell, grid_->day_zero());
  if (value.state == Value::State::good) {
    const bool padded = field.type == model::FieldType::grade && raw.size() != cell.size();
    if (padded) warn(row, index, code::blanks_repaired);
  } else if (value.state != Value::State::empty) {
    Remark remark = remark_on(field, cell, value);
    const Severity severity = value.state == Value::State::wrong ? Severity::error : Severity::warning;
    tell(complaint(severity, row, index, remark.code, std::move(remark.arguments)));
  }
  if (field.past && value.known() && value.date > as_of) {
    complain(row, index, code::date_in_future, {{"date", to_string(value.date)}, {"as_of", to_string(as_of)}});
  }
}

std::size_t Table::field(std::string_view name) {
  if (const auto found = dataset_.find(name)) return *found;
  diagnostics_->error(code::description_lacks_field, grid_->heading_place(0), {{"dataset", dataset_.id}, {"name", std::string{name}}});
  usable_ = false;
  return no_field;
}

std::string_view Table::id(std::size_t row, std::size_t field) const {
  return has(field) ? trim(grid_->cell(rows_[row], *column_[field])) : std::string_view{};
}

std::string Table::text(std::size_t row, std::size_t field) const {
  return has(field) ? mended_text(dataset_.fields[field], id(row, field)) : std::string{};
}

Value Table::value(std::size_t row, std::size_t field) const {
  return has(field) ? value_of(dataset_.fields[field], id(row, field), grid_->day_zero()) : Value{};
}

std::optional<std::int64_t> Table::number(std::size_t row, std::size_t field) const {
  const Value seen = value(row, field);
  return seen.known() ? std::optional{seen.number} : std::nullopt;
}

std::optional<int> Table::integer(std::size_t row, std::size_t field) const {
  const auto seen = number(row, field);
  return seen ? std::optional{static_cast<int>(*seen)} : std::nullopt;
}

std::optional<Date> Table::date(std::size_t row, std::size_t field) const {
  const Value seen = value(row, field);
  return seen.known() ? std::optional{seen.date} : std::nullopt;
}

std::string Table::choice(std::size_t row, std::size_t field) const {
  const auto which = number(row, field);
  return which ? dataset_.fields[field].choices[static_cast<std::size_t>(*which)].id : std::string{};
}

std::vector<std::string> Table::ids(std::size_t row, std::size_t field) const {
  const std::string all = text(row, field);
  std::vector<std::string> out;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t begin = all.find_first_not_of(" ,;", at);
    if (begin == std::string::npos) break;
    at = std::min(all.find_first_of(" ,;", begin), all.size());
    out.push_back(all.substr(begin, at - begin));
  }
  return out;
}

Diagnostic Table::complaint(Severity severity, std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments) const {
  Diagnostic made = grid_->cell_complaint(severity, code, rows_[row], has(field) ? *column_[field] : 0, std::move(arguments));
  if (has(field)) made.heading = trim(grid_->heading(*column_[field]));
  return made;
}

void Table::complain(std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments) {
  tell(complaint(Severity::error, row, field, code, std::move(arguments)));
}

void Table::warn(std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments) {
  tell(complaint(Severity::warning, row, field, code, std::move(arguments)));
}

void Table::tell(Diagnostic diagnostic) {
  told_ = diagnostic.severity == Severity::warning || ++errors_ <= most_complaints;
  if (told_) return diagnostics_->add(std::move(diagnostic));
  if (errors_ > most_complaints + 1) return;
  diagnostics_->error(code::too_many_complaints, std::move(diagnostic.place), {{"limit", std::to_string(most_complaints)}});
}

void Table::see_also(Place other) {
  if (told_) diagnostics_->see_also(std::move(other));
}

Place Table::place(std::size_t row, std::size_t field) const { return grid_->cell_place(rows_[row], has(field) ? *column_[field] : 0); }

std::string Table::whole_row(std::size_t row) const {
  std::string all;
  for (std::size_t field = 0; field < column_.size(); ++field) all.append(id(row, field)) += '\x1F';
  return all;
}

void Table::leave_out(const std::vector<std::size_t>& rows) {
  std::size_t next = 0;
  std::size_t kept = 0;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (next < rows.size() && rows[next] == row) ++next;
    else rows_[kept++] = rows_[row];
  }
  rows_.resize(kept);
}

}  // namespace lagesbild::read
