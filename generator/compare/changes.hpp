// Two built sites to what has changed between them, and that as JSON. Linear in the rows of both.
#pragma once
#include <string>

#include "compare/site.hpp"
#include "view/changes.hpp"

namespace lagesbild::compare {

// Of the same site. Tables by the order of the new one, then those that it no longer has. A table is compared by its key when both sites
// say the same one, otherwise by all columns that both have: a changed row is then one that is gone and one that is new.
view::Changes compare(const BuiltSite& before, const BuiltSite& after);

// Everything, for programs: diff.json. `because` holds indices into `causes`. Values are texts as in the files, differences are numbers.
std::string changes_json(const view::Changes& changes);

}  // namespace lagesbild::compare
