#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "read/dataset_codes.hpp"
#include "read/datasets.hpp"
#include "read/table.hpp"

namespace lagesbild::read {
namespace {

enum Column : std::size_t {
  review_id, unit_id, framework, review_date, visit, plan_received, decided_on, reference, url, report_date, first_area
};
constexpr std::array<FieldName, first_area> fixed_columns{{{"review_id", "gransknings-id", Need::required},
                                                           {"unit_id", "enhets-id", Need::required},
                                                           {"framework", "checklista", Need::required},
                                                           {"review_date", "granskningsdatum", Need::required},
                                                           {"visit", "besök"},
                                                           {"plan_received", "handlingsplan inkom"},
                                                           {"decided_on", "beslutsdatum"},
                                                           {"reference", "diarienummer"},
                                                           {"url", "länk"},
                                                           {"report_date", "rapportdatum"}}};

// The fixed columns, then `A`, `A_current`, `B`, `B_current` ... of the framework.
class Columns {
 public:
  explicit Columns(const model::Framework& framework) : fields_(fixed_columns.begin(), fixed_columns.end()) {
    names_.reserve(framework.areas.size() * 2);  // string_views into names_ must stay valid
    for (const model::Area& area : framework.areas) {
      fields_.push_back({area.letter, "", Need::required});
      fields_.push_back({names_.emplace_back(area.letter + "_current"), names_.emplace_back(area.letter + " nu"), Need::required});
    }
  }
  std::span<const FieldName> fields() const { return fields_; }
  static std::size_t initial(std::size_t area) { return first_area + 2 * area; }
  static std::size_t current(std::size_t area) { return first_area + 2 * area + 1; }

 private:
  std::vector<std::string> names_;
  std::vector<FieldName> fields_;
};

class ReviewReader {
 public:
  ReviewReader(Table& table, const source::Site& site, const model::Facts& facts) : table_(table), site_(site), facts_(facts) {
    for (std::size_t i = 0; i < facts.units.size(); ++i) units_.emplace(facts.units[i].id.value(), i);
  }

  model::Review read(std::size_t row) {
    model::Review review;
    review.id = model::ReviewId{std::string{table_.required_text(row, review_id)}};
    review.unit = find_unit(row);
    const std::string_view version = table_.required_text(row, framework);
    if (!version.empty() && version != facts_.framework.id) {
      table_.complain(row, framework, code::unknown_framework, {{"seen", std::string{version}}, {"expected", facts_.framework.id}});
    }
    table_.required_text(row, review_date);
    review.date = table_.date(row, review_date).value_or(Date{});
    if (const auto how = table_.one_of(row, visit, {"on_site", "digital"})) review.visit = *how == 0 ? "on_site" : "digital";
    review.plan_received = table_.date(row, plan_received);
    review.decided_on = table_.date(row, decided_on);
    table_.date(row, report_date);
    review.reference = table_.text(row, reference);
    review.url = table_.text(row, url);
    for (std::size_t area = 0; area < facts_.framework.areas.size(); ++area) review.areas.push_back(read_area(row, area));
    check_dates(row, review);
    check_grades(row, review);
    return review;
  }

 private:
  std::size_t find_unit(std::size_t row) {
    const std::string_view seen = table_.required_text(row, unit_id);
    const auto found = units_.find(seen);
    if (found != units_.end()) return found->second;
    if (!seen.empty()) {
      std::vector<std::string_view> ids;
      for (const model::Unit& unit : facts_.units) ids.push_back(unit.id.value());
      table_.complain(row, unit_id, code::unknown_unit, {{"seen", std::string{seen}}, {"like", std::string{did_you_mean(seen, ids)}}});
    }
    return facts_.units.size();  // none; the error above stops the build
  }

  model::Grade read_grade(std::size_t row, std::size_t column) {
    const std::string_view seen = table_.required_text(row, column);
    if (const auto grade = model::parse_grade(seen)) return *grade;
    if (seen.size() == 1 && seen[0] >= 'a' && seen[0] <= 'd') {  // certain enough to mend
      const auto grade = static_cast<model::Grade>(seen[0] - 'a');
      table_.warn(row, column, code::grade_repaired, {{"seen", std::string{seen}}, {"grade", std::string{model::letter(grade)}}});
      return grade;
    }
    if (!seen.empty()) table_.complain(row, column, code::not_grade, {{"seen", std::string{seen}}});
    return model::Grade::a;
  }

  model::AreaGrade read_area(std::size_t row, std::size_t area) {
    return {read_grade(row, Columns::initial(area)), read_grade(row, Columns::current(area))};
  }

  void check_dates(std::size_t row, const model::Review& review) {
    if (review.date > site_.as_of) {
      table_.complain(row, review_date, code::review_in_future, {{"date", to_string(review.date)}, {"as_of", to_string(site_.as_of)}});
    }
    const bool in_a_round = facts_.rounds.empty() || std::any_of(facts_.rounds.begin(), facts_.rounds.end(), [&](const model::Round& r) {
      return r.from <= review.date && review.date <= r.to;
    });
    if (review.date != Date{} && !in_a_round) {
      table_.warn(row, review_date, code::review_outside_rounds, {{"date", to_string(review.date)}});
    }
    if (review.plan_received && *review.plan_received < review.date) {
      table_.complain(row, plan_received, code::plan_before_review,
                      {{"plan", to_string(*review.plan_received)}, {"review", to_string(review.date)}});
    }
    if (review.plan_received && *review.plan_received > site_.as_of) {
      table_.complain(row, plan_received, code::plan_in_future,
                      {{"plan", to_string(*review.plan_received)}, {"as_of", to_string(site_.as_of)}});
    }
    if (review.decided_on && (!review.plan_received || *review.decided_on < *review.plan_received)) {
      table_.complain(row, decided_on, code::decision_before_plan, {{"decision", to_string(*review.decided_on)}});
    }
  }

  void check_grades(std::size_t row, const model::Review& review) {
    bool any_d = false;
    for (std::size_t area = 0; area < review.areas.size(); ++area) {
      const auto [initial, current] = review.areas[area];
      const std::string& name = facts_.framework.areas[area].letter;
      any_d = any_d || initial == model::Grade::d;
      if (initial == current) continue;
      if (initial != model::Grade::d || current != model::Grade::c) {
        table_.complain(row, Columns::current(area), code::grade_change,
                        {{"area", name}, {"from", std::string{letter(initial)}}, {"to", std::string{letter(current)}}});
      } else if (!review.plan_received) {
        table_.complain(row, Columns::current(area), code::d_gone_without_plan, {{"area", name}});
      }
    }
    if (review.plan_received && !any_d) table_.complain(row, plan_received, code::plan_without_d);
  }

  Table& table_;
  const source::Site& site_;
  const model::Facts& facts_;
  std::unordered_map<std::string_view, std::size_t> units_;
};

// A review of the same unit on the same day, under another id, is the same review written twice.
void refuse_same_day(Table& table, const std::vector<std::size_t>& rows, const model::Facts& facts) {
  std::vector<std::size_t> order(facts.reviews.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto key = [&](std::size_t i) { return std::pair{facts.reviews[i].unit, facts.reviews[i].date}; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const model::Review& review = facts.reviews[order[i]];
    if (key(order[i]) != key(order[i - 1]) || review.date == Date{} || review.unit == facts.units.size()) continue;
    table.complain(rows[order[i]], review_date, code::same_day_review,
                   {{"unit", facts.units[review.unit].id.value()}, {"date", to_string(review.date)},
                    {"line", std::to_string(table.line(rows[order[i - 1]]))}});
  }
}

}  // namespace

void read_reviews(const CsvTable& csv, const source::Site& site, model::Facts& facts, Diagnostics& diagnostics) {
  const Columns columns{facts.framework};
  Table table{csv, columns.fields(), diagnostics};
  if (!table.usable() || facts.units.empty()) return;
  ReviewReader reader{table, site, facts};
  std::unordered_map<std::string, std::size_t> rows_by_id;
  std::vector<std::size_t> rows;  // of facts.reviews
  for (std::size_t row = 0; row < table.rows(); ++row) {
    model::Review review = reader.read(row);
    const auto [first, is_new] = rows_by_id.emplace(review.id.value(), row);
    if (!is_new && !review.id.value().empty()) {
      table.complain(row, review_id, code::duplicate_review,
                     {{"id", review.id.value()}, {"line", std::to_string(table.line(first->second))}});
      continue;
    }
    rows.push_back(row);
    facts.reviews.push_back(std::move(review));
  }
  refuse_same_day(table, rows, facts);
  std::stable_sort(facts.reviews.begin(), facts.reviews.end(), [](const model::Review& a, const model::Review& b) {
    return std::tie(a.unit, a.date) < std::tie(b.unit, b.date);
  });
}

}  // namespace lagesbild::read
