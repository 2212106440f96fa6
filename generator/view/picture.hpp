// A figure as an SVG file of its own, to put into a report or a slide: the same charts as on the page, with what the page says around them.
// A picture is 800 wide, in the light colours whatever the reader's screen has, and says itself where its numbers come from.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/html.hpp"
#include "view/figure.hpp"

namespace lagesbild::view {

struct PictureLine {
  std::string text;
  std::string y;
  static constexpr auto fields() {
    return std::tuple{Field{"text", &PictureLine::text, "as much as has room on a line"}, Field{"y", &PictureLine::y, "its foot, px"}};
  }
};

struct PictureMark {
  std::string kind;
  std::string shape;
  static constexpr auto fields() {
    return std::tuple{Field{"kind", &PictureMark::kind, "class"}, Field{"shape", &PictureMark::shape, "path around its place, px"}};
  }
};

struct PictureKey {
  std::optional<Note> square = {};
  std::optional<Note> dot = {};
  std::optional<PictureMark> mark = {};
  bool hatched = false;
  std::string word = {};
  std::string x = {};
  std::string y = {};
  std::string text_x = {};
  std::string text_y = {};
  static constexpr auto fields() {
    return std::tuple{Field{"square", &PictureKey::square, "a, b, c or d, where it is a colour"},
                      Field{"dot", &PictureKey::dot, "class of the dot, where it is one"},
                      Field{"mark", &PictureKey::mark, "where it is a shape"},
                      Field{"hatched", &PictureKey::hatched, "drawn with lines over the colour"},
                      Field{"word", &PictureKey::word, "what it means"}, Field{"x", &PictureKey::x, "of the mark, px"},
                      Field{"y", &PictureKey::y, "its top, px"}, Field{"text_x", &PictureKey::text_x, "of the word, px"},
                      Field{"text_y", &PictureKey::text_y, "its foot, px"}};
  }
};

struct PictureAxis {
  std::vector<Tick> ticks;
  std::string y;
  static constexpr auto fields() {
    return std::tuple{Field{"ticks", &PictureAxis::ticks, "numbers above the charts"}, Field{"y", &PictureAxis::y, "px"}};
  }
};

struct PictureGrade {
  std::string grade;
  std::string letter;
  std::string y;
  std::string text_y;
  static constexpr auto fields() {
    return std::tuple{Field{"grade", &PictureGrade::grade, "a, b, c or d"}, Field{"letter", &PictureGrade::letter, "the same, to read"},
                      Field{"y", &PictureGrade::y, "top, px"}, Field{"text_y", &PictureGrade::text_y, "foot of the letter, px"}};
  }
};

struct PictureRow {
  bool heading = false;
  std::vector<PictureLine> name;
  std::vector<PictureLine> words;
  std::optional<PictureGrade> grade;
  bool wide = false;
  std::string x, y, width, height;
  std::optional<GradeBar> bar;
  std::optional<ThinBar> thin;
  std::optional<DotMark> mark;
  std::optional<SourcesLine> sources;
  std::optional<LengthBar> length;
  std::optional<FunnelChart> funnel;
  std::optional<SeriesChart> series;
  std::optional<SlopeChart> slope;
  std::optional<Dumbbell> dumbbell;
  std::optional<Distribution> distribution;
  static constexpr auto fields() {
    return std::tuple{Field{"heading", &PictureRow::heading, "it names those that follow"},
                      Field{"name", &PictureRow::name, "what it is about"}, Field{"words", &PictureRow::words, "the same in words"},
                      Field{"grade", &PictureRow::grade, "a letter on its colour"},
                      Field{"wide", &PictureRow::wide, "the chart stands below its name, not beside it"},
                      Field{"x", &PictureRow::x, "of the chart, px"}, Field{"y", &PictureRow::y, "px"},
                      Field{"width", &PictureRow::width, "px"}, Field{"height", &PictureRow::height, "px"},
                      Field{"bar", &PictureRow::bar, "one of the charts, or none where nothing is shown"},
                      Field{"thin", &PictureRow::thin, "another"}, Field{"mark", &PictureRow::mark, "another"},
                      Field{"sources", &PictureRow::sources, "another"}, Field{"length", &PictureRow::length, "another"},
                      Field{"funnel", &PictureRow::funnel, "another"}, Field{"series", &PictureRow::series, "another"},
                      Field{"slope", &PictureRow::slope, "another"}, Field{"dumbbell", &PictureRow::dumbbell, "another"},
                      Field{"distribution", &PictureRow::distribution, "another"}};
  }
};

struct Picture {
  std::string lang;
  std::string title;
  std::string description;
  std::vector<PictureLine> subject, heading, under;
  std::vector<PictureKey> keys;
  bool has_keys = false;
  std::optional<PictureAxis> axis;
  std::vector<PictureRow> rows;
  std::vector<PictureLine> foot;
  std::string height;
  bool hatch = false;
  Html style_html;
  static constexpr auto fields() {
    return std::tuple{Field{"lang", &Picture::lang, "language code"},
                      Field{"title", &Picture::title, "what the picture shows, for those who hear it"},
                      Field{"description", &Picture::description, "how it is drawn, in a sentence"},
                      Field{"subject", &Picture::subject, "what it is about, on lines"},
                      Field{"heading", &Picture::heading, "the title, on lines"},
                      Field{"under", &Picture::under, "the description, on lines"},
                      Field{"keys", &Picture::keys, "what colours, dots or shapes mean"},
                      Field{"has_keys", &Picture::has_keys, "there are some to explain"},
                      Field{"axis", &Picture::axis, "above the charts"},
                      Field{"rows", &Picture::rows, "a chart each"},
                      Field{"foot", &Picture::foot, "where the numbers come from, and that they are fictional where they are"},
                      Field{"height", &Picture::height, "px"},
                      Field{"hatch", &Picture::hatch, "some colour has lines over it"},
                      Field{"style_html", &Picture::style_html, "the style element"}};
  }
};
// `shell` of the page that the figure is from.
Picture picture(const Context& context, const Shell& shell, const Figure& figure);

}  // namespace lagesbild::view
