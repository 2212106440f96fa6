#include "publishing.hpp"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>
#include <utility>

#include "base/decimal.hpp"
#include "base/file.hpp"
#include "check/page_check.hpp"
#include "compare/changes.hpp"
#include "disclosure/witness.hpp"
#include "publish/gate_codes.hpp"
#include "publish/target_codes.hpp"
#include "publish/kept_release.hpp"
#include "publish/ledger_folder.hpp"
#include "publish/proof.hpp"
#include "since.hpp"
#include "view/data_package.hpp"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;

Outcome fail(const Failure& failure, Diagnostics& diagnostics) {
  diagnostics.add(failure.diagnostic());
  const bool ours_to_mend = publish::is_wrong_target(failure) || failure.code == code::publish_no_release_before;
  return ours_to_mend ? Outcome::wrong_target : Outcome::world_failed;
}

bool ends_in(std::string_view path, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

// The finished files as check/ saw them when they were built; the texts inside workbooks and archives are those of the CSV files.
Result<Diagnostics> check_again(const publish::BuiltRelease& built, const source::Site& site, std::size_t threads, Disk& disk) {
  const std::vector<publish::ManifestFile>& files = built.manifest.files;
  std::vector<check::PageChecker> checkers(std::max<std::size_t>(1, threads));
  std::vector<std::optional<Failure>> failures(checkers.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&](std::size_t thread) {
    for (std::size_t i = next++; i < files.size(); i = next++) {
      const std::string& path = files[i].path;
      if (ends_in(path, {".xlsx", ".zip", ".png", ".woff2"})) {
        checkers[thread].packed(path, "");
        continue;
      }
      const auto bytes = disk.read(built.folder / path);
      if (!bytes) failures[thread] = bytes.failure();
      else if (ends_in(path, {".html", ".aspx"})) checkers[thread].page(path, bytes.value());
      else checkers[thread].asset(path, bytes.value());
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < checkers.size(); ++thread) others.emplace_back(work, thread);
    work(0);
  }
  for (const auto& failure : failures) if (failure) return *failure;
  checkers[0].packed(publish::manifest_name, "");
  check::SiteCheck all;
  for (check::PageChecker& checker : checkers) all.add(std::move(checker));
  const Localized &contact = site.contact, &report_to = site.accessibility.report_to;
  return all.finish({contact.sv, contact.en, report_to.sv, report_to.en});
}

Difference difference_of(const compare::BuiltSite& before, const view::Changes& changes) {
  using What = view::RowChange::What;
  const auto count = [&](What what) { return changes.counts[static_cast<std::size_t>(what)]; };
  Difference difference;
  for (const compare::Table& table : before.tables) difference.rows += table.rows.rows();
  difference.changed = count(What::changed) + count(What::withheld) + count(What::shown);
  difference.removed = count(What::removed);
  difference.added = count(What::added);
  return difference;
}

// What holds whatever the target.
class Publishing {
 public:
  Publishing(const PublishOrder& order, Effects& effects, Diagnostics& diagnostics, PublishReport& report)
      : order_(order), effects_(effects), diagnostics_(diagnostics), report_(report) {}

  Outcome deliver() {
    if (const Outcome outcome = begin(); outcome != Outcome::done) return outcome;
    auto built = publish::read_release(order_.from);
    if (!built) return fail(built.failure(), diagnostics_);
    built_ = std::move(built).value();
    report_.release = built_->manifest.release;
    if (const Outcome outcome = pass_gate(); outcome != Outcome::done) return outcome;
    return each([&](const source::Target& target, TargetReport& told) { return deliver_to(target, told); });
  }

  Outcome roll_back() {
    if (const Outcome outcome = begin(); outcome != Outcome::done) return outcome;
    return each([&](const source::Target& target, TargetReport& told) {
      auto done = publish::rollback(target, options());
      if (!done) return fail(done.failure(), diagnostics_);
      told.delivery = std::move(done).value();
      return Outcome::done;
    });
  }

 private:
  Outcome begin() {
    configuration_ = source::load(order_.site, day_of(effects_.clock.now()), effects_.disk, diagnostics_);
    if (!configuration_) return Outcome::input_errors;
    if (effects_.state.empty()) return refuse(code::gate_no_state, {});
    std::string known;
    for (const source::Target& target : configuration_->publication.targets) known += (known.empty() ? "" : ", ") + target.id;
    if (known.empty()) return refuse(code::gate_no_targets, {{"path", order_.site.string()}});
    for (const std::string& wanted : order_.targets) {
      const auto is_it = [&](const source::Target& target) { return target.id == wanted; };
      if (std::any_of(configuration_->publication.targets.begin(), configuration_->publication.targets.end(), is_it)) continue;
      return refuse(code::gate_unknown_target, {{"seen", wanted}, {"known", known}});
    }
    return Outcome::done;
  }

  Outcome refuse(Code code, std::vector<Argument> arguments) {
    diagnostics_.error(code, {}, std::move(arguments));
    return Outcome::input_errors;
  }

  template <class Act>
  Outcome each(Act act) {
    Outcome all = Outcome::done;
    for (const source::Target& target : configuration_->publication.targets) {
      const auto& wanted = order_.targets;
      if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), target.id) == wanted.end()) continue;
      TargetReport told;
      told.id = target.id;
      told.shown_as = target.location;
      const Outcome outcome = act(target, told);
      if (outcome != Outcome::done && all != Outcome::world_failed) all = outcome;
      report_.targets.push_back(std::move(told));
    }
    return all;
  }

  // Of the bytes that lie there, before any target is asked.
  Outcome pass_gate() {
    const publish::Manifest& manifest = built_->manifest;
    const source::Site& site = configuration_->site;
    if (manifest.site != site.id) {
      return refuse(code::gate_other_site, {{"path", order_.from.string()}, {"its", manifest.site}, {"ours", site.id}});
    }
    auto found = check_again(*built_, site, order_.threads, effects_.disk);
    if (!found) return fail(found.failure(), diagnostics_);
    diagnostics_.merge(std::move(found).value());
    const fs::path ledger = order_.ledger.value_or(publish::ledger_of(order_.from));
    const auto text = publish::read_proof(ledger, manifest.release, effects_.disk);
    if (!text) {
      diagnostics_.add(text.failure().diagnostic());
      return Outcome::input_errors;
    }
    const auto witnesses = disclosure::read_witnesses(text.value());
    if (!witnesses) {
      diagnostics_.add(witnesses.failure().diagnostic());
      return Outcome::input_errors;
    }
    std::string values;
    if (const std::string path{view::csv_path("indicator_values")}; manifest.find(path) != nullptr) {
      auto bytes = effects_.disk.read(built_->folder / path);
      if (!bytes) return fail(bytes.failure(), diagnostics_);
      values = std::move(bytes).value();
    }
    for (const std::string& what : disclosure::faults_of(witnesses.value(), values)) {
      diagnostics_.error(code::gate_witness_fault, {}, {{"what", what}});
    }
    data_ = data_of_site(built_->folder, effects_.disk);
    return diagnostics_.has_errors() ? Outcome::input_errors : Outcome::done;
  }

  fs::path published_at(const source::Target& target) const { return effects_.state / "published" / target.id; }

  // Against what readers see there now; nothing to say when they see nothing.
  Outcome compare(const source::Target& target, TargetReport& told) {
    auto store = publish::open_store(target);
    if (!store) return fail(store.failure(), diagnostics_);
    const auto shown = publish::shown_at(*store.value());
    if (!shown) return fail(shown.failure(), diagnostics_);
    shown_.assign(shown.value().kept.begin(), shown.value().kept.end());
    const std::string& before = shown.value().release;
    shown_.push_back(before);
    if (before.empty()) return Outcome::done;
    auto kept = publish::read_kept(published_at(target), before, effects_.disk);
    if (!kept) return fail(kept.failure(), diagnostics_);
    Diagnostics ignored;
    const auto old_site = kept.value() ? read_built(*kept.value(), ignored) : std::nullopt, new_site = read_built(data_, ignored);
    if (!old_site || !new_site) {  // also when the release is called the same: what it tells rests on those before it too
      return may_differ() ? Outcome::done : refuse(code::gate_before_unknown, {{"target", target.id}, {"release", before}});
    }
    told.difference = difference_of(*old_site, compare::compare(*old_site, *new_site));
    return within_limits(target, *told.difference);
  }

  bool may_differ() const { return !order_.accept_changes.empty(); }

  Outcome within_limits(const source::Target& target, const Difference& difference) {
    const source::Limits& limits = configuration_->publication.limits;
    if (difference.rows == 0 || may_differ()) return Outcome::done;
    Outcome outcome = Outcome::done;
    const auto hold = [&](std::size_t count, int limit, Code code) {
      const double percent = 100.0 * static_cast<double>(count) / static_cast<double>(difference.rows);
      if (percent <= limit) return;
      const std::string shown = Decimal::rounded(percent, 1)->plain(Language::en);
      outcome = refuse(code, {{"target", target.id}, {"percent", shown}, {"limit", std::to_string(limit)}});
    };
    hold(difference.changed, limits.changed_rows_percent, code::gate_rows_changed);
    hold(difference.removed, limits.removed_rows_percent, code::gate_rows_removed);
    return outcome;
  }

  publish::DeliverOptions options() const {
    publish::DeliverOptions options;
    options.state = effects_.state / "targets";
    options.now = effects_.clock.now();
    options.dry_run = order_.dry_run;
    options.allow_deletes = may_differ() ? publish::AllowDeletes::yes : publish::AllowDeletes::no;
    options.deleted_files_percent = configuration_->publication.limits.deleted_files_percent;
    return options;
  }

  Outcome deliver_to(const source::Target& target, TargetReport& told) {
    const Outcome allowed = compare(target, told);
    if (allowed != Outcome::done && order_.dry_run == publish::DryRun::no) return allowed;
    publish::DeliverOptions how = options();
    auto records = publish::read_ledger(order_.ledger.value_or(publish::ledger_of(order_.from)), effects_.disk);
    if (!records) return fail(records.failure(), diagnostics_);
    for (auto& [path, text] : records.value()) how.private_files.emplace_back(fs::path{path}.filename().string(), std::move(text));
    // Before the switch: a run that is killed after it must know what readers see.
    if (order_.dry_run == publish::DryRun::no) {
      const auto kept = publish::keep(published_at(target), built_->manifest.release, data_);
      if (!kept) return fail(kept.failure(), diagnostics_);
    }
    auto done = publish::deliver(target, *built_, how);
    if (!done) return fail(done.failure(), diagnostics_);
    if (how.dry_run == publish::DryRun::no) {  // those that may be gone back to are still to be compared with
      std::set<std::string> known{shown_.begin(), shown_.end()};
      known.insert(built_->manifest.release);
      publish::forget_others(published_at(target), known);
    }
    told.delivery = std::move(done).value();
    if (told.delivery->afterwards) {  // readers have the release; what could not be tidied up is met by the next run
      Diagnostic warning = told.delivery->afterwards->diagnostic();
      warning.severity = Severity::warning;
      diagnostics_.add(std::move(warning));
    }
    return allowed;  // a dry run shows also what is held back
  }

  const PublishOrder& order_;
  Effects& effects_;
  Diagnostics& diagnostics_;
  PublishReport& report_;
  std::optional<source::Configuration> configuration_;
  std::optional<publish::BuiltRelease> built_;
  publish::KeptFiles data_;
  std::vector<std::string> shown_;                  // releases at the target that is being published to
};

}  // namespace

Outcome publish_site(const PublishOrder& order, Effects& effects, Diagnostics& diagnostics, PublishReport& report) {
  return Publishing{order, effects, diagnostics, report}.deliver();
}

Outcome roll_back(const PublishOrder& order, Effects& effects, Diagnostics& diagnostics, PublishReport& report) {
  return Publishing{order, effects, diagnostics, report}.roll_back();
}

}  // namespace lagesbild
