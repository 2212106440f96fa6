#include "source/site.hpp"

#include <algorithm>
#include <utility>

#include "base/codes.hpp"
#include "base/hash.hpp"
#include "source/codes.hpp"
#include "source/publication.hpp"
#include "source/sources.hpp"

namespace lagesbild::source {
namespace {

// A file of the site as strict YAML; its bytes go into the fingerprint.
std::optional<yaml::Document> open_yaml(const std::filesystem::path& file, Disk& disk, Sha256& fingerprint, Diagnostics& diagnostics) {
  auto bytes = disk.read(file);
  if (!bytes) {
    diagnostics.add(bytes.failure().diagnostic());
    return std::nullopt;
  }
  fingerprint.add(bytes.value());
  return yaml::parse(file.string(), std::move(bytes).value(), diagnostics);
}

bool is_plain_id(std::string_view id) {
  return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

template <class Item>
void refuse_repeated(const yaml::Document& document, const yaml::Node& node, const std::vector<Item>& items, const Item& item,
                     const yaml::Node& list, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id == item.id) {
      diagnostics.error(code::site_duplicate_id, document.place(node), {{"id", item.id}, {"line", std::to_string(list.items[i].line)}},
                        document.excerpt(node.line));
    }
  }
}

std::vector<Period> read_rounds(const yaml::Document& document, yaml::Reader& site, Diagnostics& diagnostics) {
  std::vector<Period> rounds;
  const yaml::Node* list = site.list_or_none("rounds");
  if (list == nullptr) return rounds;
  for (const yaml::Node& node : list->items) {
    yaml::Reader reader{document, node, diagnostics};
    if (!reader) continue;
    Period period;
    period.id = reader.text("id");
    const auto from = reader.date("from");
    const auto to = reader.date("to");
    reader.finish();
    if (!from || !to) continue;
    period.from = *from;
    period.to = *to;
    if (period.to < period.from) reader.complain("to", code::site_period_backwards, {{"id", period.id}});
    for (const Period& other : rounds) {
      if (period.from <= other.to && other.from <= period.to) {
        reader.complain("from", code::site_period_overlap, {{"id", period.id}, {"other", other.id}});
      }
    }
    refuse_repeated(document, node, rounds, period, *list, diagnostics);
    rounds.push_back(std::move(period));
  }
  return rounds;
}

std::vector<Group> read_forums(const yaml::Document& document, yaml::Reader& site, Diagnostics& diagnostics) {
  std::vector<Group> forums;
  const yaml::Node* list = site.list_or_none("forums");
  if (list == nullptr) return forums;
  for (const yaml::Node& node : list->items) {
    yaml::Reader reader{document, node, diagnostics};
    if (!reader) continue;
    Group group{reader.text("id"), {reader.text("sv"), reader.text("en")}};
    reader.finish();
    if (!group.id.empty() && !is_plain_id(group.id)) reader.complain("id", code::site_id_form, {{"seen", group.id}});
    refuse_repeated(document, node, forums, group, *list, diagnostics);
    forums.push_back(std::move(group));
  }
  return forums;
}

std::vector<Plan> read_plans(const yaml::Document& document, yaml::Reader& site, Diagnostics& diagnostics) {
  std::vector<Plan> plans;
  const yaml::Node* list = site.list_or_none("plans");
  if (list == nullptr) return plans;
  for (const yaml::Node& node : list->items) {
    yaml::Reader reader{document, node, diagnostics};
    if (!reader) continue;
    Plan plan{reader.text("id"), read_localized(document, reader, "title", diagnostics), {}};
    if (reader.has("about")) plan.about = read_localized(document, reader, "about", diagnostics);
    reader.finish();
    refuse_repeated(document, node, plans, plan, *list, diagnostics);
    plans.push_back(std::move(plan));
  }
  return plans;
}

Accessibility read_accessibility(const yaml::Document& document, yaml::Reader& site, Diagnostics& diagnostics) {
  Accessibility statement;
  const yaml::Node* node = site.map("accessibility");
  if (node == nullptr) return statement;
  yaml::Reader reader{document, *node, diagnostics};
  statement.assessed_on = reader.date("assessed_on").value_or(Date{});
  statement.method = reader.one_of("method", {"self_assessment", "external_audit"});
  statement.conformance = reader.one_of("conformance", {"full", "partial"});
  statement.report_to = read_localized(document, reader, "report_to", diagnostics);
  if (const yaml::Node* issues = reader.list_or_none("known_issues")) {
    for (const yaml::Node& issue : issues->items) {
      yaml::Reader both{document, issue, diagnostics};
      if (!both) continue;
      statement.known_issues.push_back({both.text("sv"), both.text("en")});
      both.finish();
    }
  }
  reader.finish();
  return statement;
}

std::string read_logo_file(yaml::Reader& reader, std::string_view key) {
  std::string name = reader.text(key);
  const bool plain = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string::npos;
  const bool picture = name.ends_with(".svg") || name.ends_with(".png");
  if (!name.empty() && (!plain || !picture)) reader.complain(key, code::site_logo_file, {{"seen", name}});
  return name;
}

std::optional<Logo> read_logo(const yaml::Document& document, yaml::Reader& site, Diagnostics& diagnostics) {
  const yaml::Node* node = site.map_or_none("logo");
  if (node == nullptr) return std::nullopt;
  yaml::Reader reader{document, *node, diagnostics};
  Logo logo{read_logo_file(reader, "file"), {}, read_localized(document, reader, "alt", diagnostics), reader.place("file"), {}};
  if (reader.has("dark")) logo.dark = read_logo_file(reader, "dark");
  logo.excerpt = document.excerpt(logo.place.line);
  reader.finish();
  return logo;
}

std::vector<Language> read_languages(yaml::Reader& site) {
  std::vector<Language> languages;
  for (const std::string& word : site.texts("languages")) {
    if (word != "sv" && word != "en") {
      site.complain("languages", code::site_language, {{"seen", word}});
      continue;
    }
    const Language language = word == "sv" ? Language::sv : Language::en;
    const bool twice = std::find(languages.begin(), languages.end(), language) != languages.end();
    if (twice) site.complain("languages", code::site_language_twice, {{"seen", word}});
    languages.push_back(language);
  }
  if (languages.empty()) languages.push_back(Language::sv);
  return languages;
}

// A site that is built by itself every week shows the state of the day that it is built.
Date read_as_of(const yaml::Document& document, yaml::Reader& reader, Date today) {
  const yaml::Node* written = document.root.find("as_of");
  if (written == nullptr || (written->scalar != "today" && written->scalar != "idag")) return reader.date("as_of").value_or(Date{});
  reader.text("as_of");
  return today;
}

Site read_site(const yaml::Document& document, const std::filesystem::path& folder, Date today, Publication& publication,
               Diagnostics& diagnostics) {
  yaml::Reader reader{document, document.root, diagnostics};
  Site site;
  if (!reader) return site;
  site.folder = folder;
  site.id = reader.text("id");
  if (!site.id.empty() && !is_plain_id(site.id)) reader.complain("id", code::site_id_form, {{"seen", site.id}});
  site.region = read_localized(document, reader, "region", diagnostics);
  site.introduction = read_localized(document, reader, "introduction", diagnostics);
  site.fictional = reader.yes_no("fictional", false);
  if (reader.has("notice")) site.notice = read_localized(document, reader, "notice", diagnostics);
  if (site.fictional && !site.notice) reader.complain("fictional", code::site_fictional_notice);
  if (reader.has("audience")) site.audience = read_audience(reader, "audience");
  site.as_of = read_as_of(document, reader, today);
  site.languages = read_languages(reader);
  site.framework = reader.text("framework");
  site.rounds = read_rounds(document, reader, diagnostics);
  site.forums = read_forums(document, reader, diagnostics);
  site.plans = read_plans(document, reader, diagnostics);
  site.contact = read_localized(document, reader, "contact", diagnostics);
  if (reader.has("responsible")) site.responsible = read_localized(document, reader, "responsible", diagnostics);
  if (reader.has("refreshed")) site.refreshed = read_localized(document, reader, "refreshed", diagnostics);
  if (reader.has("licence")) site.licence = reader.text("licence");
  const bool licensed = site.licence.starts_with("https://") && site.licence.find_first_of(" \"<>{}") == std::string::npos;
  if (!site.licence.empty() && !licensed) reader.complain("licence", code::site_licence_form, {{"seen", site.licence}});
  site.accessibility = read_accessibility(document, reader, diagnostics);
  site.logo = read_logo(document, reader, diagnostics);
  publication = read_publication({document, folder, diagnostics}, reader);
  site.common = (folder / reader.text_or("common", "../../common")).lexically_normal();
  site.templates = (folder / reader.text_or("templates", "../../../templates")).lexically_normal();
  reader.finish();
  return site;
}

}  // namespace

std::optional<Configuration> load(const std::filesystem::path& folder, Date today, Disk& disk, Diagnostics& diagnostics) {
  Sha256 fingerprint;
  const auto site_file = folder / "site.yaml";
  auto probe = disk.read(site_file);
  if (!probe && probe.failure().code == code::file_missing) {
    diagnostics.error(code::site_missing, {}, {{"path", site_file.string()}});
    return std::nullopt;
  }
  if (!probe) {
    diagnostics.add(probe.failure().diagnostic());
    return std::nullopt;
  }
  fingerprint.add(probe.value());
  const auto site_document = yaml::parse(site_file.string(), std::move(probe).value(), diagnostics);
  const auto sources_document = open_yaml(folder / "sources.yaml", disk, fingerprint, diagnostics);
  Configuration configuration;
  if (site_document) configuration.site = read_site(*site_document, folder, today, configuration.publication, diagnostics);
  if (sources_document && site_document) {
    configuration.sources = read_sources({*sources_document, folder, diagnostics}, configuration.site.as_of, disk, fingerprint);
  }
  if (diagnostics.has_errors()) return std::nullopt;
  fingerprint.add(to_string(configuration.site.as_of));
  configuration.fingerprint = fingerprint.hex();
  return configuration;
}

}  // namespace lagesbild::source
