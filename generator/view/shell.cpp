#include "view/shell.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "view/requirements.hpp"
#include "view/source_state.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using Kind = PageRef::Kind;

constexpr std::string_view status_keys[] = {"status.action_required", "status.action_planned", "status.action_recommended",
                                            "status.review_overdue", "status.all_met", "status.not_reviewed"};

// The day up to which there is data: that of the newest source.
Date newest_source(const std::vector<SourceInfo>& sources, Date otherwise) {
  if (sources.empty()) return otherwise;
  return std::max_element(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.updated < b.updated; })->updated;
}

std::string lower(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

// What is done about what the reviews have found: the register, plans, calendars, and what helps.
void plan_measures(const Context& context, const auto& add) {
  const disclosure::Release& release = context.release;
  const auto& plans = context.plans();
  const SiteInfo& site = context.site;
  const bool has_examples = !release.texts.examples.empty();
  if (plans.empty() && !release.has_reviews && !has_examples) return;
  add(Kind::measures, 0, site.page("atgarder"));
  if (release.has_reviews) add(Kind::cases, 0, site.page("register"));
  if (release.has_reviews || !plans.empty()) add(Kind::calendar, release.forums.size(), context.calendar_path(std::nullopt));
  for (std::size_t i = 0; i < release.forums.size() && release.has_reviews; ++i) add(Kind::calendar, i, context.calendar_path(i));
  for (std::size_t i = 0; i < plans.size(); ++i) add(Kind::plan, i, context.plan_path(i));
  if (has_examples) add(Kind::examples, 0, site.page("goda-exempel"));
  if (release.has_reviews && !context.themes().all().empty()) add(Kind::themes, 0, site.page("teman"));
  const std::size_t pressed = context.requirements().empty() ? 0 : std::max<std::size_t>(1, pressed_units(context).size());
  for (std::size_t part = 0; part * rows_per_page < pressed; ++part) {
    add(Kind::requirements, part, site.page(part == 0 ? "krav" : "krav-" + std::to_string(part + 1)));
  }
}

std::optional<KeptCopies> kept_copies(const Texts& texts, const SiteInfo& site) {
  constexpr std::size_t most = 3;
  KeptCopies copies;
  for (const SourceInfo& source : site.sources) {
    if (source.kept && copies.sentences.size() < most) copies.sentences.push_back({kept_sentence(texts, source)});
  }
  if (copies.sentences.empty()) return std::nullopt;
  const std::size_t left = kept_sources(site) - copies.sentences.size();
  if (left > 0) copies.more = Link{site.page("status"), texts.counted("site_status.more", static_cast<std::int64_t>(left)), false};
  return copies;
}

}  // namespace

std::string way_up(std::string_view path) {
  std::string up;
  for (const char c : path) {
    if (c == '/') up += "../";
  }
  return up;
}

Context::Context(const disclosure::Release& the_release, const SiteInfo& the_site, const Texts& the_texts)
    : release(the_release), site(the_site), texts(the_texts) {
  if (site.languages.front() != language()) folder_ = std::string{to_string(language())} + "/";
  for (const auto& area : release.now.region.areas) region_bars_.push_back(view::region_bar(texts, area.current));
  units_by_forum_.resize(release.forums.size());
  for (std::size_t i = 0; i < release.units.size(); ++i) {
    (release.units[i].current ? units_ : former_units_).push_back(i);
    if (release.units[i].current && release.units[i].forum) units_by_forum_[*release.units[i].forum].push_back(i);
  }
  themes_ = RegionThemes{release, units_};
  plan();
  describe_common();
}

void Context::plan() {
  plans_ = plans_of(release);
  requirements_ = disclosure::requirements_of(release);
  const auto add = [&](Kind kind, std::size_t index, std::string path) { pages_.push_back({kind, index, std::move(path)}); };
  unit_paths_.resize(release.units.size());
  add(Kind::overview, 0, site.page("index"));
  const std::size_t parts = std::max<std::size_t>(1, (units_.size() + rows_per_page - 1) / rows_per_page);
  for (std::size_t part = 0; part < parts && !release.units.empty(); ++part) {
    add(Kind::units, part, site.page(part == 0 ? "enheter" : "enheter-" + std::to_string(part + 1)));
  }
  if (release.has_reviews) {
    add(Kind::compare, 0, site.page("jamfor"));
    add(Kind::areas, 0, site.page("omraden"));
    for (std::size_t i = 0; i < release.framework.areas.size(); ++i) add(Kind::area, i, area_path(i));
    if (!release.forums.empty()) add(Kind::forums, 0, site.page("forum"));
    for (std::size_t i = 0; i < release.forums.size(); ++i) add(Kind::forum, i, forum_path(i));
    for (std::size_t i = 0; i < release.forums.size(); ++i) add(Kind::meeting, i, meeting_path(i));
    add(Kind::meeting, release.forums.size(), meeting_path(std::nullopt));
  }
  for (std::size_t i = 0; i < release.indicators.definitions.size(); ++i) {
    if (indicator_path(i).empty()) continue;
    if (pages_.back().kind != Kind::indicator) add(Kind::indicators, 0, site.page("indikatorer"));
    add(Kind::indicator, i, indicator_path(i));
  }
  if (!release.published.empty()) add(Kind::published, 0, site.page("publicerat"));
  if (!release.benchmarks.empty() || !release.survey.empty()) add(Kind::survey, 0, site.page("enkater"));
  plan_measures(*this, add);
  const std::size_t delivering = release.deliveries.empty() ? 0 : std::max<std::size_t>(1, parts);
  for (std::size_t part = 0; part < delivering; ++part) {
    add(Kind::deliveries, part, site.page(part == 0 ? "tackning" : "tackning-" + std::to_string(part + 1)));
  }
  add(Kind::data, 0, site.page("data"));
  add(Kind::since, 0, site.page("andringar"));
  add(Kind::method, 0, site.page("metod"));
  add(Kind::about, 0, site.page("om"));
  add(Kind::status, 0, site.page("status"));
  add(Kind::small_groups, 0, site.page("sma-grupper"));
  add(Kind::accessibility, 0, site.page("tillganglighet"));
  if (!site.pairs.pairs.empty()) add(Kind::components, 0, site.page("stil/delar"));
  for (std::size_t i = 0; i < release.units.size() && release.has_reviews; ++i) {
    unit_paths_[i] = site.page("enhet/" + slug(release.units[i].id));
    add(Kind::unit, i, unit_paths_[i]);
  }
  findable_ = make_findable(*this);
  for (std::size_t part = 0; part * findable_per_page < findable_.size(); ++part) {
    add(Kind::search, part, site.page(part == 0 ? "sok" : "sok-" + std::to_string(part + 1)));
  }
}

std::string Context::forum_path(std::size_t forum) const { return site.page("forum/" + release.forums[forum].id); }
std::string Context::meeting_path(std::optional<std::size_t> forum) const {
  return forum ? site.page("mote/" + release.forums[*forum].id) : site.page("mote");
}
std::string Context::calendar_path(std::optional<std::size_t> forum) const {
  return forum ? site.page("kalender/" + release.forums[*forum].id) : site.page("kalender");
}
std::string Context::plan_path(std::size_t plan) const {
  const std::string& id = plans_[plan].id;
  return site.page("plan/" + (id.empty() ? "plan" : slug(id)));
}
std::string Context::requirements_path() const { return requirements_.empty() ? "" : site.page("krav"); }
std::string Context::area_path(std::size_t area) const { return site.page("omrade/" + lower(release.framework.areas[area].letter)); }

std::string Context::indicator_path(std::string_view id) const {
  const auto found = release.indicators.find(id);
  return found ? indicator_path(*found) : std::string{};
}

std::string Context::indicator_path(std::size_t indicator) const {
  return release.indicators.cells[indicator].has_data ? site.page("indikator/" + release.indicators.definitions[indicator].id) : "";
}

std::string Context::ownership_word(disclosure::Ownership ownership) const {
  return texts.say(ownership == disclosure::Ownership::private_ ? "ownership.private" : "ownership.public");
}

std::string Context::status_word(disclosure::Status status) const { return texts.say(status_keys[static_cast<std::size_t>(status)]); }

// Pages that would say the same whatever the data; and the page that says more of it.
constexpr bool has_numbers(Kind page) {
  return page != Kind::accessibility && page != Kind::components && page != Kind::search && page != Kind::status;
}

// What is done belongs together, whatever it is called.
constexpr bool is_measure(Kind page) {
  return page == Kind::plan || page == Kind::cases || page == Kind::calendar || page == Kind::examples || page == Kind::themes ||
         page == Kind::requirements;
}

bool Context::is_in(Kind page, Kind section) const {
  if (page == Kind::compare) return section == Kind::units;
  if (page == Kind::deliveries || page == Kind::since) return section == Kind::data;
  return page == section || (page == Kind::unit && section == Kind::units) || (page == Kind::area && section == Kind::areas) ||
         (page == Kind::forum && section == Kind::forums) || (is_measure(page) && section == Kind::measures) ||
         (page == Kind::small_groups && section == Kind::method) || (page == Kind::indicator && section == Kind::indicators);
}

void Context::describe_common() {
  static constexpr std::pair<Kind, const char*> sections[] = {
      {Kind::overview, "nav.overview"}, {Kind::units, "nav.units"}, {Kind::areas, "nav.areas"},
      {Kind::forums, "nav.forums"}, {Kind::indicators, "nav.indicators"}, {Kind::published, "nav.published"}, {Kind::survey, "nav.survey"},
      {Kind::measures, "nav.measures"}, {Kind::data, "nav.data"}, {Kind::method, "nav.method"}};
  common_.lang = to_string(language());
  common_.root = way_up(folder_);
  common_.home = site.page("index");
  common_.has_theme = site.has_theme;
  if (site.logo) {
    common_.logo = Logo{common_.root + "assets/" + site.logo->file, site.logo->alt.in(language()),
                        std::to_string(site.logo->width), {}, true};
    if (!site.logo->dark.empty()) {
      common_.logo->dark = Note{common_.root + "assets/" + site.logo->dark};
      common_.logo->plate = false;
    }
  }
  common_.region = site.region.in(language());
  common_.as_of = texts.say("site.as_of", {{"date", to_string(newest_source(site.sources, release.as_of))}});
  if (!site.notice.sv.empty()) common_.notice = Note{site.notice.in(language())};
  if (release.audience != Audience::open) {
    common_.audience = Note{texts.say(release.audience == Audience::intranet ? "site.for_intranet" : "site.for_management")};
  }
  for (const auto& [kind, key] : sections) {
    const auto first = std::find_if(pages_.begin(), pages_.end(), [wanted = kind](const PageRef& p) { return p.kind == wanted; });
    if (first == pages_.end()) continue;
    common_.nav.push_back({first->path, texts.say(key), false});
    sections_.push_back(kind);
  }
  for (const Language other : site.languages) {
    if (other == language()) continue;
    const std::string other_folder = other == site.languages.front() ? "" : std::string{to_string(other)} + "/";
    common_.other_language = LanguageLink{common_.root + other_folder, std::string{to_string(other)}, texts.say("site.other_language")};
  }
  for (const SourceInfo& source : site.sources) {
    common_.sources.push_back({source.title.in(language()),
                               texts.say("about.updated", {{"date", to_string(source.updated)},
                                                           {"age", age_in_words(texts, source.updated, release.as_of)}})});
  }
  common_.search_href = site.page("sok");
  common_.search_index = common_.root + search_script_path(*this);
  common_.method_href = site.page("metod");
  common_.small_groups_href = site.page("sma-grupper");
  static constexpr std::pair<Kind, const char*> at_foot[] = {{Kind::about, "about.heading"},
                                                             {Kind::status, "site_status.heading"},
                                                             {Kind::since, "since.heading"},
                                                             {Kind::deliveries, "deliveries.heading"},
                                                             {Kind::small_groups, "page.small_groups"},
                                                             {Kind::accessibility, "page.accessibility"}};
  for (const auto& [kind, key] : at_foot) {
    const auto first = std::find_if(pages_.begin(), pages_.end(), [wanted = kind](const PageRef& p) { return p.kind == wanted; });
    if (first != pages_.end()) common_.foot.push_back({first->path, texts.say(key), false});
  }
  common_.contact = site.contact.in(language());
  common_.release = site.release_id;
  common_.kept = kept_copies(texts, site);
}

Shell Context::shell(const PageRef& page, std::string_view name, std::vector<Link> crumbs) const {
  const std::string up = way_up(page.path);
  Shell shell = common_;
  shell.title = page.kind == Kind::overview ? shell.region + " – " + texts.say("site.name")
                                            : std::string{name} + " – " + texts.say("site.name") + ", " + shell.region;
  for (std::size_t i = 0; i < sections_.size(); ++i) shell.nav[i].current = is_in(page.kind, sections_[i]);
  if (!up.empty()) {
    for (auto* links : {&shell.nav, &shell.foot}) {
      for (Link& link : *links) link.href.insert(0, up);
    }
    for (std::string* address : {&shell.root, &shell.home, &shell.search_href, &shell.search_index, &shell.method_href,
                                 &shell.small_groups_href}) {
      address->insert(0, up);
    }
  }
  if (shell.kept && shell.kept->more) shell.kept->more->href.insert(0, up);
  if (!has_numbers(page.kind)) shell.kept.reset();
  if (shell.logo) shell.logo->src.insert(0, up);
  if (shell.logo && shell.logo->dark) shell.logo->dark->text.insert(0, up);
  if (shell.other_language) shell.other_language->href.insert(0, up).append(page.path);
  shell.crumbs = std::move(crumbs);
  shell.here = name;
  return shell;
}

}  // namespace lagesbild::view
