#include "view/page_embed.hpp"

#include <algorithm>
#include <utility>

#include "base/html.hpp"

namespace lagesbild::view {
namespace {

// px, so that nothing of it is cut off on a wide screen; on a narrow one the frame scrolls.
int height_of_frame(const std::optional<Picture>& picture, const Figure& figure) {
  constexpr int around = 220, line = 46, most = 900;
  return picture ? std::stoi(picture->height) + around : std::min(most, around + line * static_cast<int>(figure.table.rows.size() + 1));
}

EmbedTable table_of(const Figure& figure, std::string name) {
  EmbedTable table{std::move(name), figure.rows.empty(), {}, {}};
  for (const std::string& head : figure.table.head) table.heads.push_back({head});
  for (const auto& cells : figure.table.rows) {
    EmbedRow row{cells.front(), {}};
    for (std::size_t i = 1; i < cells.size(); ++i) row.cells.push_back({cells[i]});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

EmbedPage embed_page(const Context& context, const Shell& from, const PageRef& ref, const Figure& figure) {
  const std::string name = figure.subject.empty() ? figure.title : figure.subject + ": " + figure.title;
  EmbedPage page;
  page.shell = context.shell({ref.kind, ref.index, figure.embed}, name);
  if (!figure.subject.empty()) page.subject = Note{figure.subject};
  page.heading = figure.title;
  if (!figure.subtitle.empty()) page.subtitle = Note{figure.subtitle};
  if (!figure.rows.empty()) page.picture = picture(context, from, figure);
  if (!figure.table.rows.empty()) page.table = table_of(figure, name);
  page.full_href = way_up(figure.embed) + ref.path;
  const std::string address = context.texts.say("picture.embed_address");
  page.code = "<iframe src=\"" + address + "/" + context.folder() + figure.embed + "\" title=\"" + escape(name).str() +
              "\" width=\"100%\" height=\"" + std::to_string(height_of_frame(page.picture, figure)) + "\" loading=\"lazy\"></iframe>";
  return page;
}

}  // namespace lagesbild::view
