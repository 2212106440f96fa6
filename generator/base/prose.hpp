// Free text in Swedish or English as the sentences that somebody may approve, and the checksum by which an approved one is known again.
// Where it is not sure that a sentence ends it goes on: then more is approved at once, never something that nobody has read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild {

// In their order, white space inside as one blank. A line end ends a sentence; a mark of a list before one is left out. "t.ex.", "kl. 8",
// "St. Eriks", initials and what stands in brackets do not end one.
std::vector<std::string> sentences_of(std::string_view utf8_text);

// Runs of white space, line ends and U+00A0 too, as one blank; none at the ends.
std::string with_single_blanks(std::string_view utf8_text);

// SHA-256 of the UTF-8 text with single blanks: how a line is broken does not change it, any other change does.
std::string text_hash(std::string_view utf8_text);

}  // namespace lagesbild
