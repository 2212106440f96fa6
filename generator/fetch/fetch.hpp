// Every source to bytes, each read once, with what is needed to say later where a number came from. Files, servers and databases give the
// same Copy. A source that cannot be fetched, or whose answer will not do, gives its last good copy, marked as kept, and a warning that
// says why; an error only when there is none, or when it is too old.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "fetch/cache.hpp"
#include "source/site.hpp"

namespace lagesbild::fetch {

struct Copy {
  const source::Source* source = nullptr;
  std::string shown_as;  // in messages: the path or the URL without its query
  std::string bytes;
  std::string sha256;
  std::optional<std::chrono::sys_seconds> fetched = {};  // when these bytes came; of a kept copy when they were last known to be newest;
                                                         // nothing: a file of the site's own
  bool kept = false;        // the last good copy, because a newer one could not be had
  std::string why_kept = {};  // the code of what went wrong; empty: nobody asked for a newer one
  std::optional<Kept> fresh = {};  // what accept() is to keep of it; its bytes are in the cache already
};

// What a table is, as far as it can be told before everything is read.
struct Shape {
  std::size_t rows = 0;
  std::vector<std::string> columns;  // fields of the dataset
};

enum class Columns : bool { as_before, may_go };  // one that the last good copy had and that is gone: a mistake, or meant

struct FetchOrder {
  std::optional<Cache> cache = {};  // nothing: nothing is kept, and what fails is an error
  Columns columns = Columns::as_before;
  // Whether bytes can be the source's table at all. A failure says why they cannot: a page instead of a file, a column that is missing.
  std::function<Result<Shape>(const Copy&)> inspect = {};
};

// In the order of the sources. A source without any usable copy is an error in `diagnostics` and has no copy here.
std::vector<Copy> fetch_all(const source::Configuration& configuration, const FetchOrder& order, Effects& effects,
                            Diagnostics& diagnostics);

// When all copies have been read without an error: those that are new become the last good ones.
Result<Done> accept(const std::vector<Copy>& copies, const Cache& cache);

// Whether a server or the network failed, rather than what sources.yaml says or the files it names.
bool outside_world_failed(const Diagnostics& diagnostics);

// Where a source is, for readers of the site: without what may be a key or a name to log in by.
std::string shown_location(const source::Source& source);

// How a source is written in messages and lists.
std::string shown(const source::Source& source, const std::filesystem::path& folder);

}  // namespace lagesbild::fetch
