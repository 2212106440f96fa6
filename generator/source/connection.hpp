// The keys that say how a server is reached, alike in sources.yaml and site.yaml. Files are named from the site's folder.
#pragma once
#include <filesystem>

#include "base/connection.hpp"
#include "base/diagnostics.hpp"
#include "base/yaml.hpp"

namespace lagesbild::source {

// What stands in YAML, and how to complain of it.
struct Section {
  const yaml::Document& document;
  std::filesystem::path folder;     // of site.yaml
  Diagnostics& diagnostics;
};

// allow_http, timeout_seconds, stall_seconds, tries, ca_file, pinned_key, client_certificate, client_key, proxy, login, known_hosts,
// identity.
Connection read_connection(const Section& section, yaml::Reader& reader);

// secret_env or secret_file, not both; nothing when neither is there.
SecretPlace read_secret(const Section& section, yaml::Reader& reader);

// As one path; empty stays empty.
std::string path_from(const Section& section, const std::string& name);

}  // namespace lagesbild::source
