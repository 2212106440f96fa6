#include "view/text_and_grade.hpp"

#include <algorithm>

#include "view/units_table.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

struct Noticed {
  bool anything = false;
  bool weakness = false;
  bool only_strengths = true;
  std::vector<std::string> themes;  // of what is noticed: the weaknesses, or else the strengths
};

Noticed noticed_in(const Context& context, std::size_t unit, std::size_t area) {
  Noticed noticed;
  std::vector<std::string> strengths;
  for (const disclosure::NotedTheme& one : context.release.texts.themes[unit]) {
    const auto kind = noted_kind(one.kind);
    if (!kind || one.area != area) continue;
    noticed.anything = true;
    noticed.weakness = noticed.weakness || *kind == Noted::weakness;
    noticed.only_strengths = noticed.only_strengths && *kind == Noted::strength;
    if (one.theme.empty()) continue;
    if (*kind == Noted::weakness) noticed.themes.push_back(one.theme);
    if (*kind == Noted::strength) strengths.push_back(one.theme);
  }
  if (!noticed.weakness) noticed.themes = std::move(strengths);
  return noticed;
}

struct Sort {
  std::vector<OtherwiseUnit> units;
  std::int64_t of = 0;  // units whose grade is such
  std::int64_t n() const { return static_cast<std::int64_t>(units.size()); }
};

OtherwiseUnit line_of(const Context& context, std::size_t unit, const disclosure::AreaGrade& grade, const Noticed& noticed) {
  const Texts& texts = context.texts;
  const std::string given = grade_letter(grade.initial);
  std::string themes;
  for (const std::string& theme : noticed.themes) themes.append(themes.empty() ? "" : ", ").append(theme);
  return {context.unit_path(unit), context.release.units[unit].name,
          grade.lifted() ? texts.say("themes.grade_lifted", {{"grade", given}, {"now", grade_letter(grade.current)}})
                         : texts.say("themes.grade", {{"grade", given}}),
          std::move(themes)};
}

std::pair<Sort, Sort> sorts_of(const Context& context, std::size_t area) {
  Sort weak, strong;
  for (const std::size_t unit : context.units()) {
    const disclosure::Review* review = latest_review(context.release, unit);
    if (review == nullptr) continue;
    const disclosure::AreaGrade& grade = review->areas[area];
    const Noticed noticed = noticed_in(context, unit, area);
    const bool below = context.release.framework.reference_line < grade.initial;
    ++(below ? strong : weak).of;
    if (!below && noticed.weakness) weak.units.push_back(line_of(context, unit, grade, noticed));
    if (below && noticed.anything && noticed.only_strengths) strong.units.push_back(line_of(context, unit, grade, noticed));
  }
  return {std::move(weak), std::move(strong)};
}

void add_sort(const Texts& texts, OtherwiseArea& area, Sort sort, const char* key) {
  if (sort.units.empty()) return;
  OtherwiseUnits units{texts.counted(key, sort.n()), std::move(sort.units), {}};
  if (units.units.size() > rows_per_page) {
    units.more = Note{texts.counted("themes.units_more", static_cast<std::int64_t>(units.units.size() - rows_per_page))};
    units.units.resize(rows_per_page);
  }
  area.sorts.push_back(std::move(units));
}

}  // namespace

TextAndGrade text_and_grade(const Context& context) {
  const Texts& texts = context.texts;
  TextAndGrade section;
  std::int64_t all_weak = 0, all_strong = 0;
  for (std::size_t i = 0; i < context.release.framework.areas.size(); ++i) {
    auto [weak, strong] = sorts_of(context, i);
    all_weak += weak.n();
    all_strong += strong.n();
    const auto of = [&](const Sort& sort) {
      return texts.say("themes.of", {{"n", texts.number(sort.n())}, {"all", texts.number(sort.of)}});
    };
    OtherwiseArea area;
    area.area = Link{context.area_path(i), context.release.framework.areas[i].letter + " " + context.area_name(i), false};
    area.weak = of(weak);
    area.strong = of(strong);
    area.summary = texts.counted("themes.summary", weak.n() + strong.n(), {{"what", area.area.label}});
    add_sort(texts, area, std::move(weak), "themes.weak_units");
    add_sort(texts, area, std::move(strong), "themes.strong_units");
    area.has_units = !area.sorts.empty();
    section.areas.push_back(std::move(area));
  }
  section.finding = (all_weak == 0 ? texts.say("themes.weak_nowhere") : texts.counted("themes.weak_finding", all_weak)) + " " +
                    (all_strong == 0 ? texts.say("themes.strong_nowhere") : texts.counted("themes.strong_finding", all_strong));
  return section;
}

Figure text_and_grade_figure(const Texts& texts, const TextAndGrade& section) {
  Figure figure{.title = texts.say("themes.otherwise")};
  for (const char* key : {"page.area", "themes.weak_column", "themes.strong_column"}) figure.table.head.push_back(texts.say(key));
  for (const OtherwiseArea& one : section.areas) figure.table.rows.push_back({one.area.label, one.weak, one.strong});
  return figure;
}

}  // namespace lagesbild::view
