#include "disclosure/downloads.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "base/csv.hpp"
#include "base/decimal.hpp"
#include "disclosure/audience.hpp"
#include "disclosure/indicator_rows.hpp"
#include "disclosure/release.hpp"

namespace lagesbild::disclosure {
namespace {

// How a row says each field, by the field's name. What is not here is not in the release.
template <class Row>
using Cells = std::map<std::string, std::function<std::string(const Row&)>>;

std::string text(const std::optional<int>& number) { return number ? std::to_string(*number) : std::string{}; }
std::string text(const std::optional<Date>& date) { return date ? to_string(*date) : std::string{}; }
std::string hundredths(std::int64_t value) { return Decimal::rounded_ratio(value, 100, 2)->plain(Language::sv); }

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string all;
  for (const std::string& part : parts) all.append(all.empty() ? "" : separator).append(part);
  return all;
}

template <class Row>
std::vector<const Row*> every(const std::vector<Row>& rows) {
  std::vector<const Row*> all;
  for (const Row& row : rows) all.push_back(&row);
  return all;
}

class Offering {
 public:
  explicit Offering(const Release& release) : release_(release) {}

  template <class Row>
  void offer(std::string_view id, const Cells<Row>& known, const std::vector<const Row*>& rows) {
    const auto& datasets = release_.datasets;
    const auto found = std::find_if(datasets.begin(), datasets.end(), [&](const model::Dataset& one) { return one.id == id; });
    if (found == datasets.end() || rows.empty() || barred(*found) != Barred::no) return;
    Download download{static_cast<std::size_t>(found - datasets.begin()), {}, rows.size(), std::string{csv_mark}};
    std::vector<const std::function<std::string(const Row&)>*> columns;
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < found->fields.size(); ++i) {
      const model::Field& field = found->fields[i];
      const auto column = known.find(field.name);
      if (column == known.end() || field.audience > release_.audience) continue;
      download.fields.push_back(i);
      columns.push_back(&column->second);
      cells.push_back(field.name);
    }
    if (columns.empty()) return;
    download.csv += csv_row(cells);
    for (const Row* row : rows) {
      for (std::size_t i = 0; i < columns.size(); ++i) cells[i] = (*columns[i])(*row);
      download.csv += csv_row(cells);
    }
    downloads_.push_back(std::move(download));
  }

  std::string letter_of(std::optional<std::size_t> area) const { return area ? release_.framework.areas[*area].letter : std::string{}; }
  std::vector<Download> take() { return std::move(downloads_); }

 private:
  const Release& release_;
  std::vector<Download> downloads_;
};

void offer_units(const Release& release, Offering& offering) {
  Cells<UnitCard> cells{
      {"unit_id", &UnitCard::id},
      {"name", &UnitCard::name},
      {"kind", &UnitCard::kind},
      {"forum", [&](const UnitCard& unit) { return unit.forum ? release.forums[*unit.forum].id : std::string{}; }},
      {"municipality", &UnitCard::municipality},
      {"ownership", [](const UnitCard& unit) -> std::string {
         return !unit.ownership ? "" : *unit.ownership == Ownership::public_ ? "offentlig" : "privat";
       }},
      {"provider", &UnitCard::provider},
      {"valid_from", [](const UnitCard& unit) { return text(unit.valid_from); }},
      {"valid_to", [](const UnitCard& unit) { return text(unit.valid_to); }},
      {"predecessor", [&](const UnitCard& unit) {
         std::vector<std::string> ids;
         for (const std::size_t other : unit.predecessors) ids.push_back(release.units[other].id);
         return joined(ids, ", ");
       }},
      {"aliases", [](const UnitCard& unit) { return joined(unit.aliases, "|"); }}};
  const auto figure = [&](const char* name, std::optional<int> Register::*member) {
    cells[name] = [member](const UnitCard& unit) { return unit.figures.shown() ? text(unit.figures.shown()->*member) : std::string{}; };
  };
  figure("listed_patients", &Register::listed_patients);
  figure("specialists", &Register::specialists);
  figure("specialist_percent", &Register::specialist_percent);
  figure("st_doctors", &Register::st_doctors);
  figure("supervisors", &Register::supervisors);
  figure("supervisors_trained_5y", &Register::supervisors_trained_5y);
  figure("manager_since", &Register::manager_since);
  offering.offer("units", cells, every(release.units));
}

void offer_reviews(const Release& release, Offering& offering) {
  Cells<Review> cells{{"review_id", [](const Review& review) { return review.id.value(); }},
                      {"unit_id", [&](const Review& review) { return release.units[review.unit].id; }},
                      {"framework", [&](const Review&) { return release.framework.id; }},
                      {"review_date", [](const Review& review) { return to_string(review.date); }},
                      {"report_date", [](const Review& review) { return text(review.report_date); }},
                      {"visit", &Review::visit},
                      {"plan_received", [](const Review& review) { return text(review.plan_received); }},
                      {"decided_on", [](const Review& review) { return text(review.decided_on); }},
                      {"reference", &Review::reference},
                      {"url", &Review::url}};
  for (std::size_t i = 0; i < release.framework.areas.size(); ++i) {
    const std::string& area = release.framework.areas[i].letter;
    cells[area] = [i](const Review& review) { return std::string(1, letter(review.areas[i].initial)); };
    cells[area + "_current"] = [i](const Review& review) { return std::string(1, letter(review.areas[i].current)); };
  }
  std::vector<const Review*> rows;
  for (std::size_t unit = 0; unit < release.units.size(); ++unit) {
    const UnitReviews* reviewed = release.units[unit].reviewed.shown();
    if (reviewed == nullptr) continue;
    for (const Review& review : reviewed->reviews) {
      if (review.unit == unit) rows.push_back(&review);  // not again under the unit that this one became
    }
  }
  offering.offer("reviews", cells, rows);
}

// The register of open grades that demanded action, and of those that have been closed.
void offer_cases(const Release& release, Offering& offering) {
  struct Row {
    const UnitCard* unit;
    const Case* one;
    const Review& review() const { return unit->reviewed.shown()->reviews[one->review]; }
  };
  static constexpr const char* states[] = {"report_awaited", "plan_awaited", "plan_late", "decision_awaited", "decision_late",
                                           "stands", "lifted", "reviewed_again", "unit_closed"};  // by CaseState
  std::vector<Row> rows;
  for (const UnitCard& unit : release.units) {
    const UnitReviews* reviewed = unit.reviewed.shown();
    if (reviewed == nullptr) continue;
    for (const Case& one : reviewed->cases) rows.push_back({&unit, &one});
  }
  Cells<Row> cells{{"unit_id", [](const Row& row) { return row.unit->id; }},
                   {"review_id", [](const Row& row) { return row.review().id.value(); }},
                   {"review_date", [](const Row& row) { return to_string(row.review().date); }},
                   {"area", [&](const Row& row) { return offering.letter_of(row.one->area); }},
                   {"state", [](const Row& row) -> std::string { return states[static_cast<std::size_t>(row.one->state)]; }},
                   {"plan_due", [](const Row& row) { return text(row.one->plan_due); }},
                   {"plan_received", [](const Row& row) { return text(row.review().plan_received); }},
                   {"plan_days_late", [](const Row& row) { return std::to_string(row.one->plan_days_late); }},
                   {"decided_on", [](const Row& row) { return text(row.review().decided_on); }},
                   {"next_due", [](const Row& row) { return text(row.one->due); }},
                   {"days_late", [](const Row& row) { return std::to_string(row.one->days_late); }},
                   {"level", [&](const Row& row) {
                      return row.one->level ? release.follow_up.levels[*row.one->level].id : std::string{};
                    }},
                   {"closed_on", [](const Row& row) { return text(row.one->closed_on); }}};
  if (!sees(release, "reviews", "review_id")) cells.erase("review_id");  // the class of a field holds wherever it is repeated
  offering.offer("cases", cells, every(rows));
}

void offer_published(const Release& release, Offering& offering) {
  offering.offer("published_aggregates",
                 Cells<PublishedCheck>{{"area", [&](const PublishedCheck& one) { return offering.letter_of(one.aggregate.area); }},
                                       {"n", [](const PublishedCheck& one) { return std::to_string(one.aggregate.n); }},
                                       {"mean", [](const PublishedCheck& one) { return hundredths(one.aggregate.mean_hundredths); }},
                                       {"sd", [](const PublishedCheck& one) { return hundredths(one.aggregate.sd_hundredths); }},
                                       {"source", [](const PublishedCheck& one) { return one.aggregate.source; }},
                                       {"page", [](const PublishedCheck& one) { return one.aggregate.page; }}},
                 every(release.published));
  using model::PublishedCount;
  offering.offer("published_counts",
                 Cells<PublishedCount>{{"measure", &PublishedCount::measure},
                                       {"area", [&](const PublishedCount& one) { return offering.letter_of(one.area); }},
                                       {"value", [](const PublishedCount& one) { return std::to_string(one.value); }},
                                       {"source", &PublishedCount::source},
                                       {"page", &PublishedCount::page}},
                 every(release.published_counts));
}

void offer_statements(const Release& release, Offering& offering) {
  using model::Benchmark;
  using model::Statement;
  offering.offer("statements",
                 Cells<Statement>{{"statement", &Statement::id},
                                  {"area", [&](const Statement& one) { return offering.letter_of(one.area); }},
                                  {"sv", [](const Statement& one) { return one.wording.sv; }},
                                  {"en", [](const Statement& one) { return one.wording.en; }}},
                 every(release.statements));
  offering.offer("benchmarks",
                 Cells<Benchmark>{{"statement", [&](const Benchmark& one) { return release.statements[one.statement].id; }},
                                  {"answer", &Benchmark::answer},
                                  {"group", &Benchmark::group},
                                  {"period", &Benchmark::period},
                                  {"value", [](const Benchmark& one) { return std::to_string(one.percent); }},
                                  {"n", [](const Benchmark& one) { return std::to_string(one.n); }},
                                  {"source", &Benchmark::source}},
                 every(release.benchmarks));
}

void offer_follow_up(const Release& release, Offering& offering) {
  using model::Event;
  using model::Measure;
  using model::MeasureFigure;
  Cells<Measure> cells{{"plan", &Measure::plan},
                       {"number", &Measure::number},
                       {"status", &Measure::status},
                       {"due", [](const Measure& one) { return text(one.due); }},
                       {"followed_up", [](const Measure& one) { return text(one.followed_up); }},
                       {"evidence", &Measure::evidence},
                       {"figures", &Measure::figures},
                       {"year", [](const Measure& one) { return text(one.year); }},
                       {"next_follow_up", [](const Measure& one) { return text(one.next_follow_up); }},
                       {"indicators", [](const Measure& one) { return joined(one.indicators, ", "); }}};
  const auto in_both = [&](const std::string& name, Localized Measure::*member) {
    cells[name + "_sv"] = [member](const Measure& one) { return (one.*member).sv; };
    cells[name + "_en"] = [member](const Measure& one) { return (one.*member).en; };
  };
  in_both("heading", &Measure::heading);
  in_both("title", &Measure::title);
  in_both("owner", &Measure::owner);
  in_both("note", &Measure::note);
  offering.offer("measures", cells, every(release.measures));
  offering.offer("measure_figures",
                 Cells<MeasureFigure>{{"plan", &MeasureFigure::plan},
                                      {"number", &MeasureFigure::number},
                                      {"figure", &MeasureFigure::id},
                                      {"label_sv", [](const MeasureFigure& one) { return one.label.sv; }},
                                      {"label_en", [](const MeasureFigure& one) { return one.label.en; }},
                                      {"unit_sv", [](const MeasureFigure& one) { return one.unit.sv; }},
                                      {"unit_en", [](const MeasureFigure& one) { return one.unit.en; }},
                                      {"year", [](const MeasureFigure& one) { return std::to_string(one.year); }},
                                      {"value", [](const MeasureFigure& one) { return one.value ? hundredths(*one.value) : ""; }},
                                      {"target", [](const MeasureFigure& one) { return one.target ? hundredths(*one.target) : ""; }},
                                      {"note_sv", [](const MeasureFigure& one) { return one.note.sv; }},
                                      {"note_en", [](const MeasureFigure& one) { return one.note.en; }}},
                 every(release.measure_figures));
  offering.offer("events",
                 Cells<Event>{{"date", [](const Event& one) { return to_string(one.date); }},
                              {"text_sv", [](const Event& one) { return one.text.sv; }},
                              {"text_en", [](const Event& one) { return one.text.en; }},
                              {"areas", [&](const Event& one) {
                                 std::vector<std::string> letters;
                                 for (const std::size_t area : one.areas) letters.push_back(offering.letter_of(area));
                                 return joined(letters, ", ");
                               }}},
                 every(release.events));
}

// Of the units of today, as on the page about it; reviews have rows of their own.
void offer_deliveries(const Release& release, Offering& offering) {
  struct Row {
    const Deliveries* of;
    std::size_t unit;
    const Coverage* state() const { return of->units[unit].shown(); }
  };
  static constexpr const char* states[] = {"delivered", "missing", "not_yet", "not_expected"};  // by Coverage
  std::vector<Row> rows;
  for (std::size_t unit = 0; unit < release.units.size(); ++unit) {
    if (!release.units[unit].current) continue;
    for (const Deliveries& one : release.deliveries) {
      if (release.datasets[one.dataset].id != "reviews") rows.push_back({&one, unit});
    }
  }
  offering.offer("deliveries",
                 Cells<Row>{{"unit_id", [&](const Row& row) { return release.units[row.unit].id; }},
                            {"dataset", [&](const Row& row) { return release.datasets[row.of->dataset].id; }},
                            {"period", [](const Row& row) { return row.of->period; }},
                            {"state", [](const Row& row) -> std::string {
                               return row.state() ? states[static_cast<std::size_t>(*row.state())] : "";
                             }},
                            {"withheld", [](const Row& row) -> std::string { return row.state() ? "" : "ja"; }}},
                 every(rows));
}

void offer_indicators(const Release& release, Offering& offering) {
  const std::vector<IndicatorRow> rows = indicator_rows(release);
  offering.offer("indicator_values",
                 Cells<IndicatorRow>{{"indicator", &IndicatorRow::indicator}, {"group_kind", &IndicatorRow::group_kind},
                                     {"group", &IndicatorRow::group}, {"period", &IndicatorRow::period}, {"kind", &IndicatorRow::kind},
                                     {"value", &IndicatorRow::value}, {"numerator", &IndicatorRow::numerator},
                                     {"denominator", &IndicatorRow::denominator}, {"lower", &IndicatorRow::lower},
                                     {"upper", &IndicatorRow::upper}, {"judgement", &IndicatorRow::judgement},
                                     {"withheld", &IndicatorRow::withheld}},
                 every(rows));
}

}  // namespace

Barred barred(const model::Dataset& dataset) {
  if (dataset.about_persons) return Barred::about_persons;
  const auto free_text = [](const model::Field& field) { return field.free_text; };
  return std::any_of(dataset.fields.begin(), dataset.fields.end(), free_text) ? Barred::free_text : Barred::no;
}

std::vector<Download> downloads_of(const Release& release) {
  Offering offering{release};
  offer_units(release, offering);
  offer_reviews(release, offering);
  offer_cases(release, offering);
  offer_statements(release, offering);
  offer_published(release, offering);
  offer_follow_up(release, offering);
  offer_deliveries(release, offering);
  offer_indicators(release, offering);
  return offering.take();
}

}  // namespace lagesbild::disclosure
