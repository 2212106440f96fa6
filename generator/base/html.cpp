#include "base/html.hpp"

namespace lagesbild {

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t start = 0;;) {
    const std::size_t at = text.find_first_of("&<>\"'", start);
    out.append(text, start, at == std::string_view::npos ? at : at - start);
    if (at == std::string_view::npos) return;
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
