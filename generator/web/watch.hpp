// Waits until a file changes in some folders, or until somebody wants the program to stop (Ctrl-C). What an editor leaves beside the file
// that it writes, .name and name~, is no change.
#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/result.hpp"

namespace lagesbild::web {

enum class Event : std::uint8_t { changed, stop };

class Watch {
 public:
  // From here on Ctrl-C stops no thread of the program that begins later; wait() tells of it. To be called before there are any.
  static Result<Watch> begin();
  Watch(Watch&& other) noexcept;
  Watch& operator=(Watch&& other) noexcept;
  ~Watch();
  // These folders and all below them, besides those that are watched already. What does not exist is left out.
  void add(const std::vector<std::filesystem::path>& roots);
  // Changes since the last call count, also while nobody waited; it returns when it has been quiet for a moment.
  Event wait();

 private:
  Watch(int changes, int signals) : changes_(changes), signals_(signals) {}
  int changes_ = -1, signals_ = -1;
};

}  // namespace lagesbild::web
