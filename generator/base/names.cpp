#include "base/names.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/characters.hpp"

namespace lagesbild {
namespace {

constexpr std::array<std::string_view, 22> titles{
    "chef",       "dietist", "distriktsläkare", "docent",        "doctor",       "doktor",      "dr",     "enhetschef",
    "fru",        "handledare", "herr",         "läkare",        "mr",           "mrs",         "ms",     "prof",
    "professor",  "sjuksköterska", "st-läkare", "studierektor",  "verksamhetschef", "överläkare"};
constexpr std::array<std::string_view, 14> pronouns{"han", "hans", "he",  "hen",  "hennes", "henne", "her", "hers",
                                                    "him", "hens", "his", "hon",  "honom",  "she"};
// Capitalised in every region
constexpr std::array<std::string_view, 40> usual{
    "Akademiska", "April",    "August",  "December",  "England",  "English",   "Excel",         "February", "Friday",   "Internet",
    "Institutet", "January",  "July",    "June",      "Karolinska", "Lipus",   "March",         "May",      "Monday",   "November",
    "October",    "Region",   "Sankt",   "Saturday",  "September", "Socialstyrelsen", "Spur",   "Sunday",   "Svensk",   "Svenska",
    "Sverige",    "Sveriges", "Sweden",  "Swedish",   "Teams",    "Thursday",  "Tuesday",
    "Universitetssjukhuset", "Wednesday", "Word"};

struct Word {
  std::string_view text;
  std::string lowered;
  bool capitalised = false;  // Anna, not ANNA or A
};

// Letters, with hyphens and colons inside: ST-läkare and S:t are one word each.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    bool first_upper = false;
    bool second_lower = false;
    std::size_t letters = 0;
    for (; at < text.size(); ++letters) {
      const Character character = character_at(text, at);
      const auto point = static_cast<UChar32>(character.point);
      const bool joins = letters > 0 && (point == '-' || point == ':');
      if (u_isalpha(point) == 0 && !joins) break;
      if (letters == 0) first_upper = u_isupper(point) != 0;
      if (letters == 1) second_lower = u_islower(point) != 0;
      at += character.length;
    }
    std::string_view word = text.substr(begin, at - begin);
    while (word.ends_with('-') || word.ends_with(':')) word.remove_suffix(1);
    if (letters > 0) words.push_back({word, lower_case(word), first_upper && second_lower});
    else at += std::min(character_at(text, at).length, text.size() - at);
  }
  return words;
}

template <class List>
bool is_in(const List& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool is_known(const KnownWords& known, std::string_view word) {
  const std::string_view owner = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;  // Norrbys, of Norrby
  return known.contains(word) || known.contains(owner) || is_in(usual, word);
}

}  // namespace

void add_known(KnownWords& known, std::string_view name) {
  for (const Word& word : words_of(name)) {
    if (word.capitalised) known.emplace(word.text);
  }
}

PersonHints person_hints(std::string_view sentence, const KnownWords& known) {
  PersonHints hints;
  const std::vector<Word> words = words_of(sentence);
  for (std::size_t i = 0; i < words.size(); ++i) {
    hints.one = hints.one || is_in(pronouns, words[i].lowered);
    if (i == 0 || !words[i].capitalised) continue;
    hints.name = hints.name || is_in(titles, words[i - 1].lowered) || !is_known(known, words[i].text);
  }
  return hints;
}

}  // namespace lagesbild
