#include "view/page_plan.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "view/figure.hpp"
#include "view/values.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using model::Measure;
using model::MeasureFigure;

constexpr std::array<const char*, 5> kinds{"done", "started", "not_started", "stopped", "unknown"};

class PlanMaker {
 public:
  PlanMaker(const Context& context, const PageRef& ref)
      : context_(context), texts_(context.texts), language_(context.language()), ref_(ref), plan_(context.plans()[ref.index]),
        up_(way_up(ref.path)), tells_status_(tells_of_measures(context, "status")) {}

  PlanPage make() {
    page_.name = plan_name(context_, plan_);
    page_.shell = context_.shell(ref_, page_.name, {{up_ + context_.site.page("atgarder"), texts_.say("nav.measures"), false}});
    page_.lead = plan_finding(context_, plan_);
    page_.late = plan_late(context_, plan_);
    for (const PlanInfo& one : context_.site.plans) {
      if (one.id == plan_.id && !one.about.sv.empty()) page_.about = Note{one.about.in(language_)};
    }
    page_.page_status = tells_status_ && std::any_of(plan_.measures.begin(), plan_.measures.end(),
                                                     [&](const PlanMeasure& one) { return !row(one).status.empty(); });
    if (page_.page_status) {
      headings();
      left();
    }
    years();
    indicators();
    figures();
    measures();
    return std::move(page_);
  }

 private:
  const Measure& row(const PlanMeasure& one) const { return context_.release.measures[one.index]; }
  std::string id_of(const Measure& measure) const { return "m-" + slug(measure.number); }

  void headings() {
    std::array<bool, kinds.size()> occurs{};
    const auto at = [](const Measure& measure) {
      return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), kind_of(measure)) - kinds.begin());
    };
    for (const PlanMeasure& one : plan_.measures) occurs[at(row(one))] = true;
    std::vector<std::pair<std::string, std::array<int, kinds.size()>>> lines;
    for (const PlanMeasure& one : plan_.measures) {
      const std::string& heading = row(one).heading.in(language_);
      if (lines.empty() || lines.back().first != heading) lines.push_back({heading, {}});
      ++lines.back().second[at(row(one))];
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      if (occurs[i]) page_.columns.push_back({texts_.say(std::string{"measure."} + kinds[i])});
    }
    for (const auto& [heading, counts] : lines) {
      HeadingLine line{heading, {}};
      for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (occurs[i]) line.counts.push_back({texts_.number(counts[i])});
      }
      page_.headings.push_back(std::move(line));
    }
  }

  std::optional<Note> late_words(const PlanMeasure& one) const {
    if (!one.late) return std::nullopt;
    return Note{texts_.say("measure.late_since", {{"age", age_in_words(texts_, *row(one).due, context_.release.as_of)}})};
  }
  std::optional<Note> follow_up_words(const PlanMeasure& one) const {
    if (!one.follow_up_late) return std::nullopt;
    return Note{texts_.say("measure.follow_up_since", {{"date", to_string(*row(one).next_follow_up)}})};
  }

  void left() {
    std::vector<const PlanMeasure*> open;
    for (const PlanMeasure& one : plan_.measures) {
      if (!is_finished(row(one))) open.push_back(&one);
    }
    std::stable_sort(open.begin(), open.end(), [&](const PlanMeasure* a, const PlanMeasure* b) {
      const auto &first = row(*a).due, &second = row(*b).due;
      return first && second ? *first < *second : first.has_value() && !second;  // those without a day last
    });
    Figure figure{.subject = page_.name, .title = texts_.say("measure.left")};
    for (const char* key : {"measure.measure", "page.status", "page.owner", "measure.due"}) figure.table.head.push_back(texts_.say(key));
    for (const PlanMeasure* one : open) {
      const Measure& measure = row(*one);
      const std::string due = measure.due ? to_string(*measure.due) : "";
      page_.left.push_back({measure.number, measure.title.in(language_), "#" + id_of(measure), status_in_words(texts_, measure),
                            std::string{kind_of(measure)}, measure.owner.in(language_), due, late_words(*one), follow_up_words(*one)});
      figure.table.rows.push_back({measure.number + " " + measure.title.in(language_), status_in_words(texts_, measure),
                                   measure.owner.in(language_), due});
    }
    page_.has_left = !open.empty();
    page_.left_finding = open.empty() ? texts_.say("measure.nothing_left")
                                      : texts_.counted("measure.left_of", static_cast<std::int64_t>(open.size()),
                                                       {{"all", texts_.number(static_cast<std::int64_t>(plan_.measures.size()))}});
    page_.left_files = add_figure(page_.take_away, context_, ref_, "kvar", std::move(figure));
  }

  void years() {
    if (plan_.years.size() < 2 || !page_.page_status) return;
    static constexpr std::pair<Move, const char*> moves[] = {{Move::forward, "forward"}, {Move::back, "back"},   {Move::still, "still"},
                                                             {Move::stopped, "stopped"}, {Move::gone, "gone"}, {Move::added, "added"}};
    PlanYears years;
    years.heading = texts_.say("plan_years.heading", {{"from", std::to_string(plan_.years[plan_.years.size() - 2])},
                                                      {"to", std::to_string(plan_.years.back())}});
    std::vector<std::string> parts;
    for (const auto& [move, key] : moves) {
      MoveGroup group{texts_.say(std::string{"plan_years."} + key), {}};
      for (const PlanMeasure& one : move == Move::gone ? plan_.gone : plan_.measures) {
        if (one.move != move) continue;
        std::string words = status_in_words(texts_, row(one));
        if (one.before && move != Move::gone && move != Move::still) {
          words = status_in_words(texts_, context_.release.measures[*one.before]) + " → " + words;
        }
        group.measures.push_back({row(one).number, row(one).title.in(language_), std::move(words)});
      }
      if (group.measures.empty()) continue;
      parts.push_back(texts_.counted(std::string{"plan_years_part."} + key, static_cast<std::int64_t>(group.measures.size())));
      years.groups.push_back(std::move(group));
    }
    years.finding = parts.empty() ? texts_.say("plan_years.nothing")
                                  : texts_.say("plan_years.finding", {{"parts", join_in_words(texts_, parts)}});
    page_.years = std::move(years);
  }

  void indicators() {
    std::vector<std::size_t> named;
    for (const PlanMeasure& one : plan_.measures) {
      for (const std::string& id : row(one).indicators) {
        const auto found = context_.release.indicators.find(id);
        if (found && std::find(named.begin(), named.end(), *found) == named.end()) named.push_back(*found);
      }
    }
    page_.development = development_for(context_, named, up_);
    if (!page_.development) return;
    page_.development->files = add_figure(page_.take_away, context_, ref_, "utveckling",
                                          development_figure(texts_, *page_.development, page_.name));
  }

  std::string in_words(const std::optional<std::int64_t>& hundredths, const std::string& unit) const {
    if (!hundredths) return "";
    const int digits = *hundredths % 100 == 0 ? 0 : *hundredths % 10 == 0 ? 1 : 2;
    const std::string number = texts_.decimal(static_cast<double>(*hundredths) / 100, digits);
    return unit.empty() ? number : number + "\u00a0" + unit;
  }

  void figures() {
    PlanFigures found;
    Figure file{.subject = page_.name, .title = texts_.say("measure.figures")};
    for (const char* key : {"measure.measure", "measure.figure", "measure.year", "measure.value", "page.target", "page.note"}) {
      file.table.head.push_back(texts_.say(key));
    }
    const auto& all = context_.release.measure_figures;
    for (std::size_t first = 0, end = 0; first < all.size(); first = end) {
      const auto same = [&](const MeasureFigure& a, const MeasureFigure& b) {
        return a.plan == b.plan && a.number == b.number && a.id == b.id;
      };
      while (end < all.size() && same(all[end], all[first])) ++end;
      if (all[first].plan != plan_.id) continue;
      std::int64_t most = 1;
      for (std::size_t i = first; i < end; ++i) most = std::max({most, all[i].value.value_or(0), all[i].target.value_or(0)});
      PlanFigure figure{all[first].number, all[end - 1].label.in(language_), {}};
      for (std::size_t i = first; i < end; ++i) {
        const MeasureFigure& one = all[i];
        const std::string& unit = one.unit.in(language_);
        FigureYear year{std::to_string(one.year), in_words(one.value, unit), in_words(one.target, unit), one.note.in(language_), {}};
        if (one.value && *one.value >= 0) {
          year.bar = LengthBar{year.year + ": " + year.value,
                               per_cent(static_cast<double>(*one.value) / static_cast<double>(most)), false};
        }
        file.table.rows.push_back({figure.number, figure.label, year.year, year.value, year.target, year.note});
        figure.years.push_back(std::move(year));
      }
      found.figures.push_back(std::move(figure));
    }
    if (found.figures.empty()) return;
    found.finding = texts_.counted("measure.figures_finding", static_cast<std::int64_t>(found.figures.size()));
    found.files = add_figure(page_.take_away, context_, ref_, "siffror", std::move(file));
    page_.figures = std::move(found);
  }

  void measures() {
    for (const PlanMeasure& one : plan_.measures) {
      const Measure& measure = row(one);
      const std::string& heading = measure.heading.in(language_);
      if (page_.groups.empty() || page_.groups.back().heading != heading) page_.groups.push_back({heading, {}});
      page_.groups.back().measures.push_back(article(one, measure));
    }
  }

  MeasureArticle article(const PlanMeasure& one, const Measure& measure) const {
    MeasureArticle article{id_of(measure), measure.number, measure.title.in(language_), "", std::string{kind_of(measure)}, {}, {},
                           late_words(one), follow_up_words(one), {}, {}, false};
    if (tells_status_) article.status = status_in_words(texts_, measure);
    const auto fact = [&](const char* key, std::string value) {
      if (!value.empty()) article.facts.push_back({texts_.say(key), std::move(value)});
    };
    const auto day = [](const std::optional<Date>& date) { return date ? to_string(*date) : std::string{}; };
    fact("page.owner", measure.owner.in(language_));
    fact("measure.due", day(measure.due));
    fact("page.followed_up", day(measure.followed_up));
    fact("measure.next_follow_up", day(measure.next_follow_up));
    fact("measure.figures", measure.figures);
    fact("measure.evidence", measure.evidence);
    if (!measure.note.in(language_).empty()) article.note = Note{measure.note.in(language_)};
    for (const std::string& id : measure.indicators) {
      const auto found = context_.release.indicators.find(id);
      if (!found) continue;
      const std::string& name = context_.release.indicators.definitions[*found].name.in(language_);
      const std::string path = context_.indicator_path(*found);
      if (path.empty()) article.without_data.push_back({name + ": " + texts_.say("measure.no_data")});
      else article.indicators.push_back({up_ + path, name, false});
    }
    article.has_indicators = !article.indicators.empty() || !article.without_data.empty();
    return article;
  }

  const Context& context_;
  const Texts& texts_;
  Language language_;
  const PageRef& ref_;
  const Plan& plan_;
  std::string up_;
  bool tells_status_;
  PlanPage page_;
};

}  // namespace

PlanPage plan_page(const Context& context, const PageRef& ref) { return PlanMaker{context, ref}.make(); }

}  // namespace lagesbild::view
