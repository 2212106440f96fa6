#include "publish/plan.hpp"

#include <algorithm>
#include <tuple>

namespace lagesbild::publish {

bool is_page(std::string_view path) { return path.ends_with(".html") || path.ends_with(".aspx"); }

bool put_before(const ManifestFile& one, const ManifestFile& other) {
  const auto rank = [](const ManifestFile& file) {
    const auto depth = std::count(file.path.begin(), file.path.end(), '/');
    const bool front = file.path == "index.html" || file.path == "index.aspx";
    return std::tuple<bool, bool, std::ptrdiff_t, const std::string&>{is_page(file.path), front, -depth, file.path};
  };
  return rank(one) < rank(other);
}

Plan plan_of(const Manifest& before, const Manifest& after) {
  Plan plan;
  plan.files_before = before.files.size();
  for (const ManifestFile& file : after.files) {
    const ManifestFile* old = before.find(file.path);
    const bool same = old != nullptr && *old == file;
    (same ? plan.unchanged : old != nullptr ? plan.changed : plan.added).push_back(file);
    if (!same) plan.bytes_to_send += file.bytes;
  }
  for (const ManifestFile& file : before.files) {
    if (after.find(file.path) == nullptr) plan.deleted.push_back(file);
  }
  for (auto* files : {&plan.added, &plan.changed, &plan.unchanged}) std::sort(files->begin(), files->end(), put_before);
  return plan;
}

bool deletes_more_than(const Plan& plan, int percent) {
  return plan.deleted.size() * 100 > plan.files_before * static_cast<std::size_t>(std::max(percent, 0));
}

}  // namespace lagesbild::publish
