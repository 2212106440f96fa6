#include "solver.hpp"

#include <algorithm>
#include <cmath>

namespace attack {
namespace {

constexpr double small = 1e-6;
constexpr double many_persons = 10000;   // nobody has more: keeps what nothing is known of bounded
constexpr int idle_rounds = 3;           // of the crowd, before the rest is asked about one by one
constexpr int most_exact = 20;           // bounds confirmed in fractions, of a system
constexpr double close = 6;               // solutions in fractions that differ by less say little of whole numbers
constexpr int milliseconds_whole = 300;  // for one bound over whole numbers
constexpr int most_whole = 60;           // of such bounds, of a system

double rounded_width(double least, double most) { return std::floor(most + small) - std::ceil(least - small); }

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

void Solver::Range::add(double value) {
  least = seen ? std::min(least, value) : value;
  most = seen ? std::max(most, value) : value;
  seen = true;
}

bool Solver::Range::is_wide() const { return seen && rounded_width(least, most) >= safe_width; }

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
    if (system_.unknowns[i] == Unknown::share) {
      glp_set_col_bnds(problem_, column, GLP_LO, 0, 0);
    } else {
      glp_set_col_bnds(problem_, column, GLP_DB, system_.unknowns[i] == Unknown::change ? -many_persons : 0, many_persons);
      glp_set_col_kind(problem_, column, GLP_IV);
    }
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

std::vector<std::size_t> Solver::narrow(const std::vector<Range>& ranges) const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (!ranges[i].is_wide() && !breached_[i]) out.push_back(i);
  }
  return out;
}

// All narrow targets at once, each with a weight of its own and now up, now down.
void Solver::aim_at_narrow(const std::vector<Range>& ranges) {
  std::vector<double> weights(system_.unknowns.size());
  for (const std::size_t i : narrow(ranges)) {
    const double weight = 0.1 + static_cast<double>(random_() % 1000) / 1000;
    const bool down = random_() % 2 == 0;
    for (const Term& term : system_.targets[i].terms) {
      weights[static_cast<std::size_t>(term.unknown)] += term.times * (down ? -weight : weight);
    }
  }
  for (std::size_t i = 0; i < weights.size(); ++i) glp_set_obj_coef(problem_, static_cast<int>(i) + 1, weights[i]);
}

void Solver::crowd() {
  std::size_t left = narrow(ranges_).size();
  for (int idle = 0; left > 0 && idle < idle_rounds;) {
    aim_at_narrow(ranges_);
    solve(GLP_MAX);
    solve(GLP_MIN);
    const std::size_t now = narrow(ranges_).size();
    idle = now + left / 50 < left ? 0 : idle + 1;
    left = now;
  }
}

// Those that came close to a breach are shown to be further from one than they have to be.
void Solver::widen() {
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    for (const int direction : {GLP_MAX, GLP_MIN}) {
      if (breached_[i] || ranges_[i].most - ranges_[i].least >= close) break;
      aim_at(system_.targets[i]);
      solve(direction);
    }
  }
}

Solver::Range Solver::exactly(const Target& target, Proof& proof) {
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
    if (!bounded) {
      ++found.undecided;
      continue;
    }
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

bool Solver::solve_whole(int direction) {
  glp_set_obj_dir(problem_, direction);
  const glp_smcp simplex = quiet_simplex();
  glp_iocp control;
  glp_init_iocp(&control);
  control.msg_lev = GLP_MSG_OFF;
  control.tm_lim = milliseconds_whole;
  control.br_tech = GLP_BR_MFV;
  if (++whole_tried_ > most_whole) return false;
  ++solved_;
  if (glp_simplex(problem_, &simplex) != 0 || glp_intopt(problem_, &control) != 0 || glp_mip_status(problem_) != GLP_OPT) return false;
  for (std::size_t i = 0; i < whole_.size(); ++i) {
    double sum = 0;
    for (const Term& term : system_.targets[i].terms) sum += term.times * glp_mip_col_val(problem_, term.unknown + 1);
    whole_[i].add(sum);
  }
  return true;
}

// Half persons answer no survey: what is wide only because of fractions is asked about again, in whole numbers.
void Solver::over_whole_numbers(Found& found) {
  for (std::size_t i = 0; i < whole_.size(); ++i) {
    if (ranges_[i].most - ranges_[i].least >= close) continue;
    bool known = true;
    for (const int direction : {GLP_MAX, GLP_MIN}) {
      if (whole_[i].is_wide() || breached_[i]) break;
      aim_at(system_.targets[i]);
      known = solve_whole(direction) && known;
    }
    if (whole_[i].is_wide() || breached_[i]) continue;
    if (known) {
      breached_[i] = 1;
      found.breaches.push_back({i, whole_[i].least, whole_[i].most, Proof::whole});
    } else {
      ++found.undecided;
    }
  }
}

Found Solver::attack() {
  Found found;
  found.feasible = solve(GLP_MIN);
  if (found.feasible) {
    crowd();
    one_by_one(found);
    widen();
    over_whole_numbers(found);
    found.narrowest = many_persons;
    for (const Breach& breach : found.breaches) found.narrowest = std::min(found.narrowest, rounded_width(breach.least, breach.most));
    for (const Range& range : ranges_) found.narrowest = std::min(found.narrowest, rounded_width(range.least, range.most));
  }
  found.solved = solved_;
  return found;
}

}  // namespace attack
