// Where what a page shows in a chart or a table can be taken away as files: bild/<page>-<section>.svg and .csv. A link says that there is
// such a file; only the function that hands the figure to the page may give one (view/figure.hpp), or a page that shows the same again.
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
  std::string title;
  static constexpr auto fields() {
    return std::tuple{Field{"picture", &FigureLinks::picture, "the chart as SVG"},
                      Field{"numbers", &FigureLinks::numbers, "its numbers as CSV"},
                      Field{"title", &FigureLinks::title, "what they show"}};
  }
};

enum class Takes : unsigned char { both, picture, numbers };
// The figure that the page at `page` has in its section `name`, seen from a page `up` below the language's folder.
FigureLinks figure_links(const Texts& texts, std::string_view page, std::string_view name, std::string title, std::string_view up,
                         Takes takes = Takes::both);
// Without its ending.
std::string figure_path(std::string_view page, std::string_view name);

}  // namespace lagesbild::view
