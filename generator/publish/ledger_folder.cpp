#include "publish/ledger_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

#include "base/file.hpp"
#include "publish/codes.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".tsv";

Failure unwritable(const fs::path& path, int error) { return failure_of(code::publish_cannot_write, path.string(), error); }

int sync_folder(const fs::path& folder) {
  const Descriptor open{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  return open && ::fsync(open.get()) == 0 ? 0 : errno;
}

}  // namespace

fs::path ledger_of(const fs::path& out) {
  const fs::path site = (out.has_filename() ? out : out.parent_path()).lexically_normal();
  return fs::absolute(site).parent_path() / "ledger" / fs::absolute(site).filename();
}

Result<std::vector<std::pair<std::string, std::string>>> read_ledger(const fs::path& folder, Disk& disk) {
  std::vector<std::pair<std::string, std::string>> files;
  std::error_code ignored;
  if (!fs::exists(folder, ignored)) return files;
  auto names = disk.list(folder);
  if (!names) return names.failure();
  for (const std::string& name : names.value()) {
    if (!name.ends_with(suffix) || name.front() == '.') continue;
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
  if (now.value().size() != recorded) return Failure{code::publish_ledger_changed, {{"path", folder.string()}}, {}};
  std::string number = std::to_string(recorded + 1);
  number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
  return write_private(folder / (number + "-" + release + std::string{suffix}), text);
}

Result<Done> write_private(const fs::path& file, std::string_view text) {
  const fs::path folder = fs::absolute(file).parent_path();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return unwritable(folder, error.value());
  const fs::path draft = folder / ("." + file.filename().string() + ".part");
  fs::remove(draft, error);  // of a run that was killed
  const Descriptor open{::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR)};
  if (!open) return unwritable(draft, errno);
  while (!text.empty()) {
    const ssize_t written = ::write(open.get(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return unwritable(draft, errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(open.get()) != 0) return unwritable(draft, errno);
  fs::rename(draft, file, error);
  if (error) return unwritable(file, error.value());
  if (const int failed = sync_folder(folder); failed != 0) return unwritable(folder, failed);
  return Done{};
}

}  // namespace lagesbild::publish
