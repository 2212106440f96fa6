// What others have published: aggregates over grades, counts, survey shares. And the statements that surveys ask about.
#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "read/dataset_codes.hpp"
#include "read/reading.hpp"

namespace lagesbild::read {

void read_published_aggregates(Tables& tables, Reading& reading) {
  for (Table& table : tables) {
    const std::size_t area = table.field("area"), n = table.field("n"), mean = table.field("mean"), sd = table.field("sd"),
                      source = table.field("source"), page = table.field("page");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      reading.facts.published_aggregates.push_back({find_area(table, row, area, reading.facts.framework).value_or(0),
                                                    table.integer(row, n).value_or(1), table.integer(row, mean).value_or(0),
                                                    table.integer(row, sd).value_or(0), table.text(row, source), table.text(row, page)});
    }
  }
  auto& all = reading.facts.published_aggregates;
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.area < b.area; });
}

void read_published_counts(Tables& tables, Reading& reading) {
  for (Table& table : tables) {
    const std::size_t measure = table.field("measure"), area = table.field("area"), value = table.field("value"),
                      source = table.field("source"), page = table.field("page");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      reading.facts.published_counts.push_back({table.choice(row, measure), find_area(table, row, area, reading.facts.framework),
                                                table.integer(row, value).value_or(0), table.text(row, source), table.text(row, page)});
    }
  }
  auto& all = reading.facts.published_counts;
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::tie(a.measure, a.area) < std::tie(b.measure, b.area);
  });
}

void read_statements(Tables& tables, Reading& reading) {
  for (Table& table : tables) {
    const std::size_t statement = table.field("statement"), area = table.field("area"), sv = table.field("sv"), en = table.field("en");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      reading.facts.statements.push_back({table.text(row, statement), find_area(table, row, area, reading.facts.framework),
                                          {table.text(row, sv), table.text(row, en)}});
    }
  }
}

std::optional<std::size_t> find_statement(Table& table, std::size_t row, std::size_t field, const model::Facts& facts) {
  const std::string_view seen = table.id(row, field);
  if (seen.empty()) return std::nullopt;
  for (std::size_t i = 0; i < facts.statements.size(); ++i) {
    if (facts.statements[i].id == seen) return i;
  }
  std::vector<std::string_view> ids;
  for (const model::Statement& statement : facts.statements) ids.push_back(statement.id);
  table.complain(row, field, code::unknown_statement, {{"seen", std::string{seen}}, {"like", std::string{did_you_mean(seen, ids)}}});
  return std::nullopt;
}

void read_benchmarks(Tables& tables, Reading& reading) {
  for (Table& table : tables) {
    const std::size_t statement = table.field("statement"), area = table.field("area"), answer = table.field("answer"),
                      group = table.field("group"), period = table.field("period"), value = table.field("value"), n = table.field("n"),
                      source = table.field("source");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      find_area(table, row, area, reading.facts.framework);
      const auto about = find_statement(table, row, statement, reading.facts);
      if (!about) continue;
      reading.facts.benchmarks.push_back({*about, table.choice(row, answer), table.choice(row, group), table.text(row, period),
                                          table.integer(row, value).value_or(0), table.integer(row, n).value_or(1),
                                          table.text(row, source)});
    }
  }
  auto& all = reading.facts.benchmarks;
  const auto key = [](const model::Benchmark& one) {
    return std::tuple{one.statement, index_of(answer_ids, one.answer), std::tie(one.group, one.period)};
  };
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

}  // namespace lagesbild::read
