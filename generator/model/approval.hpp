// Somebody has read a sentence of people's own words and said that it may be shown, where it stands: a line of a site's approvals.csv.
#pragma once
#include <string>
#include <tuple>

#include "base/date.hpp"
#include "base/diagnostics.hpp"

namespace lagesbild::model {

struct Approval {
  std::string hash;     // text_hash() of the sentence, lower case
  std::string dataset;  // findings, good_examples or comments
  std::string id;       // of the review or the unit that it is about: the same words elsewhere are not approved by this
  std::string by;       // a function, not a person
  Date on{};
  Place place = {};     // of the line
  auto key() const { return std::tie(dataset, id, hash); }
};

}  // namespace lagesbild::model
