// Who may see what. A release is judged for all readers at once, and only then does narrow() take away what its audience may not see: what
// is protected is thus the same whoever reads, and a wider audience always sees all that a narrower one does, with the same values.
// A field's class is about the value of one unit or one row; what is counted over a group has the class of the indicator that counts it.
#pragma once
#include <string_view>

#include "base/audience.hpp"

namespace lagesbild::disclosure {

struct Release;

// Whether the release's readers may see the field of a unit or a row. True of a field that nobody has described: it is in no release.
bool sees(const Release& release, std::string_view dataset, std::string_view field);

// Leaves what `audience` may see of a release for at least as many, and makes its downloads. Once for each release.
void narrow(Release& release, Audience audience);

}  // namespace lagesbild::disclosure
