// Which rows may leave as they are, and as what: the files that a reader can download. Made from the judged release only, so what is
// withheld on the pages is an empty cell here, or no row at all. A field that is described but that the release does not hold is left out
// of its file, and so is one for a narrower audience than the site's: who explains a file compares `fields` with the description.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/dataset.hpp"

namespace lagesbild::disclosure {

struct Release;

// Why no row of a dataset may leave, whoever asks.
enum class Barred : std::uint8_t { no, about_persons, free_text };
Barred barred(const model::Dataset& dataset);

struct Download {
  std::size_t dataset = 0;          // index into Release::datasets
  std::vector<std::size_t> fields;  // of its description, in that order
  std::size_t rows = 0;
  std::string csv;                  // semicolons, decimal commas, UTF-8 with a mark, CRLF; field names as headings, choices by id
};

// One for every dataset that has a row that may leave.
std::vector<Download> downloads_of(const Release& release);

}  // namespace lagesbild::disclosure
