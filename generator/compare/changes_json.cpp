#include <string_view>

#include "base/json_text.hpp"
#include "compare/changes.hpp"

namespace lagesbild::compare {
namespace {

using view::Cause;
using view::RowChange;

constexpr std::array<std::string_view, view::whats> what_words = {"changed", "withheld", "shown", "added", "removed"};
constexpr std::array<std::string_view, 5> kind_words = {"source", "definition", "settings", "as_of", "program"};
constexpr std::array<std::string_view, 3> state_words = {"changed", "added", "removed"};

class ChangesWriter {
 public:
  std::string write(const view::Changes& changes) {
    json_.object([&] {
      json_.text("generator", "lagesbild diff");
      json_.text("site", changes.site);
      write("before", changes.before);
      write("after", changes.after);
      if (changes.sources_known) json_.yes("sources_known");
      json_.list("causes", [&] {
        for (const Cause& cause : changes.causes) write(cause);
      });
      write("rows", changes.counts);
      json_.list("tables", [&] {
        for (const view::TableChanges& table : changes.tables) write(table);
      });
    });
    return json_.take();
  }

 private:
  void texts(std::string_view key, const std::vector<std::string>& values) {
    json_.list(key, [&] {
      for (const std::string& value : values) json_.item(std::string_view{value});
    });
  }

  void text_if_any(std::string_view key, const std::string& value) {
    if (!value.empty()) json_.text(key, value);
  }

  void write(std::string_view key, const view::ReleaseId& release) {
    json_.object(key, [&] {
      json_.text("release", release.release);
      json_.text("as_of", release.as_of);
      json_.text("version", release.version);
      json_.text("region", release.region);
      text_if_any("notice", release.notice);
    });
  }

  void write(std::string_view key, const view::Counts& counts) {
    json_.object(key, [&] {
      for (std::size_t i = 0; i < view::whats; ++i) json_.number(what_words[i], static_cast<std::int64_t>(counts[i]));
    });
  }

  void write(const Cause& cause) {
    json_.object([&] {
      json_.text("kind", kind_words[static_cast<std::size_t>(cause.kind)]);
      json_.text("state", state_words[static_cast<std::size_t>(cause.state)]);
      text_if_any("dataset", cause.dataset);
      text_if_any(cause.kind == Cause::Kind::source ? "location" : "id", cause.id);
      text_if_any("title", cause.title);
      text_if_any("from", cause.from);
      text_if_any("to", cause.to);
    });
  }

  void write(const view::TableChanges& table) {
    json_.object([&] {
      json_.text("name", table.name);
      json_.text("title", table.title);
      texts("new_columns", table.new_columns);
      texts("lost_columns", table.lost_columns);
      write("rows", table.counts);
      json_.list("changes", [&] {
        for (const RowChange& row : table.rows) write(row);
      });
    });
  }

  void write(const RowChange& row) {
    json_.object([&] {
      json_.text("what", what_words[static_cast<std::size_t>(row.what)]);
      texts("key", row.key);
      text_if_any("name", row.name);
      if (!row.columns.empty()) {
        json_.list("columns", [&] {
          for (const view::ColumnChange& column : row.columns) write(column);
        });
      }
      json_.list("because", [&] {
        for (const std::size_t cause : row.because) json_.item(static_cast<std::int64_t>(cause));
      });
    });
  }

  void write(const view::ColumnChange& column) {
    json_.object([&] {
      json_.text("column", column.name);
      json_.text("from", column.from);
      json_.text("to", column.to);
      if (column.difference) json_.number("difference", *column.difference);
    });
  }

  JsonText json_;
};

}  // namespace

std::string changes_json(const view::Changes& changes) { return ChangesWriter{}.write(changes); }

}  // namespace lagesbild::compare
