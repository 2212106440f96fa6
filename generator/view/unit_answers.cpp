#include "view/unit_answers.hpp"

#include <map>
#include <utility>

#include "disclosure/roll_up.hpp"
#include "view/indicator_words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::RolledUp;

class AnswersMaker {
 public:
  AnswersMaker(const Context& context, std::size_t unit) : context_(context), texts_(context.texts), unit_(unit) {}

  std::optional<UnitAnswers> make() {
    const auto& all = context_.release.indicators;
    for (std::size_t i = 0; i < all.definitions.size(); ++i) {
      if (!disclosure::kind::about_persons(all.definitions[i].source) || !all.cells[i].has_data) continue;
      if (const auto closest = disclosure::rolled_up(context_.release, unit_, i)) add(i, *closest);
    }
    if (own_ + others_ == 0) return std::nullopt;
    UnitAnswers answers;
    answers.lead = lead();
    for (auto& [place, group] : groups_) {
      auto& part = place.first == whole_unit ? answers.own : answers.instead;
      if (!part) part.emplace();
      part->groups.push_back(std::move(group));
    }
    if (answers.own) answers.own->title = texts_.say("answers.own");
    if (answers.instead) answers.instead->title = texts_.counted("answers.instead", others_);
    return answers;
  }

 private:
  enum Whom : unsigned char { whole_unit, forum, region };
  using Place = std::pair<Whom, std::size_t>;  // and the period, latest first

  void add(std::size_t index, const RolledUp& closest) {
    const Indicator indicator{context_, index};
    const Whom whom = !closest.group ? whole_unit : *closest.group == whole_region ? region : forum;
    ++(whom == whole_unit ? own_ : others_);
    const std::size_t periods = context_.release.indicators.periods.size();
    AnswerGroup& group = groups_[{whom, periods - indicator.cells.periods[closest.period]}];
    const std::string period = indicator.period(closest.period);
    if (group.rows.empty()) group.whom = name_of(whom, closest, period);
    AnswerRow row;
    row.letter = indicator.definition.area ? context_.release.framework.areas[*indicator.definition.area].letter : "";
    row.name = indicator.definition.name.in(context_.language());
    row.href = "../" + context_.indicator_path(index);
    const auto fill = [&](const disclosure::Value& value, std::string text) {
      row.value = std::move(text);
      row.basis = basis_text(context_, indicator.definition, value);
    };
    if (whom == whole_unit) {
      const disclosure::UnitValue& own = *indicator.cells.of_unit(unit_, closest.period).shown();
      disclosure::Value counts;
      counts.k = own.k;
      counts.n = own.n;
      fill(counts, unit_value_text(context_, indicator.definition, own));
    } else {
      const disclosure::Value& value = *indicator.value(closest.period, *closest.group);
      fill(value, value_text(context_, indicator.definition, value));
    }
    if (whom != region) row.region = cell_text(context_, indicator.definition, indicator.cells.groups[closest.period][whole_region]);
    group.rows.push_back(std::move(row));
  }

  std::string name_of(Whom whom, const RolledUp& closest, const std::string& period) const {
    static constexpr const char* keys[] = {"answers.of_unit", "answers.of_forum", "answers.of_region"};
    const std::string name =
        whom == whole_unit ? context_.release.units[unit_].name : group_name(context_, context_.release.indicators.groups[*closest.group]);
    return texts_.say(keys[whom], {{"name", name}, {"period", period}});
  }

  std::string lead() const {
    const std::string all = texts_.number(own_ + others_);
    if (own_ == 0) return texts_.counted("answers.lead_none", others_);
    if (others_ == 0) return texts_.counted("answers.lead_all", own_);
    return texts_.counted("answers.lead_some", own_, {{"all", all}});
  }

  const Context& context_;
  const Texts& texts_;
  std::size_t unit_;
  std::int64_t own_ = 0, others_ = 0;
  std::map<Place, AnswerGroup> groups_;
};

}  // namespace

std::optional<UnitAnswers> unit_answers(const Context& context, std::size_t unit) {
  if (!context.release.units[unit].current) return std::nullopt;
  return AnswersMaker{context, unit}.make();
}

}  // namespace lagesbild::view
