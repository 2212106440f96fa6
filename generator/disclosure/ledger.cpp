#include "disclosure/ledger.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <set>
#include <tuple>

#include "base/hash.hpp"
#include "disclosure/codes.hpp"
#include "disclosure/gate.hpp"
#include "disclosure/indicators.hpp"
#include "disclosure/protection.hpp"

namespace lagesbild::disclosure {
namespace {

using indicators::Definition;
using indicators::Measured;
using indicators::Value;

constexpr std::string_view heading = "lagesbild-ledger\t1\t";  // and how many lines follow
constexpr std::size_t columns = 16;

std::string exact(double value) {  // read back, it is the same number
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

std::string words_of(const Definition& definition) {
  const auto subject = [](const indicators::Subject& one) {
    return one.name + "/" + one.statement + "/" + std::to_string(static_cast<int>(one.role));
  };
  const auto condition = [&](const indicators::Condition& one) { return subject(one.subject) + "/" + one.words; };
  return sha256_hex(std::to_string(static_cast<int>(definition.kind)) + "|" + condition(definition.numerator) + "|" +
                    condition(definition.denominator) + "|" + subject(definition.value)).substr(0, 12);
}

// The rows of a question by the names under which they are told.
class Names {
 public:
  Names(const Layout& layout, const Measured& measured, const model::Facts& facts) : layout_(layout), measured_(measured), facts_(facts) {
    for (std::size_t group = 0; group < layout.groups; ++group) members_.push_back(hash(layout.members[group]));
    for (std::size_t unit = 0; unit < layout.units; ++unit) members_.push_back(hash(layout.held[unit]));
  }
  std::string kind(std::size_t row) const {
    return layout_.is_unit(row) ? "unit" : std::string{indicators::id_of(measured_.groups.all[layout_.group_of(row)].kind)};
  }
  std::string id(std::size_t row) const {
    return layout_.is_unit(row) ? facts_.units[layout_.unit_of(row)].id.value() : measured_.groups.all[layout_.group_of(row)].id;
  }
  const std::string& period(std::size_t row) const { return measured_.periods[layout_.spans[layout_.span_of(row)].period].id; }
  const std::string& members(std::size_t row) const { return members_[row % (layout_.groups + layout_.units)]; }

 private:
  std::string hash(const std::vector<std::uint32_t>& units) const {
    std::vector<std::string> ids;
    for (const std::uint32_t unit : units) ids.push_back(facts_.units[unit].id.value());
    std::sort(ids.begin(), ids.end());
    std::string all;
    for (const std::string& id : ids) all += id + "\n";
    return sha256_hex(all).substr(0, 12);
  }
  const Layout& layout_;
  const Measured& measured_;
  const model::Facts& facts_;
  std::vector<std::string> members_;              // by group, then unit
};

// What a row of a question tells now, if it may: an entry for each indicator, and on the survey page one for each answer of the region.
std::vector<LedgerRow> telling(const Question& question, const Layout& layout, const Names& names, const Measured& measured,
                               std::size_t row) {
  std::vector<LedgerRow> all;
  const std::size_t period = layout.spans[layout.span_of(row)].period;
  LedgerRow entry{question.id, {}, {}, names.kind(row), names.id(row), names.members(row), names.period(row), {}};
  for (const Told& told : question.told) {
    if (!told.definition) continue;
    const Definition& definition = measured.definitions[*told.definition];
    const auto& figures = measured.indicators[*told.definition];
    const auto at = std::find(figures.periods.begin(), figures.periods.end(), period);
    if (at == figures.periods.end()) continue;
    const auto position = static_cast<std::size_t>(at - figures.periods.begin());
    entry.indicator = definition.id;
    entry.definition = words_of(definition);
    if (layout.is_unit(row)) {
      const indicators::UnitValue& value = figures.of_unit(layout.unit_of(row), position);
      entry.value = {1, 0, value.k, value.n, std::nullopt};
    } else {
      entry.value = to_show(figures.groups[position][layout.group_of(row)], definition);
    }
    all.push_back(entry);
  }
  if (!question.each_answer || layout.is_unit(row) || layout.group_of(row) != 0) return all;
  std::int64_t n = 0;
  std::map<std::int64_t, std::int64_t> counts;
  for (std::size_t category = 0; category < question.categories.size(); ++category) {
    for (std::size_t unit = 0; unit < layout.units; ++unit) {
      for (std::size_t slot = 0; slot < layout.slots; ++slot) {
        if ((layout.spans[layout.span_of(row)].slots >> slot & 1U) == 0 || question.answers[category] < 0) continue;
        counts[question.answers[category]] += question.categories[category][layout.cell(unit, slot)];
        n += question.categories[category][layout.cell(unit, slot)];
      }
    }
  }
  for (const auto& [answer, count] : counts) {
    entry.indicator = answer_id(static_cast<std::size_t>(answer));
    entry.definition.clear();
    entry.value = {0, 0, count, n, std::nullopt};
    all.push_back(entry);
  }
  return all;
}

bool same(const LedgerRow& a, const LedgerRow& b) {
  if (a.definition != b.definition || a.members != b.members || a.value.n != b.value.n || a.value.k != b.value.k) return false;
  if (a.value.spread.has_value() != b.value.spread.has_value()) return false;
  return !a.value.spread || (a.value.spread->mean == b.value.spread->mean && a.value.spread->sd == b.value.spread->sd);
}

using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view, std::string_view>;
Key key_of(const LedgerRow& row) { return {row.question, row.indicator, row.group_kind, row.group, row.period}; }

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<LedgerRow> read_line(std::string_view line) {
  std::vector<std::string> cells(1);
  for (const char one : line) {
    if (one == '\t') cells.emplace_back();
    else cells.back() += one;
  }
  if (cells.size() != columns) return std::nullopt;
  LedgerRow row{cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], {}};
  const auto units = number(cells[7]), k = number(cells[8]), n = number(cells[9]);
  if (row.question.empty() || row.indicator.empty() || row.period.empty() || !units || !k || !n || *n < 0) return std::nullopt;
  row.value = {static_cast<int>(*units), 0, static_cast<std::int64_t>(*k), static_cast<std::int64_t>(*n), std::nullopt};
  if (cells[10].empty()) return row;
  indicators::Spread spread;
  const auto mean = number(cells[10]);
  if (!mean) return std::nullopt;
  spread.mean = *mean;
  if (!cells[11].empty() && !(spread.sd = number(cells[11]))) return std::nullopt;
  if (!cells[12].empty()) {
    const auto lower = number(cells[12]), median = number(cells[13]), upper = number(cells[14]);
    if (!lower || !median || !upper) return std::nullopt;
    spread.quartiles = indicators::Quartiles{*lower, *median, *upper};
  }
  row.value.spread = spread;
  return row;
}

// The last cell of a line: so that a file that was cut or changed is noticed.
std::string checksum(std::string_view cells) { return sha256_hex(cells).substr(0, 8); }

// A share by the rules, not a mean, nor one answer beside others.
bool is_share(const Question& question, const Measured& measured, const std::string& indicator) {
  return std::any_of(question.told.begin(), question.told.end(), [&](const Told& told) {
    return !told.mean && told.definition && measured.definitions[*told.definition].id == indicator;
  });
}

// Where something has been told: question, kind of group, group, period.
using Place = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;
using Places = std::map<Place, std::vector<const LedgerRow*>>;

// Compares what was told of a row with what would be told now.
void compare(Question& question, std::size_t row, Slots slots, const std::vector<const LedgerRow*>& then,
             const std::vector<LedgerRow>& all) {
  for (const LedgerRow* one : then) {
    const auto now = std::find_if(all.begin(), all.end(), [&](const LedgerRow& other) { return other.indicator == one->indicator; });
    const bool answer = one->definition.empty();
    if (now == all.end() && !answer) continue;    // of an indicator that is no more
    if (now == all.end() || !same(*one, *now)) question.frozen |= slots;
    if (answer || one->definition == now->definition) question.settled[row].push_back({one->indicator, one->value});
  }
}

void settle(Question& question, const Layout& layout, const Names& names, const Measured& measured, const Places& places,
            const std::set<std::pair<std::string_view, std::string_view>>& periods, int smallest_group) {
  const auto slots_of = [&](std::size_t row) { return layout.spans[layout.span_of(row)].slots; };
  const auto is_told = [&](std::size_t span) { return periods.count({question.id, measured.periods[layout.spans[span].period].id}) > 0; };
  Slots ever = 0;                                 // told of, alone or with others: what was not told of them then is not told now
  for (std::size_t span = 0; span < layout.spans.size(); ++span) {
    if (is_told(span)) ever |= layout.spans[span].slots;
  }
  std::vector<bool> was_told(layout.rows());
  question.settled.assign(layout.rows(), {});
  for (std::size_t row = 0; row < layout.rows(); ++row) {
    if (!is_told(layout.span_of(row))) continue;
    const std::string kind = names.kind(row), id = names.id(row);
    const auto then = places.find({question.id, kind, id, names.period(row)});
    if (then == places.end()) continue;
    was_told[row] = true;
    compare(question, row, slots_of(row), then->second, telling(question, layout, names, measured, row));
  }
  for (bool more = question.frozen != 0; more;) {  // what was told over several slots ties them together
    more = false;
    for (std::size_t span = 0; span < layout.spans.size(); ++span) {
      const Slots slots = layout.spans[span].slots;
      if (!is_told(span) || (slots & question.frozen) == 0 || (slots & ~question.frozen) == 0) continue;
      question.frozen |= slots;
      more = true;
    }
  }
  for (std::size_t row = 0; row < layout.rows(); ++row) {
    State& state = question.states[row];
    const auto& repeated = question.settled[row];
    if (was_told[row]) {                          // whatever is told now, it is known
      const auto too_small = [&](const Settled& one) {  // by today's rules
        const bool share = is_share(question, measured, one.indicator);
        const auto k = share ? std::optional{one.value.k} : std::nullopt;
        return withheld_because({one.value.n, std::nullopt, 0, k}, smallest_group).has_value();
      };
      const bool to_tell = is_known(state) || state == State::told;
      const bool again = to_tell && !repeated.empty() && std::none_of(repeated.begin(), repeated.end(), too_small);
      state = again ? State::known : State::hidden;
    } else if (state == State::told && ((slots_of(row) & ~ever) == 0 || (slots_of(row) & question.frozen) != 0)) {
      state = State::earlier;
    }
  }
}

}  // namespace

Result<Ledger> Ledger::read(const std::vector<std::pair<std::string, std::string>>& files) {
  Ledger ledger;
  std::set<std::tuple<std::string, std::string, std::string, std::string, std::string>> seen;
  for (const auto& [name, text] : files) {
    const auto damaged = [&name = name](std::size_t line) {
      return Failure{code::ledger_damaged, {{"file", name}, {"line", std::to_string(line)}}, {}};
    };
    std::string_view left = text;
    std::string promised;
    std::size_t line = 1;
    for (; !left.empty(); ++line) {
      const std::size_t end = std::min(left.find('\n'), left.size());
      const std::string_view one = left.substr(0, end);
      const bool whole = end < left.size();
      left.remove_prefix(std::min(end + 1, left.size()));
      if (line == 1 && whole && one.starts_with(heading) && one.back() != '\r') {
        promised = one.substr(heading.size());
        continue;
      }
      const std::size_t last = one.rfind('\t');
      const bool sound = line > 1 && whole && last != std::string_view::npos && checksum(one.substr(0, last)) == one.substr(last + 1);
      auto row = sound ? read_line(one) : std::nullopt;
      if (!row) return damaged(line);
      if (seen.insert({row->question, row->indicator, row->group_kind, row->group, row->period}).second) {
        ledger.rows_.push_back(std::move(*row));
      }
    }
    if (line == 1 || promised != std::to_string(line - 2)) return damaged(line);  // cut between two lines, or all of it
  }
  return ledger;
}

std::string ledger_text(const std::vector<LedgerRow>& rows) {
  if (rows.empty()) return {};
  std::string text = std::string{heading} + std::to_string(rows.size()) + "\n";
  for (const LedgerRow& row : rows) {
    std::string line = row.question + "\t" + row.indicator + "\t" + row.definition + "\t" + row.group_kind + "\t" + row.group + "\t" +
                       row.members + "\t" + row.period + "\t" + std::to_string(row.value.units) + "\t" +
                       std::to_string(row.value.k) + "\t" + std::to_string(row.value.n);
    const auto& spread = row.value.spread;
    line += "\t" + (spread ? exact(spread->mean) : "") + "\t" + (spread && spread->sd ? exact(*spread->sd) : "");
    using indicators::Quartiles;
    for (double Quartiles::*part : {&Quartiles::lower, &Quartiles::median, &Quartiles::upper}) {
      line += "\t" + (spread && spread->quartiles ? exact((*spread->quartiles).*part) : "");
    }
    text += line + "\t" + checksum(line) + "\n";
  }
  return text;
}

void settle(Questions& questions, const Ledger& ledger, const Measured& measured, const model::Facts& facts, int smallest_group) {
  if (ledger.empty()) return;
  Places places;
  std::set<std::pair<std::string_view, std::string_view>> periods;  // question, period
  for (const LedgerRow& row : ledger.rows()) {
    places[{row.question, row.group_kind, row.group, row.period}].push_back(&row);
    periods.insert({row.question, row.period});
  }
  std::vector<Names> names;
  for (const Layout& layout : questions.layouts) names.emplace_back(layout, measured, facts);
  for (Question& question : questions.all) {
    const std::size_t layout = questions.layout_of[question.family];
    settle(question, questions.layouts[layout], names[layout], measured, places, periods, smallest_group);
  }
}

std::vector<LedgerRow> newly_told(const Protection& protection, const Ledger& ledger, const Measured& measured, const model::Facts& facts) {
  std::set<Key> known;
  for (const LedgerRow& row : ledger.rows()) known.insert(key_of(row));
  std::vector<LedgerRow> all;
  std::vector<Names> names;
  for (const Layout& layout : protection.layouts()) names.emplace_back(layout, measured, facts);
  for (const ProtectedQuestion& one : protection.questions()) {
    const Layout& layout = protection.layout(one.question);
    const Names& own = names[static_cast<std::size_t>(&layout - protection.layouts().data())];
    for (std::size_t row = 0; row < layout.rows(); ++row) {
      if (one.states[row] != State::told) continue;
      for (LedgerRow& entry : telling(one.question, layout, own, measured, row)) {
        if (!known.count(key_of(entry))) all.push_back(std::move(entry));
      }
    }
  }
  return all;
}

}  // namespace lagesbild::disclosure
