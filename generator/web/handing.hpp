// What a site asks of whoever hands it out besides the type of each file (base/file_types.hpp): the headers that go with all of them. Said
// once, for the fragments of `lagesbild headers` and for the server of `lagesbild serve`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/audience.hpp"

namespace lagesbild::web {

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
