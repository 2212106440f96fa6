// What the workbook of a download says beside its rows: the dictionary of its columns, and what a reader must know who gets the file
// without the page. In the site's first language, as the other files to download.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct WorkbookWords {
  std::string title;                                        // of the dataset
  std::string dictionary, about;                            // names of the sheets
  std::vector<std::string> dictionary_headings;
  std::vector<std::vector<std::string>> fields;             // a row for each column of the download
  std::vector<std::pair<std::string, std::string>> facts;   // what, and what of it
};

WorkbookWords workbook_words(const Context& context, const disclosure::Download& download);

}  // namespace lagesbild::view
