#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "read/codes.hpp"
#include "read/encoding.hpp"
#include "read/json_fault.hpp"
#include "read/json_table.hpp"

namespace lagesbild::read {
namespace {

using std::size_t;

// Where the number ends that begins here. No further: of 012 the parser has told 0 only.
size_t number_end(const std::string& text, size_t begin) {
  const auto skip_digits = [&text](size_t at) { return std::min(text.find_first_not_of("0123456789", at), text.size()); };
  size_t end = begin + (text[begin] == '-' ? 1U : 0U);
  end = text[end] == '0' ? end + 1 : skip_digits(end);
  if (text[end] == '.') end = skip_digits(end + 1);
  if (text[end] == 'e' || text[end] == 'E') end = skip_digits(end + (text[end + 1] == '+' || text[end + 1] == '-' ? 2U : 1U));
  return end;
}

// 1.5e3 as 1500: the same number, to the digit. Nothing when there would be very many of them.
std::optional<std::string> without_exponent(std::string_view number) {
  constexpr int most = 40;
  const size_t e = number.find_first_of("eE");
  if (e == number.npos) return std::string(number);
  const std::string_view sign = number.substr(0, number[0] == '-' ? 1 : 0);
  const std::string_view mantissa = number.substr(sign.size(), e - sign.size());
  int exponent = 0;
  for (const char c : number.substr(e + 1)) {
    if (c >= '0' && c <= '9') exponent = std::min(exponent * 10 + (c - '0'), most);
  }
  if (number[e + 1] == '-') exponent = -exponent;
  const size_t whole = std::min(mantissa.find('.'), mantissa.size());
  std::string digits(mantissa.substr(0, whole));
  if (whole < mantissa.size()) digits += mantissa.substr(whole + 1);
  int point = static_cast<int>(whole) + exponent;
  if (exponent >= most || exponent <= -most || digits.size() > most) return std::nullopt;
  if (point < 1) digits.insert(0, static_cast<size_t>(1 - point), '0'), point = 1;
  if (point > static_cast<int>(digits.size())) digits.append(static_cast<size_t>(point) - digits.size(), '0');
  const size_t zeros = std::min(digits.find_first_not_of('0'), static_cast<size_t>(point) - 1);  // one may stand before the point
  std::string plain = std::string(sign) + digits.substr(zeros, static_cast<size_t>(point) - zeros);
  if (static_cast<size_t>(point) < digits.size()) plain += "." + digits.substr(static_cast<size_t>(point));
  return plain;
}

}  // namespace

// Told of each token by the parser, in order. Where it stands is read from the text: after the token before it there are only blanks,
// commas and colons.
class JsonReader {
 public:
  JsonReader(JsonTable& table, std::string file_shown, std::string text, Diagnostics& diagnostics, const JsonLimits& limits)
      : table_(table), text_(table.text_ = std::move(text)), diagnostics_(diagnostics), limits_(limits), finder_(text_) {
    table_.file_ = std::move(file_shown);
  }
  bool read();

  using Json = nlohmann::json;
  bool null() { return literal(4, std::string_view()); }
  bool boolean(bool value) { return value ? literal(4, "true") : literal(5, "false"); }
  bool number_integer(Json::number_integer_t) { return number(); }
  bool number_unsigned(Json::number_unsigned_t) { return number(); }
  bool number_float(Json::number_float_t, const std::string&) { return number(); }
  bool string(std::string& content);
  bool binary(Json::binary_t&) { return false; }  // JSON has none
  bool start_object(size_t) { return open(); }
  bool key(std::string& name);
  bool end_object() { return close(); }
  bool start_array(size_t) { return open(); }
  bool end_array() { return close(); }
  bool parse_error(size_t, const std::string&, const nlohmann::detail::exception& error);

 private:
  enum class In { file, wrapper, rows, row, values, refused };
  struct Bracket {
    In in;
    size_t offset;
  };
  struct Seen {
    size_t row;  // counted from 1
    size_t begin;
  };

  In in() const { return open_.empty() ? In::file : open_.back().in; }
  size_t next_token() const { return std::min(text_.find_first_not_of(" \t\r\n,:", done_), text_.size()); }
  size_t string_end(size_t open) const;
  bool literal(size_t length, std::string_view content);
  bool number();
  bool value(size_t begin, size_t end, std::string_view content);
  bool open();
  bool close();
  In inside(size_t begin);
  void start_row(size_t begin);
  void end_row();
  void name_cell(const std::string& name, size_t begin);
  std::optional<size_t> find_column(const std::string& name, size_t begin);
  void add_cell(size_t begin, size_t end, std::string_view content);
  void refuse(Code code, size_t begin, size_t end, std::vector<Argument> arguments = {});
  void stop(Code code, size_t begin, size_t limit);

  JsonTable& table_;
  const std::string& text_;
  Diagnostics& diagnostics_;
  JsonLimits limits_;
  SpotFinder finder_;                 // at the last row
  JsonTable::Spot spot_{0, 1, 1};     // the same
  size_t done_ = 0;                   // where the last token ends
  JsonAfter after_ = JsonAfter::nothing;
  std::vector<Bracket> open_;
  bool has_rows_ = false;
  bool broken_ = false;
  bool stopped_ = false;
  size_t told_ = 0;
  size_t row_ = 0;                    // counted from 1, also faulty ones
  size_t first_cell_ = 0;             // of the row
  bool faulty_ = false;               // the row
  std::string name_;                  // of the member or cell that comes
  std::optional<size_t> column_;      // of the cell that comes
  std::string joined_;                // the list in it
  bool joined_any_ = false;
  std::unordered_map<std::string, size_t> columns_;  // by heading_key
  std::vector<Seen> seen_;            // by column: the last row that had it, and where
};

bool JsonReader::read() {
  if (text_.find_first_not_of(" \t\r\n") == text_.npos) {
    diagnostics_.error(code::json_empty, {table_.file_, 0, 0});
    return false;
  }
  const size_t errors = diagnostics_.errors();
  Json::sax_parse(text_.data(), text_.data() + text_.size(), this);
  if (broken_) return false;
  if (table_.headings_.empty() && diagnostics_.errors() == errors) diagnostics_.error(code::json_no_rows, {table_.file_, 0, 0});
  return !table_.headings_.empty();
}

void JsonReader::refuse(Code code, size_t begin, size_t end, std::vector<Argument> arguments) {
  if (in() == In::row || in() == In::values) faulty_ = true;
  if (told_++ == most_complaints) {
    diagnostics_.error(code::too_many_complaints, table_.place(spot_, begin), {{"limit", std::to_string(most_complaints)}});
    stopped_ = true;
  } else if (!stopped_) {
    diagnostics_.add(table_.complaint(Severity::error, code, spot_, begin, end - begin, std::move(arguments)));
  }
}

void JsonReader::stop(Code code, size_t begin, size_t limit) {
  refuse(code, begin, begin + 1, {{"limit", std::to_string(limit)}});
  stopped_ = true;
}

size_t JsonReader::string_end(size_t open) const {
  size_t end = open + 1;
  while (text_[end] != '"') end += text_[end] == '\\' ? 2U : 1U;
  return end + 1;
}

bool JsonReader::literal(size_t length, std::string_view content) {
  const size_t begin = next_token();
  return value(begin, begin + length, content);
}

bool JsonReader::number() {
  const size_t begin = next_token();
  const size_t end = number_end(text_, begin);
  const std::string_view written = std::string_view(text_).substr(begin, end - begin);
  if (written.find_first_of("eE") == written.npos) return value(begin, end, written);
  const auto plain = without_exponent(written);
  if (!plain) refuse(code::json_number_too_large, begin, end);
  return value(begin, end, plain.value_or(std::string()));
}

bool JsonReader::string(std::string& content) {
  const size_t begin = next_token();
  const size_t end = string_end(begin);
  const bool has_escapes = content.size() != end - begin - 2;  // the decoding of the file has not seen through them
  const auto unfit = has_escapes ? find_unfit(content) : std::nullopt;
  if (unfit) refuse(unfit->code, begin, end, {{"character", unfit->character}});
  return value(begin, end, content);
}

bool JsonReader::value(size_t begin, size_t end, std::string_view content) {
  done_ = end;
  after_ = JsonAfter::all;
  switch (in()) {
    case In::file: refuse(code::json_not_a_list, begin, end, {{"seen", text_.substr(begin, 1)}}); break;
    case In::wrapper: refuse(code::json_member_not_rows, begin, end, {{"name", name_}}); break;
    case In::rows: refuse(code::json_row_not_object, begin, end); break;
    case In::row: add_cell(begin, end, content); break;
    case In::values:
      if (text_[begin] == 'n') break;  // null
      if (std::exchange(joined_any_, true)) joined_ += ", ";
      joined_ += content;
      break;
    case In::refused: break;
  }
  return !stopped_;
}

// What the bracket that opens here is for.
JsonReader::In JsonReader::inside(size_t begin) {
  const bool object = text_[begin] == '{';
  const In outer = in();
  if (outer == In::file) return object ? In::wrapper : In::rows;
  if (outer == In::wrapper && !object && !has_rows_) return In::rows;
  if (outer == In::rows && object) return In::row;
  if (outer == In::row && !object) return In::values;
  if (outer == In::wrapper) refuse(code::json_member_not_rows, begin, begin + 1, {{"name", name_}});
  if (outer == In::rows) refuse(code::json_row_not_object, begin, begin + 1);
  if (outer == In::row || outer == In::values) refuse(code::json_nested, begin, begin + 1, {{"name", name_}});
  return In::refused;
}

bool JsonReader::open() {
  const size_t begin = next_token();
  const In inner = inside(begin);
  if (open_.size() == limits_.depth) stop(code::json_too_deep, begin, limits_.depth);
  open_.push_back({inner, begin});
  done_ = begin + 1;
  after_ = text_[begin] == '{' ? JsonAfter::open_object : JsonAfter::open_list;
  if (inner == In::rows) has_rows_ = true;
  if (inner == In::row) start_row(begin);
  if (inner == In::values) {
    joined_.clear();
    joined_any_ = false;
  }
  return !stopped_;
}

bool JsonReader::close() {
  const Bracket bracket = open_.back();
  open_.pop_back();
  done_ = next_token() + 1;
  after_ = JsonAfter::all;
  if (bracket.in == In::row) end_row();
  if (bracket.in == In::values) add_cell(bracket.offset, done_, joined_);
  return !stopped_;
}

void JsonReader::start_row(size_t begin) {
  finder_.move_to(begin);
  spot_ = {static_cast<std::uint32_t>(begin), finder_.line(), finder_.column()};
  first_cell_ = table_.cells_.size();
  faulty_ = false;
  if (row_++ == limits_.rows) stop(code::json_too_many_rows, begin, limits_.rows);
}

void JsonReader::end_row() {
  const auto first = table_.cells_.begin() + static_cast<std::ptrdiff_t>(first_cell_);
  if (faulty_) {
    table_.cells_.erase(first, table_.cells_.end());
    return;
  }
  const auto by_column = [](const JsonTable::Cell& a, const JsonTable::Cell& b) { return a.column < b.column; };
  if (!std::is_sorted(first, table_.cells_.end(), by_column)) std::sort(first, table_.cells_.end(), by_column);
  table_.rows_.push_back({spot_, static_cast<std::uint32_t>(first_cell_), static_cast<std::uint32_t>(table_.cells_.end() - first)});
}

bool JsonReader::key(std::string& name) {
  const size_t begin = next_token();
  done_ = string_end(begin);
  after_ = JsonAfter::name;
  if (in() == In::wrapper) name_ = name;
  if (in() == In::row) name_cell(name, begin);
  return !stopped_;
}

void JsonReader::name_cell(const std::string& name, size_t begin) {
  name_ = name;
  column_ = find_column(name, begin);
  if (!column_) return;
  Seen& seen = seen_[*column_];
  if (seen.row == row_) {
    const Place first = table_.place(spot_, seen.begin);
    refuse(code::json_name_repeated, begin, done_,
           {{"name", name}, {"line", std::to_string(first.line)}, {"column", std::to_string(first.column)}});
    if (!stopped_) diagnostics_.see_also(first);
    column_.reset();
  }
  seen = {row_, begin};
}

std::optional<size_t> JsonReader::find_column(const std::string& name, size_t begin) {
  const size_t likely = table_.cells_.size() - first_cell_;  // names mostly come in the order of the first row
  if (likely < table_.headings_.size() && table_.headings_[likely].name == name) return likely;
  std::string key = heading_key(name);
  if (const auto known = columns_.find(key); known != columns_.end()) return known->second;
  if (key.empty()) {
    refuse(code::json_name_empty, begin, done_);
  } else if (const auto unfit = find_unfit(name)) {
    refuse(unfit->code, begin, done_, {{"character", unfit->character}});
  } else if (table_.headings_.size() == std::min<size_t>(limits_.columns, 0xFFFF)) {
    stop(code::json_too_many_columns, begin, limits_.columns);
  } else {
    const size_t column = table_.headings_.size();
    const Place where = table_.place(spot_, begin);
    const JsonTable::Spot spot{static_cast<std::uint32_t>(begin), where.line, where.column};
    table_.headings_.push_back({name, spot, static_cast<std::uint32_t>(done_ - begin)});
    seen_.push_back({0, 0});
    columns_.emplace(std::move(key), column);
    return column;
  }
  return std::nullopt;
}

void JsonReader::add_cell(size_t begin, size_t end, std::string_view content) {
  if (!column_) return;
  const auto number = [](size_t size) { return static_cast<std::uint32_t>(size); };
  const JsonTable::Cell cell{number(begin), number(end - begin), static_cast<std::uint16_t>(*column_), false};
  table_.cells_.push_back(cell);
  if (table_.written(cell) == content) return;
  table_.cells_.back().elsewhere = true;
  table_.sides_.push_back({cell.begin, number(table_.side_.size()), number(content.size())});
  table_.side_ += content;
}

bool JsonReader::parse_error(size_t, const std::string&, const nlohmann::detail::exception& error) {
  broken_ = true;
  constexpr int out_of_range = 406;
  if (error.id == out_of_range) {
    const size_t begin = next_token();
    refuse(code::json_number_too_large, begin, number_end(text_, begin));
    return false;
  }
  if (after_ == JsonAfter::all && !open_.empty()) {
    after_ = text_[open_.back().offset] == '{' ? JsonAfter::value_in_object : JsonAfter::value_in_list;
  }
  JsonFault fault = find_json_fault(text_, done_, after_);
  if (fault.code == code::json_ends_early && !open_.empty()) {
    const Place bracket = table_.place({0, 1, 1}, open_.back().offset);
    refuse(fault.code, fault.begin, fault.end, {{"line", std::to_string(bracket.line)}, {"column", std::to_string(bracket.column)}});
    if (!stopped_) diagnostics_.see_also(bracket);
  } else {
    refuse(fault.code, fault.begin, fault.end, std::move(fault.arguments));
  }
  return false;
}

std::unique_ptr<Grid> parse_json(std::string file_shown, std::string bytes, Diagnostics& diagnostics, JsonLimits limits) {
  const size_t most_bytes = std::min(limits.bytes, JsonLimits{}.bytes);
  if (bytes.size() > most_bytes) {
    diagnostics.error(code::file_too_large, {file_shown, 0, 0},
                      {{"limit", std::to_string(most_bytes)}, {"seen", std::to_string(bytes.size())}});
    return nullptr;
  }
  std::optional<Text> text = decode_text(file_shown, std::move(bytes), diagnostics);
  if (!text) return nullptr;
  auto table = std::make_unique<JsonTable>();
  if (!JsonReader(*table, std::move(file_shown), std::move(text->utf8), diagnostics, limits).read()) return nullptr;
  return table;
}

}  // namespace lagesbild::read
