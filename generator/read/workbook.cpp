#include "read/workbook.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "read/codes.hpp"
#include "read/workbook_grid.hpp"
#include "read/workbook_sheet.hpp"

namespace lagesbild::read {

using std::size_t;

namespace {

class WorkbookReader {
 public:
  WorkbookReader(Package& package, WorkbookParts parts, SharedStrings strings, const KnownHeading& known, Diagnostics& diagnostics)
      : package_(package),
        parts_(std::move(parts)),
        string_ends_(std::move(strings.ends)),
        cells_(std::move(strings.text)),
        known_(known),
        diagnostics_(diagnostics) {}
  bool read_styles() { return parts_.styles.empty() || styles_.read(package_, parts_.styles); }
  std::unique_ptr<Grid> first_table();
  std::unique_ptr<Grid> table_in(const std::string& name);

 private:
  std::optional<SheetFound> read(const Sheet& sheet, SheetExtent extent) {
    return read_sheet(package_, sheet.part, {string_ends_, styles_, parts_.dates}, known_, extent, cells_);
  }
  std::unique_ptr<Grid> table(const Sheet& sheet);
  std::set<std::string> heading_keys(std::size_t header) const;
  std::string names(const std::vector<const Sheet*>& sheets) const;
  std::vector<const Sheet*> visible() const;
  void tell_missing(const std::string& name);
  Diagnostic about_headings(Code code, const std::string& sheet, std::vector<Argument> arguments) const;
  void warn_of_formulas(WorkbookGrid& grid);

  Package& package_;
  WorkbookParts parts_;
  std::vector<std::uint32_t> string_ends_;
  Styles styles_;
  SheetCells cells_;
  const KnownHeading& known_;
  Diagnostics& diagnostics_;
};

std::vector<const Sheet*> WorkbookReader::visible() const {
  std::vector<const Sheet*> sheets;
  for (const Sheet& sheet : parts_.sheets) {
    if (sheet.shown == Sheet::Shown::yes && !sheet.part.empty()) sheets.push_back(&sheet);
  }
  return sheets;
}

std::string WorkbookReader::names(const std::vector<const Sheet*>& sheets) const {
  constexpr size_t most = 10;
  std::string all;
  for (size_t i = 0; i < sheets.size() && i < most; ++i) all.append(i > 0 ? ", " : "").append(sheets[i]->name);
  return sheets.size() > most ? all + ", …" : all;
}

// Placed at the row that looks most like one of headings, for a person to see what was looked at.
Diagnostic WorkbookReader::about_headings(Code code, const std::string& sheet, std::vector<Argument> arguments) const {
  CellName likely{1, 1};
  size_t most = 0;
  for (size_t row = 1; row <= std::min(cells_.rows(), most_rows_before_headings); ++row) {
    if (cells_.row(row).size() <= most) continue;
    most = cells_.row(row).size();
    likely = {row, cells_.row(row).front().column};
  }
  return sheet_complaint(Severity::error, code, package_.file(), sheet, cells_, likely, std::move(arguments));
}

std::set<std::string> WorkbookReader::heading_keys(size_t header) const {
  std::set<std::string> keys;
  for (const SheetCell& cell : cells_.row(header)) keys.insert(heading_key(cells_.content(cell)));
  return keys;
}

std::unique_ptr<Grid> WorkbookReader::first_table() {
  const std::vector<const Sheet*> sheets = visible();
  std::vector<const Sheet*> tables;  // the first one, and those with the same headings: a sheet a year is a habit of many
  std::set<std::string> keys;
  std::optional<Diagnostic> complaint;
  for (const Sheet* sheet : sheets) {
    const auto found = read(*sheet, SheetExtent::headings);
    if (!found) return nullptr;
    if (found->header > 0) {
      const std::set<std::string> these = heading_keys(found->header);
      if (tables.empty()) keys = these;
      if (std::includes(these.begin(), these.end(), keys.begin(), keys.end())) tables.push_back(sheet);
    } else if (!complaint && cells_.rows() > 0) {
      complaint = about_headings(code::workbook_no_headings, sheet->name, {{"sheets", names(sheets)}});
    }
  }
  if (!tables.empty()) {
    const std::vector<const Sheet*> others(tables.begin() + 1, tables.end());
    if (!others.empty()) {
      diagnostics_.warning(code::workbook_more_tables, {package_.file(), 0, 0}, {{"sheet", tables[0]->name}, {"others", names(others)}});
    }
    return table(*tables[0]);
  }
  if (complaint) {
    diagnostics_.add(*std::move(complaint));
  } else {
    package_.refuse(code::workbook_empty);
  }
  return nullptr;
}

std::unique_ptr<Grid> WorkbookReader::table_in(const std::string& name) {
  const auto wanted = std::find_if(parts_.sheets.begin(), parts_.sheets.end(), [&name](const Sheet& sheet) {
    return !sheet.part.empty() && heading_key(sheet.name) == heading_key(name);
  });
  if (wanted == parts_.sheets.end()) {
    tell_missing(name);
    return nullptr;
  }
  const auto found = read(*wanted, SheetExtent::headings);
  if (!found) return nullptr;
  if (found->header > 0) return table(*wanted);
  Diagnostic complaint = about_headings(code::workbook_no_headings_in_sheet, wanted->name, {{"sheet", wanted->name}});
  std::string other;
  for (const Sheet* sheet : visible()) {
    if (other.empty() && sheet != &*wanted && read(*sheet, SheetExtent::headings).value_or(SheetFound{}).header > 0) other = sheet->name;
  }
  complaint.arguments.push_back({"other", other});
  diagnostics_.add(std::move(complaint));
  return nullptr;
}

void WorkbookReader::tell_missing(const std::string& name) {
  std::vector<std::string_view> candidates;
  for (const Sheet& sheet : parts_.sheets) {
    if (!sheet.part.empty()) candidates.push_back(sheet.name);
  }
  package_.refuse(code::workbook_sheet_missing,
                  {{"sheet", name}, {"sheets", names(visible())}, {"like", std::string(did_you_mean(name, candidates))}});
}

std::unique_ptr<Grid> WorkbookReader::table(const Sheet& sheet) {
  const auto found = read(sheet, SheetExtent::whole);
  if (!found) return nullptr;
  const size_t header = found->header;
  const WorkbookLimits& limits = package_.limits();
  CellRange headings{{header, 0}, {header, 0}};
  for (const SheetCell& cell : cells_.row(header)) {
    if (heading_key(cells_.content(cell)).empty()) continue;
    if (headings.first.column == 0) headings.first.column = cell.column;
    headings.last.column = cell.column;
  }
  auto grid = std::make_unique<WorkbookGrid>(package_.file(), sheet.name, std::move(cells_), headings, parts_.dates);
  const auto too_many = [&](Code code, size_t limit, CellName where) {
    diagnostics_.add(grid->complaint(Severity::error, code, where, {{"limit", std::to_string(limit)}}));
    return nullptr;
  };
  if (grid->columns() > limits.columns) {
    return too_many(code::workbook_too_many_columns, limits.columns, {header, headings.first.column + limits.columns});
  }
  if (grid->rows() > limits.rows) {
    return too_many(code::workbook_too_many_rows, limits.rows, {header + 1 + limits.rows, headings.first.column});
  }
  if (check_table(*grid, found->merged, diagnostics_) == Usable::no) return nullptr;
  if (parts_.formulas == WorkbookParts::Formulas::not_computed) warn_of_formulas(*grid);
  return grid;
}

// One warning is enough: all of them have the same cause.
void WorkbookReader::warn_of_formulas(WorkbookGrid& grid) {
  for (size_t row = grid.headings().first.row; row <= grid.cells().rows(); ++row) {
    for (const SheetCell& cell : grid.cells().row(row)) {
      if (cell.kind != CellKind::formula) continue;
      diagnostics_.add(grid.complaint(Severity::warning, code::workbook_formulas_not_computed, {row, cell.column}));
      return;
    }
  }
}

}  // namespace

std::unique_ptr<Grid> parse_workbook(std::string file_shown, std::string bytes, const KnownHeading& known, const std::string& sheet,
                                     Diagnostics& diagnostics, WorkbookLimits limits) {
  const std::unique_ptr<Package> package = Package::open(std::move(file_shown), std::move(bytes), limits, diagnostics);
  if (!package) return nullptr;
  std::optional<WorkbookParts> parts = read_workbook_parts(*package);
  if (!parts) return nullptr;
  std::optional<SharedStrings> strings = read_shared_strings(*package, parts->strings);
  if (!strings) return nullptr;
  WorkbookReader reader(*package, *std::move(parts), *std::move(strings), known, diagnostics);
  if (!reader.read_styles()) return nullptr;
  return sheet.empty() ? reader.first_table() : reader.table_in(sheet);
}

}  // namespace lagesbild::read
