// One unit: where it stands, area by area, and how it came there.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/borrowed.hpp"
#include "view/chart.hpp"
#include "view/figure.hpp"
#include "view/page_units.hpp"
#include "view/units_table.hpp"
#include "view/sources_meet.hpp"
#include "view/unit_answers.hpp"
#include "view/unit_findings.hpp"
#include "view/unit_standing.hpp"

namespace lagesbild::view {

struct UnitArea {
  std::string letter;
  std::string name;
  std::string href;
  std::string question;
  std::string grade;
  std::string now;
  std::string word;
  std::optional<Note> before;
  std::vector<Segment> region;
  std::string region_words;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &UnitArea::letter, "A-H"},
                      Field{"name", &UnitArea::name, "the area's name"},
                      Field{"href", &UnitArea::href, "the area's page"},
                      Field{"question", &UnitArea::question, "what is judged"},
                      Field{"grade", &UnitArea::grade, "a, b, c or d: colour and shape"},
                      Field{"now", &UnitArea::now, "the grade that holds"},
                      Field{"word", &UnitArea::word, "the grade in words"},
                      Field{"before", &UnitArea::before, "the grade at the review, where it was another"},
                      Field{"region", &UnitArea::region, "the region's grades now, as a thin bar"},
                      Field{"region_words", &UnitArea::region_words, "the same in words"}};
  }
};

struct Step {
  std::string date;
  std::string text;
  std::string kind;
  static constexpr auto fields() {
    return std::tuple{Field{"date", &Step::date, "the day"}, Field{"text", &Step::text, "what happened or is to happen"},
                      Field{"kind", &Step::kind, "class: done, due or late"}};
  }
};

struct ReviewColumn {
  std::string date;
  std::string visit;
  std::optional<Note> reviewed_as;
  std::vector<GradeCell> grades;
  static constexpr auto fields() {
    return std::tuple{Field{"date", &ReviewColumn::date, "of the review"}, Field{"visit", &ReviewColumn::visit, "how it was made"},
                      Field{"reviewed_as", &ReviewColumn::reviewed_as, "the unit that it was then, if another one"},
                      Field{"grades", &ReviewColumn::grades, "one cell an area"}};
  }
};

struct History {
  std::vector<AreaHead> areas;
  std::vector<ReviewColumn> reviews;
  std::string finding;
  static constexpr auto fields() {
    return std::tuple{Field{"areas", &History::areas, "heads of the grade columns"}, Field{"reviews", &History::reviews, "oldest first"},
                      Field{"finding", &History::finding, "what changed, in a sentence"}};
  }
};

struct FactRow {
  std::string label;
  std::string value;
  static constexpr auto fields() {
    return std::tuple{Field{"label", &FactRow::label, "what it is"}, Field{"value", &FactRow::value, "the figure or the word"}};
  }
};

struct FactList {
  std::vector<FactRow> rows;
  static constexpr auto fields() { return std::tuple{Field{"rows", &FactList::rows, "one a fact"}}; }
};

// Another unit that this one came from or became.
struct Relative {
  std::string text;
  std::optional<Link> link;
  static constexpr auto fields() {
    return std::tuple{Field{"text", &Relative::text, "how the two belong together"}, Field{"link", &Relative::link, "the other unit"}};
  }
};

// A unit has too few answers to be put together by area: the forum's stand here instead, and it is said why.
struct ForumSources {
  std::string why;
  SourcesMeet meet;
  static constexpr auto fields() {
    return std::tuple{Field{"why", &ForumSources::why, "whose answers these are, and why"},
                      Field{"meet", &ForumSources::meet, "inspectors, ST doctors and annual reports in the forum"}};
  }
};

struct UnitPage {
  Shell shell;
  std::string name;
  std::string status;
  std::string tone;
  std::string lead;
  std::vector<Relative> relatives;
  std::vector<FactRow> facts;
  std::vector<ShortKey> keys;
  std::vector<UnitArea> areas;
  std::vector<Step> steps;
  std::optional<History> history;
  bool reviewed = false;
  std::optional<Note> compare;
  std::optional<UnitFindings> findings;
  std::optional<UnitExamples> good_examples;
  std::optional<Borrowed> borrowed;
  std::optional<UnitComment> comment;
  std::optional<FactList> figures;
  std::optional<UnitStanding> standing;
  std::optional<UnitAnswers> answers;
  std::optional<ForumSources> sources;
  std::optional<FigureLinks> area_files;
  Figures take_away;  // as files of their own; not for the template
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &UnitPage::shell, "what stands around the page"},
                      Field{"name", &UnitPage::name, "h1"},
                      Field{"status", &UnitPage::status, "where it stands, in words"},
                      Field{"tone", &UnitPage::tone, "class of the status"},
                      Field{"lead", &UnitPage::lead, "the review in one or two sentences"},
                      Field{"relatives", &UnitPage::relatives, "what it came from and what it became"},
                      Field{"facts", &UnitPage::facts, "forum, ownership, provider, review and next review"},
                      Field{"keys", &UnitPage::keys, "what the letters mean"},
                      Field{"areas", &UnitPage::areas, "one row an area"},
                      Field{"steps", &UnitPage::steps, "review, plan, decision, next review"},
                      Field{"history", &UnitPage::history, "with two reviews or more"},
                      Field{"reviewed", &UnitPage::reviewed, "there are grades to show"},
                      Field{"compare", &UnitPage::compare, "address where it stands beside units to choose"},
                      Field{"findings", &UnitPage::findings, "what inspectors noted, where it is approved"},
                      Field{"good_examples", &UnitPage::good_examples, "what others may borrow, where it is approved"},
                      Field{"borrowed", &UnitPage::borrowed, "what others have done where the unit is weak, and whom it may ask"},
                      Field{"comment", &UnitPage::comment, "what the unit itself says"},
                      Field{"figures", &UnitPage::figures, "register facts; absent when withheld or unknown"},
                      Field{"standing", &UnitPage::standing, "requirements, and the unit beside units like it"},
                      Field{"answers", &UnitPage::answers, "what ST doctors answer, question by question"},
                      Field{"sources", &UnitPage::sources, "what persons say, told for the whole forum"},
                      Field{"area_files", &UnitPage::area_files, "the grades as a picture; their numbers are in data/"}};
  }
};

// Only for a unit that has a page.
UnitPage unit_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
