#include "view/unit_findings.hpp"

#include <algorithm>
#include <array>

namespace lagesbild::view {
namespace {

constexpr std::size_t most_open = 5;  // more would take a third sheet of paper

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
    if (one.kind != kind || one.theme.empty()) continue;
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
  return UnitComment{to_string(comment->written_on), context.texts.say("comment.by_" + (comment->role.empty() ? "unit" : comment->role)),
                     comment->text.words()};
}

std::optional<UnitExamples> unit_examples(const Context& context, std::size_t unit) {
  UnitExamples section;
  for (const ApprovedExample& one : context.release.texts.examples) {
    if (one.unit == unit) section.examples.push_back({one.title.words(), one.text.words()});
  }
  if (section.examples.empty()) return std::nullopt;
  return section;
}

UnitExample example_of_another(const Context& context, const ApprovedExample& one) {
  return {one.title.words(), one.text.words(),
          Link{"../" + context.unit_path(one.unit), context.release.units[one.unit].name, false}};
}

Link to_all_examples(const Context& context) {
  return {context.site.page("../goda-exempel"), context.texts.say("examples.all"), false};
}

std::optional<UnitExamples> area_examples(const Context& context, std::size_t area) {
  UnitExamples section;
  for (const ApprovedExample& one : context.release.texts.examples) {
    if (one.area == area) section.examples.push_back(example_of_another(context, one));
  }
  if (section.examples.empty()) return std::nullopt;
  section.all = to_all_examples(context);
  return section;
}

std::optional<AreaThemes> area_themes(const Context& context, std::size_t area) {
  const Texts& texts = context.texts;
  const auto themes = context.themes().by_weakness(area);
  if (themes.empty()) return std::nullopt;
  const auto units = [](const RegionTheme* one, Noted kind) { return static_cast<std::int64_t>(one->of(kind).size()); };
  AreaThemes section;
  const std::int64_t most = units(themes.front(), Noted::weakness);
  section.finding = most == 0 ? texts.say("finding.no_weakness")
                              : texts.counted("finding.most_common", most, {{"theme", themes.front()->theme}});
  for (const RegionTheme* one : themes) {
    section.rows.push_back({one->theme, texts.number(units(one, Noted::weakness)), texts.number(units(one, Noted::strength)),
                            texts.number(units(one, Noted::suggestion))});
  }
  section.all = Link{context.site.page("../teman"), texts.say("themes.all"), false};
  return section;
}

}  // namespace lagesbild::view
