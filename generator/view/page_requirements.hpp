// Requirements on units: how many meet each, which units are under a limit or near one, and what the register does not say. Help before new
// ST posts are granted, not a verdict. The numbers are those of the indicators, and a unit that meets all of them is counted, not listed.
// Long lists are cut into parts.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/figure.hpp"
#include "view/page_units.hpp"
#include "view/requirements.hpp"

namespace lagesbild::view {

// A requirement, with numbers of units that exist today.
struct RequirementLine {
  std::string name;
  std::string href;
  std::string limit;
  std::optional<Distribution> bar;
  std::string value;
  std::string under;
  std::string near;
  std::string met;
  std::string not_known;
  std::string near_means;
  bool is_under = false;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &RequirementLine::name, "what is required"},
                      Field{"href", &RequirementLine::href, "the indicator's page"},
                      Field{"limit", &RequirementLine::limit, "at least or at most so much"},
                      Field{"bar", &RequirementLine::bar, "the numbers as parts of all units; absent when they are withheld"},
                      Field{"value", &RequirementLine::value, "the indicator's value of the region, as its page says it"},
                      Field{"under", &RequirementLine::under, "number of units that do not meet it, or that it is not shown"},
                      Field{"near", &RequirementLine::near, "that meet it by little"},
                      Field{"met", &RequirementLine::met, "that meet it by more"},
                      Field{"not_known", &RequirementLine::not_known, "that the register does not say enough of"},
                      Field{"near_means", &RequirementLine::near_means, "what near is; empty when nobody has decided it"},
                      Field{"is_under", &RequirementLine::is_under, "some unit does not meet it"}};
  }
};

struct RequirementForum {
  std::optional<Link> link;
  std::optional<Note> name;
  std::string units;
  std::string under;
  std::string near;
  std::string clear;
  std::string gaps;
  static constexpr auto fields() {
    return std::tuple{Field{"link", &RequirementForum::link, "its page, if it has one"},
                      Field{"name", &RequirementForum::name, "its name otherwise"},
                      Field{"units", &RequirementForum::units, "that exist today"},
                      Field{"under", &RequirementForum::under, "that are under a limit"},
                      Field{"near", &RequirementForum::near, "that are near a limit and under none"},
                      Field{"clear", &RequirementForum::clear, "that meet all that is known by more than that"},
                      Field{"gaps", &RequirementForum::gaps, "that the register lacks something of, whatever else they are"}};
  }
};

// What stands on the first part only.
struct RequirementSummary {
  std::vector<RequirementLine> lines;
  std::optional<Note> withheld;
  std::vector<RequirementForum> forums;
  bool has_forums = false;
  std::optional<FigureLinks> line_files, forum_files, list_files;
  static constexpr auto fields() {
    return std::tuple{Field{"lines", &RequirementSummary::lines, "a requirement each"},
                      Field{"withheld", &RequirementSummary::withheld, "that some values are not shown to the readers"},
                      Field{"forums", &RequirementSummary::forums, "in their order"},
                      Field{"has_forums", &RequirementSummary::has_forums, "there are some"},
                      Field{"line_files", &RequirementSummary::line_files, "the requirements to take away"},
                      Field{"forum_files", &RequirementSummary::forum_files, "the forums to take away"},
                      Field{"list_files", &RequirementSummary::list_files, "the whole list to take away"}};
  }
};

struct PressedUnit {
  std::optional<Link> link;
  std::optional<Note> plain;
  std::string forum;
  std::string under;
  std::string near;
  std::vector<RequirementRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"link", &PressedUnit::link, "its page, if it has one"},
                      Field{"plain", &PressedUnit::plain, "its name otherwise"},
                      Field{"forum", &PressedUnit::forum, "empty when unknown"},
                      Field{"under", &PressedUnit::under, "number of limits"}, Field{"near", &PressedUnit::near, "number of limits"},
                      Field{"rows", &PressedUnit::rows, "those that it is under, then those that it is near"}};
  }
};

struct RequirementsPage {
  Shell shell;
  std::string lead;
  std::string use;
  std::optional<RequirementSummary> summary;
  std::string list_finding;
  std::string caption;
  std::vector<PressedUnit> units;
  bool has_units = false;
  bool several_forums = false;
  std::vector<Option> forums;
  std::vector<Link> parts;
  bool has_parts = false;
  Figures take_away;  // as files of their own; not for the template
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &RequirementsPage::shell, "what stands around the page"},
                      Field{"lead", &RequirementsPage::lead, "how many units are under a limit, near one, or neither, in sentences"},
                      Field{"use", &RequirementsPage::use, "what the page can be used for, and the day of the register"},
                      Field{"summary", &RequirementsPage::summary, "on the first part"},
                      Field{"list_finding", &RequirementsPage::list_finding, "how many units are listed, and how many are not"},
                      Field{"caption", &RequirementsPage::caption, "what the list shows"},
                      Field{"units", &RequirementsPage::units, "most limits not met first, then most near, then in Swedish order"},
                      Field{"has_units", &RequirementsPage::has_units, "some unit is under a limit or near one"},
                      Field{"several_forums", &RequirementsPage::several_forums, "there is a forum to choose"},
                      Field{"forums", &RequirementsPage::forums, "forums to filter by"},
                      Field{"parts", &RequirementsPage::parts, "the parts of a long list"},
                      Field{"has_parts", &RequirementsPage::has_parts, "the list is cut into parts"}};
  }
};

RequirementsPage requirements_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
