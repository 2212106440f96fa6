// Every part that pages are made of, on one page: for whoever changes the style or writes a region's theme. What would be got wrong: the
// parts hold the site's own numbers, taken from its other pages, so that the page can neither fall behind them nor show what is withheld.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/areas_chart.hpp"
#include "view/page_indicator.hpp"
#include "view/page_unit.hpp"

namespace lagesbild::view {

struct TokenRow {
  std::string name;
  std::string light;
  std::string dark;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &TokenRow::name, "of the custom property, with its hyphens"},
                      Field{"light", &TokenRow::light, "its value; of a colour that in light"},
                      Field{"dark", &TokenRow::dark, "that in dark, which may be the same; empty unless a colour"}};
  }
};

struct PairRow {
  std::string what;
  std::string tokens;
  std::string light;
  std::string dark;
  std::string least;
  static constexpr auto fields() {
    return std::tuple{Field{"what", &PairRow::what, "what is drawn so"}, Field{"tokens", &PairRow::tokens, "front on back"},
                      Field{"light", &PairRow::light, "contrast in light"}, Field{"dark", &PairRow::dark, "contrast in dark"},
                      Field{"least", &PairRow::least, "what is demanded"}};
  }
};

struct UnitParts {
  std::vector<UnitArea> areas;
  std::vector<Step> steps;
  std::vector<FactRow> facts;
  static constexpr auto fields() {
    return std::tuple{Field{"areas", &UnitParts::areas, "grades with the region's bars"},
                      Field{"steps", &UnitParts::steps, "dates in order"},
                      Field{"facts", &UnitParts::facts, "terms and values"}};
  }
};

struct IndicatorParts {
  std::vector<Tick> axis;
  IndicatorGroup region;
  std::optional<FunnelChart> funnel;
  std::vector<SeriesChart> series;
  std::vector<IndicatorGroup> values;
  static constexpr auto fields() {
    return std::tuple{Field{"axis", &IndicatorParts::axis, "numbers above the dot"},
                      Field{"region", &IndicatorParts::region, "a dot with its interval"},
                      Field{"funnel", &IndicatorParts::funnel, "limits of chance"},
                      Field{"series", &IndicatorParts::series, "development, one panel"},
                      Field{"values", &IndicatorParts::values, "the same as rows"}};
  }
};

struct ComponentsPage {
  Shell shell;
  std::string lead;
  std::vector<TokenRow> colours;
  std::vector<TokenRow> measures;
  std::vector<PairRow> pairs;
  std::vector<ShortKey> keys;
  bool has_areas = false;
  AreasChart areas;
  std::optional<UnitParts> unit;
  std::optional<IndicatorParts> indicator;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &ComponentsPage::shell, "what stands around the page"},
                      Field{"lead", &ComponentsPage::lead, "how many pairs of colours are checked, and the least contrast"},
                      Field{"colours", &ComponentsPage::colours, "tokens that are colours"},
                      Field{"measures", &ComponentsPage::measures, "tokens of type and space"},
                      Field{"pairs", &ComponentsPage::pairs, "colours that meet"},
                      Field{"keys", &ComponentsPage::keys, "what the letters mean"},
                      Field{"has_areas", &ComponentsPage::has_areas, "something is graded"},
                      Field{"areas", &ComponentsPage::areas, "bars of grades"},
                      Field{"unit", &ComponentsPage::unit, "parts of a unit's page"},
                      Field{"indicator", &ComponentsPage::indicator, "parts of an indicator's page"}};
  }
};

ComponentsPage components_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
