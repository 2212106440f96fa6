// lagesbild diff OLD NEW: what has changed between two releases of a site, as text, JSON or a page. It reads only what they publish.
#include <filesystem>
#include <iostream>
#include <limits>
#include <utility>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "compare/changes.hpp"
#include "compare/codes.hpp"
#include "content.hpp"
#include "publish/report_folder.hpp"
#include "render/report.hpp"
#include "view/page_changes.hpp"

namespace lagesbild::cli {
namespace {

namespace fs = std::filesystem;

class DiffCommand {
 public:
  DiffCommand(Language language, const DiffOrder& order) : language_(language), order_(order) {}

  int run() {
    const int code = compare();
    print(std::cerr, diagnostics_, language_);
    return code;
  }

 private:
  int compare() {
    if (order_.out) {
      if (const auto fit = publish::may_hold_report(*order_.out); !fit) return fail(fit.failure());
    }
    std::error_code ignored;
    if (fs::equivalent(order_.before, order_.after, ignored)) {
      diagnostics_.error(code::diff_same_folder, {}, {{"path", order_.after}});
      return exit_usage;
    }
    const auto before = compare::read_site(order_.before, disk_, diagnostics_);
    const auto after = compare::read_site(order_.after, disk_, diagnostics_);
    if (!before || !after) return exit_input;
    if (before->release.site != after->release.site) {
      diagnostics_.error(code::diff_two_sites, {}, {{"before", before->release.site}, {"after", after->release.site}});
      return exit_usage;
    }
    return tell(compare::compare(*before, *after));
  }

  int tell(const view::Changes& changes) {
    const std::string json = compare::changes_json(changes);
    const bool as_json = order_.as_json == AsJson::yes;
    std::optional<Wording> wording;
    if (!as_json || order_.out) {
      wording = read_words();
      if (!wording) return exit_input;
    }
    if (order_.out) {
      if (const int code = write_page(changes, json, *wording); code != exit_done) return code;
    }
    if (as_json) std::cout << json;
    else std::cout << view::changes_text(view::changes_page(changes, wording->texts, most(view::most_changes_as_text)), wording->texts);
    return exit_done;
  }

  int write_page(const view::Changes& changes, const std::string& json, const Wording& wording) {
    const auto page = view::changes_page(changes, wording.texts, most(view::most_changes_on_page));
    render::Files files{{view::report_index, render::render_changes(page, wording.templates, diagnostics_)}, {view::changes_data, json}};
    for (const char* name : {"site.css", "icon.svg"}) {
      auto bytes = disk_.read(folders_.templates / "assets" / name);
      if (bytes) files.emplace_back(std::string{"assets/"} + name, std::move(bytes).value());
      else diagnostics_.add(bytes.failure().diagnostic());
    }
    if (diagnostics_.has_errors()) return exit_input;
    if (const auto written = publish::write_report(*order_.out, files); !written) return fail(written.failure());
    return exit_done;
  }

  // Of the project that we stand in: a built site holds no words.
  std::optional<Wording> read_words() {
    folders_.common = "content/common";
    folders_.templates = "templates";
    if (!disk_.list(folders_.common / "text")) {
      diagnostics_.error(code::diff_no_words, {}, {{"path", (folders_.common / "text").string()}});
      return std::nullopt;
    }
    return read_wording(folders_, language_, disk_, diagnostics_);
  }

  std::size_t most(std::size_t usual) const { return order_.rows == Rows::all ? std::numeric_limits<std::size_t>::max() : usual; }

  int fail(const Failure& failure) {
    diagnostics_.add(failure.diagnostic());
    return publish::is_wrong_target(failure) ? exit_usage : exit_world;
  }

  Language language_;
  const DiffOrder& order_;
  source::Site folders_;
  RealDisk disk_;
  Diagnostics diagnostics_;
};

}  // namespace

int diff(Language language, const DiffOrder& order) { return DiffCommand{language, order}.run(); }

}  // namespace lagesbild::cli
