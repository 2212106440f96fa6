// Which units have handed in what: a unit a row, a dataset and year or round a column. Delivered or missing, never how much: a unit may be
// so small that a number would be about a person.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/report.hpp"

namespace lagesbild::view {

struct CoverageHead {
  std::string dataset;
  std::string period;
  static constexpr auto fields() {
    return std::tuple{Field{"dataset", &CoverageHead::dataset, "what is delivered"},
                      Field{"period", &CoverageHead::period, "year or round"}};
  }
};

struct CoverageCell {
  std::string tone;
  std::string state;
  static constexpr auto fields() {
    return std::tuple{Field{"tone", &CoverageCell::tone, "class: good, bad, plain or stopped"},
                      Field{"state", &CoverageCell::state, "delivered or missing, in words"}};
  }
};

struct CoverageRow {
  std::string name;
  std::string gone;
  std::vector<CoverageCell> cells;
  // For the table only.
  std::string id;
  std::string last_day;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &CoverageRow::name, "the unit's name"},
                      Field{"gone", &CoverageRow::gone, "until when it existed, in words; empty: it still does"},
                      Field{"cells", &CoverageRow::cells, "one a column"}};
  }
};

struct ForumName {
  std::string name;
  std::string span;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &ForumName::name, "the forum's name"}, Field{"span", &ForumName::span, "number of columns"}};
  }
};

struct CoverageGroup {
  std::optional<ForumName> forum;
  std::vector<CoverageRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"forum", &CoverageGroup::forum, "absent where units are not grouped"},
                      Field{"rows", &CoverageGroup::rows, "units in Swedish order"}};
  }
};

struct CoverageTotal {
  std::string dataset;
  std::string period;
  std::string delivered;
  std::string missing;
  std::string not_yet;
  bool is_missing = false;
  static constexpr auto fields() {
    return std::tuple{Field{"dataset", &CoverageTotal::dataset, "what is delivered"},
                      Field{"period", &CoverageTotal::period, "year or round"},
                      Field{"delivered", &CoverageTotal::delivered, "number of units"},
                      Field{"missing", &CoverageTotal::missing, "number of units"},
                      Field{"not_yet", &CoverageTotal::not_yet, "number of units that have time left"},
                      Field{"is_missing", &CoverageTotal::is_missing, "more than none is missing"}};
  }
};

struct MissingUnits {
  std::string heading;
  bool listed = false;
  std::vector<Note> names;
  static constexpr auto fields() {
    return std::tuple{Field{"heading", &MissingUnits::heading, "what is missing for how many"},
                      Field{"listed", &MissingUnits::listed, "not so many that the table says it better"},
                      Field{"names", &MissingUnits::names, "the units, when they are listed"}};
  }
};

struct MissingList {
  std::vector<MissingUnits> periods;
  static constexpr auto fields() { return std::tuple{Field{"periods", &MissingList::periods, "by dataset and period"}}; }
};

struct CoverageTable {
  std::string caption;
  std::string csv;
  std::vector<CoverageHead> columns;
  std::vector<CoverageTotal> totals;
  std::vector<CoverageGroup> groups;
  static constexpr auto fields() {
    return std::tuple{Field{"caption", &CoverageTable::caption, "what the table shows"},
                      Field{"csv", &CoverageTable::csv, "address of the same table for Excel"},
                      Field{"columns", &CoverageTable::columns, "by dataset, then period"},
                      Field{"totals", &CoverageTable::totals, "the same columns, a row each, with numbers of units"},
                      Field{"groups", &CoverageTable::groups, "by forum"}};
  }
};

struct CoveragePage {
  ReportShell shell;
  std::string lead;
  std::optional<Note> preliminary;
  std::optional<CoverageTable> table;
  std::optional<MissingList> missing;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &CoveragePage::shell, "what stands around the page"},
                      Field{"lead", &CoveragePage::lead, "what is missing, in sentences, or why nothing is known"},
                      Field{"preliminary", &CoveragePage::preliminary, "said when the data has errors"},
                      Field{"table", &CoveragePage::table, "absent when nothing is expected of anybody"},
                      Field{"missing", &CoveragePage::missing, "which units; absent when nothing is missing"}};
  }
};

CoveragePage coverage_page(const ReportData& data, const Texts& texts);

// The latest period that is over of each dataset, in a sentence each, or why nothing is known.
std::vector<Note> coverage_findings(const ReportData& data, const Texts& texts);
// Said of them when the data has errors.
std::optional<Note> coverage_reserve(const ReportData& data, const Texts& texts);

}  // namespace lagesbild::view
