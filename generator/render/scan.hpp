// Cuts one template file into text and tags, and finds all that is wrong with it by itself. Lines that hold nothing but a section,
// comment, delimiter or partial are gone afterwards, as the specification wants; so are comments and changed delimiters.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "render/mustache.hpp"

namespace lagesbild::render {

struct Token {
  // literal: finished words from the texts of the site, never cut or indented. inverted: {{^name}}. raw: {{{name}}}.
  enum class Kind : std::uint8_t { text, literal, value, raw, section, inverted, end, partial };
  Kind kind = Kind::text;
  std::string text;         // the characters, or the tag's name
  std::size_t offset = 0;   // in the file
  std::size_t length = 0;
  bool standalone = false;  // alone on its line, which is gone
  bool line_end = false;    // the line of a standalone tag had an end
  std::string indent;       // before a standalone partial
};

struct File {
  std::string name;
  Source source;
  std::vector<Token> tokens;
};
using Files = std::map<std::string, File, std::less<>>;

// Fills file.tokens. `texts` may be empty: then {{text.key}} is a name as any other. Adds the keys looked up to `used_texts`.
void scan(File& file, Rules rules, const TextLookup& texts, std::set<std::string>& used_texts, Diagnostics& diagnostics);

// An error at `length` bytes from `offset`, with the line as excerpt.
void complain(const File& file, std::size_t offset, std::size_t length, Code code, std::vector<Argument> arguments,
              Diagnostics& diagnostics);
int line_of(const File& file, std::size_t offset);
// Fields whose name ends so hold markup and are written {{{name}}}; no other may be.
bool names_html(std::string_view name);

}  // namespace lagesbild::render
