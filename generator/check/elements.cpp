#include "check/elements.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <type_traits>

namespace lagesbild::check {
namespace {

constexpr Element flow(std::string_view name, Tag tag = Tag::other) { return {.name = name, .tag = tag}; }
constexpr Element empty(std::string_view name, Tag tag = Tag::other) { return {.name = name, .tag = tag, .is_void = true}; }
constexpr Element block(std::string_view name, Tag tag = Tag::other) { return {.name = name, .tag = tag, .is_block = true}; }
constexpr Element alone(std::string_view name, Tag tag) { return {.name = name, .tag = tag, .not_in_own = true}; }
constexpr Element drawn(std::string_view name) { return {.name = name, .in_html = false, .in_svg = true}; }
constexpr Element with(Element element, kind::Kinds is, kind::Kinds within, kind::Kinds only) {
  element.is = is;
  element.within = within;
  element.only = only;
  return element;
}
constexpr Element both(Element element) {
  element.in_svg = true;
  return element;
}

constexpr std::array elements{
    with(flow("html", Tag::html), kind::html, 0, kind::head | kind::body),
    with(flow("head", Tag::head), kind::head, kind::html, kind::metadata),
    with(flow("body"), kind::body, kind::html, 0),
    both(with(flow("title", Tag::title), kind::metadata, 0, kind::text_only)),
    with(empty("meta"), kind::metadata, kind::head, 0), with(empty("link", Tag::link), kind::metadata, kind::head, 0),
    both(with(flow("script", Tag::script), kind::metadata, 0, 0)), both(with(flow("style", Tag::style), kind::metadata, 0, 0)),
    with(flow("noscript"), kind::metadata, 0, 0),
    block("main", Tag::main), block("h1", Tag::h1), block("h2", Tag::h2), block("h3", Tag::h3), block("h4", Tag::h4),
    block("h5", Tag::h5), block("h6", Tag::h6), block("p", Tag::p), block("header"), block("footer"), block("nav"), block("section"),
    block("article"), block("aside"), block("address"), block("blockquote"), block("figure"), block("figcaption"), block("hgroup"),
    block("pre"), block("details"), block("summary"), block("dialog"), block("fieldset"), block("search"), flow("legend"),
    with(block("div"), kind::group, 0, 0),
    with(block("ul"), kind::list, 0, kind::item), with(block("ol"), kind::list, 0, kind::item),
    with(block("menu"), kind::list, 0, kind::item), with(block("li"), kind::item, kind::list, 0),
    with(block("dl"), kind::terms, 0, kind::term | kind::group), with(block("dt"), kind::term, kind::terms | kind::group, 0),
    with(block("dd"), kind::term, kind::terms | kind::group, 0),
    with(block("table"), kind::table, 0, kind::section | kind::row | kind::caption | kind::columns),
    with(flow("thead"), kind::section, kind::table, kind::row), with(flow("tbody"), kind::section, kind::table, kind::row),
    with(flow("tfoot"), kind::section, kind::table, kind::row), with(flow("tr"), kind::row, kind::section | kind::table, kind::cell),
    with(flow("th"), kind::cell, kind::row, 0), with(flow("td"), kind::cell, kind::row, 0),
    with(flow("caption"), kind::caption, kind::table, 0), with(flow("colgroup"), kind::columns, kind::table, kind::column),
    with(empty("col"), kind::column, kind::columns, 0),
    Element{.name = "form", .tag = Tag::form, .is_block = true, .not_in_own = true},
    alone("button", Tag::button), flow("label"), empty("input"), with(flow("textarea"), 0, 0, kind::text_only),
    with(flow("select"), kind::select, 0, kind::options | kind::option),
    with(flow("datalist"), kind::select, 0, kind::options | kind::option),
    with(flow("optgroup"), kind::options, kind::select, kind::option),
    with(flow("option"), kind::option, kind::select | kind::options, kind::text_only),
    flow("output"), flow("progress"), flow("meter"),
    both(Element{.name = "a", .tag = Tag::a, .not_in_own = true}), flow("span"), flow("strong"), flow("em"), flow("b"), flow("i"),
    flow("u"), flow("s"), flow("small"), flow("sub"), flow("sup"), flow("abbr"), flow("dfn"), flow("code"), flow("kbd"), flow("samp"),
    flow("var"), flow("cite"), flow("q"), flow("mark"), flow("time"), flow("data"), flow("del"), flow("ins"), flow("bdi"), flow("bdo"),
    empty("br"), empty("wbr"), Element{.name = "hr", .is_void = true, .is_block = true}, empty("img", Tag::img), flow("picture"),
    empty("source"), flow("template"), flow("map"), empty("area", Tag::area), flow("iframe"), flow("video"), flow("audio"),
    empty("track"), flow("object"), empty("embed"),
    both(flow("svg", Tag::svg)), drawn("g"), drawn("path"), drawn("rect"), drawn("circle"), drawn("ellipse"), drawn("line"),
    drawn("polyline"), drawn("polygon"), drawn("text"), drawn("tspan"), drawn("desc"), drawn("defs"), drawn("symbol"),
    Element{.name = "use", .tag = Tag::use, .in_html = false, .in_svg = true}, drawn("pattern"), drawn("marker"), drawn("mask"),
    drawn("clipPath"), drawn("linearGradient"), drawn("radialGradient"), drawn("stop"), drawn("image"), drawn("textPath"),
};
static_assert(elements.size() <= most_elements);

struct Named {
  std::string_view name;
  Attribute attribute;
};

constexpr std::array attributes{
    Named{"id", Attribute::id}, Named{"href", Attribute::url}, Named{"src", Attribute::url}, Named{"action", Attribute::url},
    Named{"formaction", Attribute::url}, Named{"poster", Attribute::url}, Named{"data", Attribute::data},
    Named{"background", Attribute::url}, Named{"manifest", Attribute::url}, Named{"ping", Attribute::url},
    Named{"xlink:href", Attribute::url}, Named{"srcset", Attribute::srcset}, Named{"imagesrcset", Attribute::srcset},
    Named{"style", Attribute::code}, Named{"srcdoc", Attribute::code}, Named{"lang", Attribute::lang}, Named{"alt", Attribute::alt},
    Named{"role", Attribute::role}, Named{"aria-label", Attribute::aria_label}, Named{"aria-labelledby", Attribute::id_references},
    Named{"aria-describedby", Attribute::id_references}, Named{"headers", Attribute::id_references},
    Named{"for", Attribute::id_references}, Named{"list", Attribute::id_references}, Named{"form", Attribute::id_references},
    Named{"rel", Attribute::rel}, Named{"d", Attribute::points}, Named{"points", Attribute::points},
};

// Open addressing on the first eight bytes and the length; made by the compiler, so a look-up is one multiplication and one comparison.
constexpr std::size_t slots = 512;

constexpr std::size_t slot_of(std::uint64_t head, std::size_t length) {
  return static_cast<std::size_t>(((head ^ (length << 56)) * 0x9E3779B97F4A7C15ULL) >> 55);
}

constexpr std::uint64_t packed(std::string_view name) {
  std::uint64_t head = 0;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    const auto load = [&](std::size_t from, std::size_t size) {
      std::uint64_t part = 0;
      std::memcpy(&part, name.data() + from, size);
      return part;
    };
    if (name.size() >= 8) return load(0, 8);
    if (name.size() >= 4) return load(0, 4) | load(name.size() - 4, 4) << (8 * (name.size() - 4));
    if (name.size() >= 2) return load(0, 2) | load(name.size() - 2, 2) << (8 * (name.size() - 2));
    return load(0, name.size());
  }
  const std::size_t size = name.size() < 8 ? name.size() : 8;
  for (std::size_t i = 0; i < size; ++i) head |= static_cast<std::uint64_t>(static_cast<unsigned char>(name[i])) << (8 * i);
  return head;
}

template <std::size_t N, class Entry>
constexpr std::array<std::uint8_t, slots> index_of(const std::array<Entry, N>& entries) {
  std::array<std::uint8_t, slots> table{};
  for (std::size_t i = 0; i < N; ++i) {
    std::size_t slot = slot_of(packed(entries[i].name), entries[i].name.size());
    while (table[slot] != 0) slot = (slot + 1) % slots;
    table[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return table;
}

template <std::size_t N>
constexpr std::array<Element, N> numbered(std::array<Element, N> all) {
  for (std::size_t i = 0; i < N; ++i) all[i].number = static_cast<std::uint8_t>(i);
  return all;
}

constexpr auto numbered_elements = numbered(elements);
constexpr auto element_index = index_of(elements);
constexpr auto attribute_index = index_of(attributes);

template <std::size_t N, class Entry>
constexpr std::array<std::uint64_t, N> heads_of(const std::array<Entry, N>& entries) {
  std::array<std::uint64_t, N> heads{};
  for (std::size_t i = 0; i < N; ++i) heads[i] = packed(entries[i].name);
  return heads;
}

constexpr auto element_heads = heads_of(elements);
constexpr auto attribute_heads = heads_of(attributes);

template <std::size_t N, class Entry>
const Entry* find_in(const std::array<Entry, N>& entries, const std::array<std::uint64_t, N>& heads,
                     const std::array<std::uint8_t, slots>& index, std::uint64_t head, std::string_view name) {
  for (std::size_t slot = slot_of(head, name.size()); index[slot] != 0; slot = (slot + 1) % slots) {
    const std::size_t i = index[slot] - 1U;
    const bool same = heads[i] == head && entries[i].name.size() == name.size() && (name.size() <= 8 || entries[i].name == name);
    if (same) return &entries[i];
  }
  return nullptr;
}

}  // namespace

std::uint64_t head_of(std::string_view name) { return packed(name); }

const Element* find_element(std::uint64_t head, std::string_view name) {
  return find_in(numbered_elements, element_heads, element_index, head, name);
}

Attribute find_attribute(std::uint64_t head, std::string_view name) {
  if (name.starts_with("on")) return Attribute::code;
  const Named* const found = find_in(attributes, attribute_heads, attribute_index, head, name);
  return found ? found->attribute : Attribute::other;
}

}  // namespace lagesbild::check
