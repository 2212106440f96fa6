#include "view/page_units.hpp"

#include <algorithm>

#include "view/data_package.hpp"

namespace lagesbild::view {

std::vector<GradeKey> grade_keys(const Context& context) {
  static constexpr std::string_view actions[] = {"grade.no_action", "grade.action_recommended", "grade.action_required"};
  std::vector<GradeKey> keys;
  for (std::size_t i = 0; i < context.release.framework.grades.size(); ++i) {
    const auto& meaning = context.release.framework.grades[i];
    keys.push_back({std::string(1, "abcd"[i]), std::string(1, "ABCD"[i]), meaning.word.in(context.language()),
                    meaning.meaning.in(context.language()), context.texts.number(meaning.points),
                    context.texts.say(actions[static_cast<std::size_t>(meaning.action)])});
  }
  return keys;
}

std::vector<ShortKey> short_keys(const Context& context) {
  std::vector<ShortKey> keys;
  for (std::size_t i = 0; i < context.release.framework.grades.size(); ++i) {
    keys.push_back({std::string(1, "abcd"[i]), std::string(1, "ABCD"[i]), context.release.framework.grades[i].word.in(context.language())});
  }
  return keys;
}

std::string names_lead(const Context& context) {
  const auto count = static_cast<std::int64_t>(context.units().size());
  if (context.release.reviews_for_fewer) return context.texts.counted("units.lead_for_fewer", count);
  // Somebody's published figures say that the units have been reviewed; a register alone does not.
  const bool published = !context.release.published.empty() || !context.release.published_counts.empty();
  return context.texts.counted(published ? "units.lead_names" : "units.lead_no_reviews", count);
}

namespace {

// Units that the region has had, and what became of each.
std::optional<FormerList> former_list(const Context& context) {
  if (context.former_units().empty()) return std::nullopt;
  FormerList former;
  for (const std::size_t unit : context.former_units()) {
    const std::string& path = context.unit_path(unit);
    FormerUnit& line = former.units.emplace_back();
    line.text = what_became_of(context, unit);
    if (path.empty()) line.name = Note{context.release.units[unit].name};
    else line.link = Link{path, context.release.units[unit].name, false};
  }
  return former;
}

std::vector<UnitsFile> files_of(const Context& context) {
  std::vector<UnitsFile> files;
  for (const disclosure::Download& download : context.release.downloads) {
    const auto& dataset = context.release.datasets[download.dataset];
    if (dataset.id != "units" && dataset.id != "reviews") continue;
    files.push_back({way_up(context.folder()) + std::string{data_folder} + dataset.id + ".csv", dataset.title.in(context.language())});
  }
  return files;
}

}  // namespace

std::vector<Link> unit_parts(const Context& context, const PageRef& here) {
  std::vector<Link> parts;
  const auto& units = context.units();
  const auto& cards = context.release.units;
  for (const PageRef& other : context.pages()) {
    if (other.kind != PageRef::Kind::units || units.size() <= rows_per_page) continue;
    const std::size_t last = std::min(units.size(), (other.index + 1) * rows_per_page) - 1;
    const std::string& from = cards[units[other.index * rows_per_page]].name;
    parts.push_back({other.path, from + " – " + cards[units[last]].name, other.kind == here.kind && other.index == here.index});
  }
  return parts;
}

UnitsPage units_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  const auto& units = context.units();
  const auto& cards = context.release.units;
  UnitsPage page;
  page.shell = context.shell(ref, texts.say("nav.units"));
  const std::size_t first = ref.index * rows_per_page;
  const std::size_t end = std::min(units.size(), first + rows_per_page);
  std::vector<std::size_t> shown;
  NameList names;
  for (std::size_t i = first; i < end; ++i) {
    const auto* reviewed = cards[units[i]].reviewed.shown();
    if (reviewed != nullptr && !reviewed->reviews.empty())
      shown.push_back(units[i]);
    else
      names.list.push_back({cards[units[i]].name});
  }
  if (!names.list.empty()) page.names = std::move(names);
  if (end == units.size()) page.former = former_list(context);
  page.has_parts = units.size() > rows_per_page;
  const auto count = static_cast<std::int64_t>(units.size());
  if (context.release.has_reviews) {
    page.lead = texts.counted("units.lead", count, {{"date", to_string(context.release.as_of)}});
    page.keys = short_keys(context);
    page.compare = Note{context.site.page("jamfor")};
    page.table = units_table(context, shown, "", texts.say("units.caption"));
  } else {
    page.lead = names_lead(context);
  }
  page.parts = unit_parts(context, ref);
  page.files = files_of(context);
  page.has_files = !page.files.empty();
  return page;
}

}  // namespace lagesbild::view
