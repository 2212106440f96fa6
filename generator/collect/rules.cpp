#include "collect/rules.hpp"

#include <utility>
#include <vector>

#include "collect/sheet_codes.hpp"

namespace lagesbild::collect {
namespace {

using model::Field;
using model::FieldType;

lxw_col_t at(std::size_t column) { return static_cast<lxw_col_t>(column); }

// A rule with the texts that it points to, which libxlsxwriter copies when the rule is set.
class Rule {
 public:
  Rule(std::string caption, std::string note) : caption_(std::move(caption)), note_(std::move(note)) {
    rule_.validate = LXW_VALIDATION_TYPE_ANY;
    rule_.input_title = caption_.data();
    rule_.input_message = note_.data();
  }
  void refuse(std::string title, std::string message, Offer::Others others) {
    title_ = std::move(title);
    message_ = std::move(message);
    rule_.error_title = title_.data();
    rule_.error_message = message_.data();
    rule_.error_type = others == Offer::Others::doubted ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
  }
  void list(const std::vector<std::string>& items) {
    for (const std::string& item : items) items_.push_back(item.c_str());
    items_.push_back(nullptr);
    rule_.validate = LXW_VALIDATION_TYPE_LIST;
    rule_.value_list = const_cast<decltype(rule_.value_list)>(items_.data());  // char** in version 1.1.4
  }
  void formula(lxw_validation_types type, std::string formula) {
    formula_ = std::move(formula);
    rule_.validate = type;
    rule_.value_formula = formula_.data();
  }
  void between(lxw_validation_types type, std::int64_t least, std::int64_t most) {
    rule_.validate = type;
    rule_.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule_.minimum_number = static_cast<double>(least);
    rule_.maximum_number = static_cast<double>(most);
  }
  void from(Date date) {
    rule_.validate = LXW_VALIDATION_TYPE_DATE;
    rule_.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    rule_.value_datetime = midnight(date);
  }
  void at_most(std::size_t characters) {
    rule_.validate = LXW_VALIDATION_TYPE_LENGTH;
    rule_.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
    rule_.value_number = static_cast<double>(characters);
  }
  void set(lxw_worksheet* sheet, std::uint32_t row, std::size_t column, std::uint32_t last_row, std::size_t last_column) {
    worksheet_data_validation_range(sheet, row, at(column), last_row, at(last_column), &rule_);
  }

 private:
  lxw_data_validation rule_{};
  std::string caption_;
  std::string note_;
  std::string title_;
  std::string message_;
  std::string formula_;
  std::vector<const char*> items_;
};

void limit(Rule& rule, const Field& field, const std::string& cell) {
  const std::string length = "LEN(" + cell + ")<=" + std::to_string(field.longest);
  switch (field.type) {
    case FieldType::integer:
    case FieldType::percent:
    case FieldType::year: return rule.between(LXW_VALIDATION_TYPE_INTEGER, *field.least, *field.most);
    case FieldType::decimal: return rule.between(LXW_VALIDATION_TYPE_DECIMAL, *field.least, *field.most);
    case FieldType::date: return rule.from(earliest);
    case FieldType::id:
      return rule.formula(LXW_VALIDATION_TYPE_CUSTOM_FORMULA, "=AND(" + length + ",ISERROR(FIND(\" \",TRIM(" + cell + "))))");
    case FieldType::url:
      return rule.formula(LXW_VALIDATION_TYPE_CUSTOM_FORMULA,
                          "=AND(" + length + ",OR(LEFT(" + cell + ",8)=\"https://\",LEFT(" + cell + ",7)=\"http://\"))");
    default: return rule.at_most(field.longest);
  }
}

}  // namespace

void hold(lxw_worksheet* sheet, Stretch cells, const Column& column, const std::string& list_range) {
  Rule rule{column.caption(), column.note()};
  rule.refuse(column.refusal_title(), column.refusal(), column.others());
  if (column.needs_sheet()) rule.formula(LXW_VALIDATION_TYPE_LIST_FORMULA, list_range);
  else if (!column.list().empty()) rule.list(column.list());
  else limit(rule, column.field(), column_letters(cells.column) + std::to_string(cells.first_row + 1));
  rule.set(sheet, cells.first_row, cells.column, cells.last_row, cells.column);
}

void remark(lxw_worksheet* sheet, std::uint32_t row, std::size_t columns, const std::string& caption, const std::string& note) {
  Rule{caption, note}.set(sheet, row, 0, row, columns - 1);
}

}  // namespace lagesbild::collect
