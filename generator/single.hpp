// The site as one file a language: which pages are in it, what they are called there, and where it goes. What becomes of their bytes is in
// web/single_file.hpp.
#pragma once
#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "finisher.hpp"
#include "pipeline.hpp"
#include "view/shell.hpp"
#include "web/single_file.hpp"

namespace lagesbild {

class SingleFiles {
 public:
  // None without an order.
  SingleFiles(const std::optional<SingleOrder>& order, const std::vector<view::Context>& languages);
  Finisher::Also taker();
  // Each whole or not at all; path and bytes.
  Result<std::vector<std::pair<std::filesystem::path, std::uint64_t>>> write() const;

 private:
  std::vector<std::filesystem::path> paths_;
  std::deque<web::SingleFile> files_;  // not to be moved
};

}  // namespace lagesbild
