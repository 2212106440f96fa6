#include "publish/store.hpp"

#include "publish/target_codes.hpp"

namespace lagesbild::publish {
namespace {

constexpr std::string_view second = ".2";
constexpr std::string_view mark = ".release-";

}  // namespace

std::string slot_name(const std::string& site, const std::string& slot) { return "." + site + std::string{mark} + slot; }

std::string slot_in_name(const std::string& site, const std::string& name) {
  const std::string before = slot_name(site, {});
  if (!name.starts_with(before)) return {};
  const std::string slot = name.substr(before.size());
  return is_good_release_id(release_of_slot(slot)) ? slot : std::string{};
}

std::string second_slot(const std::string& slot) {
  const std::string release = release_of_slot(slot);
  return slot == release ? release + std::string{second} : release;
}

std::string release_of_slot(const std::string& slot) {
  return slot.ends_with(second) ? slot.substr(0, slot.size() - second.size()) : slot;
}

Result<std::unique_ptr<Store>> open_store(const source::Target& target) {
  switch (target.kind) {
    case source::Target::Kind::folder: return open_folder_store(target);
    default: return Failure{code::publish_bad_location, {{"path", target.location}}, target.place};
  }
}

}  // namespace lagesbild::publish
