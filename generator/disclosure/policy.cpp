#include "disclosure/policy.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>

#include "base/yaml.hpp"
#include "disclosure/codes.hpp"

namespace lagesbild::disclosure {

namespace {

constexpr std::array<std::string_view, 5> roll_up_words{"unit", "unit_pool", "forum", "forum_pool", "region"};  // by RollUp

// Each step at most once, the closest first, the region last: it is what remains when nothing else may be shown.
std::vector<RollUp> read_roll_up(yaml::Reader& reader) {
  std::vector<RollUp> steps;
  const std::vector<std::string> words = reader.texts("roll_up");
  for (const std::string& word : words) {
    const auto found = std::find(roll_up_words.begin(), roll_up_words.end(), word);
    if (found == roll_up_words.end()) {
      reader.complain("roll_up", code::roll_up_word, {{"seen", word}});
      return steps;
    }
    steps.push_back(static_cast<RollUp>(found - roll_up_words.begin()));
  }
  const bool in_order = std::adjacent_find(steps.begin(), steps.end(), std::greater_equal<>{}) == steps.end();
  if (!in_order || steps.empty() || steps.back() != RollUp::region) reader.complain("roll_up", code::roll_up_order, {});
  return steps;
}

}  // namespace

std::optional<Policy> read_policy(std::string file, std::string text, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto document = yaml::parse(std::move(file), std::move(text), diagnostics);
  if (!document) return std::nullopt;
  yaml::Reader reader{*document, document->root, diagnostics};
  if (!reader) return std::nullopt;
  Policy policy;
  policy.smallest_group = static_cast<int>(reader.integer("smallest_group", smallest_group_ever, 1000));
  policy.smallest_group_to_judge = static_cast<int>(reader.integer("smallest_group_to_judge", smallest_group_ever, 1000));
  if (policy.smallest_group_to_judge < policy.smallest_group) {
    reader.complain("smallest_group_to_judge", code::judge_below_show, {{"show", std::to_string(policy.smallest_group)}});
  }
  for (const std::string& word : reader.texts("about_persons")) {
    if (word == "grades") policy.grades_about_persons = true;
    else if (word == "register") policy.register_about_persons = true;
    else reader.complain("about_persons", code::about_persons_word, {{"seen", word}});
  }
  if (reader.has("roll_up")) policy.roll_up = read_roll_up(reader);
  policy.decided_by = read_localized(*document, reader, "decided_by", diagnostics);
  policy.decided_on = reader.date("decided_on").value_or(Date{});
  policy.reason = read_localized(*document, reader, "reason", diagnostics);
  reader.finish();
  if (diagnostics.errors() != before) return std::nullopt;
  return policy;
}

}  // namespace lagesbild::disclosure
