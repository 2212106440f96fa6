#include "walk.hpp"

#include <limits>
#include <numeric>

namespace attack {
namespace {

constexpr int rounds = 6;                  // every target that is left is tried again from somewhere else, and in the end
constexpr int first_search = 3;            // searched for
constexpr int most_denominator = 6;        // of a move in fractions that is tried as so many times itself
constexpr int branches_searched = 100;     // in the first of these rounds, for a move in whole numbers
constexpr std::size_t most_moves = 1000;
constexpr int wanderings = 2000;             // moves made again, after each new one

bool is_near_whole(double value) { return std::abs(value - std::round(value)) < small; }

// The first solution of a search is as good as the shortest. Branches are counted, not seconds: the same on any machine.
void stop_at_first(glp_tree* tree, void* most) {
  int branches = 0;
  glp_ios_tree_size(tree, nullptr, nullptr, &branches);
  if (glp_ios_reason(tree) == GLP_IBINGO || branches > *static_cast<int*>(most)) glp_ios_terminate(tree);
}

}  // namespace

Walk::Walk(const System& system) : system_(system), ranges_(system.targets.size()) {
  if (!solves(system_, system_.start)) return;
  index();
  for (std::size_t i = 0; i < ranges_.size(); ++i) ranges_[i].add(values_[i]);
  pose();
}

Walk::~Walk() {
  if (problem_ != nullptr) glp_delete_prob(problem_);
}

void Walk::index() {
  at_ = system_.start;
  rows_of_.resize(at_.size());
  targets_of_.resize(at_.size());
  const auto put = [this](const auto& all, auto& of, std::vector<double>& sums) {
    sums.assign(all.size(), 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (const Term& term : all[i].terms) {
        const auto unknown = static_cast<std::size_t>(term.unknown);
        of[unknown].emplace_back(i, term.times);
        sums[i] += term.times * at_[unknown];
      }
    }
  };
  put(system_.rows, rows_of_, told_);
  put(system_.targets, targets_of_, values_);
}

// Columns 2i + 1 and 2i + 2: how many more there are of unknown i, and how many fewer.
void Walk::pose() {
  problem_ = glp_create_prob();
  glp_add_cols(problem_, static_cast<int>(2 * at_.size()));
  for (int column = 1; column <= static_cast<int>(2 * at_.size()); ++column) {
    glp_set_col_kind(problem_, column, GLP_IV);
    glp_set_col_bnds(problem_, column, GLP_DB, 0, many_persons);
  }
  target_row_ = glp_add_rows(problem_, static_cast<int>(system_.rows.size()) + 1) + static_cast<int>(system_.rows.size());
  for (std::size_t i = 0; i < system_.rows.size(); ++i) {
    std::vector<int> columns{0};
    std::vector<double> times{0};
    for (const Term& term : system_.rows[i].terms) {
      columns.insert(columns.end(), {2 * term.unknown + 1, 2 * term.unknown + 2});
      times.insert(times.end(), {term.times, -term.times});
    }
    glp_set_mat_row(problem_, static_cast<int>(i) + 1, static_cast<int>(columns.size()) - 1, columns.data(), times.data());
    glp_set_row_bnds(problem_, static_cast<int>(i) + 1, GLP_FX, 0, 0);
  }
}

Walk::Uses Walk::sums(const std::vector<Step>& steps, const std::vector<Uses>& of) {
  Uses all, out;
  for (const Step& step : steps) {
    for (const auto& [place, times] : of[step.unknown]) all.emplace_back(place, times * step.by);
  }
  std::sort(all.begin(), all.end());
  for (const auto& [place, sum] : all) {
    if (out.empty() || out.back().first != place) out.emplace_back(place, 0);
    out.back().second += sum;
  }
  std::erase_if(out, [](const auto& one) { return std::abs(one.second) < small; });
  return out;
}

// How many times a move can be made from here, backwards (at the least, at most 0) and forwards.
std::pair<double, double> Walk::times(const Move& move) const {
  double least = -many_persons, most = many_persons;
  const auto keep = [&](double at, double by, double low, double high) {
    const double down = ((by > 0 ? low : high) - at) / by, up = ((by > 0 ? high : low) - at) / by;
    least = std::max(least, std::ceil(down - small));
    most = std::min(most, std::floor(up + small));
  };
  for (const Step& step : move.steps) {
    keep(at_[step.unknown], step.by, system_.unknowns[step.unknown] == Unknown::change ? -many_persons : 0, many_persons);
  }
  for (const auto& [row, by] : move.rows) keep(told_[row], by, system_.rows[row].least, system_.rows[row].most);
  return {least, most};
}

void Walk::stretch(const Move& move, double least, double most) {
  for (const auto& [target, by] : move.targets) {
    ranges_[target].add(values_[target] + least * by);
    ranges_[target].add(values_[target] + most * by);
  }
}

void Walk::go(const Move& move, double times) {
  for (const Step& step : move.steps) at_[step.unknown] += times * step.by;
  for (const auto& [row, by] : move.rows) told_[row] += times * by;
  for (const auto& [target, by] : move.targets) {
    values_[target] += times * by;
    ranges_[target].add(values_[target]);
  }
}

// The shortest solution, as a move; times a small number, if it is in fractions.
bool Walk::read(Move& move, bool of_search) {
  std::vector<Step> steps;
  for (std::size_t i = 0; i < at_.size(); ++i) {
    const int more = static_cast<int>(2 * i) + 1;
    const double by = of_search ? glp_mip_col_val(problem_, more) - glp_mip_col_val(problem_, more + 1)
                                : glp_get_col_prim(problem_, more) - glp_get_col_prim(problem_, more + 1);
    if (std::abs(by) > small) steps.push_back({i, by});
  }
  for (int denominator = 1; denominator <= most_denominator; ++denominator) {
    if (!std::all_of(steps.begin(), steps.end(), [&](const Step& step) { return is_near_whole(denominator * step.by); })) continue;
    for (Step& step : steps) step.by = std::round(denominator * step.by);
    move = {steps, sums(steps, rows_of_), sums(steps, targets_of_)};
    return times(move).second >= 1;
  }
  return false;
}

bool Walk::find(std::size_t target, double least, double most, Move& move) {
  std::vector<int> columns{0};
  std::vector<double> times{0};
  for (const Term& term : system_.targets[target].terms) {
    columns.insert(columns.end(), {2 * term.unknown + 1, 2 * term.unknown + 2});
    times.insert(times.end(), {term.times, -term.times});
  }
  glp_set_mat_row(problem_, target_row_, static_cast<int>(columns.size()) - 1, columns.data(), times.data());
  glp_set_row_bnds(problem_, target_row_, std::isinf(most) ? GLP_LO : GLP_UP, least, most);
  for (std::size_t i = 0; i < at_.size(); ++i) {
    const int more = static_cast<int>(2 * i) + 1;
    glp_set_obj_coef(problem_, more, 1 + static_cast<double>(random_() % 100) / 200);
    glp_set_obj_coef(problem_, more + 1, 1 + static_cast<double>(random_() % 100) / 200);
    const double fewer = system_.unknowns[i] == Unknown::change ? many_persons : at_[i];
    glp_set_col_bnds(problem_, more + 1, fewer > 0 ? GLP_DB : GLP_FX, 0, fewer);
  }
  for (std::size_t i = 0; i < system_.rows.size(); ++i) {
    const Row& row = system_.rows[i];
    if (row.least == row.most) continue;
    const int type = std::isinf(row.most) ? GLP_LO : std::isinf(row.least) ? GLP_UP : GLP_DB;
    glp_set_row_bnds(problem_, static_cast<int>(i) + 1, type, row.least - told_[i], row.most - told_[i]);
  }
  glp_std_basis(problem_);
  glp_smcp simplex;
  glp_init_smcp(&simplex);
  simplex.msg_lev = GLP_MSG_OFF;
  simplex.meth = GLP_DUALP;
  ++solved_;
  if (glp_simplex(problem_, &simplex) != 0 || glp_get_status(problem_) != GLP_OPT) return false;
  if (read(move, false)) return true;
  if (round_ < first_search) return false;
  int most_branches = branches_searched << (2 * (round_ - first_search));
  glp_iocp search;
  glp_init_iocp(&search);
  search.msg_lev = GLP_MSG_OFF;
  search.bt_tech = GLP_BT_DFS;
  search.cb_func = stop_at_first;
  search.cb_info = &most_branches;
  ++solved_;
  glp_intopt(problem_, &search);
  const int status = glp_mip_status(problem_);
  return (status == GLP_OPT || status == GLP_FEAS) && read(move, true);
}

// To where the target is as far as is needed from where it has been.
void Walk::toward(std::size_t target, int direction) {
  const double unbounded = std::numeric_limits<double>::infinity();
  const Range& range = ranges_[target];
  Move move;
  const bool is_short = round_ == 0;
  const double up = is_short ? 1 : range.least + safe_width - values_[target];
  const double down = is_short ? -1 : range.most - safe_width - values_[target];
  const bool found = direction > 0 ? find(target, up, unbounded, move) : find(target, -unbounded, down, move);
  if (!found) return;
  const auto [least, most] = times(move);
  stretch(move, least, most);
  go(move, 1);
  if (moves_.size() < most_moves) {
    moves_.push_back(move);
  } else {
    moves_[random_() % most_moves] = move;
  }
  wander();
}

// Moves are made again, from where they have not been made: what they tell of other targets costs little.
void Walk::wander() {
  for (int i = 0; i < wanderings; ++i) {
    const Move& move = moves_[random_() % moves_.size()];
    const auto [least, most] = times(move);
    stretch(move, least, most);
    const double low = std::max(least, -safe_width), high = std::min(most, safe_width);
    go(move, low + static_cast<double>(random_() % static_cast<unsigned>(high - low + 1)));
  }
}

void Walk::settle() {
  if (problem_ == nullptr) return;
  std::vector<std::size_t> order(ranges_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (round_ = 0; round_ < rounds; ++round_) {
    std::shuffle(order.begin(), order.end(), random_);
    for (const std::size_t target : order) {
      for (const int direction : {1, -1}) {
        if (!ranges_[target].is_wide()) toward(target, direction);
      }
    }
  }
  if (!solves(system_, at_)) ranges_.assign(ranges_.size(), {});  // steps that do not add up prove nothing
}

}  // namespace attack
