#include "collect/column.hpp"

#include <algorithm>
#include <charconv>

#include "base/decimal.hpp"
#include "base/excerpt.hpp"
#include "base/text.hpp"
#include "collect/sheet_codes.hpp"
#include "model/grade.hpp"

namespace lagesbild::collect {
namespace {

using model::Field;
using model::FieldType;

bool is_number(FieldType type) {
  return type == FieldType::integer || type == FieldType::decimal || type == FieldType::percent || type == FieldType::year;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all.append(all.empty() ? "" : ", ").append(part);
  return all;
}

std::vector<std::string> own_list(const Field& field, Language language) {
  switch (field.type) {
    case FieldType::yes_no: return {words(code::sheet_yes, language), words(code::sheet_no, language)};
    case FieldType::grade: return {"A", "B", "C", "D"};
    case FieldType::choice: break;
    default: return {};
  }
  std::vector<std::string> names;
  for (const model::Choice& choice : field.choices) names.push_back(choice.name.in(language));
  return names;
}

bool is_yes(std::string_view text) { return text == "ja" || text == "yes" || text == "true" || text == "1"; }
bool is_no(std::string_view text) { return text == "nej" || text == "no" || text == "false" || text == "0"; }

// The name of the choice that the text means, or the text.
std::string choice_name(const Field& field, std::string_view text, Language language) {
  for (const model::Choice& choice : field.choices) {
    if (text == choice.id || text == choice.name.sv || text == choice.name.en) return choice.name.in(language);
  }
  return std::string{text};
}

// A decimal comma or point; anything else is no number and stays what it is.
CellValue number_value(std::string_view text) {
  std::string point{text};
  std::replace(point.begin(), point.end(), ',', '.');
  double number = 0;
  const auto [end, error] = std::from_chars(point.data(), point.data() + point.size(), number);
  if (error != std::errc{} || end != point.data() + point.size()) return std::string{text};
  return number;
}

Code kind_of(const Field& field) {
  switch (field.type) {
    case FieldType::id: return code::sheet_kind_id;
    case FieldType::integer: return code::sheet_kind_integer;
    case FieldType::decimal: return code::sheet_kind_decimal;
    case FieldType::percent: return code::sheet_kind_percent;
    case FieldType::date: return code::sheet_kind_date;
    case FieldType::year: return code::sheet_kind_year;
    case FieldType::grade: return code::sheet_kind_grade;
    case FieldType::choice: return code::sheet_kind_choice;
    case FieldType::yes_no: return code::sheet_kind_yes_no;
    case FieldType::url: return code::sheet_kind_url;
    case FieldType::ids: return code::sheet_kind_ids;
    case FieldType::text: break;
  }
  return field.free_text ? code::sheet_kind_free_text : code::sheet_kind_text;
}

}  // namespace

Column::Column(const Field& field, const Template& form)
    : field_(&field), language_(form.language), list_(own_list(field, form.language)) {
  const auto offer = form.offers.find(field.name);
  if (offer == form.offers.end() || offer->second.values.empty()) return;
  list_ = offer->second.values;
  stand_for_ = offer->second.stand_for;
  others_ = offer->second.others;
}

std::vector<Column> columns_of(const Template& form) {
  std::vector<Column> columns;
  columns.reserve(form.dataset.fields.size());
  for (const Field& field : form.dataset.fields) columns.emplace_back(field, form);
  return columns;
}

bool Column::needs_sheet() const {
  std::size_t length = 0;
  for (const std::string& item : list_) {
    if (item.find_first_of(",\"") != std::string::npos) return true;
    length += count_characters(item) + 1;
  }
  return length > longest_note || !stand_for_.empty();
}

CellValue Column::value(std::string_view text) const {
  if (text.empty()) return {};
  if (is_number(field_->type)) return number_value(text);
  if (field_->type == FieldType::choice) return choice_name(*field_, text, language_);
  if (field_->type == FieldType::date) {
    if (const auto date = parse_date(text)) return *date;
  }
  if (field_->type == FieldType::yes_no && is_yes(text)) return say(code::sheet_yes);
  if (field_->type == FieldType::yes_no && is_no(text)) return say(code::sheet_no);
  return std::string{text};
}

std::string Column::example() const {
  const CellValue seen = value(field_->example);
  if (const auto* text = std::get_if<std::string>(&seen)) return *text;
  std::string written = field_->example;
  if (field_->type == FieldType::decimal && language_ == Language::en) std::replace(written.begin(), written.end(), ',', '.');
  return written;
}

std::string Column::kind() const { return say(kind_of(*field_)); }

// A year is never grouped as a number is.
std::string Column::limit(std::int64_t value) const {
  return field_->type == FieldType::year ? std::to_string(value) : Decimal::whole(value).text(language_);
}

std::string Column::allowed() const {
  if (needs_sheet()) return say(code::sheet_allowed_list, {{"sheet", say(code::sheet_lists)}});
  if (!list_.empty()) return joined(list_);
  if (is_number(field_->type)) return limit(*field_->least) + "–" + limit(*field_->most);
  const bool date = field_->type == FieldType::date;
  if (date) return say(field_->past ? code::sheet_allowed_past : code::sheet_allowed_date, {{"least", to_string(earliest)}});
  return say(code::sheet_allowed_length, {{"most", limit(static_cast<std::int64_t>(field_->longest))}});
}

std::string Column::caption() const { return printable(heading(), longest_caption); }

std::string Column::note() const {
  std::vector<std::string> lines;
  if (!field_->unit.in(language_).empty()) lines.push_back(say(code::sheet_prompt_unit, {{"unit", field_->unit.in(language_)}}));
  if (field_->past) lines.push_back(say(code::sheet_prompt_past));
  if (field_->required) lines.push_back(say(code::sheet_prompt_required));
  if (!example().empty()) lines.push_back(say(code::sheet_prompt_example, {{"example", printable(example(), 60)}}));
  std::string rest;
  for (const std::string& line : lines) rest.append("\n").append(line);
  return printable(field_->about.in(language_), longest_note - count_characters(rest)) + rest;
}

std::string Column::refusal_title() const {
  return say(others_ == Offer::Others::doubted ? code::sheet_doubted : code::sheet_refused);
}

std::string Column::refusal() const {
  const auto length = [&](Code code) { return say(code, {{"most", limit(static_cast<std::int64_t>(field_->longest))}}); };
  if (others_ == Offer::Others::doubted) return say(code::sheet_doubted_list);
  if (!list_.empty()) {
    const std::string all = say(code::sheet_refused_list, {{"allowed", joined(list_)}});
    return needs_sheet() || count_characters(all) > longest_note ? say(code::sheet_refused_long_list) : all;
  }
  switch (field_->type) {
    case FieldType::integer:
    case FieldType::percent:
    case FieldType::year: return say(code::sheet_refused_integer, {{"least", limit(*field_->least)}, {"most", limit(*field_->most)}});
    case FieldType::decimal: return say(code::sheet_refused_decimal, {{"least", limit(*field_->least)}, {"most", limit(*field_->most)}});
    case FieldType::date: return say(code::sheet_refused_date, {{"least", to_string(earliest)}});
    case FieldType::id: return length(code::sheet_refused_id);
    case FieldType::url: return length(code::sheet_refused_url);
    default: return length(code::sheet_refused_text);
  }
}

std::size_t Column::width() const {
  std::size_t inside = std::min<std::size_t>(count_characters(example()) + 2, 40);
  for (const std::string& item : list_) inside = std::max(inside, std::min<std::size_t>(count_characters(item) + 4, 40));
  if (field_->free_text) inside = 60;
  if (field_->type == FieldType::date) inside = 12;
  return std::max({count_characters(heading()) + 3, inside, std::size_t{8}});
}

// What a typed value then looks like, and stays: text is text, so that 2019-2022 is no date and 007 no seven. No grouping of thousands:
// it would come along when the sheet is saved as CSV.
const char* Column::number_format() const {
  switch (field_->type) {
    case FieldType::integer:
    case FieldType::percent:
    case FieldType::year: return "0";
    case FieldType::decimal: return "0.00";
    case FieldType::date: return "yyyy-mm-dd";
    default: return "@";
  }
}

}  // namespace lagesbild::collect
