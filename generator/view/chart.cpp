#include "view/chart.hpp"

#include <numeric>

namespace lagesbild::view {
namespace {

constexpr double room_for_label = 0.05;  // of the width; a narrower segment has its count in the table only

enum class Labels : bool { no, yes };

std::vector<Segment> stack(const Texts& texts, const disclosure::GradeCounts& counts, Labels labels) {
  const int total = std::accumulate(counts.begin(), counts.end(), 0);
  std::vector<Segment> segments;
  int before = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    const double x = static_cast<double>(before) / total;
    const double width = static_cast<double>(counts[i]) / total;
    Segment segment{std::string(1, "abcd"[i]), per_cent(x), per_cent(width), i == 3, std::nullopt, per_cent(x + width / 2)};
    if (labels == Labels::yes && width >= room_for_label) segment.label = Note{texts.number(counts[i])};
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
                  stack(texts, *first, Labels::no), stack(texts, *now, Labels::yes), per_cent(static_cast<double>(reached) / total)};
}

RegionBar region_bar(const Texts& texts, const disclosure::Cell<disclosure::GradeCounts>& current) {
  if (current.shown() == nullptr) return {{}, texts.say("withheld.small_group")};
  return {stack(texts, *current.shown(), Labels::no), in_words(texts, *current.shown())};
}

}  // namespace lagesbild::view
