// What a survey says in sentences, for its page and for the overview: the lead, the statements that stand out, where roles see things
// differently, and each difference in words.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "view/page_survey.hpp"

namespace lagesbild::view {

// Whose answers, as a name: "Handledare", "Övriga Sverige, allmänmedicin".
std::string whose(const Context& context, const ToldShare& share);
// The same as a label in a chart of the region beside others.
std::string short_name(const Context& context, const std::string& kind);

// From the region's ST doctors: "tydligt lägre än övriga Sverige, 12 procentenheter"; of a role with what chance may do.
Remark difference_from_others(const Context& context, const ToldShare& other);
Remark role_difference(const Context& context, const ToldShare& role);
// A share as a row of a table.
SurveyValue value_of(const Context& context, const ToldShare& share, Remark difference);
// Which roles are clearly above and below ST doctors; a remark each.
std::vector<Remark> roles_that_differ(const Context& context, const ToldStatement& told);

// Place of a statement of the latest round on the survey page.
std::string anchor_of(const Context& context, std::size_t statement);

// Sentences, what matters most first; one at least.
std::vector<std::string> survey_findings(const Context& context, const ToldRound& round);
std::vector<Highlight> highlights(const Context& context, const ToldRound& round);
// Absent when only ST doctors are told of.
std::optional<ApartSection> apart_section(const Context& context, const ToldRound& round);

// Statements by how clearly they differ from the rest of Sweden: the largest first, only the clear ones, above or below.
enum class Direction : unsigned char { above, below };
std::vector<const ToldStatement*> clearly(const ToldRound& round, Direction direction);

// The region's ST doctors beside those elsewhere.
std::optional<Dumbbell> beside_others(const Context& context, const ToldStatement& told);

}  // namespace lagesbild::view
