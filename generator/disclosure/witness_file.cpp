// Witnesses as text: lines of cells between tabs, the first of them a word that says what the line is. Read back strictly.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>

#include "base/hash.hpp"
#include "disclosure/codes.hpp"
#include "disclosure/witness.hpp"

namespace lagesbild::disclosure {
namespace {

constexpr std::string_view heading = "lagesbild-witnesses\t1\n";

using Cell3 = std::tuple<std::uint16_t, std::uint32_t, std::uint16_t>;  // category, unit, slot

Cell3 cell_of(const Shift& shift) { return {shift.category, shift.unit, shift.slot}; }

std::int32_t& count_of(Witness& witness, const Layout& layout, const Cell3& cell) {
  const auto& [category, unit, slot] = cell;
  return witness.table[category][layout.cell(unit, slot)];
}

bool stands(Witness& witness, const Layout& layout, const Move& move) {
  std::map<Cell3, std::int64_t> sums;
  for (const Shift& shift : move) sums[cell_of(shift)] += shift.by;
  return std::all_of(sums.begin(), sums.end(), [&](const auto& one) { return count_of(witness, layout, one.first) + one.second >= 0; });
}

// So that the table is not the real one: moved along walks in an order that only the table itself decides, as far as all proofs stand.
void move_away(Witness& witness, const Layout& layout) {
  std::string seed = witness.question;
  for (const Counts& counts : witness.table) {
    for (const std::int32_t count : counts) seed += static_cast<char>('0' + count % 64);
  }
  std::map<Cell3, std::vector<std::size_t>> touching;
  for (std::size_t i = 0; i < witness.walks.size(); ++i) {
    for (const Move* move : {&witness.walks[i].up, &witness.walks[i].down}) {
      for (const Shift& shift : *move) touching[cell_of(shift)].push_back(i);
    }
  }
  std::vector<std::pair<std::string, std::size_t>> order;
  const std::string key = sha256_hex(seed);
  for (std::size_t i = 0; i < witness.walks.size(); ++i) order.emplace_back(sha256_hex(key + std::to_string(i)), i);
  std::sort(order.begin(), order.end());
  for (const auto& [hash, i] : order) {
    const Move& move = hash.front() < '8' && !witness.walks[i].down.empty() ? witness.walks[i].down : witness.walks[i].up;
    if (!stands(witness, layout, move)) continue;
    for (const Shift& shift : move) count_of(witness, layout, cell_of(shift)) += shift.by;
    const bool all = std::all_of(move.begin(), move.end(), [&](const Shift& shift) {
      const auto& walks = touching[cell_of(shift)];
      return std::all_of(walks.begin(), walks.end(), [&](std::size_t walk) {
        return stands(witness, layout, witness.walks[walk].up) && stands(witness, layout, witness.walks[walk].down);
      });
    });
    if (all) continue;
    for (const Shift& shift : move) count_of(witness, layout, cell_of(shift)) -= shift.by;
  }
}

class Writer {
 public:
  template <class... Cells>
  void line(std::string_view word, const Cells&... cells) {
    text_ += word;
    (add(cells), ...);
    text_ += '\n';
  }
  std::string take() { return std::move(text_); }

 private:
  void add(const std::string& cell) { text_.append("\t").append(cell); }
  void add(const Move& move) {
    add(static_cast<std::int64_t>(move.size()));
    for (const Shift& shift : move) add(shift.unit), add(shift.slot), add(shift.category), add(shift.by);
  }
  template <class T>
  void add(const std::vector<T>& list) {
    add(static_cast<std::int64_t>(list.size()));
    for (const auto& one : list) add(static_cast<std::int64_t>(one));
  }
  template <class T>
    requires std::is_arithmetic_v<T>
  void add(T number) {
    text_.append("\t").append(std::to_string(static_cast<std::int64_t>(number)));
  }
  std::string text_;
};

void write(Writer& out, const NamedLayout& named) {
  const Layout& layout = named.layout;
  out.line("layout", layout.units, layout.groups, layout.slots, layout.spans.size());
  for (std::size_t group = 0; group < layout.groups; ++group) out.line("group", named.groups[group].first, named.groups[group].second);
  for (std::size_t unit = 0; unit < layout.units; ++unit) {
    out.line("unit", named.units[unit], layout.successor[unit], layout.groups_of[unit]);
  }
  for (std::size_t span = 0; span < layout.spans.size(); ++span) out.line("span", named.periods[span], layout.spans[span].slots);
}

void write(Writer& out, const Witness& witness) {
  out.line("question", witness.question, witness.layout, witness.frozen, witness.indicators.size(), witness.table.size(),
           witness.needs.size(), witness.walks.size(), witness.proofs.size());
  for (const WitnessedIndicator& one : witness.indicators) out.line("indicator", one.id, one.mean, one.scale, one.numerator, one.rest);
  for (std::size_t i = 0; i < witness.table.size(); ++i) out.line("category", witness.answers[i], witness.table[i]);
  out.line("known", witness.known);
  out.line("secret", witness.secret);
  out.line("open", witness.open);
  for (const Need& need : witness.needs) out.line("need", need);
  for (const Walk& walk : witness.walks) out.line("walk", walk.up, walk.down);
  for (const Proof& proof : witness.proofs) out.line("proof", proof.row, proof.need, proof.walk);
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}
  bool ok() const { return ok_; }
  int line() const { return line_; }
  bool at_end() const { return text_.empty(); }

  // The next line, which has to begin with this word.
  void next(std::string_view word) {
    if (!ok_) return;
    ++line_;
    const std::size_t end = text_.find('\n');
    ok_ = rest_.empty() && end != std::string_view::npos;  // a number that was cut is a number still
    if (!ok_) return;
    rest_ = text_.substr(0, end);
    text_.remove_prefix(end + 1);
    ok_ = cell() == word;
  }
  std::string text() { return std::string{cell()}; }
  std::int64_t number(std::int64_t least, std::int64_t most) {
    const std::string_view word = cell();
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size() || value < least || value > most) ok_ = false;
    return ok_ ? value : least;
  }
  std::size_t count(std::int64_t most) { return static_cast<std::size_t>(number(0, most)); }
  template <class T>
  std::vector<T> list(std::int64_t most) {
    std::vector<T> all;
    for (std::size_t left = count(1 << 26); ok_ && left > 0; --left) all.push_back(static_cast<T>(number(0, most)));
    return all;
  }
  Move move(const Layout& layout, std::size_t categories) {
    Move all;
    for (std::size_t left = count(1 << 20); ok_ && left > 0; --left) {
      Shift shift;
      shift.unit = static_cast<std::uint32_t>(count(static_cast<std::int64_t>(layout.units) - 1));
      shift.slot = static_cast<std::uint16_t>(count(static_cast<std::int64_t>(layout.slots) - 1));
      shift.category = static_cast<std::uint16_t>(count(static_cast<std::int64_t>(categories) - 1));
      shift.by = static_cast<std::int32_t>(number(-1'000'000, 1'000'000));
      all.push_back(shift);
    }
    return all;
  }
  void require(bool holds) { ok_ = ok_ && holds; }

 private:
  std::string_view cell() {
    const std::size_t end = std::min(rest_.find('\t'), rest_.size());
    const std::string_view found = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return found;
  }
  std::string_view text_, rest_;
  int line_ = 0;
  bool ok_ = true;
};

constexpr std::int64_t many = 1 << 24;

NamedLayout read_layout(Scanner& in) {
  NamedLayout named;
  Layout& layout = named.layout;
  in.next("layout");
  layout.units = in.count(many);
  layout.groups = in.count(many);
  layout.slots = in.count(most_slots);
  const std::size_t spans = in.count(4096);
  layout.members.resize(layout.groups);
  for (std::size_t group = 0; in.ok() && group < layout.groups; ++group) {
    in.next("group");
    std::string kind = in.text();
    named.groups.emplace_back(std::move(kind), in.text());
  }
  for (std::uint32_t unit = 0; in.ok() && unit < layout.units; ++unit) {
    in.next("unit");
    named.units.push_back(in.text());
    layout.successor.push_back(static_cast<std::uint32_t>(in.count(static_cast<std::int64_t>(layout.units) - 1)));
    layout.groups_of.push_back(in.list<std::uint32_t>(static_cast<std::int64_t>(layout.groups) - 1));
    in.require(std::is_sorted(layout.groups_of.back().begin(), layout.groups_of.back().end()));
    if (!in.ok()) break;
    for (const std::uint32_t group : layout.groups_of.back()) layout.members[group].push_back(unit);
  }
  // A chain of successors that never ends would hang whoever follows it.
  for (std::size_t unit = 0; in.ok() && unit < layout.units; ++unit) {
    std::size_t at = unit, steps = 0;
    while (layout.successor[at] != at && ++steps <= layout.units) at = layout.successor[at];
    in.require(layout.successor[at] == at);
  }
  if (in.ok()) layout.hold();
  for (std::size_t span = 0; in.ok() && span < spans; ++span) {
    in.next("span");
    named.periods.push_back(in.text());
    layout.spans.push_back({0, static_cast<Slots>(in.number(1, INT64_MAX))});
  }
  return named;
}

Witness read_witness(Scanner& in, const std::vector<NamedLayout>& layouts) {
  Witness witness;
  in.next("question");
  witness.question = in.text();
  witness.layout = in.count(static_cast<std::int64_t>(layouts.size()) - 1);
  witness.frozen = static_cast<Slots>(in.number(0, INT64_MAX));
  const std::size_t indicators = in.count(many), categories = in.count(65535), needs = in.count(many), walks = in.count(many),
                    proofs = in.count(many);
  if (!in.ok()) return witness;
  const Layout& layout = layouts[witness.layout].layout;
  const auto last = static_cast<std::int64_t>(categories) - 1;
  for (std::size_t i = 0; in.ok() && i < indicators; ++i) {
    in.next("indicator");
    WitnessedIndicator one;
    one.id = in.text();
    one.mean = in.count(1) == 1;
    one.scale = static_cast<double>(in.number(1, 1000));
    one.numerator = in.list<std::size_t>(last);
    one.rest = in.list<std::size_t>(last);
    witness.indicators.push_back(std::move(one));
  }
  for (std::size_t i = 0; in.ok() && i < categories; ++i) {
    in.next("category");
    witness.answers.push_back(in.number(-1, INT64_MAX));
    witness.table.push_back(in.list<std::int32_t>(INT32_MAX));
    in.require(witness.table.back().size() == layout.units * layout.slots);
  }
  in.next("known");
  witness.known = in.list<bool>(1);
  in.next("secret");
  witness.secret = in.list<bool>(1);
  in.next("open");
  witness.open = in.list<bool>(1);
  in.require(witness.known.size() == layout.rows() && witness.secret.size() == layout.rows() &&
             witness.open.size() == layout.rows());
  for (std::size_t i = 0; in.ok() && i < needs; ++i) {
    in.next("need");
    witness.needs.push_back(in.list<std::size_t>(last));
  }
  for (std::size_t i = 0; in.ok() && i < walks; ++i) {
    in.next("walk");
    Move up = in.move(layout, categories);
    witness.walks.push_back({std::move(up), in.move(layout, categories)});
  }
  for (std::size_t i = 0; in.ok() && i < proofs; ++i) {
    in.next("proof");
    const std::size_t row = in.count(many), need = in.count(many);
    witness.proofs.push_back({row, need, in.count(many)});
  }
  return witness;
}

}  // namespace

std::string to_text(Witnesses witnesses) {
  Writer out;
  out.line("witnesses", witnesses.layouts.size(), witnesses.questions.size());
  for (const NamedLayout& named : witnesses.layouts) write(out, named);
  for (Witness& witness : witnesses.questions) {
    move_away(witness, witnesses.layouts[witness.layout].layout);
    write(out, witness);
  }
  return std::string{heading} + out.take();
}

Result<Witnesses> read_witnesses(std::string_view text) {
  Witnesses all;
  const bool headed = text.substr(0, heading.size()) == heading;
  Scanner in{headed ? text.substr(heading.size()) : std::string_view{}};
  in.next("witnesses");
  const std::size_t layouts = in.count(64), questions = in.count(many);
  for (std::size_t i = 0; in.ok() && i < layouts; ++i) all.layouts.push_back(read_layout(in));
  for (std::size_t i = 0; in.ok() && i < questions; ++i) all.questions.push_back(read_witness(in, all.layouts));
  in.require(in.at_end());
  if (in.ok()) return all;
  return Failure{code::witness_unreadable, {{"line", std::to_string(headed ? in.line() + 1 : 1)}}, {}};
}

}  // namespace lagesbild::disclosure
