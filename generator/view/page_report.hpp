// The first page of a data quality report, with the delivered files, and the page of one file, with all that is wrong with it. A report may
// be mailed a page at a time, so every row says what it is about without the others.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/report.hpp"

namespace lagesbild::view {

struct ReportFileRow {
  std::string href;
  std::string name;
  std::string contents;
  std::string tone;
  std::string status;
  std::string errors;
  std::string warnings;
  std::string rows;
  std::string size;
  std::string sha256;
  std::string csv;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &ReportFileRow::href, "the file's page"},
                      Field{"name", &ReportFileRow::name, "the file's name, with its folder"},
                      Field{"contents", &ReportFileRow::contents, "what it is a source of; may be empty"},
                      Field{"tone", &ReportFileRow::tone, "class of the status: bad, warn, good or plain"},
                      Field{"status", &ReportFileRow::status, "whether it must be mended, in words"},
                      Field{"errors", &ReportFileRow::errors, "number of errors"},
                      Field{"warnings", &ReportFileRow::warnings, "number of warnings"},
                      Field{"rows", &ReportFileRow::rows, "number of rows, or a dash"},
                      Field{"size", &ReportFileRow::size, "in words, or a dash"},
                      Field{"sha256", &ReportFileRow::sha256, "first twelve characters of the checksum, or a dash"},
                      Field{"csv", &ReportFileRow::csv, "address of the same complaints for Excel"}};
  }
};

struct ReportFiles {
  std::vector<ReportFileRow> rows;
  static constexpr auto fields() { return std::tuple{Field{"rows", &ReportFiles::rows, "one row a file"}}; }
};

struct ReportPage {
  ReportShell shell;
  std::string lead;
  std::vector<Note> notes;
  std::vector<ReportFileRow> files;
  std::optional<ReportFiles> others;
  std::vector<Note> coverage;
  std::optional<Note> coverage_reserve;
  std::string coverage_href;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &ReportPage::shell, "what stands around the page"},
                      Field{"lead", &ReportPage::lead, "how much there is to mend, in a sentence or two"},
                      Field{"notes", &ReportPage::notes, "what has not been looked at yet, in sentences; may be none"},
                      Field{"files", &ReportPage::files, "what was delivered"},
                      Field{"others", &ReportPage::others, "files of the site's own that something is wrong with"},
                      Field{"coverage", &ReportPage::coverage, "what has come in and what is missing, in sentences"},
                      Field{"coverage_reserve", &ReportPage::coverage_reserve, "said of that when the data has errors"},
                      Field{"coverage_href", &ReportPage::coverage_href, "address of the page about that"}};
  }
};

struct ComplaintRow {
  std::string place;
  std::string detail;
  std::string tone;
  std::string severity;
  std::string message;
  bool has_other = false;
  std::string see_also;
  bool has_excerpt = false;
  std::string before;
  std::string marked;
  std::string after;
  std::string hint;
  // For the table only.
  std::string row;
  std::string column;
  std::string code;
  static constexpr auto fields() {
    return std::tuple{Field{"place", &ComplaintRow::place, "row or cell, in words"},
                      Field{"detail", &ComplaintRow::detail, "which column or character, and which sheet; may be empty"},
                      Field{"tone", &ComplaintRow::tone, "class: bad or warn"},
                      Field{"severity", &ComplaintRow::severity, "error or warning, in words"},
                      Field{"message", &ComplaintRow::message, "what was seen"},
                      Field{"has_other", &ComplaintRow::has_other, "two places disagree"},
                      Field{"see_also", &ComplaintRow::see_also, "the other one of them"},
                      Field{"has_excerpt", &ComplaintRow::has_excerpt, "the line can be shown"},
                      Field{"before", &ComplaintRow::before, "the line up to what is wrong"},
                      Field{"marked", &ComplaintRow::marked, "what is wrong; empty when something is missing there"},
                      Field{"after", &ComplaintRow::after, "the rest of the line"},
                      Field{"hint", &ComplaintRow::hint, "how to mend it; may be empty"}};
  }
};

struct ReportFact {
  std::string label;
  std::string value;
  static constexpr auto fields() {
    return std::tuple{Field{"label", &ReportFact::label, "what about the file"}, Field{"value", &ReportFact::value, "in words"}};
  }
};

struct ComplaintTable {
  std::string caption;
  std::string csv;
  std::vector<ComplaintRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"caption", &ComplaintTable::caption, "what the table shows"},
                      Field{"csv", &ComplaintTable::csv, "address of the same complaints for Excel"},
                      Field{"rows", &ComplaintTable::rows, "by place in the file"}};
  }
};

struct ReportFilePage {
  ReportShell shell;
  std::string name;
  std::string lead;
  std::vector<Note> notes;
  std::vector<ReportFact> facts;
  std::optional<ComplaintTable> complaints;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &ReportFilePage::shell, "what stands around the page"},
                      Field{"name", &ReportFilePage::name, "h1, the file's name"},
                      Field{"lead", &ReportFilePage::lead, "how much there is to mend"},
                      Field{"notes", &ReportFilePage::notes, "what to do, and what is left out, in sentences; may be none"},
                      Field{"facts", &ReportFilePage::facts, "what is known of the file"},
                      Field{"complaints", &ReportFilePage::complaints, "absent when there are none"}};
  }
};

inline constexpr std::size_t most_complaints_on_page = 500;
inline constexpr std::size_t most_complaints_in_table = 10'000;

ReportPage report_page(const ReportData& data, const Texts& texts);
ReportFilePage report_file_page(const ReportData& data, const ReportFile& file, const Texts& texts);

// At most so many, warnings left out before errors, by place in the file.
std::vector<ComplaintRow> complaint_rows(const ReportData& data, const ReportFile& file, const Texts& texts, std::size_t most);

}  // namespace lagesbild::view
