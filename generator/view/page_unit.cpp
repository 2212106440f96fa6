#include "view/page_unit.hpp"

#include <algorithm>

#include "view/areas_chart.hpp"
#include "view/comparison.hpp"
#include "view/register.hpp"
#include "view/unit_figures.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Review;

std::vector<std::string> areas_where(const Context& context, const Review& review,
                                     bool (*is)(const Context&, const disclosure::AreaGrade&)) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < review.areas.size(); ++i) {
    if (is(context, review.areas[i])) names.push_back(context.area_name(i));
  }
  return names;
}

std::string lead_of(const Context& context, std::size_t unit, const disclosure::UnitReviews& reviewed) {
  const Texts& texts = context.texts;
  const Review& review = reviewed.reviews.back();
  const auto open = areas_where(
      context, review, [](const Context& c, const disclosure::AreaGrade& g) { return c.release.framework.demands_action(g.current); });
  const auto lifted = areas_where(context, review, [](const Context&, const disclosure::AreaGrade& g) { return g.lifted(); });
  const auto all = static_cast<std::int64_t>(review.areas.size());
  const std::string date = to_string(review.date);
  const std::string& name = context.release.units[review.unit].name;
  std::string lead = review.unit == unit ? texts.say("unit.reviewed", {{"date", date}})
                                         : texts.say("unit.reviewed_as", {{"date", date}, {"name", name}});
  lead += " ";
  if (!open.empty()) {
    lead += texts.counted("unit.open", static_cast<std::int64_t>(open.size()), {{"areas", join_in_words(texts, open)}});
  } else if (!lifted.empty()) {
    lead += texts.counted("unit.follows_after_plan", all) + " " +
            texts.counted("unit.lifted", static_cast<std::int64_t>(lifted.size()), {{"areas", join_in_words(texts, lifted)}});
  } else {
    lead += texts.counted("unit.follows", all);
  }
  return lead;
}

std::vector<FactRow> facts_of(const Context& context, const disclosure::UnitCard& unit, const disclosure::UnitReviews& reviewed) {
  const Texts& texts = context.texts;
  std::vector<FactRow> facts;
  const auto add = [&](const char* key, std::string value) {
    if (!value.empty()) facts.push_back({texts.say(key), std::move(value)});
  };
  add("unit.forum", unit.forum ? context.forum_name(*unit.forum) : "");
  add("unit.municipality", unit.municipality);
  add("unit.ownership", unit.ownership ? context.ownership_word(*unit.ownership) : "");
  add("unit.provider", unit.provider);
  const Review& review = reviewed.reviews.back();
  add("unit.review",
      texts.say("unit.review_age", {{"date", to_string(review.date)}, {"age", months_in_words(texts, reviewed.state.age_months)}}));
  add("unit.visit", review.visit.empty() ? "" : texts.say("visit." + review.visit));
  const char* next = reviewed.state.overdue ? "unit.next_passed" : "unit.next_due";
  if (unit.current) add("unit.next", texts.say(next, {{"date", to_string(reviewed.state.next_due)}}));
  add("unit.reference", review.reference);
  return facts;
}

std::vector<UnitArea> areas_of(const Context& context, const Review& review) {
  std::vector<UnitArea> areas;
  areas.reserve(review.areas.size());
  for (std::size_t i = 0; i < review.areas.size(); ++i) {
    const disclosure::AreaGrade& grade = review.areas[i];
    UnitArea area;
    area.letter = context.release.framework.areas[i].letter;
    area.name = context.area_name(i);
    area.href = "../" + context.area_path(i);
    area.question = context.release.framework.areas[i].question.in(context.language());
    area.grade = grade_class(grade.current);
    area.now = grade_letter(grade.current);
    area.word = context.release.framework.of(grade.current).word.in(context.language());
    if (grade.lifted()) area.before = Note{grade_letter(grade.initial)};
    const RegionBar& bar = context.region_bar(i);
    area.region = bar.segments;
    area.region_words = bar.words;
    areas.push_back(std::move(area));
  }
  return areas;
}

std::vector<Step> steps_of(const Context& context, const disclosure::UnitCard& unit, const disclosure::UnitReviews& reviewed) {
  const Texts& texts = context.texts;
  const Review& review = reviewed.reviews.back();
  const disclosure::UnitState& state = reviewed.state;
  std::vector<Step> steps;
  const auto open_first = [](const disclosure::Case* a, const disclosure::Case* b) { return a->state < b->state; };
  std::vector<const disclosure::Case*> cases;
  for (const disclosure::Case& one : reviewed.cases) {
    if (one.review + 1 == reviewed.reviews.size()) cases.push_back(&one);
  }
  if (!cases.empty()) {  // the days of a plan are those of all its areas, and what is open has most of them
    steps = case_steps(context, **std::min_element(cases.begin(), cases.end(), open_first), review);
  } else {
    steps.push_back({to_string(review.date), texts.say("step.review"), "done"});
    if (review.report_date) steps.push_back({to_string(*review.report_date), texts.say("step.report"), "done"});
  }
  if (!unit.current) {  // nobody waits for a plan or a review of a unit that is no more
    std::erase_if(steps, [](const Step& step) { return step.kind != "done"; });
    return steps;
  }
  steps.push_back({to_string(state.next_due), texts.say(state.overdue ? "step.next_passed" : "step.next"), state.overdue ? "late" : "due"});
  return steps;
}

std::optional<History> history_of(const Context& context, std::size_t unit, const std::vector<Review>& reviews) {
  if (reviews.size() < 2) return std::nullopt;
  History history;
  for (std::size_t i = 0; i < context.release.framework.areas.size(); ++i) {
    history.areas.push_back({context.release.framework.areas[i].letter, context.area_name(i), "../" + context.area_path(i)});
  }
  for (const Review& review : reviews) {
    ReviewColumn column{to_string(review.date), review.visit.empty() ? "" : context.texts.say("visit." + review.visit), {}, {}};
    if (review.unit != unit) column.reviewed_as = Note{context.release.units[review.unit].name};
    for (const disclosure::AreaGrade& grade : review.areas) column.grades.push_back(grade_cell(grade));
    history.reviews.push_back(std::move(column));
  }
  const Review& before = reviews[reviews.size() - 2];
  const Review& now = reviews.back();
  if (before.unit != now.unit) {  // two units: better or worse would mean nothing
    history.finding = context.texts.say("unit.history_of_several");
    return history;
  }
  std::int64_t better = 0;
  std::int64_t worse = 0;
  for (std::size_t i = 0; i < now.areas.size(); ++i) {
    if (now.areas[i].current < before.areas[i].current) ++better;
    if (before.areas[i].current < now.areas[i].current) ++worse;
  }
  history.finding =
      context.texts.counted("unit.changed", better, {{"worse", context.texts.number(worse)}, {"date", to_string(before.date)}});
  return history;
}

std::optional<FactList> figures_of(const Context& context, std::size_t unit) {
  std::vector<FactRow> rows;
  for (UnitFigure& figure : unit_figures(context, unit)) {
    if (!figure.value.empty()) rows.push_back({std::move(figure.label), std::move(figure.value)});
  }
  if (rows.empty()) return std::nullopt;
  return FactList{std::move(rows)};
}

std::vector<Relative> relatives_of(const Context& context, std::size_t index) {
  const disclosure::UnitCard& unit = context.release.units[index];
  std::vector<Relative> relatives;
  const auto add = [&](const char* key, std::size_t other) {
    relatives.push_back({context.texts.say(key), Link{"../" + context.unit_path(other), context.release.units[other].name, false}});
  };
  for (const std::size_t other : unit.predecessors) add("unit.came_from", other);
  if (unit.successor) add("unit.goes_on_as", *unit.successor);
  return relatives;
}

// No file of numbers: a file of numbers for each unit would be as many files again, and the unit's grades are in data/reviews.csv and JSON.
Figure areas_figure(const Texts& texts, const UnitPage& page) {
  Figure figure{.subject = page.name, .title = page.lead, .subtitle = texts.say("picture.unit"), .key = Figure::Key::grades,
                .numbers_elsewhere = true};
  figure.table.head = {texts.say("page.area"), texts.say("page.grade"), texts.say("page.region")};
  for (const UnitArea& area : page.areas) {
    const std::string before = area.before ? texts.say("picture.before", {{"grade", area.before->text}}) : "";
    std::string name = area.letter + " " + area.name, words = area.word + before;
    figure.table.rows.push_back({name, words, area.region_words});
    figure.rows.push_back({std::move(name), ThinBar{area.region, area.region_words}, std::move(words), area.grade});
  }
  return figure;
}

// Of the unit's forum; of the region where it has none.
std::optional<ForumSources> sources_of(const Context& context, const disclosure::UnitCard& unit) {
  auto meet = sources_meet(context, unit.forum, "../");
  if (!meet) return std::nullopt;
  const std::string whose = unit.forum ? context.forum_name(*unit.forum) : context.site.region.in(context.language());
  const std::string page = unit.forum && context.release.has_reviews ? context.forum_path(*unit.forum) : "index.html";
  meet->files = figure_links(context, page, "kallor", context.texts.say("page.sources_meet"), "../");
  return ForumSources{context.texts.say("unit.sources_rolled_up", {{"group", whose}}), std::move(*meet)};
}

}  // namespace

UnitPage unit_page(const Context& context, const PageRef& ref) {
  const disclosure::UnitCard& unit = context.release.units[ref.index];
  UnitPage page;
  page.name = unit.name;
  page.shell = context.shell(ref, unit.name, {{context.site.page("../enheter"), context.texts.say("nav.units"), false}});
  page.figures = figures_of(context, ref.index);
  page.relatives = relatives_of(context, ref.index);
  page.standing = unit_standing(context, ref.index);
  page.findings = unit_findings(context, ref.index);
  page.comment = unit_comment(context, ref.index);
  page.good_examples = unit_examples(context, ref.index);
  if (unit.current) page.borrowed = borrowed_by(context, ref.index);
  page.answers = unit_answers(context, ref.index);
  if (unit.current) page.sources = sources_of(context, unit);
  const disclosure::UnitReviews* reviewed = unit.reviewed.shown();
  if (reviewed == nullptr || reviewed->reviews.empty()) {
    page.status = reviewed == nullptr ? context.texts.say("withheld.small_group") : context.status_word(disclosure::Status::not_reviewed);
    page.tone = "plain";
    page.lead = context.texts.say(reviewed == nullptr ? "unit.withheld" : "unit.not_reviewed");
    return page;
  }
  page.status = unit.current ? context.status_word(reviewed->state.status) : context.texts.say("unit.former");
  page.tone = unit.current ? tone_of(reviewed->state.status) : "plain";
  page.lead = (unit.current ? "" : what_became_of(context, ref.index) + " ") + lead_of(context, ref.index, *reviewed);
  page.facts = facts_of(context, unit, *reviewed);
  page.reviewed = true;
  if (unit.current) page.compare = Note{context.site.page("../jamfor") + "?enheter=" + unit_address(context, ref.index)};
  page.keys = short_keys(context);
  page.areas = areas_of(context, reviewed->reviews.back());
  page.steps = steps_of(context, unit, *reviewed);
  page.history = history_of(context, ref.index, reviewed->reviews);
  page.area_files = add_figure(page.take_away, context, ref, "omraden", areas_figure(context.texts, page));
  return page;
}

}  // namespace lagesbild::view
