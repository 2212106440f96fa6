#include "render/scan.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "base/html.hpp"
#include "base/text.hpp"
#include "render/codes.hpp"

namespace lagesbild::render {
namespace {

constexpr std::string_view text_prefix = "text.";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view strip(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// area.name_html: words of a-z, 0-9 and _ that start with a letter, joined by points; or a single point.
bool is_site_name(std::string_view name) {
  if (name == ".") return true;
  bool at_start = true;
  for (const char c : name) {
    if (at_start && !is_lower(c)) return false;
    if (!is_lower(c) && !is_digit(c) && c != '_' && c != '.') return false;
    at_start = c == '.';
  }
  return !at_start;
}

bool is_partial_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_' || c == '/'; });
}

class Scanner {
 public:
  Scanner(File& file, Rules rules, const TextLookup& texts, std::set<std::string>& used_texts, Diagnostics& diagnostics)
      : file_(file), text_(file.source.text), rules_(rules), texts_(texts), used_texts_(used_texts), diagnostics_(diagnostics) {}

  void run() {
    if (!check_characters()) return;
    while (at_ < text_.size()) {
      const std::size_t begin = text_.find(open_, at_);
      if (begin == std::string_view::npos) break;
      if (!read_tag(begin)) return;
    }
    add_text(text_.size());
    for (const std::size_t section : sections_) {
      const Token& token = file_.tokens[section];
      error(token.offset, token.length, code::template_unclosed_section, {{"name", token.text}, {"end", "{{/" + token.text + "}}"}});
    }
  }

 private:
  File& file_;
  std::string_view text_;
  Rules rules_;
  const TextLookup& texts_;
  std::set<std::string>& used_texts_;
  Diagnostics& diagnostics_;
  std::string open_ = "{{";
  std::string close_ = "}}";
  std::size_t at_ = 0;
  std::vector<std::size_t> sections_;  // open ones, as indices of tokens

  void error(std::size_t offset, std::size_t length, Code code, std::vector<Argument> arguments = {}) {
    complain(file_, offset, length, code, std::move(arguments), diagnostics_);
  }

  // Control characters are refused, because kainjow is given templates with such characters as delimiters and in place of blanks.
  bool check_characters() {
    if (const auto bad = find_invalid_utf8(text_)) {
      error(*bad, 1, code::template_not_utf8);
      return false;
    }
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const bool mark = text_.substr(i, 3) == "\xEF\xBB\xBF";
      const auto c = static_cast<unsigned char>(text_[i]);
      if (!mark && ((c >= 0x20 && c != 0x7F) || is_blank(text_[i]))) continue;
      char name[8];
      std::snprintf(name, sizeof name, "U+%04X", mark ? 0xFEFFU : static_cast<unsigned>(c));
      error(i, 1, code::template_bad_character, {{"character", name}});
      return false;
    }
    return true;
  }

  void add_text(std::size_t end) {
    if (at_ < end) {
      Token& text = file_.tokens.emplace_back();
      text.text = std::string(text_.substr(at_, end - at_));
      text.offset = at_;
      text.length = end - at_;
    }
    at_ = std::max(at_, end);
  }

  // False: the tag has no end, so nothing after it can be read.
  bool read_tag(std::size_t begin) {
    const std::size_t inside = begin + open_.size();
    const std::string_view rest = text_.substr(inside);
    const bool triple = open_ == "{{" && close_ == "}}" && rest.starts_with('{');
    const bool delimiters = rest.starts_with('=');
    const std::string close = triple ? "}}}" : delimiters ? "=" + close_ : close_;
    const std::size_t start = inside + (triple || delimiters ? 1 : 0);
    const std::size_t end = text_.find(close, start);
    if (end == std::string_view::npos) {
      error(begin, open_.size(), code::template_unclosed_tag, {{"close", close}});
      return false;
    }
    const std::string_view content = strip(text_.substr(start, end - start));
    const std::size_t after = end + close.size();
    Token tag;
    tag.offset = begin;
    tag.length = after - begin;
    if (delimiters) {
      place(tag, after);
      change_delimiters(content, tag);
    } else if (triple) {
      tag.kind = Token::Kind::raw;
      add_named(std::move(tag), content, after);
    } else {
      read_plain(std::move(tag), content, after);
    }
    return true;
  }

  void read_plain(Token tag, std::string_view content, std::size_t after) {
    const char sigil = content.empty() ? '\0' : content.front();
    const std::string_view name = strip(content.empty() ? content : content.substr(1));
    if (sigil == '!') {
      place(tag, after);
      return;
    }
    if (sigil == '$' || sigil == '<' || (sigil == '>' && name.starts_with('*'))) {
      error(tag.offset, tag.length, code::template_unsupported_tag, {{"tag", shown(tag)}});
      add_text(tag.offset);
      at_ = after;
      return;
    }
    switch (sigil) {
      case '#': tag.kind = Token::Kind::section; break;
      case '^': tag.kind = Token::Kind::inverted; break;
      case '/': tag.kind = Token::Kind::end; break;
      case '>': tag.kind = Token::Kind::partial; break;
      case '&': tag.kind = Token::Kind::raw; break;
      default: tag.kind = Token::Kind::value; break;
    }
    add_named(std::move(tag), tag.kind == Token::Kind::value ? content : name, after);
  }

  void add_named(Token tag, std::string_view name, std::size_t after) {
    tag.text = std::string(name);
    const bool stands_alone = tag.kind != Token::Kind::value && tag.kind != Token::Kind::raw;
    if (stands_alone) {
      place(tag, after);
    } else {
      add_text(tag.offset);
      at_ = after;
    }
    if (!check_name(tag)) return;
    if (tag.kind == Token::Kind::end) {
      close_section(std::move(tag));
      return;
    }
    if (tag.kind == Token::Kind::section || tag.kind == Token::Kind::inverted) sections_.push_back(file_.tokens.size());
    if (!stands_alone && texts_ && tag.text.starts_with(text_prefix) && !resolve_text(tag)) return;
    file_.tokens.push_back(std::move(tag));
  }

  bool check_name(const Token& tag) {
    if (tag.text.empty()) {
      error(tag.offset, tag.length, code::template_empty_name);
      return false;
    }
    const bool sound = rules_ == Rules::specification ? std::none_of(tag.text.begin(), tag.text.end(), is_blank)
                       : tag.kind == Token::Kind::partial ? is_partial_name(tag.text) : is_site_name(tag.text);
    if (!sound) {
      error(tag.offset, tag.length, code::template_bad_name, {{"tag", shown(tag)}});
      return false;
    }
    if (rules_ == Rules::site && tag.kind == Token::Kind::raw && !names_html(tag.text)) {
      error(tag.offset, tag.length, code::template_raw_text, {{"name", tag.text}, {"tag", "{{" + tag.text + "}}"}});
      return false;
    }
    if (rules_ == Rules::site && tag.kind == Token::Kind::value && names_html(tag.text)) {
      error(tag.offset, tag.length, code::template_escaped_html, {{"name", tag.text}, {"tag", "{{{" + tag.text + "}}}"}});
      return false;
    }
    return true;
  }

  bool resolve_text(Token& tag) {
    const std::string key = tag.text.substr(text_prefix.size());
    used_texts_.insert(key);
    const std::optional<std::string> words = texts_(key);
    if (!words) {
      error(tag.offset, tag.length, code::template_unknown_text, {{"key", key}});
      return false;
    }
    tag.text.clear();
    if (tag.kind == Token::Kind::raw) tag.text = *words;
    else append_escaped(tag.text, *words);
    tag.kind = Token::Kind::literal;
    return true;
  }

  void close_section(Token tag) {
    if (sections_.empty()) {
      error(tag.offset, tag.length, code::template_unopened_section, {{"name", tag.text}});
      return;
    }
    const Token& section = file_.tokens[sections_.back()];
    if (section.text != tag.text) {
      error(tag.offset, tag.length, code::template_crossed_section,
            {{"name", tag.text}, {"open", section.text}, {"line", std::to_string(line_of(file_, section.offset))}});
      // The name says what was meant: close that section, so that one slip is one error.
      const auto meant = std::find_if(sections_.rbegin(), sections_.rend(),
                                      [&](std::size_t i) { return file_.tokens[i].text == tag.text; });
      if (meant != sections_.rend()) sections_.erase(meant.base() - 1, sections_.end());
      return;
    }
    sections_.pop_back();
    file_.tokens.push_back(std::move(tag));
  }

  // Adds the text before the tag and goes to after it; takes the whole line when nothing else stands on it.
  void place(Token& tag, std::size_t after) {
    std::size_t line = tag.offset;
    while (line > at_ && (text_[line - 1] == ' ' || text_[line - 1] == '\t')) --line;
    const bool first = line == 0 || text_[line - 1] == '\n';
    std::size_t end = after;
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t')) ++end;
    const std::string_view rest = text_.substr(end);
    const std::size_t line_end = rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') ? 1 : 0;
    tag.standalone = first && (line_end > 0 || rest.empty());
    if (!tag.standalone) {
      add_text(tag.offset);
      at_ = after;
      return;
    }
    tag.line_end = line_end > 0;
    tag.indent = std::string(text_.substr(line, tag.offset - line));
    add_text(line);
    at_ = end + line_end;
  }

  void change_delimiters(std::string_view content, const Token& tag) {
    const auto gap = std::find_if(content.begin(), content.end(), is_blank);
    const std::string_view open = content.substr(0, static_cast<std::size_t>(gap - content.begin()));
    const std::string_view close = strip(content.substr(open.size()));
    const auto wrong = [](std::string_view s) {
      return s.empty() || std::any_of(s.begin(), s.end(), [](char c) { return c == '=' || is_blank(c); });
    };
    if (wrong(open) || wrong(close)) {
      error(tag.offset, tag.length, code::template_bad_delimiter, {{"tag", shown(tag)}});
      return;
    }
    open_ = std::string(open);
    close_ = std::string(close);
  }

  // The tag as written, on one line.
  std::string shown(const Token& tag) const {
    std::string_view tag_text = text_.substr(tag.offset, tag.length);
    const std::size_t line_end = tag_text.find_first_of("\r\n");
    return line_end == std::string_view::npos ? std::string(tag_text) : std::string(tag_text.substr(0, line_end)) + "...";
  }
};

}  // namespace

void scan(File& file, Rules rules, const TextLookup& texts, std::set<std::string>& used_texts, Diagnostics& diagnostics) {
  Scanner(file, rules, texts, used_texts, diagnostics).run();
}

void complain(const File& file, std::size_t offset, std::size_t length, Code code, std::vector<Argument> arguments,
              Diagnostics& diagnostics) {
  const std::string_view text = file.source.text;
  const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view line = line_at(text, offset);
  const std::size_t shown = std::min(length, start + line.size() > offset ? start + line.size() - offset : 1);
  const auto column = static_cast<int>(count_characters(text.substr(start, offset - start))) + 1;
  diagnostics.error(code, {file.source.file, line_of(file, offset), column}, std::move(arguments), std::string(line),
                    static_cast<int>(count_characters(text.substr(offset, shown))));
}

int line_of(const File& file, std::size_t offset) {
  const std::string& text = file.source.text;
  return static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n')) + 1;
}

bool names_html(std::string_view name) { return name.ends_with("_html"); }

}  // namespace lagesbild::render
