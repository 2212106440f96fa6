#include "read/workbook_xml.hpp"

#include <expat.h>

#include <charconv>
#include <cstring>
#include <memory>
#include <system_error>

#include "read/codes.hpp"

namespace lagesbild::read {
namespace {

constexpr int deepest = 64;
constexpr int chunk = 1 << 16;
// A tag or a comment that does not fit in a chunk is looked at again with the next one, so its length must have a limit.
constexpr XML_Index longest_markup = 1 << 20;

std::string_view without_prefix(const char* name) {
  const char* colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

class Reader {
 public:
  Reader(Package& package, const std::string& part, std::string_view root, XmlHandler& handler)
      : package_(package), part_(part), root_(root), handler_(handler) {}
  bool read();

 private:
  enum class End : std::uint8_t { none, stopped, broken, doctype };
  static Reader& self(void* user) { return *static_cast<Reader*>(user); }
  void obey(XmlNext next) {
    if (next != XmlNext::on) finish(next == XmlNext::stop ? End::stopped : End::broken);
  }
  void finish(End end) {
    end_ = end;
    XML_StopParser(parser_.get(), XML_FALSE);
  }
  void start(const char* name, const char** attributes) {
    if (end_ != End::none) return;
    const std::string_view local = without_prefix(name);
    if (++depth_ > deepest || (depth_ == 1 && local != root_)) return finish(End::broken);
    obey(handler_.start(local, depth_, XmlAttributes(attributes)));
  }
  void end(const char* name) {
    if (end_ == End::none) obey(handler_.end(without_prefix(name), depth_));
    --depth_;
  }
  void text(const char* text, int length) {
    if (end_ == End::none) handler_.text({text, static_cast<std::size_t>(length)});
  }
  bool tell();

  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  Package& package_;
  const std::string& part_;
  std::string_view root_;
  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, Free> parser_{XML_ParserCreate(nullptr)};
  int depth_ = 0;
  End end_ = End::none;
};

bool Reader::read() {
  std::optional<PackagePart> part = package_.open_part(part_);
  if (!part) return false;
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(
      parser_.get(), [](void* user, const char* name, const char** attributes) { self(user).start(name, attributes); },
      [](void* user, const char* name) { self(user).end(name); });
  XML_SetCharacterDataHandler(parser_.get(), [](void* user, const char* text, int length) { self(user).text(text, length); });
  XML_SetStartDoctypeDeclHandler(
      parser_.get(), [](void* user, const char*, const char*, const char*, int) { self(user).finish(End::doctype); });
  XML_Index fed = 0;
  for (;;) {
    void* buffer = XML_GetBuffer(parser_.get(), chunk);
    if (buffer == nullptr) return tell();
    const std::optional<std::size_t> came = part->read(static_cast<char*>(buffer), chunk);
    if (!came) return false;
    const bool good = XML_ParseBuffer(parser_.get(), static_cast<int>(*came), *came == 0 ? 1 : 0) == XML_STATUS_OK;
    if (end_ == End::stopped) return true;
    fed += static_cast<XML_Index>(*came);
    if (!good || fed - XML_GetCurrentByteIndex(parser_.get()) > longest_markup) return tell();
    if (*came == 0) return true;
  }
}

bool Reader::tell() {
  if (end_ == End::doctype) {
    package_.refuse(code::workbook_doctype, {{"part", part_}});
  } else {
    package_.refuse(code::workbook_broken_xml, {{"part", part_}, {"line", std::to_string(XML_GetCurrentLineNumber(parser_.get()))}});
  }
  return false;
}

}  // namespace

std::optional<std::size_t> parse_index(std::string_view text) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(index) : std::nullopt;
}

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (without_prefix(*pair) == name) return std::string_view(pair[1]);
  }
  return std::nullopt;
}

bool read_xml(Package& package, const std::string& part, std::string_view root, XmlHandler& handler) {
  return Reader(package, part, root, handler).read();
}

}  // namespace lagesbild::read
