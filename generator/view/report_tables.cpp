#include "view/report_tables.hpp"

#include "base/csv.hpp"
#include "view/page_coverage.hpp"
#include "view/page_report.hpp"

namespace lagesbild::view {

std::string complaints_csv(const ReportData& data, const ReportFile& file, const Texts& texts) {
  const std::vector<ComplaintRow> rows = complaint_rows(data, file, texts, most_complaints_in_table);
  std::string csv{csv_mark};
  csv += csv_row({texts.say("report.column_severity"), texts.say("report.column_file"), texts.say("report.column_place"),
                  texts.say("report.column_row"), texts.say("report.column_column"), texts.say("report.column_code"),
                  texts.say("report.column_message"), texts.say("report.column_hint"), texts.say("report.column_see_also")});
  for (const ComplaintRow& row : rows) {
    csv += csv_row({row.severity, file.name, row.detail.empty() ? row.place : row.place + ", " + row.detail, row.row, row.column, row.code,
                    row.message, row.hint, row.see_also});
  }
  if (const std::size_t left_out = file.complaints.size() - rows.size(); left_out > 0) {
    csv += csv_row({"", file.name, "", "", "", "", texts.counted("report.left_out", static_cast<std::int64_t>(left_out)), "", ""});
  }
  return csv;
}

std::string coverage_csv(const ReportData& data, const Texts& texts) {
  const CoveragePage page = coverage_page(data, texts);
  std::vector<std::string> cells{texts.say("report.column_unit"), texts.say("report.column_unit_id"), texts.say("report.column_gone"),
                                 texts.say("report.column_forum")};
  std::string csv{csv_mark};
  if (!page.table) return csv += csv_row(cells);
  for (const CoverageHead& head : page.table->columns) cells.push_back(head.dataset + " " + head.period);
  csv += csv_row(cells);
  for (const CoverageGroup& group : page.table->groups) {
    for (const CoverageRow& row : group.rows) {
      cells = {row.name, row.id, row.last_day, group.forum ? group.forum->name : std::string{}};
      for (const CoverageCell& cell : row.cells) cells.push_back(cell.state);
      csv += csv_row(cells);
    }
  }
  return csv;
}

}  // namespace lagesbild::view
