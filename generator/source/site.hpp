// What a site is and where its data live: content/sites/<site>/site.yaml and sources.yaml. Nothing is fetched here.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/audience.hpp"
#include "base/connection.hpp"
#include "base/date.hpp"
#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "base/localized.hpp"
#include "source/publication.hpp"

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
  enum class Kind : std::uint8_t { file, url, database };
  std::string dataset;              // units, reviews, ...
  std::string location;             // as written: a path below the site's folder, a URL, or the query's file below the site's folder
  Kind kind = Kind::file;
  std::string sheet;                // of a workbook; empty: the first one with the headings
  Localized title;
  std::optional<Date> updated;      // how old the data is, as written; nothing: the day it was last fetched, or the site's own
  std::uint64_t max_bytes = 64ULL << 20;
  Connection connection;            // of a url
  std::optional<Query> query;       // of a database
  std::string sha256;               // of its bytes; empty: any
  std::size_t min_rows = 1;
  int may_shrink_percent = 20;      // fewer rows than the last good copy has, less this, are taken for a mistake
  std::chrono::days max_age{35};    // of the last good copy when it takes the place of one that could not be fetched
  Place place;                      // of its location in sources.yaml, for complaints
};

struct Configuration {
  Site site;
  std::vector<Source> sources;
  Publication publication;          // where the site is to be put, and what must hold before it is
  std::string fingerprint;          // SHA-256 over the files that were read, for the release id
};

// Nothing after an error. `folder` holds site.yaml; `today` is what `as_of: today` means.
std::optional<Configuration> load(const std::filesystem::path& folder, Date today, Disk& disk, Diagnostics& diagnostics);

}  // namespace lagesbild::source
