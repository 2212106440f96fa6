#include "design/logo.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>
#include <utility>

#include "base/text.hpp"
#include "design/codes.hpp"

namespace lagesbild::design {
namespace {

constexpr double widest = 10;  // of the height

struct Size {
  double width = 0, height = 0;
};

double big_endian(std::string_view bytes) {
  double number = 0;
  for (const char byte : bytes) number = number * 256 + static_cast<unsigned char>(byte);
  return number;
}

// The header comes first: length, IHDR, width, height. PNG (third edition), 5.2 and 11.2.1.
std::optional<Size> png_size(std::string_view bytes) {
  constexpr std::string_view signature{"\x89PNG\r\n\x1a\n", 8};
  if (!bytes.starts_with(signature) || bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return Size{big_endian(bytes.substr(16, 4)), big_endian(bytes.substr(20, 4))};
}

std::optional<std::string_view> attribute(std::string_view tag, std::string_view name) {
  const std::string wanted = " " + std::string{name} + "=\"";
  const std::size_t at = tag.find(wanted);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view rest = tag.substr(at + wanted.size());
  return rest.substr(0, rest.find('"'));
}

// The number that the text begins with, which is taken off with what parts it from the next.
double take_number(std::string_view& text) {
  text = trim(text);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return 0;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (text.starts_with(',')) text.remove_prefix(1);
  return number;
}

// viewBox="x y width height", else width and height in px.
std::optional<Size> svg_size(std::string_view bytes) {
  const std::size_t start = bytes.find("<svg");
  if (start == std::string_view::npos) return std::nullopt;
  std::string tag{bytes.substr(start, bytes.find('>', start) - start)};
  for (char& c : tag) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c == '\'' ? '"' : c;
  if (auto box = attribute(tag, "viewBox")) {
    std::array<double, 4> numbers{};
    for (double& number : numbers) number = take_number(*box);
    return Size{numbers[2], numbers[3]};
  }
  auto width = attribute(tag, "width"), height = attribute(tag, "height");
  if (!width || !height) return std::nullopt;
  return Size{take_number(*width), take_number(*height)};
}

}  // namespace

int logo_width(std::string_view file, std::string_view bytes, const Place& named, const std::string& excerpt, Diagnostics& diagnostics) {
  const auto refuse = [&](Code code, std::vector<Argument> arguments) {
    arguments.insert(arguments.begin(), {"file", std::string{file}});
    diagnostics.error(code, named, std::move(arguments), excerpt);
    return 0;
  };
  if (bytes.size() > most_logo_bytes) {
    return refuse(code::logo_too_large, {{"size", std::to_string(bytes.size() / 1000)}, {"limit", std::to_string(most_logo_bytes / 1000)}});
  }
  const auto size = file.ends_with(".png") ? png_size(bytes) : svg_size(bytes);
  if (!size || !(size->width > 0) || !(size->height > 0) || !std::isfinite(size->width / size->height)) return refuse(code::logo_size, {});
  if (size->width > widest * size->height) return refuse(code::logo_too_wide, {});
  return std::max(1, static_cast<int>(std::lround(logo_height * size->width / size->height)));
}

}  // namespace lagesbild::design
