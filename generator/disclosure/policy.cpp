#include "disclosure/policy.hpp"

#include <utility>

#include "base/yaml.hpp"
#include "disclosure/codes.hpp"

namespace lagesbild::disclosure {

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
  policy.decided_by = read_localized(*document, reader, "decided_by", diagnostics);
  policy.decided_on = reader.date("decided_on").value_or(Date{});
  policy.reason = read_localized(*document, reader, "reason", diagnostics);
  reader.finish();
  if (diagnostics.errors() != before) return std::nullopt;
  return policy;
}

}  // namespace lagesbild::disclosure
