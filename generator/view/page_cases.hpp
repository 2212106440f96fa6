// The register of D: every grade that demands action, what is awaited and from whom, late ones first; and what has become of the others.
// Its counts are those of the grades: D at the latest review is what is open and what has been raised.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/figure.hpp"
#include "view/page_unit.hpp"

namespace lagesbild::view {

struct CaseArea {
  std::string letter;
  std::string name;
  std::string href;
  std::string at_review;
  std::string open;
  std::string late;
  std::string lifted;
  LengthBar bar;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &CaseArea::letter, "A-H"}, Field{"name", &CaseArea::name, "the area's name"},
                      Field{"href", &CaseArea::href, "the area's page"}, Field{"at_review", &CaseArea::at_review, "D at the latest review"},
                      Field{"open", &CaseArea::open, "of them, those that are open"},
                      Field{"late", &CaseArea::late, "of them, those where the next step is late"},
                      Field{"lifted", &CaseArea::lifted, "those that have been raised"},
                      Field{"bar", &CaseArea::bar, "the open ones as a length"}};
  }
};

struct CaseForum {
  std::string name;
  std::string href;
  std::string units;
  std::string open;
  std::string late;
  std::string lifted;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &CaseForum::name, "the forum"}, Field{"href", &CaseForum::href, "its page"},
                      Field{"units", &CaseForum::units, "units with an open D"}, Field{"open", &CaseForum::open, "open D"},
                      Field{"late", &CaseForum::late, "of them, those where the next step is late"},
                      Field{"lifted", &CaseForum::lifted, "D of the latest review that have been raised"}};
  }
};

struct CaseForums {
  std::vector<CaseForum> rows;
  static constexpr auto fields() { return std::tuple{Field{"rows", &CaseForums::rows, "one a forum"}}; }
};

struct CaseRow {
  std::string href;
  std::string unit;
  std::string forum;
  std::string areas;
  std::string state;
  std::string tone;
  std::string due;
  std::string owner;
  std::optional<Note> late, level, rule;
  std::vector<Step> steps;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &CaseRow::href, "the unit's page"}, Field{"unit", &CaseRow::unit, "the unit"},
                      Field{"forum", &CaseRow::forum, "empty when it has none"}, Field{"areas", &CaseRow::areas, "letters of the areas"},
                      Field{"state", &CaseRow::state, "what is awaited, in words"}, Field{"tone", &CaseRow::tone, "class of the state"},
                      Field{"due", &CaseRow::due, "day of the next step; empty without one"},
                      Field{"owner", &CaseRow::owner, "who is to take it"}, Field{"late", &CaseRow::late, "by how many days it is late"},
                      Field{"level", &CaseRow::level, "level of escalation"}, Field{"rule", &CaseRow::rule, "the rule that set it"},
                      Field{"steps", &CaseRow::steps, "what has happened and is to come, by day"}};
  }
};

struct ClosedCase {
  std::string href;
  std::string unit;
  std::string areas;
  std::string reviewed;
  std::string state;
  std::string closed;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &ClosedCase::href, "the unit's page"}, Field{"unit", &ClosedCase::unit, "the unit"},
                      Field{"areas", &ClosedCase::areas, "letters of the areas"},
                      Field{"reviewed", &ClosedCase::reviewed, "day of the review"},
                      Field{"state", &ClosedCase::state, "how it was closed"},
                      Field{"closed", &ClosedCase::closed, "the day; empty when it is not known"}};
  }
};

struct CasesPage {
  Shell shell;
  std::string lead;
  std::string areas_finding;
  std::vector<CaseArea> areas;
  std::optional<CaseForums> forums;
  std::string open_finding;
  std::vector<CaseRow> open;
  bool has_open = false;
  std::string closed_finding;
  std::vector<ClosedCase> closed;
  bool has_closed = false;
  std::vector<Note> rules;
  std::optional<FigureLinks> area_files, open_files, closed_files;
  Figures take_away;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &CasesPage::shell, "what stands around the page"},
                      Field{"lead", &CasesPage::lead, "how many are open and late, in a sentence or two"},
                      Field{"areas_finding", &CasesPage::areas_finding, "how many have been raised, in a sentence"},
                      Field{"areas", &CasesPage::areas, "one row an area"}, Field{"forums", &CasesPage::forums, "on a site that has them"},
                      Field{"open_finding", &CasesPage::open_finding, "how the list is ordered, or that there are none"},
                      Field{"open", &CasesPage::open, "late ones first"}, Field{"has_open", &CasesPage::has_open, "some are open"},
                      Field{"closed_finding", &CasesPage::closed_finding, "how many are closed"},
                      Field{"closed", &CasesPage::closed, "by unit"}, Field{"has_closed", &CasesPage::has_closed, "some are closed"},
                      Field{"rules", &CasesPage::rules, "deadlines and levels, in sentences"},
                      Field{"area_files", &CasesPage::area_files, "the table of areas to take away"},
                      Field{"open_files", &CasesPage::open_files, "the open ones to take away"},
                      Field{"closed_files", &CasesPage::closed_files, "the closed ones to take away"}};
  }
};

CasesPage cases_page(const Context& context, const PageRef& ref);

// The lead of the page, also for the page that leads to it.
std::string cases_finding(const Context& context);

}  // namespace lagesbild::view
