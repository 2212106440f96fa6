#include "view/chart.hpp"

#include <cstdint>
#include <numeric>

namespace lagesbild::view {
namespace {

constexpr int room_for_label = 20;  // parts of the width; a segment narrower than one has its count in the table only

enum class Labels : bool { no, yes };

// Where so many of all end, in hundredths of a per cent. Whole numbers: widths are differences of edges, so that each segment starts where
// the last one ended and all of them fill the bar.
std::int64_t edge(int count, int total) { return (std::int64_t{20'000} * count + total) / (std::int64_t{2} * total); }

std::string length(std::int64_t hundredths, int parts = 1) {
  return Decimal::rounded_ratio(hundredths, std::int64_t{100} * parts, 2)->plain(Language::en);
}

std::vector<Segment> stack(const Texts& texts, const disclosure::GradeCounts& counts, Labels labels) {
  const int total = std::accumulate(counts.begin(), counts.end(), 0);
  std::vector<Segment> segments;
  int before = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    const std::int64_t x = edge(before, total);
    const std::int64_t end = edge(before + counts[i], total);
    Segment segment{std::string(1, "abcd"[i]), length(x), length(end - x), i == 3, std::nullopt, length(x + end, 2)};
    if (labels == Labels::yes && room_for_label * counts[i] >= total) segment.label = Note{texts.number(counts[i])};
    segments.push_back(std::move(segment));
    before += counts[i];
  }
  return segments;
}

std::string in_words(const Texts& texts, const disclosure::GradeCounts& counts) {
  std::string out;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i > 0) out += ", ";
    out += texts.number(counts[i]) + " " + "ABCD"[i];
  }
  return out;
}

}  // namespace

std::string per_cent(double share) {
  const auto rounded = Decimal::rounded(share * 100, 2);
  return rounded ? rounded->plain(Language::en) : "0";
}

std::optional<GradeBar> grade_bar(const Texts& texts, const disclosure::Framework& framework, const std::string& name,
                                  const disclosure::Cell<disclosure::GradeCounts>& initial,
                                  const disclosure::Cell<disclosure::GradeCounts>& current) {
  const auto* first = initial.shown();
  const auto* now = current.shown();
  if (first == nullptr || now == nullptr) return std::nullopt;
  const int total = std::accumulate(now->begin(), now->end(), 0);
  if (total == 0) return std::nullopt;
  int reached = 0;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(framework.reference_line); ++i) reached += (*now)[i];
  return GradeBar{texts.say("chart.grades", {{"name", name}, {"initial", in_words(texts, *first)}, {"current", in_words(texts, *now)}}),
                  stack(texts, *first, Labels::no), stack(texts, *now, Labels::yes), length(edge(reached, total))};
}

RegionBar region_bar(const Texts& texts, const disclosure::Cell<disclosure::GradeCounts>& current) {
  if (current.shown() == nullptr) return {{}, texts.say("withheld.small_group")};
  return {stack(texts, *current.shown(), Labels::no), in_words(texts, *current.shown())};
}

}  // namespace lagesbild::view
