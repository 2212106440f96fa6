#include "publish/report_folder.hpp"

#include <fcntl.h>

#include <string_view>
#include <system_error>

#include "base/file.hpp"
#include "publish/codes.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;

// Stands in the head of every page of a report (templates/partials/report_top).
constexpr std::string_view report_mark = "<meta name=\"generator\" content=\"lagesbild report\">";
constexpr const char* first_page = "index.html";

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

bool is_our_page(const fs::path& path) {
  RealDisk disk;
  const auto page = disk.read(path);
  return page && page.value().find(report_mark) != std::string::npos;
}

Failure foreign(const fs::path& folder, const std::string& file) {
  return {code::publish_report_foreign, {{"path", folder.string()}, {"file", file}}, {}};
}

Failure unwritable(const fs::path& path, std::error_code why) {
  return {code::publish_report_unwritable, {{"path", path.string()}, {"reason", why.message()}}, {}};
}

// Beside its place first, so that nobody opens half a file and a link at that place is replaced, not followed.
Result<Done> put(const fs::path& target, std::string_view bytes) {
  const fs::path folder = target.parent_path();
  const fs::path draft = folder / ("." + target.filename().string() + ".part");
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return unwritable(folder, error);
  fs::remove(draft, error);  // of a run that was killed
  error = {write_new(AT_FDCWD, draft.string(), bytes), std::generic_category()};
  if (!error) fs::rename(draft, target, error);
  if (!error) return Done{};
  std::error_code ignored;
  fs::remove(draft, ignored);
  return unwritable(target, error);
}

}  // namespace

Result<Done> may_hold_report(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (!folder.empty() && status.type() == fs::file_type::not_found) return Done{};
  if (status.type() != fs::file_type::directory) return Failure{code::publish_report_not_folder, {{"path", folder.string()}}, {}};
  if (is_there(folder / first_page) && !is_our_page(folder / first_page)) return foreign(folder, first_page);
  return Done{};
}

Result<Done> write_report(const fs::path& folder, const std::vector<std::pair<std::string, std::string>>& files) {
  if (Result<Done> fit = may_hold_report(folder); !fit) return fit;
  const bool ours = is_there(folder / first_page);
  for (const auto& [name, bytes] : files) {
    if (!ours && is_there(folder / name)) return foreign(folder, name);
  }
  for (const auto& [name, bytes] : files) {
    if (Result<Done> done = put(folder / name, bytes); !done) return done;
  }
  return Done{};
}

}  // namespace lagesbild::publish
