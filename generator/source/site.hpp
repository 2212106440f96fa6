// What a site is and where its data live: content/sites/<site>/site.yaml and sources.yaml. Nothing is fetched here.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/audience.hpp"
#include "base/date.hpp"
#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "base/localized.hpp"

namespace lagesbild::source {

struct Period {
  std::string id;
  Date from{};
  Date to{};
};

struct Group {
  std::string id;
  Localized name;
};

// What the Swedish law (2018:1937) asks an accessibility statement to say.
struct Accessibility {
  Date assessed_on{};
  std::string method;               // self_assessment or external_audit
  std::string conformance;          // full or partial
  std::vector<Localized> known_issues;
  Localized report_to;              // where a reader reports a fault
};

// Shown at the top of every page. The files lie beside site.yaml.
struct Logo {
  std::string file;
  std::string dark;                 // the same for a dark ground; empty: the other one, on a light plate
  Localized alt;
  Place place;                      // in site.yaml, for complaints
  std::string excerpt;
};

// What a plan of the dataset `measures` is called.
struct Plan {
  std::string id;
  Localized title;
  Localized about;                  // what it is, in a sentence; empty: not told
};

struct Site {
  std::string id;
  Localized region;                 // name of the region
  std::optional<Localized> notice;  // said on every page; fictional data must have one
  bool fictional = false;
  Audience audience = Audience::intranet;  // who reads the site: what is for fewer is left out
  Localized introduction;           // one or two sentences: what this site is
  Date as_of{};                     // "today" for every deadline and age
  std::vector<Language> languages;  // the first one stands at the root, the others in a folder each
  std::string framework;            // id
  std::vector<Period> rounds;
  std::vector<Group> forums;
  std::vector<Plan> plans;
  Localized contact;
  std::optional<Localized> responsible;  // who answers for the site: a function, not a person
  std::optional<Localized> refreshed;    // how often the data are fetched, in a sentence
  std::string licence;              // address of the terms for open data; empty: none are given
  Accessibility accessibility;
  std::optional<Logo> logo;
  std::filesystem::path folder;     // of site.yaml
  std::filesystem::path common;     // content/common
  std::filesystem::path templates;
};

// One place that data comes from. A dataset may have several, such as a file a year.
struct Source {
  std::string dataset;              // units, reviews, ...
  std::string location;             // as written: a path below the site's folder, or a URL
  bool is_url = false;
  std::string sheet;                // of a workbook; empty: the first one with the headings
  Localized title;
  Date updated{};                   // how old the data is
  bool allow_http = false;
  std::uint64_t max_bytes = 64ULL << 20;
  std::chrono::seconds timeout{60};
  std::string ca_file;              // path, empty: the system's
  Place place;                      // of its location in sources.yaml, for complaints
};

struct Configuration {
  Site site;
  std::vector<Source> sources;
  std::string fingerprint;          // SHA-256 over the files that were read, for the release id
};

// Nothing after an error. `folder` holds site.yaml.
std::optional<Configuration> load(const std::filesystem::path& folder, Disk& disk, Diagnostics& diagnostics);

}  // namespace lagesbild::source
