// What a dataset is, as data: content/common/datasets/<id>.yaml. The reader's checks, the data dictionary, the Excel template and
// datapackage.json all come from this one description. A dataset may have more than one form, such as a survey as counts or as one answer
// a row: each form is a description of its own that names the dataset it is a form of.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/audience.hpp"
#include "base/localized.hpp"

namespace lagesbild::model {

using lagesbild::Audience;

inline constexpr std::int64_t no_limit = 1'000'000'000;  // of a number that may be as large as it likes

enum class FieldType : std::uint8_t {
  text,      // one line, unless free_text
  id,        // no blanks inside, compared exactly
  integer,   // 12, 13 750
  decimal,   // 3,98 or 3.98, at most two decimals
  percent,   // 0 to 100, also written 90 %; whole
  date,      // 2026-11-22
  year,      // 2026
  grade,     // A to D of the framework
  choice,    // one of `choices`
  yes_no,    // ja, nej, yes, no, true, false, 1, 0, x
  url,       // https://...
  ids        // several ids, separated by comma or blank
};

struct Choice {
  std::string id;                    // what files and code say; always accepted
  Localized name;                    // always accepted, whatever the case
  std::vector<std::string> aliases;
};

struct Field {
  std::string name;                  // unit_id: always accepted as a heading
  Localized title;                   // accepted too; the heading in the Excel template
  std::vector<std::string> aliases;  // other headings that people use
  Localized about;                   // one sentence: what to write
  FieldType type = FieldType::text;
  bool required = false;             // the column and every cell of it
  bool free_text = false;            // a person's own sentences: several lines, never published unless approved
  Localized unit;                    // "patienter"; empty where there is none
  std::optional<std::int64_t> least; // of an integer, year, percent or decimal (in whole units)
  std::optional<std::int64_t> most;
  std::size_t longest = 200;         // characters of a text
  bool past = false;                 // of a date: not after the site's own date
  std::vector<Choice> choices;
  std::string refers_to;             // "units.unit_id": the field that must hold the same value; empty: none
  std::string example;               // of the example row in the template
  Audience audience = Audience::management;  // publication class
};

struct Dataset {
  std::string id;                    // the name of the file
  std::string form_of;               // the dataset that this is a form of; its own id when it is the main form
  Localized title;                   // Utbildande enheter
  Localized row;                     // what one row is: "en utbildande enhet"
  Localized about;                   // where it comes from and what it is for
  bool computed = false;             // made here: nobody delivers it
  bool about_persons = false;        // rows that concern one person, or few: only aggregates leave `read`
  std::vector<std::string> key;      // fields that no two rows share
  std::string unit_field;            // the field with the unit, where coverage per unit is followed; otherwise empty
  std::string year_field;            // the field with the year or date of the same
  std::vector<Field> fields;
  std::optional<std::size_t> find(std::string_view field) const;
};

}  // namespace lagesbild::model
