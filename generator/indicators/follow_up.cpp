#include "indicators/follow_up.hpp"

#include <algorithm>
#include <utility>

#include "base/names.hpp"
#include "base/yaml.hpp"
#include "indicators/codes.hpp"

namespace lagesbild::indicators {
namespace {

constexpr int longest_days = 3650;

CaseState state_named(std::string_view word) {
  return word == "decision_late" ? CaseState::decision_late : word == "stands" ? CaseState::stands : CaseState::plan_late;
}

void read_level(const yaml::Document& document, const yaml::Node& node, FollowUp& follow_up, Diagnostics& diagnostics) {
  yaml::Reader reader{document, node, diagnostics};
  if (!reader) return;
  Level level;
  level.id = reader.text("id");
  level.when = state_named(reader.one_of("when", {"plan_late", "decision_late", "stands"}));
  level.after_days = static_cast<int>(reader.integer("after_days", 1, longest_days));
  level.name = read_localized(document, reader, "name", diagnostics);
  level.owner = read_localized(document, reader, "owner", diagnostics);
  reader.finish();
  for (const Level& other : follow_up.levels) {
    if (other.id == level.id) reader.complain("id", code::level_twice, {{"id", level.id}});
    if (other.when == level.when && other.after_days >= level.after_days) {
      reader.complain("after_days", code::level_order, {{"id", level.id}, {"other", other.id}, {"days", std::to_string(other.after_days)}});
    }
  }
  if (level.when == CaseState::decision_late && !follow_up.decision_days) reader.complain("when", code::level_without_deadline);
  follow_up.levels.push_back(std::move(level));
}

}  // namespace

std::optional<FollowUp> read_follow_up(std::string file, std::string text, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto document = yaml::parse(std::move(file), std::move(text), diagnostics);
  if (!document) return std::nullopt;
  yaml::Reader reader{*document, document->root, diagnostics};
  if (!reader) return std::nullopt;
  FollowUp follow_up;
  if (reader.has("plan_counts_from") && reader.one_of("plan_counts_from", {"visit", "report"}) == "report") {
    follow_up.plan_counts_from = model::PlanFrom::report;
  }
  if (reader.has("decision_days")) follow_up.decision_days = static_cast<int>(reader.integer("decision_days", 1, longest_days));
  if (const yaml::Node* node = reader.map_or_none("owners")) {
    yaml::Reader owners{*document, *node, diagnostics};
    if (owners.has("unit")) follow_up.unit_owner = read_localized(*document, owners, "unit", diagnostics);
    if (owners.has("inspectors")) follow_up.inspectors = read_localized(*document, owners, "inspectors", diagnostics);
    owners.finish();
  }
  if (const yaml::Node* list = reader.list_or_none("levels")) {
    for (const yaml::Node& node : list->items) read_level(*document, node, follow_up, diagnostics);
  }
  reader.finish();
  if (diagnostics.errors() != before) return std::nullopt;
  return follow_up;
}

}  // namespace lagesbild::indicators
