#include "view/words.hpp"

namespace lagesbild::view {

std::string months_in_words(const Texts& texts, int months) {
  if (months < 1) return texts.say("age.under_a_month");
  if (months < 24) return texts.counted("age.months", months);
  return texts.counted("age.years", months / 12);
}

std::string age_in_words(const Texts& texts, Date from, Date to) { return months_in_words(texts, whole_months_between(from, to)); }

std::string join_in_words(const Texts& texts, const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " " + texts.say("number.and") + " " : ", ";
    out += items[i];
  }
  return out;
}

std::string inside_sentence(std::string text) {
  if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') text.front() = static_cast<char>(text.front() - 'A' + 'a');
  return text;
}

}  // namespace lagesbild::view
