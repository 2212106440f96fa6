// Reviews in both forms: one row a review, or one row a grade. The rows of a review may lie in several files; they are put together first
// and judged as a whole after that.
#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "read/dataset_codes.hpp"
#include "read/reading.hpp"

namespace lagesbild::read {
namespace {

struct GradeCell {
  std::optional<model::Grade> grade;            // none: something else is written there, which has been said
  Spot spot;
  std::size_t field = Table::no_field;
};

// What the rows of a review have said so far.
struct Draft {
  model::Review review;
  Spot spot;                                    // of the first row
  std::vector<std::optional<GradeCell>> initial, current;
};

// Fields that both forms have, and those of one.
struct Fields {
  Fields(Table& t, const model::Framework& areas)
      : review_id(t.field("review_id")), unit_id(t.field("unit_id")), framework(t.field("framework")), visit(t.field("visit")),
        plan_received(t.field("plan_received")), report_date(t.field("report_date")), reference(t.field("reference")), url(t.field("url")),
        is_long(t.dataset().id != t.dataset().form_of), date(t.field(is_long ? "date" : "review_date")),
        decided_on(is_long ? date : t.field("decided_on")), area(is_long ? t.field("area") : Table::no_field),
        grade(is_long ? t.field("grade") : Table::no_field), stage(is_long ? t.field("stage") : Table::no_field) {
    for (const model::Area& one : areas.areas) {
      if (is_long) break;
      initial.push_back(t.field(one.letter));
      current.push_back(t.field(one.letter + "_current"));
    }
  }
  std::size_t review_id, unit_id, framework, visit, plan_received, report_date, reference, url;
  bool is_long;
  std::size_t date, decided_on, area, grade, stage;
  std::vector<std::size_t> initial, current;
};

class DraftReader {
 public:
  DraftReader(Reading& reading, std::vector<Draft>& drafts) : reading_(reading), drafts_(drafts) {}

  void read(Table& table) {
    const Fields f{table, reading_.facts.framework};
    if (!table.usable() || !whole(table, f.initial) || !whole(table, f.current)) {
      reading_.lost_rows.insert("reviews");
      return;
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
      if (table.id(row, f.review_id).empty()) continue;
      Draft& draft = draft_of(table, f, row);
      read_head(table, f, row, draft.review);
      if (f.is_long) read_grade(table, f, row, draft);
      for (std::size_t area = 0; area < f.initial.size(); ++area) {
        read_wide(table, row, f.initial[area], draft.initial[area]);
        read_wide(table, row, f.current[area], draft.current[area]);
      }
    }
  }

 private:
  // A file may leave the grades of a stage to other files, but not those of some areas only.
  static bool whole(Table& table, const std::vector<std::size_t>& grades) {
    const auto there = [&](std::size_t field) { return table.has(field); };
    if (std::none_of(grades.begin(), grades.end(), there)) return true;
    bool all = true;
    for (const std::size_t field : grades) {
      if (table.has(field)) continue;
      const model::Field& missing = table.dataset().fields[field];
      table.diagnostics().error(code::missing_column, table.heading_place(), {{"name", missing.name}, {"alias", missing.title.sv}});
      all = false;
    }
    return all;
  }

  static void read_wide(Table& table, std::size_t row, std::size_t field, std::optional<GradeCell>& cell) {
    if (!table.has(field)) return;
    if (table.id(row, field).empty()) table.complain(row, field, code::empty_cell, {{"name", table.dataset().fields[field].name}});
    read_cell(table, row, field, cell);
  }

  Draft& draft_of(Table& table, const Fields& f, std::size_t row) {
    std::string id{table.id(row, f.review_id)};
    const auto [found, is_new] = by_id_.emplace(id, drafts_.size());
    if (!is_new) return drafts_[found->second];
    const std::size_t areas = reading_.facts.framework.areas.size();
    Draft& draft = drafts_.emplace_back();
    draft.spot = {&table, row};
    draft.initial.resize(areas);
    draft.current.resize(areas);
    draft.review.id = model::ReviewId{std::move(id)};
    draft.review.unit = no_unit();
    return draft;
  }

  std::size_t no_unit() const { return reading_.facts.units.size(); }

  // What a row says of the review itself; another row may say the same, but nothing else.
  void read_head(Table& table, const Fields& f, std::size_t row, model::Review& review) {
    if (const auto unit = reading_.units.find(table, row, f.unit_id)) {
      if (review.unit != no_unit() && review.unit != *unit) disagree(table, row, f.unit_id, review);
      review.unit = *unit;
    }
    const std::string_view version = table.id(row, f.framework);
    const std::string& expected = reading_.facts.framework.id;
    if (!version.empty() && version != expected) {
      table.complain(row, f.framework, code::unknown_framework, {{"seen", std::string{version}}, {"expected", expected}});
    }
    const bool of_decision = f.is_long && table.choice(row, f.stage) == "current";
    const auto date = table.date(row, f.date);
    if (date && !of_decision) {
      if (review.date != Date{} && review.date != *date) disagree(table, row, f.date, review);
      review.date = *date;
    }
    const auto decided = f.is_long && !of_decision ? std::nullopt : table.date(row, f.decided_on);
    if (decided && (!review.decided_on || *review.decided_on < *decided)) review.decided_on = decided;
    if (const auto plan = table.date(row, f.plan_received)) {
      if (review.plan_received && review.plan_received != plan) disagree(table, row, f.plan_received, review);
      review.plan_received = plan;
    }
    if (const auto report = table.date(row, f.report_date)) {
      if (review.report_date && review.report_date != report) disagree(table, row, f.report_date, review);
      review.report_date = report;
    }
    settle(table, row, f.visit, table.choice(row, f.visit), review, review.visit);
    settle(table, row, f.reference, table.text(row, f.reference), review, review.reference);
    settle(table, row, f.url, table.text(row, f.url), review, review.url);
  }

  void settle(Table& table, std::size_t row, std::size_t field, std::string seen, const model::Review& review, std::string& known) {
    if (seen.empty()) return;
    if (!known.empty() && known != seen) disagree(table, row, field, review);
    known = std::move(seen);
  }

  void disagree(Table& table, std::size_t row, std::size_t field, const model::Review& review) {
    table.complain(row, field, code::review_disagrees, {{"id", review.id.value()}, {"seen", std::string{table.id(row, field)}}});
    const Spot& first = drafts_[by_id_.at(review.id.value())].spot;
    table.see_also(first.table->place(first.row, 0));
  }

  void read_grade(Table& table, const Fields& f, std::size_t row, Draft& draft) {
    const auto area = find_area(table, row, f.area, reading_.facts.framework);
    const std::string stage = table.choice(row, f.stage);
    if (area && !stage.empty()) read_cell(table, row, f.grade, (stage == "current" ? draft.current : draft.initial)[*area]);
  }

  static void read_cell(Table& table, std::size_t row, std::size_t field, std::optional<GradeCell>& cell) {
    const auto number = table.number(row, field);
    const GradeCell seen{number ? std::optional{static_cast<model::Grade>(*number)} : std::nullopt, {&table, row}, field};
    if (cell && cell->grade && seen.grade && cell->grade != seen.grade) {
      table.complain(row, field, code::grade_twice,
                     {{"grade", std::string{letter(*seen.grade)}}, {"other", std::string{letter(*cell->grade)}}});
      table.see_also(cell->spot.place(cell->field));
      return;  // the first one is judged
    }
    if (!cell || seen.grade) cell = seen;
  }

  Reading& reading_;
  std::vector<Draft>& drafts_;
  std::unordered_map<std::string, std::size_t> by_id_;
};

// A review as a whole: complete, in its time, and changed only as the rules allow.
class Judge {
 public:
  explicit Judge(const Reading& reading) : reading_(reading), framework_(reading.facts.framework) {}

  void judge(Draft& draft) {
    const model::Review& review = draft.review;
    Table& table = *draft.spot.table;
    if (review.unit == reading_.facts.units.size()) {
      const std::size_t field = table.field("unit_id");
      const bool silent = table.id(draft.spot.row, field).empty();
      if (silent) table.complain(draft.spot.row, field, code::review_without_unit, {{"id", review.id.value()}});
    } else if (review.date != Date{}) {
      reading_.units.existed(table, draft.spot.row, table.field("unit_id"), review.unit, review.date, review.date);
    }
    check_dates(draft);
    check_grades(draft);
  }

 private:
  void complain(const Draft& draft, std::string_view field, Code code, std::vector<Argument> arguments) {
    Table& table = *draft.spot.table;
    table.complain(draft.spot.row, table.dataset().find(field).value_or(Table::no_field), code, std::move(arguments));
  }

  void check_dates(const Draft& draft) {
    const model::Review& review = draft.review;
    const auto& rounds = reading_.facts.rounds;
    const bool in_a_round = rounds.empty() || std::any_of(rounds.begin(), rounds.end(), [&](const model::Round& round) {
      return round.from <= review.date && review.date <= round.to;
    });
    if (review.date != Date{} && !in_a_round) {
      Table& table = *draft.spot.table;
      table.warn(draft.spot.row, Fields{table, framework_}.date, code::review_outside_rounds, {{"date", to_string(review.date)}});
    }
    if (review.report_date && *review.report_date < review.date) {
      complain(draft, "report_date", code::report_before_visit,
               {{"report", to_string(*review.report_date)}, {"review", to_string(review.date)}});
    }
    if (review.plan_received && *review.plan_received < review.date) {
      complain(draft, "plan_received", code::plan_before_review,
               {{"plan", to_string(*review.plan_received)}, {"review", to_string(review.date)}});
    }
    if (review.decided_on && (!review.plan_received || *review.decided_on < *review.plan_received)) {
      complain(draft, "decided_on", code::decision_before_plan, {{"decision", to_string(*review.decided_on)}});
    }
  }

  void check_grades(Draft& draft) {
    bool any_d = false;
    for (std::size_t area = 0; area < framework_.areas.size(); ++area) {
      const std::string& letter_of_area = framework_.areas[area].letter;
      if (!draft.initial[area]) {
        complain(draft, letter_of_area, code::missing_grade, {{"area", letter_of_area}, {"id", draft.review.id.value()}});
        continue;
      }
      const GradeCell& initial = *draft.initial[area];
      const GradeCell& current = draft.current[area] ? *draft.current[area] : initial;  // no decision has been made
      if (!initial.grade || !current.grade) continue;
      any_d = any_d || initial.grade == model::Grade::d;
      check_change(draft.review, letter_of_area, initial, current);
      draft.review.areas.push_back({*initial.grade, *current.grade});
    }
    const bool whole = draft.review.areas.size() == framework_.areas.size();
    if (draft.review.plan_received && !any_d && whole) complain(draft, "plan_received", code::plan_without_d, {});
  }

  static void check_change(const model::Review& review, const std::string& area, const GradeCell& initial, const GradeCell& current) {
    if (initial.grade == current.grade) return;
    Table& table = *current.spot.table;
    const bool allowed = initial.grade == model::Grade::d && current.grade == model::Grade::c;
    if (allowed && review.plan_received) return;
    if (allowed) {
      table.complain(current.spot.row, current.field, code::d_gone_without_plan, {{"area", area}});
    } else {
      table.complain(current.spot.row, current.field, code::grade_change,
                     {{"area", area}, {"from", std::string{letter(*initial.grade)}}, {"to", std::string{letter(*current.grade)}}});
    }
    table.see_also(initial.spot.place(initial.field));
  }

  const Reading& reading_;
  const model::Framework& framework_;
};

// A review of the same unit on the same day, under another id, is the same review written twice.
void refuse_same_day(const std::vector<Draft>& drafts, const model::Facts& facts) {
  std::vector<const Draft*> order;
  for (const Draft& draft : drafts) {
    if (draft.review.date != Date{} && draft.review.unit != facts.units.size()) order.push_back(&draft);
  }
  const auto key = [](const Draft* draft) { return std::pair{draft->review.unit, draft->review.date}; };
  std::stable_sort(order.begin(), order.end(), [&](const Draft* a, const Draft* b) { return key(a) < key(b); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (key(order[i]) != key(order[i - 1])) continue;
    Table& table = *order[i]->spot.table;
    const model::Review& review = order[i]->review;
    table.complain(order[i]->spot.row, Fields{table, facts.framework}.date, code::same_day_review,
                   {{"unit", facts.units[review.unit].id.value()}, {"date", to_string(review.date)}});
    const Spot& other = order[i - 1]->spot;
    table.see_also(other.place(Fields{*other.table, facts.framework}.date));
  }
}

}  // namespace

void read_reviews(Tables& tables, Reading& reading) {
  std::vector<Draft> drafts;
  DraftReader reader{reading, drafts};
  for (Table& table : tables) reader.read(table);
  Judge judge{reading};
  for (Draft& draft : drafts) judge.judge(draft);
  refuse_same_day(drafts, reading.facts);
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return std::tie(a.review.unit, a.review.date) < std::tie(b.review.unit, b.review.date);
  });
  for (Draft& draft : drafts) {
    reading.reviews.push_back(draft.spot.place(0));
    if (draft.review.unit < reading.facts.units.size() && draft.review.date.ok()) {
      const std::string year = std::to_string(static_cast<int>(draft.review.date.year()));
      reading.facts.deliveries.push_back({"reviews", draft.review.unit, year});
    }
    reading.facts.reviews.push_back(std::move(draft.review));
  }
}

}  // namespace lagesbild::read
