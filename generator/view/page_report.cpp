#include "view/page_report.hpp"

#include <algorithm>

#include "base/excerpt.hpp"
#include "base/messages.hpp"
#include "view/page_coverage.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

constexpr const char* dash = "–";
constexpr std::size_t shown_of_sha256 = 12;

struct Status {
  const char* tone;
  const char* key;
};

Status status_of(const ReportFile& file) {
  const bool delivered = !file.contents.empty();
  if (file.errors() > 0) return {"bad", "report.must_be_mended"};
  if (delivered && !file.bytes) return {"bad", "report.did_not_come"};
  if (delivered && !file.rows) return {"plain", "report.not_read"};
  if (file.warnings() > 0) return {"warn", "report.should_be_looked_at"};
  return {"good", "report.nothing_to_remark"};
}

std::string contents_of(const ReportFile& file, const Texts& texts) {
  std::vector<std::string> titles;
  for (const Localized& title : file.contents) titles.push_back(title.in(texts.language()));
  return join_in_words(texts, titles);
}

std::string rows_of(const ReportFile& file, const Texts& texts) {
  return file.rows ? texts.number(static_cast<std::int64_t>(*file.rows)) : dash;
}

std::string size_of(const ReportFile& file, const Texts& texts) { return file.bytes ? size_in_words(texts, *file.bytes) : dash; }

std::string sha256_of(const ReportFile& file) { return file.sha256.empty() ? dash : file.sha256.substr(0, shown_of_sha256); }

ReportFileRow row_of(const ReportFile& file, const Texts& texts) {
  const auto [tone, status] = status_of(file);
  const auto number = [&](std::size_t n) { return texts.number(static_cast<std::int64_t>(n)); };
  return {file.stem + ".html",  cleaned(file.name),    contents_of(file, texts), tone,
          texts.say(status),    number(file.errors()), number(file.warnings()),  rows_of(file, texts),
          size_of(file, texts), sha256_of(file),       file.stem + ".csv"};
}

struct PlaceInWords {
  std::string place;
  std::string detail;
  std::string both() const { return detail.empty() ? place : place + ", " + detail; }
};

// A cell of a workbook is Enheter!C5; the column of any other place counts characters, which people need only where there is no heading.
PlaceInWords in_words(const Place& place, const std::string& heading, const Texts& texts) {
  PlaceInWords words;
  const std::string column = heading.empty() ? heading : texts.say("report.column", {{"heading", cleaned(heading)}});
  if (!place.cell.empty()) {
    const std::size_t mark = place.cell.rfind('!');
    words.place = texts.say("report.cell", {{"cell", cleaned(mark == std::string::npos ? place.cell : place.cell.substr(mark + 1))}});
    if (mark != std::string::npos) words.detail = texts.say("report.sheet", {{"sheet", cleaned(place.cell.substr(0, mark))}});
    if (!column.empty()) words.detail += words.detail.empty() ? column : ", " + column;
    return words;
  }
  if (place.line <= 0) return {texts.say("report.whole_file"), {}};
  words.place = texts.say("report.row", {{"row", std::to_string(place.line)}});
  words.detail = column;
  if (column.empty() && place.column > 0) words.detail = texts.say("report.character", {{"character", std::to_string(place.column)}});
  return words;
}

std::string sheet_of(const Place& place) { return place.cell.substr(0, std::min(place.cell.rfind('!'), place.cell.size())); }

// The column's heading; without one C of Enheter!C5, or the number of the character in a file with lines.
std::string column_of(const Diagnostic& one) {
  const Place& place = one.place;
  if (!one.heading.empty()) return cleaned(one.heading);
  if (place.cell.empty()) return place.column > 0 ? std::to_string(place.column) : std::string{};
  const std::size_t mark = place.cell.rfind('!');
  const std::string cell = mark == std::string::npos ? place.cell : place.cell.substr(mark + 1);
  return cell.substr(0, cell.find_first_of("0123456789"));
}

std::string see_also(const ReportData& data, const ReportFile& file, const Place& other, const Texts& texts) {
  if (other.file.empty()) return {};
  const std::string place = in_words(other, {}, texts).both();
  if (other.file == file.path) return place;
  const auto known = std::find_if(data.files.begin(), data.files.end(), [&](const ReportFile& one) { return one.path == other.file; });
  return texts.say("report.place_in_file", {{"place", place}, {"file", cleaned(known == data.files.end() ? other.file : known->name)}});
}

ComplaintRow row_of(const ReportData& data, const ReportFile& file, const Diagnostic& one, const Texts& texts) {
  const PlaceInWords where = in_words(one.place, one.heading, texts);
  ComplaintRow row;
  row.place = where.place;
  row.detail = where.detail;
  row.tone = one.severity == Severity::error ? "bad" : "warn";
  row.severity = severity_word(one.severity, texts.language());
  row.message = message_text(one, texts.language());
  row.see_also = see_also(data, file, one.other, texts);
  row.has_other = !row.see_also.empty();
  row.has_excerpt = !one.excerpt.empty() && !file.about_persons;
  if (row.has_excerpt) {
    MarkedLine line = marked_line(one.excerpt, one.place.column, one.length);
    row.before = std::move(line.before);
    row.marked = std::move(line.marked);
    row.after = std::move(line.after);
  }
  row.hint = hint_text(one, texts.language());
  row.row = one.place.line > 0 ? std::to_string(one.place.line) : std::string{};
  row.column = column_of(one);
  row.code = one.code.id;
  return row;
}

bool comes_before(const Diagnostic* a, const Diagnostic* b) {
  const auto order = [](const Place& place) { return std::tuple{sheet_of(place), place.line, place.cell.empty() ? place.column : 0}; };
  return order(a->place) < order(b->place);
}

void add_notes(ReportPage& page, const ReportData& data, const Texts& texts) {
  if (data.errors() == 0) return;
  page.notes.push_back({texts.say("report.more_may_come")});
  const auto unread = std::count_if(data.files.begin(), data.files.end(), [](const ReportFile& file) {
    return !file.contents.empty() && file.bytes && !file.rows && file.errors() == 0;
  });
  if (unread > 0) page.notes.push_back({texts.counted("report.unread", unread)});
}

}  // namespace

std::vector<ComplaintRow> complaint_rows(const ReportData& data, const ReportFile& file, const Texts& texts, std::size_t most) {
  std::size_t errors_left = std::min(file.errors(), most);
  std::size_t warnings_left = most - errors_left;
  std::vector<const Diagnostic*> chosen;
  for (const Diagnostic& one : file.complaints) {
    std::size_t& left = one.severity == Severity::error ? errors_left : warnings_left;
    if (left == 0) continue;
    --left;
    chosen.push_back(&one);
  }
  std::stable_sort(chosen.begin(), chosen.end(), comes_before);
  std::vector<ComplaintRow> rows;
  rows.reserve(chosen.size());
  for (const Diagnostic* one : chosen) rows.push_back(row_of(data, file, *one, texts));
  return rows;
}

ReportPage report_page(const ReportData& data, const Texts& texts) {
  ReportPage page;
  page.shell = report_shell(data, texts, texts.say("report.heading"), ReportPlace::first_page);
  page.lead = complaints_in_words(texts, data.errors(), data.warnings());
  add_notes(page, data, texts);
  ReportFiles others;
  for (const ReportFile& file : data.files) (file.contents.empty() ? others.rows : page.files).push_back(row_of(file, texts));
  if (!others.rows.empty()) page.others = std::move(others);
  page.coverage = coverage_findings(data, texts);
  page.coverage_reserve = coverage_reserve(data, texts);
  page.coverage_href = coverage_html;
  return page;
}

ReportFilePage report_file_page(const ReportData& data, const ReportFile& file, const Texts& texts) {
  ReportFilePage page;
  page.shell = report_shell(data, texts, cleaned(file.name), ReportPlace::other_page);
  page.name = cleaned(file.name);
  const bool delivered = !file.contents.empty();
  page.lead = file.complaints.empty() && status_of(file).tone != std::string_view{"good"}
                  ? texts.say(file.bytes ? "report.file_not_read" : "report.file_did_not_come")
                  : complaints_in_words(texts, file.errors(), file.warnings());
  if (file.errors() > 0) page.notes.push_back({texts.say(delivered ? "report.what_to_do" : "report.what_to_do_site")});
  if (file.about_persons && !file.complaints.empty()) page.notes.push_back({texts.say("report.about_persons")});
  const auto add = [&](const char* key, std::string value) {
    if (!value.empty()) page.facts.push_back({texts.say(key), std::move(value)});
  };
  if (delivered) {
    add("report.contents", contents_of(file, texts));
    add("report.rows", rows_of(file, texts));
    add("report.size", size_of(file, texts));
    add("report.updated", file.updated ? to_string(*file.updated) : std::string{});
    add("report.checksum", sha256_of(file));
  }
  if (file.complaints.empty()) return page;
  page.complaints = ComplaintTable{texts.say("report.complaints_caption", {{"file", page.name}}), file.stem + ".csv",
                                   complaint_rows(data, file, texts, most_complaints_on_page)};
  if (file.complaints.size() > page.complaints->rows.size()) {
    page.notes.push_back({texts.counted("report.not_all_on_page", static_cast<std::int64_t>(page.complaints->rows.size()),
                                        {{"all", texts.number(static_cast<std::int64_t>(file.complaints.size()))}})});
  }
  return page;
}

}  // namespace lagesbild::view
