// The outside world of a command: the real disk, network, databases and clock, and where this machine keeps what one run leaves to
// the next.
#pragma once
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "fetch/database.hpp"
#include "fetch/http.hpp"

namespace lagesbild::cli {

// --state, else LAGESBILD_STATE, else STATE_DIRECTORY (systemd sets it), else lagesbild/<name of the site's folder> where programs of this
// user keep their state (XDG_STATE_HOME, ~/.local/state). Empty when none of them says.
std::filesystem::path state_folder(const Common& common);

class World {
 public:
  explicit World(const Common& common) : effects{disk, network, clock, &database, state_folder(common), common.online} {}
  World(const World&) = delete;
  World& operator=(const World&) = delete;

 private:
  RealDisk disk;
  RealClock clock;
  fetch::CurlNetwork network;
  fetch::OdbcDatabase database;

 public:
  Effects effects;  // last: it refers to the others
};

}  // namespace lagesbild::cli
