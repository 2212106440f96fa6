// Where what a page shows in a chart or a table can be taken away as files: bild/<page>-<section>.svg and .csv. A link says that there is
// such a file; only the function that hands the figure to the page may give one (view/figure.hpp), or a page that shows the same again.
// Where the site is built to be embedded, the figure has a page of its own for a frame as well: embed/<page>-<section>.html.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "view/shell.hpp"

namespace lagesbild::view {

struct FigureLinks {
  std::optional<Link> picture;
  std::optional<Link> numbers;
  std::optional<Link> embed;
  std::string title;
  static constexpr auto fields() {
    return std::tuple{Field{"picture", &FigureLinks::picture, "the chart as SVG"},
                      Field{"numbers", &FigureLinks::numbers, "its numbers as CSV"},
                      Field{"embed", &FigureLinks::embed, "it alone, as a page for a frame on another site"},
                      Field{"title", &FigureLinks::title, "what they show"}};
  }
};

enum class Takes : unsigned char { both, picture, numbers };
// The figure that the page at `page` has in its section `name`, seen from a page `up` below the language's folder.
FigureLinks figure_links(const Context& context, std::string_view page, std::string_view name, std::string title, std::string_view up,
                         Takes takes = Takes::both);
// Both without their ending: of the files, and of the page for a frame.
std::string figure_path(std::string_view page, std::string_view name);
std::string embed_path(std::string_view page, std::string_view name);

}  // namespace lagesbild::view
