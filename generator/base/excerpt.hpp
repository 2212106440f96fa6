// A line of source with a caret under what is wrong. Both lines are indented by 2 and line up in a terminal: tabs become four blanks, wide
// characters count twice, marks not at all, and what a terminal must not be sent shows as U+FFFD.
#pragma once
#include <string>
#include <string_view>

namespace lagesbild {

// `column` from 1, in characters; 0: no caret. Lines of more than 160 characters are cut around the caret.
std::string excerpt_with_caret(std::string_view line, int column, int length);

// The same line in three parts, for where a caret cannot stand under it: before what is wrong, what is wrong, and after. Without a
// column, or when something is missing at that place, the middle is empty.
struct MarkedLine {
  std::string before, marked, after;
};
MarkedLine marked_line(std::string_view line, int column, int length);

// The text on one line, without what a terminal would obey; longer than `most` characters is cut with an ellipsis.
std::string printable(std::string_view text, std::size_t most);

}  // namespace lagesbild
