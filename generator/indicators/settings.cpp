#include "indicators/settings.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/text.hpp"
#include "base/yaml.hpp"
#include "indicators/codes.hpp"

namespace lagesbild::indicators {
namespace {

constexpr int most_people = 1'000'000;

// Rising whole numbers.
void read_bands(const yaml::Document& document, yaml::Reader& reader, std::string_view key, std::vector<int>& bands,
                Diagnostics& diagnostics) {
  const yaml::Node* list = reader.list_or_none(key);
  if (list == nullptr) return;
  bands.clear();
  for (const yaml::Node& item : list->items) {
    const bool plain = item.kind == yaml::Node::Kind::scalar && !item.scalar.empty() && item.scalar.size() < 8 &&
                       item.scalar.find_first_not_of("0123456789") == std::string::npos;
    bands.push_back(plain ? std::stoi(item.scalar) : 0);
  }
  const bool rising = std::adjacent_find(bands.begin(), bands.end(), std::greater_equal<>{}) == bands.end();
  if (!rising || (!bands.empty() && bands.front() < 1)) {
    diagnostics.error(code::limits_order, document.place(*list), {}, document.excerpt(list->line));
  }
}

void read_decision(const yaml::Document& document, const yaml::Node& node, std::vector<Definition>& definitions, Diagnostics& diagnostics) {
  yaml::Reader reader{document, node, diagnostics};
  if (!reader) return;
  const std::string id = reader.text("indicator");
  const auto found = std::find_if(definitions.begin(), definitions.end(), [&](const Definition& one) { return one.id == id; });
  Definition ignored;
  Definition& definition = found == definitions.end() ? ignored : *found;
  if (found == definitions.end() && !id.empty()) {
    std::vector<std::string_view> ids;
    for (const Definition& one : definitions) ids.push_back(one.id);
    reader.complain("indicator", code::decision_indicator, {{"seen", id}, {"like", std::string{did_you_mean(id, ids)}}});
  }
  if (const yaml::Node* own = reader.map_or_none("target")) definition.target = read_target(document, *own, definition.kind, diagnostics);
  if (const yaml::Node* list = reader.list_or_none("breaks")) {
    for (Break& one : read_breaks(document, *list, diagnostics)) definition.breaks.push_back(std::move(one));
    std::stable_sort(definition.breaks.begin(), definition.breaks.end(), [](const Break& a, const Break& b) { return a.from < b.from; });
  }
  const bool used = reader.yes_no("used", true);
  reader.finish();
  if (!used && found != definitions.end()) definitions.erase(found);
}

}  // namespace

std::optional<Settings> read_settings(std::string file, std::string text, std::vector<Definition>& definitions, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto document = yaml::parse(std::move(file), std::move(text), diagnostics);
  if (!document) return std::nullopt;
  yaml::Reader reader{*document, document->root, diagnostics};
  if (!reader) return std::nullopt;
  Settings settings;
  if (reader.has("outlier_limit")) {
    settings.outlier_limit = reader.one_of("outlier_limit", {"99.8", "95"}) == "95" ? Confidence::percent_95 : Confidence::percent_99_8;
  }
  const auto number = [&](std::string_view key, int& value, int least, int most) {
    value = static_cast<int>(reader.integer_or(key, value, least, most));
  };
  number("difference_points", settings.difference_points, 1, 100);
  number("disagreement_points", settings.disagreement_points, 1, 100);
  number("pool_years", settings.pool_years, 0, 10);
  number("pool_from", settings.pool_from, 1990, 2100);
  number("similar_units", settings.similar_units, 3, most_people);
  number("gap_percent", settings.gap_percent, 1, 100);
  number("gap_most", settings.gap_most, 1, 100);
  read_bands(*document, reader, "patients", settings.patients, diagnostics);
  read_bands(*document, reader, "st_doctors", settings.st_doctors, diagnostics);
  if (const yaml::Node* list = reader.list_or_none("indicators")) {
    for (const yaml::Node& node : list->items) read_decision(*document, node, definitions, diagnostics);
  }
  reader.finish();
  if (diagnostics.errors() != before) return std::nullopt;
  return settings;
}

}  // namespace lagesbild::indicators
