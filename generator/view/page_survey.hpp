// What surveys say, area by area: the region's ST doctors against those elsewhere and against the other roles, where roles see things
// differently, and how answers are spread over classes. What a reader would get wrong: a clear difference is one of more percentage points
// than the region has decided, and between roles also one beyond chance.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/distribution.hpp"
#include "view/dumbbell.hpp"
#include "view/figure.hpp"
#include "view/survey_told.hpp"

namespace lagesbild::view {

struct Remark {
  std::string text;
  bool marked = false;
  static constexpr auto fields() {
    return std::tuple{Field{"text", &Remark::text, "a number or a difference in words"},
                      Field{"marked", &Remark::marked, "the difference is clear"}};
  }
};

struct SurveyValue {
  std::string kind;  // of its mark; not for the template
  std::string group;
  std::string value;
  std::string n;
  std::string interval;
  Remark difference;
  static constexpr auto fields() {
    return std::tuple{Field{"group", &SurveyValue::group, "whose answers"}, Field{"value", &SurveyValue::value, "share that agrees"},
                      Field{"n", &SurveyValue::n, "answers"},
                      Field{"interval", &SurveyValue::interval, "95 %; of the region's ST doctors only"},
                      Field{"difference", &SurveyValue::difference, "from the region's ST doctors; empty of themselves"}};
  }
};

struct SurveyLine {
  std::string id;
  std::string statement;
  std::optional<Link> link;
  std::optional<Dumbbell> elsewhere, roles;
  std::vector<Remark> remarks, role_remarks;
  std::vector<SurveyValue> values;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &SurveyLine::id, "its place on the page"},
                      Field{"statement", &SurveyLine::statement, "the statement, when it has no link"},
                      Field{"link", &SurveyLine::link, "the statement as a link to its indicator"},
                      Field{"elsewhere", &SurveyLine::elsewhere, "the region's ST doctors and those elsewhere"},
                      Field{"remarks", &SurveyLine::remarks, "what the chart rests on, and each difference"},
                      Field{"roles", &SurveyLine::roles, "the roles; absent when only ST doctors are told of"},
                      Field{"role_remarks", &SurveyLine::role_remarks, "which roles differ clearly"},
                      Field{"values", &SurveyLine::values, "the numbers of both charts"}};
  }
};

struct SurveyArea {
  std::string id;
  std::string letter;
  std::string name;
  std::optional<Link> link;
  std::vector<SurveyLine> lines;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &SurveyArea::id, "its place on the page"},
                      Field{"letter", &SurveyArea::letter, "empty for the training as a whole"},
                      Field{"name", &SurveyArea::name, "when it has no page"}, Field{"link", &SurveyArea::link, "its page"},
                      Field{"lines", &SurveyArea::lines, "one a statement"}};
  }
};

struct SurveyRound {
  std::string id;
  std::string heading;
  std::string subtitle;
  std::vector<SurveyArea> areas;
  std::optional<FigureLinks> files, role_files;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &SurveyRound::id, "its place on the page"}, Field{"heading", &SurveyRound::heading, "h2"},
                      Field{"subtitle", &SurveyRound::subtitle, "what is shown, and who answered"},
                      Field{"areas", &SurveyRound::areas, "the training as a whole first, then A to H"},
                      Field{"files", &SurveyRound::files, "the charts beside others to take away, with all numbers of the round"},
                      Field{"role_files", &SurveyRound::role_files, "those of the roles, with the same numbers"}};
  }
};

struct DistributionRow {
  std::string name;
  std::string basis;
  Distribution chart;
  std::vector<Note> shares;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &DistributionRow::name, "whose answers"},
                      Field{"basis", &DistributionRow::basis, "how many and when"}, Field{"chart", &DistributionRow::chart, "the bar"},
                      Field{"shares", &DistributionRow::shares, "one a class"}};
  }
};

struct DistributionBlock {
  std::string id;
  std::string heading;
  std::string finding;
  std::vector<Note> classes;
  std::vector<DistributionRow> rows;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &DistributionBlock::id, "its place on the page"},
                      Field{"heading", &DistributionBlock::heading, "the statement, and the round of an earlier one"},
                      Field{"finding", &DistributionBlock::finding, "the most common answer"},
                      Field{"classes", &DistributionBlock::classes, "the answers"}, Field{"rows", &DistributionBlock::rows, "a bar each"},
                      Field{"files", &DistributionBlock::files, "the chart to take away"}};
  }
};

struct HighlightItem {
  Link link;
  std::string words;
  static constexpr auto fields() {
    return std::tuple{Field{"link", &HighlightItem::link, "the statement, to its place on the page"},
                      Field{"words", &HighlightItem::words, "the two shares"}};
  }
};

struct Highlight {
  std::string label;
  std::vector<HighlightItem> items;
  std::optional<Note> more;
  static constexpr auto fields() {
    return std::tuple{Field{"label", &Highlight::label, "how these stand out"}, Field{"items", &Highlight::items, "the largest first"},
                      Field{"more", &Highlight::more, "how many are left out"}};
  }
};

struct ApartRow {
  std::string letter;
  Link link;
  std::string own;
  std::vector<Remark> roles;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &ApartRow::letter, "of the area; a dash for the training as a whole"},
                      Field{"link", &ApartRow::link, "the statement, to its place on the page"},
                      Field{"own", &ApartRow::own, "share of ST doctors"},
                      Field{"roles", &ApartRow::roles, "each role with its share and difference"}};
  }
};

struct ApartSection {
  std::string finding;
  std::string subtitle;
  std::vector<ApartRow> rows;
  bool has_rows = false;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &ApartSection::finding, "what the differences mean"},
                      Field{"subtitle", &ApartSection::subtitle, "what is listed"},
                      Field{"rows", &ApartSection::rows, "statements where a role differs clearly, the largest difference first"},
                      Field{"has_rows", &ApartSection::has_rows, "a role differs somewhere"},
                      Field{"files", &ApartSection::files, "the charts of the roles to take away"}};
  }
};

struct SurveyKey {
  std::string name;
  std::string kind;
  std::string shape;
  std::string basis;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &SurveyKey::name, "whose answers"}, Field{"kind", &SurveyKey::kind, "class of its marks"},
                      Field{"shape", &SurveyKey::shape, "path of its marks"},
                      Field{"basis", &SurveyKey::basis, "how many answered and when"}};
  }
};

struct SurveyPage {
  Shell shell;
  std::string lead;
  std::vector<Note> findings;
  std::vector<Note> waiting;
  std::vector<Highlight> highlights;
  std::vector<Link> jump;
  std::vector<SurveyKey> page_keys;
  std::vector<SurveyRound> rounds;
  std::optional<ApartSection> apart;
  std::vector<DistributionBlock> blocks;
  std::string sources;
  bool page_roles = false;
  bool has_blocks = false;
  Figures take_away;  // as files of their own; not for the template
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &SurveyPage::shell, "what stands around the page"},
                      Field{"lead", &SurveyPage::lead, "what ST doctors say of the whole, in a sentence"},
                      Field{"findings", &SurveyPage::findings, "where they and other roles differ, sentences"},
                      Field{"waiting", &SurveyPage::waiting, "rounds that go on: when they are told"},
                      Field{"highlights", &SurveyPage::highlights, "the statements that stand out"},
                      Field{"jump", &SurveyPage::jump, "places on the page"},
                      Field{"page_keys", &SurveyPage::page_keys, "whose marks are whose"},
                      Field{"rounds", &SurveyPage::rounds, "the latest first"},
                      Field{"apart", &SurveyPage::apart, "absent when only ST doctors are told of"},
                      Field{"blocks", &SurveyPage::blocks, "questions with classes of answer"},
                      Field{"sources", &SurveyPage::sources, "where the published shares come from"},
                      Field{"page_roles", &SurveyPage::page_roles, "other roles than ST doctors are told of"},
                      Field{"has_blocks", &SurveyPage::has_blocks, "answers are told one by one of a question"}};
  }
};

SurveyPage survey_page(const Context& context, const PageRef& ref);
void add_figures(const Context& context, const PageRef& ref, SurveyPage& page);

}  // namespace lagesbild::view
