#include "publish/private_file.hpp"

#include <fcntl.h>

#include <algorithm>
#include <system_error>

#include "publish/codes.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;

bool is_in(const fs::path& file, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

// As an absolute path without links, as far as it exists.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  fs::path found = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) found = fs::absolute(path, error).lexically_normal();
  return found.has_filename() ? found : found.parent_path();
}

Failure of(Code code, const fs::path& path) { return {code, {{"path", path.string()}}, {}}; }

Failure unwritable(const fs::path& path, std::error_code why) {
  return {code::publish_report_unwritable, {{"path", path.string()}, {"reason", why.message()}}, {}};
}

Result<Done> write(const fs::path& file, std::string_view bytes, Readers readers) {
  const fs::path draft = file.parent_path() / ("." + file.filename().string() + ".part");
  std::error_code error;
  fs::remove(draft, error);  // of a run that was killed
  error = {write_new(AT_FDCWD, draft.string(), bytes, readers), std::generic_category()};
  if (!error) fs::rename(draft, file, error);
  if (!error) return Done{};
  std::error_code ignored;
  fs::remove(draft, ignored);
  return unwritable(file, error);
}

}  // namespace

Result<Done> may_be_private(const fs::path& file, const std::optional<fs::path>& site) {
  std::error_code error;
  if (fs::is_directory(file, error) || !file.has_filename()) return of(code::publish_private_is_folder, file);
  const fs::path place = resolved(file);
  if (site && is_in(place, resolved(*site))) return of(code::publish_private_in_site, file);
  for (fs::path folder = place.parent_path(); folder != folder.parent_path(); folder = folder.parent_path()) {
    const Descriptor open = open_folder(AT_FDCWD, folder.string());
    if (!open) continue;
    if (is_our_release(open.get(), Holds::site) || is_our_release(open.get(), Holds::pack)) return of(code::publish_private_in_site, file);
  }
  return Done{};
}

Result<Done> write_file(const fs::path& file, std::string_view bytes) { return write(file, bytes, Readers::everybody); }
Result<Done> write_private(const fs::path& file, std::string_view bytes) { return write(file, bytes, Readers::owner); }

}  // namespace lagesbild::publish
