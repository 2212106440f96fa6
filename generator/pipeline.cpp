#include "pipeline.hpp"

#include <algorithm>
#include <utility>

#include "base/codes.hpp"
#include "base/file.hpp"
#include "bundle/files.hpp"
#include "content.hpp"
#include "data_report.hpp"
#include "disclosure/codes.hpp"
#include "disclosure/withheld_log.hpp"
#include "fetch/fetch.hpp"
#include "finisher.hpp"
#include "indicators/figures.hpp"
#include "indicators/measure.hpp"
#include "publish/ledger_folder.hpp"
#include "publish/proof.hpp"
#include "publish/private_file.hpp"
#include "publish/report_folder.hpp"
#include "read/facts.hpp"
#include "read/opening.hpp"
#include "render/site.hpp"
#include "since.hpp"
#include "source/site.hpp"
#include "single.hpp"
#include "stopwatch.hpp"
#include "view/comparison.hpp"
#include "view/data_package.hpp"

namespace lagesbild {
namespace {

Outcome fail(const Failure& failure, Diagnostics& diagnostics) {
  diagnostics.add(failure.diagnostic());
  for (const Code& of_input : {code::ledger_damaged, code::witness_unreadable, code::witness_mismatch, code::file_missing}) {
    if (failure.code == of_input) return Outcome::input_errors;
  }
  return publish::is_wrong_target(failure) ? Outcome::wrong_target : Outcome::world_failed;
}

// How sources are fetched, and what their copies are held against before they are believed.
fetch::FetchOrder fetch_order(const Order& order, const source::Configuration& configuration, const Content& content,
                              const Effects& effects) {
  fetch::FetchOrder fetching;
  if (!effects.state.empty()) fetching.cache = fetch::Cache{effects.state / "cache"};
  fetching.columns = order.columns;
  fetching.inspect = [&](const fetch::Copy& copy) { return read::shape_of(copy, content.datasets, configuration.site.as_of); };
  return fetching;
}

// The first three stages; `told` is null when no report on the data was ordered.
Outcome gather(const Order& order, Effects& effects, Diagnostics& diagnostics, Stopwatch& watch, DataReport* told,
               std::optional<Unjudged>& unjudged) {
  watch.begin("source");  // what we need and where it lives
  auto configuration = source::load(order.site, day_of(effects.clock.now()), effects.disk, diagnostics);
  if (!configuration) return Outcome::input_errors;
  if (order.audience) configuration->site.audience = *order.audience;
  const source::Site& site = configuration->site;
  auto content = read_content(site, effects.disk, diagnostics);
  if (!content) return Outcome::input_errors;
  if (told) told->described(*configuration, content->datasets);

  watch.begin("fetch");  // get the bytes
  const fetch::FetchOrder fetching = fetch_order(order, *configuration, *content, effects);
  auto copies = fetch::fetch_all(*configuration, fetching, effects, diagnostics);
  if (told) told->fetched(copies);
  if (fetch::outside_world_failed(diagnostics)) return Outcome::world_failed;
  if (diagnostics.has_errors()) return Outcome::input_errors;
  for (const fetch::Copy& copy : copies) watch.count(1, copy.bytes.size());
  view::SiteInfo info = describe(*configuration, copies, *content);
  if (order.pages == PageFiles::aspx) info.page_end = ".aspx";
  info.embeds = order.embeds == Embeds::all;

  watch.begin("read");  // bytes to located rows to facts
  std::vector<std::string> indicators;
  for (const indicators::Definition& one : content->definitions) indicators.push_back(one.id);
  model::Facts facts =
      read::read_facts(copies, site, std::move(content->framework), std::move(content->datasets), diagnostics, indicators);
  if (told) told->read(facts);
  if (diagnostics.has_errors()) return Outcome::input_errors;
  watch.count(facts.units.size() + facts.reviews.size());
  if (fetching.cache) {
    if (const auto accepted = fetch::accept(copies, *fetching.cache); !accepted) return fail(accepted.failure(), diagnostics);
  }
  for (std::size_t i = 0; i < info.sources.size() && i < facts.tables.size(); ++i) info.sources[i].rows = facts.tables[i].rows;
  unjudged = Unjudged{site, std::move(*content), std::move(info), std::move(facts)};
  return Outcome::done;
}

std::optional<std::filesystem::path> ledger_of(const Order& order) {
  if (order.ledger || order.telling == Telling::nobody || !(order.out || order.single)) return order.ledger;
  return publish::ledger_of(order.out ? *order.out : order.single->file);
}

// The first six.
Outcome judge(const Order& order, Effects& effects, Diagnostics& diagnostics, Stopwatch& watch, DataReport* told,
              std::optional<Judged>& judged) {
  std::optional<Unjudged> unjudged;
  const Outcome outcome = gather(order, effects, diagnostics, watch, told, unjudged);
  if (outcome != Outcome::done) return outcome;
  auto& [site, content, info, facts] = *unjudged;

  std::vector<std::pair<std::string, Audience>> for_fewer;
  for (const indicators::Definition& one : content.definitions) {
    if (one.audience > site.audience) for_fewer.emplace_back(one.id, one.audience);
  }

  watch.begin("indicators");  // what the numbers are
  const indicators::Figures figures = indicators::compute(facts, site.as_of, content.follow_up);
  auto groups = indicators::make_groups(facts, content.groups, content.settings, site.as_of, diagnostics);
  if (diagnostics.has_errors()) return Outcome::input_errors;
  auto measured = indicators::measure(facts, figures.units, std::move(content.definitions), std::move(groups), content.settings,
                                      site.as_of, order.threads);
  watch.count(measured.definitions.size());

  watch.begin("disclosure");  // which numbers may leave
  std::vector<std::pair<std::string, std::string>> records;
  if (const auto folder = ledger_of(order)) {
    auto found = publish::read_ledger(*folder, effects.disk);
    if (!found) return fail(found.failure(), diagnostics);
    records = std::move(found).value();
  }
  const auto ledger = disclosure::Ledger::read(records);
  if (!ledger) return fail(ledger.failure(), diagnostics);
  auto texts = disclosure::approved_texts(facts, figures.units, content.approvals, diagnostics);
  disclosure::Evidence evidence;
  disclosure::Release release = disclosure::judge(std::move(facts), figures, content.policy, site.as_of, site.audience,
                                                  std::move(measured), {order.threads, &ledger.value()}, &evidence);
  release.texts = std::move(texts);
  disclosure::narrow_texts(release);
  watch.count(release.tally.judged);
  judged = Judged{std::move(site), std::move(content), std::move(info), std::move(release), std::move(for_fewer), std::move(evidence),
                  records.size()};
  return Outcome::done;
}

// The only ones that may hold an address or a telephone number: whom a reader may turn to.
std::vector<std::string> own_texts(const view::SiteInfo& info) {
  return {info.contact.sv, info.contact.en, info.report_to.sv, info.report_to.en};
}

// The finished file of values against the witnesses: the ones just found, or those that were handed in.
std::optional<Failure> prove(const Order& order, const Judged& judged, std::string_view indicator_values, Effects& effects,
                             Diagnostics& diagnostics) {
  const disclosure::Witnesses* witnesses = &judged.evidence.witnesses;
  disclosure::Witnesses handed_in;
  if (order.verify) {
    const auto text = effects.disk.read(*order.verify);
    if (!text) return text.failure();
    auto read = disclosure::read_witnesses(text.value());
    if (!read) return read.failure();
    handed_in = std::move(read).value();
    witnesses = &handed_in;
  }
  for (const std::string& what : disclosure::faults_of(*witnesses, indicator_values)) {
    if (order.verify) return Failure{code::witness_mismatch, {{"file", order.verify->string()}, {"what", what}}, {}};
    diagnostics.add(Failure{code::witness_fault, {{"what", what}}, {}}.diagnostic());
  }
  if (!order.witnesses || diagnostics.has_errors()) return std::nullopt;
  const auto written = publish::write_private(*order.witnesses, disclosure::to_text(judged.evidence.witnesses));
  return written ? std::nullopt : std::optional{written.failure()};
}

// Puts the site there, whole or not at all.
std::optional<Failure> publish_site(publish::FolderRelease* staged, const SingleFiles& single, const Order& order, const Judged& judged,
                                    const std::optional<publish::KeptFiles>& before, Disk& disk, Report& report) {
  const std::string& release = judged.info.release_id;
  const auto ledger = ledger_of(order);
  if (order.telling == Telling::readers) {
    const std::string record = disclosure::ledger_text(judged.evidence.newly_told);
    if (!record.empty()) {  // first: what has been told must never be unknown
      const auto recorded = publish::record(*ledger, judged.recorded, release, record);
      if (!recorded) return recorded.failure();
    }
    report.ledger = {*ledger, judged.recorded, judged.evidence.newly_told.size()};
  }
  if (staged != nullptr) {
    if (before) {  // before the switch: the folder that it stands in is gone afterwards
      if (const auto kept = publish::keep(*ledger, release, *before); !kept) return kept.failure();
    }
    auto done = staged->commit();
    if (!done) return done.failure();
    if (order.telling == Telling::readers && (done.value().switched || !publish::read_proof(*ledger, release, disk))) {
      const auto proven = publish::keep_proof(*ledger, release, disclosure::to_text(judged.evidence.witnesses));  // for publishing.hpp
      if (!proven) return proven.failure();
    }
    if (before) publish::forget_others(*ledger, {release});
    report.published = done.value();
  }
  auto written = single.write();
  if (!written) return written.failure();
  report.single_files = std::move(written).value();
  return std::nullopt;
}

// What is in the site beside its pages and downloads.
void add_files(Finisher& finisher, const Judged& judged, const std::vector<view::Context>& languages) {
  const auto put = [&](std::string_view path, std::string_view bytes) { finisher.asset(path, bytes); };
  for (const view::Context& one : languages) {
    put(view::search_script_path(one), view::search_script(one));
    view::comparison_scripts(one, put);
  }
  for (const auto& [name, bytes] : judged.content.assets) finisher.asset("assets/" + name, bytes);
  for (const auto& [name, bytes] : judged.content.logos) finisher.asset("assets/" + name, bytes);
  if (!judged.content.theme.empty()) finisher.asset("assets/theme.css", judged.content.theme);
  finisher.asset("release.json", release_file(judged.site, judged.info));
}

// What the page Data offers. `values` becomes the file of the indicators' values as readers get it; empty when there is none.
Result<std::vector<view::FileInfo>> add_downloads(Finisher& finisher, const Judged& judged, const view::Context& context,
                                                  std::string& values) {
  return bundle::make_files(context, judged.site.licence, [&](std::string_view path, std::string_view bytes, std::string_view content) {
    finisher.download(path, bytes, content);
    if (path == view::csv_path("indicator_values")) values = bytes;
  });
}

void tell_of(const Judged& judged, const Finisher::Busy& busy, Report& report) {
  report.region = judged.site.region;
  report.audience = judged.site.audience;
  report.first_page = judged.info.page("index");
  report.release_id = judged.info.release_id;
  report.tally = judged.release.tally;
  report.sources = judged.info.sources.size();
  report.sources_kept = static_cast<std::size_t>(
      std::count_if(judged.info.sources.begin(), judged.info.sources.end(), [](const view::SourceInfo& one) { return one.kept; }));
  report.pages = busy.pages;
  report.bytes = busy.bytes;
}

Outcome build(const Order& order, Effects& effects, Diagnostics& diagnostics, Report& report, DataReport* told) {
  Stopwatch watch{effects.clock, report.stages};
  std::optional<Judged> judged;
  const Outcome outcome = judge(order, effects, diagnostics, watch, told, judged);
  if (outcome != Outcome::done) return outcome;
  if (order.withheld) {
    const auto written = publish::write_private(*order.withheld, disclosure::withheld_log(judged->release));
    if (!written) return fail(written.failure(), diagnostics);
  }

  watch.begin("view");  // what all pages of a language have in common; each page's own words are made as it is rendered
  std::optional<publish::KeptFiles> before;  // a preview has had no release
  if (order.telling == Telling::readers) before = tell_since(order, ledger_of(order), *judged, effects, diagnostics);
  if (diagnostics.has_errors()) return Outcome::input_errors;
  std::vector<view::Context> contexts;
  contexts.reserve(judged->content.texts.size());  // editions point into it
  std::vector<render::Edition> editions;
  for (std::size_t i = 0; i < judged->content.texts.size(); ++i) {
    editions.push_back({&contexts.emplace_back(judged->release, judged->info, judged->content.texts[i]), &judged->content.templates[i]});
  }

  watch.begin("render");  // words to bytes; each page is checked and staged as it comes
  std::optional<publish::FolderRelease> staged;
  if (order.out) {
    auto opened = publish::FolderRelease::open(*order.out, judged->site.audience);
    if (!opened) return fail(opened.failure(), diagnostics);
    staged = std::move(opened).value();
  }
  SingleFiles single{order.single, contexts};
  Finisher finisher{order.threads, staged ? &*staged : nullptr, effects.clock, single.taker()};
  add_files(finisher, *judged, contexts);
  std::string indicator_values;
  auto downloads = add_downloads(finisher, *judged, contexts.front(), indicator_values);
  if (!downloads) return fail(downloads.failure(), diagnostics);
  judged->info.files = std::move(downloads).value();
  const auto sink = [&](std::size_t thread, std::string_view path, std::string_view html) { finisher.page(thread, path, html); };
  render::render_site(editions, order.threads, sink, diagnostics);
  finisher.manifest(judged->site.id, judged->info.release_id, to_string(judged->site.audience));
  const Finisher::Busy busy = finisher.busy();
  watch.count(busy.pages, busy.bytes);

  watch.begin("check");  // is the finished site fit to be seen
  diagnostics.merge(finisher.finish(own_texts(judged->info)));
  watch.moved_from("render", busy.check);
  if (finisher.failure()) return fail(*finisher.failure(), diagnostics);
  if (const auto failure = prove(order, *judged, indicator_values, effects, diagnostics)) return fail(*failure, diagnostics);
  if (diagnostics.has_errors()) return Outcome::input_errors;

  watch.begin("publish");
  if (staged || order.single) {
    const auto failure = publish_site(staged ? &*staged : nullptr, single, order, *judged, before, effects.disk, report);
    if (failure) return fail(*failure, diagnostics);
  }
  watch.moved_from("render", busy.publish);
  watch.end();

  tell_of(*judged, busy, report);
  return Outcome::done;
}

}  // namespace

Outcome run(const Order& order, Effects& effects, Diagnostics& diagnostics, Report& report) {
  for (const auto& file : {order.withheld, order.witnesses}) {
    if (!file) continue;
    if (const auto fit = publish::may_be_private(*file, order.out); !fit) return fail(fit.failure(), diagnostics);
  }
  if (!order.data_report) return build(order, effects, diagnostics, report, nullptr);
  const DataReportOrder& ordered = *order.data_report;
  if (const auto fit = publish::may_hold_report(ordered.folder); !fit) return fail(fit.failure(), diagnostics);
  DataReport told;
  const Outcome outcome = build(order, effects, diagnostics, report, &told);
  if (!told.possible()) return outcome;
  Diagnostics own;  // what is wrong with the report is not in it
  const auto files = told.files(diagnostics, ordered.language, effects.disk, own);
  diagnostics.merge(std::move(own));
  if (!files) return Outcome::input_errors;
  if (const auto written = publish::write_report(ordered.folder, *files); !written) return fail(written.failure(), diagnostics);
  report.data_report = ordered.folder / files->front().first;
  return outcome;
}

Outcome gather(const Order& order, Effects& effects, Diagnostics& diagnostics, std::optional<Unjudged>& unjudged) {
  std::vector<StageTime> times;
  Stopwatch watch{effects.clock, times};
  return gather(order, effects, diagnostics, watch, nullptr, unjudged);
}

Outcome judge(const std::filesystem::path& site, std::optional<Audience> audience, Effects& effects, Diagnostics& diagnostics,
              std::optional<Judged>& judged, const std::optional<std::filesystem::path>& ledger) {
  std::vector<StageTime> times;
  Stopwatch watch{effects.clock, times};
  Order order{site, audience, std::nullopt};
  order.ledger = ledger;
  return judge(order, effects, diagnostics, watch, nullptr, judged);
}

}  // namespace lagesbild
