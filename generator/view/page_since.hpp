// What has changed since the release that was published before this one: unit by unit and forum by forum, the weightiest first; the
// region's figures; indicators that crossed a target or changed beyond chance; what is new in the data and in how they are counted.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct SinceFigure {
  std::string label;
  std::string before;
  std::string now;
  std::string change;
  static constexpr auto fields() {
    return std::tuple{Field{"label", &SinceFigure::label, "what it counts"}, Field{"before", &SinceFigure::before, "in the last release"},
                      Field{"now", &SinceFigure::now, "in this one"},
                      Field{"change", &SinceFigure::change, "with its sign, or that it is the same"}};
  }
};

struct SinceFigures {
  std::vector<SinceFigure> rows;
  static constexpr auto fields() { return std::tuple{Field{"rows", &SinceFigures::rows, "the key figures of the overview"}}; }
};

struct SinceUnit {
  std::optional<Link> link;
  std::optional<Note> name;
  std::vector<Note> news;
  std::string status;
  std::string tone;
  static constexpr auto fields() {
    return std::tuple{Field{"link", &SinceUnit::link, "its page, if it has one"}, Field{"name", &SinceUnit::name, "its name otherwise"},
                      Field{"news", &SinceUnit::news, "what is new, the weightiest first"},
                      Field{"status", &SinceUnit::status, "where it stands now, in words; may be empty"},
                      Field{"tone", &SinceUnit::tone, "class of the status"}};
  }
};

struct SinceGroup {
  std::string id;
  std::string name;
  std::vector<SinceUnit> units;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &SinceGroup::id, "anchor on the page"},
                      Field{"name", &SinceGroup::name, "the forum, or that there is none"},
                      Field{"units", &SinceGroup::units, "with news, the weightiest first"}};
  }
};

struct SinceIndicator {
  Link link;
  std::string group;
  std::string before;
  std::string now;
  std::string tone;
  std::string verdict;
  static constexpr auto fields() {
    return std::tuple{Field{"link", &SinceIndicator::link, "the indicator"}, Field{"group", &SinceIndicator::group, "region or forum"},
                      Field{"before", &SinceIndicator::before, "value and period in the last release"},
                      Field{"now", &SinceIndicator::now, "the same in this one"},
                      Field{"tone", &SinceIndicator::tone, "class: good, bad or plain"},
                      Field{"verdict", &SinceIndicator::verdict, "what that means, in words"}};
  }
};

struct SinceIndicators {
  std::vector<SinceIndicator> rows;
  static constexpr auto fields() { return std::tuple{Field{"rows", &SinceIndicators::rows, "by indicator, the region first"}}; }
};

struct SinceData {
  std::string title;
  std::string text;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &SinceData::title, "source, definition or file"},
                      Field{"text", &SinceData::text, "what is new about it"}};
  }
};

struct SinceList {
  std::vector<SinceData> rows;
  static constexpr auto fields() { return std::tuple{Field{"rows", &SinceList::rows, "one each"}}; }
};

struct SincePage {
  Shell shell;
  std::string lead;
  std::vector<Note> notes;
  std::optional<SinceFigures> figures;
  std::vector<SinceGroup> groups;
  bool has_units = false;
  std::optional<SinceIndicators> indicators;
  std::optional<SinceList> data;
  std::optional<SinceList> method;
  std::string feed_href;
  std::string data_href;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &SincePage::shell, "what stands around the page"},
                      Field{"lead", &SincePage::lead, "what has changed, in a sentence, or why nothing is told"},
                      Field{"notes", &SincePage::notes, "which releases are compared, and what could not be"},
                      Field{"figures", &SincePage::figures, "absent where the releases cannot be compared"},
                      Field{"groups", &SincePage::groups, "units with news by forum"},
                      Field{"has_units", &SincePage::has_units, "there are some"},
                      Field{"indicators", &SincePage::indicators, "absent when none has crossed a target or changed beyond chance"},
                      Field{"data", &SincePage::data, "new data, and rows that are others"},
                      Field{"method", &SincePage::method, "definitions, settings and program that are others"},
                      Field{"feed_href", &SincePage::feed_href, "address of the feed"},
                      Field{"data_href", &SincePage::data_href, "address of the page Data"}};
  }
};

// The weightiest of all units with news, at most so many.
std::vector<SinceUnit> units_with_news(const Context& context, std::size_t most);
SincePage since_page(const Context& context, const PageRef& ref);

// "+2 sedan 2026-03-31" of one of the key figures of the overview, by their order; empty when nothing is told of before.
std::string figure_since(const Context& context, std::size_t figure);

}  // namespace lagesbild::view
