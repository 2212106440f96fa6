#include "design/contrast.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace lagesbild::design {
namespace {

using Rgb = std::array<double, 3>;
using Matrix = std::array<Rgb, 3>;

constexpr Matrix xyz_of_rgb{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};  // sRGB, IEC 61966-2-1
constexpr Rgb white{0.9505, 1.0, 1.089};                                                                       // D65
constexpr std::array<Matrix, 4> of_sight{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

Rgb times(const Matrix& matrix, const Rgb& values) {
  Rgb out{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t i = 0; i < 3; ++i) out[row] += matrix[row][i] * values[i];
  }
  return out;
}

double linear(int byte) {
  const double part = byte / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

Rgb linear(std::string_view colour) {
  assert((colour.size() == 4 || colour.size() == 7) && colour.front() == '#');
  const bool small = colour.size() == 4;
  Rgb out{};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string figures = small ? std::string(2, colour[1 + i]) : std::string{colour.substr(1 + 2 * i, 2)};
    out[i] = linear(std::stoi(figures, nullptr, 16));
  }
  return out;
}

double luminance(std::string_view colour) { return times(xyz_of_rgb, linear(colour))[1]; }

double bend(double t) {  // CIE 15: the cube root, straight near black
  constexpr double edge = 6.0 / 29;
  return t > edge * edge * edge ? std::cbrt(t) : t / (3 * edge * edge) + 4.0 / 29;
}

}  // namespace

double contrast(std::string_view one, std::string_view other) {
  const double first = luminance(one), second = luminance(other);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Lab seen(std::string_view colour, Sight sight) {
  Rgb light = times(of_sight[static_cast<std::size_t>(sight)], linear(colour));
  for (double& part : light) part = std::clamp(part, 0.0, 1.0);
  Rgb xyz = times(xyz_of_rgb, light);
  for (std::size_t i = 0; i < 3; ++i) xyz[i] = bend(xyz[i] / white[i]);
  return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double difference(const Lab& one, const Lab& other) {
  return std::hypot(one.lightness - other.lightness, one.a - other.a, one.b - other.b);
}

}  // namespace lagesbild::design
