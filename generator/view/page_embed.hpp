// A figure alone, for a frame on another site: the chart, its table, where its numbers come from and a link to the page that it stands on.
// Made of the figure that the page hands over, so that it says nothing that the page does not. The chart is as wide as the frame.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/picture.hpp"

namespace lagesbild::view {

struct EmbedRow {
  std::string name;
  std::vector<Note> cells;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &EmbedRow::name, "the first cell"}, Field{"cells", &EmbedRow::cells, "the others"}};
  }
};

struct EmbedTable {
  std::string name;
  bool open = false;
  std::vector<Note> heads;
  std::vector<EmbedRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &EmbedTable::name, "what the table shows"},
                      Field{"open", &EmbedTable::open, "there is no chart above it"}, Field{"heads", &EmbedTable::heads, "its columns"},
                      Field{"rows", &EmbedTable::rows, "in the words of the page"}};
  }
};

struct EmbedPage {
  Shell shell;
  std::optional<Note> subject;
  std::string heading;
  std::optional<Note> subtitle;
  std::optional<Picture> picture;
  std::optional<EmbedTable> table;
  std::string full_href;
  std::string code;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &EmbedPage::shell, "of which little is shown: the notice, the region and the date"},
                      Field{"subject", &EmbedPage::subject, "what the page is about, where the heading does not say it"},
                      Field{"heading", &EmbedPage::heading, "what the chart shows"},
                      Field{"subtitle", &EmbedPage::subtitle, "how it is drawn"},
                      Field{"picture", &EmbedPage::picture, "the chart; absent for a table alone"},
                      Field{"table", &EmbedPage::table, "the same in numbers"},
                      Field{"full_href", &EmbedPage::full_href, "the page that it stands on"},
                      Field{"code", &EmbedPage::code, "what to put into another site"}};
  }
};
// `from`: the page that hands the figure over.
EmbedPage embed_page(const Context& context, const Shell& from, const PageRef& ref, const Figure& figure);

}  // namespace lagesbild::view
