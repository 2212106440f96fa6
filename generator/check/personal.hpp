// What points out a person must not get out, wherever it came from: every finished file is searched, and what is found is told once, with
// the place that comes first and in how many it stands. The site's own addresses are let through by their value, not by their place.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/personal_data.hpp"

namespace lagesbild::check {

class PersonalFinds {
 public:
  void look(std::string_view path, std::string_view bytes);
  // Of another thread.
  void merge(PersonalFinds other);
  // An error each, but for what stands in `own_texts` too, such as whom to turn to.
  void report(const std::vector<std::string>& own_texts, Diagnostics& out) const;

 private:
  struct Find {
    PersonalKind kind{};
    Place place;
    std::string masked;
    std::string excerpt;  // masked
    std::size_t count = 0;
  };
  std::map<std::string, Find> finds_;  // by what was found, in whatever characters it is written
};

}  // namespace lagesbild::check
