// The bytes of a person's file to UTF-8 text that is fit for a page: no control characters (but tab, CR, LF), no U+FFFD, nothing guessed
// in silence. UTF-8 with or without BOM, UTF-16 with BOM, otherwise Windows-1252 with one warning. A file that mostly is UTF-8 is
// never read as Windows-1252: one bad byte would turn every å into two wrong letters.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"

namespace lagesbild::read {

// Complaints about one file before the reader gives up on it.
inline constexpr std::size_t most_complaints = 1000;

enum class Encoding : std::uint8_t { utf8, utf16_little, utf16_big, windows_1252 };

struct Text {
  std::string utf8;  // without BOM; line ends as in the file
  Encoding encoding = Encoding::utf8;
};

// Nothing when there was an error, also for a file that is no text at all (workbook, PDF, web page). `file_shown` is for the places.
std::optional<Text> decode_text(const std::string& file_shown, std::string bytes, Diagnostics& diagnostics);

// The first bytes say what a file is, whatever its name says.
bool is_zip(std::string_view bytes);               // an .xlsx, or any other packed archive
bool is_old_office_file(std::string_view bytes);   // .xls and its like; also an .xlsx with a password

// A character that is not fit for text: a control character, a BOM that is not at the start, U+FFFD.
struct Unfit {
  std::size_t offset;
  std::size_t length;
  Code code;
  std::string character;  // such as U+0000
};
// The first one at byte `from` or later, in valid UTF-8.
std::optional<Unfit> find_unfit(std::string_view text, std::size_t from = 0);

void append_utf8(std::string& out, char32_t character);

// Line (CRLF, LF and CR end one) and column (in characters) of byte offsets, asked for in ascending order: one pass over the text in all.
class SpotFinder {
 public:
  explicit SpotFinder(std::string_view text) : text_(text) {}
  void move_to(std::size_t offset);
  int line() const { return line_; }
  int column() const { return column_; }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  int line_ = 1;
  int column_ = 1;
};

// Where the line with byte `offset` begins; CR alone ends a line too, unlike line_at of base/.
std::size_t line_begin(std::string_view text, std::size_t offset);

// The line that holds byte `offset`, to show: cut when very long, empty when the offset is beyond the cut.
std::string excerpt_at(std::string_view text, std::size_t offset);

// Characters from `begin` to `end` or the end of the line, at least one: what to underline.
int underlined(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace lagesbild::read
