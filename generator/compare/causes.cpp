#include "compare/causes.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace lagesbild::compare {
namespace {

using view::Cause;

template <class Map>
std::vector<std::size_t> at(const Map& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? std::vector<std::size_t>{} : found->second;
}

void append(std::vector<std::size_t>& all, const std::vector<std::size_t>& more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

Causes::Causes(const BuiltSite& before, const BuiltSite& after) {
  const Package& old_package = before.package;
  const Package& new_package = after.package;
  sources_known_ = old_package.sources && new_package.sources;
  if (sources_known_) compare_sources(*old_package.sources, *new_package.sources);
  if (old_package.definitions && new_package.definitions) compare_definitions(*old_package.definitions, *new_package.definitions);
  const bool settings = old_package.settings && new_package.settings && *old_package.settings != *new_package.settings;
  if (settings || old_package.audience != new_package.audience) {
    settings_ = {all_.size()};
    add({Cause::Kind::settings, Cause::State::changed, {}, {}, {}, {}, {}});
  }
  if (before.release.as_of != after.release.as_of) {
    as_of_ = {all_.size()};
    add({Cause::Kind::as_of, Cause::State::changed, {}, {}, {}, before.release.as_of, after.release.as_of});
  }
  if (before.release.version != after.release.version) {
    program_ = {all_.size()};
    add({Cause::Kind::program, Cause::State::changed, {}, {}, {}, before.release.version, after.release.version});
  }
}

void Causes::add(Cause cause) {
  if (cause.kind == Cause::Kind::source) of_sources_[cause.dataset].push_back(all_.size());
  if (cause.kind == Cause::Kind::definition) of_definition_[cause.id].push_back(all_.size());
  all_.push_back(std::move(cause));
}

void Causes::compare_sources(const std::vector<Source>& before, const std::vector<Source>& after) {
  using Pair = std::pair<std::string, std::string>;
  std::map<Pair, const Source*> by_place;
  std::set<Pair> left, came;  // the same bytes at another place are no cause
  for (const Source& one : before) {
    by_place[{one.dataset, one.location}] = &one;
    left.emplace(one.dataset, one.sha256);
  }
  for (const Source& one : after) came.emplace(one.dataset, one.sha256);
  for (const Source& one : after) {
    const auto old = by_place.find({one.dataset, one.location});
    if (old == by_place.end()) {
      if (left.contains({one.dataset, one.sha256})) continue;
      add({Cause::Kind::source, Cause::State::added, one.location, one.dataset, one.title, {}, one.updated});
      continue;
    }
    if (old->second->sha256 != one.sha256) {
      add({Cause::Kind::source, Cause::State::changed, one.location, one.dataset, one.title, old->second->updated, one.updated});
    }
    by_place.erase(old);
  }
  for (const Source& one : before) {
    if (!by_place.contains({one.dataset, one.location}) || came.contains({one.dataset, one.sha256})) continue;
    add({Cause::Kind::source, Cause::State::removed, one.location, one.dataset, one.title, one.updated, {}});
  }
}

void Causes::compare_definitions(const std::vector<Definition>& before, const std::vector<Definition>& after) {
  std::map<std::string, const Definition*> left;
  for (const Definition& one : before) {
    left[one.id] = &one;
    definitions_[one.id] = one;
  }
  for (const Definition& one : after) {
    definitions_[one.id] = one;
    const auto old = left.find(one.id);
    const bool known = old != left.end();
    const bool same = known && old->second->sha256 == one.sha256;
    if (!same) add({Cause::Kind::definition, known ? Cause::State::changed : Cause::State::added, one.id, one.dataset, {}, {}, {}});
    if (known) left.erase(old);
  }
  for (const Definition& one : before) {
    if (left.contains(one.id)) add({Cause::Kind::definition, Cause::State::removed, one.id, one.dataset, {}, {}, {}});
  }
}

Causes::Indices Causes::or_the_program(Indices found) const {
  if (found.empty()) return program_;
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::size_t> Causes::of_dataset(const std::string& dataset) const {
  if (dataset == "cases") return of_delivery("reviews");  // the register follows from them, the units, the day and the rules
  Indices found = at(of_sources_, dataset);
  if (found.empty()) found = settings_;
  return or_the_program(std::move(found));
}

std::vector<std::size_t> Causes::of_delivery(const std::string& dataset) const {
  Indices found = at(of_sources_, dataset);
  append(found, at(of_sources_, "units"));
  if (found.empty()) {
    append(found, as_of_);
    append(found, settings_);
  }
  return or_the_program(std::move(found));
}

std::vector<std::size_t> Causes::of_indicator(const std::string& indicator) const {
  const auto definition = definitions_.find(indicator);
  if (definition == definitions_.end()) {
    Indices every(all_.size());
    std::iota(every.begin(), every.end(), std::size_t{0});
    return every;
  }
  Indices found = at(of_sources_, definition->second.dataset);
  append(found, at(of_definition_, indicator));
  if (found.empty()) {
    append(found, at(of_sources_, "units"));
    append(found, as_of_);
    append(found, settings_);
  }
  return or_the_program(std::move(found));
}

const std::string& Causes::title_of(const std::string& indicator) const {
  static const std::string none;
  const auto definition = definitions_.find(indicator);
  return definition == definitions_.end() ? none : definition->second.title;
}

}  // namespace lagesbild::compare
