// Every page of a site as the words that its template may show, by walking the fields of the page's struct.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/file.hpp"
#include "base/html.hpp"
#include "view/page_about.hpp"
#include "view/page_area.hpp"
#include "view/page_calendar.hpp"
#include "view/page_cases.hpp"
#include "view/page_compare.hpp"
#include "view/page_components.hpp"
#include "view/page_data.hpp"
#include "view/page_deliveries.hpp"
#include "view/page_examples.hpp"
#include "view/page_forum.hpp"
#include "view/page_indicator.hpp"
#include "view/page_indicators.hpp"
#include "view/page_meeting.hpp"
#include "view/page_method.hpp"
#include "view/page_overview.hpp"
#include "view/page_published.hpp"
#include "view/page_measures.hpp"
#include "view/page_plan.hpp"
#include "view/page_requirements.hpp"
#include "view/page_search.hpp"
#include "view/page_since.hpp"
#include "view/page_status.hpp"
#include "view/page_small_groups.hpp"
#include "view/page_survey.hpp"
#include "view/page_themes.hpp"
#include "view/page_unit.hpp"
#include "view/page_units.hpp"

namespace lagesbild::test {

template <class T>
void add_words(std::string& out, const T& value, std::string_view name) {
  if constexpr (view::Described<T>) {
    std::apply([&](const auto&... field) { (add_words(out, value.*(field.member), field.name), ...); }, T::fields());
  } else if constexpr (view::IsList<T>::value) {
    for (const auto& item : value) add_words(out, item, name);
  } else if constexpr (view::IsOptional<T>::value) {
    if (value) add_words(out, *value, name);
  } else if constexpr (std::is_same_v<T, bool>) {
    out += std::string{name} + ": " + (value ? "yes" : "no") + "\n";
  } else if constexpr (std::is_same_v<T, Html>) {
    out += std::string{name} + ": " + value.str() + "\n";
  } else {
    out += std::string{name} + ": " + value + "\n";
  }
}

template <class Page>
std::string words_of(const Page& page) {
  std::string out;
  add_words(out, page, "");
  return out;
}

inline std::string words_of(const view::Context& context, const view::PageRef& ref) {
  using Kind = view::PageRef::Kind;
  switch (ref.kind) {
    case Kind::deliveries: return words_of(view::deliveries_page(context, ref));
    case Kind::since: return words_of(view::since_page(context, ref));
    case Kind::about: return words_of(view::about_page(context, ref));
    case Kind::status: return words_of(view::status_page(context, ref));
    case Kind::overview: return words_of(view::overview_page(context, ref));
    case Kind::units: return words_of(view::units_page(context, ref));
    case Kind::unit: return words_of(view::unit_page(context, ref));
    case Kind::areas: return words_of(view::areas_page(context, ref));
    case Kind::area: return words_of(view::area_page(context, ref));
    case Kind::forums: return words_of(view::forums_page(context, ref));
    case Kind::forum: return words_of(view::forum_page(context, ref));
    case Kind::meeting: return words_of(view::meeting_page(context, ref));
    case Kind::indicators: return words_of(view::indicators_page(context, ref));
    case Kind::indicator: return words_of(view::indicator_page(context, ref));
    case Kind::published: return words_of(view::published_page(context, ref));
    case Kind::survey: return words_of(view::survey_page(context, ref));
    case Kind::measures: return words_of(view::measures_page(context, ref));
    case Kind::cases: return words_of(view::cases_page(context, ref));
    case Kind::calendar: return words_of(view::calendar_page(context, ref));
    case Kind::plan: return words_of(view::plan_page(context, ref));
    case Kind::examples: return words_of(view::examples_page(context, ref));
    case Kind::themes: return words_of(view::themes_page(context, ref));
    case Kind::requirements: return words_of(view::requirements_page(context, ref));
    case Kind::data: return words_of(view::data_page(context, ref));
    case Kind::method: return words_of(view::method_page(context, ref));
    case Kind::small_groups: return words_of(view::small_groups_page(context, ref));
    case Kind::accessibility: return words_of(view::accessibility_page(context, ref));
    case Kind::components: return words_of(view::components_page(context, ref));
    case Kind::compare: return words_of(view::compare_page(context, ref));
    case Kind::search: return words_of(view::search_page(context, ref));
  }
  return {};
}

// By path.
inline std::map<std::string, std::string> all_words(const view::Context& context) {
  std::map<std::string, std::string> pages;
  for (const view::PageRef& ref : context.pages()) pages.emplace(ref.path, words_of(context, ref));
  return pages;
}

// The texts that ship.
inline view::Texts shipped_texts(Language language) {
  RealDisk disk;
  const std::string file = std::string{LAGESBILD_ROOT "/content/common/text/"} + std::string{to_string(language)} + ".yaml";
  Diagnostics diagnostics;
  return view::Texts::load(language, file, disk.read(file).value(), diagnostics).value();
}

inline view::SiteInfo made_info(std::vector<Language> languages) {
  view::SiteInfo info;
  info.id = "pahittad";
  info.region = {"Påhittade regionen", "Made-up Region"};
  info.introduction = {"Inledning.", "Introduction."};
  info.contact = {"ingen", "nobody"};
  info.languages = std::move(languages);
  info.sources = {{"units", {"Enheter", "Units"}, "units.csv", parse_date("2025-01-31").value(), std::string(64, 'a')},
                  {"reviews", {"Granskningar", "Reviews"}, "reviews.csv", parse_date("2026-05-31").value(), std::string(64, 'b')}};
  info.release_id = "0123456789ab";
  info.version = "0";
  info.assessed_on = parse_date("2026-01-01").value();
  info.assessment_method = "self_assessment";
  info.conformance = "full";
  info.report_to = {"oss", "us"};
  return info;
}

}  // namespace lagesbild::test
