// Facts as lines of text, to compare: units, reviews and statements by their ids, so that no order of rows shows but that which means
// something.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "model/facts.hpp"

namespace lagesbild::test {

class FactsDump {
 public:
  explicit FactsDump(const model::Facts& facts) : facts_(facts) {
    add_units();
    add_reviews();
    add_published();
    add_plans();
    add_texts();
    add_persons();
    for (const model::Delivery& one : facts.deliveries) line("delivery", one.dataset, id(one.unit), one.period);
    std::sort(lines_.begin(), lines_.end());
  }
  std::string text() const {
    std::string all;
    for (const std::string& one : lines_) all += one + "\n";
    return all;
  }

 private:
  template <class... Parts>
  void line(const Parts&... parts) {
    std::string out;
    ((out += shown(parts) + "|"), ...);
    lines_.push_back(std::move(out));
  }
  static std::string shown(const std::string& text) { return text; }
  static std::string shown(const char* text) { return text; }
  static std::string shown(std::int64_t number) { return std::to_string(number); }
  static std::string shown(std::size_t number) { return std::to_string(number); }
  static std::string shown(int number) { return std::to_string(number); }
  static std::string shown(Date date) { return to_string(date); }
  static std::string shown(const Localized& text) { return text.sv + "/" + text.en; }
  static std::string shown(model::Ownership owner) { return owner == model::Ownership::public_ ? "public" : "private"; }
  template <class T>
  static std::string shown(const std::optional<T>& value) {
    return value ? shown(*value) : "-";
  }
  template <class T>
  static std::string shown(const std::vector<T>& values) {
    std::string out;
    for (const T& value : values) out += shown(value) + ",";
    return out;
  }
  std::string id(std::size_t unit) const { return facts_.units.at(unit).id.value(); }
  std::string review(std::size_t index) const { return facts_.reviews.at(index).id.value(); }
  std::string statement(std::size_t index) const { return facts_.statements.at(index).id; }

  void add_units() {
    for (const model::Unit& one : facts_.units) {
      const model::Register& n = one.figures;
      std::vector<std::string> predecessors;
      for (const std::size_t old : one.predecessors) predecessors.push_back(id(old));
      std::sort(predecessors.begin(), predecessors.end());
      line("unit", one.id.value(), one.name, one.kind, one.forum, one.municipality, one.ownership, one.provider, n.listed_patients,
           n.specialists, n.specialist_percent, n.st_doctors, n.supervisors, n.supervisors_trained_5y, n.manager_since, one.valid_from,
           one.valid_to, predecessors, one.successor ? id(*one.successor) : "-", one.aliases);
    }
  }
  void add_reviews() {
    for (const model::Review& one : facts_.reviews) {
      std::string grades;
      for (const model::AreaGrade& area : one.areas) grades += std::string{letter(area.initial)} + letter(area.current);
      line("review", one.id.value(), id(one.unit), one.date, one.visit, grades, one.plan_received, one.decided_on, one.reference, one.url);
    }
  }
  void add_published() {
    for (const auto& one : facts_.published_aggregates) {
      line("aggregate", one.area, one.n, one.mean_hundredths, one.sd_hundredths, one.source, one.page);
    }
    for (const auto& one : facts_.published_counts) line("count", one.measure, one.area, one.value, one.source, one.page);
    for (const auto& one : facts_.statements) line("statement", one.id, one.area, one.wording);
    for (const auto& one : facts_.benchmarks) {
      line("benchmark", statement(one.statement), one.answer, one.group, one.period, one.percent, one.n, one.source);
    }
  }
  void add_plans() {
    std::size_t place = 0;
    for (const auto& one : facts_.measures) {
      line("measure", place++, one.plan, one.number, one.heading, one.title, one.owner, one.status, one.due, one.followed_up, one.note,
           one.evidence, one.figures);
    }
    for (const auto& one : facts_.events) line("event", one.date, one.text, one.areas);
  }
  void add_texts() {
    std::size_t place = 0;
    for (const auto& one : facts_.findings) {
      line("finding", place++, review(one.review), one.area, one.kind, one.theme, one.sub_goal, one.text, one.approved_by,
           one.approved_on, one.text_hash);
    }
    for (const auto& one : facts_.good_examples) {
      line("example", id(one.unit), one.area, one.theme, one.title, one.text, one.approved_by, one.approved_on);
    }
    for (const auto& one : facts_.comments) line("comment", id(one.unit), one.written_on, one.text);
  }
  void add_persons() {
    for (const auto& one : facts_.reports) {
      line("reports", id(one.unit), one.year, one.reports);
      for (std::size_t q = 0; q < one.questions.size(); ++q) {
        for (const auto& [answer, count] : one.questions[q]) {
          line("answers", id(one.unit), one.year, facts_.report_questions[q].name, answer, count);
        }
      }
    }
    for (const auto& one : facts_.survey) {
      line("survey", facts_.rounds.at(one.round).id, statement(one.statement), id(one.unit), static_cast<int>(one.role),
           std::vector<int>(one.answers.begin(), one.answers.end()), one.invited);
    }
  }

  const model::Facts& facts_;
  std::vector<std::string> lines_;
};

inline std::string dump(const model::Facts& facts) { return FactsDump{facts}.text(); }

}  // namespace lagesbild::test
