#include "base/messages.hpp"

#include <algorithm>
#include <map>

#include "base/codes.hpp"
#include "base/excerpt.hpp"
#include "base/yaml.hpp"

namespace lagesbild {
namespace {

constexpr std::size_t most_a_file = 50;
constexpr std::size_t longest_value = 120;

struct Sentence {
  std::string text;
  std::string hint;
};

using Sentences = std::map<std::string, Sentence, std::less<>>;

// A file of messages that is broken leaves its codes without texts; the tests see to it that none is.
Sentences read_sentences(Language language) {
  Sentences all;
  const std::string text_key{to_string(language)};
  for (const EmbeddedMessages& embedded : embedded_messages()) {
    Diagnostics ignored;
    const auto document = yaml::parse(std::string{embedded.file}, std::string{embedded.yaml}, ignored);
    if (!document) continue;
    for (const yaml::Entry& entry : document->root.entries) {
      const yaml::Node* text = entry.value.find(text_key);
      const yaml::Node* hint = entry.value.find("hint_" + text_key);
      all[entry.key] = {text ? text->scalar : std::string{}, hint ? hint->scalar : std::string{}};
    }
  }
  return all;
}

// Read when the first message is printed: a run without messages does not pay.
const Sentence* sentence_of(Code code, Language language) {
  const auto swedish = []() -> const Sentences& {
    static const Sentences sentences = read_sentences(Language::sv);
    return sentences;
  };
  const auto english = []() -> const Sentences& {
    static const Sentences sentences = read_sentences(Language::en);
    return sentences;
  };
  const Sentences& sentences = language == Language::sv ? swedish() : english();
  const auto found = sentences.find(code.id);
  return found == sentences.end() ? nullptr : &found->second;
}

enum class Filled : unsigned char { all, some_empty };

// Puts the arguments in place of {name}; a name without an argument stays as it is.
Filled fill_in(std::string& out, std::string_view pattern, const std::vector<Argument>& arguments, std::size_t longest = longest_value) {
  Filled filled = Filled::all;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) {
      out += pattern.substr(at);
      break;
    }
    out += pattern.substr(at, open - at);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const auto argument = std::find_if(arguments.begin(), arguments.end(), [&](const Argument& one) { return one.name == name; });
    if (argument == arguments.end()) {
      out += pattern.substr(open, close + 1 - open);
    } else {
      if (argument->value.empty()) filled = Filled::some_empty;
      out += printable(argument->value, longest);
    }
    at = close + 1;
  }
  return filled;
}

std::string shown_file(const Place& place) { return place.file.empty() ? "lagesbild" : printable(place.file, longest_value * 4); }

struct Count {
  std::size_t total[2] = {0, 0};  // errors, warnings
  std::size_t seen[2] = {0, 0};
  std::size_t shown(std::size_t kind) const {
    const std::size_t errors = std::min(total[0], most_a_file);
    return kind == 0 ? errors : std::min(total[1], most_a_file - errors);
  }
  bool at_end() const { return seen[0] + seen[1] == total[0] + total[1]; }
  std::size_t left_out() const { return total[0] + total[1] - shown(0) - shown(1); }
};

}  // namespace

std::string_view to_string(Language language) { return language == Language::sv ? "sv" : "en"; }

std::string words(Code code, Language language, const std::vector<Argument>& arguments) {
  const Sentence* sentence = sentence_of(code, language);
  std::string text;
  fill_in(text, sentence ? std::string_view{sentence->text} : code.id, arguments, std::size_t{1} << 20);
  return text;
}

std::string_view severity_word(Severity severity, Language language) {
  if (severity == Severity::error) return language == Language::sv ? "fel" : "error";
  return language == Language::sv ? "varning" : "warning";
}

std::string message_text(const Diagnostic& diagnostic, Language language) {
  const Sentence* sentence = sentence_of(diagnostic.code, language);
  std::string text;
  fill_in(text, sentence && !sentence->text.empty() ? std::string_view{sentence->text} : diagnostic.code.id, diagnostic.arguments);
  return text;
}

std::string hint_text(const Diagnostic& diagnostic, Language language) {
  const Sentence* sentence = sentence_of(diagnostic.code, language);
  std::string hint;
  if (sentence == nullptr || fill_in(hint, sentence->hint, diagnostic.arguments) == Filled::some_empty) return {};
  return hint;
}

std::string shown_place(const Place& place) {
  std::string text = shown_file(place);
  if (place.file.empty() || (place.line <= 0 && place.cell.empty())) return text;
  if (!place.cell.empty()) return text + ":" + printable(place.cell, longest_value);
  text.append(":").append(std::to_string(place.line));
  if (place.column > 0) text.append(":").append(std::to_string(place.column));
  return text;
}

void print(std::ostream& out, const Diagnostic& diagnostic, Language language) {
  std::string text = shown_place(diagnostic.place);
  text.append(": ").append(severity_word(diagnostic.severity, language)).append(": ").append(message_text(diagnostic, language));
  text.append(" [").append(diagnostic.code.id).append("]\n");
  if (!diagnostic.excerpt.empty()) text += excerpt_with_caret(diagnostic.excerpt, diagnostic.place.column, diagnostic.length);
  if (!diagnostic.other.file.empty()) {
    text.append(language == Language::sv ? "  se även: " : "  see also: ").append(shown_place(diagnostic.other)).append("\n");
  }
  if (const std::string hint = hint_text(diagnostic, language); !hint.empty()) {
    text.append(language == Language::sv ? "  tips: " : "  hint: ").append(hint).append("\n");
  }
  out << text;
}

void print(std::ostream& out, const Diagnostics& diagnostics, Language language) {
  std::map<std::string_view, Count> counts;
  const auto kind = [](const Diagnostic& one) { return one.severity == Severity::error ? 0U : 1U; };
  for (const Diagnostic& one : diagnostics.all()) ++counts[one.place.file].total[kind(one)];
  for (const Diagnostic& one : diagnostics.all()) {
    Count& count = counts[one.place.file];
    if (++count.seen[kind(one)] <= count.shown(kind(one))) print(out, one, language);
    if (!count.at_end() || count.left_out() == 0) continue;
    std::string line = shown_file(one.place) + ": ";
    const Sentence* sentence = sentence_of(code::more_left_out, language);
    fill_in(line, sentence ? std::string_view{sentence->text} : "{count}", {{"count", std::to_string(count.left_out())}});
    out << line << '\n';
  }
}

}  // namespace lagesbild
