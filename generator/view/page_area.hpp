// One assessment area, and the list of all of them.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/areas_chart.hpp"
#include "view/development.hpp"
#include "view/figure.hpp"
#include "view/page_indicators.hpp"
#include "view/slope_chart.hpp"
#include "view/page_units.hpp"
#include "view/sources_meet.hpp"
#include "view/unit_findings.hpp"

namespace lagesbild::view {

struct AreaCard {
  std::string letter;
  std::string name;
  std::string href;
  std::string question;
  std::string finding;
  std::optional<GradeBar> bar;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &AreaCard::letter, "A-H"},
                      Field{"name", &AreaCard::name, "the area's name"},
                      Field{"href", &AreaCard::href, "its page"},
                      Field{"question", &AreaCard::question, "what is judged"},
                      Field{"finding", &AreaCard::finding, "the grades in a sentence"},
                      Field{"bar", &AreaCard::bar, "absent when the counts are withheld"}};
  }
};

struct AreasPage {
  Shell shell;
  std::string lead;
  std::vector<ShortKey> keys;
  std::vector<AreaCard> areas;
  AreasChart table;
  std::optional<Note> concordance;
  static constexpr auto fields() {
    return std::tuple{Field{"concordance", &AreasPage::concordance, "whether the forums have the same areas first; absent with few forums"},
                      Field{"shell", &AreasPage::shell, "what stands around the page"}, Field{"lead", &AreasPage::lead, "a sentence"},
                      Field{"keys", &AreasPage::keys, "what the letters mean"},
                      Field{"areas", &AreasPage::areas, "in the framework's order"},
                      Field{"table", &AreasPage::table, "the same figures as a table"}};
  }
};

// A group, or a round, and its grades in the area.
struct AreaGroup {
  std::string name;
  std::optional<Link> link;
  std::optional<GradeBar> bar;
  std::string reached;
  std::string initial;
  std::string current;
  std::vector<std::string> counts;  // of A to D at the review and now, for the file of numbers
  static constexpr auto fields() {
    return std::tuple{Field{"name", &AreaGroup::name, "the group, when it has no page"},
                      Field{"link", &AreaGroup::link, "its page"},
                      Field{"bar", &AreaGroup::bar, "absent when the counts are withheld or nobody is graded"},
                      Field{"reached", &AreaGroup::reached, "share at the reference line or better"},
                      Field{"initial", &AreaGroup::initial, "counts at the review"},
                      Field{"current", &AreaGroup::current, "counts now"}};
  }
};

struct AreaUnit {
  std::string href;
  std::string name;
  std::string forum;
  std::string grade;
  std::string letter;
  std::optional<Note> before;
  std::string reviewed;
  std::string detail;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &AreaUnit::href, "the unit's page"},
                      Field{"name", &AreaUnit::name, "the unit"},
                      Field{"forum", &AreaUnit::forum, "its ST forum"},
                      Field{"grade", &AreaUnit::grade, "a, b, c or d"},
                      Field{"letter", &AreaUnit::letter, "the grade that holds"},
                      Field{"before", &AreaUnit::before, "the grade at the review, where it was another"},
                      Field{"reviewed", &AreaUnit::reviewed, "date of the review"},
                      Field{"detail", &AreaUnit::detail, "what about the plan; may be empty"}};
  }
};

struct AreaPage {
  Shell shell;
  std::string letter;
  std::string name;
  std::string question;
  std::string lead;
  std::string reached;
  std::vector<ShortKey> keys;
  std::optional<FigureLinks> files, unit_files, row_files;
  Figures take_away;  // as files of their own; not for the template
  AreaGroup region;
  std::vector<AreaGroup> forums;
  std::vector<AreaGroup> owners;
  std::vector<AreaGroup> rounds;
  std::string units_finding;
  std::vector<AreaUnit> units;
  std::optional<Note> units_more;
  bool has_units = false;
  bool has_forums = false;
  bool has_owners = false;
  bool has_rounds = false;
  std::vector<IndicatorRow> rows;
  bool has_indicators = false;
  std::vector<Link> others;
  std::optional<SourcesMeet> sources;
  std::optional<SlopeSection> slope;
  std::optional<Development> development;
  std::optional<AreaThemes> themes;
  std::optional<UnitExamples> good_examples;
  static constexpr auto fields() {
    return std::tuple{Field{"slope", &AreaPage::slope, "groups before and after action plans"},
                      Field{"development", &AreaPage::development, "its indicators over time"},
                      Field{"sources", &AreaPage::sources, "inspectors, ST doctors and annual reports about the area"},
                      Field{"themes", &AreaPage::themes, "what inspectors noted at the latest reviews"},
                      Field{"good_examples", &AreaPage::good_examples, "what units have done that others may borrow"},
                      Field{"shell", &AreaPage::shell, "what stands around the page"},
                      Field{"letter", &AreaPage::letter, "A-H"},
                      Field{"name", &AreaPage::name, "h1"},
                      Field{"question", &AreaPage::question, "what is judged"},
                      Field{"lead", &AreaPage::lead, "D before and after action plans, in a sentence"},
                      Field{"reached", &AreaPage::reached, "share at the reference line, in a sentence"},
                      Field{"keys", &AreaPage::keys, "what the letters mean"},
                      Field{"files", &AreaPage::files, "the bars to take away"},
                      Field{"unit_files", &AreaPage::unit_files, "the units to take away"},
                      Field{"row_files", &AreaPage::row_files, "the indicators to take away"},
                      Field{"region", &AreaPage::region, "the whole region"},
                      Field{"forums", &AreaPage::forums, "by forum"},
                      Field{"owners", &AreaPage::owners, "by ownership"},
                      Field{"rounds", &AreaPage::rounds, "by round"},
                      Field{"units_finding", &AreaPage::units_finding, "how many units have C or D, in a sentence"},
                      Field{"units", &AreaPage::units, "units with D, then C"},
                      Field{"units_more", &AreaPage::units_more, "how many are left out"},
                      Field{"has_units", &AreaPage::has_units, "some unit has C or D"},
                      Field{"has_forums", &AreaPage::has_forums, "the site has forums"},
                      Field{"has_owners", &AreaPage::has_owners, "ownership is known"},
                      Field{"has_rounds", &AreaPage::has_rounds, "the site has rounds"},
                      Field{"rows", &AreaPage::rows, "the indicators of the area"},
                      Field{"has_indicators", &AreaPage::has_indicators, "there are such with data"},
                      Field{"others", &AreaPage::others, "the other areas"}};
  }
};

AreasPage areas_page(const Context& context, const PageRef& ref);
AreaPage area_page(const Context& context, const PageRef& ref);
// Of what the page shows: page_area_figures.cpp.
void add_figures(const Context& context, const PageRef& ref, AreaPage& page);

}  // namespace lagesbild::view
