#include "disclosure/witness.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <tuple>

#include "base/csv.hpp"
#include "base/decimal.hpp"
#include "indicators/groups.hpp"

namespace lagesbild::disclosure {
namespace {

constexpr std::size_t most_faults = 20;

bool holds(Slots slots, std::size_t slot) { return (slots >> slot & 1U) != 0; }

// Rows of a file as csv_row writes them.
std::vector<std::vector<std::string>> csv_rows(std::string_view text) {
  if (text.substr(0, csv_mark.size()) == csv_mark) text.remove_prefix(csv_mark.size());
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char one = text[i];
    if (one == '"') {
      if (quoted && i + 1 < text.size() && text[i + 1] == '"') row.back() += text[++i];
      else quoted = !quoted;
    } else if (!quoted && one == ';') {
      row.emplace_back();
    } else if (!quoted && one == '\n') {
      rows.push_back(std::exchange(row, std::vector<std::string>(1)));
    } else if (quoted || one != '\r') {
      row.back() += one;
    }
  }
  return rows;
}

// Adds up what the two tables of a walk do to each row that they touch, by category.
class Checker {
 public:
  Checker(const Witness& witness, const NamedLayout& named, std::vector<std::string>& faults)
      : witness_(witness), layout_(named.layout), named_(named), faults_(faults) {}

  void check() {
    std::vector<char> sound;
    for (std::size_t i = 0; i < witness_.walks.size(); ++i) {
      const Walk& walk = witness_.walks[i];
      sound.push_back(gives_the_site(walk.up) && gives_the_site(walk.down));
      if (sound.back() == 0) fault("walk " + std::to_string(i) + " gives another site");
    }
    std::map<std::pair<std::size_t, std::size_t>, bool> proven;
    for (const Proof& proof : witness_.proofs) {
      if (proof.walk >= witness_.walks.size() || proof.need >= witness_.needs.size() || proof.row >= layout_.rows()) {
        fault("a proof of nothing");
        continue;
      }
      const Walk& walk = witness_.walks[proof.walk];
      const auto apart = change(walk.up, proof.row, witness_.needs[proof.need]) - change(walk.down, proof.row, witness_.needs[proof.need]);
      if (std::abs(apart) < narrowest) fault("the tables for " + name(proof.row) + " are too close");
      else if (sound[proof.walk] != 0) proven[{proof.row, proof.need}] = true;
    }
    for (std::size_t row = 0; row < layout_.rows(); ++row) {
      if (!witness_.secret[row] || witness_.open[row] || is_frozen(row) || is_empty(row)) continue;
      for (std::size_t need = 0; need < witness_.needs.size(); ++need) {
        if (!proven.count({row, need})) fault("nothing shows that " + name(row) + " cannot be computed");
      }
    }
  }

  std::int64_t sum(const std::vector<std::size_t>& categories, std::size_t row, const std::function<double(std::size_t)>& weight,
                   double& weighted) const {
    const Slots slots = layout_.spans[layout_.span_of(row)].slots;
    std::int64_t total = 0;
    for (const std::size_t category : categories) {
      std::int64_t here = 0;
      for (const std::uint32_t unit : layout_.units_in(row)) {
        for (std::size_t slot = 0; slot < layout_.slots; ++slot) {
          if (holds(slots, slot)) here += witness_.table[category][layout_.cell(unit, slot)];
        }
      }
      total += here;
      weighted += weight(category) * static_cast<double>(here);
    }
    return total;
  }

  void fault(const std::string& what) {
    if (faults_.size() < most_faults) faults_.push_back(witness_.question + ": " + what);
  }
  bool is_frozen(std::size_t row) const { return (layout_.spans[layout_.span_of(row)].slots & witness_.frozen) != 0; }
  std::string name(std::size_t row) const {
    const std::string& period = named_.periods[layout_.span_of(row)];
    if (layout_.is_unit(row)) return "unit " + named_.units[layout_.unit_of(row)] + " " + period;
    const auto& [kind, id] = named_.groups[layout_.group_of(row)];
    return kind + " " + id + " " + period;
  }

 private:
  bool is_empty(std::size_t row) const {
    for (std::size_t category = 0; category < witness_.table.size(); ++category) {
      double ignored = 0;
      if (sum({category}, row, [](std::size_t) { return 0.0; }, ignored) != 0) return false;
    }
    return true;
  }
  std::int64_t change(const Move& move, std::size_t row, const Need& need) const {
    std::int64_t sum = 0;
    for (const Shift& shift : move) {
      const bool counts = std::find(need.begin(), need.end(), shift.category) != need.end();
      if (counts && holds(layout_.spans[layout_.span_of(row)].slots, shift.slot) && layout_.contains(row, shift.unit)) sum += shift.by;
    }
    return sum;
  }

  bool gives_the_site(const Move& move) const {
    std::map<std::tuple<std::uint32_t, std::uint16_t, std::uint16_t>, std::int64_t> cells;
    std::map<std::pair<std::size_t, std::uint16_t>, std::int64_t> rows;
    for (const Shift& shift : move) {
      if (shift.unit >= layout_.units || shift.slot >= layout_.slots || shift.category >= witness_.table.size()) return false;
      if (holds(witness_.frozen, shift.slot)) return false;
      cells[{shift.unit, shift.slot, shift.category}] += shift.by;
      for (std::size_t span = 0; span < layout_.spans.size(); ++span) {
        if (!holds(layout_.spans[span].slots, shift.slot)) continue;
        for (std::uint32_t unit = shift.unit;; unit = layout_.successor[unit]) {
          rows[{layout_.unit_row(span, unit), shift.category}] += shift.by;
          if (layout_.successor[unit] == unit) break;
        }
        for (const std::uint32_t group : layout_.groups_of[shift.unit]) rows[{layout_.group_row(span, group), shift.category}] += shift.by;
      }
    }
    const bool whole = std::all_of(cells.begin(), cells.end(), [&](const auto& cell) {
      const auto& [unit, slot, category] = cell.first;
      return witness_.table[category][layout_.cell(unit, slot)] + cell.second >= 0;
    });
    return whole && std::all_of(rows.begin(), rows.end(), [&](const auto& row) {
      return row.second == 0 || !witness_.known[row.first.first];
    });
  }

  const Witness& witness_;
  const Layout& layout_;
  const NamedLayout& named_;
  std::vector<std::string>& faults_;
};

using Key = std::tuple<std::string, std::string, std::string>;  // kind, group, period

std::map<Key, std::size_t> rows_by_name(const NamedLayout& named) {
  std::map<Key, std::size_t> rows;
  const Layout& layout = named.layout;
  for (std::size_t span = 0; span < layout.spans.size(); ++span) {
    for (std::size_t group = 0; group < layout.groups; ++group) {
      rows[{named.groups[group].first, named.groups[group].second, named.periods[span]}] = layout.group_row(span, group);
    }
    for (std::size_t unit = 0; unit < layout.units; ++unit) {
      rows[{"unit", named.units[unit], named.periods[span]}] = layout.unit_row(span, unit);
    }
  }
  return rows;
}

// What the site says of an indicator, against the table.
void compare(Checker& checker, const Witness& witness, const WitnessedIndicator& indicator, const std::vector<std::string>& line,
             const std::map<std::string, std::size_t>& columns, std::size_t row) {
  const auto cell = [&](const char* name) { return line[columns.at(name)]; };
  if (cell("withheld") == "ja") {
    if (!witness.known[row] && !witness.secret[row]) checker.fault("the witnesses know nothing of " + checker.name(row));
    return;  // what has been told before may be withheld now
  }
  if (!witness.known[row]) return checker.fault("the site tells " + checker.name(row) + ", which the witnesses take for withheld");
  if (checker.is_frozen(row)) return;  // as it was told then, of answers that have changed since
  double values = 0;
  const auto value_of = [&](std::size_t category) { return static_cast<double>(witness.answers[category]) / indicator.scale; };
  const std::int64_t k = checker.sum(indicator.numerator, row, value_of, values);
  const std::int64_t n = k + checker.sum(indicator.rest, row, value_of, values);
  bool same = cell("denominator") == std::to_string(n);
  if (indicator.mean) {
    const auto mean = n > 0 ? Decimal::rounded(values / static_cast<double>(n), 2) : std::nullopt;
    same = same && mean && cell("value") == mean->plain(Language::sv);
  } else {
    same = same && cell("numerator") == std::to_string(k);
  }
  if (!same) checker.fault("the site tells another number of " + checker.name(row) + " for " + indicator.id);
}

}  // namespace

Witnesses witnesses_of(const Protection& protection, const indicators::Measured& measured, const model::Facts& facts) {
  Witnesses all;
  for (const Layout& layout : protection.layouts()) {
    NamedLayout named{layout, {}, {}, {}};
    for (std::size_t group = 0; group < layout.groups; ++group) {
      named.groups.emplace_back(indicators::id_of(measured.groups.all[group].kind), measured.groups.all[group].id);
    }
    for (const model::Unit& unit : facts.units) named.units.push_back(unit.id.value());
    for (const Layout::Span& span : layout.spans) named.periods.push_back(measured.periods[span.period].id);
    all.layouts.push_back(std::move(named));
  }
  for (const ProtectedQuestion& one : protection.questions()) {
    Witness witness;
    witness.question = one.question.id;
    witness.layout = static_cast<std::size_t>(&protection.layout(one.question) - protection.layouts().data());
    for (const Told& told : one.question.told) {
      if (!told.definition) continue;
      const indicators::Definition& definition = measured.definitions[*told.definition];
      const double scale = told.mean && definition.value.type == model::FieldType::decimal ? 100.0 : 1.0;
      witness.indicators.push_back({definition.id, told.mean, scale, told.numerator, told.rest});
    }
    witness.answers = one.question.answers;
    witness.table = one.question.categories;
    witness.needs = one.question.needs();
    for (const State state : one.states) {
      witness.known.push_back(is_known(state));
      witness.secret.push_back(is_secret(state));
    }
    witness.frozen = one.question.frozen;
    witness.open.assign(one.states.size(), false);
    for (const std::size_t row : one.proofs.open) witness.open[row] = true;
    witness.walks = one.proofs.walks;
    witness.proofs = one.proofs.proofs;
    all.questions.push_back(std::move(witness));
  }
  return all;
}

std::vector<std::string> faults_of(const Witnesses& witnesses, std::string_view indicator_values) {
  std::vector<std::string> faults;
  std::map<std::string, std::pair<std::size_t, std::size_t>> by_indicator;  // question, indicator
  for (std::size_t q = 0; q < witnesses.questions.size(); ++q) {
    const Witness& witness = witnesses.questions[q];
    Checker{witness, witnesses.layouts[witness.layout], faults}.check();
    for (std::size_t i = 0; i < witness.indicators.size(); ++i) by_indicator[witness.indicators[i].id] = {q, i};
  }
  std::vector<std::map<Key, std::size_t>> rows;
  for (const NamedLayout& named : witnesses.layouts) rows.push_back(rows_by_name(named));
  const auto lines = csv_rows(indicator_values);
  std::map<std::string, std::size_t> columns;
  for (std::size_t i = 0; !lines.empty() && i < lines.front().size(); ++i) columns[lines.front()[i]] = i;
  for (const char* name : {"indicator", "group_kind", "group", "period", "value", "numerator", "denominator", "withheld"}) {
    if (!lines.empty() && !columns.count(name)) faults.push_back(std::string{"the file of the values has no column "} + name);
  }
  if (!faults.empty()) return faults;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto found = by_indicator.find(lines[i][columns["indicator"]]);
    if (found == by_indicator.end()) continue;
    const Witness& witness = witnesses.questions[found->second.first];
    Checker checker{witness, witnesses.layouts[witness.layout], faults};
    const Key key{lines[i][columns["group_kind"]], lines[i][columns["group"]], lines[i][columns["period"]]};
    const auto row = rows[witness.layout].find(key);
    if (row != rows[witness.layout].end()) {
      compare(checker, witness, witness.indicators[found->second.second], lines[i], columns, row->second);
    } else if (lines[i][columns["withheld"]] != "ja") {
      checker.fault("the site tells a number that no row stands for: " + std::get<1>(key));
    }
  }
  return faults;
}

}  // namespace lagesbild::disclosure
