// What is new of a unit since the last release, in words, the weightiest first. The same on the page of changes, on the overview and in the
// feed.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "view/shell.hpp"
#include "view/since_last.hpp"

namespace lagesbild::view {

// By weight.
enum class NewsKind : std::uint8_t {
  stopped, new_d, plan_late, overdue, started, reviewed, grade, plan_received, plan_decided, first_review, new_unit, closed
};
inline constexpr std::size_t news_kinds = 12;

struct News {
  NewsKind kind;
  std::string text;        // a clause without a full stop: "följer nu föreskrifterna i alla områden"
};

// Never empty for a unit that has news.
std::vector<News> news_of(const Context& context, const UnitNews& unit);
// By the weightiest of each, then in Swedish order.
std::vector<const UnitNews*> weightiest_first(const Context& context, std::vector<const UnitNews*> units);
// How many units have news of each kind.
std::array<std::int64_t, news_kinds> count_news(const Context& context);
// "3 enheter har börjat följa föreskrifterna, en har slutat"; empty when there is none of it.
std::string counts_in_words(const Context& context);
// What the site says of its last release in one or two sentences, also when there is none.
std::string since_lead(const Context& context);

}  // namespace lagesbild::view
