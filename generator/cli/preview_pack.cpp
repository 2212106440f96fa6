// lagesbild preview-pack SITE: for each unit a sheet of what will be published of it, to be looked through before it is.
#include "preview_pack.hpp"

#include <algorithm>
#include <iostream>
#include <thread>

#include "base/file.hpp"
#include "cli/codes.hpp"
#include "cli/commands.hpp"
#include "cli/world.hpp"

namespace lagesbild::cli {

int preview_pack(const Common& common, const PreviewPackArguments& arguments) {
  Diagnostics diagnostics;
  const auto day = parse_date(arguments.answer_by);
  if (!day) {
    diagnostics.error(code::pack_day, {}, {{"seen", arguments.answer_by}});
    print(std::cerr, diagnostics, common.language);
    return exit_usage;
  }
  World world{common};
  Effects& effects = world.effects;
  const std::size_t threads = common.threads > 0 ? common.threads : std::max(1U, std::thread::hardware_concurrency());
  PreviewPackReport report;
  const Outcome outcome =
      write_preview_pack({common.site, arguments.out, *day, common.audience, common.language, threads}, effects, diagnostics, report);
  print(std::cerr, diagnostics, common.language);
  if (outcome != Outcome::done) return exit_code(outcome);
  const bool swedish = common.language == Language::sv;
  std::cout << report.region.in(common.language) << ": " << report.sheets
            << (swedish ? " blad att kontrollera senast " : " sheets to check by ") << to_string(*day) << "\n"
            << arguments.out << "/index.html\n";
  return exit_done;
}

}  // namespace lagesbild::cli
