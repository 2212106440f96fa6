// Recommendations and how far they have come.
#pragma once
#include <string>
#include <tuple>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct RecommendationDot {
  std::string number;
  std::string status;
  std::string kind;
  static constexpr auto fields() {
    return std::tuple{Field{"number", &RecommendationDot::number, "such as 4.1"}, Field{"status", &RecommendationDot::status, "in words"},
                      Field{"kind", &RecommendationDot::kind, "class: unknown, not_started, started, done or stopped"}};
  }
};

struct RecommendationRow {
  std::string number;
  std::string title;
  std::string owner;
  std::string status;
  std::string kind;
  std::string followed_up;
  std::string note;
  static constexpr auto fields() {
    return std::tuple{Field{"number", &RecommendationRow::number, "such as 4.1"},
                      Field{"title", &RecommendationRow::title, "what is recommended, in our words"},
                      Field{"owner", &RecommendationRow::owner, "which function is to act"},
                      Field{"status", &RecommendationRow::status, "in words"},
                      Field{"kind", &RecommendationRow::kind, "class of the status"},
                      Field{"followed_up", &RecommendationRow::followed_up, "date of the last follow-up, in words"},
                      Field{"note", &RecommendationRow::note, "what has been done; may be empty"}};
  }
};

struct RecommendationGroup {
  std::string heading;
  std::vector<RecommendationRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"heading", &RecommendationGroup::heading, "h2"}, Field{"rows", &RecommendationGroup::rows, "in number order"}};
  }
};

struct RecommendationsPage {
  Shell shell;
  std::string lead;
  std::vector<RecommendationGroup> groups;
  bool page_owner = false;
  bool page_status = false;
  bool page_followed_up = false;
  bool page_note = false;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &RecommendationsPage::shell, "what stands around the page"},
                      Field{"lead", &RecommendationsPage::lead, "how far they have come, in a sentence"},
                      Field{"groups", &RecommendationsPage::groups, "by heading"},
                      Field{"page_owner", &RecommendationsPage::page_owner, "the readers may see who is to act"},
                      Field{"page_status", &RecommendationsPage::page_status, "and how far it has come"},
                      Field{"page_followed_up", &RecommendationsPage::page_followed_up, "and when it was followed up"},
                      Field{"page_note", &RecommendationsPage::page_note, "and what has been done"}};
  }
};

RecommendationsPage recommendations_page(const Context& context, const PageRef& ref);
// None where the readers may not see how far they have come.
std::vector<RecommendationDot> recommendation_dots(const Context& context);
std::string recommendations_finding(const Context& context);

}  // namespace lagesbild::view
