// A CSV table read by field instead of by column: headings in any order, by any accepted name; values with a form; every complaint at
// its cell. Whoever reads a dataset names its fields once and then asks rows for values.
#pragma once
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostics.hpp"
#include "read/csv.hpp"

namespace lagesbild::read {

enum class Need : std::uint8_t { required, optional };  // of the column

struct FieldName {
  std::string_view name;   // the field's own name, always accepted
  std::string_view alias;  // a Swedish heading that people use; may be empty
  Need need = Need::optional;
};

class Table {
 public:
  // Reports unknown headings (with did-you-mean) and required fields without a column.
  Table(const CsvTable& csv, std::span<const FieldName> fields, Diagnostics& diagnostics);
  bool usable() const { return usable_; }
  std::size_t rows() const { return csv_.rows(); }
  bool has(std::size_t field) const { return column_[field].has_value(); }

  // Trimmed; empty where the column is missing. `field` is the index in the span above.
  std::string_view text(std::size_t row, std::size_t field) const;
  std::string_view required_text(std::size_t row, std::size_t field);
  std::optional<int> integer(std::size_t row, std::size_t field, int least, int most);
  std::optional<Date> date(std::size_t row, std::size_t field);
  // 3,98 or 3.98 as 398; at most two decimals, not negative.
  std::optional<int> hundredths(std::size_t row, std::size_t field);
  // Index into `allowed`, with did-you-mean; nothing for an empty cell.
  std::optional<std::size_t> one_of(std::size_t row, std::size_t field, std::initializer_list<std::string_view> allowed);

  void complain(std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments = {});
  void warn(std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments = {});
  int line(std::size_t row) const { return csv_.cell_place(row, 0).line; }
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  const CsvTable& csv_;
  std::span<const FieldName> fields_;
  Diagnostics& diagnostics_;
  std::vector<std::optional<std::size_t>> column_;  // by field
  bool usable_ = true;
  void report(Severity severity, std::size_t row, std::size_t field, Code code, std::vector<Argument> arguments);
};

}  // namespace lagesbild::read
