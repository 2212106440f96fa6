#include "indicators/condition.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "base/text.hpp"
#include "indicators/codes.hpp"
#include "indicators/vocabulary.hpp"

namespace lagesbild::indicators {
namespace {

using model::FieldType;

constexpr std::array<std::string_view, 6> tests{"answered", "equals", "one_of", "at_least", "at_most", "on_track"};

bool is_number(FieldType type) {
  return type == FieldType::integer || type == FieldType::decimal || type == FieldType::percent || type == FieldType::year;
}

template <class Word>
std::string listed(const std::vector<Word>& words) {
  std::string all;
  for (const Word& word : words) all.append(all.empty() ? "" : ", ").append(word);
  return all;
}

}  // namespace

ConditionReader::ConditionReader(const yaml::Document& document, Asked asked, Diagnostics& diagnostics)
    : document_(document), asked_(asked), diagnostics_(diagnostics) {}

const model::Dataset* ConditionReader::description() const {
  const auto found = std::find_if(asked_.datasets.begin(), asked_.datasets.end(),
                                  [&](const model::Dataset& one) { return one.id == dataset_of(asked_.source); });
  return found == asked_.datasets.end() ? nullptr : &*found;
}

Condition ConditionReader::read(const yaml::Node& node) {
  yaml::Reader reader{document_, node, diagnostics_};
  Condition condition;
  if (!reader) return condition;
  const bool sum = reader.has("sum");
  condition.subject = read_subject(reader, sum ? "sum" : asked_.source == Source::survey ? "statement" : "field");
  if (sum) {
    condition.test = Condition::Test::sum;
    condition.words = "sum";
    if (!condition.subject.name.empty() && (!is_number(condition.subject.type) || about_persons(asked_.source))) {
      reader.complain("sum", code::indicator_test_type, {{"test", "sum"}, {"field", condition.subject.name}});
    }
  } else {
    read_test(reader, condition);
  }
  reader.finish();
  return condition;
}

Subject ConditionReader::subject_alone(const yaml::Node& node) {
  yaml::Reader reader{document_, node, diagnostics_};
  if (!reader) return {};
  Subject subject = read_subject(reader, "field");
  if (!subject.name.empty() && (!is_number(subject.type) || asked_.source == Source::survey)) {
    reader.complain("field", code::indicator_test_type, {{"test", "mean"}, {"field", subject.name}});
  }
  reader.finish();
  return subject;
}

Subject ConditionReader::read_subject(yaml::Reader& reader, std::string_view key) {
  Subject subject;
  subject.name = reader.text(key);
  if (asked_.source == Source::survey) {
    subject.type = FieldType::choice;
    subject.statement = subject.name;
    const std::string role = reader.one_of("role", {"st_doctor", "supervisor", "manager", "study_director"});
    const auto roles = role_words();
    subject.role = static_cast<model::Role>(std::find(roles.begin(), roles.end(), role) - roles.begin());
    return subject;
  }
  std::vector<std::string_view> names;
  if (asked_.source == Source::annual_reports) {
    const model::Dataset* dataset = description();
    for (std::size_t i = 0; dataset != nullptr && i < dataset->fields.size(); ++i) {
      const model::Field& field = dataset->fields[i];
      if (field.name == dataset->unit_field || field.name == dataset->year_field || field.type == FieldType::text) continue;
      names.push_back(field.name);
      if (field.name == subject.name) subject.field = i, subject.type = field.type;
    }
  } else {
    const auto words = asked_.source == Source::reviews ? review_words() : unit_words();
    for (std::size_t i = 0; i < words.size(); ++i) {
      names.push_back(words[i].name);
      if (words[i].name != subject.name) continue;
      subject.field = i;
      subject.type = words[i].type;
      now_only_ = now_only_ || words[i].period == Period::now_only;
    }
  }
  if (std::find(names.begin(), names.end(), subject.name) == names.end()) {
    if (!subject.name.empty()) {
      reader.complain(key, code::indicator_field, {{"seen", subject.name}, {"dataset", std::string{dataset_of(asked_.source)}},
                                                   {"known", listed(names)}, {"like", std::string{did_you_mean(subject.name, names)}}});
    }
    subject.name.clear();
    return subject;
  }
  if (asked_.source == Source::reviews && (subject.type == FieldType::grade || subject.name == "areas_demanding_action")) {
    subject.stage = reader.one_of("stage", {"at_review", "now"}) == "now" ? Stage::now : Stage::at_review;
  }
  if (subject.type == FieldType::grade) {
    subject.area = asked_.area;
  }
  return subject;
}

void ConditionReader::read_test(yaml::Reader& reader, Condition& condition) {
  std::vector<std::string_view> given;
  for (const std::string_view test : tests) {
    if (reader.has(test)) given.push_back(test);
  }
  if (given.size() != 1) {
    reader.complain(asked_.source == Source::survey ? "statement" : "field", code::indicator_one_test);
    for (const std::string_view test : given) {  // asked for, so that they are not unknown keys too
      test == "one_of" ? void(reader.texts(test)) : void(reader.text_or(test, ""));
    }
    return;
  }
  const std::string_view key = given.front();
  if (key == "answered") {
    reader.one_of(key, {"ja", "yes"});
  } else if (key == "equals") {
    read_answers(reader, condition, key, {reader.text(key)});
  } else if (key == "one_of") {
    read_answers(reader, condition, key, reader.texts(key));
  } else if (key == "on_track") {
    reader.one_of(key, {"ja", "yes"});
    if (!condition.subject.name.empty() && condition.subject.type != FieldType::yes_no) {
      reader.complain(key, code::indicator_test_type, {{"test", "on_track"}, {"field", condition.subject.name}});
    }
    condition.test = Condition::Test::one_of;
    condition.values = {1};
  } else {
    read_limit(reader, condition, key);
  }
  condition.words = key;
  for (const std::string& word : key == "one_of" ? reader.texts(key) : std::vector<std::string>{reader.text_or(key, "")}) {
    condition.words += (condition.words.size() == key.size() ? " " : ", ") + word;
  }
}

void ConditionReader::read_limit(yaml::Reader& reader, Condition& condition, std::string_view key) {
  const bool least = key == "at_least";
  condition.test = least ? Condition::Test::at_least : Condition::Test::at_most;
  if (condition.subject.name.empty()) return void(reader.text(key));  // already complained of
  if (condition.subject.type == FieldType::grade) {  // the better grade has the lower index
    condition.test = least ? Condition::Test::at_most : Condition::Test::at_least;
    if (const auto value = value_of(condition.subject, reader.text(key))) return void(condition.limit = *value);
    reader.complain(key, code::indicator_answer, {{"seen", reader.text(key)}, {"field", "grade"}, {"allowed", "A, B, C, D"}});
  } else if (!is_number(condition.subject.type)) {
    reader.text(key);
    reader.complain(key, code::indicator_test_type, {{"test", std::string{key}}, {"field", condition.subject.name}});
  } else {
    const double scale = condition.subject.type == FieldType::decimal ? 100 : 1;
    condition.limit = std::llround(reader.number(key, -1e9, 1e9) * scale);
  }
}

void ConditionReader::read_answers(yaml::Reader& reader, Condition& condition, std::string_view key,
                                   const std::vector<std::string>& words) {
  condition.test = Condition::Test::one_of;
  if (condition.subject.name.empty()) return;
  if (words.empty()) reader.complain(key, code::indicator_one_test);
  for (const std::string& word : words) {
    if (const auto value = value_of(condition.subject, word)) {
      condition.values.push_back(*value);
    } else {
      const auto allowed = words_of(condition.subject);
      reader.complain(key, code::indicator_answer,
                      {{"seen", word}, {"field", condition.subject.name}, {"allowed", allowed.empty() ? "1, 2, 3 ..." : listed(allowed)}});
    }
  }
}

std::vector<std::string> ConditionReader::words_of(const Subject& subject) const {
  std::vector<std::string> words;
  const auto all = [&](std::span<const std::string_view> given) { words.assign(given.begin(), given.end()); };
  if (subject.type == FieldType::yes_no) return {"nej", "ja"};
  if (subject.type == FieldType::grade) return {"A", "B", "C", "D"};
  if (subject.type != FieldType::choice) return {};
  if (asked_.source == Source::survey) {
    all(survey_answer_words());
  } else if (asked_.source == Source::annual_reports) {
    for (const model::Choice& choice : description()->fields[subject.field].choices) words.push_back(choice.id);
  } else {
    all((asked_.source == Source::reviews ? review_words() : unit_words())[subject.field].choices);
  }
  return words;
}

std::optional<std::int64_t> ConditionReader::value_of(const Subject& subject, const std::string& word) const {
  const std::vector<std::string> words = words_of(subject);
  if (!words.empty()) {
    if (subject.type == FieldType::yes_no && (word == "yes" || word == "no")) return word == "yes" ? 1 : 0;
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return found - words.begin();
  }
  std::int64_t value = 0;
  if (word.empty() || word.size() > 9 || word.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  for (const char c : word) value = value * 10 + (c - '0');
  return subject.type == FieldType::decimal ? value * 100 : value;
}

}  // namespace lagesbild::indicators
