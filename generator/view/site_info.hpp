// What a page says about the site itself and about where its numbers come from.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/localized.hpp"
#include "design/pairs.hpp"
#include "design/tokens.hpp"
#include "view/since_last.hpp"

namespace lagesbild::view {

struct SourceInfo {
  std::string dataset;
  Localized title;
  std::string location;    // as in sources.yaml
  Date updated{};
  std::string sha256;
  std::size_t rows = 0;    // of data; known when it has been read
  std::optional<Date> fetched = {};    // the day it was last fetched, or found unchanged; nothing: it is a file of the site's own
  bool kept = false;       // it could not be fetched this time: this is the last good copy
  std::string why_kept = {};           // the code of what went wrong, such as wire-timeout
};

// A file to download.
struct FileInfo {
  std::string path;        // from the site's root: data/units.csv
  std::size_t bytes = 0;
};

// At the top of every page, as files in assets/.
struct LogoInfo {
  std::string file;
  std::string dark;         // empty: none of its own for dark
  Localized alt;
  int width = 0;            // in px, as shown
};

// What a plan is called; one that is not named here is called by its id.
struct PlanInfo {
  std::string id;
  Localized title;
  Localized about;          // may be empty
};

struct SiteInfo {
  std::string id;
  Localized region;
  bool has_theme = false;   // of its own, as assets/theme.css
  std::optional<LogoInfo> logo;
  design::Look look;        // every token, and the pairs of colours that meet, for the page that shows them
  design::Pairs pairs;
  std::string chart_style;  // the rules of charts with their light colours in place, for pictures of their own
  Localized introduction;
  Localized notice;         // empty: none
  Localized contact;
  Localized responsible;    // who answers for the site, a function; empty: not told
  Localized refreshed;      // how often the data are fetched; empty: not told
  std::vector<PlanInfo> plans;
  std::string licence;      // address of the terms of the data; empty: none are given
  std::vector<Language> languages;   // the first at the root
  std::vector<SourceInfo> sources;
  std::string page_end = ".html";    // of the names of all pages
  bool embeds = false;      // each figure is also a page for a frame
  std::string page(std::string_view name) const { return std::string{name} + page_end; }  // metod -> metod.html
  std::vector<FileInfo> files;       // to download; known once they are made, which is before the pages are
  SinceLast since;          // what is new since the release before this one
  std::string release_id;
  std::string settings_sha256;       // of what the site decides about indicators and groups
  std::string version;      // of the program
  Date assessed_on{};
  std::string assessment_method;     // self_assessment, external_audit
  std::string conformance;           // full, partial
  std::vector<Localized> known_issues;
  Localized report_to;
};

}  // namespace lagesbild::view
