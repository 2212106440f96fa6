#include "base/prose.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/characters.hpp"
#include "base/hash.hpp"

namespace lagesbild {
namespace {

using std::size_t;

// What always goes on after its point. Those that may end a sentence, such as m.m. and osv., do so before a capital letter.
constexpr std::array<std::string_view, 58> going_on{
    "ang",  "approx", "avd", "bl",   "bl.a", "ca",  "d.v.s", "dept", "doc",  "dr",    "dvs",  "e.g",   "e.g.",  "ekv", "enl",
    "ev",   "ex",     "exkl", "f.d", "f.n",  "fig", "forts", "fr",   "fr.o.m", "i.e", "inkl", "jfr",   "kap",   "kl",  "leg",
    "m.a.o", "max",   "mfl", "min",  "mr",   "mrs", "ms",    "nr",   "obs",  "o.dyl", "p.g.a", "pga",  "prel",  "prof", "resp",
    "s.k",  "s",      "sid", "sk",   "st",   "s:t", "t.ex",  "t.o.m", "tab", "tel",   "tex",  "urspr", "vs"};

// After these a single capital letter is a grade or an area, not an initial.
constexpr std::array<std::string_view, 10> before_letters{"betyg",  "betyget", "betygen", "område", "området",
                                                          "nivå",   "grade",   "area",    "bokstaven", "ett"};

template <class List>
bool is_in(const List& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

UChar32 point_at(std::string_view text, size_t at) { return static_cast<UChar32>(character_at(text, at).point); }
size_t length_at(std::string_view text, size_t at) { return std::min(character_at(text, at).length, text.size() - at); }

bool is_opening(UChar32 c) { return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0x201C || c == 0x2018 || c == 0xAB; }
bool is_closing(UChar32 c) {
  return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB;
}
bool is_end(UChar32 c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }

// The word that ends before `end`, without brackets and quotation marks before it.
std::string_view word_before(std::string_view line, size_t end) {
  size_t begin = end;
  while (begin > 0 && line[begin - 1] != ' ') --begin;
  while (begin < end && is_opening(point_at(line, begin))) begin += length_at(line, begin);
  return line.substr(begin, end - begin);
}

bool all_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Is the point at `at` a part of what it stands after? `begin` is where the sentence begins.
bool belongs_to_word(std::string_view line, size_t begin, size_t at) {
  const std::string_view word = word_before(line, at);
  if (all_digits(word)) return at - word.size() == begin && word.size() <= 3;  // the first of a numbered list
  if (is_in(going_on, lower_case(word))) return true;
  if (word.empty() || length_at(word, 0) != word.size() || u_isalpha(point_at(word, 0)) == 0) return false;
  const size_t blank = at - word.size();
  return blank == begin || !is_in(before_letters, lower_case(word_before(line, blank - 1)));
}

bool inside_brackets(std::string_view line, size_t begin, size_t end) {
  const std::string_view so_far = line.substr(begin, end - begin);
  return std::count(so_far.begin(), so_far.end(), '(') > std::count(so_far.begin(), so_far.end(), ')') &&
         line.find(')', end) != std::string_view::npos;
}

// Past the marks at `at` when the sentence that begins at `begin` ends there, otherwise `at`.
size_t end_of_sentence(std::string_view line, size_t begin, size_t at) {
  const bool point = line[at] == '.';
  size_t end = at;
  size_t marks = 0;
  for (; end < line.size() && is_end(point_at(line, end)); end += length_at(line, end)) ++marks;
  const bool bracketed = inside_brackets(line, begin, end);
  while (end < line.size() && is_closing(point_at(line, end))) end += length_at(line, end);
  if (end == line.size()) return end;
  if (line[end] != ' ' || bracketed) return at;
  size_t next = end + 1;
  while (next < line.size() && is_opening(point_at(line, next))) next += length_at(line, next);
  if (u_islower(point_at(line, next)) != 0) return at;
  return point && marks == 1 && belongs_to_word(line, begin, at) ? at : end;
}

// Without the mark of a list that it begins with.
std::string_view without_bullet(std::string_view line) {
  const UChar32 first = point_at(line, 0);
  const bool bullet = first == '-' || first == '*' || first == 0x2022 || first == 0xB7 || first == 0x2013 || first == 0x2014;
  const size_t length = bullet ? length_at(line, 0) : 0;
  return bullet && length < line.size() && line[length] == ' ' ? line.substr(length + 1) : line;
}

void split_line(std::string_view line, std::vector<std::string>& sentences) {
  size_t begin = 0;
  for (size_t at = 0; at < line.size();) {
    const size_t end = is_end(point_at(line, at)) ? end_of_sentence(line, begin, at) : at;
    if (end == at) {
      at += length_at(line, at);
      continue;
    }
    sentences.emplace_back(line.substr(begin, end - begin));
    begin = at = std::min(end + 1, line.size());  // past the blank
  }
  if (begin < line.size()) sentences.emplace_back(line.substr(begin));
}

}  // namespace

std::string with_single_blanks(std::string_view utf8_text) {
  std::string out;
  out.reserve(utf8_text.size());
  for (size_t at = 0; at < utf8_text.size();) {
    const size_t length = length_at(utf8_text, at);
    if (u_isUWhiteSpace(point_at(utf8_text, at)) == 0) out += utf8_text.substr(at, length);
    else if (!out.empty() && out.back() != ' ') out += ' ';
    at += length;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> sentences_of(std::string_view utf8_text) {
  std::vector<std::string> sentences;
  while (!utf8_text.empty()) {
    const size_t end = std::min(utf8_text.find_first_of("\n\r"), utf8_text.size());
    const std::string line = with_single_blanks(utf8_text.substr(0, end));
    split_line(without_bullet(line), sentences);
    utf8_text.remove_prefix(std::min(end + 1, utf8_text.size()));
  }
  return sentences;
}

std::string text_hash(std::string_view utf8_text) { return sha256_hex(with_single_blanks(utf8_text)); }

}  // namespace lagesbild
