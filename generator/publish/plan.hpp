// What publishing a release would change where another one stands: from two manifests, nothing is looked at. And the order of putting:
// what pages refer to comes before pages, pages that are led to before those that lead there, the front page last.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "publish/manifest.hpp"

namespace lagesbild::publish {

struct Plan {
  std::vector<ManifestFile> added, changed, unchanged;  // in the order of putting
  std::vector<ManifestFile> deleted;                    // of the release before, by path
  std::uint64_t bytes_to_send = 0;                      // of what is added and changed
  std::size_t files_before = 0;
  bool is_empty() const { return added.empty() && changed.empty() && deleted.empty(); }
};

Plan plan_of(const Manifest& before, const Manifest& after);

// Is more deleted than so many per cent of the files that are there?
bool deletes_more_than(const Plan& plan, int percent);

bool is_page(std::string_view path);
// Before or after, when they are put.
bool put_before(const ManifestFile& one, const ManifestFile& other);

}  // namespace lagesbild::publish
