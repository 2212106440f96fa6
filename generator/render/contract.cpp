#include "render/contract.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "render/codes.hpp"
#include "render/parsed.hpp"

namespace lagesbild::render {
namespace {

const Shape::Entry* find(const Shape& shape, std::string_view name) {
  const auto found = std::find_if(shape.entries.begin(), shape.entries.end(), [&](const Shape::Entry& e) { return e.name == name; });
  return found == shape.entries.end() ? nullptr : &*found;
}

std::string_view like(const Shape& shape, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Shape::Entry& entry : shape.entries) names.push_back(entry.name);
  return did_you_mean(name, names);
}

bool is_text(const Shape::Entry& entry) { return entry.kind == Shape::Kind::text || entry.kind == Shape::Kind::html; }

}  // namespace

void Contract::expect(const Shape& shape, const std::string& file, const std::string& inside) {
  for (const Shape::Entry& entry : shape.entries) {
    const std::string name = inside + std::string(entry.name);
    const auto [at, is_new] = index_.try_emplace({shape.type, entry.name}, uses_.size());
    if (is_new) uses_.push_back({file, name, std::string(entry.meaning), false});
    for (const Shape& inner : entry.inner) expect(inner, file, name + ".");
  }
}

void Contract::check(const Template& page, const Shape& shape, Diagnostics& diagnostics) {
  const Template::Parsed& parsed = page.parsed();
  expect(shape, parsed.page->source.file, "");
  // The struct that names inside a section are looked up in; null after an error, so that one mistake is told once.
  std::vector<const Shape*> inside(parsed.tags.size(), nullptr);
  for (std::size_t i = 0; i < parsed.tags.size(); ++i) {
    const Tag& tag = parsed.tags[i];
    const Shape* here = tag.parent == Tag::none ? &shape : inside[tag.parent];
    if (here == nullptr) continue;
    const auto wrong = [&](Code code, std::vector<Argument> arguments) {
      complain(*tag.file, tag.offset, tag.length, code, std::move(arguments), diagnostics);
    };
    const Shape* from = tag.page_wide ? &shape : here;
    const Shape::Entry* entry = nullptr;
    for (std::size_t word = 0; word < tag.path.size(); ++word) {
      entry = find(*from, tag.path[word]);
      if (entry == nullptr) break;
      uses_[index_.at({from->type, entry->name})].used = true;
      if (word + 1 == tag.path.size()) break;
      if (entry->kind != Shape::Kind::object) {  // what may be absent or many has to be a section
        entry = nullptr;
        break;
      }
      from = &entry->inner.front();
    }
    if (entry == nullptr) {
      const bool plain = tag.path.size() == 1;
      wrong(code::template_unknown_name, {{"name", tag.name}, {"like", plain ? std::string(like(*from, tag.name)) : std::string()}});
      continue;
    }
    if (tag.kind == Token::Kind::value || tag.kind == Token::Kind::raw) {
      if (!is_text(*entry)) wrong(code::template_not_text, {{"name", tag.name}});
      continue;
    }
    if (is_text(*entry)) {
      wrong(code::template_section_of_text, {{"name", tag.name}});
      continue;
    }
    inside[i] = entry->inner.empty() || tag.kind == Token::Kind::inverted ? here : &entry->inner.front();
  }
}

void Contract::report_unused(Diagnostics& diagnostics) const {
  for (const Use& use : uses_) {
    if (!use.used) diagnostics.error(code::template_unused_field, {use.file, 0, 0}, {{"name", use.name}, {"meaning", use.meaning}});
  }
}

}  // namespace lagesbild::render
