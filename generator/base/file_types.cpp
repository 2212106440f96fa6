#include "base/file_types.hpp"

#include <algorithm>
#include <array>

namespace lagesbild {
namespace {

using Kind = FileType::Kind;

constexpr std::array<FileType, 15> types{{
    {"html", "text/html"},
    {"aspx", "text/html"},
    {"css", "text/css"},
    {"js", "text/javascript"},
    {"svg", "image/svg+xml"},
    {"csv", "text/csv"},
    {"ics", "text/calendar"},
    {"json", "application/json"},
    {"jsonld", "application/ld+json"},
    {"atom", "application/atom+xml"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Kind::packed},
    {"zip", "application/zip", Kind::packed},
    {"png", "image/png", Kind::packed},
    {"ico", "image/x-icon", Kind::packed},
    {"woff2", "font/woff2", Kind::packed},
}};

}  // namespace

std::span<const FileType> file_types() { return types; }

std::string content_type(std::string_view path) {
  const std::string_view end = path.substr(std::min(path.rfind('.'), path.size() - 1) + 1);
  const auto found = std::find_if(types.begin(), types.end(), [&](const FileType& one) { return one.end == end; });
  if (found == types.end()) return "application/octet-stream";
  return std::string{found->type} + (found->kind == Kind::text ? "; charset=utf-8" : "");
}

}  // namespace lagesbild
