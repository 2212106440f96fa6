// Charts as files of their own, to put into a report or a slide: the same bars as on the page, with what the page says around them. A
// picture is 800 wide, in the light colours whatever the reader's screen has, and says itself where its numbers come from.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/html.hpp"
#include "view/chart.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

// A picture to be made: of which page, which one of them, and where it goes, without the language's folder.
struct PictureRef {
  enum class Of : unsigned char { overview, area, forum };
  Of of{};
  std::size_t index = 0;
  std::string path;
};
std::vector<PictureRef> pictures(const Context& context);
// From a page `up` below the language's folder. Nothing when there is no such picture.
std::optional<Link> picture_link(const Context& context, PictureRef::Of of, std::size_t index, std::string_view up);

struct PictureLine {
  std::string text;
  std::string y;
  static constexpr auto fields() {
    return std::tuple{Field{"text", &PictureLine::text, "as much as has room on a line"}, Field{"y", &PictureLine::y, "its foot, px"}};
  }
};

struct PictureKey {
  std::string grade;
  std::string word;
  std::string x;
  std::string text_x;
  static constexpr auto fields() {
    return std::tuple{Field{"grade", &PictureKey::grade, "a, b, c or d"}, Field{"word", &PictureKey::word, "letter and meaning"},
                      Field{"x", &PictureKey::x, "of the square, px"}, Field{"text_x", &PictureKey::text_x, "of the word, px"}};
  }
};

struct PictureRow {
  std::vector<PictureLine> name;
  std::optional<GradeBar> bar;
  std::string y;
  std::vector<PictureLine> words;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &PictureRow::name, "what the bar is about"},
                      Field{"bar", &PictureRow::bar, "absent when the counts are withheld or nobody is graded"},
                      Field{"y", &PictureRow::y, "top of the bar, px"}, Field{"words", &PictureRow::words, "the same in words"}};
  }
};

struct Picture {
  std::string lang;
  std::string title;
  std::string description;
  std::vector<PictureLine> heading, under;
  std::vector<PictureKey> keys;
  std::string page_key_y, page_key_text_y;
  std::vector<PictureRow> rows;
  std::vector<PictureLine> foot;
  std::string height;
  Html style_html;
  static constexpr auto fields() {
    return std::tuple{Field{"lang", &Picture::lang, "language code"},
                      Field{"title", &Picture::title, "what the picture shows, for those who hear it"},
                      Field{"description", &Picture::description, "how it is drawn, in a sentence"},
                      Field{"heading", &Picture::heading, "the title, on lines"},
                      Field{"under", &Picture::under, "the description, on lines"},
                      Field{"keys", &Picture::keys, "what the colours mean"},
                      Field{"page_key_y", &Picture::page_key_y, "top of the squares, px"},
                      Field{"page_key_text_y", &Picture::page_key_text_y, "foot of their words, px"},
                      Field{"rows", &Picture::rows, "a bar each"},
                      Field{"foot", &Picture::foot, "where the numbers come from, and that they are fictional where they are"},
                      Field{"height", &Picture::height, "px"}, Field{"style_html", &Picture::style_html, "the style element"}};
  }
};
Picture picture(const Context& context, const PictureRef& ref);

}  // namespace lagesbild::view
