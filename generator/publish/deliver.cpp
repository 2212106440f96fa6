#include "publish/deliver.hpp"

#include <algorithm>

#include "publish/codes.hpp"
#include "publish/delivery.hpp"
#include "publish/system.hpp"
#include "publish/target_codes.hpp"

namespace lagesbild::publish {
namespace {

// Leads readers to the slot, and looks whether they see it.
Result<Done> show(Store& store, const std::string& slot, const std::string& text, const Standing& seen, Delivery& delivery) {
  std::string park;
  if (seen.slot.empty() && seen.kind == Standing::Kind::ours) {
    park = is_good_release_id(delivery.before) ? delivery.before : "before";
    if (park == slot) park = second_slot(park);
    if (Result<Done> done = store.remove(park); !done) return done;
  }
  if (Result<Done> done = store.show(slot, park); !done) return done;
  const auto now = store.standing();
  if (!now) return now.failure();
  if (now.value().manifest != text) {
    return Failure{code::publish_not_shown, {{"path", store.shown_as()}, {"release", release_of_slot(slot)}}, {}};
  }
  delivery.switched = true;
  return Done{};
}

// Readers see the new release: what goes wrong from here is told, but nothing is taken back.
Delivery finish(Store& store, const source::Target& target, Delivery delivery) {
  const auto failed = [&](const Failure& failure) {
    delivery.afterwards = failure;
    return delivery;
  };
  auto history = read_history(store);
  if (!history) return failed(history.failure());
  std::vector<std::string> shown = with_shown(history.value(), delivery.release, delivery.before);
  if (shown != history.value()) {
    if (Result<Done> done = write_history(store, shown); !done) return failed(done.failure());
  }
  auto removed = tidy(store, shown, target.keep);
  if (!removed) return failed(removed.failure());
  delivery.removed = std::move(removed).value();
  return delivery;
}

Result<Delivery> deliver_locked(Store& store, const source::Target& target, const BuiltRelease& built, const DeliverOptions& options) {
  if (Result<Done> done = store.recover(); !done) return done.failure();
  const auto seen = store.standing();
  if (!seen) return seen.failure();
  auto before = judge(seen.value(), built.manifest, store.shown_as());
  if (!before) return before.failure();
  Delivery delivery;
  delivery.release = built.manifest.release;
  delivery.before = before.value().release;
  delivery.plan = plan_of(before.value(), built.manifest);
  if (seen.value().kind == Standing::Kind::ours && seen.value().manifest == built.text) {
    const auto wrong = unlike_whole(store, {}, built.manifest, built.text);
    if (!wrong) return wrong.failure();
    if (wrong.value().empty()) {
      delivery.found = delivery.verified = built.manifest.files.size() + 1;
      if (Result<Done> done = store.keep_private(options.private_files); !done) return done.failure();
      return finish(store, target, std::move(delivery));
    }
  }
  if (options.allow_deletes == AllowDeletes::no && deletes_more_than(delivery.plan, options.deleted_files_percent)) {
    return Failure{code::publish_brake,
                   {{"path", store.shown_as()}, {"deleted", std::to_string(delivery.plan.deleted.size())},
                    {"files", std::to_string(delivery.plan.files_before)}, {"limit", std::to_string(options.deleted_files_percent)}}, {}};
  }
  const std::string slot = seen.value().slot == delivery.release ? second_slot(delivery.release) : delivery.release;
  if (Result<Done> done = stage(store, slot, built, delivery.plan, delivery); !done) return done.failure();
  if (Result<Done> done = store.keep_private(options.private_files); !done) return done.failure();
  if (Result<Done> done = show(store, slot, built.text, seen.value(), delivery); !done) return done.failure();
  return finish(store, target, std::move(delivery));
}

// The release that was shown before `shown`, among those that are kept; empty when there is none.
std::string release_before(const std::vector<std::string>& history, const std::vector<std::string>& slots, const std::string& shown) {
  auto at = std::find(history.begin(), history.end(), shown);
  at = at == history.end() ? history.begin() : at + 1;
  for (; at != history.end(); ++at) {
    for (const std::string& slot : slots) {
      if (release_of_slot(slot) == *at && *at != shown) return slot;
    }
  }
  return {};
}

Result<Delivery> rollback_locked(Store& store) {
  if (Result<Done> done = store.recover(); !done) return done.failure();
  const auto seen = store.standing();
  if (!seen) return seen.failure();
  const auto history = read_history(store);
  const auto slots = store.slots();
  if (!history || !slots) return history ? slots.failure() : history.failure();
  Delivery delivery;
  delivery.before = told_in_release(seen.value().release_json, "release");
  const std::string slot = release_before(history.value(), slots.value(), delivery.before);
  if (slot.empty()) return Failure{code::publish_no_release_before, {{"path", store.shown_as()}}, {}};
  const auto text = store.read(slot, std::string{manifest_name});
  if (!text) return text.failure();
  const auto manifest = parse_manifest(text.value().value_or(""), store.shown_as() + ", " + slot);
  if (!manifest) return manifest.failure();
  const auto before = judge(seen.value(), manifest.value(), store.shown_as());
  if (!before) return before.failure();
  const auto wrong = unlike_whole(store, slot, manifest.value(), *text.value());
  if (!wrong) return wrong.failure();
  if (!wrong.value().empty()) return differs(code::publish_verify_differs, store, wrong.value());
  delivery.release = manifest.value().release;
  delivery.plan = plan_of(before.value(), manifest.value());
  delivery.verified = delivery.found = manifest.value().files.size() + 1;
  if (Result<Done> done = show(store, slot, *text.value(), seen.value(), delivery); !done) return done.failure();
  return delivery;
}

}  // namespace

Result<Delivery> deliver_to(Store& store, const source::Target& target, const BuiltRelease& built, const DeliverOptions& options) {
  if (options.dry_run == DryRun::yes) {
    const auto seen = store.standing();
    if (!seen) return seen.failure();
    const auto before = judge(seen.value(), built.manifest, store.shown_as());
    if (!before) return before.failure();
    Delivery delivery;
    delivery.release = built.manifest.release;
    delivery.before = before.value().release;
    delivery.plan = plan_of(before.value(), built.manifest);
    delivery.braked = options.allow_deletes == AllowDeletes::no && deletes_more_than(delivery.plan, options.deleted_files_percent);
    return delivery;
  }
  const auto locked = Locked::take(store, target, options);
  if (!locked) return locked.failure();
  return deliver_locked(store, target, built, options);
}

Result<Delivery> rollback_at(Store& store, const source::Target& target, const DeliverOptions& options) {
  const auto locked = Locked::take(store, target, options);
  if (!locked) return locked.failure();
  return rollback_locked(store);
}

Result<Delivery> deliver(const source::Target& target, const BuiltRelease& built, const DeliverOptions& options) {
  const auto store = open_store(target);
  if (!store) return store.failure();
  return deliver_to(*store.value(), target, built, options);
}

Result<Delivery> rollback(const source::Target& target, const DeliverOptions& options) {
  const auto store = open_store(target);
  if (!store) return store.failure();
  return rollback_at(*store.value(), target, options);
}

Result<Shown> shown_at(Store& store) {
  const auto seen = store.standing();
  if (!seen) return seen.failure();
  const auto history = read_history(store);
  const auto slots = store.slots();
  if (!history || !slots) return history ? slots.failure() : history.failure();
  Shown shown{told_in_release(seen.value().release_json, "release"), told_in_release(seen.value().release_json, "audience"), {}};
  for (const std::string& release : history.value()) {
    const auto is_its = [&](const std::string& slot) { return release_of_slot(slot) == release; };
    if (release != shown.release && std::any_of(slots.value().begin(), slots.value().end(), is_its)) shown.kept.push_back(release);
  }
  return shown;
}

}  // namespace lagesbild::publish
