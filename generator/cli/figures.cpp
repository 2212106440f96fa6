// lagesbild figures SITE: the judged figures of the region as a table with tabs, to look at or to compare with another computation.
#include <cstdio>
#include <iostream>

#include "base/decimal.hpp"
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/world.hpp"
#include "pipeline.hpp"

namespace lagesbild::cli {
namespace {

using disclosure::Cell;

template <class T, class Format>
std::string text_of(const Cell<T>& cell, Format format) {
  return cell.shown() == nullptr ? std::string{"withheld"} : format(*cell.shown());
}

std::string counts_text(const disclosure::GradeCounts& counts) {
  std::string out;
  for (const int count : counts) out += (out.empty() ? "" : "/") + std::to_string(count);
  return out;
}

std::string points_text(const std::optional<double>& value, Language language) {
  return value ? Decimal::rounded(*value, 2)->plain(language) : "-";
}

void print_group(const disclosure::Framework& framework, const disclosure::GroupFigures<Cell>& group, Language language) {
  const auto number = [](int n) { return std::to_string(n); };
  const auto without = [](const disclosure::Share& share) { return std::to_string(share.n - share.k); };
  std::cout << "reviewed\t" << text_of(group.reviewed, number) << "\nwith D at the review\t" << text_of(group.followed_at_review, without)
            << "\nwith D now\t" << text_of(group.follows, without) << "\nplans received\t" << text_of(group.plans_received, number) << "\n"
            << "area\tA/B/C/D at the review\tA/B/C/D now\tmean\tsd\n";
  for (std::size_t i = 0; i < group.areas.size(); ++i) {
    const auto& area = group.areas[i];
    std::cout << framework.areas[i].letter << '\t' << text_of(area.initial, counts_text) << '\t'
              << text_of(area.current, counts_text) << '\t'
              << text_of(area.moments, [&](const disclosure::Moments& m) { return points_text(m.mean, language); }) << '\t'
              << text_of(area.moments, [&](const disclosure::Moments& m) { return points_text(m.sd, language); }) << "\n";
  }
}

}  // namespace

int figures(const Common& common) {
  World world{common};
  Effects& effects = world.effects;
  Diagnostics diagnostics;
  std::optional<Judged> judged;
  const Outcome outcome = judge(common.site, common.audience, effects, diagnostics, judged, common.ledger);
  print(std::cerr, diagnostics, common.language);
  if (!judged) return exit_code(outcome);
  const disclosure::Release* release = &judged->release;
  std::cout << "# now\t" << to_string(release->as_of) << '\t' << to_string(release->audience) << "\n";
  if (!release->has_reviews) {
    std::cout << (release->reviews_for_fewer ? "reviews are for fewer readers\n" : "no reviews\n");
    return exit_done;
  }
  print_group(release->framework, release->now.region, common.language);
  for (std::size_t i = 0; i < release->rounds.size(); ++i) {
    std::cout << "\n# round\t" << release->rounds[i].id << "\n";
    print_group(release->framework, release->by_round[i].region, common.language);
  }
  return exit_done;
}

}  // namespace lagesbild::cli
