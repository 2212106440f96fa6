// The answers in XML of WebDAV (PROPFIND) and of S3 (listings): short lists of things, each with a few texts inside. Names of elements are
// without their prefix, since every server has its own. A document with a DOCTYPE is refused: no honest server sends one.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild::publish {

// An element right below the root, and the texts of all that is in it by name; of elements with the same name the first. What it says
// itself has the name "".
struct XmlItem {
  std::string name;
  std::map<std::string, std::string, std::less<>> inside;
  std::string text(std::string_view of) const;  // empty when it is not there
};

// Nothing when it is broken, or its root is another.
std::optional<std::vector<XmlItem>> read_items(std::string_view xml, std::string_view root);

struct DavEntry {
  std::string path;  // decoded, as on the server, without / at its end
  bool is_collection = false;
  std::uint64_t bytes = 0;
};
std::optional<std::vector<DavEntry>> read_multistatus(std::string_view xml);

// What is not a letter of ASCII, a digit or one of -._~/ as %XX: the one form that servers, proxies and signatures agree on.
std::string url_encoded(std::string_view path);
std::optional<std::string> url_decoded(std::string_view text);

}  // namespace lagesbild::publish
