// Can the mean and SD that somebody published come from grades at all? Every table (a, b, c, d) of n grades is tried, in whole numbers.
// That a table exists does not make the published figures true; that none exists does make them impossible.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "indicators/statistics.hpp"

namespace lagesbild::indicators {

enum class SdKind : unsigned char { sample, population };
enum class Tie : unsigned char { half_up, half_even };  // what rounding to two decimals did with an exact half

// How the published figures may have come about.
struct Reading {
  SdKind sd;
  Tie tie;
  friend bool operator==(const Reading&, const Reading&) = default;
};

// In the order in which they are believed: the first that any table fits is `Feasibility::reading`.
inline constexpr std::array<Reading, 4> readings{{{SdKind::sample, Tie::half_up},
                                                  {SdKind::sample, Tie::half_even},
                                                  {SdKind::population, Tie::half_up},
                                                  {SdKind::population, Tie::half_even}}};

// A mean in points (A 4, B 3, C 2, D 1) and an SD as published, with two decimals: 3,98 is 398.
struct PublishedSpread {
  int n;
  int mean_hundredths;
  int sd_hundredths;
};

enum class Verdict : unsigned char { impossible, possible, not_checked };

struct Feasibility {
  Verdict verdict = Verdict::impossible;
  std::uint64_t combinations = 0;     // tables that give both figures under `reading`
  std::optional<Reading> reading;     // nothing when no reading fits
  std::array<std::uint64_t, readings.size()> by_reading{};  // tables under each of `readings`
  std::optional<GradeCounts> only;    // the table, when there is just one
  int least_d = 0;                    // of the tables counted; 0 and 0 when there are none
  int most_d = 0;
  std::optional<double> least_sd;     // sample SD of all tables whose mean rounds (either tie) to the published one;
  std::optional<double> largest_sd;   // nothing when not even the mean is possible, or n is 1
};

// Well under a millisecond for 181 grades; time grows with the cube of n, and more than 2 000 grades are not checked (nor fewer than 1).
Feasibility check_feasibility(const PublishedSpread& published);

}  // namespace lagesbild::indicators
