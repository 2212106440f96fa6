#include "view/page_changes.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using What = RowChange::What;

constexpr const char* dash = "–";
constexpr std::size_t longest_label = 90;  // of a row without a key: it is told by all its cells

std::string cut(const std::string& text) {
  if (text.size() <= longest_label) return text;
  std::size_t end = longest_label;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

class PageWriter {
 public:
  PageWriter(const Changes& changes, const Texts& texts, std::size_t most) : changes_(changes), texts_(texts), most_(most) {}

  ChangesPage write() const {
    ChangesPage page;
    page.shell = shell();
    page.lead = lead();
    page.notes = notes();
    const ReleaseId& before = changes_.before;
    const ReleaseId& after = changes_.after;
    page.releases = {{texts_.say("changes.release"), before.release, after.release},
                     {texts_.say("changes.day"), before.as_of, after.as_of},
                     {texts_.say("changes.program"), before.version, after.version}};
    if (before.region != after.region) page.releases.push_back({texts_.say("changes.region"), before.region, after.region});
    if (!changes_.causes.empty()) page.causes = CauseTable{};
    for (const Cause& cause : changes_.causes) page.causes->rows.push_back(cause_row(cause));
    std::vector<std::string> unchanged;
    for (const TableChanges& table : changes_.tables) {
      if (is_changed(table)) page.tables.push_back(changed_table(table));
      else unchanged.push_back(title_of(table));
    }
    if (!unchanged.empty() && !page.tables.empty()) {
      page.unchanged = Note{texts_.say("changes.unchanged", {{"tables", join_in_words(texts_, unchanged)}})};
    }
    page.json = changes_data;
    return page;
  }

 private:
  ReportShell shell() const {
    ReportShell shell;
    shell.lang = to_string(texts_.language());
    shell.title = texts_.say("changes.heading") + " – " + changes_.after.region;
    shell.region = changes_.after.region;
    const ReleaseId& before = changes_.before;
    const ReleaseId& after = changes_.after;
    shell.as_of = before.as_of == after.as_of ? texts_.say("report.as_of", {{"date", after.as_of}})
                                              : texts_.say("changes.as_of", {{"before", before.as_of}, {"after", after.as_of}});
    if (!after.notice.empty()) shell.notice = Note{after.notice};
    shell.contact = texts_.say("changes.compared", {{"before", before.release}, {"after", after.release}});
    shell.made_by = texts_.say("changes.made_by", {{"version", after.version}});
    return shell;
  }

  static bool is_changed(const TableChanges& table) {
    return !table.rows.empty() || !table.new_columns.empty() || !table.lost_columns.empty();
  }

  bool any_table() const { return std::any_of(changes_.tables.begin(), changes_.tables.end(), is_changed); }

  std::string lead() const {
    if (!any_table()) return texts_.say(changes_.causes.empty() ? "changes.nothing" : "changes.no_values");
    const auto rows = [](const TableChanges& table) { return !table.rows.empty(); };
    const auto tables = std::count_if(changes_.tables.begin(), changes_.tables.end(), rows);
    if (tables == 0) return texts_.say("changes.no_values");
    return texts_.counted("changes.lead", tables, {{"what", in_words(changes_.counts)}});
  }

  std::string in_words(const Counts& counts) const {
    std::vector<std::string> parts;
    const auto part = [&](What what, const char* key) {
      const auto n = static_cast<std::int64_t>(counts[static_cast<std::size_t>(what)]);
      if (n > 0) parts.push_back(texts_.counted(key, n));
    };
    part(What::changed, "changes.changed");
    part(What::withheld, "changes.withheld");
    part(What::shown, "changes.shown");
    part(What::added, "changes.added");
    part(What::removed, "changes.removed");
    return join_in_words(texts_, parts);
  }

  std::vector<Note> notes() const {
    std::vector<Note> all;
    const auto moved = [](const Cause& cause) { return cause.kind == Cause::Kind::as_of; };
    if (std::any_of(changes_.causes.begin(), changes_.causes.end(), moved)) all.push_back({texts_.say("changes.ages")});
    if (!changes_.sources_known) all.push_back({texts_.say("changes.no_sources")});
    const bool same = changes_.before.release == changes_.after.release;
    if (!same && changes_.causes.empty() && !any_table()) all.push_back({texts_.say("changes.other_differences")});
    return all;
  }

  CauseRow cause_row(const Cause& cause) const {
    const auto or_dash = [](const std::string& text) { return text.empty() ? std::string{dash} : text; };
    CauseRow row{{}, {}, {}, state_of(cause.state), or_dash(cause.from), or_dash(cause.to)};
    switch (cause.kind) {
      case Cause::Kind::source:
        row.kind = texts_.say("changes.kind_source");
        row.what = cause.title;
        row.where = cause.id;
        break;
      case Cause::Kind::definition:
        row.kind = texts_.say("changes.kind_definition");
        row.what = cause.id;
        break;
      case Cause::Kind::settings:
        row.kind = texts_.say("changes.kind_settings");
        row.state = texts_.say("changes.state_changed_settings");
        break;
      case Cause::Kind::as_of:
        row.kind = texts_.say("changes.kind_as_of");
        row.state = texts_.say("changes.state_changed_as_of");
        break;
      case Cause::Kind::program:
        row.kind = texts_.say("changes.kind_program");
        row.state = texts_.say("changes.state_changed_program");
        break;
    }
    return row;
  }

  std::string state_of(Cause::State state) const {
    switch (state) {
      case Cause::State::added: return texts_.say("changes.state_added");
      case Cause::State::removed: return texts_.say("changes.state_removed");
      default: return texts_.say("changes.state_changed");
    }
  }

  std::string cause_in_words(const Cause& cause) const {
    switch (cause.kind) {
      case Cause::Kind::source: return texts_.say("changes.from_source", {{"title", cause.title}});
      case Cause::Kind::definition: return texts_.say("changes.from_definition", {{"id", cause.id}});
      case Cause::Kind::settings: return texts_.say("changes.from_settings");
      case Cause::Kind::as_of: return texts_.say("changes.from_as_of");
      default: return texts_.say("changes.from_program");
    }
  }

  std::string causes_in_words(const std::vector<std::size_t>& because) const {
    std::vector<std::string> parts;
    for (const std::size_t cause : because) {
      std::string words = cause_in_words(changes_.causes[cause]);
      if (std::find(parts.begin(), parts.end(), words) == parts.end()) parts.push_back(std::move(words));
    }
    return parts.empty() ? texts_.say("changes.unknown") : join_in_words(texts_, parts);
  }

  // Titles are in the site's first language; what a reader of another one can look up is the name in the file.
  bool has_our_titles() const { return changes_.language.empty() || changes_.language == to_string(texts_.language()); }
  std::string title_of(const TableChanges& table) const { return has_our_titles() ? table.title : table.name; }

  ChangedTable changed_table(const TableChanges& table) const {
    ChangedTable made;
    made.id = table.name;
    made.title = title_of(table);
    made.name = table.name;
    made.lead = in_words(table.counts);
    made.caption = texts_.say("changes.table_caption", {{"table", made.title}});
    if (!table.rows.empty()) {
      const auto& first = table.rows.front().because;
      const auto alike = [&](const RowChange& row) { return row.because == first; };
      if (std::all_of(table.rows.begin(), table.rows.end(), alike)) {
        made.notes.push_back({texts_.say("changes.because", {{"cause", causes_in_words(first)}})});
      } else {
        made.because_head = Note{texts_.say("changes.because_head")};
      }
    }
    const auto columns = [&](const std::vector<std::string>& names, std::string sentence) {
      if (!names.empty()) made.notes.push_back({std::move(sentence)});
    };
    columns(table.new_columns, texts_.say("changes.new_columns", {{"columns", join_in_words(texts_, table.new_columns)}}));
    columns(table.lost_columns, texts_.say("changes.lost_columns", {{"columns", join_in_words(texts_, table.lost_columns)}}));
    const std::vector<std::size_t> order = largest_first(table.rows);
    for (std::size_t i = 0; i < std::min(most_, order.size()); ++i) {
      made.rows.push_back(changed_row(table.rows[order[i]], made.because_head.has_value()));
    }
    if (order.size() > most_) made.more = Note{texts_.counted("changes.more", static_cast<std::int64_t>(order.size() - most_))};
    return made;
  }

  static std::vector<std::size_t> largest_first(const std::vector<RowChange>& rows) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::pair{rows[a].what, -rows[a].size} < std::pair{rows[b].what, -rows[b].size};
    });
    return order;
  }

  ChangedRow changed_row(const RowChange& row, bool tells_cause) const {
    ChangedRow made;
    for (const std::string& part : row.key) {
      if (!part.empty()) made.label += (made.label.empty() ? "" : " · ") + part;
    }
    made.label = cut(made.label);
    made.name = row.name;
    const auto named = [&](std::string_view name) {
      return std::any_of(row.columns.begin(), row.columns.end(), [&](const ColumnChange& one) { return one.name == name; });
    };
    const bool value = named("value");
    for (const ColumnChange& column : row.columns) {
      if (value && (column.name == "lower" || column.name == "upper")) continue;  // its interval goes with it
      if (made.first) made.others.push_back(value_row(column));
      else made.first = value_row(column);
    }
    made.span = std::to_string(1 + made.others.size());
    if (tells_cause) made.because = RowCause{causes_in_words(row.because), made.span};
    switch (row.what) {
      case What::changed: break;
      case What::withheld: made.state = Note{texts_.say("changes.row_withheld")}; break;
      case What::shown: made.state = Note{texts_.say("changes.row_shown")}; break;
      case What::added: made.state = Note{texts_.say("changes.row_added")}; break;
      case What::removed: made.state = Note{texts_.say("changes.row_removed")}; break;
    }
    return made;
  }

  ValueRow value_row(const ColumnChange& column) const {
    const auto value = [&](const std::string& text, const std::optional<Decimal>& number) {
      if (text.empty()) return texts_.say("changes.empty");
      return number ? number->text(texts_.language()) : text;
    };
    ValueRow row{has_our_titles() ? column.title : column.name, value(column.from, column.number_from),
                 value(column.to, column.number_to), {}};
    if (column.difference) {
      const std::string text = column.difference->text(texts_.language());
      row.difference = text.starts_with("\u2212") || column.difference->is_zero() ? text : "+" + text;
    }
    return row;
  }

  const Changes& changes_;
  const Texts& texts_;
  std::size_t most_;
};

}  // namespace

ChangesPage changes_page(const Changes& changes, const Texts& texts, std::size_t most) { return PageWriter{changes, texts, most}.write(); }

}  // namespace lagesbild::view
