// Diagnostics to words: the texts of content/common/text/messages/*.yaml, which travel inside the program, in the language that the
// reader asked for (--lang). A file looks like
//   csv-unclosed-quote:
//     sv: citattecknet stängs aldrig
//     en: the quotation mark is never closed
//     hint_sv: ...     (optional; both languages or none)
//     hint_en: ...
// A hint that names an argument with an empty value is left out: "did you mean {like}?" only where something is like it.
#pragma once
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace lagesbild {

enum class Language : unsigned char { sv, en };
std::string_view to_string(Language language);

struct EmbeddedMessages {
  std::string_view file;
  std::string_view yaml;
};
const std::vector<EmbeddedMessages>& embedded_messages();  // made at build time

// The parts of a message, for those who put it together otherwise than print() does. What stands in them is cut and cleaned as print()
// does it, so they show no more than the console.
std::string_view severity_word(Severity severity, Language language);            // "error", "warning"; in Swedish "fel", "varning"
std::string message_text(const Diagnostic& diagnostic, Language language);       // the sentence; a code without one is its id
std::string hint_text(const Diagnostic& diagnostic, Language language);          // empty: there is none
std::string shown_place(const Place& place);                                     // file:12:5, or file:Enheter!C5 in a workbook

// Prints all, in order; "error", "warning" and "hint" are "fel", "varning" and "tips" in Swedish. Without a file it says lagesbild:
//   file:line:column: error: text [code]
//     the source line
//           ^~~~
//     hint: ...
// At most 50 a file, warnings left out before errors, then one line with the number left out. A code without a text
// is our bug and prints as its id.
void print(std::ostream& out, const Diagnostics& diagnostics, Language language);
void print(std::ostream& out, const Diagnostic& diagnostic, Language language);

// The text alone, with its arguments in full: for words that travel inside the program without being a complaint.
std::string words(Code code, Language language, const std::vector<Argument>& arguments = {});

}  // namespace lagesbild
