#include "indicators/roles.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "indicators/agreement.hpp"
#include "indicators/intervals.hpp"

namespace lagesbild::indicators {
namespace {

constexpr std::size_t opinions = 3;  // the first answers of a survey group: agree, neutral, disagree

int answered(const model::SurveyGroup& group) { return group.answers[0] + group.answers[1] + group.answers[2]; }

// The lower middle answer of a unit: 0 disagree, 1 neutral, 2 agree.
std::size_t middle(const model::SurveyGroup& group) {
  int before = 0;
  for (std::size_t opinion = 0; opinion < opinions; ++opinion) {
    before += group.answers[opinions - 1 - opinion];
    if (2 * before >= answered(group)) return opinion;
  }
  return opinions - 1;
}

class Sides {
 public:
  void add(const model::SurveyGroup& group) {
    if (answered(group) == 0) return;
    const auto role = static_cast<std::size_t>(group.role);
    ++units_[role];
    largest_[role] = std::max(largest_[role], answered(group));
    agree_[role].k += group.answers[0];
    agree_[role].n += answered(group);
    if (group.unit != unit_) doctors_.reset();
    unit_ = group.unit;
    if (group.role == model::Role::st_doctor) {
      doctors_ = middle(group);
    } else if (doctors_) {  // ST doctors come first among the roles of a unit
      ++tables_[role][*doctors_][middle(group)];
    }
  }

  void write(std::size_t round, std::size_t statement, std::vector<RoleComparison>& all) const {
    for (std::size_t role = 1; role < agree_.size(); ++role) {
      if (agree_[role].n == 0 || agree_[0].n == 0) continue;
      RoleComparison one{round, statement, static_cast<model::Role>(role), agree_[role], agree_[0],
                         units_[role], largest_[role],
                         units_[0], largest_[0], 0, {}, {}};
      if (const auto shares = newcombe(agree_[role], agree_[0])) one.difference = Interval{100 * shares->lower, 100 * shares->upper};
      std::vector<std::vector<std::int64_t>> table;
      for (const auto& row : tables_[role]) {
        table.emplace_back(row.begin(), row.end());
        for (const std::int64_t count : row) one.pairs += static_cast<int>(count);
      }
      one.kappa = kappa(table, Weights::linear);
      all.push_back(one);
    }
  }

 private:
  std::array<Part, 4> agree_{};
  std::array<int, 4> units_{}, largest_{};
  std::array<std::array<std::array<std::int64_t, opinions>, opinions>, 4> tables_{};  // by role: ST doctors' answer, the role's answer
  std::size_t unit_ = SIZE_MAX;
  std::optional<std::size_t> doctors_;
};

}  // namespace

std::vector<RoleComparison> compare_roles(const model::Facts& facts) {
  std::map<std::pair<std::size_t, std::size_t>, Sides> sides;
  for (const model::SurveyGroup& group : facts.survey) sides[{group.round, group.statement}].add(group);
  std::vector<RoleComparison> all;
  for (const auto& [key, side] : sides) side.write(key.first, key.second, all);
  return all;
}

}  // namespace lagesbild::indicators
