// What a data portal harvests: a DCAT-AP-SE 3 catalogue with a dataset and its distributions, as JSON-LD. For open data only: it tells the
// world that they are there. Addresses are relative to the file's own.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

inline constexpr std::string_view catalogue_path = "data/katalog.jsonld";

// `files`: what can be downloaded. `licence`: address of the terms; empty: none are told.
std::string catalogue(const Context& context, const std::vector<FileInfo>& files, const std::string& licence);

}  // namespace lagesbild::view
