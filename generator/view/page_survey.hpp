// What surveys say: of a published one, the region against the rest of the country; of the region's own, the roles side by side.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct SurveyDot {
  std::string group;
  std::string kind;
  std::string x;
  std::string value;
  std::string difference;
  bool marked = false;
  static constexpr auto fields() {
    return std::tuple{Field{"group", &SurveyDot::group, "whose answers, in words"},
                      Field{"kind", &SurveyDot::kind, "class: region, sweden, general_practice, or a role"},
                      Field{"x", &SurveyDot::x, "per cent of the width"}, Field{"value", &SurveyDot::value, "share in words"},
                      Field{"difference", &SurveyDot::difference, "the region's distance to it in percentage points; empty for the region"},
                      Field{"marked", &SurveyDot::marked, "the distance is more than ten points"}};
  }
};

struct SurveyLine {
  std::string area;
  std::string statement;
  std::string description;
  std::vector<SurveyDot> dots;
  std::optional<Link> link = {};
  static constexpr auto fields() {
    return std::tuple{Field{"link", &SurveyLine::link, "the statement as a link to its indicator; then `statement` is empty"},
                      Field{"area", &SurveyLine::area, "letter of the area, a dash for the training as a whole"},
                      Field{"statement", &SurveyLine::statement, "the statement or the class of answer"},
                      Field{"description", &SurveyLine::description, "the dots in a sentence"},
                      Field{"dots", &SurveyLine::dots, "one a group"}};
  }
};

struct SurveyBlock {
  std::string heading;
  std::string subtitle;
  std::vector<SurveyLine> lines;
  static constexpr auto fields() {
    return std::tuple{Field{"heading", &SurveyBlock::heading, "h2"}, Field{"subtitle", &SurveyBlock::subtitle, "what the block shows"},
                      Field{"lines", &SurveyBlock::lines, "one line a statement or class"}};
  }
};

struct SurveyGroup {
  std::string name;
  std::string kind;
  std::string answers;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &SurveyGroup::name, "whose answers"}, Field{"kind", &SurveyGroup::kind, "class of its dots"},
                      Field{"answers", &SurveyGroup::answers, "how many answered and when"}};
  }
};

struct SurveyPage {
  Shell shell;
  std::string lead;
  std::vector<SurveyGroup> groups;
  std::vector<SurveyBlock> blocks;
  std::vector<Note> waiting;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &SurveyPage::shell, "what stands around the page"},
                      Field{"lead", &SurveyPage::lead, "the answers in a sentence"},
                      Field{"groups", &SurveyPage::groups, "who answered"},
                      Field{"blocks", &SurveyPage::blocks, "statements, then questions with classes of answer"},
                      Field{"waiting", &SurveyPage::waiting, "rounds that go on: when they are told"}};
  }
};

SurveyPage survey_page(const Context& context, const PageRef& ref);
// The region's own surveys: the roles side by side, the latest round first.
void describe_own_survey(const Context& context, SurveyPage& page);
std::string own_survey_finding(const Context& context);
// Of the region's own surveys where it has any, otherwise of what others have published.
std::string survey_finding(const Context& context);

struct PublishedShare {
  int percent = 0;
  int n = 0;
};
std::optional<PublishedShare> published_share(const disclosure::Release& release, std::string_view statement, std::string_view answer,
                                              std::string_view group);

}  // namespace lagesbild::view
