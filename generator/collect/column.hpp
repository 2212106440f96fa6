// A column of a template: what its cells may hold, in words of the file's language. Texts beside a cell are cut to what Excel takes: a
// longer one would make it call the whole file damaged.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "collect/template.hpp"

namespace lagesbild::collect {

inline constexpr std::size_t longest_caption = 32;   // of the text beside a cell
inline constexpr std::size_t longest_note = 255;     // the text itself, and a list that stands in the rule
inline constexpr Date earliest{std::chrono::year{1990}, std::chrono::month{1}, std::chrono::day{1}};

using CellValue = std::variant<std::monostate, double, Date, std::string>;

class Column {
 public:
  Column(const model::Field& field, const Template& form);
  const model::Field& field() const { return *field_; }
  const std::string& heading() const { return field_->title.in(language_); }

  // What there is to choose from; empty: anything that the type allows.
  const std::vector<std::string>& list() const { return list_; }
  const std::vector<std::string>& stand_for() const { return stand_for_; }
  Offer::Others others() const { return others_; }
  // Too long for the rule of a cell, or with a sign that means something there: to stand on the sheet of lists.
  bool needs_sheet() const;

  CellValue value(std::string_view text) const;    // as it is to stand in a cell
  std::string example() const;                     // in words; empty when the field has none
  std::string kind() const;
  std::string allowed() const;
  std::string caption() const;                     // beside a cell: the heading, cut
  std::string note() const;                        // what to write, unit, example
  std::string refusal_title() const;
  std::string refusal() const;                     // what was expected
  std::size_t width() const;                       // in characters
  const char* number_format() const;

 private:
  std::string say(Code code, const std::vector<Argument>& arguments = {}) const { return words(code, language_, arguments); }
  std::string limit(std::int64_t value) const;

  const model::Field* field_;
  Language language_;
  std::vector<std::string> list_;
  std::vector<std::string> stand_for_;
  Offer::Others others_ = Offer::Others::refused;
};

std::vector<Column> columns_of(const Template& form);

}  // namespace lagesbild::collect
