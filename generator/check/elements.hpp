// The elements and attributes that a page of ours may hold. What is not here is an error: either a slip of the pen, or something that
// browsers treat in a way that the checker does not know.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lagesbild::check {

// Those that some rule asks for by name.
enum class Tag : std::uint8_t {
  other, html, head, title, main, h1, h2, h3, h4, h5, h6, img, svg, a, area, link, script, style, p, form, button, use
};

// What an element is, for the rules about who may stand in whom; a browser silently moves or closes what breaks them.
namespace kind {
using Kinds = std::uint32_t;
inline constexpr Kinds plain = 0, html = 1, head = 2, body = 4, metadata = 8, list = 16, item = 32, terms = 64, term = 128, group = 256;
inline constexpr Kinds table = 512, section = 1024, row = 2048, cell = 4096, caption = 8192, columns = 16384, column = 32768;
inline constexpr Kinds select = 65536, options = 131072, option = 262144, text_only = 524288;
}  // namespace kind

struct Element {
  std::string_view name;
  Tag tag = Tag::other;
  bool is_void = false;    // has no end tag
  bool in_html = true;     // may stand outside <svg>
  bool in_svg = false;     // may stand inside
  bool is_block = false;   // an open <p> is closed by it
  bool not_in_own = false; // may not stand in another of its name
  kind::Kinds is = 0;
  kind::Kinds within = 0;  // its parent must be one of these; 0: any
  kind::Kinds only = 0;    // its children must be of these, and it holds no text; 0: any
  std::uint8_t number = 0; // its place in the table
};
inline constexpr std::size_t most_elements = 160;

// Up to eight bytes of a name in one number: what names are looked up by, and nearly always the whole name.
std::uint64_t head_of(std::string_view name);

const Element* find_element(std::uint64_t head, std::string_view name);

enum class Attribute : std::uint8_t {
  other, id, url, srcset, code, lang, alt, role, aria_label, id_references, rel, points, data
};
// `code`: style, srcdoc and on*, which a page without inline code may not have.
Attribute find_attribute(std::uint64_t head, std::string_view name);
}  // namespace lagesbild::check
