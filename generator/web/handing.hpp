// What a site asks of whoever hands it out: the type of each file, and the headers that go with all of them. Said once, for the fragments
// of `lagesbild headers` and for the server of `lagesbild serve`. A file that this does not know is handed out as bytes, and not shown.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/audience.hpp"

namespace lagesbild::web {

enum class Kind : std::uint8_t { text, packed };  // text is UTF-8, and worth making smaller on the way

struct FileType {
  std::string_view end;  // of the name, without the dot
  std::string_view type;
  Kind kind = Kind::text;
};
std::span<const FileType> file_types();
// As in Content-Type, with the charset of what is text.
std::string content_type(std::string_view path);

// The policy of every page: nothing from elsewhere, no script or style in the page itself. `ancestors` may show a page in a frame.
std::string page_policy(const std::vector<std::string>& ancestors);
// That of a picture as a file of its own, which brings its style along and never a script.
inline constexpr std::string_view picture_policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

struct Header {
  std::string_view name;
  std::string_view value;
  std::string_view why_sv, why_en;
};
// Of every answer, besides the policy.
std::vector<Header> fixed_headers(Audience audience);

// https://intranet.example.org, with a port or with *. before the name if need be: what may stand among the ancestors.
bool is_origin(std::string_view text);

}  // namespace lagesbild::web
