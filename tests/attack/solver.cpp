#include "solver.hpp"

#include <algorithm>
#include <cmath>

#include "walk.hpp"

namespace attack {
namespace {

constexpr int idle_rounds = 3;           // of the crowd, before the rest is asked about one by one
constexpr int most_exact = 20;           // bounds confirmed in fractions, of a system
constexpr int milliseconds_whole = 2000; // for one bound over whole numbers
constexpr int most_whole = 100;          // of such bounds, of a system

int bound_type(double least, double most) {
  if (std::isinf(least) && std::isinf(most)) return GLP_FR;
  if (std::isinf(most)) return GLP_LO;
  if (std::isinf(least)) return GLP_UP;
  return least < most ? GLP_DB : GLP_FX;
}

glp_smcp quiet_simplex() {
  glp_smcp control;
  glp_init_smcp(&control);
  control.msg_lev = GLP_MSG_OFF;
  return control;
}

}  // namespace

const char* word(Proof proof) {
  if (proof == Proof::exact) return "exact";
  return proof == Proof::whole ? "whole" : "floating";
}

Solver::Solver(const System& system)
    : system_(system),
      problem_(glp_create_prob()),
      ranges_(system.targets.size()),
      whole_(system.targets.size()),
      breached_(system.targets.size()) {
  glp_term_out(GLP_OFF);
  add_unknowns();
  add_rows();
}

Solver::~Solver() { glp_delete_prob(problem_); }

void Solver::add_unknowns() {
  glp_add_cols(problem_, static_cast<int>(system_.unknowns.size()));
  for (std::size_t i = 0; i < system_.unknowns.size(); ++i) {
    const int column = static_cast<int>(i) + 1;
    glp_set_col_bnds(problem_, column, GLP_DB, system_.unknowns[i] == Unknown::change ? -many_persons : 0, many_persons);
    if (system_.unknowns[i] != Unknown::share) glp_set_col_kind(problem_, column, GLP_IV);
  }
}

void Solver::add_rows() {
  if (system_.rows.empty()) return;
  glp_add_rows(problem_, static_cast<int>(system_.rows.size()));
  int number = 0;
  for (const Row& row : system_.rows) {
    std::vector<int> columns{0};
    std::vector<double> times{0};
    for (const Term& term : row.terms) {
      columns.push_back(term.unknown + 1);
      times.push_back(term.times);
    }
    glp_set_mat_row(problem_, ++number, static_cast<int>(row.terms.size()), columns.data(), times.data());
    glp_set_row_bnds(problem_, number, bound_type(row.least, row.most), row.least, row.most);
  }
}

double Solver::value_of(const Target& target) const {
  double sum = 0;
  for (const Term& term : target.terms) sum += term.times * glp_get_col_prim(problem_, term.unknown + 1);
  return sum;
}

bool Solver::is_whole() const {
  for (std::size_t i = 0; i < system_.unknowns.size(); ++i) {
    const double value = glp_get_col_prim(problem_, static_cast<int>(i) + 1);
    if (system_.unknowns[i] != Unknown::share && std::abs(value - std::round(value)) > small) return false;
  }
  return true;
}

// Every solution says something of every target.
void Solver::take_in() {
  const bool whole = is_whole();
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    const double value = value_of(system_.targets[i]);
    ranges_[i].add(value);
    if (whole) whole_[i].add(value);
  }
}

bool Solver::solve(int direction) {
  glp_set_obj_dir(problem_, direction);
  const glp_smcp control = quiet_simplex();
  ++solved_;
  const bool done = glp_simplex(problem_, &control) == 0 && glp_get_status(problem_) == GLP_OPT;
  if (done) take_in();
  return done;
}

void Solver::aim_at(const Target& target) {
  for (int column = 1; column <= glp_get_num_cols(problem_); ++column) glp_set_obj_coef(problem_, column, 0);
  for (const Term& term : target.terms) {
    glp_set_obj_coef(problem_, term.unknown + 1, glp_get_obj_coef(problem_, term.unknown + 1) + term.times);
  }
}

std::vector<std::size_t> Solver::narrow() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    if (!ranges_[i].is_wide() && !breached_[i]) out.push_back(i);
  }
  return out;
}

// Many targets at once, each with a weight of its own and now up, now down.
void Solver::aim_at_some(const std::vector<std::size_t>& targets) {
  std::vector<double> weights(system_.unknowns.size());
  for (const std::size_t i : targets) {
    const double weight = 0.1 + static_cast<double>(random_() % 1000) / 1000;
    const bool down = random_() % 2 == 0;
    for (const Term& term : system_.targets[i].terms) {
      weights[static_cast<std::size_t>(term.unknown)] += term.times * (down ? -weight : weight);
    }
  }
  for (std::size_t i = 0; i < weights.size(); ++i) glp_set_obj_coef(problem_, static_cast<int>(i) + 1, weights[i]);
}

void Solver::crowd() {
  std::size_t left = narrow().size();
  for (int idle = 0; left > 0 && idle < idle_rounds;) {
    aim_at_some(narrow());
    solve(GLP_MAX);
    solve(GLP_MIN);
    const std::size_t now = narrow().size();
    idle = now + left / 50 < left ? 0 : idle + 1;
    left = now;
  }
}

Range Solver::exactly(const Target& target, Proof& proof) {
  Range range;
  for (const int direction : {GLP_MIN, GLP_MAX}) {
    aim_at(target);
    glp_set_obj_dir(problem_, direction);
    const glp_smcp control = quiet_simplex();
    if (glp_simplex(problem_, &control) != 0) continue;
    if (exact_ >= most_exact || glp_exact(problem_, &control) != 0) proof = Proof::floating;
    range.add(value_of(target));
  }
  ++exact_;
  return range;
}

void Solver::one_by_one(Found& found) {
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    bool bounded = true;
    for (const int direction : {GLP_MAX, GLP_MIN}) {
      if (ranges_[i].is_wide()) break;
      aim_at(system_.targets[i]);
      bounded = solve(direction) && bounded;
    }
    if (ranges_[i].is_wide()) continue;
    if (!bounded) continue;  // left to whole numbers
    Proof proof = Proof::exact;
    const Range range = exactly(system_.targets[i], proof);
    if (range.is_wide()) {
      ranges_[i] = range;
    } else {
      breached_[i] = 1;
      found.breaches.push_back({i, range.least, range.most, proof});
    }
  }
}

// Called in the middle of a search: what has been found may be enough.
void Solver::stop_when_enough(glp_tree* tree, void* wanted) {
  const double enough = *static_cast<double*>(wanted);
  if (glp_ios_reason(tree) != GLP_IBINGO) return;
  const double found = glp_mip_obj_val(glp_ios_get_prob(tree));
  const bool reached = glp_get_obj_dir(glp_ios_get_prob(tree)) == GLP_MAX ? found >= enough - small : found <= enough + small;
  if (reached) glp_ios_terminate(tree);
}

// Looks for a solution in whole numbers that is best, or good enough. Whether it is known to be the best.
bool Solver::solve_whole(int direction, double enough) {
  glp_set_obj_dir(problem_, direction);
  const glp_smcp simplex = quiet_simplex();
  glp_iocp control;
  glp_init_iocp(&control);
  control.msg_lev = GLP_MSG_OFF;
  control.tm_lim = milliseconds_whole;
  control.br_tech = GLP_BR_MFV;
  control.bt_tech = GLP_BT_DFS;
  control.cb_func = stop_when_enough;
  control.cb_info = &enough;
  ++solved_;
  if (++whole_tried_ > most_whole || glp_simplex(problem_, &simplex) != 0) return false;
  glp_intopt(problem_, &control);
  const int status = glp_mip_status(problem_);
  if (status != GLP_OPT && status != GLP_FEAS) return false;
  std::vector<double> values;
  for (int column = 1; column <= glp_get_num_cols(problem_); ++column) values.push_back(glp_mip_col_val(problem_, column));
  const bool has_shares = std::find(system_.unknowns.begin(), system_.unknowns.end(), Unknown::share) != system_.unknowns.end();
  if (!has_shares && !solves(system_, values)) return false;
  for (std::size_t i = 0; i < whole_.size(); ++i) {
    double sum = 0;
    for (const Term& term : system_.targets[i].terms) sum += term.times * values[static_cast<std::size_t>(term.unknown)];
    whole_[i].add(sum);
  }
  return status == GLP_OPT;
}

bool Solver::is_doubtful(std::size_t target) const {
  return !breached_[target] && !whole_[target].is_wide();
}

// Half persons answer no survey: what is wide only because of fractions is asked about again, in whole numbers.
void Solver::over_whole_numbers(Found& found) {
  for (std::size_t i = 0; i < whole_.size(); ++i) {
    bool known = true;
    for (const int direction : {GLP_MAX, GLP_MIN}) {
      if (!is_doubtful(i)) break;
      aim_at(system_.targets[i]);
      const bool seen = whole_[i].seen;
      const double enough = direction == GLP_MAX ? whole_[i].least + safe_width : whole_[i].most - safe_width;
      known = solve_whole(direction, seen ? enough : direction == GLP_MAX ? many_persons : -many_persons) && known;
    }
    if (!is_doubtful(i)) continue;
    if (known) {
      breached_[i] = 1;
      found.breaches.push_back({i, whole_[i].least, whole_[i].most, Proof::whole});
    } else {
      ++found.undecided;
    }
  }
}

// Two solutions in whole numbers settle a target; what the walk leaves is left to the rest.
void Solver::walk() {
  Walk walk{system_};
  walk.settle();
  solved_ += walk.solved();
  for (std::size_t i = 0; i < whole_.size(); ++i) {
    if (!walk.ranges()[i].seen) continue;
    for (Range* range : {&ranges_[i], &whole_[i]}) {
      range->add(walk.ranges()[i].least);
      range->add(walk.ranges()[i].most);
    }
  }
}

Found Solver::attack() {
  Found found;
  found.feasible = solve(GLP_MIN);
  if (found.feasible) {
    walk();
    crowd();
    one_by_one(found);
    over_whole_numbers(found);
    found.narrowest = many_persons;
    for (const Breach& breach : found.breaches) found.narrowest = std::min(found.narrowest, rounded_width(breach.least, breach.most));
    for (const Range& range : ranges_) found.narrowest = std::min(found.narrowest, rounded_width(range.least, range.most));
  }
  found.solved = solved_;
  return found;
}

}  // namespace attack
