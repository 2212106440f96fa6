// What may be a logo, and how wide it is shown.
#include "design/logo.hpp"

#include "../read/told.hpp"
#include "catch.hpp"

using namespace lagesbild;
using namespace lagesbild::design;
using read::Told;

namespace {

struct Shown {
  Shown(const std::string& file, const std::string& bytes)
      : width(logo_width(file, bytes, {"site.yaml", 12, 9}, "  file: x", diagnostics)) {}
  Diagnostics diagnostics;
  int width;
  Told said() const { return read::told(diagnostics); }
};

std::string png(int width, int height) {
  const auto number = [](int value) { return std::string{'\0', '\0', static_cast<char>(value / 256), static_cast<char>(value % 256)}; };
  return std::string{"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16} + number(width) + number(height) + "rest";
}

}  // namespace

TEST_CASE("a logo is as wide as its own shape says, at the height of all logos") {
  CHECK(Shown{"logo.svg", "<svg viewBox=\"0 0 120 40\"/>"}.width == 96);
  CHECK(Shown{"logo.svg", "<?xml version=\"1.0\"?>\n<svg xmlns=\"x\"\n  viewBox='0,0,32.5,32.5'\n>"}.width == 32);
  CHECK(Shown{"logo.svg", "<svg width=\"200px\" height=\"100px\"/>"}.width == 64);
  CHECK(Shown{"logo.png", png(640, 320)}.width == 64);
  CHECK(Shown{"logo.png", png(1, 300)}.width == 1);
}

TEST_CASE("a picture whose size cannot be seen is refused where it is named") {
  for (const char* bytes : {"", "no picture", "<svg/>",
                            "<svg viewBox=\"0 0 0 40\"/>", "<svg viewBox=\"0 0 x\"/>", "<svg viewBox=\"0 0 -4 4\"/>",
                            "<svg width=\"20\"/>"}) {
    CAPTURE(bytes);
    CHECK(Shown{"logo.svg", bytes}.said() == Told{"logo-size 12:9"});
  }
  CHECK(Shown{"logo.png", "<svg viewBox=\"0 0 4 4\"/>"}.said() == Told{"logo-size 12:9"});
  CHECK(Shown{"logo.png", png(0, 4)}.said() == Told{"logo-size 12:9"});
  CHECK(Shown{"logo.svg", png(4, 4)}.said() == Told{"logo-size 12:9"});
}

TEST_CASE("a logo that is heavy or a banner is refused") {
  CHECK(Shown{"logo.svg", "<svg viewBox=\"0 0 4 4\">" + std::string(most_logo_bytes, ' ')}.said() == Told{"logo-too-large 12:9"});
  CHECK(Shown{"logo.svg", "<svg viewBox=\"0 0 101 10\"/>"}.said() == Told{"logo-too-wide 12:9"});
  CHECK(Shown{"logo.svg", "<svg viewBox=\"0 0 100 10\"/>"}.said().empty());
}
