// What a run has done, as JSON and in one line: for those who look after runs, and for programs that watch them.
#pragma once
#include <chrono>
#include <string>

#include "base/diagnostics.hpp"
#include "base/messages.hpp"
#include "pipeline.hpp"
#include "publishing.hpp"

namespace lagesbild::cli {

struct RunStory {
  std::string site;                             // as it was given
  std::chrono::sys_seconds started{}, ended{};
  std::string stopped_in;                       // build or publish; empty: it came to its end
  int exit_code = 0;
  std::size_t sources = 0, kept = 0;            // kept: those that an earlier copy was used of
  Report built;
  PublishReport published;
  std::string reason;                           // of --accept-changes
};

// Without anything that a message does not say: no secrets, nobody's number.
std::string run_json(const RunStory& story, const Diagnostics& diagnostics, Language language);
std::string run_line(const RunStory& story, const Diagnostics& diagnostics, Language language);

}  // namespace lagesbild::cli
