#include "indicators/groups.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "indicators/codes.hpp"
#include "indicators/lineage.hpp"

namespace lagesbild::indicators {
namespace {

std::optional<Band> band_of(const std::optional<int>& value, const std::vector<int>& starts) {
  if (!value) return std::nullopt;
  Band band;
  for (const int start : starts) {
    if (*value < start) {
      band.most = start - 1;
      return band;
    }
    band.least = start;
  }
  return band;
}

std::string in_id(const std::optional<Band>& band) {
  if (!band) return "";
  return std::to_string(band->least) + (band->most ? "-" + std::to_string(*band->most) : "-och-fler");
}

class GroupMaker {
 public:
  GroupMaker(const model::Facts& facts, const Settings& settings, Date as_of, Diagnostics& diagnostics)
      : facts_(facts), settings_(settings), diagnostics_(diagnostics) {
    groups_.of_unit.resize(facts.units.size());
    groups_.similar.resize(facts.units.size());
    for (const model::Unit& unit : facts.units) current_.push_back(counts_between(facts, unit, as_of, as_of));
  }

  Groups make(const std::vector<GroupRule>& rules) {
    add_registered();
    for (const GroupRule& rule : rules) {
      if (rule.kind == GroupKind::study_director) add_rule(rule);
    }
    add_described();
    for (const GroupRule& rule : rules) {
      if (rule.kind == GroupKind::own) add_rule(rule);
    }
    add_similar();
    return std::move(groups_);
  }

 private:
  std::uint32_t add(Group group) {
    groups_.all.push_back(std::move(group));
    return static_cast<std::uint32_t>(groups_.all.size() - 1);
  }

  void join(std::size_t unit, std::uint32_t group) {
    groups_.of_unit[unit].push_back(group);
    if (current_[unit]) ++groups_.all[group].units;
  }

  void add_registered() {
    const std::uint32_t region = add({GroupKind::region, "region", {}, {}, {}, {}, {}, 0});
    std::vector<std::uint32_t> forums;
    for (std::size_t i = 0; i < facts_.forums.size(); ++i) {
      forums.push_back(add({GroupKind::forum, facts_.forums[i].id, facts_.forums[i].name, i, {}, {}, {}, 0}));
    }
    for (std::size_t u = 0; u < facts_.units.size(); ++u) {
      join(u, region);
      if (facts_.units[u].forum) join(u, forums[*facts_.units[u].forum]);
    }
  }

  // Ownership, size and provider: only what some unit has.
  void add_described() {
    std::map<model::Ownership, std::uint32_t> owners;
    std::map<Band, std::uint32_t> sizes;
    std::map<std::string, std::uint32_t> providers;
    for (const model::Unit& unit : facts_.units) {
      if (unit.ownership) owners[*unit.ownership];
      if (const auto band = band_of(unit.figures.listed_patients, settings_.patients)) sizes[*band];
      if (!unit.provider.empty()) providers[unit.provider];
    }
    for (auto& [owner, group] : owners) group = add({GroupKind::ownership, word(owner), {}, {}, owner, {}, {}, 0});
    for (auto& [band, group] : sizes) group = add({GroupKind::size, in_id(band), {}, {}, {}, band, {}, 0});
    add_providers(providers);
    for (std::size_t u = 0; u < facts_.units.size(); ++u) {
      const model::Unit& unit = facts_.units[u];
      if (unit.ownership) join(u, owners[*unit.ownership]);
      if (const auto band = band_of(unit.figures.listed_patients, settings_.patients)) join(u, sizes[*band]);
      if (!unit.provider.empty()) join(u, providers[unit.provider]);
    }
  }

  void add_providers(std::map<std::string, std::uint32_t>& providers) {
    const SwedishOrder order;
    std::vector<std::pair<std::string, std::string>> names;
    for (const auto& [name, group] : providers) names.emplace_back(order.key(name), name);
    std::sort(names.begin(), names.end());
    std::map<std::string, int> taken;
    for (const auto& [key, name] : names) {
      std::string id = slug(name);
      if (const int times = taken[id]++; times > 0) id += "-" + std::to_string(times + 1);
      providers[name] = add({GroupKind::provider, id, {name, name}, {}, {}, {}, {}, 0});
    }
  }

  static std::string word(model::Ownership owner) { return owner == model::Ownership::public_ ? "offentlig" : "privat"; }

  template <class Known>
  void expect_known(const GroupRule& rule, std::string_view key, const std::vector<std::string>& given, Known known) {
    std::vector<std::string_view> names;
    for (const model::Unit& unit : facts_.units) names.push_back(known(unit));
    for (const std::string& one : given) {
      if (std::find(names.begin(), names.end(), one) != names.end()) continue;
      diagnostics_.error(code::group_member, rule.place,
                         {{"seen", one}, {"key", std::string{key}}, {"like", std::string{did_you_mean(one, names)}}}, rule.excerpt);
    }
  }

  void add_rule(const GroupRule& rule) {
    const auto id = [](const model::Unit& u) -> std::string_view { return u.id.value(); };
    const auto forum = [&](const model::Unit& u) -> std::string_view { return u.forum ? facts_.forums[*u.forum].id : std::string_view{}; };
    const auto provider = [](const model::Unit& u) -> std::string_view { return u.provider; };
    const auto municipality = [](const model::Unit& u) -> std::string_view { return u.municipality; };
    const auto kind = [](const model::Unit& u) -> std::string_view { return u.kind; };
    const std::size_t before = diagnostics_.errors();
    expect_known(rule, "units", rule.units, id);
    expect_known(rule, "forums", rule.forums, forum);
    expect_known(rule, "providers", rule.providers, provider);
    expect_known(rule, "municipalities", rule.municipalities, municipality);
    expect_known(rule, "kinds", rule.kinds, kind);
    const std::uint32_t group = add({rule.kind, rule.id, rule.name, {}, rule.ownership, {}, {}, 0});
    const auto among = [](const std::vector<std::string>& given, std::string_view one) {
      return given.empty() || std::find(given.begin(), given.end(), one) != given.end();
    };
    for (std::size_t u = 0; u < facts_.units.size(); ++u) {
      const model::Unit& unit = facts_.units[u];
      if (among(rule.units, id(unit)) && among(rule.forums, forum(unit)) && among(rule.providers, provider(unit)) &&
          among(rule.municipalities, municipality(unit)) && among(rule.kinds, kind(unit)) &&
          (!rule.ownership || rule.ownership == unit.ownership)) {
        join(u, group);
      }
    }
    const bool sound = diagnostics_.errors() == before;  // otherwise it is no wonder that nobody belongs
    if (sound && groups_.all[group].units == 0) diagnostics_.error(code::group_empty, rule.place, {{"id", rule.id}}, rule.excerpt);
  }

  // Like a unit: the same ownership, size and number of ST doctors; where those are too few, the same size and number of ST doctors;
  // then the same size.
  void add_similar() {
    using Key = std::tuple<int, std::optional<model::Ownership>, std::optional<Band>, std::optional<Band>>;
    const auto key_of = [&](const model::Unit& unit, int width) {
      const auto patients = band_of(unit.figures.listed_patients, settings_.patients);
      const auto doctors = band_of(unit.figures.st_doctors, settings_.st_doctors);
      return Key{width, width == 0 ? unit.ownership : std::nullopt, patients, width < 2 ? doctors : std::nullopt};
    };
    const auto told = [](const model::Unit& unit) { return unit.ownership && unit.figures.listed_patients && unit.figures.st_doctors; };
    std::map<Key, std::vector<std::size_t>> alike;
    for (std::size_t u = 0; u < facts_.units.size(); ++u) {
      if (!current_[u] || !told(facts_.units[u])) continue;
      for (int width = 0; width < 3; ++width) alike[key_of(facts_.units[u], width)].push_back(u);
    }
    std::erase_if(alike, [&](const auto& one) { return one.second.size() < static_cast<std::size_t>(settings_.similar_units); });
    for (auto& [key, units] : alike) {
      const auto& [width, ownership, patients, doctors] = key;
      std::string id = ownership ? word(*ownership) + "-" : "";
      id += in_id(patients) + (doctors ? "-st-" + in_id(doctors) : "");
      const std::uint32_t group = add({GroupKind::similar, id, {}, {}, ownership, patients, doctors, 0});
      for (const std::size_t unit : units) {
        join(unit, group);
        if (!groups_.similar[unit]) groups_.similar[unit] = group;  // the keys come with the narrowest first
      }
    }
  }

  const model::Facts& facts_;
  const Settings& settings_;
  Diagnostics& diagnostics_;
  std::vector<bool> current_;
  Groups groups_;
};

}  // namespace

std::optional<std::vector<GroupRule>> read_groups(std::string file, std::string text, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto document = yaml::parse(std::move(file), std::move(text), diagnostics);
  if (!document) return std::nullopt;
  yaml::Reader reader{*document, document->root, diagnostics};
  if (!reader) return std::nullopt;
  std::vector<GroupRule> rules;
  const yaml::Node* list = reader.list("groups");
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    const yaml::Node& node = list->items[i];
    const std::size_t said = diagnostics.errors();
    yaml::Reader entry{*document, node, diagnostics};
    if (!entry) continue;
    GroupRule rule;
    rule.place = document->place(node);
    rule.excerpt = document->excerpt(node.line);
    rule.id = entry.text("id");
    if (slug(rule.id) != rule.id) entry.complain("id", code::group_id_form, {{"seen", rule.id}, {"like", slug(rule.id)}});
    rule.kind = entry.one_of("kind", {"study_director", "own"}) == "own" ? GroupKind::own : GroupKind::study_director;
    rule.name = read_localized(*document, entry, "name", diagnostics);
    rule.units = entry.texts("units");
    rule.forums = entry.texts("forums");
    rule.providers = entry.texts("providers");
    rule.municipalities = entry.texts("municipalities");
    rule.kinds = entry.texts("kinds");
    if (entry.has("ownership")) {
      const bool owned = entry.one_of("ownership", {"offentlig", "privat"}) == "offentlig";
      rule.ownership = owned ? model::Ownership::public_ : model::Ownership::private_;
    }
    entry.finish();
    const auto lists = {&rule.units, &rule.forums, &rule.providers, &rule.municipalities, &rule.kinds};
    const bool any = rule.ownership || std::any_of(lists.begin(), lists.end(), [](const auto* given) { return !given->empty(); });
    if (!any && diagnostics.errors() == said) entry.complain("id", code::group_without_rule, {{"id", rule.id}});
    const auto same = [&](const GroupRule& other) { return other.id == rule.id && other.kind == rule.kind; };
    if (std::any_of(rules.begin(), rules.end(), same)) entry.complain("id", code::group_twice, {{"id", rule.id}});
    rules.push_back(std::move(rule));
  }
  reader.finish();
  if (diagnostics.errors() != before) return std::nullopt;
  return rules;
}

Groups make_groups(const model::Facts& facts, const std::vector<GroupRule>& rules, const Settings& settings, Date as_of,
                   Diagnostics& diagnostics) {
  return GroupMaker{facts, settings, as_of, diagnostics}.make(rules);
}

}  // namespace lagesbild::indicators
