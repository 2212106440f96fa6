// What ST doctors answer, for the readers of a unit's page: the closest number that may be told, question by question. What a reader would
// get wrong: most of it is not about the unit. So what is stands apart, and each other number says whom it is about.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"
#include "view/note.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct AnswerRow {
  std::string letter;
  std::string name;
  std::string href;
  std::string value;
  std::string basis;
  std::string region;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &AnswerRow::letter, "of the area, a dash for the training as a whole"},
                      Field{"name", &AnswerRow::name, "the indicator"},
                      Field{"href", &AnswerRow::href, "its page"},
                      Field{"value", &AnswerRow::value, "of the unit or of whom stands for it"},
                      Field{"basis", &AnswerRow::basis, "the answers that it rests on"},
                      Field{"region", &AnswerRow::region, "the region's value in the same time; empty where that is the value"}};
  }
};

// Those that are about the same and from the same time.
struct AnswerGroup {
  std::string whom;
  std::vector<AnswerRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"whom", &AnswerGroup::whom, "whom the numbers are about, and from when"},
                      Field{"rows", &AnswerGroup::rows, "in the order of the areas"}};
  }
};

struct AnswerGroups {
  std::string title;
  std::vector<AnswerGroup> groups;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &AnswerGroups::title, "what the groups have in common"},
                      Field{"groups", &AnswerGroups::groups, "the closest to the unit first"}};
  }
};

struct UnitAnswers {
  std::string lead;
  std::optional<AnswerGroups> own;
  std::optional<AnswerGroups> instead;
  static constexpr auto fields() {
    return std::tuple{Field{"lead", &UnitAnswers::lead, "how many questions tell of the unit itself, and what stands there otherwise"},
                      Field{"own", &UnitAnswers::own, "what the unit's own ST doctors answered"},
                      Field{"instead", &UnitAnswers::instead, "what those in its forum or the region did"}};
  }
};

// Of a unit that exists today; nothing where nobody has been asked, or nothing may be told.
std::optional<UnitAnswers> unit_answers(const Context& context, std::size_t unit);

}  // namespace lagesbild::view
