#include "view/unit_findings.hpp"

#include <algorithm>

namespace lagesbild::view {
namespace {

constexpr std::size_t most_open = 6;  // more would take a third sheet of paper

using disclosure::ApprovedFinding;

// Weaknesses first: they are what a reader of a review asks for.
int order_of(const std::string& kind) { return kind == "weakness" ? 0 : kind == "strength" ? 1 : 2; }

bool comes_before(const ApprovedFinding* a, const ApprovedFinding* b) {
  return std::tuple{!a->area, a->area, order_of(a->kind)} < std::tuple{!b->area, b->area, order_of(b->kind)};
}

std::vector<AreaFindings> by_area(const Context& context, const std::vector<const ApprovedFinding*>& findings, std::size_t from,
                                  std::size_t to) {
  std::vector<AreaFindings> areas;
  for (std::size_t i = from; i < to; ++i) {
    const ApprovedFinding& one = *findings[i];
    if (i == from || findings[i - 1]->area != one.area) {
      areas.push_back({one.area ? context.release.framework.areas[*one.area].letter + " " + context.area_name(*one.area)
                                : context.texts.say("finding.general"), {}});
    }
    areas.back().lines.push_back({context.texts.say("finding." + one.kind), one.text.words()});
  }
  return areas;
}

}  // namespace

std::optional<UnitFindings> unit_findings(const Context& context, std::size_t unit) {
  const auto& all = context.release.texts.findings;
  if (unit >= all.size() || all[unit].empty()) return std::nullopt;
  std::vector<const ApprovedFinding*> findings;
  for (const ApprovedFinding& one : all[unit]) findings.push_back(&one);
  std::stable_sort(findings.begin(), findings.end(), comes_before);
  const std::size_t open = std::min(most_open, findings.size());
  UnitFindings section{by_area(context, findings, 0, open), std::nullopt};
  if (open < findings.size()) section.more = MoreFindings{by_area(context, findings, open, findings.size())};
  return section;
}

std::optional<UnitExamples> unit_examples(const Context& context, std::size_t unit) {
  UnitExamples section;
  for (const disclosure::ApprovedExample& one : context.release.texts.examples) {
    if (one.unit == unit) section.examples.push_back({one.title.words(), one.text.words()});
  }
  if (section.examples.empty()) return std::nullopt;
  return section;
}

}  // namespace lagesbild::view
