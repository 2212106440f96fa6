#include "publish/ledger_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <system_error>

#include "base/file.hpp"
#include "publish/codes.hpp"
#include "publish/private_file.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".tsv";

// 0 of a file that somebody has named otherwise.
int number_of(const std::string& name) {
  int number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

Failure changed(const fs::path& folder) { return {code::publish_ledger_changed, {{"path", folder.string()}}, {}}; }
Failure unwritable(const fs::path& path, int error) { return failure_of(code::publish_cannot_write, path.string(), error); }

}  // namespace

fs::path ledger_of(const fs::path& out) {
  std::error_code error;  // of a path that is empty, which nothing can be published in
  const fs::path whole = fs::absolute(out, error).lexically_normal();
  const fs::path site = whole.has_filename() ? whole : whole.parent_path();
  return site.parent_path() / "ledger" / site.filename();
}

Result<std::vector<std::pair<std::string, std::string>>> read_ledger(const fs::path& folder, Disk& disk) {
  std::vector<std::pair<std::string, std::string>> files;
  std::error_code error;  // one that cannot be seen is not one that is missing
  if (fs::status(folder, error).type() == fs::file_type::not_found) return files;
  auto names = disk.list(folder);
  if (!names) return names.failure();
  for (const std::string& name : names.value()) {
    if (name.front() == '.') continue;
    if (!name.ends_with(suffix)) return Failure{code::publish_ledger_foreign, {{"path", folder.string()}, {"file", name}}, {}};
    auto text = disk.read(folder / name);
    if (!text) return text.failure();
    files.emplace_back((folder / name).string(), std::move(text).value());
  }
  return files;
}

Result<Done> record(const fs::path& folder, std::size_t recorded, const std::string& release, std::string_view text) {
  RealDisk disk;
  const auto now = read_ledger(folder, disk);
  if (!now) return now.failure();
  if (now.value().size() != recorded) return changed(folder);
  int last = 0;  // one may have been removed, and its number is not to be had by another
  for (const auto& [path, text_of_it] : now.value()) last = std::max(last, number_of(fs::path{path}.filename().string()));
  std::string number = std::to_string(last + 1);
  number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return unwritable(folder, error.value());
  const fs::path file = folder / (number + "-" + release + std::string{suffix});
  if (Result<Done> written = write_private(file, text); !written) return written;
  for (const fs::path& path : {file, folder}) {  // on the disk before anything is published
    const Descriptor open{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!open || ::fsync(open.get()) != 0) return unwritable(path, errno);
  }
  const auto after = read_ledger(folder, disk);  // of two that record at the same time each sees the other, or the later one does
  if (after && after.value().size() == recorded + 1) return Done{};
  fs::remove(file, error);
  return changed(folder);
}

}  // namespace lagesbild::publish
