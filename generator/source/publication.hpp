// Where a site is published and what must hold before it is: `publish:` in site.yaml.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/connection.hpp"
#include "base/yaml.hpp"

namespace lagesbild::source {

// One place that readers get the site from. Each release is put whole beside the one that is read, and then takes its place.
struct Target {
  enum class Kind : std::uint8_t { folder, webdav, sftp, s3 };
  enum class Switch : std::uint8_t { exchange, symlink };  // of a folder: two folders change names, or a link is turned
  std::string id;
  Kind kind = Kind::folder;
  std::string location;             // /srv/www/lagesbild; https://host/dav/lagesbild/; sftp://user@host/srv/www/lagesbild;
                                    // https://endpoint/bucket/prefix
  Switch how = Switch::exchange;
  std::size_t keep = 3;             // earlier releases that stay, to go back to
  Connection connection;
  Place place;                      // in site.yaml
};

// How much a release may differ from the one that is published. What differs more is published only when somebody says why.
struct Limits {
  int deleted_files_percent = 20;
  int changed_rows_percent = 30;    // of the rows in the files to download
  int removed_rows_percent = 10;    // the same
};

// Whom to tell when a run fails: a command that gets the report on its standard input, an address that gets it as JSON, or both.
struct Notify {
  std::vector<std::string> command; // program and arguments; empty: none
  std::string webhook;              // empty: none
  Connection connection;            // of the webhook
};

// What is said in site.yaml of where the site goes; no targets when nothing is said.
struct Publication {
  std::vector<Target> targets;      // in the order they are published
  Limits limits;
  Notify notify;
};

struct Section;

// `publish:` of site.yaml. Errors are in the section's diagnostics.
Publication read_publication(const Section& section, yaml::Reader& site);

}  // namespace lagesbild::source
