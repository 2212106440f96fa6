#include "fetch/odbc_cells.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <set>

#include "fetch/wide_text.hpp"

namespace lagesbild::fetch {
namespace {

struct Described {
  std::string name;
  SQLSMALLINT type = 0;
  std::string type_name;
};

std::optional<Described> describe(SQLHSTMT statement, SQLUSMALLINT place) {
  std::array<SQLWCHAR, 512> name{}, type_name{};
  SQLSMALLINT length = 0, type = 0, digits = 0, nullable = 0, bytes = 0;
  SQLULEN size = 0;
  if (!SQL_SUCCEEDED(SQLDescribeColW(statement, place, name.data(), static_cast<SQLSMALLINT>(name.size()), &length, &type, &size, &digits,
                                     &nullable))) {
    return std::nullopt;
  }
  SQLColAttributeW(statement, place, SQL_DESC_TYPE_NAME, type_name.data(), static_cast<SQLSMALLINT>(sizeof type_name), &bytes, nullptr);
  const auto text = [](const auto& wide) {
    const auto end = std::find(wide.begin(), wide.end() - 1, SQLWCHAR{0});
    return from_wide(wide.data(), static_cast<std::size_t>(end - wide.begin())).value_or("");
  };
  return Described{text(name), type, text(type_name)};
}

bool is_yes_no(const Described& column) {
  std::string name = column.type_name;
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return column.type == SQL_BIT || name == "bool" || name == "boolean";
}

bool is_binary(SQLSMALLINT type) { return type == SQL_BINARY || type == SQL_VARBINARY || type == SQL_LONGVARBINARY; }

Column::Form form_of(const Described& column, Days days) {
  if (is_yes_no(column)) return Column::Form::yes_no;
  switch (column.type) {
    case SQL_DECIMAL: case SQL_NUMERIC: case SQL_REAL: case SQL_FLOAT: case SQL_DOUBLE: return Column::Form::number;
    case SQL_DATE: case SQL_TYPE_DATE: return days == Days::as_fields ? Column::Form::day : Column::Form::text;
    case SQL_TIMESTAMP: case SQL_TYPE_TIMESTAMP: return days == Days::as_fields ? Column::Form::moment : Column::Form::text;
    default: return Column::Form::text;
  }
}

// As text, or nothing of a NULL.
Told read_text(SQLHSTMT statement, SQLUSMALLINT place, std::uint64_t most_bytes, std::optional<std::string>& text) {
  WideText whole;
  for (;;) {
    std::array<SQLWCHAR, 4096> part{};
    SQLLEN length = 0;
    const SQLRETURN got = SQLGetData(statement, place, SQL_C_WCHAR, part.data(), static_cast<SQLLEN>(sizeof part), &length);
    if (got == SQL_NO_DATA) break;
    if (!SQL_SUCCEEDED(got)) return {Trouble::sql, {}};
    if (length == SQL_NULL_DATA) return {};
    constexpr std::size_t most = part.size() - 1;  // the driver ends it with a 0
    const bool more = length == SQL_NO_TOTAL || static_cast<std::size_t>(length) / sizeof(SQLWCHAR) > most;
    const std::size_t units = more ? most : static_cast<std::size_t>(length) / sizeof(SQLWCHAR);
    whole.insert(whole.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(units));
    if (whole.size() > most_bytes) return {Trouble::too_large, {}};
    if (!more) break;
  }
  text = from_wide(whole.data(), whole.size());
  return text ? Told{} : Told{Trouble::text, {}};
}

Told read_moment(SQLHSTMT statement, SQLUSMALLINT place, Column::Form form, std::optional<std::string>& text) {
  SQL_TIMESTAMP_STRUCT at{};
  SQLLEN length = 0;
  if (!SQL_SUCCEEDED(SQLGetData(statement, place, SQL_C_TYPE_TIMESTAMP, &at, sizeof at, &length))) return {Trouble::sql, {}};
  if (length == SQL_NULL_DATA) return {};
  std::array<char, 64> written{};
  std::snprintf(written.data(), written.size(), "%04d-%02u-%02u", static_cast<int>(at.year), unsigned{at.month}, unsigned{at.day});
  text = written.data();
  if (form == Column::Form::day || (at.hour == 0 && at.minute == 0 && at.second == 0)) return {};
  std::snprintf(written.data(), written.size(), " %02u:%02u:%02u", unsigned{at.hour}, unsigned{at.minute}, unsigned{at.second});
  *text += written.data();
  return {};
}

std::string in_form(const std::string& text, Column::Form form) {
  if (form == Column::Form::number) return tidy_number(text);
  if (form != Column::Form::yes_no) return text;
  if (text == "1" || text == "t" || text == "true") return "ja";
  return text == "0" || text == "f" || text == "false" ? "nej" : text;
}

}  // namespace

std::string tidy_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  std::string_view plain = negative ? text.substr(1) : text;
  const std::size_t point = plain.find('.');
  if (point == std::string_view::npos || plain.find_first_not_of("0123456789.") != std::string_view::npos) return std::string{text};
  while (plain.ends_with('0')) plain.remove_suffix(1);
  if (plain.ends_with('.')) plain.remove_suffix(1);
  return (negative ? "-" : "") + std::string{point == 0 ? "0" : ""} + std::string{plain};
}

std::string data_cell(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\xA0' || c == '\xC2'; };  // the last two: U+00A0, among others
  const bool padded = !text.empty() && (is_blank(text.front()) || is_blank(text.back()));
  if (!padded && text.find_first_of(";,\t\"\r\n") == std::string_view::npos) return std::string{text};
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += c;
    cell += c;
  }
  return cell += '"';
}

std::string head_of(const std::vector<Column>& columns) {
  std::string row;
  for (const Column& column : columns) row.append(row.empty() ? "" : ";").append(data_cell(column.name));
  return row += "\r\n";
}

Told describe_columns(SQLHSTMT statement, Days days, std::vector<Column>& columns) {
  SQLSMALLINT count = 0;
  if (!SQL_SUCCEEDED(SQLNumResultCols(statement, &count)) || count <= 0) return {Trouble::no_columns, {}};
  std::set<std::string> names;
  for (SQLSMALLINT place = 1; place <= count; ++place) {
    const auto described = describe(statement, static_cast<SQLUSMALLINT>(place));
    if (!described || described->name.empty()) return {Trouble::column_unnamed, std::to_string(place)};
    if (described->name.find_first_of("\r\n") != std::string::npos) return {Trouble::column_unnamed, std::to_string(place)};
    if (!names.insert(described->name).second) return {Trouble::column_twice, described->name};
    if (is_binary(described->type)) return {Trouble::binary, described->name};
    columns.push_back({described->name, form_of(*described, days)});
  }
  return {};
}

Told read_row(SQLHSTMT statement, const std::vector<Column>& columns, std::uint64_t most_bytes, std::string& row) {
  row.clear();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    const auto place = static_cast<SQLUSMALLINT>(i + 1);
    std::optional<std::string> text;
    const bool as_fields = column.form == Column::Form::day || column.form == Column::Form::moment;
    const Told told = as_fields ? read_moment(statement, place, column.form, text) : read_text(statement, place, most_bytes, text);
    if (told.trouble == Trouble::text) return {Trouble::text, column.name};
    if (told.trouble != Trouble::none) return told;
    if (text && text->find('\0') != std::string::npos) return {Trouble::nul, column.name};
    if (i > 0) row += ';';
    if (text) row += data_cell(in_form(*text, column.form));
    if (row.size() > most_bytes) return {Trouble::too_large, {}};
  }
  if (row.empty()) row = "\"\"";  // else it would be an empty line, which is no row
  row += "\r\n";
  return {};
}

}  // namespace lagesbild::fetch
