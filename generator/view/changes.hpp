// What has changed between two releases of a site, as plain values, before they are words. compare/ makes them of two built sites. A value
// that a release withholds is not here: a row that is gone or is withheld in one of the two tells so and has no columns.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"

namespace lagesbild::view {

struct ReleaseId {
  std::string release;
  std::string as_of;                // YYYY-MM-DD, as all dates here
  std::string version;              // of the program
  std::string region;
  std::string notice;               // such as that the data is fictional; empty: none
};

// Something that a site is made of and that is not the same in both. Two releases of the same program, sources and settings have none.
struct Cause {
  enum class Kind : std::uint8_t { source, definition, settings, as_of, program };
  enum class State : std::uint8_t { changed, added, removed };
  Kind kind = Kind::source;
  State state = State::changed;
  std::string id;                   // of a definition; where a source is
  std::string dataset;              // of a source or a definition
  std::string title;                // of a source
  std::string from;                 // date of a source, as_of, version; empty: there was none
  std::string to;
};

struct ColumnChange {
  std::string name;                 // as in the file
  std::string title;
  std::string from;                 // as in the files; empty: no value
  std::string to;
  std::optional<Decimal> number_from;
  std::optional<Decimal> number_to;
  std::optional<Decimal> difference;  // both are numbers
};

struct RowChange {
  enum class What : std::uint8_t { changed, withheld, shown, added, removed };  // withheld, shown: now, and not so before
  What what = What::changed;
  std::vector<std::string> key;
  std::string name;                 // of the indicator and of the unit that it is about; empty: none
  std::vector<ColumnChange> columns;
  double size = 0;                  // 0-1: the largest change of a column, against the largest value of that column
  std::vector<std::size_t> because;  // indices of causes; none: not known
};
inline constexpr std::size_t whats = 5;
using Counts = std::array<std::size_t, whats>;  // by What

struct TableChanges {
  std::string name;
  std::string title;
  std::vector<std::string> new_columns;
  std::vector<std::string> lost_columns;
  std::vector<RowChange> rows;      // in the order of the new file, then those that are gone in the order of the old one
  Counts counts{};
};

struct Changes {
  std::string site;
  std::string language;             // of titles: the site's first one
  ReleaseId before;
  ReleaseId after;
  bool sources_known = true;        // no: one of the two was built before sites told their sources
  std::vector<Cause> causes;
  std::vector<TableChanges> tables;  // all, also without changes
  Counts counts{};
};

}  // namespace lagesbild::view
