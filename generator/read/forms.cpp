#include "read/forms.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "model/grade.hpp"
#include "read/dataset_codes.hpp"
#include "read/grid.hpp"

namespace lagesbild::read {
namespace {

using model::Field;
using model::FieldType;
using State = Value::State;

constexpr Value wrong{State::wrong, 0, {}};

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

std::int64_t digits_of(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Length of the blank that begins here: an ordinary one, or one of those that group thousands (U+00A0, U+2009, U+202F); 0: none.
std::size_t blank_at(std::string_view text, std::size_t at) {
  if (text[at] == ' ') return 1;
  for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF"}) {
    if (text.substr(at).starts_with(blank)) return blank.size();
  }
  return 0;
}

// 13 750 as 13750; "" when the groups are not of three.
std::string without_groups(std::string_view text) {
  std::string digits;
  std::size_t group = 0;
  bool grouped = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t blank = blank_at(text, at)) {
      if (group == 0 || group > 3 || (grouped && group != 3)) return {};
      grouped = true;
      group = 0;
      at += blank;
      continue;
    }
    digits += text[at++];
    ++group;
  }
  return !grouped || group == 3 ? digits : std::string{};
}

struct Number {
  State state = State::wrong;
  std::int64_t hundredths = 0;
};

// Digits, perhaps in groups, perhaps with a decimal sign and at most `decimals` that are not zeros.
Number number_of(std::string_view text, std::size_t decimals) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t sign = text.find_first_of(",.");
  std::string_view part = sign == std::string_view::npos ? std::string_view{} : text.substr(sign + 1);
  if (sign != std::string_view::npos && (!all_digits(part) || part.size() == 3)) return {};  // 12,000 may be twelve or twelve thousand
  State state = State::good;
  const std::string_view written = text.substr(0, sign);
  std::string whole{written};
  if (!all_digits(whole)) {
    whole = without_groups(written);
    state = State::mended;
  }
  if (!all_digits(whole) || whole.size() > 12) return {};
  while (part.size() > decimals && part.ends_with('0')) {
    part.remove_suffix(1);
    if (decimals == 0) state = State::mended;
  }
  if (part.size() > decimals) return {};
  std::int64_t hundredths = digits_of(whole) * 100;
  if (!part.empty()) hundredths += digits_of(part) * (part.size() == 1 ? 10 : 1);
  return {state, negative ? -hundredths : hundredths};
}

Value number_value(const Field& field, std::string_view cell) {
  if (field.type == FieldType::percent && cell.ends_with('%')) cell = trim(cell.substr(0, cell.size() - 1));
  const bool decimal = field.type == FieldType::decimal;
  const Number seen = number_of(cell, decimal ? 2 : 0);
  if (seen.state == State::wrong || seen.hundredths < *field.least * 100 || seen.hundredths > *field.most * 100) return wrong;
  return {seen.state, decimal ? seen.hundredths : seen.hundredths / 100, {}};
}

// Year first: 2026-11-22, 2026-1-3, 2026/11/22, 2026.11.22, 20261122; a time of midnight may follow.
Value written_date(std::string_view cell) {
  if (const auto date = parse_date(cell)) return {State::good, 0, *date};
  if (const std::size_t time = cell.find_first_of(" T"); time != std::string_view::npos) {
    const std::string_view midnight = cell.substr(time + 1);
    if (midnight.find_first_not_of("0:.Z") != std::string_view::npos) return wrong;
    cell = cell.substr(0, time);
  }
  std::string text;
  if (all_digits(cell) && cell.size() == 8) {
    text = std::string{cell.substr(0, 4)} + "-" + std::string{cell.substr(4, 2)} + "-" + std::string{cell.substr(6)};
  } else if (cell.size() >= 8 && cell.size() <= 10 && all_digits(cell.substr(0, 4)) && cell.find_first_of("-/.") == 4) {
    const std::size_t second = cell.find(cell[4], 5);
    if (second == std::string_view::npos) return wrong;
    const auto two = [](std::string_view part) { return (part.size() == 1 ? "0" : "") + std::string{part}; };
    text = std::string{cell.substr(0, 4)} + "-" + two(cell.substr(5, second - 5)) + "-" + two(cell.substr(second + 1));
  }
  const auto date = parse_date(text);
  return date ? Value{State::mended, 0, *date} : wrong;
}

// A number of days, perhaps with a part of one, as Excel keeps dates: only such as mean 1990 to 2099.
Value serial_date(std::string_view cell, Date day_zero) {
  const std::string_view days = cell.substr(0, cell.find_first_of(",."));
  if (!all_digits(days) || days.size() != 5 || (cell != days && !all_digits(cell.substr(days.size() + 1)))) return wrong;
  const Date date{std::chrono::sys_days{day_zero} + std::chrono::days{digits_of(days)}};
  return date.year() >= std::chrono::year{1990} && date.year() < std::chrono::year{2100} ? Value{State::mended, 0, date} : wrong;
}

Value date_value(std::string_view cell, Date day_zero) {
  const Value written = written_date(cell);
  return written.known() ? written : serial_date(cell, day_zero);
}

Value grade_value(std::string_view cell) {
  if (const auto grade = model::parse_grade(cell)) return {State::good, static_cast<std::int64_t>(*grade), {}};
  if (cell.size() == 1 && cell[0] >= 'a' && cell[0] <= 'd') return {State::mended, cell[0] - 'a', {}};
  return wrong;
}

Value choice_value(const Field& field, std::string_view cell) {
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    if (field.choices[i].id == cell) return {State::good, static_cast<std::int64_t>(i), {}};
  }
  const std::string key = heading_key(cell);
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    const model::Choice& choice = field.choices[i];
    const auto same = [&](std::string_view word) { return heading_key(word) == key; };
    const bool named = same(choice.id) || same(choice.name.sv) || same(choice.name.en);
    if (named || std::any_of(choice.aliases.begin(), choice.aliases.end(), same)) return {State::good, static_cast<std::int64_t>(i), {}};
  }
  return wrong;
}

Value yes_no_value(std::string_view cell) {
  const auto meant = [](std::string_view word) -> Value {
    for (const std::string_view yes : {"ja", "yes", "true", "sant", "1", "x"}) {
      if (word == yes) return {State::good, 1, {}};
    }
    for (const std::string_view no : {"nej", "no", "false", "falskt", "0"}) {
      if (word == no) return {State::good, 0, {}};
    }
    return wrong;
  };
  const Value as_written = meant(cell);  // most are, and a key takes time to make
  return as_written.known() ? as_written : meant(heading_key(cell));
}

bool too_long(const Field& field, std::string_view cell) {
  return cell.size() > field.longest && count_characters(cell) > field.longest;
}

Value text_value(const Field& field, std::string_view cell) {
  if (too_long(field, cell)) return wrong;
  const bool odd_blank = cell.find("\xC2\xA0") != std::string_view::npos;
  const bool broken = !field.free_text && cell.find_first_of("\n\r") != std::string_view::npos;
  return {odd_blank || broken ? State::mended : State::good, 0, {}};
}

bool has_blank(std::string_view cell) {
  return cell.find_first_of(" \t\n\r") != std::string_view::npos || cell.find("\xC2\xA0") != std::string_view::npos;
}

std::string shown(const Value& value, const Field& field) {
  if (field.type == FieldType::date) return to_string(value.date);
  if (field.type == FieldType::grade) return std::string{model::letter(static_cast<model::Grade>(value.number))};
  if (field.type != FieldType::decimal) return std::to_string(value.number);
  const std::int64_t part = value.number < 0 ? -value.number % 100 : value.number % 100;
  return std::to_string(value.number / 100) + (part == 0 ? "" : "," + std::string(part < 10 ? "0" : "") + std::to_string(part));
}

std::string listed(const Field& field, Language language) {
  std::string out;
  for (const model::Choice& choice : field.choices) out += (out.empty() ? "" : ", ") + choice.name.in(language);
  return out;
}

Remark complaint(const Field& field, std::string_view cell) {
  const Argument seen{"seen", std::string{cell}};
  switch (field.type) {
    case FieldType::integer:
    case FieldType::percent:
    case FieldType::year:
    case FieldType::decimal: {
      const Code code = field.type == FieldType::decimal ? code::not_decimal : code::not_integer;
      return {code, {seen, {"least", std::to_string(*field.least)}, {"most", std::to_string(*field.most)}}};
    }
    case FieldType::date: return {code::not_date, {seen}};
    case FieldType::grade: return {code::not_grade, {seen}};
    case FieldType::yes_no: return {code::not_yes_no, {seen}};
    case FieldType::url:
      if (too_long(field, cell)) break;
      return {code::not_url, {seen}};
    case FieldType::id:
      if (too_long(field, cell)) break;
      return {code::id_with_blank, {seen}};
    case FieldType::choice: {
      std::vector<std::string_view> words;
      for (const model::Choice& choice : field.choices) words.insert(words.end(), {choice.name.sv, choice.name.en, choice.id});
      return {code::not_one_of,
              {seen,
               {"allowed", listed(field, Language::sv)},
               {"allowed_en", listed(field, Language::en)},
               {"like", std::string{did_you_mean(cell, words)}}}};
    }
    case FieldType::text:
    case FieldType::ids: break;
  }
  return {code::text_too_long, {{"length", std::to_string(count_characters(cell))}, {"most", std::to_string(field.longest)}}};
}

}  // namespace

Value value_of(const Field& field, std::string_view cell, Date day_zero) {
  if (cell.empty()) return {};
  switch (field.type) {
    case FieldType::integer:
    case FieldType::percent:
    case FieldType::year:
    case FieldType::decimal: return number_value(field, cell);
    case FieldType::date: return date_value(cell, day_zero);
    case FieldType::grade: return grade_value(cell);
    case FieldType::choice: return choice_value(field, cell);
    case FieldType::yes_no: return yes_no_value(cell);
    case FieldType::url: {
      const bool address = cell.starts_with("https://") || cell.starts_with("http://");
      return address && !has_blank(cell) ? text_value(field, cell) : wrong;
    }
    case FieldType::id: return has_blank(cell) ? wrong : text_value(field, cell);
    case FieldType::text:
    case FieldType::ids: break;
  }
  return text_value(field, cell);
}

Remark remark_on(const Field& field, std::string_view cell, const Value& value) {
  if (value.state == State::wrong) return complaint(field, cell);
  const Argument seen{"seen", std::string{cell}};
  switch (field.type) {
    case FieldType::text:
    case FieldType::ids:
    case FieldType::url:
    case FieldType::id: return {code::blanks_repaired, {}};
    case FieldType::grade: return {code::grade_repaired, {seen, {"grade", shown(value, field)}}};
    case FieldType::date: return {code::date_repaired, {seen, {"date", shown(value, field)}}};
    default: return {code::number_repaired, {seen, {"number", shown(value, field)}}};
  }
}

std::string mended_text(const Field& field, std::string_view cell) {
  std::string text;
  text.reserve(cell.size());
  for (std::size_t at = 0; at < cell.size(); ++at) {
    if (cell.substr(at).starts_with("\r\n")) ++at;
    const bool odd = cell.substr(at).starts_with("\xC2\xA0");
    const bool line_end = cell[at] == '\n' || cell[at] == '\r';
    if (line_end && !field.free_text && text.ends_with(' ')) continue;
    text += line_end ? (field.free_text ? '\n' : ' ') : odd ? ' ' : cell[at];
    if (odd) ++at;
  }
  return text;
}

}  // namespace lagesbild::read
