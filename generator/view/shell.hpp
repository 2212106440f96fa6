// What stands around every page, and how pages find each other. All links are relative, so that a site works from any folder and from
// file://. Paths are lower-case ASCII.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "disclosure/release.hpp"
#include "disclosure/requirements.hpp"
#include "view/chart.hpp"
#include "view/fields.hpp"
#include "view/findable.hpp"
#include "view/note.hpp"
#include "view/plan.hpp"
#include "view/site_info.hpp"
#include "view/texts.hpp"
#include "view/themes.hpp"

namespace lagesbild::view {

struct Link {
  std::string href;
  std::string label;
  bool current = false;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &Link::href, "relative address"}, Field{"label", &Link::label, "what it leads to"},
                      Field{"current", &Link::current, "the page that is being shown is this one or below it"}};
  }
};

struct LanguageLink {
  std::string href;
  std::string code;
  std::string label;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &LanguageLink::href, "the same page in the other language"},
                      Field{"code", &LanguageLink::code, "language code, as in lang="},
                      Field{"label", &LanguageLink::label, "the language's name in itself"}};
  }
};

struct SourceRow {
  std::string title;
  std::string updated;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &SourceRow::title, "name of the source"},
                      Field{"updated", &SourceRow::updated, "its date and age, in words"}};
  }
};

// Sources that could not be fetched this time, so that the page rests on copies from before.
struct KeptCopies {
  std::vector<Note> sentences;
  std::optional<Link> more;
  static constexpr auto fields() {
    return std::tuple{Field{"sentences", &KeptCopies::sentences, "one a source, with the day of its copy; the first three"},
                      Field{"more", &KeptCopies::more, "how many more there are, with the way to the status page"}};
  }
};

struct Logo {
  std::string src;
  std::string alt;
  std::string width;
  std::optional<Note> dark;
  bool plate = false;
  static constexpr auto fields() {
    return std::tuple{Field{"src", &Logo::src, "relative address of the picture"}, Field{"alt", &Logo::alt, "what it says"},
                      Field{"width", &Logo::width, "px, at a height of 32"},
                      Field{"dark", &Logo::dark, "address of the picture for a dark ground"},
                      Field{"plate", &Logo::plate, "there is none, so that it stands on a light plate there"}};
  }
};

struct Shell {
  std::string lang;
  std::string title;
  std::string root;
  std::string home;
  bool has_theme = false;
  std::optional<Logo> logo;
  std::string region;
  std::string as_of;
  std::optional<Note> notice;
  std::optional<Note> audience;
  std::optional<KeptCopies> kept;
  std::vector<Link> nav;
  std::vector<Link> crumbs;
  std::string here;
  std::optional<LanguageLink> other_language;
  std::vector<SourceRow> sources;
  std::string search_href;
  std::string search_index;
  std::string method_href;
  std::string small_groups_href;
  std::vector<Link> foot;
  std::string contact;
  std::string release;
  static constexpr auto fields() {
    return std::tuple{Field{"lang", &Shell::lang, "language code of the page"},
                      Field{"title", &Shell::title, "the window's title: page, site, region"},
                      Field{"root", &Shell::root, "the way up to the site's root, '' or '../' repeated"},
                      Field{"home", &Shell::home, "address of the overview in this language"},
                      Field{"has_theme", &Shell::has_theme, "the region has a style of its own, assets/theme.css"},
                      Field{"logo", &Shell::logo, "of the region; absent when it has none"},
                      Field{"region", &Shell::region, "name of the region"},
                      Field{"as_of", &Shell::as_of, "sentence with the date that the site shows the state of"},
                      Field{"notice", &Shell::notice, "said on every page, such as that the data is fictional"},
                      Field{"audience", &Shell::audience, "for whom the site is; absent on one for everybody"},
                      Field{"kept", &Shell::kept, "sources that could not be fetched; absent when all could, and on pages without numbers"},
                      Field{"nav", &Shell::nav, "main navigation"},
                      Field{"crumbs", &Shell::crumbs, "the pages above this one"},
                      Field{"here", &Shell::here, "this page's name, last among the crumbs"},
                      Field{"other_language", &Shell::other_language, "absent on a site in one language"},
                      Field{"sources", &Shell::sources, "what the page's numbers rest on"},
                      Field{"search_href", &Shell::search_href, "address of the page that lists all that can be found"},
                      Field{"search_index", &Shell::search_index, "address of the script with what can be found"},
                      Field{"method_href", &Shell::method_href, "address of the method page"},
                      Field{"small_groups_href", &Shell::small_groups_href, "address of the page on how small groups are protected"},
                      Field{"foot", &Shell::foot, "pages about the site itself, at the foot of every page"},
                      Field{"contact", &Shell::contact, "whom to ask"},
                      Field{"release", &Shell::release, "short id of this release"}};
  }
};

// A page to be made: its kind, which one of them, and where it goes, without the language's folder.
struct PageRef {
  enum class Kind : unsigned char {
    overview, units, unit, areas, area, forums, forum, meeting, indicators, indicator, published, survey, measures, cases, calendar, plan,
    examples, themes, requirements, data, method, small_groups, accessibility, components, search, compare, deliveries, since, about,
    status
  };
  Kind kind{};
  std::size_t index = 0;       // of the unit, area, forum, indicator or plan; number of the part for a list in parts; of a meeting or a
                               // calendar its forum, or as many as there are for the region's
  std::string path;
};

// Everything that the pages of one language have in common. Made once; shared by the render threads.
class Context {
 public:
  Context(const disclosure::Release& release, const SiteInfo& site, const Texts& texts);
  const disclosure::Release& release;
  const SiteInfo& site;
  const Texts& texts;
  const std::vector<PageRef>& pages() const { return pages_; }
  const std::vector<Findable>& findable() const { return findable_; }  // in Swedish order
  const std::vector<Plan>& plans() const { return plans_; }
  const RegionThemes& themes() const { return themes_; }
  const std::vector<disclosure::Requirement>& requirements() const { return requirements_; }  // on units; none: no page about them
  Language language() const { return texts.language(); }
  std::string folder() const { return folder_; }                       // "" or "en/"
  const std::string& unit_path(std::size_t unit) const { return unit_paths_[unit]; }   // empty: the unit has no page
  std::string forum_path(std::size_t forum) const;
  std::string area_path(std::size_t area) const;
  std::string meeting_path(std::optional<std::size_t> forum) const;  // of the region without a forum
  std::string calendar_path(std::optional<std::size_t> forum) const;  // the same
  std::string indicator_path(std::string_view id) const;         // empty: the site has no such indicator, or no data for it
  std::string plan_path(std::size_t plan) const;
  std::string requirements_path() const;                         // empty: the site has no such page
  std::string indicator_path(std::size_t indicator) const;   // empty: it has no data here, so no page
  const std::string& area_name(std::size_t area) const { return release.framework.areas[area].name.in(language()); }
  const std::string& forum_name(std::size_t forum) const { return release.forums[forum].name.in(language()); }
  const std::vector<std::size_t>& units() const { return units_; }     // those that exist today
  const std::vector<std::size_t>& former_units() const { return former_units_; }
  const std::vector<std::size_t>& units_of_forum(std::size_t forum) const { return units_by_forum_[forum]; }
  std::string ownership_word(disclosure::Ownership ownership) const;
  std::string status_word(disclosure::Status status) const;

  const RegionBar& region_bar(std::size_t area) const { return region_bars_[area]; }

  Shell shell(const PageRef& page, std::string_view name, std::vector<Link> crumbs = {}) const;

 private:
  std::string folder_;
  std::vector<std::string> unit_paths_;
  std::vector<std::size_t> units_;
  std::vector<std::size_t> former_units_;
  std::vector<std::vector<std::size_t>> units_by_forum_;
  std::vector<PageRef> pages_;
  std::vector<Findable> findable_;
  std::vector<Plan> plans_;
  RegionThemes themes_;
  std::vector<disclosure::Requirement> requirements_;
  Shell common_;                         // what is the same on every page, with addresses as seen from index.html
  std::vector<PageRef::Kind> sections_;  // that the links of its navigation lead to
  std::vector<RegionBar> region_bars_;   // by area; the same on every unit's page, so made once
  void plan();
  void describe_common();
  bool is_in(PageRef::Kind page, PageRef::Kind section) const;
};

// "../" for each folder in the path.
std::string way_up(std::string_view path);

inline constexpr std::size_t rows_per_page = 200;

}  // namespace lagesbild::view
