// What a data quality report is made of, as plain values, and what stands around each of its pages. The report is not part of the site: it
// is sent to whoever delivered a file, often one page of it alone, so its pages link only to each other and hold no menu.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostics.hpp"
#include "base/localized.hpp"
#include "disclosure/coverage.hpp"
#include "view/fields.hpp"
#include "view/note.hpp"
#include "view/texts.hpp"

namespace lagesbild::view {

// A file that was to be delivered, or another one that something is wrong with.
struct ReportFile {
  std::string path;                     // as messages name it
  std::string name;                     // data/units.csv
  std::string stem;                     // fil-units: of its page and of its table
  std::vector<Localized> contents;      // what it is a source of; empty: a file of the site's own
  bool about_persons = false;           // a row is somebody's answers, so no row is repeated
  std::optional<Date> updated;
  std::optional<std::uint64_t> bytes;   // none: it could not be fetched
  std::optional<std::uint64_t> rows;    // none: it was not read, or not as a table
  std::string sha256;
  std::vector<Diagnostic> complaints;
  std::size_t errors() const;
  std::size_t warnings() const { return complaints.size() - errors(); }
};

struct ReportUnit {
  std::string id;
  std::string name;
  std::optional<std::size_t> forum;     // index into ReportData::forums
  std::optional<Date> valid_to;         // its last day, if that has passed
};

// A dataset that each unit delivers.
struct ReportDataset {
  std::string id;
  Localized title;
};

struct ReportData {
  Localized region;
  Localized notice;                     // empty: none
  Localized contact;
  Date as_of{};
  std::string version;
  std::vector<ReportFile> files;        // delivered ones by the order of the sources, then others
  std::vector<Localized> forums;
  std::vector<ReportUnit> units;        // empty: coverage is not known
  std::vector<ReportDataset> followed;
  std::vector<disclosure::CoverageColumn> coverage;
  std::size_t errors() const;
  std::size_t warnings() const;
};

struct ReportCrumb {
  std::string href;
  std::string label;
  std::string here;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &ReportCrumb::href, "the report's first page"}, Field{"label", &ReportCrumb::label, "its name"},
                      Field{"here", &ReportCrumb::here, "this page's name"}};
  }
};

struct ReportShell {
  std::string lang;
  std::string title;
  std::string region;
  std::string as_of;
  std::optional<Note> notice;
  std::optional<ReportCrumb> crumb;
  std::string contact;
  std::string made_by;
  static constexpr auto fields() {
    return std::tuple{Field{"lang", &ReportShell::lang, "language code of the page"},
                      Field{"title", &ReportShell::title, "the window's title"},
                      Field{"region", &ReportShell::region, "name of the region"},
                      Field{"as_of", &ReportShell::as_of, "which day the report is about, in words"},
                      Field{"notice", &ReportShell::notice, "such as that the data is fictional"},
                      Field{"crumb", &ReportShell::crumb, "the way to the report's first page, from the others"},
                      Field{"contact", &ReportShell::contact, "whom to ask"},
                      Field{"made_by", &ReportShell::made_by, "program and version"}};
  }
};

enum class ReportPlace : std::uint8_t { first_page, other_page };
ReportShell report_shell(const ReportData& data, const Texts& texts, const std::string& here, ReportPlace place);

// "3 fel måste rättas. En varning bör kontrolleras."
std::string complaints_in_words(const Texts& texts, std::size_t errors, std::size_t warnings);
std::string size_in_words(const Texts& texts, std::uint64_t bytes);
// A name from somebody's file, cut and cleaned as in messages.
std::string cleaned(std::string_view name);

// Paths of the report's files, all in one folder.
inline constexpr const char* report_index = "index.html";
inline constexpr const char* coverage_html = "tackning.html";
inline constexpr const char* coverage_table = "tackning.csv";

}  // namespace lagesbild::view
