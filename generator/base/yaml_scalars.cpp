// Where a scalar ends in the source, which yaml-cpp does not say, and what in it shows that somebody meant something else.
#include <algorithm>

#include "base/codes.hpp"
#include "base/yaml_builder.hpp"

namespace lagesbild::yaml {
namespace {

constexpr std::size_t npos = std::string_view::npos;

std::size_t skip(std::string_view text, std::size_t at, char c) { return std::min(text.find_first_not_of(c, at), text.size()); }

// Bytes that are not blanks or line ends: folding must not change their number.
std::ptrdiff_t inked(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n'; });
}

// `key:` or `- ` at the start of a line that stands inside quotes.
bool looks_like_structure(std::string_view line) {
  if (line.starts_with("- ")) return true;
  const std::size_t colon = line.find(':');
  if (colon == npos || colon == 0 || (colon + 1 < line.size() && line[colon + 1] != ' ')) return false;
  return line.substr(0, colon).find_first_of(" \"'.,") == npos;
}

}  // namespace

std::size_t Builder::scalar_end(std::size_t at, bool plain, const std::string& value) {
  const std::string_view text = source_.text();
  if (plain) {
    const std::size_t end = plain_end(at, value);
    if (end == npos) lose(at);
    return end == npos ? at : end;
  }
  if (text[at] == '|' || text[at] == '>') {
    const std::size_t end = block_end(at, stack_.empty() ? -1 : stack_.back().indent);
    const std::size_t header = std::min(text.find('\n', at), end);
    if (inked(text.substr(header, end - header)) != inked(value)) lose(at);
    return end;
  }
  const std::size_t end = quoted_end(at);
  if (end != npos) return end;
  refuse(code::yaml_unclosed_quote, at, 1, {{"quote", std::string{text[at]}}});
  return text.size();
}

// A plain scalar may go on over lines: one line end became a blank, n + 1 of them became n line ends.
std::size_t Builder::plain_end(std::size_t at, std::string_view value) const {
  const std::string_view text = source_.text();
  for (std::size_t i = 0; i < value.size();) {
    if (at >= text.size()) return npos;
    const std::size_t line_end = skip(text, at, ' ');
    if (line_end < text.size() && text[line_end] == '\n') {
      std::size_t breaks = 0;
      for (at = line_end; at < text.size() && text[at] == '\n'; ++breaks) at = skip(text, at + 1, ' ');
      const std::string folded = breaks == 1 ? " " : std::string(breaks - 1, '\n');
      if (!value.substr(i).starts_with(folded)) return npos;
      i += folded.size();
    } else if (text[at++] != value[i++]) {
      return npos;
    }
  }
  return at;
}

std::size_t Builder::quoted_end(std::size_t at) const {
  const std::string_view text = source_.text();
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return i + 1;
      ++i;
    }
  }
  return npos;
}

// `parent`: the column of the collection that it stands in, or -1. The text is every line that is indented more than that.
std::size_t Builder::block_end(std::size_t at, int parent) const {
  const std::string_view text = source_.text();
  std::size_t end = std::min(text.find('\n', at), text.size());
  const std::string_view header = text.substr(at, std::min(end, text.find(' ', at)) - at);
  const std::size_t digit = header.find_first_of("123456789");
  const bool given = digit != npos;
  std::size_t indent = given ? static_cast<std::size_t>(std::max(parent, 0) + (header[digit] - '0')) : 0;
  for (std::size_t line = end; line < text.size();) {
    const std::size_t start = line + 1;
    const std::size_t first = skip(text, start, ' ');
    line = std::min(text.find('\n', start), text.size());
    if (first == line) continue;  // an empty line may or may not belong to it: nothing is lost either way
    const std::size_t blanks = first - start;
    if (indent == 0 && !given) {
      if (static_cast<int>(blanks) <= parent) break;
      indent = blanks;
    }
    if (blanks < indent) break;
    end = line;
  }
  return end;
}

void Builder::check_value(std::size_t at, std::size_t end, const std::string& value, bool plain) {
  if (plain) return check_plain(at, end, value);
  if (const char first = source_.text()[at]; first == '"' || first == '\'') check_quoted(at, end);
}

// `name:value` where a key was likely meant: a whole file, an item, a line of its own.
void Builder::check_plain(std::size_t at, std::size_t end, const std::string& value) {
  const std::size_t line = source_.line_of(at);
  const bool after_key = !stack_.empty() && stack_.back().has_key && line == source_.line_of(stack_.back().key_start);
  if (!after_key && forgot_blank(value)) {
    return refuse(code::yaml_colon_without_blank, at, end - at, {{"text", std::string{source_.text().substr(at, end - at)}}});
  }
  for (std::size_t next = line + 1; next < source_.lines() && source_.start_of(next) < end; ++next) {
    const std::string_view more = trim(source_.line(next));
    if (!forgot_blank(more)) continue;
    const auto start = static_cast<std::size_t>(more.data() - source_.text().data());
    return refuse(code::yaml_colon_without_blank, start, more.size(), {{"text", std::string{more}}});
  }
}

// A quoted text that goes on over lines is fine unless it has swallowed keys or items.
void Builder::check_quoted(std::size_t at, std::size_t end) {
  for (std::size_t next = source_.line_of(at) + 1; next < source_.lines() && source_.start_of(next) < end; ++next) {
    if (!looks_like_structure(trim(source_.line(next)))) continue;
    following_ = false;
    return refuse(code::yaml_unclosed_quote, at, 1, {{"quote", std::string{source_.text()[at]}}});
  }
}

}  // namespace lagesbild::yaml
