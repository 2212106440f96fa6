// source -> fetch -> read -> model -> indicators -> disclosure -> view -> render -> check -> publish. The only place that knows them all.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/audience.hpp"
#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "base/localized.hpp"
#include "content.hpp"
#include "disclosure/release.hpp"
#include "fetch/fetch.hpp"
#include "model/facts.hpp"
#include "publish/folder.hpp"

namespace lagesbild {

// A data quality report beside the build, whatever comes of that.
struct DataReportOrder {
  std::filesystem::path folder;
  Language language = Language::sv;
};

// What the names of pages end in: a document library of SharePoint shows .aspx, and only lets one download .html.
enum class PageFiles : bool { html, aspx };

// Each chart and table that can be taken away also as a page of its own, for a frame on another site.
enum class Embeds : bool { none, all };

// Everything in one file, beside the folder or instead of it; of other languages in file-en.html beside it.
struct SingleOrder {
  std::filesystem::path file;
  std::vector<std::string> without = {};        // kinds of pages that are left out: unit, indicator, forum, area, meeting
};

// A preview tells nobody: it is judged by the ledger that is named, and enters nothing in one.
enum class Telling : bool { readers, nobody };

struct Order {
  std::filesystem::path site;                   // the folder with site.yaml
  std::optional<Audience> audience = {};        // none: as site.yaml says
  std::optional<std::filesystem::path> out;     // nothing: build and check, write nothing
  std::size_t threads = 1;
  std::optional<DataReportOrder> data_report = {};
  std::optional<std::filesystem::path> withheld = {};  // a file for a list of what is withheld, see disclosure/withheld_log.hpp
  std::optional<std::filesystem::path> ledger = {};     // what earlier releases have told; nothing: beside `out`, if there is one
  PageFiles pages = PageFiles::html;
  Embeds embeds = Embeds::none;
  std::optional<SingleOrder> single = {};
  Telling telling = Telling::readers;
  std::optional<std::filesystem::path> since = {};      // a built site to tell the changes since; nothing: the one that is in `out`
  std::optional<std::filesystem::path> witnesses = {};  // a file to write them to, for those who audit
  fetch::Columns columns = fetch::Columns::as_before;   // of what is fetched
  std::optional<std::filesystem::path> verify = {};     // a file of witnesses to hold the site against, instead of those just found
};

struct StageTime {
  std::string stage;
  std::chrono::nanoseconds wall{};
  std::chrono::nanoseconds cpu{};               // of all threads
  std::uint64_t items = 0;
  std::uint64_t bytes = 0;
};

// What has been told about persons, and is recorded there.
struct LedgerReport {
  std::filesystem::path folder;
  std::size_t releases = 0;                     // before this one
  std::size_t entered = 0;                      // numbers told for the first time
};

struct Report {
  Localized region;
  Audience audience = Audience::intranet;
  std::string release_id;
  std::string first_page;                       // in the folder
  std::vector<std::pair<std::filesystem::path, std::uint64_t>> single_files;  // and their bytes
  std::size_t sources = 0, sources_kept = 0;    // kept: an earlier copy took the place of one that could not be fetched
  std::uint64_t pages = 0;
  std::uint64_t bytes = 0;
  publish::Summary published;
  disclosure::Tally tally;
  std::optional<LedgerReport> ledger;           // of what was published
  std::vector<StageTime> stages;
  std::optional<std::filesystem::path> data_report;  // its first page, if it was ordered and could be made
};

enum class Outcome : std::uint8_t { done, input_errors, wrong_target, world_failed };

// All that was found stands in `diagnostics`, also when the outcome is done (warnings). After anything but `done` the folder is as it was.
Outcome run(const Order& order, Effects& effects, Diagnostics& diagnostics, Report& report);

// What was read. Nothing of it may be published: for commands that those use who know the data anyway.
struct Unjudged {
  source::Site site;
  Content content;                              // without what the facts took over: framework and datasets
  view::SiteInfo info;
  model::Facts facts;
};

// As far as read. Set when the outcome is done.
Outcome gather(const Order& order, Effects& effects, Diagnostics& diagnostics, std::optional<Unjudged>& unjudged);

// The judged numbers, and what the later stages need beside them.
struct Judged {
  source::Site site;
  Content content;
  view::SiteInfo info;
  disclosure::Release release;
  std::vector<std::pair<std::string, Audience>> for_fewer = {};  // indicators that the release leaves out, and their audience
  disclosure::Evidence evidence = {};
  std::size_t recorded = 0;                     // releases in the ledger
};

// As far as disclosure, for commands that show numbers. Set when the outcome is done. `ledger`: of the site that they are to agree with.
Outcome judge(const std::filesystem::path& site, std::optional<Audience> audience, Effects& effects, Diagnostics& diagnostics,
              std::optional<Judged>& judged, const std::optional<std::filesystem::path>& ledger = {});

}  // namespace lagesbild
