#include "publish/ledger_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

#include "base/file.hpp"
#include "publish/codes.hpp"
#include "publish/private_file.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".tsv";

Failure unwritable(const fs::path& path, int error) { return failure_of(code::publish_cannot_write, path.string(), error); }

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
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return unwritable(folder, error.value());
  const fs::path file = folder / (number + "-" + release + std::string{suffix});
  if (Result<Done> written = write_private(file, text); !written) return written;
  for (const fs::path& path : {file, folder}) {  // on the disk before anything is published
    const Descriptor open{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!open || ::fsync(open.get()) != 0) return unwritable(path, errno);
  }
  return Done{};
}

}  // namespace lagesbild::publish
