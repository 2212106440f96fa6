// The region's state in one screen. A site with reviews shows them; a site with only published figures shows those.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/areas_chart.hpp"
#include "view/figure.hpp"
#include "view/gap_section.hpp"
#include "view/page_measures.hpp"
#include "view/page_published.hpp"
#include "view/slope_chart.hpp"
#include "view/page_since.hpp"
#include "view/page_units.hpp"
#include "view/units_table.hpp"
#include "view/sources_meet.hpp"
#include "view/survey_summary.hpp"

namespace lagesbild::view {

// The way from a figure to how it was counted.
struct Why {
  std::string href;
  std::string what;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &Why::href, "the indicator's page"},
                      Field{"what", &Why::what, "name of the indicator, for those who listen"}};
  }
};

struct KeyFigure {
  std::string value;
  std::string label;
  std::string detail;
  std::string tone;
  std::optional<Why> why = {};
  std::optional<Note> since = {};
  static constexpr auto fields() {
    return std::tuple{Field{"why", &KeyFigure::why, "where it is explained; absent of what somebody else has published"},
                      Field{"since", &KeyFigure::since, "how it has changed since the last release; absent when nothing is known"},
                      Field{"value", &KeyFigure::value, "the figure"}, Field{"label", &KeyFigure::label, "what it counts"},
                      Field{"detail", &KeyFigure::detail, "what it was before, or of how many"},
                      Field{"tone", &KeyFigure::tone, "class: bad, warn, plain or good"}};
  }
};

struct GroupLine {
  std::string name;
  std::optional<Link> link;
  std::string units;
  std::string follows;
  std::string followed_at_review;
  std::string open;
  std::string late;
  std::string overdue;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &GroupLine::name, "name of the group, when it has no page"},
                      Field{"link", &GroupLine::link, "its page"},
                      Field{"units", &GroupLine::units, "reviewed units"},
                      Field{"follows", &GroupLine::follows, "share that follows the regulations now"},
                      Field{"followed_at_review", &GroupLine::followed_at_review, "share that did at the review"},
                      Field{"open", &GroupLine::open, "units with an open D"},
                      Field{"late", &GroupLine::late, "late action plans"},
                      Field{"overdue", &GroupLine::overdue, "reviews that are overdue"}};
  }
};

struct AgeLine {
  std::string label;
  LengthBar bar;
  std::string count;
  static constexpr auto fields() {
    return std::tuple{Field{"label", &AgeLine::label, "the age class"},
                      Field{"bar", &AgeLine::bar, "so many, marked when older than reviews may become"},
                      Field{"count", &AgeLine::count, "units"}};
  }
};

struct RoundLine {
  std::string name;
  std::string reviewed;
  std::string before;
  std::string now;
  std::string plans;
  AreasChart areas;
  std::optional<SlopeSection> slope;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &RoundLine::name, "the round's years"},
                      Field{"reviewed", &RoundLine::reviewed, "units reviewed in it"},
                      Field{"before", &RoundLine::before, "units with a D at the review"},
                      Field{"now", &RoundLine::now, "units with a D after action plans"},
                      Field{"plans", &RoundLine::plans, "action plans received"},
                      Field{"areas", &RoundLine::areas, "counts, mean and SD per area"},
                      Field{"slope", &RoundLine::slope, "D before and after action plans"}};
  }
};

struct SinceSection {
  std::string finding;
  std::vector<SinceUnit> units;
  bool has_units = false;
  std::string href;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &SinceSection::finding, "what has changed, in a sentence"},
                      Field{"units", &SinceSection::units, "the few that matter most"},
                      Field{"has_units", &SinceSection::has_units, "there are some"},
                      Field{"href", &SinceSection::href, "the page of all changes"}};
  }
};

struct StateSection {
  std::vector<KeyFigure> figures;
  std::vector<ShortKey> keys;
  AreasChart areas;
  std::string attention;
  std::vector<UnitRow> open;
  std::optional<Note> open_more;
  std::string register_href;
  bool has_open = false;
  bool has_forums = false;
  bool has_rounds = false;
  std::string units_href;
  std::vector<GroupLine> forums;
  std::vector<GroupLine> owners;
  std::optional<FigureLinks> key_files, open_files, group_files, age_files;
  std::vector<AgeLine> ages;
  std::string age_finding;
  std::vector<RoundLine> rounds;
  std::optional<SlopeSection> slope;
  std::optional<GapSection> gap;
  std::optional<SourcesMeet> sources;
  std::string meeting_href;
  std::optional<SinceSection> since;
  static constexpr auto fields() {
    return std::tuple{Field{"figures", &StateSection::figures, "the key figures"},
                      Field{"key_files", &StateSection::key_files, "the same to take away"},
                      Field{"keys", &StateSection::keys, "what the letters mean"},
                      Field{"areas", &StateSection::areas, "the eight areas"},
                      Field{"attention", &StateSection::attention, "which areas explain most of the open D, in a sentence"},
                      Field{"open", &StateSection::open, "units that must act, late plans first"},
                      Field{"open_more", &StateSection::open_more, "how many of them are left out here"},
                      Field{"register_href", &StateSection::register_href, "the page of every open D"},
                      Field{"has_open", &StateSection::has_open, "a unit must act"},
                      Field{"has_forums", &StateSection::has_forums, "the site has forums"},
                      Field{"has_rounds", &StateSection::has_rounds, "the site has rounds"},
                      Field{"units_href", &StateSection::units_href, "the page of all units"},
                      Field{"forums", &StateSection::forums, "forums side by side"},
                      Field{"owners", &StateSection::owners, "forms of ownership side by side"},
                      Field{"open_files", &StateSection::open_files, "units that must act, to take away"},
                      Field{"group_files", &StateSection::group_files, "groups side by side, to take away"},
                      Field{"ages", &StateSection::ages, "reviews by age"},
                      Field{"age_files", &StateSection::age_files, "the same to take away"},
                      Field{"age_finding", &StateSection::age_finding, "the ages in a sentence"},
                      Field{"rounds", &StateSection::rounds, "each round by itself"},
                      Field{"slope", &StateSection::slope, "from the round before to the last one"},
                      Field{"gap", &StateSection::gap, "the few areas and units that matter; absent when every grade is at the line"},
                      Field{"sources", &StateSection::sources, "inspectors, ST doctors and annual reports side by side"},
                      Field{"meeting_href", &StateSection::meeting_href, "the same for a meeting, to be printed"},
                      Field{"since", &StateSection::since, "what has changed since the last release; absent without one"}};
  }
};

struct MeasuresSection {
  std::string href;
  std::optional<Note> finding;
  std::vector<MeasureDot> dots;
  bool has_dots = false;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &MeasuresSection::href, "their page"},
                      Field{"finding", &MeasuresSection::finding, "how far they have come, where the lead does not say it"},
                      Field{"dots", &MeasuresSection::dots, "all of them in a row"},
                      Field{"has_dots", &MeasuresSection::has_dots, "the readers may see how far they have come"}};
  }
};

struct PublishedMeans {
  std::vector<PublishedLine> areas;
  std::string href;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"areas", &PublishedMeans::areas, "published mean per area"},
                      Field{"href", &PublishedMeans::href, "the page of published results"},
                      Field{"files", &PublishedMeans::files, "the chart to take away"}};
  }
};

struct FigureList {
  std::vector<KeyFigure> figures;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"figures", &FigureList::figures, "the key figures"},
                      Field{"files", &FigureList::files, "the same to take away"}};
  }
};

struct PublishedSection {
  std::optional<FigureList> key;
  std::optional<PublishedMeans> means;
  std::optional<SourcesMeet> sources;
  std::optional<MeasuresSection> measures;
  static constexpr auto fields() {
    return std::tuple{Field{"key", &PublishedSection::key, "on a site with published counts"},
                      Field{"means", &PublishedSection::means, "on a site with published means"},
                      Field{"sources", &PublishedSection::sources, "ST doctors and annual reports side by side; on a site with both"},
                      Field{"measures", &PublishedSection::measures, "on a site with plans or recommendations"}};
  }
};

struct OverviewPage {
  Shell shell;
  std::string heading;
  std::string introduction;
  std::string lead;
  std::optional<StateSection> state;
  std::optional<PublishedSection> published;
  std::optional<SurveySummary> page_survey;
  Figures take_away;  // as files of their own; not for the template
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &OverviewPage::shell, "what stands around the page"},
                      Field{"heading", &OverviewPage::heading, "h1"},
                      Field{"introduction", &OverviewPage::introduction, "what the site is about"},
                      Field{"lead", &OverviewPage::lead, "the state in a sentence"},
                      Field{"state", &OverviewPage::state, "on a site with reviews"},
                      Field{"published", &OverviewPage::published, "on a site without reviews, or for readers who may not see them"},
                      Field{"page_survey", &OverviewPage::page_survey, "on a site with survey results"}};
  }
};

OverviewPage overview_page(const Context& context, const PageRef& ref);
// Of what the page shows: page_overview_figures.cpp.
void add_figures(const Context& context, const PageRef& ref, OverviewPage& page);

// The state of the region or a forum, for other pages too; `up` leads to the root of the language.
std::vector<KeyFigure> state_figures(const Context& context, const disclosure::GroupFigures<disclosure::Cell>& group,
                                     const std::string& up);
// Of these units, those with an open D: late plans first (the latest longest), then those awaited by deadline, then the rest.
std::vector<std::size_t> open_units(const Context& context, const std::vector<std::size_t>& units);
std::vector<GroupLine> forum_lines(const Context& context, const std::string& up);

}  // namespace lagesbild::view
