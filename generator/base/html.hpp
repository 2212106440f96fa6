// Text that is already HTML. The only way from text to Html is escape(), so what is not Html is not trusted.
#pragma once
#include <string>
#include <string_view>
#include <utility>

namespace lagesbild {

class Html {
 public:
  Html() = default;
  // For markup that the program itself wrote; name the reason where you call it.
  static Html trusted(std::string markup) { Html html; html.markup_ = std::move(markup); return html; }
  const std::string& str() const { return markup_; }
  Html& operator+=(const Html& more) { markup_ += more.markup_; return *this; }
  friend bool operator==(const Html&, const Html&) = default;

 private:
  std::string markup_;
};

bool needs_escape(std::string_view text);
// & < > " ' become entities. Appends to `out`; text without any of them is copied in one go.
void append_escaped(std::string& out, std::string_view text);
Html escape(std::string_view text);

}  // namespace lagesbild
