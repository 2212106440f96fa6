// lagesbild publish SITE: a built site to its targets, or what that would change, or back to the release before.
#include <algorithm>
#include <iostream>
#include <thread>

#include "cli/commands.hpp"
#include "cli/delivery_words.hpp"
#include "cli/messages.hpp"
#include "cli/world.hpp"
#include "publishing.hpp"

namespace lagesbild::cli {

int publish_built(const Common& common, const PublishArguments& arguments) {
  World world{common};
  Diagnostics diagnostics;
  PublishReport report;
  PublishOrder order;
  order.site = common.site;
  order.from = arguments.from ? std::filesystem::path{*arguments.from} : world.effects.state / "site";
  order.ledger = common.ledger;
  order.targets = arguments.targets;
  order.dry_run = arguments.dry_run;
  order.accept_changes = arguments.accept_changes;
  order.threads = std::max(1U, std::thread::hardware_concurrency());
  const bool forth = arguments.direction == PublishArguments::Direction::forth;
  const Outcome outcome = (forth ? publish_site : roll_back)(order, world.effects, diagnostics, report);
  print_messages(diagnostics, common.language);
  for (const TargetReport& target : report.targets) std::cout << delivery_words(target, arguments.dry_run, common.language);
  return exit_code(outcome);
}

}  // namespace lagesbild::cli
