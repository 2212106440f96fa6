#include "design/tokens.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "design/codes.hpp"

namespace lagesbild::design {
namespace {

constexpr std::string_view dark_query = "@media (prefers-color-scheme: dark)";
constexpr std::string_view blanks = " \t\r\n\f";
constexpr std::string_view digits = "0123456789";
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

const Token* find_in(const std::vector<Token>& tokens, std::string_view name) {
  const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return token.name == name; });
  return found == tokens.end() ? nullptr : &*found;
}

// A number above 0 with one of the units that grow with the text or do not.
bool is_length(std::string_view value) {
  const std::size_t unit = value.find_first_not_of("0123456789.");
  if (unit == 0 || unit > 6) return false;  // no unit is npos, which is more
  const std::string_view number = value.substr(0, unit);
  if (std::count(number.begin(), number.end(), '.') > 1 || number.back() == '.') return false;
  if (number.find_first_of("123456789") == std::string_view::npos) return false;
  static constexpr std::string_view units[] = {"rem", "em", "ch", "px", "%"};
  return std::find(std::begin(units), std::end(units), value.substr(unit)) != std::end(units);
}

// Names with commas between them; one with a blank in it is quoted.
bool is_fonts(std::string_view value) {
  while (true) {
    const std::size_t comma = std::min(value.find(','), value.size());
    std::string_view name = trim(value.substr(0, comma));
    const bool quoted = name.size() > 2 && name.front() == '"' && name.back() == '"';
    if (quoted) name = name.substr(1, name.size() - 2);
    const std::string allowed = std::string{letters} + std::string{digits} + (quoted ? "- " : "-");
    if (name.empty() || name.find_first_not_of(allowed) != std::string_view::npos) return false;
    if (comma == value.size()) return true;
    value.remove_prefix(comma + 1);
  }
}

enum class Rest : bool { ignored, refused };

class Scanner {
 public:
  Scanner(std::string file, std::string_view text, Rest rest, const Tokens* standard, Diagnostics& diagnostics)
      : file_(std::move(file)), text_(text), rest_(rest), standard_(standard), diagnostics_(diagnostics) {}

  Tokens scan() {
    while (skip_blanks()) {
      const std::size_t start = at_;
      const std::string prelude = take_prelude();
      const bool block = at_ < text_.size() && text_[at_] == '{';
      if (block && prelude == ":root") {
        ++at_;
        declarations(Scheme::light);
      } else if (block && prelude == dark_query) {
        ++at_;
        dark_blocks();
      } else if (rest_ == Rest::ignored) {
        break;
      } else {
        complain(prelude.starts_with('@') ? code::theme_at_rule : code::theme_rule, start, prelude.size(), {{"seen", prelude}});
        skip_statement();
      }
    }
    return std::move(found_);
  }

 private:
  // To what is neither blank nor comment; false at the end.
  bool skip_blanks() {
    while (true) {
      at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
      if (!text_.substr(at_).starts_with("/*")) return at_ < text_.size();
      const std::size_t end = text_.find("*/", at_ + 2);
      if (end == std::string_view::npos) unclosed(at_);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
    }
  }

  // What stands before a block or a semicolon, with single blanks.
  std::string take_prelude() {
    const std::size_t end = std::min(text_.find_first_of("{};", at_), text_.size());
    std::string out;
    for (const char c : trim(text_.substr(at_, end - at_))) {
      if (blanks.find(c) == std::string_view::npos) {
        out += c;
      } else if (!out.ends_with(' ')) {
        out += ' ';
      }
    }
    at_ = end;
    return out;
  }

  void skip_statement() {
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      depth += text_[at_] == '{' ? 1 : text_[at_] == '}' ? -1 : 0;
      if (depth <= 0 && (text_[at_] == '}' || text_[at_] == ';')) break;
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  void dark_blocks() {
    const std::size_t start = at_ - 1;
    while (skip_blanks() && text_[at_] != '}') {
      const std::size_t inner = at_;
      const std::string prelude = take_prelude();
      if (prelude == ":root" && at_ < text_.size() && text_[at_] == '{') {
        ++at_;
        declarations(Scheme::dark);
      } else {
        complain(code::theme_rule, inner, prelude.size(), {{"seen", prelude}});
        skip_statement();
      }
    }
    close(start);
  }

  void declarations(Scheme scheme) {
    const std::size_t start = at_ - 1;
    while (skip_blanks() && text_[at_] != '}') {
      const std::size_t end = std::min(text_.find_first_of(";}", at_), text_.size());
      const std::string_view all = text_.substr(at_, end - at_);
      const std::size_t colon = std::min(all.find(':'), all.size());
      const std::string_view name = trim(all.substr(0, colon));
      const std::string_view value = colon == all.size() ? std::string_view{} : trim(all.substr(colon + 1));
      if (name.starts_with("--")) {
        token(scheme, name.substr(2), value, at_);
      } else if (rest_ == Rest::refused) {
        complain(code::theme_declaration, at_, trim(all).size(), {{"seen", std::string{trim(all)}}});
      }
      at_ = end < text_.size() && text_[end] == ';' ? end + 1 : end;
    }
    close(start);
  }

  void close(std::size_t start) {
    if (at_ < text_.size()) {
      ++at_;
    } else {
      unclosed(start);
    }
  }

  void token(Scheme scheme, std::string_view name, std::string_view value, std::size_t name_at) {
    const std::size_t value_at = value.empty() ? name_at : static_cast<std::size_t>(value.data() - text_.data());
    if (rest_ == Rest::refused && !sound(scheme, name, value, name_at, value_at)) return;
    Token token{std::string{name}, std::string{value}, place(value_at), std::string{line_at(text_, value_at)}};
    if (is_colour(value)) {
      for (char& c : token.value) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    (scheme == Scheme::light ? found_.light : found_.dark).push_back(std::move(token));
  }

  bool sound(Scheme scheme, std::string_view name, std::string_view value, std::size_t name_at, std::size_t value_at) {
    const std::string token = "--" + std::string{name};
    const auto refuse = [&](Code code, std::size_t where, std::size_t length, std::vector<Argument> arguments) {
      complain(code, where, length, std::move(arguments));
      return false;
    };
    const Token* standard = find_in(standard_->light, name);
    if (standard == nullptr) {
      std::vector<std::string_view> known;
      for (const Token& one : standard_->light) known.push_back(one.name);
      const std::string_view like = did_you_mean(name, known);
      return refuse(code::theme_unknown, name_at, token.size(), {{"seen", token}, {"like", like.empty() ? "" : "--" + std::string{like}}});
    }
    const std::string seen{value};
    if (const Token* before = find_in(scheme == Scheme::light ? found_.light : found_.dark, name)) {
      return refuse(code::theme_twice, name_at, token.size(), {{"token", token}, {"line", std::to_string(before->place.line)}});
    }
    if (seen.find("url(") != std::string::npos || seen.find("//") != std::string::npos) {
      return refuse(code::theme_outside, value_at, seen.size(), {{"seen", seen}});
    }
    if (is_colour(standard->value)) {
      return is_colour(value) || refuse(code::theme_colour, value_at, seen.size(), {{"token", token}, {"seen", seen}});
    }
    if (scheme == Scheme::dark) return refuse(code::theme_not_dark, name_at, token.size(), {{"token", token}});
    if (is_length(standard->value)) {
      const std::vector<Argument> arguments{{"token", token}, {"seen", seen}, {"standard", standard->value}};
      return is_length(value) || refuse(code::theme_length, value_at, seen.size(), arguments);
    }
    return is_fonts(value) || refuse(code::theme_fonts, value_at, seen.size(), {{"token", token}, {"seen", seen}});
  }

  Place place(std::size_t offset) const {
    const std::string_view before = text_.substr(0, offset);
    const std::size_t line = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return {file_, static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
            static_cast<int>(count_characters(before.substr(line))) + 1};
  }

  void complain(Code code, std::size_t offset, std::size_t length, std::vector<Argument> arguments) {
    const int underlined = std::max(1, static_cast<int>(length));
    diagnostics_.error(code, place(offset), std::move(arguments), std::string{line_at(text_, offset)}, underlined);
  }
  void unclosed(std::size_t offset) {
    if (rest_ == Rest::refused) complain(code::theme_unclosed, offset, 1, {});
  }

  std::string file_;
  std::string_view text_;
  Rest rest_;
  const Tokens* standard_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  Tokens found_;
};

std::string block(const std::vector<Token>& tokens, std::string_view media) {
  if (tokens.empty()) return {};
  std::string out = media.empty() ? "" : "@media " + std::string{media} + " {\n";
  out += ":root {\n";
  for (const Token& token : tokens) out += "  --" + token.name + ": " + token.value + ";\n";
  return out + (media.empty() ? "}\n" : "}\n}\n");
}

}  // namespace

bool is_colour(std::string_view value) {
  return (value.size() == 4 || value.size() == 7) && value.front() == '#' &&
         value.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

Tokens standard_tokens(std::string file, std::string_view text) {
  Diagnostics none;
  return Scanner{std::move(file), text, Rest::ignored, nullptr, none}.scan();
}

Tokens read_theme(std::string file, std::string_view text, const Tokens& standard, Diagnostics& diagnostics) {
  return Scanner{std::move(file), text, Rest::refused, &standard, diagnostics}.scan();
}

std::string theme_css(const Tokens& theme) {
  std::vector<Token> colours, others;
  for (const Token& token : theme.light) (is_colour(token.value) ? colours : others).push_back(token);
  return block(others, "") + block(colours, "not (prefers-color-scheme: dark)") + block(theme.dark, "(prefers-color-scheme: dark)");
}

std::string Look::in_light(std::string_view style) const {
  constexpr std::string_view start = "var(--";
  std::string out;
  while (true) {
    const std::size_t at = std::min(style.find(start), style.size());
    out += style.substr(0, at);
    style.remove_prefix(at);
    const std::size_t end = style.find(')');
    if (end == std::string_view::npos) return out += style;
    const Token* token = find(style.substr(start.size(), end - start.size()), Scheme::light);
    out += token != nullptr ? std::string_view{token->value} : style.substr(0, end + 1);
    style.remove_prefix(end + 1);
  }
}

const Token* Look::find(std::string_view name, Scheme scheme) const {
  const Token* found = nullptr;
  if (scheme == Scheme::dark) {
    found = find_in(theme_.dark, name);
    if (found == nullptr) found = find_in(standard_.dark, name);
  } else {
    found = find_in(theme_.light, name);
  }
  return found != nullptr ? found : find_in(standard_.light, name);
}

}  // namespace lagesbild::design
