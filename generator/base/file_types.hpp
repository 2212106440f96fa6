// The type of each file of a site, by the end of its name. Said once, for whoever hands a site out: web/ and publish/. A file that it does
// not know is handed out as bytes, and not shown.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace lagesbild {

struct FileType {
  enum class Kind : std::uint8_t { text, packed };  // text is UTF-8, and worth making smaller on the way
  std::string_view end;  // of the name, without the dot
  std::string_view type;
  Kind kind = Kind::text;
};
std::span<const FileType> file_types();
// As in Content-Type, with the charset of what is text.
std::string content_type(std::string_view path);

}  // namespace lagesbild
