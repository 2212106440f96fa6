#include "base/yaml_form.hpp"

#include <algorithm>
#include <cstdio>

#include "base/codes.hpp"

namespace lagesbild::yaml {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string hexadecimal(const char* format, unsigned number) {
  char text[16];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

bool looks_like_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const auto zeros = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  return bytes.size() >= 4 && zeros * 3 >= bytes.size();
}

// The code point that starts at `at` when nobody can see it: control characters, marks of direction, a BOM in the middle. Else 0 bytes.
struct Unseen {
  std::size_t bytes = 0;
  unsigned point = 0;
};

Unseen unseen(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const unsigned first = byte(0);
  if (first == '\r') return byte(1) == '\n' ? Unseen{} : Unseen{1, first};
  if ((first < 0x20 && first != '\n' && first != '\t') || first == 0x7F) return {1, first};
  if (first == 0xC2 && byte(1) < 0xA0) return {2, byte(1)};
  if (first != 0xE2 && first != 0xEF) return {};
  const unsigned point = (first & 15U) << 12 | (byte(1) & 63U) << 6 | (byte(2) & 63U);
  const bool hidden = (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
  return hidden ? Unseen{3, point} : Unseen{};
}

void check_line(Source& source, std::size_t line, Diagnostics& diagnostics) {
  const std::string_view text = source.text();
  bool indent = true;
  bool told_tab = false;
  const std::size_t end = std::min(text.find('\n', source.start_of(line)), text.size());
  for (std::size_t at = source.start_of(line); at < end; ++at) {
    if (text[at] == '\t' && !told_tab) {
      told_tab = true;
      source.error(diagnostics, code::yaml_tab, at, std::min(text.find_first_not_of('\t', at), text.size()) - at);
    }
    if (indent && text.substr(at).starts_with("\xC2\xA0")) {
      source.error(diagnostics, code::yaml_odd_blank, at, 2);
      return;
    }
    indent = indent && (text[at] == ' ' || text[at] == '\t');
    if (const Unseen found = unseen(text, at); found.bytes > 0) {
      source.error(diagnostics, code::yaml_control_character, at, found.bytes, {{"character", hexadecimal("U+%04X", found.point)}});
      return;
    }
  }
}

struct Suspect {
  Code code;
  std::size_t offset;
  std::size_t bytes;
  std::vector<Argument> arguments;
};

// The parser stumbles late: the mistake is often on a line between what was understood and where it gave up.
std::optional<Suspect> suspect(const Source& source, std::size_t from, std::size_t stumbled) {
  const std::string_view text = source.text();
  for (std::size_t line = source.line_of(from); line <= source.line_of(stumbled); ++line) {
    const std::size_t start = std::max(from, source.start_of(line));
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view rest = trim(text.substr(start, end - start));
    while (rest.starts_with("- ")) rest = trim(rest.substr(2));
    if (rest.empty() || rest.starts_with('#')) continue;
    const auto offset = static_cast<std::size_t>(rest.data() - text.data());
    if (forgot_blank(rest)) return Suspect{code::yaml_colon_without_blank, offset, rest.size(), {{"text", std::string{rest}}}};
    for (const std::string_view opening : {": \"", ": '"}) {
      const std::size_t at = rest.find(opening);
      if (at == npos || rest.find(opening[2], at + 3) != npos) continue;
      return Suspect{code::yaml_unclosed_quote, offset + at + 2, 1, {{"quote", std::string{opening[2]}}}};
    }
    const bool whole_line = start == source.start_of(line);
    if (whole_line && line < source.line_of(stumbled) && rest.find_first_of(":[]{},\"'") == npos) {
      return Suspect{code::yaml_key_without_colon, offset, rest.size(), {{"key", std::string{rest}}}};
    }
  }
  return std::nullopt;
}

Code code_of(const std::string& message) {
  namespace said = YAML::ErrorMsg;
  const auto is = [&](std::string_view words) { return message.find(words) != std::string::npos; };
  if (is(said::MAP_VALUE)) return code::yaml_stray_colon;
  if (is(said::MAP_KEY)) return code::yaml_complex_key;
  if (is(said::END_OF_MAP_FLOW) || is(said::END_OF_SEQ_FLOW)) return code::yaml_unclosed_bracket;
  if (is(said::FLOW_END)) return code::yaml_stray_bracket;
  if (is(said::END_OF_MAP) || is(said::END_OF_SEQ) ) return code::yaml_stray_text;
  if (is(said::BLOCK_ENTRY)) return code::yaml_dash_after_key;
  if (is(said::INVALID_HEX) || is("invalid unicode") || is("unknown escape")) return code::yaml_bad_escape;
  if (is(said::DOC_IN_SCALAR) || is(said::EOF_IN_SCALAR)) return code::yaml_unclosed_quote;
  if (is(said::UNKNOWN_TOKEN)) return code::yaml_reserved_character;
  if (is(said::ZERO_INDENT_IN_BLOCK) || is(said::CHAR_IN_BLOCK)) return code::yaml_block_header;
  if (is("alias")) return code::yaml_alias;
  if (is("anchor")) return code::yaml_anchor;
  if (is("directive") || is("YAML version") || is("YAML major")) return code::yaml_directive;
  if (is("tag")) return code::yaml_tag;
  return code::yaml_syntax;
}

}  // namespace

std::optional<std::string> clean(const std::string& file, const std::string& bytes, Diagnostics& diagnostics, Limits limits) {
  if (bytes.size() > limits.bytes) {
    diagnostics.error(code::yaml_too_large, {file}, {{"size", std::to_string(bytes.size())}, {"limit", std::to_string(limits.bytes)}});
    return std::nullopt;
  }
  if (looks_like_utf16(bytes)) {
    diagnostics.error(code::yaml_utf16, {file, 1, 1});
    return std::nullopt;
  }
  std::string_view text = bytes;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  Source source{file, text};
  if (const auto broken = find_invalid_utf8(text)) {
    const auto byte = static_cast<unsigned char>(text[*broken]);
    const std::size_t position = *broken + (bytes.size() - text.size()) + 1;
    source.error(diagnostics, code::yaml_not_utf8, *broken, 1,
                 {{"byte", hexadecimal("0x%02X", byte)}, {"position", std::to_string(position)}});
    return std::nullopt;
  }
  const std::size_t before = diagnostics.errors();
  for (std::size_t line = 0; line < source.lines() && diagnostics.errors() < before + 50; ++line) check_line(source, line, diagnostics);
  if (diagnostics.errors() > before) return std::nullopt;
  std::string plain;
  plain.reserve(text.size());
  std::copy_if(text.begin(), text.end(), std::back_inserter(plain), [](char c) { return c != '\r'; });  // each is before a line end
  return plain;
}

void explain(const YAML::Exception& trouble, Source& source, Builder& builder) {
  if (!builder.following() && builder.errors() > 0) return;  // it stumbled on what has been told
  const std::string_view text = source.text();
  const bool has_place = trouble.mark.pos >= 0;
  const std::size_t at = has_place ? std::min(static_cast<std::size_t>(trouble.mark.pos), text.size()) : builder.cursor();
  const bool starred = at < text.size() && text[at] == '*';
  const Code code = starred ? code::yaml_alias : code_of(trouble.msg);
  if (code == code::yaml_stray_colon || code == code::yaml_stray_text || code == code::yaml_unclosed_quote) {
    if (auto found = suspect(source, builder.cursor(), at)) {
      return builder.refuse(found->code, found->offset, found->bytes, std::move(found->arguments));
    }
  }
  const std::string_view seen = at < text.size() ? text.substr(at, 1) : std::string_view{};
  const std::string_view rest = trim(text.substr(at, std::min(text.find('\n', at), text.size()) - at));
  if (code == code::yaml_unclosed_bracket) {
    const std::size_t bracket = builder.open_bracket().value_or(at);
    return builder.refuse(code, bracket, 1, {{"bracket", std::string{text.substr(std::min(bracket, text.size()), 1)}}});
  }
  if (code == code::yaml_unclosed_quote) {
    const std::size_t quote = std::min(text.find_first_of("\"'", builder.cursor()), text.size());
    return builder.refuse(code, quote, 1, {{"quote", std::string{text.substr(quote, 1)}}});
  }
  if (code == code::yaml_bad_escape) {
    const std::size_t slash = at == 0 ? npos : text.rfind('\\', at - 1);
    if (slash != npos) return builder.refuse(code, slash, at - slash);
  }
  if (code == code::yaml_stray_text) return builder.refuse(code, at, rest.size(), {{"text", std::string{rest}}});
  builder.refuse(code, at, 1, {{"bracket", std::string{seen}}, {"character", std::string{seen}}, {"reason", trouble.msg}});
}

}  // namespace lagesbild::yaml
