// Every table that is small enough, protected and then attacked: by going through all tables that give the same site. The attacker knows
// which numbers are told, how they are added up and where nobody is.
#include <array>
#include <limits>
#include <numeric>
#include <optional>

#include "catch.hpp"
#include "made_layout.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;

namespace {

constexpr std::int64_t smallest_group = 5;
constexpr std::size_t every = 60;       // of the tables of 3 x 3; 1 takes all 1.1 million of them, and ten minutes
constexpr std::int32_t unbounded = 12;  // more than this in a cell that nothing bounds teaches nothing new

// Of one category: all tables with the told sums, depth first, until each secret is seen to be anything within the width or none is left.
class Attacker {
 public:
  Attacker(const Layout& layout, const std::vector<State>& states, const Counts& real, const Counts& alive) : cells_(real.size()) {
    for (std::size_t row = 0; row < layout.rows(); ++row) {
      if (states[row] != State::told && states[row] != State::withheld) continue;
      Sum sum;
      sum.row = row;
      for (const std::size_t cell : test::cells_of(layout, row)) {
        if (alive[cell] == 0) continue;
        sum.cells.push_back(cell);
        sum.left += real[cell];
      }
      if (sum.cells.empty()) continue;
      (states[row] == State::told ? told_ : secret_).push_back(std::move(sum));
    }
    for (std::size_t cell = 0; cell < real.size(); ++cell) {
      if (alive[cell] > 0) order_.push_back(cell);
    }
    for (std::size_t i = 0; i < told_.size(); ++i) {
      for (const std::size_t cell : told_[i].cells) cells_[cell].push_back(i);
      told_[i].open = told_[i].cells.size();
    }
    value_.resize(real.size());
  }

  // A row that is known too closely, if there is any.
  std::optional<std::size_t> broken() {
    go(0);
    for (const Sum& one : secret_) {
      if (one.most - one.least < narrowest) return one.row;
    }
    return std::nullopt;
  }

 private:
  struct Sum {
    std::size_t row = 0;
    std::vector<std::size_t> cells;
    std::int32_t left = 0;
    std::size_t open = 0;
    std::int32_t least = std::numeric_limits<std::int32_t>::max() / 2, most = std::numeric_limits<std::int32_t>::min() / 2;
  };

  // Returns whether everything is known to be wide enough.
  bool go(std::size_t depth) {
    if (depth == order_.size()) return see();
    const std::size_t cell = order_[depth];
    std::int32_t least = 0, most = unbounded;
    for (const std::size_t i : cells_[cell]) {
      most = std::min(most, told_[i].left);
      if (told_[i].open == 1) least = std::max(least, told_[i].left);
    }
    for (std::int32_t value = least; value <= most; ++value) {
      value_[cell] = value;
      for (const std::size_t i : cells_[cell]) told_[i].left -= value, --told_[i].open;
      const bool done = go(depth + 1);
      for (const std::size_t i : cells_[cell]) told_[i].left += value, ++told_[i].open;
      if (done) return true;
    }
    return false;
  }

  bool see() {
    bool wide = true;
    for (Sum& one : secret_) {
      std::int32_t sum = 0;
      for (const std::size_t cell : one.cells) sum += value_[cell];
      one.least = std::min(one.least, sum);
      one.most = std::max(one.most, sum);
      wide = wide && one.most - one.least >= narrowest;
    }
    return wide;
  }

  std::vector<Sum> told_, secret_;
  std::vector<std::size_t> order_;
  std::vector<std::vector<std::size_t>> cells_;  // by cell: told sums that it is in
  Counts value_;
};

struct Found {
  std::size_t tables = 0, attacked = 0, beside = 0;
};

void attack(const Layout& layout, const std::vector<Counts>& categories, Found& found) {
  ++found.tables;
  std::vector<Need> needs;
  Counts alive(categories[0].size());
  for (std::size_t category = 0; category < categories.size(); ++category) {
    needs.push_back({category});
    for (std::size_t cell = 0; cell < alive.size(); ++cell) alive[cell] += categories[category][cell];
  }
  const auto states = test::all_told(layout, categories);
  std::vector<std::size_t> small;
  for (std::size_t row = 0; row < layout.rows(); ++row) {
    if (states[row] == State::told && test::sum_over(layout, alive, row) < smallest_group) small.push_back(row);
  }
  if (small.empty()) return;
  ++found.attacked;
  Protector protector{layout, categories, needs, states};
  for (const std::size_t row : small) protector.withhold(row, Reason::small_group);
  protector.close();
  const auto withheld = static_cast<std::size_t>(std::count(protector.states().begin(), protector.states().end(), State::withheld));
  found.beside += withheld - small.size();
  for (const Counts& counts : categories) {
    const auto broken = Attacker{layout, protector.states(), counts, alive}.broken();
    if (!broken && protector.proofs().open.empty()) continue;
    std::string table;
    for (const Counts& one : categories) {
      for (const std::int32_t count : one) table += std::to_string(count) + ' ';
    }
    FAIL_CHECK("row " << broken.value_or(layout.rows()) << " of " << table << "is known too closely");
  }
}

// Lines of a table as numbers; only one of those that differ in the order of lines and columns is tried.
struct Shape {
  std::size_t lines, columns;
  std::int32_t values;  // of each cell: 0 to this less one
};

// Whether no other order of the columns, with the lines sorted, comes before it.
bool is_first(const Counts& table, const Shape& shape) {
  std::vector<std::size_t> order(shape.columns);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::array<std::array<std::int32_t, 3>, 3> lines{}, own{};
  for (std::size_t line = 0; line < shape.lines; ++line) {
    for (std::size_t column = 0; column < shape.columns; ++column) own[line][column] = table[line * shape.columns + column];
  }
  do {
    for (std::size_t line = 0; line < shape.lines; ++line) {
      for (std::size_t column = 0; column < shape.columns; ++column) lines[line][column] = own[line][order[column]];
    }
    std::sort(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(shape.lines));
    if (lines < own) return false;
  } while (std::next_permutation(order.begin(), order.end()));
  return true;
}

template <class Try>
void each_table(const Shape& shape, const Try& try_one) {
  Counts table(shape.lines * shape.columns);
  for (;;) {
    if (is_first(table, shape)) try_one(table);
    std::size_t at = table.size();
    while (at > 0 && table[at - 1] == shape.values - 1) table[--at] = 0;
    if (at == 0) return;
    ++table[at - 1];
    // lines in ascending order: skip what has a line before the one above it
    for (std::size_t line = 1; line < shape.lines; ++line) {
      const auto begin = table.begin() + static_cast<std::ptrdiff_t>(line * shape.columns);
      const auto above = begin - static_cast<std::ptrdiff_t>(shape.columns);
      if (std::lexicographical_compare(begin, begin + static_cast<std::ptrdiff_t>(shape.columns), above, begin)) {
        std::copy(above, begin, begin);
        std::fill(begin + static_cast<std::ptrdiff_t>(shape.columns), table.end(), 0);
      }
    }
  }
}

// Tables of those who say yes and of those who say no: a pair as one number.
template <class Try>
void each_pair(const Shape& shape, const Try& try_one) {
  each_table({shape.lines, shape.columns, shape.values * shape.values}, [&](const Counts& table) {
    std::vector<Counts> categories(2, table);
    for (std::size_t cell = 0; cell < table.size(); ++cell) {
      categories[0][cell] = table[cell] / shape.values;
      categories[1][cell] = table[cell] % shape.values;
    }
    try_one(categories);
  });
}

}  // namespace

TEST_CASE("no withheld number of any table up to 3 x 3 is known to less than three") {
  for (const bool by_slots : {false, true}) {
    Found found;
    for (const std::size_t lines : {1U, 2U, 3U}) {
      for (const std::size_t columns : {1U, 2U, 3U}) {
        const auto units = static_cast<std::uint32_t>(lines);
        const Layout layout =
            by_slots ? test::units_by_slots(units, columns) : test::forums_by_owners(units, static_cast<std::uint32_t>(columns));
        std::size_t number = 0;
        each_table({lines, columns, 7}, [&](const Counts& table) {
          if (lines * columns < 9 || number++ % every == 0) attack(layout, {table}, found);
        });
      }
    }
    CHECK(found.tables > 21'000 + 1'100'000 / every);
    CHECK(found.attacked > found.tables * 9 / 10);
    CHECK(found.beside > found.tables);  // else there was nothing to attack
  }
}

TEST_CASE("no withheld answer of any table up to 2 x 3 is known to less than three, of those who say yes and of those who say no") {
  for (const bool by_slots : {false, true}) {
    Found found;
    const Layout layout = by_slots ? test::units_by_slots(2, 2) : test::forums_by_owners(2, 2);
    each_pair({2, 2, 5}, [&](const std::vector<Counts>& categories) { attack(layout, categories, found); });
    CHECK(found.tables > 50'000);
    CHECK(found.beside > found.tables);
  }
  Found found;
  for (unsigned seed = 0; seed < 10'000; ++seed) {  // 2 x 3 with up to four in a cell: too many to try all
    test::Random random{seed};
    std::vector<Counts> categories(2, Counts(6));
    for (Counts& counts : categories) {
      for (std::int32_t& count : counts) count = static_cast<std::int32_t>(random.below(5));
    }
    attack(seed % 2 == 0 ? test::units_by_slots(2, 3) : test::forums_by_owners(2, 3), categories, found);
  }
  CHECK(found.attacked > 9'000);
}
