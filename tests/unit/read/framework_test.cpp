#include "catch.hpp"
#include "read/dataset_codes.hpp"
#include "read/facts.hpp"
#include "told.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

const std::string framework_yaml =
    "id: f\n"                                                                                                   // 1
    "title: {sv: T, en: T}\n"                                                                                   // 2
    "rests_on: {sv: R, en: R}\n"                                                                                // 3
    "areas:\n"                                                                                                  // 4
    "  - {letter: A, name: {sv: ö, en: o}, short_name: {sv: ö, en: o}, question: {sv: q, en: q}}\n"             // 5
    "  - {letter: G, name: {sv: g, en: g}, short_name: {sv: g, en: g}, question: {sv: q, en: q}}\n"             // 6
    "grades:\n"                                                                                                 // 7
    "  - {grade: A, points: 40, word: {sv: w, en: w}, meaning: {sv: m, en: m}, action: none}\n"                 // 8
    "  - {grade: B, points: 30, word: {sv: w, en: w}, meaning: {sv: m, en: m}, action: none}\n"                 // 9
    "  - {grade: C, points: 10, word: {sv: w, en: w}, meaning: {sv: m, en: m}, action: recommended}\n"          // 10
    "  - {grade: D, points: 0, word: {sv: w, en: w}, meaning: {sv: m, en: m}, action: required}\n"              // 11
    "reference_line: C\n"                                                                                       // 12
    "months_to_plan: 4\n"                                                                                       // 13
    "years_between_reviews: 6\n";                                                                               // 14

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

Told complaints(const std::string& text) {
  Diagnostics diagnostics;
  CHECK_FALSE(read_framework("f.yaml", text, "f", diagnostics));
  for (const Diagnostic& one : diagnostics.all()) CHECK(one.place.file == "f.yaml");
  return told(diagnostics);
}

}  // namespace

TEST_CASE("a framework is taken over as it is written") {
  Diagnostics diagnostics;
  const auto framework = read_framework("f.yaml", framework_yaml, "f", diagnostics);
  CHECK(told(diagnostics) == Told{});
  REQUIRE(framework);
  REQUIRE(framework->areas.size() == 2);
  CHECK(framework->areas[0].name.sv == "ö");
  CHECK(framework->area_index("G") == 1);
  CHECK_FALSE(framework->area_index("B"));
  CHECK(framework->of(model::Grade::c).points == 10);
  CHECK(framework->of(model::Grade::c).action == model::Action::recommended);
  CHECK(framework->demands_action(model::Grade::d));
  CHECK_FALSE(framework->demands_action(model::Grade::c));
  CHECK(framework->reference_line == model::Grade::c);
  CHECK(framework->months_to_plan == 4);
  CHECK(framework->years_between_reviews == 6);
}

TEST_CASE("the framework that ships is sound") {
  Diagnostics diagnostics;
  const auto disk_text = [] {
    std::string text;
    if (std::FILE* file = std::fopen(LAGESBILD_ROOT "/content/common/frameworks/spur-2018.yaml", "rb")) {
      for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text += static_cast<char>(c);
      std::fclose(file);
    }
    return text;
  }();
  const auto framework = read_framework("spur-2018.yaml", disk_text, "spur-2018", diagnostics);
  CHECK(told(diagnostics) == Told{});
  REQUIRE(framework);
  CHECK(framework->areas.size() == 8);
  CHECK(framework->reference_line == model::Grade::b);
}

TEST_CASE("a framework has the id of its file") {
  CHECK(complaints(with(framework_yaml, "id: f", "id: g")) == Told{"framework-id 1:5"});
}

TEST_CASE("areas are single capital letters, each once") {
  CHECK(complaints(with(framework_yaml, "letter: G", "letter: A")) == Told{"framework-areas 6:14"});
  CHECK(complaints(with(framework_yaml, "letter: G", "letter: GG")) == Told{"framework-areas 6:14"});
  CHECK(complaints(with(framework_yaml, "letter: G", "letter: g")) == Told{"framework-areas 6:14"});
  CHECK(complaints(with(framework_yaml, "letter: G", "letter: Å")) == Told{"framework-areas 6:14"});
}

TEST_CASE("a framework has areas") {
  const std::size_t from = framework_yaml.find("areas:\n") + 6;
  std::string none = framework_yaml;
  none.replace(from, framework_yaml.find("grades:") - from, " []\n");
  CHECK(complaints(none) == Told{"yaml-empty-value 4:8"});
}

TEST_CASE("grades are A B C D, each worth less than the one before") {
  CHECK(complaints(with(framework_yaml, "points: 10", "points: 30")) == Told{"framework-grades 8:3"});
  CHECK(complaints(with(framework_yaml, "grade: C", "grade: B")) == Told{"framework-grades 8:3"});
  const std::size_t last = framework_yaml.find("  - {grade: D");
  std::string three = framework_yaml;
  three.erase(last, framework_yaml.find('\n', last) - last + 1);
  CHECK(complaints(three) == Told{"framework-grades 8:3"});
  CHECK(complaints(with(framework_yaml, "reference_line", "  - {grade: E, points: 0, word: {sv: w, en: w}, meaning: {sv: m, en: m}, "
                                                          "action: required}\nreference_line")) == Told{"framework-grades 8:3"});
}

TEST_CASE("the mistakes of a framework are told in one run") {
  const std::string text = with(with(with(framework_yaml, "letter: G", "letter: g"), "months_to_plan: 4", "months_to_plan: 0"),
                                "action: none", "action: nothing");
  CHECK(complaints(text) == Told{"framework-areas 6:14", "yaml-not-allowed 8:83", "yaml-out-of-range 13:17"});
}
