// What has come in, and from whom: annual reports, survey answers, reviews, findings and register facts, unit by unit, with those first
// that something is missing from. Delivered or missing, never how much; a unit too small to be told of is in no number here. Long lists
// are cut into parts.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/units_table.hpp"

namespace lagesbild::view {

struct DeliveryHead {
  std::string dataset;
  std::string period;
  static constexpr auto fields() {
    return std::tuple{Field{"dataset", &DeliveryHead::dataset, "what is delivered"},
                      Field{"period", &DeliveryHead::period, "year or round; empty for what belongs to the latest review"}};
  }
};

struct DeliveryTotal {
  std::string dataset;
  std::string period;
  std::string words;
  std::string width;
  std::string delivered;
  std::string missing;
  std::string not_yet;
  bool is_missing = false;
  static constexpr auto fields() {
    return std::tuple{Field{"dataset", &DeliveryTotal::dataset, "what is delivered"},
                      Field{"period", &DeliveryTotal::period, "year or round, may be empty"},
                      Field{"words", &DeliveryTotal::words, "the bar in words"},
                      Field{"width", &DeliveryTotal::width, "of the bar, per cent"},
                      Field{"delivered", &DeliveryTotal::delivered, "so many of so many units"},
                      Field{"missing", &DeliveryTotal::missing, "number of units"},
                      Field{"not_yet", &DeliveryTotal::not_yet, "number of units that have time left"},
                      Field{"is_missing", &DeliveryTotal::is_missing, "more than none is missing"}};
  }
};

struct DeliveryCell {
  std::string tone;
  std::string state;
  static constexpr auto fields() {
    return std::tuple{Field{"tone", &DeliveryCell::tone, "class: good, bad, plain or stopped"},
                      Field{"state", &DeliveryCell::state, "in words"}};
  }
};

struct DeliveryForum {
  std::optional<Link> link;
  std::optional<Note> name;
  std::vector<DeliveryCell> cells;
  static constexpr auto fields() {
    return std::tuple{Field{"link", &DeliveryForum::link, "its page, if it has one"},
                      Field{"name", &DeliveryForum::name, "its name otherwise"},
                      Field{"cells", &DeliveryForum::cells, "so many of so many units, one a column"}};
  }
};

struct DeliveryRole {
  std::string name;
  std::vector<DeliveryCell> cells;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &DeliveryRole::name, "who answers"},
                      Field{"cells", &DeliveryRole::cells, "number of answers in the region, a round each, or that it is withheld"}};
  }
};

struct DeliveryRoles {
  std::vector<Option> rounds;
  std::vector<DeliveryRole> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"rounds", &DeliveryRoles::rounds, "heads of the columns"}, Field{"rows", &DeliveryRoles::rows, "one a role"}};
  }
};

struct DeliveryForums {
  std::vector<DeliveryHead> columns;
  std::vector<DeliveryForum> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"columns", &DeliveryForums::columns, "the latest period of each dataset that is over"},
                      Field{"rows", &DeliveryForums::rows, "one a forum"}};
  }
};

// What stands on the first part only.
struct DeliverySummary {
  std::vector<DeliveryTotal> totals;
  std::optional<DeliveryForums> forums;
  std::optional<DeliveryRoles> roles;
  std::vector<Note> notes;
  static constexpr auto fields() {
    return std::tuple{Field{"totals", &DeliverySummary::totals, "the columns of the table of units, a row each, with numbers of units"},
                      Field{"forums", &DeliverySummary::forums, "absent without forums"},
                      Field{"roles", &DeliverySummary::roles, "absent without a survey of the region's own"},
                      Field{"notes", &DeliverySummary::notes, "how it is counted, and what is not told"}};
  }
};

struct DeliveryUnit {
  std::optional<Link> link;
  std::optional<Note> name;
  std::string forum;
  std::string missing;
  std::vector<DeliveryCell> cells;
  std::string reviewed;
  std::string age;
  bool overdue = false;
  std::string unknown;
  static constexpr auto fields() {
    return std::tuple{Field{"link", &DeliveryUnit::link, "its page, if it has one"},
                      Field{"name", &DeliveryUnit::name, "its name otherwise"},
                      Field{"forum", &DeliveryUnit::forum, "empty when unknown"},
                      Field{"missing", &DeliveryUnit::missing, "how much is missing, a late review too"},
                      Field{"cells", &DeliveryUnit::cells, "one a column"},
                      Field{"reviewed", &DeliveryUnit::reviewed, "date of the latest review, or a dash"},
                      Field{"age", &DeliveryUnit::age, "its age in words"},
                      Field{"overdue", &DeliveryUnit::overdue, "the next one should have been made"},
                      Field{"unknown", &DeliveryUnit::unknown, "how many facts the register lacks"}};
  }
};

struct DeliveryFilter {
  std::string label;
  std::string column;
  std::vector<Option> states;
  static constexpr auto fields() {
    return std::tuple{Field{"label", &DeliveryFilter::label, "dataset and period"},
                      Field{"column", &DeliveryFilter::column, "its place in the table"},
                      Field{"states", &DeliveryFilter::states, "to choose from"}};
  }
};

struct DeliveriesPage {
  Shell shell;
  std::string lead;
  std::optional<DeliverySummary> summary;
  std::string caption;
  std::vector<DeliveryHead> columns;
  std::vector<DeliveryUnit> units;
  bool several_forums = false;
  std::vector<Option> forums;
  std::optional<DeliveryFilter> filter;
  bool page_reviewed = false;
  bool page_register = false;
  std::vector<Link> parts;
  bool has_parts = false;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &DeliveriesPage::shell, "what stands around the page"},
                      Field{"lead", &DeliveriesPage::lead, "what has come in and what is missing, in sentences"},
                      Field{"summary", &DeliveriesPage::summary, "on the first part"},
                      Field{"caption", &DeliveriesPage::caption, "what the table of units shows"},
                      Field{"columns", &DeliveriesPage::columns, "by dataset, the latest period first"},
                      Field{"units", &DeliveriesPage::units, "those first that most is missing from, then in Swedish order"},
                      Field{"several_forums", &DeliveriesPage::several_forums, "there is a forum to choose"},
                      Field{"forums", &DeliveriesPage::forums, "forums to filter by"},
                      Field{"filter", &DeliveriesPage::filter, "of the first column that should be complete"},
                      Field{"page_reviewed", &DeliveriesPage::page_reviewed, "reviews are told of"},
                      Field{"page_register", &DeliveriesPage::page_register, "register facts are told of"},
                      Field{"parts", &DeliveriesPage::parts, "the parts of a long list"},
                      Field{"has_parts", &DeliveriesPage::has_parts, "the list is cut into parts"}};
  }
};

DeliveriesPage deliveries_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
