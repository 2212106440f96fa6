// How a number came about, for whoever asks "why this number?": the same rows on an indicator's page and in `lagesbild explain`. Made from
// the judged release, so a withheld number is explained without its counts.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct ExplanationRow {
  std::string label;
  std::string value;
  static constexpr auto fields() {
    return std::tuple{Field{"label", &ExplanationRow::label, "what is told"}, Field{"value", &ExplanationRow::value, "in words"}};
  }
};

// One number: an indicator for a group or a unit in a period.
struct Asked {
  std::size_t indicator = 0;                     // index into Indicators::definitions
  std::size_t group = 0;                         // index into Indicators::groups
  std::optional<std::size_t> unit = std::nullopt;  // index into Release::units; asked instead of the group
  std::size_t period = 0;                        // position among the indicator's periods
};

// First what is asked for and the answer, then how it was counted, then how far it can be trusted, last who answers for it.
std::vector<ExplanationRow> explain(const Context& context, const Asked& asked);

}  // namespace lagesbild::view
