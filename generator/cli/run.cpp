// lagesbild run SITE: fetch, build, check and publish in one, for a timer. One at a time; tells in one line what came of it, in full in a
// file, and somebody when it fails. In the folder of --state: cache/, site/ and ledger/ (the release that was built), published/ and
// targets/ (what each target shows), runs/ (a report a run) and last-run.json.
#include <algorithm>
#include <iostream>
#include <thread>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/delivery_words.hpp"
#include "cli/messages.hpp"
#include "cli/notify.hpp"
#include "cli/run_report.hpp"
#include "cli/world.hpp"
#include "fetch/cache.hpp"
#include "publish/codes.hpp"
#include "publish/gate_codes.hpp"
#include "publish/private_file.hpp"
#include "publish/state_lock.hpp"

namespace lagesbild::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t reports_kept = 60;

class Run {
 public:
  Run(const Common& common, const RunArguments& arguments) : common_(common), arguments_(arguments), world_(common) {}

  int run() {
    story_.site = common_.site;
    story_.reason = arguments_.accept_changes;
    story_.started = world_.effects.clock.now();
    int code = act();
    if (code == exit_done && diagnostics_.has_errors()) code = exit_input;
    story_.exit_code = code;
    story_.ended = world_.effects.clock.now();
    tell();
    return code;
  }

 private:
  Effects& effects() { return world_.effects; }

  int act() {
    story_.stopped_in = "build";
    if (effects().state.empty()) {
      diagnostics_.error(code::gate_no_state, {});
      return exit_usage;
    }
    auto lock = publish::StateLock::take(effects().state / "runs", "run");
    if (!lock) {
      busy_ = lock.failure().code == code::publish_locked;
      if (busy_) diagnostics_.error(code::run_locked, {}, {{"path", effects().state.string()}});
      else diagnostics_.add(lock.failure().diagnostic());
      return exit_world;
    }
    if (const Outcome outcome = build(); outcome != Outcome::done) return exit_code(outcome);
    story_.stopped_in = "publish";
    if (const Outcome outcome = publish(); outcome != Outcome::done) return exit_code(outcome);
    story_.stopped_in.clear();
    return exit_done;
  }

  Outcome build() {
    Order order;
    order.site = common_.site;
    order.audience = common_.audience;
    order.out = effects().state / "site";
    order.threads = common_.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : common_.threads;
    order.pages = common_.pages;
    order.embeds = common_.embeds;
    const Outcome outcome = lagesbild::run(order, effects(), diagnostics_, story_.built);
    story_.sources = story_.built.sources;
    story_.kept = story_.built.sources_kept;
    return outcome;
  }

  Outcome publish() {
    PublishOrder order;
    order.site = common_.site;
    order.from = effects().state / "site";
    order.accept_changes = arguments_.accept_changes;
    order.threads = std::max(1U, std::thread::hardware_concurrency());
    return publish_site(order, effects(), diagnostics_, story_.published);
  }

  void tell() {
    const std::string report = run_json(story_, diagnostics_, common_.language);
    // A run that only met another one must not take the place of its report.
    if (!effects().state.empty() && !busy_) keep_report(report);
    if (arguments_.report) write(*arguments_.report, report);
    if (story_.exit_code != exit_done) notify_of(report);
    print_messages(diagnostics_, common_.language);
    for (const TargetReport& target : story_.published.targets) {
      std::cout << delivery_words(target, publish::DryRun::no, common_.language);
    }
    std::cout << run_line(story_, diagnostics_, common_.language) << std::endl;
  }

  void write(const fs::path& file, const std::string& report) {
    std::error_code ignored;
    if (file.has_parent_path()) fs::create_directories(file.parent_path(), ignored);
    if (const auto written = publish::write_private(file, report); !written) warn(written.failure());
  }

  void keep_report(const std::string& report) {
    std::string name = fetch::to_text(story_.started);
    std::erase_if(name, [](char c) { return c == ':' || c == '-'; });
    const fs::path folder = effects().state / "runs";
    write(folder / (name + ".json"), report);
    write(effects().state / "last-run.json", report);
    auto names = effects().disk.list(folder);
    if (!names) return;
    std::erase_if(names.value(), [](const std::string& one) { return !one.ends_with(".json"); });
    std::error_code ignored;
    for (std::size_t i = 0; i + reports_kept < names.value().size(); ++i) fs::remove(folder / names.value()[i], ignored);
  }

  void notify_of(const std::string& report) {
    Diagnostics ignored;  // what is wrong with the site's own files has been said
    const auto configuration = source::load(common_.site, day_of(story_.started), effects().disk, ignored);
    if (!configuration) return;
    if (const auto told = notify(configuration->publication.notify, report); !told) warn(told.failure());
  }

  void warn(const Failure& failure) {
    Diagnostic one = failure.diagnostic();
    one.severity = Severity::warning;
    diagnostics_.add(std::move(one));
  }

  const Common& common_;
  const RunArguments& arguments_;
  World world_;
  Diagnostics diagnostics_;
  RunStory story_;
  bool busy_ = false;  // another run was at work
};

}  // namespace

int run_all(const Common& common, const RunArguments& arguments) { return Run{common, arguments}.run(); }

}  // namespace lagesbild::cli
