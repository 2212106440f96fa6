// What a built site says about itself: release.json and data/datapackage.json, read strictly. The only place here that knows JSON. What a
// site of an older program does not tell is nothing (std::optional), not an error and not an empty list.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace lagesbild::compare {

struct Source {
  std::string dataset, title, location, updated, sha256;
};

struct Definition {
  std::string id, dataset, sha256;
  std::string title;  // empty: not told
};

struct Field {
  enum class Kind : std::uint8_t { text, number, grade };
  std::string name;
  std::string title;
  Kind kind = Kind::text;
};

struct Resource {
  enum class Key : std::uint8_t { none, unique, may_repeat };
  std::string name;
  std::string path;             // a file name in data/
  std::string title;
  std::string sha256;           // empty: not told
  std::vector<Field> fields;
  std::vector<std::size_t> key;  // indices of fields
  Key key_is = Key::none;
  std::optional<std::size_t> unit;  // the field that names a row of units
};

struct ReleaseFile {
  std::string site, release, version, as_of;
};

struct Package {
  std::string language, region, notice, audience;
  std::optional<std::string> settings;
  std::optional<std::vector<Source>> sources;
  std::optional<std::vector<Definition>> definitions;
  std::vector<Resource> resources;
};

// Nothing after an error; `file` is for the places. A release.json that is not ours is diff-not-a-site, with `folder`.
std::optional<ReleaseFile> read_release(const std::string& folder, const std::string& file, std::string_view text,
                                        Diagnostics& diagnostics);
std::optional<Package> read_package(const std::string& file, std::string_view text, Diagnostics& diagnostics);

}  // namespace lagesbild::compare
