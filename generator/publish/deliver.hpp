// Publishes a built site to a target: locked, planned, put beside what readers see, read back to the last byte, and then shown in one
// switch. Whatever fails before the switch leaves readers with the release before; what has been put stays there, and the next run uses
// it again after reading it back. Records of the ledger (`private_files`) go beside the release where readers cannot get them, for folders
// and SFTP; for WebDAV and S3 they stay at home, since all that lies there is handed out.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "publish/manifest.hpp"
#include "publish/plan.hpp"
#include "publish/store.hpp"
#include "source/publication.hpp"

namespace lagesbild::publish {

enum class DryRun : std::uint8_t { no, yes };        // yes: look and plan, change nothing, take no lock
enum class AllowDeletes : std::uint8_t { no, yes };

struct DeliverOptions {
  std::filesystem::path state;       // our folder on this machine, not one that is published
  std::chrono::sys_seconds now{};    // told to others while the target is locked
  DryRun dry_run = DryRun::no;
  AllowDeletes allow_deletes = AllowDeletes::no;
  int deleted_files_percent = 20;    // source::Limits
  PrivateFiles private_files;
};

struct Delivery {
  Plan plan;
  bool braked = false;               // a dry run found what would be refused
  std::size_t sent = 0;              // files that crossed over
  std::uint64_t sent_bytes = 0;
  std::size_t copied = 0;            // files that were the same in what stood there
  std::size_t found = 0;             // files that an earlier run had put, or that stood there already
  std::size_t verified = 0;          // files that were read back
  bool switched = false;             // false: nothing differed, or a dry run
  std::string release;               // what readers see now
  std::string before;                // what they saw; empty: nothing
  std::vector<std::string> removed;  // releases that were kept until now
  std::optional<Failure> afterwards; // what went wrong once readers saw the release: tidying up, which the next run does
};

Result<Delivery> deliver(const source::Target& target, const BuiltRelease& built, const DeliverOptions& options);
// Back to the release that was shown before the one that is; it is read back first.
Result<Delivery> rollback(const source::Target& target, const DeliverOptions& options);

// The same with a store at hand.
Result<Delivery> deliver_to(Store& store, const source::Target& target, const BuiltRelease& built, const DeliverOptions& options);
Result<Delivery> rollback_at(Store& store, const source::Target& target, const DeliverOptions& options);

// What stands at a target and which releases can be gone back to, the newest first; nothing is changed.
struct Shown {
  std::string release;               // empty: nothing of ours
  std::string audience;
  std::vector<std::string> kept;
};
Result<Shown> shown_at(Store& store);

}  // namespace lagesbild::publish
