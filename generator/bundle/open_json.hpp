// The values as JSON for programs: a file for the region, one a unit, one an indicator, and the schema that all of them follow. Rows have
// the fields of the CSV files; what is empty there is absent here. Addresses stay the same from release to release.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/rows.hpp"
#include "view/shell.hpp"

namespace lagesbild::bundle {

inline constexpr std::string_view json_folder = "data/json/";

// One file after the other; the bytes are gone after the call.
void json_files(const view::Context& context, const std::vector<std::unique_ptr<Rows>>& tables,
                const std::function<void(std::string_view path, std::string_view bytes)>& sink);

// JSON Schema 2020-12 of all of them, made from the descriptions of the datasets.
std::string json_schema(const view::Context& context, const std::vector<std::unique_ptr<Rows>>& tables);

}  // namespace lagesbild::bundle
