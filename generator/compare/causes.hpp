// Why values may differ between two built sites: what went into them that is not the same, and which of it a row can come from.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "compare/site.hpp"
#include "view/changes.hpp"

namespace lagesbild::compare {

class Causes {
 public:
  Causes(const BuiltSite& before, const BuiltSite& after);

  const std::vector<view::Cause>& all() const { return all_; }
  bool sources_known() const { return sources_known_; }

  // Indices into all(), ascending. The narrowest that explains: changed sources of the dataset, else the settings, else the program; none
  // when nothing does.
  std::vector<std::size_t> of_dataset(const std::string& dataset) const;
  // Whether a unit has delivered the dataset: its changed sources and the register's, else the day and the settings, else the program.
  std::vector<std::size_t> of_delivery(const std::string& dataset) const;
  // Changed sources of the dataset that the indicator counts, and its definition; else what an unchanged definition over unchanged rows may
  // still depend on: the day (ages, deadlines), the register (who belongs to a group) and the settings; else the program. Where the site
  // does not tell what it counts, all that has changed.
  std::vector<std::size_t> of_indicator(const std::string& indicator) const;
  const std::string& title_of(const std::string& indicator) const;  // empty: not told

 private:
  using Indices = std::vector<std::size_t>;
  void add(view::Cause cause);
  void compare_sources(const std::vector<Source>& before, const std::vector<Source>& after);
  void compare_definitions(const std::vector<Definition>& before, const std::vector<Definition>& after);
  Indices or_the_program(Indices found) const;

  std::vector<view::Cause> all_;
  bool sources_known_ = true;
  std::map<std::string, Indices> of_sources_;            // by dataset
  std::map<std::string, Indices> of_definition_;         // by id
  std::map<std::string, Definition> definitions_;        // by id; the new one of those that both have
  Indices settings_, as_of_, program_;
};

}  // namespace lagesbild::compare
