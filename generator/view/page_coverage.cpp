#include "view/page_coverage.hpp"

#include <algorithm>

namespace lagesbild::view {
namespace {

using disclosure::Coverage;
using disclosure::CoverageColumn;

constexpr std::int64_t most_names = 60;
constexpr const char* tones[] = {"good", "bad", "plain", "stopped"};
constexpr const char* states[] = {"report.delivered", "report.missing", "report.not_yet", "report.not_expected"};

std::int64_t count(const CoverageColumn& column, Coverage state) { return std::count(column.units.begin(), column.units.end(), state); }

std::string title_of(const ReportData& data, const std::string& dataset, const Texts& texts) {
  const auto found = std::find_if(data.followed.begin(), data.followed.end(), [&](const ReportDataset& one) { return one.id == dataset; });
  return found == data.followed.end() ? dataset : found->title.in(texts.language());
}

std::string what_of(const ReportData& data, const CoverageColumn& column, const Texts& texts) {
  return title_of(data, column.dataset, texts) + " " + column.period;
}

// "Årsrapporter 2025 saknas för 12 av 179 enheter."
std::string finding(const ReportData& data, const CoverageColumn& column, const Texts& texts) {
  const std::string what = what_of(data, column, texts);
  const std::int64_t missing = count(column, Coverage::missing), all = missing + count(column, Coverage::delivered);
  if (missing == 0) return texts.say("report.finding_all", {{"what", what}});
  return texts.counted("report.finding_missing", missing, {{"what", what}, {"all", texts.number(all)}});
}

CoverageTotal total_of(const ReportData& data, const CoverageColumn& column, const Texts& texts) {
  const auto number = [&](Coverage state) { return texts.number(count(column, state)); };
  return {title_of(data, column.dataset, texts), column.period, number(Coverage::delivered), number(Coverage::missing),
          number(Coverage::not_yet), count(column, Coverage::missing) > 0};
}

CoverageRow row_of(const ReportData& data, std::size_t unit, const Texts& texts) {
  CoverageRow row{cleaned(data.units[unit].name), {}, {}, data.units[unit].id, {}};
  if (const auto& last = data.units[unit].valid_to) {
    row.last_day = to_string(*last);
    row.gone = texts.say("report.unit_gone", {{"date", row.last_day}});
  }
  for (const CoverageColumn& column : data.coverage) {
    const auto state = static_cast<std::size_t>(column.units[unit]);
    row.cells.push_back({tones[state], texts.say(states[state])});
  }
  return row;
}

bool expected_of(const ReportData& data, std::size_t unit) {
  return std::any_of(data.coverage.begin(), data.coverage.end(),
                     [&](const CoverageColumn& column) { return column.units[unit] != Coverage::not_expected; });
}

// A group a forum and one for units without; a single one where there are no forums.
std::vector<CoverageGroup> groups_of(const ReportData& data, const Texts& texts) {
  std::vector<CoverageGroup> groups(data.forums.size() + 1);
  const std::string span = std::to_string(data.coverage.size() + 1);
  for (std::size_t i = 0; i < data.forums.size(); ++i) groups[i].forum = ForumName{data.forums[i].in(texts.language()), span};
  if (!data.forums.empty()) groups.back().forum = ForumName{texts.say("report.no_forum"), span};
  for (std::size_t unit = 0; unit < data.units.size(); ++unit) {
    if (expected_of(data, unit)) groups[data.units[unit].forum.value_or(data.forums.size())].rows.push_back(row_of(data, unit, texts));
  }
  std::erase_if(groups, [](const CoverageGroup& group) { return group.rows.empty(); });
  return groups;
}

std::optional<MissingList> missing_of(const ReportData& data, const Texts& texts) {
  MissingList list;
  for (const CoverageColumn& column : data.coverage) {
    const std::int64_t missing = count(column, Coverage::missing);
    if (missing == 0) continue;
    const std::int64_t all = missing + count(column, Coverage::delivered);
    std::string heading = texts.counted("report.missing_heading", missing,
                                        {{"what", what_of(data, column, texts)}, {"all", texts.number(all)}});
    MissingUnits& units = list.periods.emplace_back(MissingUnits{std::move(heading), missing <= most_names, {}});
    for (std::size_t unit = 0; unit < data.units.size() && units.listed; ++unit) {
      if (column.units[unit] == Coverage::missing) units.names.push_back({cleaned(data.units[unit].name)});
    }
  }
  return list.periods.empty() ? std::nullopt : std::optional{std::move(list)};
}

}  // namespace

std::vector<Note> coverage_findings(const ReportData& data, const Texts& texts) {
  if (data.units.empty()) return {{texts.say("report.coverage_unknown")}};
  std::vector<Note> findings;
  for (const ReportDataset& dataset : data.followed) {
    const auto of_it = [&](const CoverageColumn& column) { return column.dataset == dataset.id; };
    const auto is_latest = [&](const CoverageColumn& column) { return of_it(column) && column.over; };
    const auto latest = std::find_if(data.coverage.rbegin(), data.coverage.rend(), is_latest);
    if (latest != data.coverage.rend()) findings.push_back({finding(data, *latest, texts)});
    if (std::none_of(data.coverage.begin(), data.coverage.end(), of_it)) {
      findings.push_back({texts.say("report.finding_nothing", {{"what", dataset.title.in(texts.language())}})});
    }
  }
  if (findings.empty()) findings.push_back({texts.say(data.followed.empty() ? "report.nothing_followed" : "report.nothing_over")});
  return findings;
}

std::optional<Note> coverage_reserve(const ReportData& data, const Texts& texts) {
  if (data.errors() == 0 || data.units.empty()) return std::nullopt;
  return Note{texts.say("report.preliminary")};
}

CoveragePage coverage_page(const ReportData& data, const Texts& texts) {
  CoveragePage page;
  page.shell = report_shell(data, texts, texts.say("report.coverage"), ReportPlace::other_page);
  for (const Note& one : coverage_findings(data, texts)) page.lead += (page.lead.empty() ? "" : " ") + one.text;
  page.preliminary = coverage_reserve(data, texts);
  if (data.units.empty() || data.coverage.empty()) return page;
  CoverageTable& table = page.table.emplace();
  table.caption = texts.say("report.coverage_caption");
  table.csv = coverage_table;
  for (const CoverageColumn& column : data.coverage) {
    table.columns.push_back({title_of(data, column.dataset, texts), column.period});
    table.totals.push_back(total_of(data, column, texts));
  }
  table.groups = groups_of(data, texts);
  page.missing = missing_of(data, texts);
  return page;
}

}  // namespace lagesbild::view
