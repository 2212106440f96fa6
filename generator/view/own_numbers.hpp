// Units whose own answers may be told, on the page of an indicator about persons. In the order of their names: so few answers make no
// ranking.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"
#include "view/indicator_words.hpp"

namespace lagesbild::view {

struct OwnNumber {
  std::string name;
  std::optional<Link> link;
  std::string value;
  std::string basis;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &OwnNumber::name, "the unit, when it has no page"}, Field{"link", &OwnNumber::link, "its page"},
                      Field{"value", &OwnNumber::value, "its value"}, Field{"basis", &OwnNumber::basis, "the answers that it rests on"}};
  }
};

struct OwnNumbers {
  std::string title;
  std::string show;
  std::vector<OwnNumber> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &OwnNumbers::title, "how many units, and from when"},
                      Field{"show", &OwnNumbers::show, "the summary that opens them"},
                      Field{"rows", &OwnNumbers::rows, "in Swedish order of name"}};
  }
};

// Of the latest time that has any; nothing when none has.
std::optional<OwnNumbers> own_numbers(const Indicator& indicator);

}  // namespace lagesbild::view
