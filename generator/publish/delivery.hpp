// The steps of a delivery under the lock (deliver.cpp puts them in order). Each leaves the target so that the run may die after it.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "publish/deliver.hpp"
#include "publish/state_lock.hpp"

namespace lagesbild::publish {

// Both locks; given back when it goes.
class Locked {
 public:
  static Result<Locked> take(Store& store, const source::Target& target, const DeliverOptions& options);
  Locked(Locked&& other) noexcept : store_(std::exchange(other.store_, nullptr)), home_(std::move(other.home_)) {}
  Locked& operator=(Locked&&) = delete;
  ~Locked() { if (store_ != nullptr) store_->unlock(); }

 private:
  Locked(Store& store, StateLock home) : store_(&store), home_(std::move(home)) {}
  Store* store_;
  StateLock home_;
};

// Of what stands there: refused when it is not ours, of another site or for another audience. A manifest without files when there is
// nothing, or when it has none that can be read.
Result<Manifest> judge(const Standing& seen, const Manifest& ours, const std::string& shown_as);

// The paths of `files` that cannot be read back from the slot as they should be; sorted.
Result<Paths> unlike(Store& store, const std::string& slot, const std::vector<ManifestFile>& files);
// The same, and files that should not be there, for a whole release. Also manifest.json must be this text.
Result<Paths> unlike_whole(Store& store, const std::string& slot, const Manifest& manifest, const std::string& text);

// Puts the release into the slot and reads it back.
Result<Done> stage(Store& store, const std::string& slot, const BuiltRelease& built, const Plan& plan, Delivery& delivery);

// In which order releases were shown, the newest first.
Result<std::vector<std::string>> read_history(Store& store);
Result<Done> write_history(Store& store, const std::vector<std::string>& history);
// With `now` in front, and what it replaced behind it.
std::vector<std::string> with_shown(std::vector<std::string> history, const std::string& now, const std::string& before);

// Removes what goes beyond the releases to keep, and what unfinished runs have left.
Result<std::vector<std::string>> tidy(Store& store, const std::vector<std::string>& history, std::size_t keep);

Failure differs(Code code, const Store& store, const Paths& paths);

}  // namespace lagesbild::publish
