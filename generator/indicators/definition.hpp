// An indicator as data: content/common/indicators/<id>.yaml, written so that a study director can read it. What it counts is said in a
// small closed vocabulary (vocabulary.hpp), and every word of it is checked when the file is read, not when a number is wanted.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/audience.hpp"
#include "base/date.hpp"
#include "base/diagnostics.hpp"
#include "base/localized.hpp"
#include "model/dataset.hpp"
#include "model/facts.hpp"
#include "model/framework.hpp"

namespace lagesbild::indicators {

// What kind of number it is, and with it the formula (measure.hpp).
enum class Kind : std::uint8_t {
  share,        // k of n
  grade_share,  // k of n grades in an area
  count,        // k, beside n
  mean,         // of `value`, with median and quartiles
  months,       // median of `value`, which is months
  days          // median of `value`, which is days
};
constexpr bool is_share(Kind kind) { return kind == Kind::share || kind == Kind::grade_share; }
constexpr bool has_values(Kind kind) { return kind >= Kind::mean; }
constexpr bool is_median(Kind kind) { return kind >= Kind::months; }

enum class Better : std::uint8_t { higher, lower, none };
enum class Publication : std::uint8_t { draft, published, archived };
enum class Source : std::uint8_t { reviews, units, annual_reports, survey };
constexpr std::string_view dataset_of(Source source) {
  constexpr std::string_view ids[] = {"reviews", "units", "annual_reports", "survey"};
  return ids[static_cast<std::size_t>(source)];
}
constexpr bool about_persons(Source source) { return source >= Source::annual_reports; }

enum class Stage : std::uint8_t { at_review, now };

// What a condition asks about: a field of the dataset, or one of those that are derived from it.
struct Subject {
  std::size_t field = 0;                      // index into vocabulary_of(source) or, of annual reports, into the description's fields
  std::string name;                           // as written
  model::FieldType type = model::FieldType::text;
  std::optional<std::size_t> area;            // of a grade
  Stage stage = Stage::now;                   // of a grade or of areas that demand action
  std::string statement;                      // of a survey
  model::Role role = model::Role::st_doctor;
};

// A value is a whole number: yes 1, no 0; a choice by its index; a grade by its index; a decimal in hundredths; a number itself.
struct Condition {
  enum class Test : std::uint8_t { answered, one_of, at_least, at_most, sum };
  Subject subject;
  Test test = Test::answered;
  std::vector<std::int64_t> values;           // of one_of
  std::int64_t limit = 0;                     // of at_least and at_most
  std::string words;                          // of the test as written: "at_least 3", "one_of started, done"
  bool holds(std::int64_t value) const;
};

struct Target {
  bool at_least = true;                       // otherwise at most
  std::int64_t limit = 0;                     // per cent of a share, a number of a count, hundredths of a mean, months or days
  Localized source;
};

// Of a requirement on a unit (requirement.hpp): it is met, but by so little that a small change would end that.
struct Near {
  std::int64_t closer_than = 0;               // to the limit, in its own unit; percentage points of a sum
  Localized why;
};

// From this day the numbers mean something else: a new checklist, a new question. What is before and after is never joined.
struct Break {
  Date from{};
  Localized why;
};

struct Definition {
  std::string id;
  Localized name, question, why, rule, counted;
  Source source = Source::reviews;
  Kind kind = Kind::share;
  Condition numerator;                        // of share, grade_share, count
  Condition denominator;
  Subject value;                              // of mean, months, days
  Better better = Better::higher;
  std::optional<Target> target;
  std::optional<Near> near;
  std::optional<std::size_t> area;            // none: the training as a whole
  std::optional<int> since;                   // year
  std::vector<Break> breaks;                  // by date
  Audience audience = Audience::management;
  Localized author, checked_by;
  std::optional<Date> checked_on;
  Date review_by{};
  Publication publication = Publication::draft;
  Localized archived_because;
  std::string sha256;                         // of the file
  bool now_only = false;                      // rests on what is only known of today, such as an age
};

// Parts of a definition that a region may decide for itself, see settings.hpp.
Target read_target(const yaml::Document& document, const yaml::Node& node, Kind kind, Diagnostics& diagnostics);
std::vector<Break> read_breaks(const yaml::Document& document, const yaml::Node& list, Diagnostics& diagnostics);

// The segment of the series that a day belongs to: 0 before the first break.
std::size_t segment(const Definition& definition, Date day);

// Reads a file named <id>.yaml. `as_of`: a review date before it is a warning. Nothing after an error.
std::optional<Definition> read_definition(const std::string& file, std::string text, const std::string& id,
                                          const std::vector<model::Dataset>& datasets, const model::Framework& framework, Date as_of,
                                          Diagnostics& diagnostics);

}  // namespace lagesbild::indicators
