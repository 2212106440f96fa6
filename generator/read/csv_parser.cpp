#include "read/csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "read/codes.hpp"

namespace lagesbild::read {
namespace {

using std::size_t;

constexpr std::string_view separators = ";\t,";

// The separator by the heading row. A quote opens at the start of a cell only, whatever the separator turns out to be.
char find_separator(std::string_view text, size_t at) {
  std::array<bool, separators.size()> seen{};
  bool quoted = false;
  bool cell_starts = true;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"' && (quoted || cell_starts)) {
      quoted = !quoted;
      cell_starts = !quoted;  // after a closing quote: the second of a doubled one opens again
      continue;
    }
    if (!quoted && (c == '\n' || c == '\r')) break;
    const size_t which = separators.find(c);
    cell_starts = which != separators.npos;
    if (!quoted && cell_starts) seen[which] = true;
  }
  for (size_t i = 0; i < separators.size(); ++i) {
    if (seen[i]) return separators[i];
  }
  return separators[0];
}

}  // namespace

// One pass over the text. Lines are counted on the way, so a place is known at once and costs nothing.
class CsvParser {
 public:
  CsvParser(CsvTable& table, std::string file_shown, Text text, Diagnostics& diagnostics, const CsvLimits& limits)
      : table_(table), text_(table.text_), diagnostics_(diagnostics), limits_(limits) {
    table_.file_ = std::move(file_shown);
    table_.text_ = std::move(text.utf8);
    table_.encoding_ = text.encoding;
  }
  bool parse();

 private:
  struct Spot {
    size_t offset;
    size_t line_begin;
    std::uint32_t line;
  };
  // After text behind a closing quote, or none, the row's quotes are out of step: more complaints about them would be noise.
  enum class RowFault { none, quotes, out_of_step };

  Spot here() const { return {at_, line_begin_, line_}; }
  bool ends_line(size_t offset) const { return offset == text_.size() || text_[offset] == '\n' || text_[offset] == '\r'; }
  void skip_line_end();
  void skip_blank_lines();
  bool read_separator_line();
  bool read_headings();
  bool check_headings();
  bool read_row();
  RowFault read_cells();
  void read_unquoted(RowFault& fault);
  void read_quoted(RowFault& fault);
  void unescape(size_t begin, size_t length);
  void check_length(const Spot& row, size_t first_cell);
  void complain(Code code, const Spot& spot, std::vector<Argument> arguments, int length = 1);
  std::uint32_t column(const Spot& spot) const {
    return static_cast<std::uint32_t>(1 + count_characters(std::string_view(text_).substr(spot.line_begin, spot.offset - spot.line_begin)));
  }

  CsvTable& table_;
  const std::string& text_;
  Diagnostics& diagnostics_;
  CsvLimits limits_;
  std::array<bool, 256> special_{};  // what ends or spoils an unquoted cell; NUL stands at the end of the text and nowhere else
  size_t at_ = 0;
  size_t line_begin_ = 0;
  std::uint32_t line_ = 1;
  size_t told_ = 0;
  bool stopped_ = false;
  bool in_headings_ = true;
  size_t rows_ = 0;  // also faulty ones
  Spot surplus_{};  // where the first cell begins that is more than there are headings
};

void CsvParser::complain(Code code, const Spot& spot, std::vector<Argument> arguments, int length) {
  Place place{table_.file_, static_cast<int>(spot.line), static_cast<int>(column(spot))};
  if (told_++ == most_complaints) {
    diagnostics_.error(code::too_many_complaints, std::move(place), {{"limit", std::to_string(most_complaints)}});
    stopped_ = true;
  } else if (!stopped_) {
    diagnostics_.error(code, std::move(place), std::move(arguments), excerpt_at(text_, spot.offset), length);
  }
}

void CsvParser::skip_line_end() {
  if (at_ == text_.size()) return;
  at_ += text_[at_] == '\r' && text_[at_ + 1] == '\n' ? 2U : 1U;
  ++line_;
  line_begin_ = at_;
}

void CsvParser::skip_blank_lines() {
  while (at_ < text_.size()) {
    size_t end = at_;
    while (text_[end] == ' ' || (text_[end] == '\t' && table_.separator_ != '\t')) ++end;
    if (!ends_line(end)) return;
    at_ = end;
    skip_line_end();
  }
}

bool CsvParser::read_separator_line() {
  const size_t end = std::min(text_.find_first_of("\r\n", at_), text_.size());
  const std::string_view line = std::string_view(text_).substr(at_, end - at_);
  const auto is = [](char c, char lower) { return c == lower || c == lower - ('a' - 'A'); };
  const bool given = line.size() > 4 && is(line[0], 's') && is(line[1], 'e') && is(line[2], 'p') && line[3] == '=';
  const std::string_view value = given ? line.substr(4) : std::string_view();
  if (given && separators.find(value[0]) != separators.npos && value.find_first_not_of(value[0]) == value.npos) {
    table_.separator_ = value[0];
    at_ = end;  // Excel fills the line up with separators when it saves such a file again
    skip_line_end();
    skip_blank_lines();
    return true;
  }
  table_.separator_ = find_separator(text_, at_);
  if (given && count_characters(value) == 1) {
    complain(code::csv_unknown_separator, {at_ + 4, line_begin_, line_}, {{"separator", std::string(value)}});
    return false;
  }
  return true;
}

bool CsvParser::parse() {
  skip_blank_lines();
  if (!read_separator_line()) return false;
  if (at_ == text_.size()) {
    diagnostics_.error(code::csv_empty, {table_.file_, 0, 0});
    return false;
  }
  for (const char c : {'\0', '\n', '\r', '"', table_.separator_}) special_[static_cast<unsigned char>(c)] = true;
  const bool usable = read_headings();
  in_headings_ = false;
  while (!stopped_ && read_row()) {}
  return usable;
}

bool CsvParser::read_headings() {
  const std::uint32_t line = line_;
  const RowFault fault = read_cells();
  if (fault != RowFault::none || stopped_) {
    table_.cells_.clear();
    return false;
  }
  table_.columns_ = table_.cells_.size();
  table_.lines_.push_back(line);
  return check_headings();
}

bool CsvParser::check_headings() {
  bool good = true;
  for (size_t i = 0; i < table_.columns_; ++i) {
    std::string key = heading_key(table_.heading(i));
    const auto first = std::find(table_.keys_.begin(), table_.keys_.end(), key);
    const auto complain_about = [&](Code code, std::vector<Argument> arguments) {
      diagnostics_.add(table_.heading_complaint(Severity::error, code, i, std::move(arguments)));
      good = false;
    };
    if (key.empty()) {
      complain_about(code::csv_heading_empty, {{"number", std::to_string(i + 1)}});
    } else if (first != table_.keys_.end()) {
      const auto earlier = static_cast<size_t>(first - table_.keys_.begin());
      const Place place = table_.heading_place(earlier);
      complain_about(code::csv_heading_repeated,
                     {{"heading", std::string(table_.heading(i))},
                      {"number", std::to_string(i + 1)},
                      {"first", std::to_string(earlier + 1)},
                      {"line", std::to_string(place.line)},
                      {"column", std::to_string(place.column)}});
    }
    table_.keys_.push_back(std::move(key));
  }
  return good;
}

bool CsvParser::read_row() {
  skip_blank_lines();
  if (at_ == text_.size()) return false;
  const Spot row = here();
  if (rows_++ == limits_.rows) {
    complain(code::csv_too_many_rows, row, {{"limit", std::to_string(limits_.rows)}});
    return false;
  }
  const size_t first_cell = table_.cells_.size();
  const RowFault fault = read_cells();
  if (fault == RowFault::none && table_.columns_ > 0) {
    check_length(row, first_cell);
  } else {
    table_.cells_.resize(first_cell);
  }
  return true;
}

void CsvParser::check_length(const Spot& row, size_t first_cell) {
  const size_t seen = table_.cells_.size() - first_cell;
  if (seen == table_.columns_) {
    table_.lines_.push_back(row.line);
    return;
  }
  table_.cells_.resize(first_cell);
  const std::vector<Argument> arguments{{"seen", std::to_string(seen)}, {"expected", std::to_string(table_.columns_)}};
  if (seen < table_.columns_) {
    complain(code::csv_row_too_short, row, arguments, underlined(text_, row.offset, text_.size()));
  } else {
    complain(code::csv_row_too_long, surplus_, arguments, underlined(text_, surplus_.offset, text_.size()));
  }
}

// Reads a row and its line end. Only the headings stop the parser by being too many: a row that is too long is counted to its end.
CsvParser::RowFault CsvParser::read_cells() {
  RowFault fault = RowFault::none;
  const size_t first_cell = table_.cells_.size();
  for (;;) {
    const size_t seen = table_.cells_.size() - first_cell;
    if (seen == table_.columns_) surplus_ = here();
    if (in_headings_ && seen == limits_.columns) {
      complain(code::csv_too_many_columns, here(), {{"limit", std::to_string(limits_.columns)}});
      stopped_ = true;
      return fault;
    }
    if (text_[at_] == '"') {
      read_quoted(fault);
    } else {
      read_unquoted(fault);
    }
    if (at_ == text_.size() || text_[at_] != table_.separator_) break;
    ++at_;
  }
  skip_line_end();
  return fault;
}

void CsvParser::read_unquoted(RowFault& fault) {
  const size_t begin = at_;
  for (bool told = false;; ++at_) {
    while (!special_[static_cast<unsigned char>(text_[at_])]) ++at_;
    if (text_[at_] != '"') break;
    if (!told && fault != RowFault::out_of_step) {
      complain(code::csv_quote_in_cell, here(), {});
      fault = RowFault::quotes;
    }
    told = true;
  }
  table_.cells_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_ - begin)});
}

void CsvParser::read_quoted(RowFault& fault) {
  const Spot open = here();
  bool doubled = false;
  for (++at_;; ++at_) {
    const char c = text_[at_];
    if (c == '"' && text_[at_ + 1] == '"') {
      doubled = true;
      ++at_;
    } else if (c == '"' || (c == '\0' && at_ == text_.size())) {
      break;
    } else if (c == '\n' || (c == '\r' && text_[at_ + 1] != '\n')) {
      ++line_;
      line_begin_ = at_ + 1;
    }
  }
  const size_t begin = open.offset + 1;
  const size_t length = at_ - begin;
  if (at_ == text_.size()) {
    if (fault != RowFault::out_of_step) complain(code::csv_unclosed_quote, open, {}, underlined(text_, open.offset, at_));
    fault = RowFault::out_of_step;
    return;
  }
  ++at_;
  if (!ends_line(at_) && text_[at_] != table_.separator_) {
    if (fault != RowFault::out_of_step) {
      complain(code::csv_text_after_quote, here(), {{"line", std::to_string(open.line)}, {"column", std::to_string(column(open))}});
    }
    fault = RowFault::out_of_step;
    while (!ends_line(at_) && text_[at_] != table_.separator_) ++at_;
  }
  if (doubled && fault == RowFault::none) unescape(begin, length);
  table_.cells_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length) | (doubled ? CsvTable::has_doubled : 0U)});
}

void CsvParser::unescape(size_t begin, size_t length) {
  const size_t side_begin = table_.side_.size();
  for (size_t i = begin; i < begin + length; ++i) {
    table_.side_ += text_[i];
    if (text_[i] == '"') ++i;
  }
  table_.unescaped_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(side_begin),
                               static_cast<std::uint32_t>(table_.side_.size() - side_begin)});
}

std::optional<CsvTable> parse_csv(std::string file_shown, std::string bytes, Diagnostics& diagnostics, CsvLimits limits) {
  const size_t most_bytes = std::min(limits.bytes, CsvLimits{}.bytes);
  if (bytes.size() > most_bytes) {
    diagnostics.error(code::file_too_large, {file_shown, 0, 0},
                      {{"limit", std::to_string(most_bytes)}, {"seen", std::to_string(bytes.size())}});
    return std::nullopt;
  }
  std::optional<Text> text = decode_text(file_shown, std::move(bytes), diagnostics);
  if (!text) return std::nullopt;
  CsvTable table;
  if (!CsvParser(table, std::move(file_shown), *std::move(text), diagnostics, limits).parse()) return std::nullopt;
  return table;
}

}  // namespace lagesbild::read
