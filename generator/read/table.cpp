#include "read/table.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "read/dataset_codes.hpp"

namespace lagesbild::read {

Table::Table(const CsvTable& csv, std::span<const FieldName> fields, Diagnostics& diagnostics)
    : csv_(csv), fields_(fields), diagnostics_(diagnostics), column_(fields.size()) {
  std::vector<std::string_view> known;
  for (const FieldName& field : fields) {
    known.push_back(field.name);
    if (!field.alias.empty()) known.push_back(field.alias);
  }
  for (std::size_t column = 0; column < csv.columns(); ++column) {
    const std::string_view heading = trim(csv.heading(column));
    const std::string key = heading_key(heading);
    const auto match = std::find_if(fields.begin(), fields.end(), [&](const FieldName& f) {
      return key == heading_key(f.name) || (!f.alias.empty() && key == heading_key(f.alias));
    });
    if (match == fields.end()) {
      diagnostics.add(csv.heading_complaint(Severity::error, code::unknown_column, column,
                                            {{"seen", std::string{heading}}, {"like", std::string{did_you_mean(heading, known)}}}));
      usable_ = false;
      continue;
    }
    auto& slot = column_[static_cast<std::size_t>(match - fields.begin())];
    if (slot) {
      diagnostics.add(csv.heading_complaint(Severity::error, code::column_twice, column,
                                            {{"seen", std::string{heading}}, {"other", std::string{csv.heading(*slot)}}}));
      usable_ = false;
    }
    slot = column;
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].need == Need::required && !column_[i]) {
      diagnostics.error(code::missing_column, {csv.file(), 1, 0},
                        {{"name", std::string{fields[i].name}}, {"alias", std::string{fields[i].alias}}});
      usable_ = false;
    }
  }
}

std::string_view Table::text(std::size_t row, std::size_t field) const {
  return column_[field] ? trim(csv_.cell(row, *column_[field])) : std::string_view{};
}

std::string_view Table::required_text(std::size_t row, std::size_t field) {
  const std::string_view value = text(row, field);
  if (value.empty()) complain(row, field, code::empty_cell, {{"name", std::string{fields_[field].name}}});
  return value;
}

std::optional<int> Table::integer(std::size_t row, std::size_t field, int least, int most) {
  const std::string_view value = text(row, field);
  if (value.empty()) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || number < least || number > most) {
    complain(row, field, code::not_integer,
             {{"seen", std::string{value}}, {"least", std::to_string(least)}, {"most", std::to_string(most)}});
    return std::nullopt;
  }
  return number;
}

std::optional<Date> Table::date(std::size_t row, std::size_t field) {
  const std::string_view value = text(row, field);
  if (value.empty()) return std::nullopt;
  const auto date = parse_date(value);
  if (!date) complain(row, field, code::not_date, {{"seen", std::string{value}}});
  return date;
}

std::optional<int> Table::hundredths(std::size_t row, std::size_t field) {
  const std::string_view value = text(row, field);
  if (value.empty()) return std::nullopt;
  const std::size_t point = value.find_first_of(",.");
  const std::string_view whole = value.substr(0, point);
  const std::string_view part = point == std::string_view::npos ? std::string_view{} : value.substr(point + 1);
  const auto digits = [](std::string_view t) { return t.find_first_not_of("0123456789") == std::string_view::npos; };
  if (whole.empty() || whole.size() > 6 || part.size() > 2 || !digits(whole) || !digits(part) ||
      (point != std::string_view::npos && part.empty())) {
    complain(row, field, code::not_decimal, {{"seen", std::string{value}}});
    return std::nullopt;
  }
  int number = 0;
  for (const char digit : whole) number = number * 10 + (digit - '0');
  for (std::size_t i = 0; i < 2; ++i) number = number * 10 + (i < part.size() ? part[i] - '0' : 0);
  return number;
}

std::optional<std::size_t> Table::one_of(std::size_t row, std::size_t field, std::initializer_list<std::string_view> allowed) {
  const std::string_view value = text(row, field);
  if (value.empty()) return std::nullopt;
  const auto match = std::find(allowed.begin(), allowed.end(), value);
  if (match != allowed.end()) return static_cast<std::size_t>(match - allowed.begin());
  std::string listed;
  for (const std::string_view word : allowed) {
    if (!listed.empty()) listed += ", ";
    listed += word;
  }
  complain(row, field, code::not_one_of, {{"seen", std::string{value}}, {"allowed", std::move(listed)}});
  return std::nullopt;
}

void Table::complain(std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments) {
  report(Severity::error, row, field, code, std::move(arguments));
}

void Table::warn(std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments) {
  report(Severity::warning, row, field, code, std::move(arguments));
}

void Table::report(Severity severity, std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments) {
  diagnostics_.add(csv_.cell_complaint(severity, code, row, column_[field].value_or(0), std::move(arguments)));
}

}  // namespace lagesbild::read
