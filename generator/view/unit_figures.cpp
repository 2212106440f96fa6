#include "view/unit_figures.hpp"

#include <optional>

namespace lagesbild::view {

std::vector<UnitFigure> unit_figures(const Context& context, std::size_t unit) {
  const Texts& texts = context.texts;
  const disclosure::Register* shown = context.release.units[unit].figures.shown();
  const disclosure::Register figures = shown == nullptr ? disclosure::Register{} : *shown;
  const auto plain = [&](std::optional<int> value) { return value ? texts.number(*value) : std::string{}; };
  const auto percent = [&](std::optional<int> value) {
    return value ? texts.say("register.percent_of_full_time", {{"n", texts.number(*value)}}) : std::string{};
  };
  return {{texts.say("register.listed_patients"), plain(figures.listed_patients)},
          {texts.say("register.specialists"), plain(figures.specialists)},
          {texts.say("register.specialist_percent"), percent(figures.specialist_percent)},
          {texts.say("register.st_doctors"), plain(figures.st_doctors)},
          {texts.say("register.supervisors"), plain(figures.supervisors)},
          {texts.say("register.supervisors_trained"), plain(figures.supervisors_trained_5y)},
          {texts.say("register.manager_since"), figures.manager_since ? std::to_string(*figures.manager_since) : std::string{}}};
}

}  // namespace lagesbild::view
