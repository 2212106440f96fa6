#include "view/page_changes.hpp"

namespace lagesbild::view {
namespace {

std::string from_to(const std::string& before, const std::string& after) {
  return before == after ? before : before + " → " + after;
}

std::string line_of(const ValueRow& value) {
  return value.column + ": " + from_to(value.before, value.after) + (value.difference.empty() ? "" : " (" + value.difference + ")");
}

std::string lines_of(const ChangedRow& row, const Texts& texts) {
  std::string text = "  " + row.label + (row.name.empty() ? "" : ", " + row.name);
  if (row.state) text += ": " + row.state->text;
  text += "\n";
  if (row.first) text += "    " + line_of(*row.first) + "\n";
  for (std::size_t i = 0; i < row.others.size(); ++i) text += (i == 0 ? "    " : "; ") + line_of(row.others[i]);
  if (!row.others.empty()) text += "\n";
  if (row.because) text += "    " + texts.say("changes.because", {{"cause", row.because->text}}) + "\n";
  return text;
}

std::string lines_of(const ChangedTable& table, const Texts& texts) {
  std::string text = "\n" + table.title + (table.title == table.name ? "" : " (" + table.name + ")");
  text += (table.lead.empty() ? "" : ": " + table.lead) + "\n";
  for (const Note& note : table.notes) text += "  " + note.text + "\n";
  for (const ChangedRow& row : table.rows) text += lines_of(row, texts);
  if (table.more) text += "  " + table.more->text + " (" + texts.say("changes.with_all") + ")\n";
  return text;
}

}  // namespace

std::string changes_text(const ChangesPage& page, const Texts& texts) {
  std::string text = page.shell.region + "\n";
  if (page.shell.notice) text += page.shell.notice->text + "\n";
  for (const ReleaseRow& row : page.releases) text += "  " + row.label + ": " + from_to(row.before, row.after) + "\n";
  text += "\n" + page.lead + "\n";
  for (const Note& note : page.notes) text += note.text + "\n";
  if (page.causes) text += "\n" + texts.say("changes.causes") + "\n";
  for (const CauseRow& row : page.causes ? page.causes->rows : std::vector<CauseRow>{}) {
    text += "  " + row.kind + (row.what.empty() ? "" : " " + row.what) + (row.where.empty() ? "" : " (" + row.where + ")");
    text += ": " + row.state;
    if (row.before != "–" || row.after != "–") text += ", " + from_to(row.before, row.after);
    text += "\n";
  }
  for (const ChangedTable& table : page.tables) text += lines_of(table, texts);
  if (page.unchanged) text += "\n" + page.unchanged->text + "\n";
  return text;
}

}  // namespace lagesbild::view
