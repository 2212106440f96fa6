#include "cli/world.hpp"

#include <cstdlib>

namespace lagesbild::cli {

std::filesystem::path state_folder(const Common& common) {
  if (common.state) return *common.state;
  const auto of_environment = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
  };
  for (const char* name : {"LAGESBILD_STATE", "STATE_DIRECTORY"}) {
    if (std::string value = of_environment(name); !value.empty()) return value;
  }
  std::filesystem::path folder = of_environment("XDG_STATE_HOME");
  if (folder.empty() && !of_environment("HOME").empty()) folder = std::filesystem::path{of_environment("HOME")} / ".local" / "state";
  if (folder.empty()) return {};
  const std::filesystem::path site = std::filesystem::absolute(common.site).lexically_normal();
  return folder / "lagesbild" / (site.has_filename() ? site : site.parent_path()).filename();
}

}  // namespace lagesbild::cli
