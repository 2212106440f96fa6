#include "indicators/settings.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/yaml.hpp"
#include "indicators/codes.hpp"

namespace lagesbild::indicators {
namespace {

constexpr int most_people = 1'000'000;

// Rising whole numbers.
void read_bands(const yaml::Document& document, yaml::Reader& reader, std::string_view key, std::vector<int>& bands, Diagnostics& diagnostics) {
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

}  // namespace

std::optional<Settings> read_settings(std::string file, std::string text, Diagnostics& diagnostics) {
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
  reader.finish();
  if (diagnostics.errors() != before) return std::nullopt;
  return settings;
}

}  // namespace lagesbild::indicators
