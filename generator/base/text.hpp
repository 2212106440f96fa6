// Text as bytes of UTF-8: checking, counting characters, likeness of names, Swedish order.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild {

// Offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and > U+10FFFF are not), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Number of code points; a byte that is not valid UTF-8 counts as one.
std::size_t count_characters(std::string_view text);

// The line (without its end) that holds byte `offset`, for an excerpt.
std::string_view line_at(std::string_view text, std::size_t offset);

std::string_view trim(std::string_view text);  // blanks, tabs, line ends and U+00A0 at both ends

// The candidate most like `seen` (Damerau-Levenshtein, at most a third of its length), or "" when none is like it.
std::string_view did_you_mean(std::string_view seen, std::span<const std::string_view> candidates);

// Keys that sort as Swedes do (a..z å ä ö, numbers by value, case last) when compared byte by byte.
class SwedishOrder {
 public:
  SwedishOrder();
  ~SwedishOrder();
  SwedishOrder(const SwedishOrder&) = delete;
  SwedishOrder& operator=(const SwedishOrder&) = delete;
  std::string key(std::string_view text) const;

 private:
  struct Impl;
  Impl* impl_;
};

// Lower-case ASCII for a file name or an id: "Åkermyntan Södra" -> "akermyntan-sodra". Not unique; the caller checks.
std::string slug(std::string_view text);

}  // namespace lagesbild
