#include "view/picture.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "view/page_units.hpp"

namespace lagesbild::view {
namespace {

// Characters that surely have room on a line, of letters of average width in a wide system font.
constexpr std::size_t heading_room = 54, text_room = 96, name_room = 29, graded_name_room = 24, words_room = 22;
constexpr int line_height = 18, gap = 14;
constexpr int key_width = 190, key_height = 22, key_letter = 7, key_word_at = 22;  // the narrowest, and of each letter

// Where a chart stands and how high it is; `middle` is where the words beside it have their middle.
struct Place {
  int x, width, height, middle;
  int down = 0;  // from where the row begins
};
struct PlaceOf {
  Place operator()(const std::monostate&) const { return {270, 340, 0, 8}; }
  Place operator()(const GradeBar&) const { return {270, 340, 44, 26}; }
  Place operator()(const ThinBar&) const { return {270, 340, 24, 12, 7}; }
  Place operator()(const DotMark&) const { return {270, 340, 28, 14}; }
  Place operator()(const SourcesLine&) const { return {270, 340, 28, 14}; }
  Place operator()(const LengthBar&) const { return {270, 340, 20, 10}; }
  Place operator()(const FunnelChart&) const { return {0, 800, 340, 0}; }
  Place operator()(const SeriesChart&) const { return {0, 800, 216, 0}; }
  Place operator()(const SmallSeries&) const { return {270, 340, 216, 40}; }
  Place operator()(const SlopeChart& chart) const { return {0, 800, std::stoi(chart.height), 0}; }
  Place operator()(const Dumbbell& chart) const { return {270, 340, std::stoi(chart.height), 12}; }
  Place operator()(const Distribution& chart) const { return {270, 530, std::stoi(chart.height), 14}; }
};

// Parts of the site's rules of charts, each under its heading in the style.
enum class Style : std::size_t { common, grades, dots, curves, answers };
constexpr std::array<std::string_view, 5> style_headings{"/* Charts */", "/* Charts of grades */", "/* Charts of dots */",
                                                         "/* Charts of curves */", "/* Charts of answers */"};
std::string_view style_part(std::string_view rules, Style part) {
  const std::string_view heading = style_headings[static_cast<std::size_t>(part)];
  const std::size_t found = rules.find(heading);
  if (found == std::string_view::npos) return {};
  rules.remove_prefix(found + heading.size());
  return rules.substr(0, rules.find("/*"));
}

// The words on lines of at most so many characters; `y` becomes the foot of the last one.
std::vector<PictureLine> on_lines(std::string_view text, std::size_t room, int height, int& y) {
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
  for (std::string& line : lines) placed.push_back({std::move(line), std::to_string(y += height)});
  return placed;
}

template <class Chart>
void take(std::optional<Chart>& into, const Drawing& drawing) {
  if (const auto* chart = std::get_if<Chart>(&drawing)) into = *chart;
}

class PictureMaker {
 public:
  PictureMaker(const Context& context, const Shell& shell, const Figure& figure)
      : context_(context), texts_(context.texts), shell_(shell), figure_(figure) {}

  Picture make() {
    picture_.lang = shell_.lang;
    picture_.title = figure_.subject.empty() ? figure_.title : figure_.subject + ": " + figure_.title;
    picture_.description = figure_.subtitle;
    if (figure_.subject.empty()) y_ = 12;
    picture_.subject = on_lines(figure_.subject, text_room, 20, y_);
    picture_.heading = on_lines(figure_.title, heading_room, 28, y_);
    picture_.under = on_lines(figure_.subtitle, text_room, 20, y_);
    keys();
    if (!figure_.axis.empty()) picture_.axis = PictureAxis{figure_.axis, std::to_string(y_ += 26)};
    y_ += 20;
    for (const FigureRow& one : figure_.rows) row(one);
    foot();
    style();
    return std::move(picture_);
  }

 private:
  void keys() {
    std::vector<PictureKey> keys;
    if (figure_.key == Figure::Key::grades) {
      for (const ShortKey& key : short_keys(context_)) {
        keys.push_back({.square = Note{key.grade}, .hatched = key.grade == "d", .word = key.letter + " " + key.word});
      }
    } else if (figure_.key == Figure::Key::sources) {
      keys.push_back({.dot = Note{"st_doctor"}, .word = texts_.say("page.source_grades")});
      keys.push_back({.dot = Note{"manager"}, .word = texts_.say("page.source_doctors")});
      keys.push_back({.dot = Note{"supervisor"}, .word = texts_.say("page.source_reports")});
    }
    for (const FigureMark& mark : figure_.marks) keys.push_back({.mark = PictureMark{mark.kind, shape_of(mark.kind)}, .word = mark.words});
    if (!keys.empty()) place_keys(std::move(keys));
  }

  // Beside each other, on as many lines as they need.
  void place_keys(std::vector<PictureKey> keys) {
    int x = 0;
    y_ += 29;
    picture_.has_keys = true;
    for (PictureKey& key : keys) {
      const int width = std::max(key_width, key_word_at + key_letter * static_cast<int>(count_characters(key.word)) + 2 * gap);
      if (x > 0 && x + width > 816) {
        x = 0;
        y_ += key_height;
      }
      key.x = std::to_string(x);
      key.y = std::to_string(y_ - 13);
      key.text_x = std::to_string(x + key_word_at);
      key.text_y = std::to_string(y_);
      x += width;
      picture_.keys.push_back(std::move(key));
    }
  }

  void row(const FigureRow& one) {
    const Place place = std::visit(PlaceOf{}, one.drawing);
    const bool wide = place.x == 0;
    PictureRow row;
    row.heading = place.height == 0 && one.words.empty();
    if (row.heading && !picture_.rows.empty()) y_ += gap / 2;
    int name_y = wide ? y_ : y_ + place.middle + 5 - line_height, words_y = name_y;
    row.name = on_lines(one.name, wide ? heading_room : row.heading ? text_room : one.grade.empty() ? name_room : graded_name_room,
                        line_height, name_y);
    row.words = on_lines(one.words, words_room, line_height, words_y);
    if (wide && !row.name.empty()) y_ = name_y + gap;
    if (!one.grade.empty()) {
      const int top = y_ + place.middle - 12;
      row.grade = PictureGrade{one.grade, std::string(1, static_cast<char>(one.grade.front() - 'a' + 'A')), std::to_string(top),
                               std::to_string(top + 17)};
    }
    row.x = std::to_string(place.x);
    row.wide = wide;
    row.y = std::to_string(y_ + place.down);
    row.width = std::to_string(place.width);
    row.height = std::to_string(place.height);
    take(row.bar, one.drawing);
    take(row.thin, one.drawing);
    take(row.mark, one.drawing);
    take(row.sources, one.drawing);
    take(row.length, one.drawing);
    take(row.funnel, one.drawing);
    take(row.series, one.drawing);
    take(row.slope, one.drawing);
    take(row.dumbbell, one.drawing);
    take(row.distribution, one.drawing);
    if (const auto* small = std::get_if<SmallSeries>(&one.drawing)) row.series = small->chart;
    picture_.rows.push_back(std::move(row));
    y_ = std::max({y_ + place.height, name_y, words_y}) + gap;
  }

  void foot() {
    const std::string notice = shell_.notice ? " " + shell_.notice->text : "";
    picture_.foot = on_lines(texts_.say("picture.source", {{"site", texts_.say("site.name")}, {"region", shell_.region},
                                                           {"as_of", shell_.as_of}, {"release", shell_.release}}) + notice,
                             text_room, line_height, y_);
    picture_.height = std::to_string(y_ + 16);
  }

  void style() {
    bool dots = figure_.key == Figure::Key::sources, curves = false, answers = !figure_.marks.empty();
    picture_.hatch = std::any_of(picture_.keys.begin(), picture_.keys.end(), [](const PictureKey& key) { return key.hatched; });
    for (const PictureRow& row : picture_.rows) {
      picture_.hatch = picture_.hatch || row.bar || row.thin;
      dots = dots || row.mark || row.sources || row.length || row.dumbbell;
      curves = curves || row.funnel || row.series || row.slope;
      answers = answers || row.dumbbell || row.distribution;
    }
    std::string rules;
    const auto take_style = [&](Style part) { rules += style_part(context_.site.chart_style, part); };
    take_style(Style::common);
    if (picture_.hatch) take_style(Style::grades);
    if (dots) take_style(Style::dots);
    if (curves) take_style(Style::curves);
    if (answers) take_style(Style::answers);
    picture_.style_html = Html::trusted("<style>" + rules + "</style>");  // of the site's own style, without a tag
  }

  const Context& context_;
  const Texts& texts_;
  const Shell& shell_;
  const Figure& figure_;
  Picture picture_;
  int y_ = 4;
};

}  // namespace

Picture picture(const Context& context, const Shell& shell, const Figure& figure) { return PictureMaker{context, shell, figure}.make(); }

}  // namespace lagesbild::view
