// The rows of an answer as CSV. A cell is written as the readers of files understand it: yes and no as ja and nej, decimals with a point
// and without idle zeros (12.000 may be read as twelve thousand), days as ISO, NULL as nothing. Texts are as they are: unlike base/csv.hpp
// nothing is put before what a spreadsheet would take for a formula, because this is read back as data.
#pragma once
#include <sql.h>
#include <sqlext.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fetch/odbc.hpp"

namespace lagesbild::fetch {

enum class Days : std::uint8_t { as_text, as_fields };  // as_text: the server writes ISO days; SQLite hands on whatever stands there

struct Column {
  enum class Form : std::uint8_t { text, yes_no, number, day, moment };
  std::string name;
  Form form = Form::text;
};

Told describe_columns(SQLHSTMT statement, Days days, std::vector<Column>& columns);
std::string head_of(const std::vector<Column>& columns);

// The row that was fetched. Trouble::sql: ask the statement what is wrong.
Told read_row(SQLHSTMT statement, const std::vector<Column>& columns, std::uint64_t most_bytes, std::string& row);

std::string tidy_number(std::string_view text);   // .50 -> 0.5; 12.000 -> 12; what is no plain number is left alone
std::string data_cell(std::string_view text);     // quoted where a reader of CSV would not see it as it is

}  // namespace lagesbild::fetch
