// The sheet of a template that explains: what a row is, what to do, what never to write, and all columns in a table.
#pragma once
#include <string>
#include <vector>

#include "collect/book.hpp"
#include "collect/column.hpp"

namespace lagesbild::collect {

// `data_sheet`: the name of the sheet to fill in.
void add_guide(Book& book, const Template& form, const std::vector<Column>& columns, const std::string& data_sheet);

}  // namespace lagesbild::collect
