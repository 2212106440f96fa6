#include "content.hpp"

#include <algorithm>

#include "base/file.hpp"
#include "base/hash.hpp"
#include "base/json_text.hpp"
#include "read/approvals.hpp"
#include "read/descriptions.hpp"
#include "read/facts.hpp"
#include "render/site.hpp"

namespace lagesbild {
namespace {

constexpr const char* theme_file = "theme.css";
constexpr std::string_view charts_begin = "/* Charts */\n", charts_end = "/* Around charts;";  // what pictures of their own may need

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

void describe_data(ContentReader& reader, const std::filesystem::path& common, const std::string& framework, Descriptions& found,
                   Diagnostics& diagnostics) {
  const auto framework_file = common / "frameworks" / (framework + ".yaml");
  if (auto text = reader.read(framework_file)) {
    auto parsed = read::read_framework(framework_file.string(), std::move(*text), framework, diagnostics);
    if (parsed) found.framework = std::move(*parsed);
  }
  for (auto& [name, text] : reader.read_all(common / "datasets")) {
    const std::filesystem::path file = common / "datasets" / name;
    auto dataset = read::read_description(file.string(), std::move(text), file.stem().string(), found.framework, diagnostics);
    if (dataset) found.datasets.push_back(std::move(*dataset));
  }
}

bool holds(Disk& disk, const std::filesystem::path& folder, const char* name) {
  const auto names = disk.list(folder);
  return names && std::find(names.value().begin(), names.value().end(), name) != names.value().end();
}

// Indicators of the common content, and what the site says of them; a folder or a file that is not there says nothing.
void read_indicators(ContentReader& reader, const source::Site& site, Disk& disk, Content& content, Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) return;  // a definition is held against the datasets and the framework
  const std::filesystem::path folder = site.common / "indicators";
  if (disk.list(folder)) {
    for (auto& [name, text] : reader.read_all(folder)) {
      const std::filesystem::path file = folder / name;
      auto definition = indicators::read_definition(file.string(), std::move(text), file.stem().string(), content.datasets,
                                                    content.framework, site.as_of, diagnostics);
      if (definition) content.definitions.push_back(std::move(*definition));
    }
  }
  Sha256 hash;
  const auto read_own = [&](const char* name, auto read, auto& into) {
    const std::filesystem::path file = site.folder / name;
    if (!holds(disk, site.folder, name)) return;
    auto text = reader.read(file);
    if (!text) return;
    hash.add(*text);
    if (auto found = read(file.string(), std::move(*text), diagnostics)) into = std::move(*found);
  };
  const auto read_settings = [&](std::string file, std::string text, Diagnostics& found) {
    return indicators::read_settings(std::move(file), std::move(text), content.definitions, found);
  };
  read_own("indicators.yaml", read_settings, content.settings);
  read_own("groups.yaml", indicators::read_groups, content.groups);
  read_own("follow_up.yaml", indicators::read_follow_up, content.follow_up);
  content.settings_sha256 = hash.hex();
  content.framework.plan_counts_from = content.follow_up.plan_counts_from;
}

// The colours and measures of the site's own style, and whether everything can be read in them.
void read_look(ContentReader& reader, const source::Site& site, Disk& disk, Content& content, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto is_style = [](const auto& asset) { return asset.first == "site.css"; };
  const auto style = std::find_if(content.assets.begin(), content.assets.end(), is_style);
  if (style == content.assets.end()) return;
  const auto tokens = design::standard_tokens((site.templates / "assets" / "site.css").string(), style->second);
  design::Tokens own;
  if (holds(disk, site.folder, theme_file)) {
    const auto file = site.folder / theme_file;
    if (const auto text = reader.read(file)) own = design::read_theme(file.string(), *text, tokens, diagnostics);
  }
  content.theme = design::theme_css(own);
  content.look = design::Look{tokens, std::move(own)};
  const std::string& css = style->second;
  const std::size_t charts = css.find(charts_begin);
  if (charts != std::string::npos) {
    const std::string rules = css.substr(charts, css.find(charts_end, charts) - charts);
    content.chart_style = content.look.in_light(rules);
  }
  const auto pairs_file = site.templates / "pairs.yaml";
  auto text = reader.read(pairs_file);
  auto pairs = text ? design::read_pairs(pairs_file.string(), std::move(*text), content.look, diagnostics) : std::nullopt;
  if (pairs) content.pairs = std::move(*pairs);
  if (diagnostics.errors() == before) design::check_pairs(content.pairs, content.look, diagnostics);
}

void read_logo(ContentReader& reader, const source::Site& site, Content& content, Diagnostics& diagnostics) {
  if (!site.logo) return;
  const source::Logo& logo = *site.logo;
  content.logo = view::LogoInfo{{}, {}, logo.alt, 0};
  const auto take = [&](const std::string& file, const std::string& name) {
    const auto bytes = reader.read(site.folder / file);
    if (!bytes) return std::string{};
    const int width = design::logo_width(file, *bytes, logo.place, logo.excerpt, diagnostics);
    if (content.logo->width == 0) content.logo->width = width;
    content.logos.emplace_back(name + file.substr(file.rfind('.')), *bytes);
    return content.logos.back().first;
  };
  content.logo->file = take(logo.file, "logo");
  if (!logo.dark.empty()) content.logo->dark = take(logo.dark, "logo-dark");
}

std::optional<view::Texts> read_texts(ContentReader& reader, const source::Site& site, Language language, Diagnostics& diagnostics) {
  const auto file = site.common / "text" / (std::string{to_string(language)} + ".yaml");
  auto text = reader.read(file);
  return text ? view::Texts::load(language, file.string(), std::move(*text), diagnostics) : std::nullopt;
}

render::Sources read_templates(ContentReader& reader, const source::Site& site) {
  render::Sources sources;
  for (const char* folder : {"pages", "partials", "charts"}) {
    for (auto& [name, text] : reader.read_all(site.templates / folder)) {
      const std::string stem = std::filesystem::path{name}.stem().string();
      sources.push_back({std::string{folder} + "/" + stem, {(site.templates / folder / name).string(), std::move(text)}});
    }
  }
  return sources;
}

std::optional<render::TemplateSet> put_together(const render::Sources& sources, const view::Texts& texts, Diagnostics& diagnostics) {
  return render::TemplateSet::load(sources, [&](std::string_view key) { return texts.fixed(key); }, diagnostics);
}

}  // namespace

std::optional<Descriptions> read_descriptions(const std::filesystem::path& common, const std::string& framework, Disk& disk,
                                              Diagnostics& diagnostics) {
  ContentReader reader{disk, diagnostics};
  Descriptions found;
  describe_data(reader, common, framework, found, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return found;
}

std::optional<Content> read_content(const source::Site& site, Disk& disk, Diagnostics& diagnostics) {
  ContentReader reader{disk, diagnostics};
  Content content;
  describe_data(reader, site.common, site.framework, content, diagnostics);
  const auto policy_file = site.folder / "disclosure.yaml";
  if (auto text = reader.read(policy_file)) {
    auto policy = disclosure::read_policy(policy_file.string(), std::move(*text), diagnostics);
    if (policy) content.policy = std::move(*policy);
  }
  read_indicators(reader, site, disk, content, diagnostics);
  if (holds(disk, site.folder, read::approvals_file)) {
    const auto file = site.folder / read::approvals_file;
    auto text = reader.read(file);
    auto approvals = text ? read::read_approvals(file.string(), std::move(*text), diagnostics) : std::nullopt;
    if (approvals) content.approvals = std::move(*approvals);
  }
  for (const Language language : site.languages) {
    if (auto texts = read_texts(reader, site, language, diagnostics)) content.texts.push_back(std::move(*texts));
  }
  const render::Sources sources = read_templates(reader, site);
  content.assets = reader.read_all(site.templates / "assets");
  read_look(reader, site, disk, content, diagnostics);
  read_logo(reader, site, content, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  for (const view::Texts& texts : content.texts) {
    auto templates = put_together(sources, texts, diagnostics);
    if (!templates) break;  // what is wrong with a template is so in every language: say it once
    if (content.templates.empty()) render::check_templates(*templates, diagnostics);
    content.templates.push_back(std::move(*templates));
  }
  if (diagnostics.has_errors()) return std::nullopt;
  content.fingerprint = reader.fingerprint();
  return content;
}

std::optional<Wording> read_wording(const source::Site& site, Language language, Disk& disk, Diagnostics& diagnostics) {
  ContentReader reader{disk, diagnostics};
  auto texts = read_texts(reader, site, language, diagnostics);
  const render::Sources sources = read_templates(reader, site);
  if (!texts || diagnostics.has_errors()) return std::nullopt;
  auto templates = put_together(sources, *texts, diagnostics);
  if (!templates) return std::nullopt;
  return Wording{std::move(*texts), std::move(*templates)};
}

namespace {

// A day after the one that the site shows would be from the future.
view::SourceInfo source_info(const fetch::Copy& copy, Date as_of) {
  const source::Source& source = *copy.source;
  const Date here = copy.fetched ? std::min(day_of(*copy.fetched), as_of) : as_of;
  view::SourceInfo info{source.dataset, source.title, fetch::shown_location(source), source.updated.value_or(here), copy.sha256};
  if (copy.fetched) info.fetched = day_of(*copy.fetched);
  info.kept = copy.kept;
  info.why_kept = copy.why_kept;
  return info;
}

}  // namespace

view::SiteInfo describe(const source::Configuration& configuration, const std::vector<fetch::Copy>& copies, const Content& content) {
  const source::Site& site = configuration.site;
  view::SiteInfo info;
  info.id = site.id;
  info.region = site.region;
  info.has_theme = !content.theme.empty();
  info.logo = content.logo;
  info.look = content.look;
  info.pairs = content.pairs;
  info.chart_style = content.chart_style;
  info.introduction = site.introduction;
  info.notice = site.notice.value_or(Localized{});
  info.contact = site.contact;
  for (const source::Plan& plan : site.plans) info.plans.push_back({plan.id, plan.title, plan.about});
  info.responsible = site.responsible.value_or(Localized{});
  info.refreshed = site.refreshed.value_or(Localized{});
  info.licence = site.licence;
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
  id.add(to_string(site.audience));
  for (const fetch::Copy& copy : copies) {
    info.sources.push_back(source_info(copy, site.as_of));
    const view::SourceInfo& told = info.sources.back();  // what its day and state are, pages tell
    id.add(copy.sha256 + to_string(told.updated) + (told.fetched ? to_string(*told.fetched) : "") + told.why_kept);
  }
  info.settings_sha256 = content.settings_sha256;
  info.release_id = id_of_hash(id.hex(), 12);
  return info;
}

std::string release_file(const source::Site& site, const view::SiteInfo& info) {
  JsonText json;
  json.object([&] {
    json.text("generator", "lagesbild");
    json.text("version", info.version);
    json.text("site", site.id);
    json.text("as_of", to_string(site.as_of));
    json.text("audience", to_string(site.audience));
    json.text("release", info.release_id);
  });
  return json.take();
}

}  // namespace lagesbild
