// The attacker's arithmetic: of numbers nobody has published, the smallest and the largest that still agree with what has been. It knows
// nothing of clinics, and shares nothing with the generator. Links GLPK (GPL-3), which only test programs may do.
//
// usage: attack [FILE], otherwise standard input: systems, as README.md beside says. Exit 0: no breach, 1: some, 3: not solved.
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "solver.hpp"
#include "system.hpp"

namespace {

void tell(const attack::System& system, const attack::Found& found) {
  std::cout << "system " << system.name << " targets " << system.targets.size() << " lps " << found.solved << " narrowest "
            << found.narrowest << " breaches " << found.breaches.size() << " undecided " << found.undecided << '\n';
  for (const attack::Breach& breach : found.breaches) {
    std::cout << "breach " << system.name << ' ' << system.targets[breach.target].name << ' ' << breach.least << ' ' << breach.most << ' '
              << attack::word(breach.proof) << '\n';
  }
}

int attack_all(std::istream& in) {
  bool breached = false;
  attack::System system;
  while (attack::read(in, system)) {
    const attack::Found found = attack::Solver{system}.attack();
    if (!found.feasible) {
      std::cout << "system " << system.name << " contradicts itself\n";
      return 3;
    }
    tell(system, found);
    breached = breached || !found.breaches.empty();
  }
  return breached ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::cout << std::setprecision(9);
  if (argc < 2) return attack_all(std::cin);
  std::ifstream file{argv[1]};
  if (!file) {
    std::cerr << "attack: cannot read " << argv[1] << '\n';
    return 3;
  }
  return attack_all(file);
}
