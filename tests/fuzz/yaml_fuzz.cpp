// Whatever bytes come: parse, read with every method, print. Nothing may crash, leak or leave an exception.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "base/yaml.hpp"

using namespace lagesbild;

namespace {

void must(bool held) {
  if (!held) std::abort();
}

// Places lie in the text, and no key stands twice.
void check_places(const yaml::Document& document, const yaml::Node& node) {
  must(node.line >= 1 && node.column >= 1);
  must(static_cast<std::size_t>(node.column) <= count_characters(document.excerpt(node.line)) + 1);
  for (const yaml::Node& item : node.items) check_places(document, item);
  for (const yaml::Entry& entry : node.entries) {
    must(node.find(entry.key) == &entry.value);
    check_places(document, entry.value);
  }
}

void read(const yaml::Document& document, const yaml::Node& node, Diagnostics& diagnostics) {
  yaml::Reader reader{document, node, diagnostics};
  for (const yaml::Entry& entry : node.entries) {
    const std::string& key = entry.key;
    reader.text(key);
    reader.text_or(key, "x");
    reader.yes_no(key, true);
    reader.integer(key, -10, 10);
    reader.integer_or(key, 1, 0, 1000);
    reader.number(key, 0, 1);
    reader.date(key);
    reader.date_or_none(key);
    reader.one_of(key, {"a", "b"});
    reader.texts(key);
    reader.list(key);
    if (const yaml::Node* inner = reader.map_or_none(key)) read(document, *inner, diagnostics);
  }
  reader.finish();
  yaml::Reader stranger{document, node, diagnostics};
  stranger.text("a");
  stranger.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Diagnostics diagnostics;
  const auto document = yaml::parse("f.yaml", std::string(data, data + size), diagnostics);
  must(document.has_value() != diagnostics.has_errors());
  if (document) {
    must(document->root.kind != yaml::Node::Kind::empty);
    check_places(*document, document->root);
    read(*document, document->root, diagnostics);
  }
  for (const Diagnostic& one : diagnostics.all()) {
    must(one.length >= 1);
    must(one.excerpt.empty() || static_cast<std::size_t>(one.place.column) <= count_characters(one.excerpt) + 1);
  }
  std::ostringstream out;
  print(out, diagnostics, Language::sv);
  return 0;
}
