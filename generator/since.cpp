#include "since.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/codes.hpp"
#include "base/csv.hpp"
#include "compare/changes.hpp"
#include "compare/codes.hpp"
#include "compare/number.hpp"
#include "compare/site.hpp"
#include "content.hpp"
#include "indicators/figures.hpp"
#include "publish/codes.hpp"
#include "read/facts.hpp"
#include "view/data_package.hpp"

namespace lagesbild {
namespace {

namespace fs = std::filesystem;
using disclosure::Definition;
using publish::KeptFiles;

// A built site that lies in memory.
class MemoryDisk : public Disk {
 public:
  explicit MemoryDisk(const KeptFiles& files) : files_(files) {}
  Result<std::string> read(const fs::path& file) override {
    const auto found = files_.find(file.generic_string());
    if (found == files_.end()) return Failure{code::file_missing, {{"path", file.string()}}, {}};
    return found->second;
  }
  Result<std::vector<std::string>> list(const fs::path& folder) override {
    return Failure{code::file_missing, {{"path", folder.string()}}, {}};
  }

 private:
  const KeptFiles& files_;
};

KeptFiles files_of(const Judged& judged) {
  const disclosure::Release& release = judged.release;
  const view::Context context{release, judged.info, judged.content.texts.front()};
  KeptFiles files{{"release.json", release_file(judged.site, judged.info)}, {"data/datapackage.json", view::data_package(context)}};
  for (const disclosure::Download& one : release.downloads) files.emplace(view::csv_path(release.datasets[one.dataset].id), one.csv);
  return files;
}

std::optional<compare::ReleaseFile> release_in(const KeptFiles& files) {
  const auto found = files.find("release.json");
  Diagnostics ignored;
  return found == files.end() ? std::nullopt : compare::read_release("", "release.json", found->second, ignored);
}

// Some columns of a table that was published, as a file again.
std::string csv_of(const compare::Table& table, const std::vector<std::string_view>& fields) {
  std::vector<std::size_t> columns;
  std::vector<std::string> cells;
  for (const std::string_view field : fields) {
    if (const auto column = table.find(field)) {
      columns.push_back(*column);
      cells.emplace_back(field);
    }
  }
  std::string csv = std::string{csv_mark} + csv_row(cells);
  for (std::size_t row = 0; row < table.rows.rows(); ++row) {
    for (std::size_t i = 0; i < columns.size(); ++i) cells[i] = table.rows.cell(row, columns[i]);
    csv += csv_row(cells);
  }
  return csv;
}

// Units and reviews as the earlier release told them. Nothing when they cannot be read today: another checklist, other columns.
std::optional<model::Facts> facts_of(const compare::BuiltSite& before, const Judged& judged, Date as_of) {
  std::vector<std::string_view> of_review{"review_id", "unit_id", "framework", "review_date", "report_date", "plan_received", "decided_on"};
  std::vector<std::string> letters;
  for (const auto& area : judged.release.framework.areas) letters.insert(letters.end(), {area.letter, area.letter + "_current"});
  of_review.insert(of_review.end(), letters.begin(), letters.end());
  std::vector<source::Source> sources(2);
  std::vector<fetch::Copy> copies;
  const auto add = [&](source::Source& source, const char* dataset, const std::vector<std::string_view>& fields) {
    source.dataset = source.location = dataset;
    if (const compare::Table* table = before.find(dataset)) copies.push_back({&source, dataset, csv_of(*table, fields), {}});
  };
  add(sources[0], "units", {"unit_id", "name", "valid_from", "valid_to", "predecessor"});
  add(sources[1], "reviews", of_review);
  if (copies.empty() || copies.front().source->dataset != "units") return std::nullopt;
  source::Site site = judged.site;
  site.as_of = as_of;
  Diagnostics found;
  auto facts = read::read_facts(copies, site, judged.release.framework, judged.release.datasets, found);
  return found.has_errors() ? std::nullopt : std::optional{std::move(facts)};
}

bool same_reviews(const disclosure::UnitReviews& a, const disclosure::UnitReviews& b) {
  if (a.reviews.empty() || b.reviews.empty()) return a.reviews.empty() == b.reviews.empty();
  const disclosure::Review &x = a.reviews.back(), &y = b.reviews.back();
  const auto grades = [](const disclosure::Review& review) {
    std::vector<disclosure::Grade> all;
    for (const auto& area : review.areas) all.push_back(area.current);
    return all;
  };
  return x.date == y.date && grades(x) == grades(y) && x.plan_received == y.plan_received && x.decided_on == y.decided_on &&
         a.state.status == b.state.status && a.state.plan == b.state.plan && a.state.overdue == b.state.overdue;
}

void tell_units(const compare::BuiltSite& before, const Judged& judged, view::SinceLast& since) {
  const auto as_of = parse_date(before.release.as_of);
  const auto facts = as_of && !judged.release.units.empty() ? facts_of(before, judged, *as_of) : std::nullopt;
  if (!facts) return;
  const indicators::Figures figures = indicators::compute(*facts, *as_of);
  const disclosure::Release& now = judged.release;
  const bool both_tell = now.has_reviews && !facts->reviews.empty() && !now.policy.protects(disclosure::About::grades);
  since.units_compared = both_tell || !now.has_reviews;
  const auto& region = figures.now.region;
  if (both_tell) since.region = view::StateBefore{region.follows, region.plans_late, region.overdue};
  std::map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < facts->units.size(); ++i) by_id.emplace(facts->units[i].id.value(), i);
  for (std::size_t i = 0; i < now.units.size(); ++i) {
    const auto found = by_id.find(now.units[i].id);
    view::UnitNews news{i, found == by_id.end(), false, std::nullopt};
    bool told = news.is_new && now.units[i].current;
    if (!news.is_new) {
      const indicators::UnitState& state = figures.units[found->second];
      news.has_closed = state.current && !now.units[i].current;
      told = news.has_closed;
      const auto* reviewed = now.units[i].reviewed.shown();
      if (both_tell && reviewed != nullptr && now.units[i].current) {
        disclosure::UnitReviews& was = news.before.emplace(disclosure::UnitReviews{state, {}});
        for (const std::size_t review : state.reviews) was.reviews.push_back(facts->reviews[review]);
        told = told || !same_reviews(was, *reviewed);
      }
      by_id.erase(found);
    }
    if (told) since.units.push_back(std::move(news));
  }
  for (const model::Unit& unit : facts->units) {
    if (by_id.contains(unit.id.value())) since.gone.push_back(unit.name);
  }
}

struct Told {
  double value = 0;
  std::optional<double> lower, upper;
};

// The values of the region and the forums that a site tells, by indicator, group and period.
class ToldValues {
 public:
  explicit ToldValues(const compare::BuiltSite& site) {
    const compare::Table* table = site.find("indicator_values");
    if (table == nullptr) return;
    std::vector<std::size_t> at;
    for (const char* field : {"indicator", "group_kind", "group", "period", "value", "lower", "upper"}) {
      const auto column = table->find(field);
      if (!column) return;
      at.push_back(*column);
    }
    const auto number = [&](std::size_t row, std::size_t column) -> std::optional<double> {
      const auto parsed = compare::parse_number(table->rows.cell(row, at[column]));
      return parsed ? std::optional{parsed->value()} : std::nullopt;
    };
    for (std::size_t row = 0; row < table->rows.rows(); ++row) {
      const std::string_view kind = table->rows.cell(row, at[1]);
      if (kind != "region" && kind != "forum") continue;
      const auto value = number(row, 4);
      if (value) values_[key(table->rows.cell(row, at[0]), kind, table->rows.cell(row, at[2]), table->rows.cell(row, at[3]))] = {
          *value, number(row, 5), number(row, 6)};
    }
  }
  const Told* find(std::string_view indicator, std::string_view kind, std::string_view group, std::string_view period) const {
    const auto found = values_.find(key(indicator, kind, group, period));
    return found == values_.end() ? nullptr : &found->second;
  }

 private:
  static std::string key(std::string_view indicator, std::string_view kind, std::string_view group, std::string_view period) {
    std::string all;
    for (const std::string_view part : {indicator, kind, group, period}) all.append(part).append(1, '\x1f');
    return all;
  }
  std::map<std::string, Told> values_;
};

bool meets(const Definition& definition, double value) {
  const auto limit = static_cast<double>(definition.target->limit) / (definition.kind == disclosure::kind::Kind::mean ? 100 : 1);
  return definition.target->at_least ? value >= limit : value <= limit;
}

bool beyond_chance(const Told& a, const Told& b) {
  return a.lower && a.upper && b.lower && b.upper && (*a.upper < *b.lower || *b.upper < *a.lower);
}

void tell_indicators(const compare::BuiltSite& before, const compare::BuiltSite& after, const Judged& judged, view::SinceLast& since) {
  const ToldValues was{before}, is{after};
  const disclosure::Indicators& all = judged.release.indicators;
  for (std::size_t i = 0; i < all.definitions.size(); ++i) {
    const Definition& definition = all.definitions[i];
    const disclosure::IndicatorCells& cells = all.cells[i];
    const auto redefined = [&](const view::Cause& cause) {
      return cause.kind == view::Cause::Kind::definition && cause.id == definition.id;
    };
    if (!cells.has_data || std::any_of(since.causes.begin(), since.causes.end(), redefined)) continue;
    const auto& now = all.periods[cells.periods[cells.assessment.headline]];
    for (std::size_t group = 0; group < all.groups.size(); ++group) {
      const std::string_view kind = indicators::id_of(all.groups[group].kind);
      const Told* to = is.find(definition.id, kind, all.groups[group].id, now.id);
      if (to == nullptr) continue;
      // The same period, or the one before it where this one is new and no break parts them.
      for (std::size_t at = cells.assessment.headline + 1; at-- > 0;) {
        const auto& period = all.periods[cells.periods[at]];
        if (period.kind != now.kind) continue;
        const Told* from = was.find(definition.id, kind, all.groups[group].id, period.id);
        const auto parts = [&](const auto& one) { return period.from < one.from && one.from <= now.from; };
        if (from == nullptr) continue;
        if (std::any_of(definition.breaks.begin(), definition.breaks.end(), parts)) break;
        view::IndicatorNews news{i, group, period.id, now.id, from->value, to->value, std::nullopt};
        const bool crossed = definition.target && meets(definition, from->value) != meets(definition, to->value);
        if (crossed) news.now_meets = meets(definition, to->value);
        if (crossed || beyond_chance(*from, *to)) since.indicators.push_back(std::move(news));
        break;
      }
    }
  }
}

void compare_with(const compare::BuiltSite& before, const compare::BuiltSite& after, const Judged& judged, view::SinceLast& since) {
  view::Changes changes = compare::compare(before, after);
  since.state = view::SinceLast::State::told;
  since.before = std::move(changes.before);
  since.causes = std::move(changes.causes);
  for (const view::TableChanges& table : changes.tables) {
    if (!table.rows.empty()) since.tables.emplace_back(table.name, table.counts);
  }
  tell_units(before, judged, since);
  tell_indicators(before, after, judged, since);
}

// A release that was to be compared with and cannot be: told of, and then the work goes on, unless it was asked for.
void tell_unreadable(const fs::path& path, Diagnostics found, Severity severity, view::SinceLast& since, Diagnostics& diagnostics) {
  since.state = view::SinceLast::State::unreadable;
  for (Diagnostic one : found.all()) {
    one.severity = severity;
    diagnostics.add(std::move(one));
  }
  Diagnostic told = Failure{code::since_unreadable, {{"path", path.string()}}, {}}.diagnostic();
  told.severity = severity;
  diagnostics.add(std::move(told));
}

}  // namespace

publish::KeptFiles data_of_site(const fs::path& folder, Disk& disk) {
  KeptFiles files;
  const auto take = [&](const std::string& path) {
    if (auto bytes = disk.read(folder / path)) files.emplace(path, std::move(bytes).value());
  };
  take("release.json");
  take("data/datapackage.json");
  if (const auto names = disk.list(folder / "data")) {
    for (const std::string& name : names.value()) {
      if (name.ends_with(".csv")) take("data/" + name);
    }
  }
  return files;
}

std::optional<compare::BuiltSite> read_built(const KeptFiles& files, Diagnostics& diagnostics) {
  MemoryDisk disk{files};
  return compare::read_site("", disk, diagnostics);
}

std::optional<KeptFiles> tell_since(const Order& order, const std::optional<fs::path>& ledger, Judged& judged, Effects& effects,
                                    Diagnostics& diagnostics) {
  view::SinceLast& since = judged.info.since;
  const std::string& id = judged.info.release_id;
  const Severity severity = order.since ? Severity::error : Severity::warning;
  if (judged.release.downloads.empty()) return std::nullopt;  // without a file there is nothing to compare
  const auto folder = order.since ? order.since : order.out;
  KeptFiles files = folder ? data_of_site(*folder, effects.disk) : KeptFiles{};
  fs::path path = folder.value_or(fs::path{});
  auto stands = release_in(files);
  const bool ours = stands && stands->site == judged.site.id;
  std::optional<KeptFiles> keep;
  if (order.since) {
    if (!ours) return tell_unreadable(path, {}, severity, since, diagnostics), std::nullopt;
  } else if (ours && stands->release != id) {
    keep = files;
  } else {
    if (!ledger) return std::nullopt;
    auto kept = publish::read_kept(*ledger, id, effects.disk);
    if (!kept) {
      Diagnostics found;
      found.add(kept.failure().diagnostic());
      return tell_unreadable(*ledger, std::move(found), severity, since, diagnostics), std::nullopt;
    }
    if (!kept.value()) return std::nullopt;
    files = *std::move(kept.value());
    path = *ledger;
  }
  Diagnostics found;
  const auto before = read_built(files, found);
  const bool same_readers = before && before->package.audience == to_string(judged.site.audience);
  if (before && !same_readers && !order.since) return keep;  // publishing refuses the folder, and says why
  if (!same_readers) return tell_unreadable(path, std::move(found), severity, since, diagnostics), keep;
  Diagnostics own;
  const auto after = read_built(files_of(judged), own);
  if (after) compare_with(*before, *after, judged, since);
  return keep;
}

}  // namespace lagesbild
