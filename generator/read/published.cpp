// What others have published: aggregates over grades, counts, survey shares, recommendations.
#include <array>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "read/dataset_codes.hpp"
#include "read/datasets.hpp"
#include "read/table.hpp"

namespace lagesbild::read {
namespace {

std::optional<std::size_t> find_area(Table& table, std::size_t row, std::size_t column, const model::Facts& facts) {
  const std::string_view seen = table.text(row, column);
  if (seen.empty()) return std::nullopt;
  const auto area = facts.framework.area_index(seen);
  if (!area) table.complain(row, column, code::unknown_area, {{"seen", std::string{seen}}});
  return area;
}

// Reports a row whose key another row has used.
class Once {
 public:
  void see(Table& table, std::size_t row, std::size_t column, std::string key) {
    const auto [first, is_new] = rows_.emplace(std::move(key), row);
    if (!is_new) table.complain(row, column, code::repeated_row, {{"line", std::to_string(table.line(first->second))}});
  }

 private:
  std::map<std::string, std::size_t> rows_;
};

}  // namespace

void read_published_aggregates(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics) {
  enum Column : std::size_t { area, n, mean, sd, source, page };
  static constexpr std::array<FieldName, 6> columns{{{"area", "bedömningsområde", Need::required}, {"n", "antal", Need::required},
                                                     {"mean", "medelvärde", Need::required}, {"sd", "standardavvikelse", Need::required},
                                                     {"source", "källa", Need::required}, {"page", "sida"}}};
  Table table{csv, columns, diagnostics};
  if (!table.usable()) return;
  Once once;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    table.required_text(row, area);
    model::PublishedAggregate aggregate;
    aggregate.area = find_area(table, row, area, facts).value_or(0);
    table.required_text(row, n);
    aggregate.n = table.integer(row, n, 1, 100'000).value_or(1);
    for (const Column needed : {mean, sd}) table.required_text(row, needed);
    aggregate.mean_hundredths = table.hundredths(row, mean).value_or(0);
    aggregate.sd_hundredths = table.hundredths(row, sd).value_or(0);
    aggregate.source = table.required_text(row, source);
    aggregate.page = table.text(row, page);
    once.see(table, row, area, std::string{table.text(row, area)});
    facts.published_aggregates.push_back(std::move(aggregate));
  }
}

void read_published_counts(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics) {
  enum Column : std::size_t { measure, area, value, source, page };
  static constexpr std::array<FieldName, 5> columns{{{"measure", "mått", Need::required}, {"area", "bedömningsområde", Need::required},
                                                     {"value", "värde", Need::required}, {"source", "källa", Need::required},
                                                     {"page", "sida"}}};
  static constexpr std::array<const char*, 4> measures{"reviews", "units_with_d", "plans_received", "d_before_plans"};
  Table table{csv, columns, diagnostics};
  if (!table.usable()) return;
  Once once;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    table.required_text(row, measure);
    const auto which = table.one_of(row, measure, {measures[0], measures[1], measures[2], measures[3]});
    model::PublishedCount count;
    count.measure = which ? measures[*which] : "";
    count.area = find_area(table, row, area, facts);
    table.required_text(row, value);
    count.value = table.integer(row, value, 0, 1'000'000).value_or(0);
    count.source = table.required_text(row, source);
    count.page = table.text(row, page);
    once.see(table, row, measure, count.measure + ' ' + std::string{table.text(row, area)});
    facts.published_counts.push_back(std::move(count));
  }
}

void read_statements(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics) {
  enum Column : std::size_t { statement, area, sv, en };
  static constexpr std::array<FieldName, 4> columns{{{"statement", "påstående", Need::required},
                                                     {"area", "bedömningsområde", Need::required},
                                                     {"sv", "svenska", Need::required},
                                                     {"en", "engelska", Need::required}}};
  Table table{csv, columns, diagnostics};
  if (!table.usable()) return;
  Once once;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    model::Statement entry;
    entry.id = table.required_text(row, statement);
    entry.area = find_area(table, row, area, facts);
    entry.wording = {std::string{table.required_text(row, sv)}, std::string{table.required_text(row, en)}};
    once.see(table, row, statement, entry.id);
    facts.statements.push_back(std::move(entry));
  }
}

void read_benchmarks(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics) {
  enum Column : std::size_t { statement, answer, group, period, value, n, source, area };
  static constexpr std::array<FieldName, 8> columns{{{"statement", "påstående", Need::required}, {"answer", "svar", Need::required},
                                                     {"group", "grupp", Need::required}, {"period", "", Need::required},
                                                     {"value", "värde", Need::required}, {"n", "antal svar", Need::required},
                                                     {"source", "källa", Need::required}, {"area", "bedömningsområde"}}};
  static constexpr std::array<const char*, 3> groups{"region", "sweden", "general_practice"};
  // The pages have a word for each.
  static constexpr std::array<const char*, 7> answers{"agree", "neutral", "disagree", "none", "under_1", "from_1_to_2", "over_2"};
  Table table{csv, columns, diagnostics};
  if (!table.usable()) return;
  std::vector<std::string_view> ids;
  for (const model::Statement& entry : facts.statements) ids.push_back(entry.id);
  Once once;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string_view id = table.required_text(row, statement);
    model::Benchmark benchmark;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (ids[i] == id) benchmark.statement = i;
    }
    if (!id.empty() && (ids.empty() || ids[benchmark.statement] != id)) {
      table.complain(row, statement, code::unknown_statement, {{"seen", std::string{id}}, {"like", std::string{did_you_mean(id, ids)}}});
    }
    table.required_text(row, answer);
    const auto kind = table.one_of(row, answer, {answers[0], answers[1], answers[2], answers[3], answers[4], answers[5], answers[6]});
    benchmark.answer = answers[kind.value_or(0)];
    table.required_text(row, group);
    benchmark.group = groups[table.one_of(row, group, {groups[0], groups[1], groups[2]}).value_or(0)];
    benchmark.period = table.required_text(row, period);
    for (const Column needed : {value, n}) table.required_text(row, needed);
    benchmark.percent = table.integer(row, value, 0, 100).value_or(0);
    benchmark.n = table.integer(row, n, 1, 1'000'000).value_or(1);
    benchmark.source = table.required_text(row, source);
    find_area(table, row, area, facts);
    once.see(table, row, statement, std::string{id} + '\n' + benchmark.answer + '\n' + benchmark.group + '\n' + benchmark.period);
    facts.benchmarks.push_back(std::move(benchmark));
  }
}

void read_recommendations(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics) {
  enum Column : std::size_t {
    number, heading_sv, heading_en, title_sv, title_en, owner_sv, owner_en, status, followed_up, note_sv, note_en
  };
  static constexpr std::array<FieldName, 11> columns{{{"number", "nummer", Need::required}, {"heading_sv", "rubrik", Need::required},
                                                      {"heading_en", "", Need::required}, {"title_sv", "rekommendation", Need::required},
                                                      {"title_en", "", Need::required}, {"owner_sv", "ansvarig"}, {"owner_en", ""},
                                                      {"status", ""}, {"followed_up", "uppföljd"}, {"note_sv", "kommentar"},
                                                      {"note_en", ""}}};
  static constexpr std::array<const char*, 4> states{"not_started", "started", "done", "stopped"};
  Table table{csv, columns, diagnostics};
  if (!table.usable()) return;
  const auto both = [&](std::size_t row, Column sv, Column en) {
    return Localized{std::string{table.text(row, sv)}, std::string{table.text(row, en)}};
  };
  Once once;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    model::Recommendation entry;
    entry.number = table.required_text(row, number);
    for (const Column needed : {heading_sv, heading_en, title_sv, title_en}) table.required_text(row, needed);
    entry.heading = both(row, heading_sv, heading_en);
    entry.title = both(row, title_sv, title_en);
    entry.owner = both(row, owner_sv, owner_en);
    if (const auto state = table.one_of(row, status, {states[0], states[1], states[2], states[3]})) entry.status = states[*state];
    entry.followed_up = table.date(row, followed_up);
    entry.note = both(row, note_sv, note_en);
    once.see(table, row, number, entry.number);
    facts.recommendations.push_back(std::move(entry));
  }
}

}  // namespace lagesbild::read
