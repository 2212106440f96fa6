#include "publish/store.hpp"

#include "base/json_text.hpp"
#include "publish/codes.hpp"
#include "publish/system.hpp"
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

std::string owner_text(const Owner& owner) {
  JsonText json;
  json.object([&] {
    json.text("who", owner.who);
    json.text("since", owner.since);
    json.text("token", owner.token);
  });
  return json.take();
}

Owner parse_owner(std::string_view text) {
  return {told_in_release(text, "token"), told_in_release(text, "who"), told_in_release(text, "since")};
}

Failure locked_by(const std::string& shown_as, const Owner& holder) {
  const auto tame = [](std::string words) {
    for (char& c : words) c = c < 0x20 || c > 0x7e ? '?' : c;
    return words.empty() ? std::string{"?"} : words.substr(0, 80);
  };
  return {code::publish_locked_by, {{"path", shown_as}, {"who", tame(holder.who)}, {"since", tame(holder.since)}}, {}};
}

Failure locked_by_nobody_now(const std::string& shown_as) { return {code::publish_locked, {{"path", shown_as}}, {}}; }

Result<std::unique_ptr<Store>> open_store(const source::Target& target) {
  switch (target.kind) {
    case source::Target::Kind::folder: return open_folder_store(target);
    case source::Target::Kind::sftp: return open_sftp_store(target);
    case source::Target::Kind::webdav: return open_webdav_store(target);
    case source::Target::Kind::s3: return open_s3_store(target);
  }
  return Failure{code::publish_bad_location, {{"path", target.location}}, target.place};
}

}  // namespace lagesbild::publish
