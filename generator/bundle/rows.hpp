// The rows of a download once more: read back from the CSV file, so that no other form of them can say anything else than it does.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/release.hpp"
#include "read/csv.hpp"

namespace lagesbild::bundle {

class Rows {
 public:
  Rows(const disclosure::Release& release, const disclosure::Download& download);
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  const model::Dataset& dataset() const { return dataset_; }
  const std::vector<const model::Field*>& fields() const { return fields_; }  // of the columns
  std::size_t size() const { return table_->rows(); }
  std::string_view cell(std::size_t row, std::size_t column) const { return table_->cell(row, column); }
  std::optional<std::size_t> column(std::string_view field) const { return table_->find_column(field); }
  // The row as a JSON object on one line, without what is empty: numbers as numbers, "withheld": true for what is withheld.
  void append_json(std::string& out, std::size_t row) const;

 private:
  const model::Dataset& dataset_;
  std::vector<const model::Field*> fields_;
  std::optional<read::CsvTable> table_;
};

// A mark that a value is withheld, never why.
inline constexpr std::string_view withheld_field = "withheld";

}  // namespace lagesbild::bundle
