#include "view/findable.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "view/comparison.hpp"
#include "view/page_calendar.hpp"
#include "view/page_meeting.hpp"
#include "view/script_text.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {
namespace {

using Kind = Findable::Kind;

// The name of a page that is not about one unit, area, forum or indicator; empty for one that is no place to go to.
std::string page_name(const Context& context, PageRef::Kind kind) {
  using Page = PageRef::Kind;
  const Texts& texts = context.texts;
  switch (kind) {
    case Page::overview: return texts.say("nav.overview");
    case Page::units: return texts.say("nav.units");
    case Page::areas: return texts.say("nav.areas");
    case Page::forums: return texts.say("nav.forums");
    case Page::indicators: return texts.say("nav.indicators");
    case Page::published: return texts.say("nav.published");
    case Page::survey: return texts.say("nav.survey");
    case Page::measures: return texts.say("nav.measures");
    case Page::cases: return texts.say("case.heading");
    case Page::examples: return texts.say("examples.heading");
    case Page::themes: return texts.say("themes.heading");
    case Page::requirements: return texts.say("requirements.heading");
    case Page::data: return texts.say("nav.data");
    case Page::method: return texts.say("nav.method");
    case Page::small_groups: return texts.say("page.small_groups");
    case Page::accessibility: return texts.say("page.accessibility");
    case Page::components: return texts.say("components.heading");
    case Page::deliveries: return texts.say("deliveries.heading");
    case Page::since: return texts.say("since.heading");
    case Page::about: return texts.say("about.heading");
    case Page::status: return texts.say("site_status.heading");
    case Page::compare: return texts.say("compare.heading");
    default: return {};
  }
}

Findable findable_of(const Context& context, const PageRef& ref) {
  using Page = PageRef::Kind;
  switch (ref.kind) {
    case Page::area: return {Kind::area, ref.index, context.area_name(ref.index), ref.path};
    case Page::forum: return {Kind::forum, ref.index, context.forum_name(ref.index), ref.path};
    case Page::indicator:
      return {Kind::indicator, ref.index, context.release.indicators.definitions[ref.index].name.in(context.language()), ref.path};
    case Page::plan: return {Kind::page, 0, plan_name(context, context.plans()[ref.index]), ref.path};
    case Page::calendar: return {Kind::page, 0, calendar_name(context, ref.index), ref.path};
    case Page::meeting: return {Kind::page, 0, meeting_name(context, ref.index), ref.path};
    default: return {Kind::page, 0, ref.index == 0 ? page_name(context, ref.kind) : "", ref.path};
  }
}

// A unit without a page of its own stands on a part of the list of units.
std::string path_of_unit(const Context& context, std::size_t unit, std::size_t place) {
  if (!context.unit_path(unit).empty()) return context.unit_path(unit);
  const std::size_t part = place / rows_per_page;
  return context.site.page(part == 0 ? "enheter" : "enheter-" + std::to_string(part + 1));
}

// Words that lead to the thing but are not said beside its name.
std::string more_words(const Context& context, const Findable& found) {
  const disclosure::Release& release = context.release;
  switch (found.kind) {
    case Kind::unit:
    case Kind::former_unit: {
      std::string words = release.units[found.index].id;
      for (const std::string& alias : release.units[found.index].aliases) words += " " + alias;
      return words;
    }
    case Kind::area: {
      const auto& area = release.framework.areas[found.index];
      return area.letter + " " + area.question.in(context.language());
    }
    case Kind::indicator: return release.indicators.definitions[found.index].id;
    default: return {};
  }
}

}  // namespace

std::vector<Findable> make_findable(const Context& context) {
  std::vector<Findable> all;
  const auto& units = context.units();
  for (std::size_t i = 0; i < units.size(); ++i) {
    all.push_back({Kind::unit, units[i], context.release.units[units[i]].name, path_of_unit(context, units[i], i)});
  }
  for (const std::size_t unit : context.former_units()) {
    if (context.unit_path(unit).empty()) continue;
    all.push_back({Kind::former_unit, unit, context.release.units[unit].name, context.unit_path(unit)});
  }
  for (const PageRef& ref : context.pages()) {
    if (ref.kind == PageRef::Kind::unit) continue;
    Findable found = findable_of(context, ref);
    if (!found.name.empty()) all.push_back(std::move(found));
  }
  const SwedishOrder order;
  std::vector<std::pair<std::string, std::size_t>> keys;
  keys.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) keys.emplace_back(order.key(all[i].name), i);
  std::sort(keys.begin(), keys.end());
  std::vector<Findable> sorted;
  sorted.reserve(all.size());
  for (const auto& [key, i] : keys) sorted.push_back(std::move(all[i]));
  return sorted;
}

std::string findable_kind(const Context& context, Kind kind) {
  static constexpr std::string_view keys[] = {"find.unit", "find.former_unit", "find.area", "find.forum", "find.indicator", "find.page"};
  return context.texts.say(keys[static_cast<std::size_t>(kind)]);
}

std::string findable_about(const Context& context, const Findable& found) {
  const disclosure::Release& release = context.release;
  if (found.kind == Kind::indicator) return release.indicators.definitions[found.index].question.in(context.language());
  if (found.kind != Kind::unit && found.kind != Kind::former_unit) return {};
  const disclosure::UnitCard& unit = release.units[found.index];
  std::string about = unit.forum ? context.forum_name(*unit.forum) : "";
  for (const std::string* part : {&unit.municipality, &unit.provider}) {
    if (!part->empty()) about += (about.empty() ? "" : ", ") + *part;
  }
  return about;
}

std::string search_script_path(const Context& context) { return "assets/search-" + std::string{to_string(context.language())} + ".js"; }

// lagesbild_search = {kinds, words, abouts, found}; found is rows of kind, name, address, about (its place in `abouts`, since many units
// share a forum, a municipality and a provider), more words to find it by, and of a unit that can be compared the part that holds it.
std::string search_script(const Context& context) {
  const Texts& texts = context.texts;
  ScriptText script{"window.lagesbild_search="};
  script.open('{').key("kinds").open('[');
  for (std::size_t kind = 0; kind <= static_cast<std::size_t>(Kind::page); ++kind) {
    script.text(findable_kind(context, static_cast<Kind>(kind)));
  }
  script.close(']').key("words").open('{');
  script.key("none").text(texts.say("find.none"));
  script.key("one").text(texts.say("find.one"));
  script.key("many").text(texts.say("find.many", {{"count", "{n}"}}));
  script.key("all").text(texts.say("find.all", {{"count", "{n}"}}));
  script.key("cut").text(texts.say("find.cut", {{"count", "{n}"}}));
  script.close('}');
  std::map<std::string, std::size_t> places;
  std::vector<std::string> abouts;
  for (const Findable& found : context.findable()) {
    std::string about = findable_about(context, found);
    if (places.emplace(about, abouts.size()).second) abouts.push_back(std::move(about));
  }
  script.key("abouts").open('[');
  for (const std::string& about : abouts) script.text(about);
  std::map<std::string, std::size_t> parts;
  for (std::size_t i = 0; i < context.units().size(); ++i) {
    if (const auto part = comparison_part(context, context.units()[i], i)) parts.emplace(context.unit_path(context.units()[i]), *part);
  }
  script.close(']').key("found").open('[');
  for (const Findable& found : context.findable()) {
    script.line().open('[').number(static_cast<std::size_t>(found.kind)).text(found.name).text(found.path);
    script.number(places.at(findable_about(context, found))).text(more_words(context, found));
    if (const auto part = parts.find(found.path); part != parts.end()) script.number(part->second);
    script.close(']');
  }
  return script.close(']').close('}').take();
}

}  // namespace lagesbild::view
