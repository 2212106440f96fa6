// All copies to facts: every dataset read, checked against the others, and put in order. Every complaint at once; any error means no facts
// are to be used, though the return value is always safe to look at.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "fetch/fetch.hpp"
#include "model/dataset.hpp"
#include "model/facts.hpp"
#include "source/site.hpp"

namespace lagesbild::read {

// content/common/frameworks/<id>.yaml; nothing after an error.
std::optional<model::Framework> read_framework(const std::string& file, std::string text, const std::string& id, Diagnostics& diagnostics);

// `framework` and `descriptions` are taken over into the facts. `indicators`: ids that measures may name; none: any.
model::Facts read_facts(std::vector<fetch::Copy>& copies, const source::Site& site, model::Framework framework,
                        std::vector<model::Dataset> descriptions, Diagnostics& diagnostics,
                        const std::vector<std::string>& indicators = {});

}  // namespace lagesbild::read
