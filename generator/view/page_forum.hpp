// One ST forum: the study director's page; and the list of all forums.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/areas_chart.hpp"
#include "view/development.hpp"
#include "view/figure.hpp"
#include "view/gap_section.hpp"
#include "view/page_units.hpp"
#include "view/sources_meet.hpp"

namespace lagesbild::view {

struct Deadline {
  std::string date;
  std::string name;
  std::string href;
  std::string text;
  std::string kind;
  static constexpr auto fields() {
    return std::tuple{Field{"date", &Deadline::date, "the day"}, Field{"name", &Deadline::name, "the unit"},
                      Field{"href", &Deadline::href, "its page"}, Field{"text", &Deadline::text, "what is due"},
                      Field{"kind", &Deadline::kind, "class: late or due"}};
  }
};

struct ForumCard {
  std::string name;
  std::string href;
  std::string finding;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &ForumCard::name, "the forum"}, Field{"href", &ForumCard::href, "its page"},
                      Field{"finding", &ForumCard::finding, "its state in a sentence"}};
  }
};

struct ForumsPage {
  Shell shell;
  std::string lead;
  std::vector<ForumCard> forums;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &ForumsPage::shell, "what stands around the page"}, Field{"lead", &ForumsPage::lead, "a sentence"},
                      Field{"forums", &ForumsPage::forums, "in the site's order"}};
  }
};

struct ForumRequirements {
  std::string finding;
  Link page;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &ForumRequirements::finding, "how its units stand against their requirements, in sentences"},
                      Field{"page", &ForumRequirements::page, "of all units"}};
  }
};

struct ForumPage {
  Shell shell;
  std::string name;
  std::string lead;
  std::string comparison;
  std::vector<Deadline> deadlines;
  std::string deadlines_finding;
  std::vector<ShortKey> keys;
  UnitsTable table;
  AreasChart areas;
  std::optional<Note> more;
  std::optional<ForumRequirements> requirements;
  bool has_deadlines = false;
  std::optional<GapSection> gap;
  std::optional<SourcesMeet> sources;
  std::string meeting_href;
  std::string calendar_href;
  std::optional<FigureLinks> deadline_files;
  std::optional<Development> development;
  Figures take_away;  // as files of their own; not for the template
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &ForumPage::shell, "what stands around the page"}, Field{"name", &ForumPage::name, "h1"},
                      Field{"lead", &ForumPage::lead, "the forum's state in a sentence"},
                      Field{"comparison", &ForumPage::comparison, "beside the region, in a sentence"},
                      Field{"deadlines", &ForumPage::deadlines, "what is late or due within six months"},
                      Field{"deadlines_finding", &ForumPage::deadlines_finding, "the same in a sentence"},
                      Field{"keys", &ForumPage::keys, "what the letters mean"}, Field{"table", &ForumPage::table, "its units"},
                      Field{"areas", &ForumPage::areas, "its grades by area"},
                      Field{"more", &ForumPage::more, "how many units are left out"},
                      Field{"requirements", &ForumPage::requirements, "absent where the register tells of none"},
                      Field{"has_deadlines", &ForumPage::has_deadlines, "something is late or due"},
                      Field{"gap", &ForumPage::gap, "the few areas and units that matter"},
                      Field{"sources", &ForumPage::sources, "inspectors, ST doctors and annual reports side by side"},
                      Field{"calendar_href", &ForumPage::calendar_href, "what is to come, for one's own calendar"},
                      Field{"meeting_href", &ForumPage::meeting_href, "the same for a meeting, to be printed"},
                      Field{"deadline_files", &ForumPage::deadline_files, "the deadlines to take away"},
                      Field{"development", &ForumPage::development, "the forum against the region over time"}};
  }
};

ForumsPage forums_page(const Context& context, const PageRef& ref);
ForumPage forum_page(const Context& context, const PageRef& ref);

// What is late or due within six months at these units, by date; `up` leads to the root of the language.
std::vector<Deadline> deadlines_of(const Context& context, const std::vector<std::size_t>& units, const std::string& up);

std::string deadlines_finding(const Texts& texts, const std::vector<Deadline>& deadlines);
// Where a group stands, in a sentence.
std::string finding_of(const Texts& texts, const disclosure::GroupFigures<disclosure::Cell>& group);

}  // namespace lagesbild::view
