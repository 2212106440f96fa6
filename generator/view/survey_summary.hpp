// What ST doctors say, in short, for the overview: the region alone, against the rest of Sweden, and only where it differs clearly. What a
// reader would get wrong: statements that are not listed do not differ clearly or cannot be compared; the page about surveys has them all.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/page_survey.hpp"

namespace lagesbild::view {

struct SummaryLine {
  Link link;
  Dumbbell chart;
  std::vector<Remark> remarks;
  std::vector<SurveyValue> values = {};  // of the chart; not for the template
  static constexpr auto fields() {
    return std::tuple{Field{"link", &SummaryLine::link, "the statement, to its place on the survey page"},
                      Field{"chart", &SummaryLine::chart, "the region's ST doctors and those elsewhere"},
                      Field{"remarks", &SummaryLine::remarks, "each difference"}};
  }
};

struct SurveySummary {
  std::string href;
  std::string finding;
  std::string note;
  std::vector<SummaryLine> lines;
  bool has_lines = false;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &SurveySummary::href, "the survey page"},
                      Field{"finding", &SurveySummary::finding, "what ST doctors say, in sentences"},
                      Field{"note", &SurveySummary::note, "what is listed"},
                      Field{"lines", &SurveySummary::lines, "statements that differ clearly: above, then below, the largest first"},
                      Field{"has_lines", &SurveySummary::has_lines, "a statement differs clearly"},
                      Field{"files", &SurveySummary::files, "the charts to take away"}};
  }
};

// Absent on a site without surveys.
std::optional<SurveySummary> survey_summary(const Context& context);
Figure summary_figure(const Texts& texts, const SurveySummary& summary);

}  // namespace lagesbild::view
