// The sheet of a template with the lists that are too long to stand in the rule of a cell, or that say what each value stands for.
#pragma once
#include <string>
#include <vector>

#include "collect/book.hpp"
#include "collect/column.hpp"

namespace lagesbild::collect {

// Adds the sheet if a column needs it. Where each column's list stands, as =Listor!$A$2:$A$9; empty where it needs none.
std::vector<std::string> add_lists(Book& book, const std::vector<Column>& columns, Language language);

}  // namespace lagesbild::collect
