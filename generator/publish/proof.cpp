#include "publish/proof.hpp"

#include <system_error>
#include <vector>

#include "base/codes.hpp"
#include "publish/codes.hpp"
#include "publish/private_file.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;

fs::path folder_in(const fs::path& ledger) { return ledger / "proof"; }

}  // namespace

Result<Done> keep_proof(const fs::path& ledger, const std::string& release, std::string_view witnesses) {
  const fs::path folder = folder_in(ledger);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return failure_of(code::publish_cannot_create, folder.string(), error.value());
  if (Result<Done> written = write_private(folder / release, witnesses); !written) return written;
  std::vector<fs::path> others;
  for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
    if (at->path().filename() != release) others.push_back(at->path());
  }
  for (const fs::path& other : others) fs::remove(other, error);
  return Done{};
}

Result<std::string> read_proof(const fs::path& ledger, const std::string& release, Disk& disk) {
  auto text = disk.read(folder_in(ledger) / release);
  if (text || text.failure().code != code::file_missing) return text;
  return Failure{code::publish_no_proof, {{"release", release}, {"path", folder_in(ledger).string()}}, {}};
}

}  // namespace lagesbild::publish
