// A small made-up data quality report: a file with errors and warnings, one without, one that did not come, one of the site's own.
#pragma once
#include <string>
#include <utility>

#include "base/codes.hpp"
#include "view/report.hpp"

namespace lagesbild::test {

inline Date report_day() { return parse_date("2026-06-30").value(); }

// Of a file that everything is known about; pages and table are named by its name.
inline view::ReportFile made_report_file(const std::string& name, Localized contents) {
  view::ReportFile file;
  file.path = "sites/x/" + name;
  file.name = name;
  file.stem = "fil-" + name.substr(0, name.find('.'));
  file.contents = {std::move(contents)};
  file.updated = report_day();
  file.bytes = 12345;
  file.rows = 17;
  file.sha256 = std::string(64, 'a');
  return file;
}

// A row of a CSV file, from character 5 on.
inline Diagnostic made_complaint(Severity severity, const std::string& file, int line, const std::string& seen = "x") {
  Diagnostic one{severity, code::yaml_not_date, {file, line, 5}, {{"key", "date"}, {"seen", seen}}, "abc;" + seen + ";def", 1};
  one.length = static_cast<int>(seen.size());
  return one;
}

inline view::ReportData made_report() {
  view::ReportData data;
  data.region = {"Småregionen", "Small Region"};
  data.notice = {"Påhittat.", "Made up."};
  data.contact = {"Fråga oss.", "Ask us."};
  data.as_of = report_day();
  data.version = "0";
  view::ReportFile faulty = made_report_file("granskningar.csv", {"Granskningar", "Reviews"});
  faulty.complaints = {made_complaint(Severity::warning, faulty.path, 9), made_complaint(Severity::error, faulty.path, 3)};
  view::ReportFile lost = made_report_file("enkat.csv", {"Enkät", "Survey"});
  lost.bytes.reset();
  lost.rows.reset();
  lost.sha256.clear();
  view::ReportFile own;
  own.path = "sites/x/sources.yaml";
  own.name = own.stem = "sources";
  own.complaints = {{Severity::error, code::file_missing, {own.path, 4, 11}, {{"path", "enkat.csv"}}, "    file: enkat.csv", 9}};
  data.files = {std::move(faulty), made_report_file("enheter.csv", {"Enheter", "Units"}), std::move(lost), std::move(own)};

  using disclosure::Coverage;
  data.forums = {{"Norr", "North"}, {"Söder", "South"}};
  data.units = {{"E1", "Ekens vårdcentral", 0, {}},
                {"E2", "Lindens läkarhus", 1, parse_date("2024-03-31")},
                {"E3", "Åsens vårdcentral", {}, {}}};
  data.followed = {{"annual_reports", {"Årsrapporter", "Annual reports"}}, {"survey", {"Enkätsvar", "Survey answers"}}};
  data.coverage = {{"annual_reports", "2024", true, {Coverage::delivered, Coverage::delivered, Coverage::missing}},
                   {"annual_reports", "2025", true, {Coverage::missing, Coverage::not_expected, Coverage::missing}},
                   {"annual_reports", "2026", false, {Coverage::not_yet, Coverage::not_expected, Coverage::delivered}}};
  return data;
}

}  // namespace lagesbild::test
