// An Excel workbook to collect a dataset with: a sheet to fill in, a sheet that explains, and a sheet of lists where one is needed. The
// sheet to fill in has the titles of the fields as headings, by which the reader knows the columns again, and a row with the examples of
// the fields, which the reader leaves out. The same template gives the same bytes.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/dataset.hpp"

namespace lagesbild::collect {

// Values of a field that a region knows and the description does not, such as its rounds.
struct Offer {
  enum class Others : std::uint8_t { refused, doubted };  // doubted: a value that is not offered may be kept, after a question
  std::vector<std::string> values;
  Others others = Others::refused;
  std::vector<std::string> stand_for = {};  // beside each value on the sheet of lists; empty: nothing
};
using Offers = std::map<std::string, Offer, std::less<>>;  // by name of the field

struct Template {
  const model::Dataset& dataset;
  Language language = Language::sv;
  Offers offers = {};
};

// Cells as a person would write them in a file, in the order of the fields.
using Rows = std::vector<std::vector<std::string>>;

// Written beside `file` and then put in its place, so that nobody ever finds half a workbook. `rows` stand below the example row.
// Fails with template-not-written.
Result<Done> write_workbook(const Template& form, const std::filesystem::path& file, const Rows& rows = {});

}  // namespace lagesbild::collect
