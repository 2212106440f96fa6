#include "publish/kept_release.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>

#include "base/codes.hpp"
#include "base/hash.hpp"
#include "publish/codes.hpp"
#include "publish/private_file.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;

// The first line is this and the checksum of the rest; then for each file a line with its size and its path, and its bytes.
constexpr std::string_view magic = "lagesbild-before 1 ";
constexpr std::size_t checksum_size = 64;

fs::path folder_in(const fs::path& ledger) { return ledger / "before"; }

std::string packed(const KeptFiles& files) {
  std::string rest;
  for (const auto& [path, bytes] : files) rest.append(std::to_string(bytes.size())).append(" ").append(path).append("\n").append(bytes);
  return std::string{magic} + sha256_hex(rest) + "\n" + rest;
}

std::optional<KeptFiles> unpacked(std::string_view text) {
  const std::size_t head = magic.size() + checksum_size + 1;
  if (!text.starts_with(magic) || text.size() < head || text[head - 1] != '\n') return std::nullopt;
  std::string_view rest = text.substr(head);
  if (text.substr(magic.size(), checksum_size) != sha256_hex(rest)) return std::nullopt;
  KeptFiles files;
  while (!rest.empty()) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size);
    const std::size_t line = rest.find('\n'), space = static_cast<std::size_t>(end - rest.data());
    if (error != std::errc{} || line == std::string_view::npos || line <= space || size > rest.size() - line - 1) return std::nullopt;
    files.emplace(rest.substr(space + 1, line - space - 1), rest.substr(line + 1, size));
    rest.remove_prefix(line + 1 + size);
  }
  return files;
}

}  // namespace

Result<std::optional<KeptFiles>> read_kept(const fs::path& ledger, const std::string& release, Disk& disk) {
  const fs::path file = folder_in(ledger) / release;
  const auto text = disk.read(file);
  if (!text && text.failure().code == code::file_missing) return std::optional<KeptFiles>{};
  if (!text) return text.failure();
  auto files = unpacked(text.value());
  if (!files) return Failure{code::kept_release_damaged, {{"path", file.string()}}, {}};
  return files;
}

Result<Done> keep(const fs::path& ledger, const std::string& release, const KeptFiles& files) {
  const fs::path folder = folder_in(ledger), file = folder / release;
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return failure_of(code::publish_cannot_write, folder.string(), error.value());
  if (Result<Done> written = write_private(file, packed(files)); !written) return written;
  for (const fs::path& path : {file, folder}) {
    const Descriptor open{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!open || ::fsync(open.get()) != 0) return failure_of(code::publish_cannot_write, path.string(), errno);
  }
  return Done{};
}

void forget_others(const fs::path& ledger, const std::set<std::string>& releases) {
  std::error_code error;
  std::vector<fs::path> others;
  for (fs::directory_iterator at{folder_in(ledger), error}, end; !error && at != end; at.increment(error)) {
    if (!releases.contains(at->path().filename().string())) others.push_back(at->path());
  }
  for (const fs::path& other : others) fs::remove(other, error);
}

}  // namespace lagesbild::publish
