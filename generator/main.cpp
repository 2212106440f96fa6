// argv in, exit code out. CLI11 is slow to compile, so it is included here only.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdio>
#include <exception>
#include <map>
#include <optional>
#include <string>

#include "cli/commands.hpp"

namespace {

void add_language(CLI::App& command, std::string& language, const char* of_what) {
  command.add_option("--lang", language, of_what)->check(CLI::IsMember({"sv", "en"}))->capture_default_str();
}

void add_common(CLI::App& command, lagesbild::cli::Common& common, std::string& language) {
  command.add_option("SITE", common.site, "the folder with site.yaml, such as content/sites/demo")->required();
  add_language(command, language, "language of messages");
  command.add_option("--state", common.state, "the folder of what one run keeps for the next: copies of what was fetched, and more");
  command.add_flag_callback("--offline", [&common] { common.online = lagesbild::Online::no; },
                            "ask no server: use the last good copies of what is fetched");
}

void add_audience(CLI::App& command, std::optional<std::string>& audience) {
  command.add_option("--audience", audience, "open, intranet or management: whom the site is for; otherwise as site.yaml says");
}

void add_pace(CLI::App& command, lagesbild::cli::Common& common) {
  command.add_option("--threads", common.threads, "threads for rendering; 0 is one a core")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  command.add_flag_callback("--timings", [&common] { common.timings = lagesbild::cli::Timings::yes; }, "show where the time went");
}

// How the site is made, whatever it holds.
void add_forms(CLI::App& command, lagesbild::cli::Common& common) {
  command.add_flag_callback("--aspx", [&common] { common.pages = lagesbild::PageFiles::aspx; },
                            "end the names of pages in .aspx, for a document library of SharePoint");
  command.add_flag_callback("--embed", [&common] { common.embeds = lagesbild::Embeds::all; },
                            "make each chart and table a page of its own too, for a frame on another site");
}

void add_ledger(CLI::App& command, lagesbild::cli::Common& common, const char* otherwise) {
  command.add_option("--ledger", common.ledger, std::string{"the folder that records what earlier releases have told; "} + otherwise);
}

// What build and check have in common.
void add_checks(CLI::App& command, lagesbild::cli::Common& common, lagesbild::cli::Audit& audit) {
  add_pace(command, common);
  add_forms(command, common);
  command.add_option("--withheld", audit.withheld, "a file for a list of what was withheld and by which rule; it is secret");
  command.add_option("--witnesses", audit.witnesses, "a file for the proofs that what is withheld cannot be computed; it is secret");
  command.add_option("--verify-witnesses", audit.verify_witnesses, "a file of such proofs to hold the site against, instead of new ones");
}

struct BuildArguments {
  std::optional<std::string> out;  // of no name too, which publishing refuses
  lagesbild::SingleOrder single;
  std::optional<lagesbild::SingleOrder> ordered() const { return single.file.empty() ? std::nullopt : std::optional{single}; }
};

CLI::App* add_build(CLI::App& app, lagesbild::cli::Common& common, std::string& language, lagesbild::cli::Audit& audit,
                    BuildArguments& arguments) {
  CLI::App* command = app.add_subcommand("build", "read, compute, render, check and put the site into a folder");
  add_common(*command, common, language);
  add_checks(*command, common, audit);
  add_ledger(*command, common, "otherwise ledger/ beside the site");
  command->add_option("--out", arguments.out, "the folder to put the site in");
  const auto file = [&arguments](const std::string& name) { arguments.single.file = name; };
  CLI::Option* single = command->add_option_function<std::string>("--single-file", file, "one file with all pages in it, such as for mail");
  command->add_option("--without", arguments.single.without, "kinds of pages to leave out of the one file")
      ->check(CLI::IsMember({"unit", "indicator", "forum", "area", "meeting"}))
      ->needs(single);
  command->parse_complete_callback([&arguments] {
    if (!arguments.out && arguments.single.file.empty()) throw CLI::RequiredError("--out or --single-file");
  });
  command->add_option("--since", common.since, "a built site to tell the changes since; otherwise the release that is in --out");
  return command;
}

CLI::App* add_check(CLI::App& app, lagesbild::cli::Common& common, std::string& language, lagesbild::cli::Audit& audit,
                    std::optional<std::string>& report) {
  CLI::App* command = app.add_subcommand("check", "the same without writing the site");
  add_common(*command, common, language);
  command->add_option("--report", report, "a folder for a report on the data, to send to those who delivered it");
  add_checks(*command, common, audit);
  add_ledger(*command, common, "otherwise it is as if there were none");
  command->add_option("--since", common.since, "a built site to tell the changes since; otherwise it is as if this were the first one");
  return command;
}

struct TemplateArguments {
  lagesbild::cli::TemplateOrder order;
  bool force = false;
  lagesbild::cli::TemplateOrder finished() {
    order.overwrite = force ? lagesbild::cli::Overwrite::yes : lagesbild::cli::Overwrite::no;
    return order;
  }
};

CLI::App* add_template(CLI::App& app, lagesbild::cli::Common& common, std::string& language, TemplateArguments& arguments) {
  CLI::App* command = app.add_subcommand("template", "write an Excel file to collect a dataset with");
  command->add_option("DATASET", arguments.order.dataset, "such as units, reviews or annual_reports")->required();
  command->add_option("--site", common.site, "the folder with site.yaml: lists then hold the region's own forums, rounds and units");
  command->add_option("--out", arguments.order.out, "the file to write; otherwise DATASET.xlsx");
  command->add_flag("--force", arguments.force, "overwrite the file if it exists");
  add_language(*command, language, "language of the file and of messages");
  return command;
}

CLI::App* add_explain(CLI::App& app, lagesbild::cli::Common& common, std::string& language, std::optional<std::string>& audience,
                      lagesbild::cli::ExplainOrder& order) {
  CLI::App* command = app.add_subcommand("explain", "tell how a number came about: sources, formula, judgement, protection");
  add_common(*command, common, language);
  command->add_option("INDICATOR", order.indicator, "id of the indicator, such as supervision_regular")->required();
  add_audience(*command, audience);
  add_ledger(*command, common, "otherwise it is as if there were none");
  command->add_option("--unit", order.unit, "a unit, by its id or name");
  command->add_option("--group", order.group, "a group as kind:id, such as forum:norr or ownership:privat; otherwise the region");
  command->add_option("--period", order.period, "such as 2025, 2019-2022 or now; otherwise the one that the site tells first");
  return command;
}

CLI::App* add_approve(CLI::App& app, lagesbild::cli::Common& common, std::string& language, lagesbild::cli::ApproveOrder& order) {
  CLI::App* command = app.add_subcommand("approve", "list sentences of free text that nobody has approved, and approve them");
  add_common(*command, common, language);
  command->add_option("--approve", order.approve, "the sentences whose checksums begin so, as listed")
      ->each([&order](const std::string&) { order.which = lagesbild::cli::Sentences::some; });
  const auto all = [&order] { order.which = lagesbild::cli::Sentences::all; };
  command->add_flag_callback("--all", all, "all that are listed")->excludes("--approve");
  command->add_option("--withdraw", order.withdraw, "approve no longer the sentences whose checksums begin so");
  command->add_option("--by", order.by, "who approves: a function, not a person");
  command->add_option("--on", order.on, "the day, such as 2026-05-04; otherwise today");
  return command;
}

CLI::App* add_publish(CLI::App& app, lagesbild::cli::Common& common, std::string& language, lagesbild::cli::PublishArguments& arguments) {
  using lagesbild::cli::PublishArguments;
  CLI::App* command = app.add_subcommand("publish", "put a built site where site.yaml says, whole or not at all");
  add_common(*command, common, language);
  add_ledger(*command, common, "otherwise ledger/ beside the site");
  command->add_option("--from", arguments.from, "the folder of the built site; otherwise the one that run has built");
  command->add_option("--target", arguments.targets, "the id of a target; otherwise all of them");
  CLI::Option* plan = command->add_flag_callback("--dry-run", [&arguments] { arguments.dry_run = lagesbild::publish::DryRun::yes; },
                                                 "tell what would be added, changed and removed, and change nothing");
  command->add_flag_callback("--rollback", [&arguments] { arguments.direction = PublishArguments::Direction::back; },
                             "go back to the release that was shown before")->excludes(plan);
  command->add_option("--accept-changes", arguments.accept_changes, "why the release may differ more than site.yaml allows");
  return command;
}

CLI::App* add_run(CLI::App& app, lagesbild::cli::Common& common, std::string& language, std::optional<std::string>& audience,
                  lagesbild::cli::RunArguments& arguments) {
  CLI::App* command = app.add_subcommand("run", "fetch, build, check and publish in one, for a timer");
  add_common(*command, common, language);
  add_audience(*command, audience);
  add_pace(*command, common);
  add_forms(*command, common);
  command->add_option("--report", arguments.report, "a file for the report on the run, besides runs/ in the folder of --state");
  command->add_option("--accept-changes", arguments.accept_changes, "why the release may differ more than site.yaml allows");
  return command;
}

CLI::App* add_fetch(CLI::App& app, lagesbild::cli::Common& common, std::string& language, lagesbild::fetch::Columns& columns) {
  CLI::App* command = app.add_subcommand("fetch", "fetch and read every source, and keep the last good copies");
  add_common(*command, common, language);
  command->add_flag_callback("--accept-columns", [&columns] { columns = lagesbild::fetch::Columns::may_go; },
                             "take a source also when it lacks a column that it had the last time");
  return command;
}

CLI::App* add_sources(CLI::App& app, lagesbild::cli::Common& common, std::string& language, lagesbild::cli::AsJson& as_json) {
  CLI::App* command = app.add_subcommand("sources", "tell when each source was last fetched, and how old its copy is");
  add_common(*command, common, language);
  command->add_flag_callback("--json", [&as_json] { as_json = lagesbild::cli::AsJson::yes; }, "print it as JSON");
  return command;
}

CLI::App* add_preview_pack(CLI::App& app, lagesbild::cli::Common& common, std::string& language, std::optional<std::string>& audience,
                           lagesbild::cli::PreviewPackArguments& arguments) {
  CLI::App* command = app.add_subcommand("preview-pack", "write for each unit a sheet of what will be published, to check first");
  command->add_option("SITE", common.site, "the folder with site.yaml, such as content/sites/demo")->required();
  add_language(*command, language, "language of the sheets and of messages");
  add_audience(*command, audience);
  command->add_option("--out", arguments.out, "the folder to put the pack in; not that of the site")->required();
  command->add_option("--answer-by", arguments.answer_by, "the last day to answer, such as 2026-08-31")->required();
  add_pace(*command, common);
  return command;
}

CLI::App* add_audiences(CLI::App& app, lagesbild::cli::Common& common, std::string& language, lagesbild::cli::AsJson& as_json) {
  CLI::App* command = app.add_subcommand("audiences", "tell what each audience sees that another does not, and that none sees too much");
  add_common(*command, common, language);
  command->add_flag_callback("--json", [&as_json] { as_json = lagesbild::cli::AsJson::yes; }, "print it as JSON, with all names");
  return command;
}

CLI::App* add_diff(CLI::App& app, std::string& language, lagesbild::cli::DiffOrder& order) {
  using namespace lagesbild::cli;
  CLI::App* command = app.add_subcommand("diff", "compare the data of two releases of a site: what changed, by how much, why");
  command->add_option("OLD", order.before, "the folder of the old release, as build wrote it")->required();
  command->add_option("NEW", order.after, "the folder of the new release")->required();
  command->add_flag_callback("--json", [&order] { order.as_json = AsJson::yes; }, "print everything as JSON");
  command->add_option("--out", order.out, "a folder for a page that shows the changes, and diff.json");
  command->add_flag_callback("--all", [&order] { order.rows = Rows::all; }, "show all changes, not only the largest of each table");
  add_language(*command, language, "language of the comparison and of messages");
  return command;
}

CLI::App* add_headers(CLI::App& app, std::string& language, std::optional<std::string>& audience,
                      lagesbild::cli::HeadersOrder& order) {
  using lagesbild::cli::WebServer;
  CLI::App* command = app.add_subcommand("headers", "print what a web server that hands out the site should be told");
  const std::map<std::string, WebServer> known{{"nginx", WebServer::nginx}, {"apache", WebServer::apache}, {"iis", WebServer::iis}};
  command->add_option("SERVER", order.server, "nginx, apache or iis")->required()->transform(CLI::CheckedTransformer(known));
  command->add_option("--frame-ancestors", order.ancestors, "a site that may show pages in a frame, such as https://intranet.example.org");
  add_audience(*command, audience);
  add_language(*command, language, "language of the comments and of messages");
  return command;
}

CLI::App* add_serve(CLI::App& app, lagesbild::cli::Common& common, std::string& language, std::optional<std::string>& audience,
                    lagesbild::cli::ServeOrder& order) {
  CLI::App* command = app.add_subcommand("serve", "show the site in a browser on this machine, and build it again when a file changes");
  add_common(*command, common, language);
  add_audience(*command, audience);
  add_pace(*command, common);
  add_forms(*command, common);
  add_ledger(*command, common, "otherwise it is as if there were none; nothing is entered in it");
  command->add_option("--port", order.port, "port to answer on; 0 is any that is free")->check(CLI::Range(0, 65535))->capture_default_str();
  command->add_option("--out", order.out, "a folder to keep the site in; otherwise one that is removed at the end");
  return command;
}

// What keeps a site up to date: the parts, and the whole for a timer.
class UpkeepCommands {
 public:
  UpkeepCommands(CLI::App& app, lagesbild::cli::Common& common, std::string& language, std::optional<std::string>& audience) {
    fetch_ = add_fetch(app, common, language, columns_);
    sources_ = add_sources(app, common, language, as_json_);
    publish_ = add_publish(app, common, language, put_);
    run_ = add_run(app, common, language, audience, ordered_);
  }
  // Nothing when the command is none of these.
  std::optional<int> act(const lagesbild::cli::Common& common) const {
    using namespace lagesbild;
    if (fetch_->parsed()) return cli::fetch_sources(common, columns_);
    if (sources_->parsed()) return cli::sources(common, as_json_);
    if (publish_->parsed()) return cli::publish_built(common, put_);
    if (run_->parsed()) return cli::run_all(common, ordered_);
    return std::nullopt;
  }

 private:
  CLI::App *fetch_ = nullptr, *sources_ = nullptr, *publish_ = nullptr, *run_ = nullptr;
  lagesbild::fetch::Columns columns_ = lagesbild::fetch::Columns::as_before;
  lagesbild::cli::AsJson as_json_ = lagesbild::cli::AsJson::no;
  lagesbild::cli::PublishArguments put_;
  lagesbild::cli::RunArguments ordered_;
};

// app.help() would be the help of `help`, which is the command that was given.
int print_help(const CLI::App& app) {
  std::fputs(app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal).c_str(), stdout);
  return lagesbild::cli::exit_done;
}

int run(int argc, char** argv) {
  using namespace lagesbild;
  CLI::App app{"Lägesbild makes a static site for the follow-up of medical specialist training.\n"
               "Exit codes: 0 done, 1 the input has errors, 2 wrong usage, 3 a bug, 4 the outside world failed.", "lagesbild"};
  app.set_version_flag("--version", "lagesbild " LAGESBILD_VERSION);
  app.require_subcommand(1);
  cli::Common common;
  std::string language = "sv";
  std::optional<std::string> audience, report;
  cli::Audit audit;
  BuildArguments built;
  CLI::App* build = add_build(app, common, language, audit, built);
  CLI::App* check = add_check(app, common, language, audit, report);
  CLI::App* figures = app.add_subcommand("figures", "print the region's figures as a table");
  add_common(*figures, common, language);
  for (CLI::App* command : {build, check, figures}) add_audience(*command, audience);
  add_ledger(*figures, common, "otherwise it is as if there were none");
  TemplateArguments arguments;
  CLI::App* form = add_template(app, common, language, arguments);
  cli::ExplainOrder asked;
  CLI::App* explain = add_explain(app, common, language, audience, asked);
  cli::AsJson as_json = cli::AsJson::no;
  CLI::App* audiences = add_audiences(app, common, language, as_json);
  cli::DiffOrder compared;
  CLI::App* diff = add_diff(app, language, compared);
  cli::ApproveOrder approved;
  CLI::App* approve = add_approve(app, common, language, approved);
  cli::PreviewPackArguments packed;
  CLI::App* pack = add_preview_pack(app, common, language, audience, packed);
  const UpkeepCommands upkeep{app, common, language, audience};
  cli::HeadersOrder handed_out;
  CLI::App* headers = add_headers(app, language, audience, handed_out);
  cli::ServeOrder previewed;
  CLI::App* serve = add_serve(app, common, language, audience, previewed);
  CLI::App* help = app.add_subcommand("help", "show this text");

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {  // --help, --version
    return app.exit(wanted);
  } catch (const CLI::ParseError& error) {
    app.exit(error);
    return cli::exit_usage;
  }
  common.language = language == "en" ? Language::en : Language::sv;
  if (audience && !cli::choose_audience(*audience, common)) return cli::exit_usage;
  if (help->parsed()) return print_help(app);
  if (build->parsed()) return cli::build(common, audit, built.out, built.ordered());
  if (check->parsed()) return cli::check(common, audit, report);
  if (explain->parsed()) return cli::explain(common, asked);
  if (approve->parsed()) return cli::approve(common, approved);
  if (const auto code = upkeep.act(common)) return *code;
  if (pack->parsed()) return cli::preview_pack(common, packed);
  if (audiences->parsed()) return cli::audiences(common, as_json);
  if (diff->parsed()) return cli::diff(common.language, compared);
  if (serve->parsed()) return cli::serve(common, previewed);
  if (headers->parsed()) return cli::headers(common, handed_out);
  if (form->parsed()) return cli::write_template(common, arguments.finished());
  return cli::figures(common);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "lagesbild: bug: %s\n", problem.what());
    return 3;
  }
}
