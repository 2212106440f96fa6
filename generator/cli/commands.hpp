// The commands of the program; each in a file of its own. They print what was asked for to stdout and messages to stderr, and return the
// exit code: 0 done, 1 the input has errors, 2 wrong usage, 3 our bug, 4 the outside world failed.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/audience.hpp"
#include "base/messages.hpp"
#include "pipeline.hpp"
#include "publish/deliver.hpp"

namespace lagesbild::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_input = 1;
inline constexpr int exit_usage = 2;
inline constexpr int exit_world = 4;

inline int exit_code(Outcome outcome) {
  switch (outcome) {
    case Outcome::done: return exit_done;
    case Outcome::wrong_target: return exit_usage;
    case Outcome::world_failed: return exit_world;
    default: return exit_input;
  }
}

enum class Timings : bool { no, yes };

struct Common {
  Language language = Language::sv;   // of messages
  std::string site;
  std::optional<Audience> audience;   // none: as site.yaml says
  std::size_t threads = 0;            // 0: as many as there are cores
  Timings timings = Timings::no;
  Embeds embeds = Embeds::none;
  PageFiles pages = PageFiles::html;
  std::optional<std::string> ledger;  // a folder: what earlier releases have told
  std::optional<std::string> since;   // a built site to tell the changes since
  std::optional<std::string> state;   // the folder of what is kept from one run to the next; none: see world.hpp
  Online online = Online::yes;
};

// Secret files beside a build or a check, for those who audit it.
struct Audit {
  std::optional<std::string> withheld;          // to write: what was withheld and by which rule
  std::optional<std::string> witnesses;         // to write: the proofs that it cannot be computed
  std::optional<std::string> verify_witnesses;  // to read: proofs to hold the site against, instead of those just found
};

enum class Overwrite : bool { no, yes };

struct ExplainOrder {
  std::string indicator;              // id
  std::string unit;                   // id or name; empty: a group
  std::string group;                  // kind:id, such as forum:norr; empty: the region
  std::string period;                 // 2025, now, 2019–2022; empty: the one told first
};

struct TemplateOrder {
  std::string dataset;                // id of a description, such as reviews or review_grades
  std::string out;                    // empty: named after the dataset, in the folder that we stand in
  Overwrite overwrite = Overwrite::no;
};

enum class AsJson : bool { no, yes };
enum class Rows : bool { largest, all };

struct DiffOrder {
  std::string before;                 // folders of two releases of a site
  std::string after;
  std::optional<std::string> out;     // a folder for a page and diff.json
  AsJson as_json = AsJson::no;
  Rows rows = Rows::largest;
};

enum class WebServer : std::uint8_t { nginx, apache, iis };

struct HeadersOrder {
  WebServer server = WebServer::nginx;
  std::vector<std::string> ancestors;   // origins that may show the pages in a frame, besides the site's own
};

struct ServeOrder {
  int port = 8000;                      // 0: any that is free
  std::optional<std::string> out;       // none: a temporary folder
};

enum class Sentences : std::uint8_t { listed, some, all };

struct ApproveOrder {
  Sentences which = Sentences::listed;  // what to do with those that wait: list them, approve some of them or all
  std::vector<std::string> approve;     // beginnings of their checksums
  std::vector<std::string> withdraw;    // of those that are approved
  std::string by;                       // a function, not a person
  std::string on;                       // YYYY-MM-DD; empty: today
};

struct PublishArguments {
  std::optional<std::string> from;      // the folder of the built site; none: site/ in the folder of --state
  std::vector<std::string> targets;     // ids; none: all
  publish::DryRun dry_run = publish::DryRun::no;
  enum class Direction : bool { forth, back } direction = Direction::forth;
  std::string accept_changes;           // why the release may differ more than site.yaml allows
};

struct RunArguments {
  std::optional<std::string> report;    // a file for the JSON report, besides runs/ in the folder of --state
  std::string accept_changes;
};

struct PreviewPackArguments {
  std::string out;                      // the folder of the pack
  std::string answer_by;                // YYYY-MM-DD
};

// Sets the audience of `common` to the one that the word names; false, after saying what was meant, when it names none.
bool choose_audience(const std::string& word, Common& common);
std::string audience_words(Audience audience, Language language);  // för intranätet

// Into a folder, one file, or both; `out` empty: no folder.
int build(const Common& common, const Audit& audit, const std::optional<std::string>& out, const std::optional<SingleOrder>& single);
int check(const Common& common, const Audit& audit, const std::optional<std::string>& report);
int figures(const Common& common);
// Fetches and reads every source, so that the last good copies are as new as can be had.
int fetch_sources(const Common& common, fetch::Columns columns);
// The state of each source, without asking for it.
int sources(const Common& common, AsJson as_json);
int publish_built(const Common& common, const PublishArguments& arguments);
// fetch, build, check, publish; tells somebody when that fails.
int run_all(const Common& common, const RunArguments& arguments);
int explain(const Common& common, const ExplainOrder& order);
int preview_pack(const Common& common, const PreviewPackArguments& arguments);
int approve(const Common& common, const ApproveOrder& order);
int audiences(const Common& common, AsJson as_json);
int diff(Language language, const DiffOrder& order);
// Until somebody stops it.
int serve(const Common& common, const ServeOrder& order);
// Without a site: the same for all of one audience.
int headers(const Common& common, const HeadersOrder& order);
// Of the common content, or of `common.site` if that is not empty.
int write_template(const Common& common, const TemplateOrder& order);

}  // namespace lagesbild::cli
