#include "view/unit_findings.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace lagesbild::view {
namespace {

constexpr std::size_t most_open = 5;  // more would take a third sheet of paper
constexpr std::size_t most_borrowed = 3;

struct FindingKind {
  std::string_view id;
  const char* all;  // key of the word for several
};
// Weaknesses first: they are what a reader of a review asks for.
constexpr std::array<FindingKind, 3> kinds = {
    {{"weakness", "finding.all_weakness"}, {"strength", "finding.all_strength"}, {"suggestion", "finding.all_suggestion"}}};

using disclosure::ApprovedExample;
using disclosure::ApprovedFinding;
using disclosure::NotedTheme;

std::ptrdiff_t order_of(std::string_view kind) {
  return std::find_if(kinds.begin(), kinds.end(), [&](const FindingKind& one) { return one.id == kind; }) - kinds.begin();
}

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

// Of a kind: "C Utrustning, D Rotationer".
std::string themes_of(const Context& context, const std::vector<NotedTheme>& themes, std::string_view kind) {
  std::string words;
  for (const NotedTheme& one : themes) {
    if (one.kind != kind) continue;
    words.append(words.empty() ? "" : ", ");
    if (one.area) words.append(context.release.framework.areas[*one.area].letter).append(" ");
    words.append(one.theme);
  }
  return words;
}

std::vector<ThemeLine> theme_lines(const Context& context, std::size_t unit) {
  std::vector<ThemeLine> lines;
  for (const FindingKind& kind : kinds) {
    std::string themes = themes_of(context, context.release.texts.themes[unit], kind.id);
    if (!themes.empty()) lines.push_back({context.texts.say(kind.all), std::move(themes)});
  }
  return lines;
}

UnitExample borrowed(const Context& context, const ApprovedExample& one) {
  return {one.title.words(), one.text.words(),
          Link{"../" + context.unit_path(one.unit), context.release.units[one.unit].name, false}};
}

// The areas where the unit is below the reference line, its worst first.
std::vector<std::size_t> weak_areas(const Context& context, std::size_t unit) {
  const disclosure::UnitReviews* reviewed = context.release.units[unit].reviewed.shown();
  std::vector<std::size_t> weak;
  if (reviewed == nullptr || reviewed->reviews.empty()) return weak;
  const auto& grades = reviewed->reviews.back().areas;
  for (std::size_t area = 0; area < grades.size(); ++area) {
    if (context.release.framework.reference_line < grades[area].current) weak.push_back(area);
  }
  std::stable_sort(weak.begin(), weak.end(), [&](std::size_t a, std::size_t b) { return grades[b].current < grades[a].current; });
  return weak;
}

using UnitsByKind = std::array<std::int64_t, kinds.size()>;

std::map<std::string, UnitsByKind> units_by_theme(const Context& context, std::size_t area) {
  std::map<std::string, UnitsByKind> counted;
  for (const std::size_t unit : context.units()) {
    for (const NotedTheme& one : context.release.texts.themes[unit]) {
      if (one.area == area && order_of(one.kind) < std::ssize(kinds)) ++counted[one.theme][static_cast<std::size_t>(order_of(one.kind))];
    }
  }
  return counted;
}

}  // namespace

std::optional<UnitFindings> unit_findings(const Context& context, std::size_t unit) {
  std::vector<ThemeLine> themes = theme_lines(context, unit);
  std::vector<const ApprovedFinding*> findings;
  for (const ApprovedFinding& one : context.release.texts.findings[unit]) findings.push_back(&one);
  if (themes.empty() && findings.empty()) return std::nullopt;
  std::stable_sort(findings.begin(), findings.end(), comes_before);
  const std::size_t open = std::min(most_open, findings.size());
  UnitFindings section{std::move(themes), !findings.empty(), by_area(context, findings, 0, open), std::nullopt};
  if (open < findings.size()) section.more = MoreFindings{by_area(context, findings, open, findings.size())};
  return section;
}

std::optional<UnitComment> unit_comment(const Context& context, std::size_t unit) {
  const auto& comment = context.release.texts.comments[unit];
  if (!comment) return std::nullopt;
  return UnitComment{to_string(comment->written_on), comment->text.words()};
}

std::optional<UnitExamples> unit_examples(const Context& context, std::size_t unit) {
  UnitExamples section;
  for (const ApprovedExample& one : context.release.texts.examples) {
    if (one.unit == unit) section.examples.push_back({one.title.words(), one.text.words()});
  }
  if (section.examples.empty()) return std::nullopt;
  return section;
}

std::optional<UnitExamples> examples_for(const Context& context, std::size_t unit) {
  UnitExamples section;
  for (const std::size_t area : weak_areas(context, unit)) {
    for (const ApprovedExample& one : context.release.texts.examples) {
      const bool fits = one.area == area && one.unit != unit && section.examples.size() < most_borrowed;
      if (fits) section.examples.push_back(borrowed(context, one));
    }
  }
  if (section.examples.empty()) return std::nullopt;
  return section;
}

std::optional<UnitExamples> area_examples(const Context& context, std::size_t area) {
  UnitExamples section;
  for (const ApprovedExample& one : context.release.texts.examples) {
    if (one.area == area) section.examples.push_back(borrowed(context, one));
  }
  if (section.examples.empty()) return std::nullopt;
  return section;
}

std::optional<AreaThemes> area_themes(const Context& context, std::size_t area) {
  const auto counted = units_by_theme(context, area);
  if (counted.empty()) return std::nullopt;
  std::vector<std::pair<std::string, UnitsByKind>> rows{counted.begin(), counted.end()};
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return b.second < a.second; });
  AreaThemes section;
  const auto& [worst, units] = rows.front();
  section.finding = units[0] == 0 ? context.texts.say("finding.no_weakness")
                                  : context.texts.counted("finding.most_common", units[0], {{"theme", worst}});
  for (const auto& [theme, by_kind] : rows) {
    section.rows.push_back({theme, context.texts.number(by_kind[0]), context.texts.number(by_kind[1]), context.texts.number(by_kind[2])});
  }
  return section;
}

}  // namespace lagesbild::view
