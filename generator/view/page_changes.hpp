// What has changed between two releases, in words: a page of its own, outside both sites, and the same words as plain text. The largest
// changes of each table come first, at most so many; all of them are in diff.json.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/changes.hpp"
#include "view/fields.hpp"
#include "view/note.hpp"
#include "view/report.hpp"
#include "view/texts.hpp"

namespace lagesbild::view {

struct ReleaseRow {
  std::string label;
  std::string before;
  std::string after;
  static constexpr auto fields() {
    return std::tuple{Field{"label", &ReleaseRow::label, "what about the release"},
                      Field{"before", &ReleaseRow::before, "of the old one"},
                      Field{"after", &ReleaseRow::after, "of the new one"}};
  }
};

struct CauseRow {
  std::string kind;
  std::string what;
  std::string where;
  std::string state;
  std::string before;
  std::string after;
  static constexpr auto fields() {
    return std::tuple{Field{"kind", &CauseRow::kind, "source, definition, ... in words"},
                      Field{"what", &CauseRow::what, "which one; empty when there is only one"},
                      Field{"where", &CauseRow::where, "the place of a source, or empty"},
                      Field{"state", &CauseRow::state, "changed, new or removed, in words"},
                      Field{"before", &CauseRow::before, "date or version, or a dash"},
                      Field{"after", &CauseRow::after, "the same"}};
  }
};

struct CauseTable {
  std::vector<CauseRow> rows;
  static constexpr auto fields() { return std::tuple{Field{"rows", &CauseTable::rows, "sources first"}}; }
};

struct ValueRow {
  std::string column;
  std::string before;
  std::string after;
  std::string difference;
  static constexpr auto fields() {
    return std::tuple{Field{"column", &ValueRow::column, "title of the column"},
                      Field{"before", &ValueRow::before, "the old value"},
                      Field{"after", &ValueRow::after, "the new value"},
                      Field{"difference", &ValueRow::difference, "with its sign; empty unless both are numbers"}};
  }
};

struct RowCause {
  std::string text;
  std::string span;
  static constexpr auto fields() {
    return std::tuple{Field{"text", &RowCause::text, "causes of a row, in words"},
                      Field{"span", &RowCause::span, "as that of the row"}};
  }
};

struct ChangedRow {
  std::string label;
  std::string name;
  std::string span;
  std::optional<ValueRow> first;
  std::vector<ValueRow> others;
  std::optional<Note> state;
  std::optional<RowCause> because;
  static constexpr auto fields() {
    return std::tuple{Field{"label", &ChangedRow::label, "the row's key"},
                      Field{"name", &ChangedRow::name, "of the indicator and the unit that it is about; may be empty"},
                      Field{"span", &ChangedRow::span, "how many values have changed, at least 1"},
                      Field{"first", &ChangedRow::first, "the first of them"},
                      Field{"others", &ChangedRow::others, "the rest"},
                      Field{"state", &ChangedRow::state, "instead of values: new, removed, no longer shown"},
                      Field{"because", &ChangedRow::because, "the cause, in a table whose rows do not all have the same"}};
  }
};

struct ChangedTable {
  std::string id;
  std::string title;
  std::string name;
  std::string lead;
  std::string caption;
  std::vector<Note> notes;
  std::optional<Note> because_head;
  std::vector<ChangedRow> rows;
  std::optional<Note> more;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &ChangedTable::id, "anchor on the page"},
                      Field{"title", &ChangedTable::title, "of the dataset"},
                      Field{"name", &ChangedTable::name, "the file's name without its ending"},
                      Field{"lead", &ChangedTable::lead, "how many rows have changed"},
                      Field{"caption", &ChangedTable::caption, "what the table shows"},
                      Field{"notes", &ChangedTable::notes, "the cause, if all rows have the same; columns that came or went"},
                      Field{"because_head", &ChangedTable::because_head, "heading of the causes, where they differ between rows"},
                      Field{"rows", &ChangedTable::rows, "the largest changes first"},
                      Field{"more", &ChangedTable::more, "how many are left out"}};
  }
};

struct ChangesPage {
  ReportShell shell;
  std::string lead;
  std::vector<Note> notes;
  std::vector<ReleaseRow> releases;
  std::optional<CauseTable> causes;
  std::vector<ChangedTable> tables;
  std::optional<Note> unchanged;
  std::string json;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &ChangesPage::shell, "what stands around the page"},
                      Field{"lead", &ChangesPage::lead, "how much has changed"},
                      Field{"notes", &ChangesPage::notes, "what to know about it, in sentences; may be none"},
                      Field{"releases", &ChangesPage::releases, "id, day and program of both, and the region if it has got another name"},
                      Field{"causes", &ChangesPage::causes, "what may have caused the changes; absent when nothing is known"},
                      Field{"tables", &ChangesPage::tables, "those with changes"},
                      Field{"unchanged", &ChangesPage::unchanged, "the others, in a sentence"},
                      Field{"json", &ChangesPage::json, "address of all changes as JSON"}};
  }
};

inline constexpr const char* changes_data = "diff.json";
inline constexpr std::size_t most_changes_on_page = 100;  // of a table
inline constexpr std::size_t most_changes_as_text = 20;

ChangesPage changes_page(const Changes& changes, const Texts& texts, std::size_t most);

// The page as lines for a terminal.
std::string changes_text(const ChangesPage& page, const Texts& texts);

}  // namespace lagesbild::view
