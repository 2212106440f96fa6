#include "view/sources_meet.hpp"

#include "view/values.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::AreaSources;
using disclosure::SourceView;

std::string percent_of(const Texts& texts, double percent) {
  return texts.decimal(percent, 0) + (texts.language() == Language::sv ? "\u00a0%" : "%");
}

SourceCell cell_of(const Texts& texts, const SourceView& view, std::string basis) {
  return {per_cent(view.percent / 100), percent_of(texts, view.percent), std::move(basis)};
}

SourcesLine line_of(const Context& context, std::size_t area, const AreaSources& sources, const std::string& up) {
  const Texts& texts = context.texts;
  SourcesLine line;
  line.letter = context.release.framework.areas[area].letter;
  const std::string& name = context.area_name(area);
  if (context.release.has_reviews) line.link = Link{up + context.area_path(area), name, false};
  else line.name = name;
  std::vector<std::string> parts;
  const auto add = [&](const std::optional<SourceView>& view, const char* key, const char* basis, std::int64_t n,
                       std::optional<SourceCell>& cell) {
    if (!view) return;
    cell = cell_of(texts, *view, texts.counted(basis, n));
    parts.push_back(texts.say(key) + " " + cell->value);
  };
  add(sources.grades, "sources.grades", "indicator.basis_reviews", sources.grades ? sources.grades->n : 0, line.grades);
  const auto statements = [](const std::optional<SourceView>& view) { return view ? static_cast<std::int64_t>(view->indicators) : 0; };
  add(sources.doctors, "sources.doctors", "sources.statements", statements(sources.doctors), line.doctors);
  add(sources.reports, "sources.reports", "sources.questions", statements(sources.reports), line.reports);
  line.description = name + ": " + join_in_words(texts, parts);
  if (sources.disagree) line.apart = Note{texts.say("sources.apart", {{"points", texts.decimal(*sources.apart, 0)}})};
  return line;
}

std::optional<SourcesMeet> meet(const Context& context, std::size_t group, std::optional<std::size_t> only, const std::string& up) {
  const Texts& texts = context.texts;
  if (group >= context.release.sources_meet.size()) return std::nullopt;
  const std::vector<AreaSources>& areas = context.release.sources_meet[group];
  SourcesMeet found;
  std::vector<std::string> apart;
  const SourceView* told[3] = {};
  for (std::size_t area = 0; area < areas.size(); ++area) {
    if (!areas[area].apart || (only && *only != area)) continue;
    found.lines.push_back(line_of(context, area, areas[area], up));
    if (areas[area].disagree) apart.push_back(context.area_name(area));
    const std::optional<SourceView>* views[] = {&areas[area].grades, &areas[area].doctors, &areas[area].reports};
    for (std::size_t i = 0; i < 3; ++i) {
      if (*views[i]) told[i] = &**views[i];
    }
  }
  if (found.lines.empty()) return std::nullopt;
  const std::string points = texts.number(context.release.indicators.settings.disagreement_points);
  if (only) {
    found.finding = texts.say(apart.empty() ? "sources.one_agrees" : "sources.one_disagrees", {{"points", points}});
  } else {
    found.finding = apart.empty() ? texts.say("sources.agree", {{"points", points}})
                                : texts.counted("sources.disagree", static_cast<std::int64_t>(apart.size()),
                                                {{"areas", join_in_words(texts, apart)}, {"points", points}});
  }
  static constexpr const char* keys[] = {"sources.from_grades", "sources.from_doctors", "sources.from_reports"};
  found.has_grades = told[0] != nullptr;
  for (std::size_t i = 0; i < 3; ++i) {
    if (told[i] == nullptr) continue;
    const std::string period = period_name(context, context.release.indicators.periods[told[i]->period]);
    found.note += (found.note.empty() ? "" : " ") + texts.say(keys[i], {{"period", period}});
  }
  return found;
}

}  // namespace

std::optional<SourcesMeet> sources_meet(const Context& context, std::optional<std::size_t> forum, const std::string& up) {
  return meet(context, forum ? 1 + *forum : 0, std::nullopt, up);
}

std::optional<SourcesMeet> sources_meet_in(const Context& context, std::size_t area, const std::string& up) {
  return meet(context, 0, area, up);
}

}  // namespace lagesbild::view
