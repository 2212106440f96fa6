#include "system.hpp"

#include <limits>
#include <sstream>

namespace attack {
namespace {

double bound(const std::string& word) {
  if (word == "-") return std::numeric_limits<double>::infinity();
  return std::stod(word);
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
  return out;
}

void unknowns(std::istringstream& words, System& system) {
  for (const Unknown kind : {Unknown::count, Unknown::share, Unknown::change}) {
    std::size_t many = 0;
    words >> many;
    system.unknowns.insert(system.unknowns.end(), many, kind);
  }
}

}  // namespace

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
    } else if (first == "end") {
      return true;
    }
  }
  return false;
}

}  // namespace attack
