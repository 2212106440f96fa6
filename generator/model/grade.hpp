// A SPUR grade. A is best; the order of the enumerators is the order of the letters, so `a < d` means "a is the better grade".
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lagesbild::model {

enum class Grade : std::uint8_t { a, b, c, d };
inline constexpr std::array<Grade, 4> all_grades{Grade::a, Grade::b, Grade::c, Grade::d};

constexpr char letter(Grade grade) { return "ABCD"[static_cast<std::size_t>(grade)]; }

constexpr std::optional<Grade> parse_grade(std::string_view text) {
  if (text.size() != 1 || text[0] < 'A' || text[0] > 'D') return std::nullopt;
  return static_cast<Grade>(text[0] - 'A');
}

// The grade at the review, and the grade that holds now, after a decision on an action plan.
struct AreaGrade {
  Grade initial = Grade::a;
  Grade current = Grade::a;
  bool lifted() const { return initial != current; }
};

}  // namespace lagesbild::model
