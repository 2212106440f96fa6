// Bytes to a grid and the description that it is to be held against; and what a table is before all of it is read.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "fetch/fetch.hpp"
#include "model/dataset.hpp"
#include "read/grid.hpp"

namespace lagesbild::read {

// The forms of a dataset: its own description, then those that name it.
std::vector<const model::Dataset*> forms_of(const std::string& dataset, const std::vector<model::Dataset>& descriptions);

// What the bytes are decides how they are read, not what the file is called. Takes the bytes; null after an error.
std::unique_ptr<Grid> open_grid(fetch::Copy& copy, const std::vector<const model::Dataset*>& forms, Diagnostics& diagnostics);

// The form that most of the headings belong to; the dataset's own when in doubt.
const model::Dataset& choose_form(const Grid& grid, const std::vector<const model::Dataset*>& forms);

// Rows and columns of a copy that has just come. Fails by the first complaint when it is no such table at all; what is wrong with single
// cells is not asked here. Reads the copy a second time: only what was fetched is asked about.
Result<fetch::Shape> shape_of(fetch::Copy copy, const std::vector<model::Dataset>& descriptions, Date as_of);

}  // namespace lagesbild::read
