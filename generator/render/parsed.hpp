// A template as kainjow is given it, and what the numbers in it stand for. Internal to render/: includes the library.
//
// The library gets a text of ours, not the author's. A tag's name there is its number in `tags`, so that a lookup knows which tag asks,
// and names are split beforehand. The delimiters are U+0001 and U+0002, which no template may hold, so no text can be taken for a tag.
// Blanks are masked as U+0003-U+0006: the library makes a node of 136 bytes of each blank and walks it at every render, and drops a
// line at the end of which it finds nothing but blanks. An end mark (U+0007) keeps it from dropping the only line there is.
#pragma once
#include <kainjow/mustache.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "render/mustache.hpp"
#include "render/scan.hpp"

namespace lagesbild::render {

namespace mask {
inline constexpr char open = '\x01', close = '\x02';
inline constexpr char line_feed = '\x03', blank = '\x04', tab = '\x05', carriage_return = '\x06';
inline constexpr char end = '\x07';
}

struct Tag {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  Token::Kind kind;
  std::string name;
  std::vector<std::string> path;  // of a dotted name; empty for "."
  bool page_wide = false;         // looked up in the page, wherever it stands
  const File* file = nullptr;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::size_t parent = none;      // the section it stands in
};

struct Template::Parsed {
  std::shared_ptr<const Files> files;  // that the tags point into
  const File* page = nullptr;
  Rules rules = Rules::site;
  std::vector<Tag> tags;
  std::unique_ptr<kainjow::mustache::mustache> engine;
  std::map<std::string, Data> recursive;  // partials that include themselves, under Rules::specification
};

// The page with its partials in it. Every partial must be known and none include itself, except under Rules::specification. Null after
// an error: too deep, too large.
std::shared_ptr<const Template::Parsed> flatten(std::shared_ptr<const Files> files, const File& page, Options options,
                                                Diagnostics& diagnostics);

}  // namespace lagesbild::render
