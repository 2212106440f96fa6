#include "disclosure/audience.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "disclosure/release.hpp"

namespace lagesbild::disclosure {
namespace {

using indicators::about_persons;
using indicators::Source;
using indicators::Stage;
using indicators::Subject;

constexpr int fewest_units = 3;  // in a smaller group, a number about the group is one about a unit

template <class T>
void select(std::vector<T>& all, const std::vector<std::size_t>& kept) {
  std::vector<T> left;
  left.reserve(kept.size());
  for (const std::size_t i : kept) left.push_back(std::move(all[i]));
  all = std::move(left);
}

}  // namespace

class Narrower {
 public:
  explicit Narrower(Release& release) : release_(release), all_(release.indicators) {}

  void narrow() {
    narrow_survey();  // has the class of the indicators that count it, so before they go
    narrow_indicators();
    if (!tells("units", {"provider"})) leave_out_providers();
    narrow_units();
    narrow_tables();
    narrow_deliveries();
    for (UnitCard& unit : release_.units) narrow_texts(unit.reviewed);
    // Rows of reviews may be for more readers than what the grades in them say: the files are made before those go.
    release_.downloads = downloads_of(release_);
    if (!tells_reviews()) leave_out_reviews();
    for (std::size_t group = 0; group < release_.sources_meet.size(); ++group) {
      release_.sources_meet[group] = meeting_sources(all_, group, release_.framework.areas.size());
    }
  }

 private:
  bool tells(std::string_view dataset, std::initializer_list<std::string_view> fields) const {
    return std::all_of(fields.begin(), fields.end(), [&](std::string_view field) { return sees(release_, dataset, field); });
  }
  bool tells(const Definition& definition) const { return definition.audience <= release_.audience; }

  bool tells_grades(Stage stage) const {
    const auto& areas = release_.framework.areas;
    return std::all_of(areas.begin(), areas.end(), [&](const Area& area) {
      return sees(release_, "reviews", stage == Stage::now ? area.letter + "_current" : area.letter);
    });
  }
  // What is said of a unit by its reviews rests on all of these: its status, its plan, its distance to the line.
  bool tells_reviews() const {
    const bool dated = release_.framework.plan_counts_from == model::PlanFrom::visit || tells("reviews", {"report_date"});
    return dated && tells("reviews", {"unit_id", "review_date", "plan_received", "decided_on"}) && tells_grades(Stage::at_review) &&
           tells_grades(Stage::now);
  }

  bool tells_of_unit(Source source, const Subject& subject) const {
    const std::string_view dataset = indicators::dataset_of(source);
    const std::string& name = subject.name;
    switch (source) {
      case Source::survey: return sees(release_, dataset, "agree");
      case Source::annual_reports: return sees(release_, dataset, name);
      case Source::units: return sees(release_, dataset, name == "manager_years" ? "manager_since" : name);
      case Source::reviews: break;
    }
    if (name == "unit" || name == "age_months" || name == "overdue") return sees(release_, dataset, "review_date");
    if (name != "grade") return tells_reviews();
    const std::string& letter = release_.framework.areas[*subject.area].letter;
    return sees(release_, dataset, subject.stage == Stage::now ? letter + "_current" : letter);
  }
  // An indicator may be for more readers than the fields that it counts; then its values of single units are not.
  bool tells_units(const Definition& one) const {
    if (indicators::has_values(one.kind)) return tells_of_unit(one.source, one.value);
    return tells_of_unit(one.source, one.numerator.subject) && tells_of_unit(one.source, one.denominator.subject);
  }

  bool counted(const std::string& statement, model::Role role) const {
    return std::any_of(all_.definitions.begin(), all_.definitions.end(), [&](const Definition& one) {
      const Subject& subject = one.numerator.subject;
      return tells(one) && one.source == Source::survey && subject.statement == statement && subject.role == role;
    });
  }
  void narrow_survey() {
    if (sees(release_, "survey", "agree")) return;
    const auto told = [&](std::size_t statement, model::Role role) { return counted(release_.statements[statement].id, role); };
    std::erase_if(release_.survey, [&](const auto& one) { return !told(one.statement, one.role); });
    std::erase_if(all_.roles, [&](const Cell<RoleComparison>& cell) {
      const RoleComparison* one = cell.shown();
      return one != nullptr && !(told(one->statement, one->role) && told(one->statement, model::Role::st_doctor));
    });
  }

  void narrow_indicators() {
    std::erase_if(release_.unpublished, [&](const Definition& one) { return !tells(one); });
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < all_.definitions.size(); ++i) {
      if (tells(all_.definitions[i])) kept.push_back(i);
    }
    select(all_.definitions, kept);
    select(all_.cells, kept);
    for (std::size_t i = 0; i < all_.definitions.size(); ++i) {
      if (tells_units(all_.definitions[i])) continue;
      for (auto& unit : all_.cells[i].units) withhold(unit);
      if (!about_persons(all_.definitions[i].source)) leave_out_small_groups(all_.definitions[i], all_.cells[i]);
    }
  }

  // A kind of group goes whole: its other groups would tell the small one, as what is left of the region.
  void leave_out_small_groups(const Definition& definition, IndicatorCells& cells) {
    std::vector<std::vector<const Value*>> shown;
    for (auto& period : cells.groups) {
      std::set<GroupKind> small;
      for (std::size_t group = 0; group < period.size(); ++group) {
        const Value* value = period[group].shown();
        if (value != nullptr && value->n > 0 && value->units < fewest_units) small.insert(all_.groups[group].kind);
      }
      auto& values = shown.emplace_back();
      for (std::size_t group = 0; group < period.size(); ++group) {
        if (small.contains(all_.groups[group].kind)) withhold(period[group]);
        values.push_back(period[group].shown());
      }
    }
    cells.assessment = indicators::assess({definition, all_.periods, cells.periods, all_.groups, shown,
                                           release_.policy.smallest_group_to_judge, all_.settings.outlier_limit});
  }

  // The name of such a group is what the field holds.
  void leave_out_providers() {
    std::vector<std::size_t> kept, now_at(all_.groups.size());
    for (std::size_t group = 0; group < all_.groups.size(); ++group) {
      now_at[group] = kept.size();
      if (all_.groups[group].kind != GroupKind::provider) kept.push_back(group);
    }
    select(all_.groups, kept);
    for (IndicatorCells& cells : all_.cells) {
      for (auto& period : cells.groups) select(period, kept);
      for (auto& period : cells.assessment.standings) {
        select(period, kept);
        for (Standing& standing : period) standing.against = now_at[standing.against];
      }
      if (!cells.assessment.trends.empty()) select(cells.assessment.trends, kept);
    }
    for (auto& similar : all_.similar) {
      if (similar) similar = static_cast<std::uint32_t>(now_at[*similar]);
    }
  }

  void narrow_units() {
    if (!tells("units", {"unit_id", "name", "forum", "valid_from", "valid_to", "predecessor"})) return leave_out_units();
    // Units that are like each other are so by these, and their group's name says them.
    if (!tells("units", {"listed_patients", "st_doctors", "ownership"})) all_.similar.assign(release_.units.size(), std::nullopt);
    for (UnitCard& unit : release_.units) {
      if (!tells("units", {"kind"})) unit.kind.clear();
      if (!tells("units", {"municipality"})) unit.municipality.clear();
      if (!tells("units", {"ownership"})) unit.ownership.reset();
      if (!tells("units", {"provider"})) unit.provider.clear();
      if (!tells("units", {"aliases"})) unit.aliases.clear();
      auto* figures = held(unit.figures);
      if (figures == nullptr) continue;
      const auto keep = [&](std::string_view field, std::optional<int> Register::*member) {
        if (!tells("units", {field})) (figures->*member).reset();
      };
      keep("listed_patients", &Register::listed_patients);
      keep("specialists", &Register::specialists);
      keep("specialist_percent", &Register::specialist_percent);
      keep("st_doctors", &Register::st_doctors);
      keep("supervisors", &Register::supervisors);
      keep("supervisors_trained_5y", &Register::supervisors_trained_5y);
      keep("manager_since", &Register::manager_since);
    }
  }

  // A unit that is too small to be told of says how many ST doctors it has.
  bool tells_deliveries(const model::Dataset& dataset) const {
    if (!tells("units", {"unit_id", "name"}) || (dataset.about_persons && !tells("units", {"st_doctors"}))) return false;
    if (dataset.unit_field.empty()) return tells(dataset.id, {"review_id"}) && tells("reviews", {"review_id", "unit_id"});
    return tells(dataset.id, {dataset.unit_field, dataset.year_field});
  }
  void narrow_deliveries() {
    std::erase_if(release_.deliveries, [&](const Deliveries& one) { return !tells_deliveries(release_.datasets[one.dataset]); });
  }

  void leave_out_units() {
    release_.deliveries.clear();
    leave_out_reviews();
    release_.units.clear();
    all_.similar.clear();
    for (IndicatorCells& cells : all_.cells) cells.units.clear();
  }

  // Tables whose rows say nothing with a column less go whole.
  void narrow_tables() {
    const auto whole = [&](std::string_view dataset, std::initializer_list<std::string_view> fields, auto& rows) {
      if (!tells(dataset, fields)) rows.clear();
    };
    whole("events", {"date", "text_sv", "text_en", "areas"}, release_.events);
    whole("benchmarks", {"statement", "answer", "group", "period", "value", "n", "source"}, release_.benchmarks);
    whole("published_aggregates", {"area", "n", "mean", "sd", "source", "page"}, release_.published);
    whole("published_counts", {"measure", "area", "value", "source", "page"}, release_.published_counts);
    whole("measures", {"plan", "number", "heading_sv", "heading_en", "title_sv", "title_en"}, release_.measures);
    if (!tells("statements", {"statement", "area", "sv", "en"})) {
      release_.statements.clear();
      release_.benchmarks.clear();
      release_.survey.clear();
      all_.roles.clear();
    }
    whole("measure_figures", {"plan", "number", "figure", "label_sv", "label_en", "unit_sv", "unit_en", "year", "value", "target"},
          release_.measure_figures);
    if (release_.measures.empty()) release_.measure_figures.clear();
    for (model::MeasureFigure& one : release_.measure_figures) {
      if (!tells("measure_figures", {"note_sv", "note_en"})) one.note = {};
    }
    for (model::Measure& one : release_.measures) {
      if (!tells("measures", {"owner_sv", "owner_en"})) one.owner = {};
      if (!tells("measures", {"status"})) one.status.clear();
      if (!tells("measures", {"due"})) one.due.reset();
      if (!tells("measures", {"followed_up"})) one.followed_up.reset();
      if (!tells("measures", {"note_sv", "note_en"})) one.note = {};
      if (!tells("measures", {"evidence"})) one.evidence.clear();
      if (!tells("measures", {"figures"})) one.figures.clear();
      if (!tells("measures", {"year"})) one.year.reset();
      if (!tells("measures", {"next_follow_up"})) one.next_follow_up.reset();
      if (!tells("measures", {"indicators"})) one.indicators.clear();
    }
  }

  void narrow_texts(Cell<UnitReviews>& cell) {
    UnitReviews* reviewed = held(cell);
    if (reviewed == nullptr) return;
    for (Review& review : reviewed->reviews) {
      if (!tells("reviews", {"visit"})) review.visit.clear();
      if (!tells("reviews", {"reference"})) review.reference.clear();
      if (!tells("reviews", {"url"})) review.url.clear();
      if (!tells("reviews", {"report_date"})) review.report_date.reset();
    }
    if (!tells_reviews()) reviewed->cases.clear();  // a row for each would tell who has one
    for (Case& one : reviewed->cases) {
      const bool told = tells("reviews", {"report_date"});
      std::erase_if(one.events, [&](const CaseEvent& event) { return event.kind == CaseEvent::Kind::reported && !told; });
    }
  }

  void leave_out_reviews() {
    release_.reviews_for_fewer = release_.reviews_for_fewer || release_.has_reviews;
    release_.has_reviews = false;
    for (UnitCard& unit : release_.units) withhold(unit.reviewed);
    release_.now = {};
    release_.by_round.assign(release_.by_round.size(), {});
    release_.gaps.clear();
  }

  template <class T>
  static T* held(Cell<T>& cell) {
    return std::get_if<T>(&cell.state_);
  }
  // Also what was withheld already: why is for those who may see such values at all.
  template <class T>
  static void withhold(Cell<T>& cell) {
    cell.state_ = Reason::audience;
  }

  Release& release_;
  Indicators& all_;
};

bool sees(const Release& release, std::string_view dataset, std::string_view field) {
  for (const model::Dataset& one : release.datasets) {
    if (one.id != dataset) continue;
    const auto found = one.find(field);
    return !found || one.fields[*found].audience <= release.audience;
  }
  return true;
}

void narrow(Release& release, Audience audience) {
  release.audience = audience;
  Narrower{release}.narrow();
  narrow_texts(release);
}

}  // namespace lagesbild::disclosure
