// content/common/datasets/<id>.yaml to what the rest of the program knows of a dataset. A field without a publication class is an error:
// nobody has then decided who may see it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/dataset.hpp"
#include "model/framework.hpp"

namespace lagesbild::read {

// Nothing after an error. `id` is the file's name; fields that stand for_each area become one for every area of the framework.
std::optional<model::Dataset> read_description(const std::string& file, std::string text, const std::string& id,
                                               const model::Framework& framework, Diagnostics& diagnostics);

}  // namespace lagesbild::read
