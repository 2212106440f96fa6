#include "view/picture.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "view/areas_chart.hpp"
#include "view/page_area.hpp"

namespace lagesbild::view {
namespace {

using Of = PictureRef::Of;

// Characters that surely have room on a line, of letters of average width in a system font.
constexpr std::size_t heading_room = 66, text_room = 112, name_room = 34, words_room = 22;
constexpr int row_height = 60, key_width = 190;

std::string path_of(const Context& context, Of of, std::size_t index) {
  switch (of) {
    case Of::overview: return "bild/oversikt-omraden.svg";
    case Of::area: return "bild/omrade-" + slug(context.release.framework.areas[index].letter) + ".svg";
    case Of::forum: return "bild/forum-" + context.release.forums[index].id + "-omraden.svg";
  }
  return {};
}

// The words on lines of at most so many characters; `y` becomes the foot of the last one.
std::vector<PictureLine> on_lines(std::string_view text, std::size_t room, int line_height, int& y) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string word{text.substr(0, end)};
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!lines.empty() && count_characters(lines.back()) + 1 + count_characters(word) <= room) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  std::vector<PictureLine> placed;
  for (std::string& line : lines) placed.push_back({std::move(line), std::to_string(y += line_height)});
  return placed;
}

struct Bar {
  std::string name;
  std::optional<GradeBar> bar;
  std::string words;
};

// What the page shows as bars, from what the page itself is made of.
std::vector<Bar> bars_of(const Context& context, const PictureRef& ref) {
  std::vector<Bar> bars;
  if (ref.of == Of::area) {
    const AreaPage page = area_page(context, {PageRef::Kind::area, ref.index, context.area_path(ref.index)});
    const auto add = [&](const AreaGroup& group) {
      bars.push_back({group.link ? group.link->label : group.name, group.bar, group.bar ? group.reached : group.current});
    };
    add(page.region);
    for (const auto* groups : {&page.forums, &page.owners, &page.rounds}) {
      for (const AreaGroup& group : *groups) add(group);
    }
    return bars;
  }
  const auto& now = context.release.now;
  for (AreaLine& line : areas_chart(context, ref.of == Of::forum ? now.forums[ref.index] : now.region, "", "").lines) {
    bars.push_back({line.letter + " " + line.name, std::move(line.bar), std::move(line.finding)});
  }
  return bars;
}

std::string title_of(const Context& context, const PictureRef& ref) {
  const Texts& texts = context.texts;
  if (ref.of == Of::forum) return texts.say("forum.areas_caption", {{"name", context.forum_name(ref.index)}});
  if (ref.of == Of::area) {
    return texts.say("picture.area", {{"area", context.release.framework.areas[ref.index].letter + " " + context.area_name(ref.index)}});
  }
  return texts.say("overview.areas_caption", {{"date", to_string(context.release.as_of)}});
}

}  // namespace

std::vector<PictureRef> pictures(const Context& context) {
  std::vector<PictureRef> refs;
  if (!context.release.has_reviews) return refs;
  const auto add = [&](Of of, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) refs.push_back({of, i, path_of(context, of, i)});
  };
  add(Of::overview, 1);
  add(Of::area, context.release.framework.areas.size());
  add(Of::forum, context.release.forums.size());
  return refs;
}

std::optional<Link> picture_link(const Context& context, Of of, std::size_t index, std::string_view up) {
  if (!context.release.has_reviews) return std::nullopt;
  return Link{std::string{up} + path_of(context, of, index), context.texts.say("picture.download"), false};
}

Picture picture(const Context& context, const PictureRef& ref) {
  const Texts& texts = context.texts;
  const Shell shell = context.shell({PageRef::Kind::overview, 0, context.site.page("index")}, "");
  Picture picture;
  picture.lang = shell.lang;
  picture.title = title_of(context, ref);
  picture.description = texts.say("picture.bars");
  picture.style_html = Html::trusted("<style>" + context.site.chart_style + "</style>");  // of the site's own style, without a tag
  int y = 12;
  picture.heading = on_lines(picture.title, heading_room, 28, y);
  picture.under = on_lines(picture.description, text_room, 20, y);
  picture.page_key_y = std::to_string(y + 16);
  picture.page_key_text_y = std::to_string(y += 29);
  int x = 0;
  for (const ShortKey& key : short_keys(context)) {
    picture.keys.push_back({key.grade, key.letter + " " + key.word, std::to_string(x), std::to_string(x + 22)});
    x += key_width;
  }
  y += 20;
  for (Bar& bar : bars_of(context, ref)) {
    int name_y = y + 12, words_y = y + 12;
    PictureRow row;
    row.name = on_lines(bar.name, name_room, 18, name_y);
    row.words = on_lines(bar.words, words_room, 18, words_y);
    row.bar = std::move(bar.bar);
    row.y = std::to_string(y);
    picture.rows.push_back(std::move(row));
    y += row_height;
  }
  const std::string notice = shell.notice ? " " + shell.notice->text : "";
  picture.foot = on_lines(texts.say("picture.source", {{"site", texts.say("site.name")}, {"region", shell.region}, {"as_of", shell.as_of},
                                                       {"release", shell.release}}) + notice, text_room, 18, y);
  picture.height = std::to_string(y + 16);
  return picture;
}

}  // namespace lagesbild::view
