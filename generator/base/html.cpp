#include "base/html.hpp"

#include <array>

namespace lagesbild {
namespace {

constexpr std::array<bool, 256> special = [] {
  std::array<bool, 256> table{};
  for (const char c : {'&', '<', '>', '"', '\''}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

// Nearly every text on a page passes here, and few are long: a table is quicker than find_first_of.
std::size_t find_special(std::string_view text, std::size_t from) {
  while (from < text.size() && !special[static_cast<unsigned char>(text[from])]) ++from;
  return from;
}

}  // namespace

bool needs_escape(std::string_view text) { return find_special(text, 0) != text.size(); }

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t start = 0;;) {
    const std::size_t at = find_special(text, start);
    out.append(text, start, at - start);
    if (at == text.size()) return;
    switch (text[at]) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += "&#39;"; break;
    }
    start = at + 1;
  }
}

Html escape(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return Html::trusted(std::move(out));  // escaped above
}

}  // namespace lagesbild
