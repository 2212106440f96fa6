#include "base/diagnostics.hpp"

#include <iterator>
#include <utility>

namespace lagesbild {

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(Code code, Place place, std::vector<Argument> arguments, std::string excerpt, int length) {
  add({Severity::error, code, std::move(place), std::move(arguments), std::move(excerpt), length});
}

void Diagnostics::warning(Code code, Place place, std::vector<Argument> arguments, std::string excerpt, int length) {
  add({Severity::warning, code, std::move(place), std::move(arguments), std::move(excerpt), length});
}

void Diagnostics::merge(Diagnostics other) {
  errors_ += other.errors_;
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
}

}  // namespace lagesbild
