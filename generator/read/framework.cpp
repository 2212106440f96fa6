#include <utility>

#include "base/codes.hpp"
#include "base/yaml.hpp"
#include "read/dataset_codes.hpp"
#include "read/facts.hpp"

namespace lagesbild::read {
namespace {

void read_areas(const yaml::Document& document, yaml::Reader& reader, model::Framework& framework, Diagnostics& diagnostics) {
  const yaml::Node* list = reader.list("areas");
  if (list == nullptr) return;
  if (list->items.empty()) reader.complain("areas", code::yaml_empty_value, {{"key", "areas"}});
  for (const yaml::Node& node : list->items) {
    yaml::Reader entry{document, node, diagnostics};
    if (!entry) continue;
    model::Area area;
    area.letter = entry.text("letter");
    if (area.letter.size() != 1 || area.letter[0] < 'A' || area.letter[0] > 'Z' || framework.area_index(area.letter)) {
      entry.complain("letter", code::framework_areas, {{"seen", area.letter}});
    }
    area.name = read_localized(document, entry, "name", diagnostics);
    area.short_name = read_localized(document, entry, "short_name", diagnostics);
    area.question = read_localized(document, entry, "question", diagnostics);
    entry.finish();
    framework.areas.push_back(std::move(area));
  }
}

void read_grades(const yaml::Document& document, yaml::Reader& reader, model::Framework& framework, Diagnostics& diagnostics) {
  const yaml::Node* list = reader.list("grades");
  if (list == nullptr) return;
  bool in_order = list->items.size() == framework.grades.size();
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    yaml::Reader entry{document, list->items[i], diagnostics};
    if (!entry) continue;
    const auto grade = model::parse_grade(entry.text("grade"));
    model::GradeMeaning meaning;
    meaning.points = static_cast<int>(entry.integer("points", 0, 100));
    meaning.word = read_localized(document, entry, "word", diagnostics);
    meaning.meaning = read_localized(document, entry, "meaning", diagnostics);
    const std::string action = entry.one_of("action", {"none", "recommended", "required"});
    meaning.action = action == "required" ? model::Action::required
                     : action == "recommended" ? model::Action::recommended : model::Action::none;
    entry.finish();
    in_order = in_order && grade == model::all_grades[i] && (i == 0 || meaning.points < framework.grades[i - 1].points);
    if (in_order) framework.grades[i] = std::move(meaning);
  }
  if (!in_order) reader.complain("grades", code::framework_grades);
}

}  // namespace

std::optional<model::Framework> read_framework(const std::string& file, std::string text, const std::string& id, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto document = yaml::parse(file, std::move(text), diagnostics);
  if (!document) return std::nullopt;
  yaml::Reader reader{*document, document->root, diagnostics};
  if (!reader) return std::nullopt;
  model::Framework framework;
  framework.id = reader.text("id");
  if (framework.id != id) reader.complain("id", code::framework_id, {{"seen", framework.id}, {"expected", id}});
  framework.title = read_localized(*document, reader, "title", diagnostics);
  framework.rests_on = read_localized(*document, reader, "rests_on", diagnostics);
  read_areas(*document, reader, framework, diagnostics);
  read_grades(*document, reader, framework, diagnostics);
  framework.reference_line = model::parse_grade(reader.one_of("reference_line", {"A", "B", "C", "D"})).value_or(model::Grade::b);
  framework.months_to_plan = static_cast<int>(reader.integer("months_to_plan", 1, 60));
  framework.years_between_reviews = static_cast<int>(reader.integer("years_between_reviews", 1, 50));
  reader.finish();
  if (diagnostics.errors() != before) return std::nullopt;
  return framework;
}

}  // namespace lagesbild::read
