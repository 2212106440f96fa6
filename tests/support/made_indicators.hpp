// Small made-up indicators: definitions by the lines that matter in a test, and the questions of a made-up annual report.
#pragma once
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicators/definition.hpp"
#include "indicators/figures.hpp"
#include "indicators/groups.hpp"
#include "indicators/measure.hpp"
#include "made_region.hpp"

namespace lagesbild::test {

inline model::Field made_field(std::string name, model::FieldType type) {
  model::Field field;
  field.name = std::move(name);
  field.type = type;
  return field;
}

// Annual reports with a question of each type; regular, hours, times and science can be asked about.
inline const std::vector<model::Dataset>& made_datasets() {
  static const std::vector<model::Dataset> all = [] {
    using model::FieldType;
    model::Dataset reports;
    reports.id = reports.form_of = "annual_reports";
    reports.unit_field = "unit_id";
    reports.year_field = "year";
    reports.fields = {made_field("unit_id", FieldType::id),     made_field("year", FieldType::year),
                      made_field("regular", FieldType::yes_no), made_field("hours", FieldType::decimal),
                      made_field("times", FieldType::integer),  made_field("science", FieldType::choice),
                      made_field("note", FieldType::text),      made_field("rotated", FieldType::yes_no)};
    for (const char* id : {"not_started", "started", "done"}) reports.fields[5].choices.push_back({id, {id, id}, {}});
    return std::vector{reports};
  }();
  return all;
}

// The questions of made_datasets() as read/ hands them on.
inline std::vector<model::Field> made_questions() {
  const auto& fields = made_datasets().front().fields;
  return {fields[2], fields[3], fields[4], fields[5], fields[7]};
}
enum Asked : std::size_t { regular, hours, times, science, rotated, asked_questions };

// A published definition; `count` (dataset, kind, what is counted) begins in line 14.
inline std::string definition_text(std::string_view count) {
  return std::string{
             "id: made\n"
             "name: {sv: Namn, en: Name}\n"
             "question: {sv: Fråga, en: Question}\n"
             "why: {sv: Varför, en: Why}\n"
             "rule: {sv: Regel, en: Rule}\n"
             "counted: {sv: Räknat, en: Counted}\n"
             "author: {sv: Den ena, en: One}\n"
             "checked_by: {sv: Den andra, en: Another}\n"
             "checked_on: 2026-01-01\n"
             "review_by: 2027-06-30\n"
             "class: open\n"
             "status: published\n"
             "better: higher\n"} +
         std::string{count};
}

inline indicators::Definition made_definition(std::string_view count, std::size_t areas = 2) {
  Diagnostics diagnostics;
  auto found = indicators::read_definition("made.yaml", definition_text(count), "made", made_datasets(), made_framework(areas),
                                           day(made_today), diagnostics);
  if (!found) throw std::runtime_error("a made definition is wrong: " + std::string{diagnostics.all().front().code.id});
  return std::move(*found);
}

// yes/no of the annual report
inline constexpr const char* regular_share =
    "dataset: annual_reports\nkind: share\nnumerator: {field: regular, equals: ja}\ndenominator: {field: regular, answered: ja}\n";
inline constexpr const char* hours_mean = "dataset: annual_reports\nkind: mean\nvalue: {field: hours}\n";
inline constexpr const char* grade_b_now =
    "dataset: reviews\nkind: grade_share\narea: A\nnumerator: {field: grade, stage: now, at_least: B}\n"
    "denominator: {field: grade, stage: now, answered: ja}\n";
inline constexpr const char* breadth_agree =
    "dataset: survey\nkind: share\nnumerator: {statement: breadth, role: st_doctor, equals: agree}\n"
    "denominator: {statement: breadth, role: st_doctor, one_of: [agree, neutral, disagree]}\n";

inline model::ReportGroup made_reports(std::size_t unit, int year, Asked question, std::vector<model::AnswerCount> answers) {
  model::ReportGroup group;
  group.unit = unit;
  group.year = year;
  group.questions.resize(asked_questions);
  for (const model::AnswerCount& one : answers) group.reports += one.count;
  group.questions[question] = std::move(answers);
  return group;
}

// Yes and no to whether supervision is regular.
inline model::ReportGroup regular_reports(std::size_t unit, int year, int yes, int no) {
  std::vector<model::AnswerCount> answers;
  if (no > 0) answers.push_back({0, no});
  if (yes > 0) answers.push_back({1, yes});
  return made_reports(unit, year, regular, std::move(answers));
}

inline indicators::Measured measured(const model::Facts& facts, std::vector<indicators::Definition> definitions,
                                     const indicators::Settings& settings = {}, const std::vector<indicators::GroupRule>& rules = {},
                                     Date as_of = day(made_today), std::size_t threads = 1) {
  Diagnostics diagnostics;
  auto groups = indicators::make_groups(facts, rules, settings, as_of, diagnostics);
  if (!diagnostics.empty()) throw std::runtime_error("a made group is wrong: " + std::string{diagnostics.all().front().code.id});
  return indicators::measure(facts, indicators::compute(facts, as_of).units, std::move(definitions), std::move(groups), settings, as_of,
                             threads);
}

inline std::size_t group_index(const std::vector<indicators::Group>& all, indicators::GroupKind kind, std::string_view id) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind == kind && all[i].id == id) return i;
  }
  throw std::runtime_error("no group " + std::string{id});
}

}  // namespace lagesbild::test
