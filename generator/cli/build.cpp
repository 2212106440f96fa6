// lagesbild build SITE --out DIR, and lagesbild check SITE, which is the same without writing.
#include <cstdio>
#include <iostream>
#include <thread>

#include "base/decimal.hpp"
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/delivery_words.hpp"
#include "cli/messages.hpp"
#include "cli/world.hpp"
#include "pipeline.hpp"

namespace lagesbild::cli {
namespace {

std::string milliseconds(std::chrono::nanoseconds time) {
  return Decimal::rounded(static_cast<double>(time.count()) / 1e6, 1)->plain(Language::en);
}

void print_timings(const Report& report) {
  std::fprintf(stderr, "%-12s %10s %10s %10s %12s\n", "stage", "wall ms", "cpu ms", "items", "bytes");
  for (const StageTime& stage : report.stages) {
    std::fprintf(stderr, "%-12s %10s %10s %10llu %12llu\n", stage.stage.c_str(), milliseconds(stage.wall).c_str(),
                 milliseconds(stage.cpu).c_str(), static_cast<unsigned long long>(stage.items),
                 static_cast<unsigned long long>(stage.bytes));
  }
}

void print_tally(const disclosure::Tally& tally, Language language) {
  if (tally.about_persons == 0) return;
  const bool swedish = language == Language::sv;
  const auto n = [&](std::uint64_t value) { return count(value, language); };
  std::cout << n(tally.about_persons) << (swedish ? " tal om personer bedömda: " : " numbers about persons judged: ")
            << n(tally.about_persons - tally.withheld) << (swedish ? " visade, " : " shown, ") << n(tally.rolled_up)
            << (swedish ? " ersatta av närmaste större grupp, " : " replaced by the closest larger group, ")
            << n(tally.withheld - tally.rolled_up) << (swedish ? " skyddade" : " protected") << "\n";
}

void print_ledger(const LedgerReport& ledger, Language language) {
  if (ledger.entered == 0) return;
  const bool swedish = language == Language::sv;
  const std::string numbers = count(ledger.entered, language);
  if (ledger.releases == 0) {
    std::cout << numbers << (swedish ? " tal införda i en ny liggare: " : " numbers entered in a new ledger: ");
  } else {
    std::cout << numbers << (swedish ? " nya tal införda i liggaren: " : " new numbers entered in the ledger: ");
  }
  std::cout << ledger.folder.string() << "\n";
}

void print_summary(const Report& report, const std::optional<std::filesystem::path>& out, Language language) {
  const bool swedish = language == Language::sv;
  const auto n = [&](std::uint64_t value) { return count(value, language); };
  std::cout << report.region.in(language) << ": " << n(report.pages) << (swedish ? " sidor, " : " pages, ")
            << megabytes(report.bytes, language) << ", " << (swedish ? "utgåva " : "release ") << report.release_id << ", "
            << audience_words(report.audience, language) << "\n";
  print_tally(report.tally, language);
  for (const auto& [file, bytes] : report.single_files) {
    std::cout << file.string() << ": " << megabytes(bytes, language)
              << (swedish ? ", alla sidor i en fil" : ", all pages in one file") << "\n";
  }
  if (!out && report.ledger) print_ledger(*report.ledger, language);
  if (!out) return;
  const publish::Summary& done = report.published;
  if (done.switched) {
    std::cout << n(done.written) << (swedish ? " filer skrivna, " : " files written, ") << n(done.unchanged)
              << (swedish ? " oförändrade, " : " unchanged, ") << n(done.deleted) << (swedish ? " borttagna" : " removed") << "\n";
  } else {
    std::cout << (swedish ? "inget har ändrats, inget har skrivits" : "nothing has changed, nothing was written") << "\n";
  }
  if (report.ledger) print_ledger(*report.ledger, language);
  std::cout << (swedish ? "öppna " : "open ") << (*out / report.first_page).string() << "\n";
}

void print_report(const Report& report, const Order& order, Language language) {
  if (!order.data_report) return;
  const bool swedish = language == Language::sv;
  if (report.data_report) {
    std::cout << (swedish ? "rapport om data: " : "report on data: ") << report.data_report->string() << "\n";
  } else {
    std::cerr << (swedish ? "lagesbild: ingen rapport har skrivits i " : "lagesbild: no report was written in ")
              << order.data_report->folder.string() << "\n";
  }
}

int run_order(const Common& common, const Audit& audit, Order order) {
  World world{common};
  Effects& effects = world.effects;
  Diagnostics diagnostics;
  Report report;
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  order.site = common.site;
  order.audience = common.audience;
  order.threads = common.threads == 0 ? cores : common.threads;
  order.pages = common.pages;
  order.embeds = common.embeds;
  order.ledger = common.ledger;
  order.since = common.since;
  order.withheld = audit.withheld;
  order.witnesses = audit.witnesses;
  order.verify = audit.verify_witnesses;
  const Outcome outcome = run(order, effects, diagnostics, report);
  print_messages(diagnostics, common.language);
  if (common.timings == Timings::yes) print_timings(report);
  if (outcome == Outcome::done) print_summary(report, order.out, common.language);
  print_report(report, order, common.language);
  if (outcome == Outcome::done) return exit_done;
  const bool swedish = common.language == Language::sv;
  if (order.out) {
    std::cerr << (swedish ? "lagesbild: inget har ändrats i " : "lagesbild: nothing was changed in ") << order.out->string() << "\n";
  }
  return exit_code(outcome);
}

}  // namespace

int build(const Common& common, const Audit& audit, const std::optional<std::string>& out, const std::optional<SingleOrder>& single) {
  Order order;
  if (out) order.out = *out;
  order.single = single;
  return run_order(common, audit, std::move(order));
}

int check(const Common& common, const Audit& audit, const std::optional<std::string>& report) {
  Order order;
  if (report) order.data_report = {*report, common.language};
  return run_order(common, audit, std::move(order));
}

}  // namespace lagesbild::cli
