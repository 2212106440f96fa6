// Random rows that the reader takes as they are, from a seed: with all that Excel likes to turn into something else.
#pragma once
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "collect/template.hpp"

namespace lagesbild::test {

class MadeRows {
 public:
  explicit MadeRows(unsigned seed) : random_(seed) {}

  collect::Rows of(const model::Dataset& dataset, std::size_t count) {
    collect::Rows rows(count);
    for (auto& row : rows) {
      for (const model::Field& field : dataset.fields) row.push_back(!field.required && number(0, 3) == 0 ? "" : cell(field));
      if (row[0].empty()) row[0] = cell(dataset.fields[0]);
    }
    return rows;
  }

 private:
  std::int64_t number(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(most - least + 1));
  }
  template <class T>
  const T& one_of(const std::vector<T>& all) { return all[random_() % all.size()]; }
  std::string word(std::initializer_list<const char*> all) { return one_of(std::vector<const char*>{all}); }

  std::string decimal(const model::Field& field) {
    const std::int64_t hundredths = number(*field.least * 100, *field.most * 100);
    const std::int64_t size = std::abs(hundredths);
    return (hundredths < 0 ? "-" : "") + std::to_string(size / 100) + word({",", "."}) + std::to_string(100 + size % 100).substr(1);
  }

  std::string cell(const model::Field& field) {
    using model::FieldType;
    switch (field.type) {
      case FieldType::id: return word({"007", "2019-2022", "1.10", "Å-1", "1E5", "TRUE", "=A1", "3/4"});
      case FieldType::ids: return word({"E1", "E1, E2", "01 02"});
      case FieldType::integer:
      case FieldType::percent:
      case FieldType::year: return std::to_string(number(*field.least, std::min<std::int64_t>(*field.most, 1'000'000)));
      case FieldType::decimal: return decimal(field);
      case FieldType::date: return to_string(std::chrono::sys_days{std::chrono::year{1990} / 1 / 1} + std::chrono::days{number(0, 40'000)});
      case FieldType::grade: return word({"A", "B", "C", "D"});
      case FieldType::yes_no: return word({"ja", "nej"});
      case FieldType::choice: return one_of(field.choices).id;
      case FieldType::url: return word({"https://example.org/?a=1&b=%C3%A5", "http://example.org/å"});
      case FieldType::text: break;
    }
    if (field.free_text && number(0, 1) == 0) return "Två rader:\n”så” & <så>";
    return word({"Åsö vårdcentral", "007", "1e5", "2019-2022", "1/2", "3,50", "=1+1", "+1", "SANT", "jan-22", "a;b,c",
                 "\"så\" & <så>", "två  blanka"});
  }

  std::mt19937 random_;
};

}  // namespace lagesbild::test
