// All indicators, by area: what each says of the region now, whether its target is met, and which have no data here. In the order of the
// areas and the definitions; nothing is ranked.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/indicator_chart.hpp"

namespace lagesbild::view {

// An indicator in a line, for the whole region.
struct IndicatorRow {
  std::string href;
  std::string name;
  std::string value;
  std::string range;
  std::string period;
  std::string basis;
  std::optional<DotMark> mark;
  std::string target;
  std::string tone;
  std::string development;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &IndicatorRow::href, "its page"},
                      Field{"name", &IndicatorRow::name, "its name"},
                      Field{"value", &IndicatorRow::value, "the region's value, or why it is not shown"},
                      Field{"range", &IndicatorRow::range, "95 % interval, or the middle half"},
                      Field{"period", &IndicatorRow::period, "when"},
                      Field{"basis", &IndicatorRow::basis, "what it rests on; empty when nothing is shown"},
                      Field{"mark", &IndicatorRow::mark, "of a share: drawn, with the target as the line"},
                      Field{"target", &IndicatorRow::target, "the target and whether it is met"},
                      Field{"tone", &IndicatorRow::tone, "good, bad or plain"},
                      Field{"development", &IndicatorRow::development, "trend, or change since before"}};
  }
};
// `up`: the way from the page to the root of its language.
IndicatorRow indicator_row(const Context& context, std::size_t index, const std::string& up);

struct IndicatorBlock {
  std::string id;
  std::string name;
  std::vector<IndicatorRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &IndicatorBlock::id, "for links within the page"},
                      Field{"name", &IndicatorBlock::name, "the area, or the training as a whole"},
                      Field{"rows", &IndicatorBlock::rows, "its indicators"}};
  }
};

struct OtherIndicator {
  std::string name;
  std::string why;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &OtherIndicator::name, "its name"}, Field{"why", &OtherIndicator::why, "why it has no page"}};
  }
};

struct IndicatorsPage {
  Shell shell;
  std::string lead;
  std::vector<IndicatorBlock> blocks;
  std::vector<OtherIndicator> without;
  std::vector<OtherIndicator> archived;
  bool has_without = false;
  bool has_archived = false;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &IndicatorsPage::shell, "what stands around the page"},
                      Field{"lead", &IndicatorsPage::lead, "how many there are, and how many targets are met"},
                      Field{"blocks", &IndicatorsPage::blocks, "by area, the training as a whole last"},
                      Field{"without", &IndicatorsPage::without, "indicators without data here"},
                      Field{"archived", &IndicatorsPage::archived, "indicators that are no longer used"},
                      Field{"has_without", &IndicatorsPage::has_without, "there are such"},
                      Field{"has_archived", &IndicatorsPage::has_archived, "there are such"}};
  }
};

// Where an indicator stands on that page: the block's id, and its name with the letter.
std::string block_id(const Context& context, const disclosure::Definition& definition);
std::string block_name(const Context& context, const disclosure::Definition& definition);

IndicatorsPage indicators_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
