// A place that a site is published to, as the few steps that every kind of place can do. Releases lie in slots, which readers are not led
// to; show() leads them to one. An empty slot name is what readers see now. Nothing here decides anything: deliver.hpp does.
// Batches may run in parallel, in any order; a batch that fails may have been done in part.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "publish/manifest.hpp"
#include "source/publication.hpp"

namespace lagesbild::publish {

// Who holds the lock of a target. A run with the same token is one of ours that has died.
struct Owner {
  std::string token;
  std::string who;    // for people: user@machine
  std::string since;  // ISO, UTC
};

// What readers see.
struct Standing {
  enum class Kind : std::uint8_t { nothing, ours, foreign };
  Kind kind = Kind::nothing;
  std::string slot;          // where it lies; empty when it lies at the address itself, not in a slot
  std::string release_json;  // the rest is of a release of ours
  std::string manifest;      // text; empty when it has none
};

struct Stored {
  std::string path;
  std::uint64_t bytes = 0;
};

struct Put {
  ManifestFile file;
  std::filesystem::path from;  // on our disk
};

using Paths = std::vector<std::string>;
using PrivateFiles = std::vector<std::pair<std::string, std::string>>;  // name and bytes

class Store {
 public:
  virtual ~Store() = default;
  virtual const std::string& shown_as() const = 0;  // in messages

  // Fails with publish-locked or publish-locked-by when somebody else holds it.
  virtual Result<Done> lock(const Owner& owner) = 0;
  virtual void unlock() = 0;         // what fails is met by the next run
  virtual Result<Done> recover() = 0;  // what a run left that died while it switched; under the lock

  virtual Result<Standing> standing() = 0;
  virtual Result<std::vector<std::string>> slots() = 0;
  virtual Result<std::vector<Stored>> list(const std::string& slot) = 0;  // empty for a slot that is not there
  virtual Result<std::optional<std::string>> read(const std::string& slot, const std::string& path) = 0;
  // As they are when they are read back; those that are missing are left out.
  virtual Result<std::vector<ManifestFile>> read_back(const std::string& slot, const Paths& paths) = 0;

  virtual Result<Done> put(const std::string& slot, const std::vector<Put>& files) = 0;  // that are not there
  // From what readers see, on the side of the server. Returns those that it could not copy.
  virtual Result<Paths> copy(const std::string& slot, const Paths& paths) = 0;
  virtual Result<Done> erase(const std::string& slot, const Paths& paths) = 0;
  // Where what stands at the address must go away for that, it goes to the slot `park`, which must not be there.
  virtual Result<Done> show(const std::string& slot, const std::string& park) = 0;
  virtual Result<Done> remove(const std::string& slot) = 0;

  // A small text that is kept with the releases: in which order they were shown. Nothing when there is none.
  virtual Result<std::optional<std::string>> note() = 0;
  virtual Result<Done> set_note(const std::string& text) = 0;
  // Where readers cannot get them. A store that cannot do that leaves them at home and is fine.
  virtual Result<Done> keep_private(const PrivateFiles& files) = 0;
};

Result<std::unique_ptr<Store>> open_store(const source::Target& target);
std::unique_ptr<Store> open_folder_store(const source::Target& target);
Result<std::unique_ptr<Store>> open_sftp_store(const source::Target& target);
Result<std::unique_ptr<Store>> open_webdav_store(const source::Target& target);
Result<std::unique_ptr<Store>> open_s3_store(const source::Target& target);

// What lies in a lock.
std::string owner_text(const Owner& owner);
Owner parse_owner(std::string_view text);  // empty where it says nothing
Failure locked_by(const std::string& shown_as, const Owner& holder);
// Another run was there, and was done before it could be asked who it is.
Failure locked_by_nobody_now(const std::string& shown_as);

// In front of the path of every store's slots: the folder `site` has .site.release-SLOT beside it.
std::string slot_name(const std::string& site, const std::string& slot);
// The slot of such a name; empty for another name.
std::string slot_in_name(const std::string& site, const std::string& name);
// A release may have two slots, so that one that is shown and damaged can be put anew: ID and ID.2.
std::string second_slot(const std::string& slot);
std::string release_of_slot(const std::string& slot);

}  // namespace lagesbild::publish
