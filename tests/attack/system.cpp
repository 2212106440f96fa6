#include "system.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <sstream>
#include <utility>

#include "range.hpp"

namespace attack {
namespace {

double bound(const std::string& word) {
  if (word == "-") return std::numeric_limits<double>::infinity();
  return std::stod(word);
}

std::vector<Term> merged(std::vector<Term> terms) {
  std::map<int, double> sums;
  for (const Term& term : terms) sums[term.unknown] += term.times;
  terms.clear();
  for (const auto& [unknown, times] : sums) terms.push_back({unknown, times});
  return terms;
}

// "3 4*7 -1*2": unknown 3 once, 4 times unknown 7, less unknown 2.
std::vector<Term> terms(std::istringstream& words) {
  std::vector<Term> out;
  for (std::string word; words >> word;) {
    const std::size_t star = word.find('*');
    if (star == std::string::npos) {
      out.push_back({std::stoi(word), 1});
    } else {
      out.push_back({std::stoi(word.substr(star + 1)), std::stod(word.substr(0, star))});
    }
  }
  return merged(std::move(out));
}

void unknowns(std::istringstream& words, System& system) {
  for (const Unknown kind : {Unknown::count, Unknown::share, Unknown::change}) {
    std::size_t many = 0;
    words >> many;
    system.unknowns.insert(system.unknowns.end(), many, kind);
  }
}

}  // namespace

bool solves(const System& system, const std::vector<double>& values) {
  if (values.size() != system.unknowns.size()) return false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (system.unknowns[i] == Unknown::share || values[i] != std::round(values[i])) return false;
    if (values[i] < 0 && system.unknowns[i] == Unknown::count) return false;
  }
  return std::all_of(system.rows.begin(), system.rows.end(), [&](const Row& row) {
    double sum = 0;
    for (const Term& term : row.terms) sum += term.times * values[static_cast<std::size_t>(term.unknown)];
    return sum >= row.least - small && sum <= row.most + small;
  });
}

bool read(std::istream& in, System& system) {
  system = {};
  for (std::string line; std::getline(in, line);) {
    std::istringstream words{line};
    std::string first;
    words >> first;
    if (first == "system") {
      words >> system.name;
    } else if (first == "unknowns") {
      unknowns(words, system);
    } else if (first == "row") {
      std::string least, most;
      words >> least >> most;
      const double low = least == "-" ? -bound(least) : bound(least);
      system.rows.push_back({low, bound(most), terms(words)});
    } else if (first == "target") {
      std::string name;
      words >> name;
      system.targets.push_back({name, terms(words)});
    } else if (first == "start") {
      for (double value = 0; words >> value;) system.start.push_back(value);
    } else if (first == "end") {
      return true;
    }
  }
  return false;
}

}  // namespace attack
