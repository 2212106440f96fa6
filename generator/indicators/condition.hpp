// The conditions of a definition: what is asked about and by which test, held against the dataset's description, so that a misspelt field
// or an answer that nobody can give is found when the file is read.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/yaml.hpp"
#include "indicators/definition.hpp"

namespace lagesbild::indicators {

struct Asked {
  Source source;
  std::optional<std::size_t> area;             // of the indicator
  const std::vector<model::Dataset>& datasets;
  const model::Framework& framework;
};

class ConditionReader {
 public:
  ConditionReader(const yaml::Document& document, Asked asked, Diagnostics& diagnostics);

  // {field: supervision_regular, equals: ja}, {statement: patient_breadth, role: st_doctor, one_of: [agree]}, {sum: supervisors}
  Condition read(const yaml::Node& node);
  // {field: age_months}
  Subject subject_alone(const yaml::Node& node);
  // Something that was read is only known of today.
  bool now_only() const { return now_only_; }

 private:
  Subject read_subject(yaml::Reader& reader, std::string_view key);
  void read_test(yaml::Reader& reader, Condition& condition);
  void read_limit(yaml::Reader& reader, Condition& condition, std::string_view key);
  void read_answers(yaml::Reader& reader, Condition& condition, std::string_view key, const std::vector<std::string>& words);
  std::optional<std::int64_t> value_of(const Subject& subject, const std::string& word) const;
  std::vector<std::string> words_of(const Subject& subject) const;  // that it can be answered by; empty: numbers
  const model::Dataset* description() const;

  const yaml::Document& document_;
  Asked asked_;
  Diagnostics& diagnostics_;
  bool now_only_ = false;
};

}  // namespace lagesbild::indicators
