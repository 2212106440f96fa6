#include "publish/web_xml.hpp"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace lagesbild::publish {
namespace {

constexpr std::size_t deepest = 16;

std::string local_name(const char* name) {
  const std::string_view full = name;
  const std::size_t mark = full.rfind('|');
  return std::string{mark == std::string_view::npos ? full : full.substr(mark + 1)};
}

class Reader {
 public:
  explicit Reader(std::string_view root) : root_(root) {}

  std::optional<std::vector<XmlItem>> read(std::string_view xml) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(), [](void* user, const char* name, const char**) { self(user).start(local_name(name)); },
        [](void* user, const char*) { self(user).end(); });
    XML_SetCharacterDataHandler(parser_.get(), [](void* user, const char* text, int length) {
      self(user).text_.append(text, static_cast<std::size_t>(length));
    });
    XML_SetStartDoctypeDeclHandler(parser_.get(),
                                   [](void* user, const char*, const char*, const char*, int) { self(user).stop(); });
    if (xml.size() > most_bytes) return std::nullopt;
    const auto status = XML_Parse(parser_.get(), xml.data(), static_cast<int>(xml.size()), 1);
    if (status != XML_STATUS_OK || stopped_) return std::nullopt;
    return std::move(items_);
  }

 private:
  static constexpr std::size_t most_bytes = std::size_t{64} << 20;
  static Reader& self(void* user) { return *static_cast<Reader*>(user); }
  void stop() {
    stopped_ = true;
    XML_StopParser(parser_.get(), XML_FALSE);
  }
  void start(std::string name) {
    if (open_.size() >= deepest || (open_.empty() && name != root_)) return stop();
    if (open_.size() == 1) items_.push_back({name, {}});
    text_.clear();
    open_.push_back(std::move(name));
  }
  void end() {
    if (stopped_) return;  // the end of an empty element comes even so
    if (open_.size() == 2) items_.back().inside.try_emplace("", std::move(text_));
    if (open_.size() > 2) items_.back().inside.try_emplace(open_.back(), std::move(text_));
    text_.clear();
    open_.pop_back();
  }

  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  std::string root_, text_;
  std::vector<std::string> open_;
  std::vector<XmlItem> items_;
  bool stopped_ = false;
  std::unique_ptr<XML_ParserStruct, Free> parser_{XML_ParserCreateNS(nullptr, '|')};
};

int hex(char c) {
  const std::size_t at = std::string_view{"0123456789abcdef"}.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

bool is_unreserved(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter || (c >= '0' && c <= '9') || std::string_view{"-._~/"}.find(c) != std::string_view::npos;
}

}  // namespace

std::string XmlItem::text(std::string_view of) const {
  const auto at = inside.find(of);
  return at == inside.end() ? std::string{} : at->second;
}

std::optional<std::vector<XmlItem>> read_items(std::string_view xml, std::string_view root) { return Reader{root}.read(xml); }

std::optional<std::vector<DavEntry>> read_multistatus(std::string_view xml) {
  const auto items = read_items(xml, "multistatus");
  if (!items) return std::nullopt;
  std::vector<DavEntry> all;
  for (const XmlItem& item : *items) {
    if (item.name != "response") continue;
    std::string href = item.text("href");
    if (const std::size_t scheme = href.find("://"); scheme != std::string::npos) {  // a whole address is allowed too
      href.erase(0, std::min(href.find('/', scheme + 3), href.size()));
    }
    auto path = url_decoded(href);
    if (!path || path->empty()) return std::nullopt;
    while (path->ends_with('/')) path->pop_back();
    DavEntry entry{*std::move(path), item.inside.contains("collection"), 0};
    const std::string length = item.text("getcontentlength");
    std::from_chars(length.data(), length.data() + length.size(), entry.bytes);
    all.push_back(std::move(entry));
  }
  return all;
}

std::string url_encoded(std::string_view path) {
  std::string encoded;
  for (const char c : path) {
    if (is_unreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded.append("%").append(1, "0123456789ABCDEF"[byte >> 4]).append(1, "0123456789ABCDEF"[byte & 15]);
  }
  return encoded;
}

std::optional<std::string> url_decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i];
      continue;
    }
    if (i + 2 >= text.size() || hex(text[i + 1]) < 0 || hex(text[i + 2]) < 0) return std::nullopt;
    plain += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
    i += 2;
  }
  return plain;
}

}  // namespace lagesbild::publish
