// A grid read by the fields of a dataset instead of by columns: headings in any order, by any accepted name; each cell held against its
// field; every complaint at its cell. Rows here are those that say something: empty rows and the example row of our Excel template are
// left out, so row numbers are not the grid's.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostics.hpp"
#include "model/dataset.hpp"
#include "read/forms.hpp"
#include "read/grid.hpp"

namespace lagesbild::read {

class Table {
 public:
  static constexpr std::size_t no_field = static_cast<std::size_t>(-1);

  // Matches headings, then checks every cell. Reports unknown headings (with did-you-mean), required fields without a column, values of the
  // wrong form or after `as_of`, what was mended, personal data, sum rows and a second table below the first. After most_complaints
  // errors it says that there are more, and no more.
  Table(const Grid& grid, const model::Dataset& dataset, Date as_of, Diagnostics& diagnostics);
  bool usable() const { return usable_; }  // the headings were
  const model::Dataset& dataset() const { return dataset_; }
  std::size_t rows() const { return rows_.size(); }
  bool has(std::size_t field) const { return field != no_field && column_[field].has_value(); }

  // Index of a field that the caller cannot do without; an error when the description no longer has it, and the table is then not usable.
  std::size_t field(std::string_view name);

  // All are silent: what is wrong with a cell has been said already. Empty or nothing where the column or the value is missing or wrong.
  std::string_view id(std::size_t row, std::size_t field) const;  // as written, trimmed
  std::string text(std::size_t row, std::size_t field) const;
  std::optional<std::int64_t> number(std::size_t row, std::size_t field) const;  // as Value::number
  std::optional<int> integer(std::size_t row, std::size_t field) const;
  std::optional<Date> date(std::size_t row, std::size_t field) const;
  std::string choice(std::size_t row, std::size_t field) const;  // its id
  Value value(std::size_t row, std::size_t field) const;
  std::vector<std::string> ids(std::size_t row, std::size_t field) const;

  Diagnostic complaint(Severity severity, std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments = {}) const;
  void complain(std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments = {});
  void warn(std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments = {});
  // The second place of what was just said.
  void see_also(Place other);
  Place place(std::size_t row, std::size_t field) const;
  Place heading_place() const { return grid_->heading_place(0); }
  // The row as it stands in the file, cell by cell, for finding rows written twice.
  std::string whole_row(std::size_t row) const;
  void leave_out(const std::vector<std::size_t>& rows);  // ascending
  Diagnostics& diagnostics() { return *diagnostics_; }  // to say what is about no cell

 private:
  void match_headings();
  void choose_rows();
  void check_row(std::size_t row, Date as_of);
  void check_cell(std::size_t row, std::size_t field, Date as_of);
  void tell(Diagnostic diagnostic);
  bool is_example(std::size_t grid_row) const;
  bool looks_like_headings(std::size_t grid_row) const;
  bool is_empty(std::size_t grid_row) const;
  std::optional<std::size_t> find_heading(std::string_view heading) const;

  const Grid* grid_;
  const model::Dataset& dataset_;
  Diagnostics* diagnostics_;
  std::map<std::string, std::size_t> headings_;     // field by heading_key of everything it may be called
  std::vector<std::optional<std::size_t>> column_;  // by field
  std::vector<std::size_t> rows_;                   // of the grid
  bool usable_ = true;
  std::size_t errors_ = 0;  // told, in cells
  bool told_ = true;        // the last one was
};

// The field that a heading_key() means, for every name, title and alias.
std::map<std::string, std::size_t> headings_of(const model::Dataset& dataset);

}  // namespace lagesbild::read
