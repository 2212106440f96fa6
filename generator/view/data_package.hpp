// The files of the data page, and what tells programs how to read them: data/datapackage.json, a Data Package (tabular profile, version 1)
// with a Table Schema for each file. Titles and descriptions are in the site's first language; the files are the same in every language.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "view/shell.hpp"

namespace lagesbild::view {

inline constexpr std::string_view data_folder = "data/";
inline constexpr std::string_view data_package_name = "datapackage.json";
inline constexpr std::string_view plain_folder = "utan-bom/";  // in it

// From the site's root, by dataset: the rows with a mark for Excel, without it for programs, and as a workbook.
std::string csv_path(std::string_view dataset);
std::string plain_csv_path(std::string_view dataset);
std::string workbook_path(std::string_view dataset);

// For a release with at least one download: a package without files is none.
std::string data_package(const Context& context);

// Every file of the data page that is text: its path from the site's root, and its bytes, gone after the call.
void data_files(const Context& context, const std::function<void(std::string_view path, std::string_view bytes)>& sink);

}  // namespace lagesbild::view
