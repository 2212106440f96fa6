#include "base/yaml.hpp"

#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "base/yaml_form.hpp"

namespace lagesbild::yaml {

const Node* Node::find(std::string_view key) const {
  const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.key == key; });
  return entry == entries.end() ? nullptr : &entry->value;
}

std::string Document::excerpt(int line) const {
  if (line < 1) return {};
  std::size_t start = 0;
  for (int now = 1; now < line; ++now) {
    start = text.find('\n', start);
    if (start == std::string::npos) return {};
    ++start;
  }
  return std::string{line_at(text, start)};
}

std::optional<Document> parse(std::string file, std::string text, Diagnostics& diagnostics, Limits limits) {
  const std::size_t before = diagnostics.errors();
  std::optional<std::string> cleaned = clean(file, text, diagnostics, limits);
  if (!cleaned) return std::nullopt;
  Document document{std::move(file), std::move(*cleaned), {}};
  Source source{document.file, document.text};
  Builder builder{source, limits, diagnostics};
  try {
    std::istringstream in{document.text};
    YAML::Parser parser{in};
    parser.HandleNextDocument(builder);
    builder.finish();
  } catch (const YAML::Exception& trouble) {
    try {
      explain(trouble, source, builder);
    } catch (const Stop&) {  // that was the last error to show
    }
  } catch (const Stop&) {  // what made it stop has been told
  } catch (const std::exception& trouble) {
    diagnostics.error(code::yaml_syntax, {document.file}, {{"reason", trouble.what()}});
  }
  if (diagnostics.errors() > before) return std::nullopt;
  document.root = builder.take();
  if (document.root.kind == Node::Kind::empty) {
    diagnostics.error(code::yaml_empty, {document.file, 1, 1});
    return std::nullopt;
  }
  return document;
}

}  // namespace lagesbild::yaml
