#include "pipeline.hpp"

#include <mutex>
#include <utility>

#include "base/hash.hpp"
#include "check/page_check.hpp"
#include "disclosure/policy.hpp"
#include "fetch/fetch.hpp"
#include "indicators/figures.hpp"
#include "read/facts.hpp"
#include "render/site.hpp"
#include "source/site.hpp"
#include "stopwatch.hpp"
#include "view/site_info.hpp"
#include "view/texts.hpp"

namespace lagesbild {
namespace {

// What is read besides the datasets; all of it goes into the release id.
struct Content {
  model::Framework framework;
  disclosure::Policy policy;
  std::vector<view::Texts> texts;                       // by the site's languages
  std::vector<render::TemplateSet> templates;           // the same
  std::vector<std::pair<std::string, std::string>> assets;  // name, bytes
  std::string fingerprint;
};

class ContentReader {
 public:
  ContentReader(Disk& disk, Diagnostics& diagnostics) : disk_(disk), diagnostics_(diagnostics) {}

  std::optional<std::string> read(const std::filesystem::path& file) {
    auto bytes = disk_.read(file);
    if (!bytes) {
      diagnostics_.add(bytes.failure().diagnostic());
      return std::nullopt;
    }
    hash_.add(bytes.value());
    return std::move(bytes).value();
  }

  std::vector<std::pair<std::string, std::string>> read_all(const std::filesystem::path& folder) {
    std::vector<std::pair<std::string, std::string>> files;
    auto names = disk_.list(folder);
    if (!names) {
      diagnostics_.add(names.failure().diagnostic());
      return files;
    }
    for (const std::string& name : names.value()) files.emplace_back(name, read(folder / name).value_or(""));
    return files;
  }

  std::string fingerprint() { return hash_.hex(); }

 private:
  Disk& disk_;
  Diagnostics& diagnostics_;
  Sha256 hash_;
};

std::optional<Content> read_content(const source::Site& site, Disk& disk, Diagnostics& diagnostics) {
  ContentReader reader{disk, diagnostics};
  Content content;
  const auto framework_file = site.common / "frameworks" / (site.framework + ".yaml");
  if (auto text = reader.read(framework_file)) {
    auto framework = read::read_framework(framework_file.string(), std::move(*text), site.framework, diagnostics);
    if (framework) content.framework = std::move(*framework);
  }
  const auto policy_file = site.folder / "disclosure.yaml";
  if (auto text = reader.read(policy_file)) {
    auto policy = disclosure::read_policy(policy_file.string(), std::move(*text), diagnostics);
    if (policy) content.policy = std::move(*policy);
  }
  for (const Language language : site.languages) {
    const auto file = site.common / "text" / (std::string{to_string(language)} + ".yaml");
    if (auto text = reader.read(file)) {
      auto texts = view::Texts::load(language, file.string(), std::move(*text), diagnostics);
      if (texts) content.texts.push_back(std::move(*texts));
    }
  }
  render::Sources sources;
  for (const char* folder : {"pages", "partials", "charts"}) {
    for (auto& [name, text] : reader.read_all(site.templates / folder)) {
      const std::string stem = std::filesystem::path{name}.stem().string();
      sources.push_back({std::string{folder} + "/" + stem, {(site.templates / folder / name).string(), std::move(text)}});
    }
  }
  content.assets = reader.read_all(site.templates / "assets");
  if (diagnostics.has_errors()) return std::nullopt;
  for (const view::Texts& texts : content.texts) {
    auto templates = render::TemplateSet::load(sources, [&](std::string_view key) { return texts.fixed(key); }, diagnostics);
    if (!templates) break;  // what is wrong with a template is so in every language: say it once
    if (content.templates.empty()) render::check_templates(*templates, diagnostics);
    content.templates.push_back(std::move(*templates));
  }
  if (diagnostics.has_errors()) return std::nullopt;
  content.fingerprint = reader.fingerprint();
  return content;
}

view::SiteInfo describe(const source::Configuration& configuration, const std::vector<fetch::Copy>& copies, const Content& content) {
  const source::Site& site = configuration.site;
  view::SiteInfo info;
  info.region = site.region;
  info.introduction = site.introduction;
  info.notice = site.notice.value_or(Localized{});
  info.contact = site.contact;
  info.languages = site.languages;
  info.assessed_on = site.accessibility.assessed_on;
  info.assessment_method = site.accessibility.method;
  info.conformance = site.accessibility.conformance;
  info.known_issues = site.accessibility.known_issues;
  info.report_to = site.accessibility.report_to;
  info.version = LAGESBILD_VERSION;
  Sha256 id;
  id.add(LAGESBILD_VERSION);
  id.add(configuration.fingerprint);
  id.add(content.fingerprint);
  for (const fetch::Copy& copy : copies) {
    info.sources.push_back({copy.source->dataset, copy.source->title, copy.source->location, copy.source->updated, copy.sha256});
    id.add(copy.sha256);
  }
  info.release_id = id.hex().substr(0, 12);
  return info;
}

std::string release_file(const source::Site& site, const view::SiteInfo& info) {
  return "{\n  \"generator\": \"lagesbild\",\n  \"version\": \"" + info.version + "\",\n  \"site\": \"" + site.id + "\",\n  \"as_of\": \"" +
         to_string(site.as_of) + "\",\n  \"release\": \"" + info.release_id + "\"\n}\n";
}

// Checks and stages what render hands on; from many threads.
class Finisher {
 public:
  Finisher(std::size_t threads, publish::FolderRelease* release, Clock& clock) : checkers_(threads), busy_(threads), release_(release), clock_(clock) {}

  void page(std::size_t thread, std::string_view path, std::string_view html) {
    const auto start = clock_.thread_cpu();
    checkers_[thread].page(path, html);
    const auto checked = clock_.thread_cpu();
    put(path, html);
    Busy& busy = busy_[thread];
    busy.check += checked - start;
    busy.publish += clock_.thread_cpu() - checked;
    busy.bytes += html.size();
    ++busy.pages;
  }
  void asset(std::string_view path, std::string_view bytes) {
    checkers_[0].asset(path, bytes);
    put(path, bytes);
  }
  Diagnostics finish() {
    check::SiteCheck site;
    for (check::PageChecker& checker : checkers_) site.add(std::move(checker));
    return site.finish();
  }

  struct Busy {
    std::chrono::nanoseconds check{}, publish{};
    std::uint64_t bytes = 0, pages = 0;
  };
  Busy busy() const {
    Busy sum;
    for (const Busy& one : busy_) {
      sum.check += one.check;
      sum.publish += one.publish;
      sum.bytes += one.bytes;
      sum.pages += one.pages;
    }
    return sum;
  }
  const std::optional<Failure>& failure() const { return failure_; }

 private:
  void put(std::string_view path, std::string_view bytes) {
    if (release_ == nullptr) return;
    const auto done = release_->put(path, bytes);
    if (done) return;
    const std::scoped_lock lock{failing_};
    if (!failure_) failure_ = done.failure();
  }

  std::vector<check::PageChecker> checkers_;
  std::vector<Busy> busy_;
  publish::FolderRelease* release_;
  Clock& clock_;
  std::mutex failing_;
  std::optional<Failure> failure_;
};

Outcome fail(const Failure& failure, Diagnostics& diagnostics) {
  diagnostics.add(failure.diagnostic());
  return Outcome::world_failed;
}

}  // namespace

Outcome run(const Order& order, Effects& effects, Diagnostics& diagnostics, Report& report) {
  Stopwatch watch{effects.clock, report.stages};

  watch.begin("source");  // what we need and where it lives
  const auto configuration = source::load(order.site, effects.disk, diagnostics);
  if (!configuration) return Outcome::input_errors;
  const source::Site& site = configuration->site;
  auto content = read_content(site, effects.disk, diagnostics);
  if (!content) return Outcome::input_errors;

  watch.begin("fetch");  // get the bytes
  auto copies = fetch::fetch_all(*configuration, effects, diagnostics);
  if (diagnostics.has_errors()) return copies.size() < configuration->sources.size() ? Outcome::world_failed : Outcome::input_errors;
  for (const fetch::Copy& copy : copies) watch.count(1, copy.bytes.size());
  const view::SiteInfo info = describe(*configuration, copies, *content);

  watch.begin("read");  // bytes to located rows to facts
  model::Facts facts = read::read_facts(copies, site, std::move(content->framework), diagnostics);
  if (diagnostics.has_errors()) return Outcome::input_errors;
  watch.count(facts.units.size() + facts.reviews.size());

  watch.begin("indicators");  // what the numbers are
  const indicators::Figures figures = indicators::compute(facts, site.as_of);

  watch.begin("disclosure");  // which numbers may leave
  const disclosure::Release release = disclosure::judge(std::move(facts), figures, content->policy, site.as_of);
  watch.count(release.tally.judged);

  watch.begin("view");  // what all pages of a language have in common; each page's own words are made as it is rendered
  std::vector<view::Context> contexts;
  contexts.reserve(content->texts.size());  // editions point into it
  std::vector<render::Edition> editions;
  for (std::size_t i = 0; i < content->texts.size(); ++i) {
    editions.push_back({&contexts.emplace_back(release, info, content->texts[i]), &content->templates[i]});
  }

  watch.begin("render");  // words to bytes; each page is checked and staged as it comes
  std::optional<publish::FolderRelease> staged;
  if (order.out) {
    auto opened = publish::FolderRelease::open(*order.out);
    if (!opened) return fail(opened.failure(), diagnostics);
    staged = std::move(opened).value();
  }
  Finisher finisher{order.threads, staged ? &*staged : nullptr, effects.clock};
  for (const auto& [name, bytes] : content->assets) finisher.asset("assets/" + name, bytes);
  finisher.asset("release.json", release_file(site, info));
  render::render_site(editions, order.threads,
                      [&](std::size_t thread, std::string_view path, std::string_view html) { finisher.page(thread, path, html); }, diagnostics);
  const Finisher::Busy busy = finisher.busy();
  watch.count(busy.pages, busy.bytes);

  watch.begin("check");  // is the finished site fit to be seen
  diagnostics.merge(finisher.finish());
  watch.moved_from("render", busy.check);
  if (finisher.failure()) return fail(*finisher.failure(), diagnostics);
  if (diagnostics.has_errors()) return Outcome::input_errors;

  watch.begin("publish");  // put it there, whole or not at all
  if (staged) {
    auto published = staged->commit();
    if (!published) return fail(published.failure(), diagnostics);
    report.published = published.value();
  }
  watch.moved_from("render", busy.publish);
  watch.end();

  report.region = site.region.sv;
  report.release_id = info.release_id;
  report.pages = busy.pages;
  report.bytes = busy.bytes;
  return Outcome::done;
}

std::optional<disclosure::Release> judged_release(const std::filesystem::path& folder, Effects& effects, Diagnostics& diagnostics) {
  const auto configuration = source::load(folder, effects.disk, diagnostics);
  if (!configuration) return std::nullopt;
  auto content = read_content(configuration->site, effects.disk, diagnostics);
  if (!content) return std::nullopt;
  auto copies = fetch::fetch_all(*configuration, effects, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  model::Facts facts = read::read_facts(copies, configuration->site, std::move(content->framework), diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  const auto figures = indicators::compute(facts, configuration->site.as_of);
  return disclosure::judge(std::move(facts), figures, content->policy, configuration->site.as_of);
}

}  // namespace lagesbild
