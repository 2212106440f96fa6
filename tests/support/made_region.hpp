// Small made-up regions: a framework of a few areas, units and reviews written in one line each, and random ones from a seed.
#pragma once
#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "disclosure/policy.hpp"
#include "model/facts.hpp"

namespace lagesbild::test {

inline Date day(std::string_view text) { return parse_date(text).value(); }

inline model::Framework made_framework(std::size_t areas, std::array<int, 4> points = {4, 3, 2, 1}) {
  model::Framework framework;
  framework.id = "made";
  framework.title = framework.rests_on = {"Påhittad", "Made up"};
  for (std::size_t i = 0; i < areas; ++i) {
    const std::string letter(1, static_cast<char>('A' + static_cast<char>(i)));
    framework.areas.push_back({letter, {"Område " + letter, "Area " + letter}, {letter, letter}, {"Fråga?", "Question?"}});
  }
  const model::Action actions[] = {model::Action::none, model::Action::none, model::Action::recommended, model::Action::required};
  for (std::size_t i = 0; i < points.size(); ++i) framework.grades[i] = {points[i], {"ord", "word"}, {"mening", "meaning"}, actions[i]};
  framework.months_to_plan = 3;
  framework.years_between_reviews = 5;
  return framework;
}

// "A B DC": one area a word, and two letters where a plan changed the grade.
inline std::vector<model::AreaGrade> made_grades(std::string_view words) {
  std::vector<model::AreaGrade> grades;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    grades.push_back({model::parse_grade(words.substr(at, 1)).value(), model::parse_grade(words.substr(end - 1, 1)).value()});
    at = end + 1;
  }
  return grades;
}

inline model::Review made_review(std::size_t unit, std::string_view date, std::string_view grades, std::string_view plan = "") {
  model::Review review;
  review.id = model::ReviewId{"R" + std::to_string(unit) + "-" + std::string{date}};
  review.unit = unit;
  review.date = day(date);
  review.visit = "on_site";
  review.areas = made_grades(grades);
  if (!plan.empty()) review.plan_received = day(plan);
  return review;
}

inline model::Unit made_unit(std::string id, std::optional<std::size_t> forum = std::nullopt,
                             std::optional<model::Ownership> owner = std::nullopt) {
  model::Unit unit;
  unit.id = model::UnitId{id};
  unit.name = "Enhet " + std::move(id);
  unit.forum = forum;
  unit.ownership = owner;
  return unit;
}

inline model::Forum made_forum(const std::string& id) { return {id, {"Forum " + id, "Forum " + id}}; }

// Facts as read/ hands them on.
inline void put_in_order(model::Facts& facts) {
  std::stable_sort(facts.reviews.begin(), facts.reviews.end(), [](const model::Review& a, const model::Review& b) {
    return std::pair{a.unit, a.date} < std::pair{b.unit, b.date};
  });
  std::stable_sort(facts.reports.begin(), facts.reports.end(), [](const model::ReportGroup& a, const model::ReportGroup& b) {
    return std::pair{a.unit, a.year} < std::pair{b.unit, b.year};
  });
  std::stable_sort(facts.survey.begin(), facts.survey.end(), [](const model::SurveyGroup& a, const model::SurveyGroup& b) {
    return std::tuple{a.round, a.statement, a.unit, a.role} < std::tuple{b.round, b.statement, b.unit, b.role};
  });
}

inline disclosure::Policy made_policy(int smallest_group) {
  disclosure::Policy policy;
  policy.smallest_group = smallest_group;
  policy.smallest_group_to_judge = std::max(8, smallest_group);
  policy.grades_about_persons = policy.register_about_persons = true;
  policy.decided_by = policy.reason = {"påhittat", "made up"};
  policy.decided_on = day("2026-01-01");
  return policy;
}

inline disclosure::Policy open_policy() {
  disclosure::Policy policy = made_policy(5);
  policy.grades_about_persons = policy.register_about_persons = false;
  return policy;
}

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class T>
  void shuffle(std::vector<T>& items) {  // std::shuffle may differ between libraries
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }
  Date date(int first_year, int years) {
    const auto start = std::chrono::sys_days{std::chrono::year{first_year} / 1 / 1};
    return Date{start + std::chrono::days{static_cast<int>(below(static_cast<std::size_t>(years) * 365))}};
  }

 private:
  std::mt19937 engine_;
};

inline constexpr const char* made_today = "2026-06-30";

enum class Forums { some_without, every_unit };

inline model::Review random_review(Random& random, std::size_t unit, Date date, std::size_t areas) {
  model::Review review;
  review.unit = unit;
  review.date = date;
  review.id = model::ReviewId{"R" + std::to_string(unit) + "-" + to_string(date)};
  bool any_d = false;
  for (std::size_t area = 0; area < areas; ++area) {
    const auto grade = model::all_grades[random.below(4)];
    review.areas.push_back({grade, grade});
    any_d = any_d || grade == model::Grade::d;
  }
  if (any_d && random.one_in(2)) {
    review.plan_received = std::min(add_months(date, static_cast<int>(random.below(6))), day(made_today));
    for (model::AreaGrade& grade : review.areas) {
      if (grade.initial == model::Grade::d && random.one_in(2)) grade.current = model::Grade::c;
    }
  }
  return review;
}

inline model::Facts random_region(Random& random, Forums forums, std::size_t most_units = 40) {
  model::Facts facts;
  facts.framework = made_framework(1 + random.below(4));
  const std::size_t forum_count = random.below(5) + (forums == Forums::every_unit ? 1 : 0);
  for (std::size_t i = 0; i < forum_count; ++i) facts.forums.push_back(made_forum("f" + std::to_string(i)));
  facts.rounds = {{"2019–2022", day("2019-01-01"), day("2022-12-31")}, {"2024–2026", day("2024-01-01"), day("2026-12-31")}};
  const std::size_t units = 1 + random.below(most_units);
  for (std::size_t u = 0; u < units; ++u) {
    const bool in_forum = !facts.forums.empty() && (forums == Forums::every_unit || !random.one_in(5));
    const auto owner = random.below(3);
    model::Unit unit = made_unit("E" + std::to_string(1000 + u), in_forum ? std::optional{random.below(facts.forums.size())} : std::nullopt,
                                 owner == 2 ? std::nullopt : std::optional{static_cast<model::Ownership>(owner)});
    if (random.one_in(2)) unit.figures.st_doctors = static_cast<int>(random.below(9));
    std::vector<Date> dates;
    for (std::size_t i = random.below(4); i > 0; --i) dates.push_back(random.date(2018, 8));
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    for (const Date date : dates) facts.reviews.push_back(random_review(random, u, date, facts.framework.areas.size()));
    facts.units.push_back(std::move(unit));
  }
  return facts;
}

// The same region with its units in another order.
inline model::Facts shuffled(const model::Facts& facts, Random& random) {
  std::vector<std::size_t> order(facts.units.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  random.shuffle(order);
  model::Facts other = facts;
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    other.units[i] = facts.units[order[i]];
    place[order[i]] = i;
  }
  for (model::Unit& unit : other.units) {
    for (std::size_t& old : unit.predecessors) old = place[old];
    if (unit.successor) unit.successor = place[*unit.successor];
  }
  for (model::Review& review : other.reviews) review.unit = place[review.unit];
  for (model::ReportGroup& reports : other.reports) reports.unit = place[reports.unit];
  for (model::SurveyGroup& group : other.survey) group.unit = place[group.unit];
  random.shuffle(other.reviews);
  put_in_order(other);
  return other;
}

// Lets some units merge, go on as others or close, on days from 2018 to 2027; nobody is reviewed when not there.
inline void random_succession(Random& random, model::Facts& facts) {
  std::vector<std::size_t> there, to_come;
  for (std::size_t u = 0; u < facts.units.size(); ++u) (random.one_in(3) ? to_come : there).push_back(u);
  std::vector<Date> days;
  for (std::size_t i = random.below(8); i > 0; --i) days.push_back(random.date(2018, 10));
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const auto take = [&](std::vector<std::size_t>& units) {
    std::swap(units[random.below(units.size())], units.back());
    const std::size_t unit = units.back();
    units.pop_back();
    return unit;
  };
  for (const Date last : days) {
    const std::size_t most = std::min<std::size_t>(there.size(), 3);
    std::vector<std::size_t> olds;
    for (std::size_t i = most == 0 ? 0 : 1 + random.below(most); i > 0; --i) olds.push_back(take(there));
    for (const std::size_t old : olds) facts.units[old].valid_to = last;
    if (olds.empty() || to_come.empty() || random.one_in(4)) continue;  // closed
    const std::size_t later = take(to_come);
    facts.units[later].valid_from = Date{std::chrono::sys_days{last} + std::chrono::days{1}};
    facts.units[later].predecessors = olds;
    for (const std::size_t old : olds) facts.units[old].successor = later;
    there.push_back(later);
  }
  std::erase_if(facts.reviews, [&](const model::Review& one) { return !facts.units[one.unit].exists_between(one.date, one.date); });
}

}  // namespace lagesbild::test
