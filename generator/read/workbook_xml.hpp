// XML of a workbook's parts, handed on piece by piece. Names come without their prefix, so depth tells elements of the same name apart:
// the root is at depth 1. A document type is refused, for it can make a small file endless; so are markup and depth that no program
// writes. expat is used here only.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "read/workbook_package.hpp"

namespace lagesbild::read {

// Figures only, as indexes and counts are written.
std::optional<std::size_t> parse_index(std::string_view text);

class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* names_and_values) : pairs_(names_and_values) {}
  std::optional<std::string_view> find(std::string_view name) const;
  std::string_view text(std::string_view name) const { return find(name).value_or(std::string_view()); }
  bool yes(std::string_view name) const { return text(name) == "1" || text(name) == "true"; }

 private:
  const char* const* pairs_;
};

enum class XmlNext : std::uint8_t {
  on,
  stop,   // the handler has what it wants
  broken  // this element cannot stand here, or not with this content
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual XmlNext start(std::string_view name, int depth, const XmlAttributes& attributes) = 0;
  virtual XmlNext end(std::string_view, int /*depth*/) { return XmlNext::on; }
  virtual void text(std::string_view) {}  // in pieces, as they come
};

// False when there was an error, and it has been told: no such part, it cannot be unpacked, it is no XML, its root is another one.
bool read_xml(Package& package, const std::string& part, std::string_view root, XmlHandler& handler);

}  // namespace lagesbild::read
