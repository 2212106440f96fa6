// What each audience sees of a site, and what a wider one sees that a narrower does not: found by narrowing the judged release for each
// and reading the files and pages that come of it, not from the classes in the descriptions.
#pragma once
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/audience.hpp"
#include "pipeline.hpp"

namespace lagesbild {

// A file to download: its columns, and each row as those of its cells that are not empty.
struct SeenTable {
  std::string dataset;
  std::vector<std::string> fields;
  std::vector<std::vector<std::string>> rows;
  std::size_t values = 0;                    // cells that hold something
};

struct Seen {
  Audience audience = Audience::open;
  std::set<std::string> pages;               // paths, in the site's first language
  std::set<std::string> indicators;          // ids of those with data
  std::vector<SeenTable> tables;
  std::size_t values() const;
  const SeenTable* find(const std::string& dataset) const;
};

// `judged` is for management, that is, for all. By audience, the narrowest first.
std::vector<Seen> look_as_each(const Judged& judged, Diagnostics& diagnostics);

struct MoreOfTable {
  std::string dataset;
  std::vector<std::string> fields;           // that only the wider audience has; all of them when it alone has the file
  std::size_t rows = 0, values = 0;          // more
};

// What the wider of two has and the narrower has not.
struct More {
  std::vector<std::string> pages, indicators;
  std::vector<MoreOfTable> tables;           // those with something more
};
More more_of(const Seen& wide, const Seen& narrow);

// What the narrower one sees and the wider one does not, or sees otherwise; it must be nothing. A row that says only that a value is
// withheld shows nothing. At most a few, each as a file and what is in it.
std::vector<std::string> not_nested(const Seen& wide, const Seen& narrow);

std::string audiences_json(const Judged& judged, const std::vector<Seen>& all);

}  // namespace lagesbild
