#include "read/workbook_sheet.hpp"

#include <algorithm>
#include <optional>

#include "base/date.hpp"
#include "read/codes.hpp"
#include "read/encoding.hpp"

namespace lagesbild::read {

using std::size_t;

namespace {

// The one with the most known headings, the first of them when there are several.
size_t find_header(const SheetCells& cells, const KnownHeading& known) {
  size_t header = 0;
  size_t most = 0;
  for (size_t number = 1; number <= std::min(cells.rows(), most_rows_before_headings); ++number) {
    const auto row = cells.row(number);
    const auto count = static_cast<size_t>(std::count_if(row.begin(), row.end(), [&](const SheetCell& cell) {
      const std::string key = heading_key(cells.content(cell));
      return !key.empty() && known(key);
    }));
    if (count <= most || (count == 1 && row.size() > 1)) continue;
    header = number;
    most = count;
  }
  return header;
}

enum class CellType : std::uint8_t { number, shared, text, inline_text, boolean, error, date, unknown };

CellType type_of(std::string_view name) {
  if (name.empty() || name == "n") return CellType::number;
  if (name == "s") return CellType::shared;
  if (name == "str") return CellType::text;
  if (name == "inlineStr") return CellType::inline_text;
  if (name == "b") return CellType::boolean;
  if (name == "e") return CellType::error;
  return name == "d" ? CellType::date : CellType::unknown;
}

class Worksheet : public XmlHandler {
 public:
  Worksheet(const SheetContext& context, const KnownHeading& known, SheetExtent extent, const WorkbookLimits& limits, SheetCells& cells)
      : context_(context), known_(known), extent_(extent), limits_(limits), cells_(cells) {}
  XmlNext start(std::string_view name, int depth, const XmlAttributes& attributes) override;
  void text(std::string_view piece) override;
  XmlNext end(std::string_view name, int depth) override;
  void look_for_header();

  SheetFound found;
  bool too_much_text = false;

 private:
  enum class Inside : std::uint8_t { nothing, cell, value, inline_text };
  XmlNext start_row(const XmlAttributes& attributes);
  XmlNext start_cell(const XmlAttributes& attributes);
  XmlNext end_cell();
  void take_value();
  void take_shared();
  void take_number();
  void add(std::string_view text, CellKind kind) { cells_.add(at_, kind, text); }
  CellKind kind() const { return has_formula_ ? CellKind::formula : CellKind::value; }

  const SheetContext& context_;
  const KnownHeading& known_;
  SheetExtent extent_;
  const WorkbookLimits& limits_;
  SheetCells& cells_;
  bool in_data_ = false;
  bool looked_ = false;  // for the headings
  size_t text_taken_ = 0;

  CellName at_;  // of the row and cell being read
  Inside inside_ = Inside::nothing;
  CellType type_ = CellType::number;
  std::optional<size_t> style_;
  bool has_formula_ = false;
  bool has_value_ = false;
  std::string value_;
  RichText inline_;
};

void Worksheet::look_for_header() {
  if (!looked_) found.header = find_header(cells_, known_);
  looked_ = true;
}

XmlNext Worksheet::start(std::string_view name, int depth, const XmlAttributes& attributes) {
  if (depth == 5 && inside_ == Inside::cell) {
    has_formula_ = has_formula_ || name == "f";
    if (name == "v") inside_ = Inside::value;
    if (name == "is") inside_ = Inside::inline_text;
    has_value_ = has_value_ || name == "v" || name == "is";
  } else if (inside_ == Inside::inline_text) {
    inline_.start(name, attributes);
  } else if (depth == 4 && in_data_ && name == "c") {
    return start_cell(attributes);
  } else if (depth == 3 && in_data_ && name == "row") {
    return start_row(attributes);
  } else if (depth == 3 && name == "mergeCell") {
    const auto range = parse_cell_range(attributes.text("ref"));
    if (!range) return XmlNext::broken;
    found.merged.push_back(*range);
  } else if (depth == 2) {
    in_data_ = name == "sheetData";
  }
  return XmlNext::on;
}

XmlNext Worksheet::start_row(const XmlAttributes& attributes) {
  const auto given = attributes.find("r");
  const size_t number = given ? parse_index(*given).value_or(0) : at_.row + 1;
  if (number <= at_.row || number > most_sheet_rows) return XmlNext::broken;
  at_ = {number, 0};
  if (number > most_rows_before_headings) look_for_header();
  return looked_ && (found.header == 0 || extent_ == SheetExtent::headings) ? XmlNext::stop : XmlNext::on;
}

XmlNext Worksheet::start_cell(const XmlAttributes& attributes) {
  CellName name{at_.row, at_.column + 1};
  if (const auto given = attributes.find("r")) {
    const auto parsed = parse_cell_name(*given);
    if (!parsed || parsed->row != at_.row || parsed->column <= at_.column) return XmlNext::broken;
    name = *parsed;
  }
  if (at_.row == 0 || name.column > most_sheet_columns) return XmlNext::broken;
  at_ = name;
  inside_ = Inside::cell;
  type_ = type_of(attributes.text("t"));
  style_ = parse_index(attributes.find("s").value_or("0"));
  has_formula_ = has_value_ = false;
  value_.clear();
  return XmlNext::on;
}

void Worksheet::text(std::string_view piece) {
  if (inside_ == Inside::value) value_ += piece;
  if (inside_ == Inside::inline_text) inline_.text(piece);
}

XmlNext Worksheet::end(std::string_view name, int depth) {
  if (depth == 5 && (inside_ == Inside::value || inside_ == Inside::inline_text)) {
    if (inside_ == Inside::inline_text) value_ = inline_.take();
    inside_ = Inside::cell;
  } else if (inside_ == Inside::inline_text) {
    inline_.end(name);
  } else if (depth == 4 && inside_ == Inside::cell) {
    return end_cell();
  }
  return XmlNext::on;
}

XmlNext Worksheet::end_cell() {
  inside_ = Inside::nothing;
  const size_t before = cells_.rows();
  take_value();
  too_much_text = text_taken_ > limits_.unpacked_bytes;
  const bool too_many_rows = looked_ && cells_.rows() > before && cells_.rows() - found.header > limits_.rows;
  return too_much_text || too_many_rows ? XmlNext::stop : XmlNext::on;
}

void Worksheet::take_value() {
  const bool is_text = type_ == CellType::text || type_ == CellType::inline_text;
  if (has_formula_ && (!has_value_ || (value_.empty() && !is_text))) return add({}, CellKind::no_value);
  if (value_.empty()) return;
  switch (type_) {
    case CellType::number: return take_number();
    case CellType::shared: return take_shared();
    case CellType::text: value_ = without_escapes(value_); [[fallthrough]];
    case CellType::inline_text:
      text_taken_ += value_.size();
      return add(value_, kind());
    case CellType::boolean:
      if (value_ == "1" || value_ == "true") return add("true", kind());
      if (value_ == "0" || value_ == "false") return add("false", kind());
      return add(value_, CellKind::damaged);
    case CellType::error: return add(value_, CellKind::error);
    case CellType::date: {
      const std::string_view day = std::string_view(value_).substr(0, 10);
      const bool alone = value_.size() == 10 || value_.find('T') == 10;
      return parse_date(day) && alone ? add(day, kind()) : add(value_, CellKind::damaged);
    }
    case CellType::unknown: return add(value_, CellKind::damaged);
  }
}

void Worksheet::take_shared() {
  const auto& ends = context_.string_ends;
  const std::optional<size_t> index = parse_index(value_);
  if (!index || *index >= ends.size()) return add(value_, CellKind::damaged);
  const size_t begin = *index == 0 ? 0 : ends[*index - 1];
  text_taken_ += ends[*index] - begin;
  cells_.add_shared(at_, kind(), begin, ends[*index]);
}

void Worksheet::take_number() {
  const std::optional<NumberKind> meant = style_ ? context_.styles.kind(*style_) : std::nullopt;
  constexpr std::string_view figures = "0123456789";
  if (meant == NumberKind::plain && value_.size() <= 15 && value_[0] != '0' && value_.find_first_not_of(figures) == value_.npos) {
    return add(value_, kind());  // most numbers are whole, and stand as they are
  }
  const std::optional<double> number = parse_number(value_);
  if (!meant || !number) return add(value_, CellKind::damaged);
  if (meant == NumberKind::date) {
    if (const auto day = day_of_serial(*number, context_.dates)) return add(*day, kind());
  }
  if (meant == NumberKind::percent) return add(number_text(*number * 100) + "%", kind());
  add(number_text(*number), kind());
}

}  // namespace

std::optional<SheetFound> read_sheet(Package& package, const std::string& part, const SheetContext& context, const KnownHeading& known,
                                     SheetExtent extent, SheetCells& cells) {
  cells.clear();
  Worksheet sheet(context, known, extent, package.limits(), cells);
  if (!read_xml(package, part, "worksheet", sheet)) return std::nullopt;
  if (sheet.too_much_text) {
    package.refuse(code::workbook_too_large, {{"part", part}, {"limit", std::to_string(package.limits().unpacked_bytes >> 20U)}});
    return std::nullopt;
  }
  sheet.look_for_header();
  return std::move(sheet.found);
}

}  // namespace lagesbild::read
