// lagesbild serve SITE: builds, hands out on loopback, and builds again when content, templates or data change.
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <system_error>
#include <thread>

#include "base/file.hpp"
#include "cli/codes.hpp"
#include "cli/commands.hpp"
#include "cli/world.hpp"
#include "source/site.hpp"
#include "web/preview.hpp"
#include "web/server.hpp"
#include "web/watch.hpp"

namespace lagesbild::cli {
namespace {

namespace fs = std::filesystem;

// Gone with the object, with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code ignored;
    std::string name = (fs::temp_directory_path(ignored) / "lagesbild-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

class ServeCommand {
 public:
  ServeCommand(const Common& common, const ServeOrder& order, fs::path out)
      : common_(common), order_(order), out_(std::move(out)), preview_(out_, common.language) {}

  int run() {
    if (!may_be_there()) return exit_usage;
    auto watch = web::Watch::begin();
    if (!watch) return fail(watch.failure());
    auto server = web::Server::listen(order_.port);
    if (!server) return fail(server.failure());
    watch.value().add(roots());
    const Outcome first = build();
    if (first == Outcome::wrong_target) return exit_usage;
    server.value().start([this](const std::string& path) { return preview_.answer(path); });
    std::cout << (swedish() ? "öppna " : "open ") << "http://127.0.0.1:" << server.value().port() << "/"
              << (swedish() ? " (avsluta med Ctrl-C)" : " (end with Ctrl-C)") << std::endl;
    while (watch.value().wait() == web::Event::changed) {
      watch.value().add(roots());  // before the build: what changes during it counts
      static_cast<void>(build());
    }
    return exit_done;
  }

 private:
  bool swedish() const { return common_.language == Language::sv; }

  int fail(const Failure& failure) const {
    print(std::cerr, failure.diagnostic(), common_.language);
    return exit_world;
  }

  // What the site is made of; as much as can be told while site.yaml has errors.
  std::vector<fs::path> roots() {
    Diagnostics ignored;
    RealDisk disk;
    if (const auto configuration = source::load(common_.site, day_of(RealClock{}.now()), disk, ignored)) {
      known_ = {configuration->site.folder, configuration->site.common, configuration->site.templates};
    }
    return known_;
  }

  // A site that is written among what it is made of would be a change each time.
  bool may_be_there() {
    std::error_code ignored;
    const fs::path out = fs::weakly_canonical(fs::absolute(out_, ignored), ignored);
    for (const fs::path& root : roots()) {
      const fs::path folder = fs::weakly_canonical(fs::absolute(root, ignored), ignored);
      if (std::mismatch(folder.begin(), folder.end(), out.begin(), out.end()).first != folder.end()) continue;
      print(std::cerr, Failure{code::serve_among_sources, {{"path", out_.string()}, {"folder", root.string()}}, {}}.diagnostic(),
            common_.language);
      return false;
    }
    return true;
  }

  Outcome build() {
    World world{common_};
    Effects& effects = world.effects;
    Diagnostics diagnostics;
    Report report;
    Order order;
    order.site = common_.site;
    order.audience = common_.audience;
    order.out = out_;
    order.threads = common_.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : common_.threads;
    order.pages = common_.pages;
    order.embeds = common_.embeds;
    order.ledger = common_.ledger;
    order.telling = Telling::nobody;
    const Outcome outcome = lagesbild::run(order, effects, diagnostics, report);
    std::ostringstream messages;
    print(messages, diagnostics, common_.language);
    std::cerr << messages.str();
    if (outcome == Outcome::done) {
      preview_.built(report.release_id, report.first_page);
      std::cout << report.region.in(common_.language) << ": " << report.pages << (swedish() ? " sidor, utgåva " : " pages, release ")
                << report.release_id << std::endl;
    } else {
      preview_.failed(messages.str());
    }
    return outcome;
  }

  const Common& common_;
  const ServeOrder& order_;
  fs::path out_;
  web::Preview preview_;
  std::vector<fs::path> known_{fs::path{common_.site}};
};

}  // namespace

int serve(const Common& common, const ServeOrder& order) {
  if (order.out) return ServeCommand{common, order, *order.out}.run();
  const TemporaryFolder folder;
  return ServeCommand{common, order, folder.path() / "site"}.run();
}

}  // namespace lagesbild::cli
