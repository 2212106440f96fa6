// What is being done: open D and every plan and report with recommendations, how far each has come and what is late. What stands in them is
// on pages of their own, page_cases.hpp and page_plan.hpp.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct MeasureDot {
  std::string number;
  std::string status;
  std::string kind;
  static constexpr auto fields() {
    return std::tuple{Field{"number", &MeasureDot::number, "such as 4.1"}, Field{"status", &MeasureDot::status, "in words"},
                      Field{"kind", &MeasureDot::kind, "class: unknown, not_started, started, done or stopped"}};
  }
};


struct PlanSummary {
  std::string name;
  std::string href;
  std::string finding;
  std::optional<Note> about, late;
  std::vector<MeasureDot> dots;
  bool has_dots = false;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &PlanSummary::name, "h2"}, Field{"href", &PlanSummary::href, "its page"},
                      Field{"finding", &PlanSummary::finding, "how far it has come, in a sentence"},
                      Field{"about", &PlanSummary::about, "what it is"},
                      Field{"late", &PlanSummary::late, "how much of it is late; absent when nothing is"},
                      Field{"dots", &PlanSummary::dots, "its measures in a row"},
                      Field{"has_dots", &PlanSummary::has_dots, "the readers may see how far they have come"}};
  }
};

// Another page about what is being done.
struct MeasuresWay {
  std::string name;
  std::string href;
  std::string words;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &MeasuresWay::name, "h2"}, Field{"href", &MeasuresWay::href, "its address"},
                      Field{"words", &MeasuresWay::words, "what it tells, in a sentence"}};
  }
};

struct MeasuresPage {
  Shell shell;
  std::string lead;
  std::vector<MeasuresWay> first, then;
  std::vector<PlanSummary> plans;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &MeasuresPage::shell, "what stands around the page"},
                      Field{"lead", &MeasuresPage::lead, "what is open and how far all measures have come"},
                      Field{"first", &MeasuresPage::first, "what comes before the plans: the register of D"},
                      Field{"plans", &MeasuresPage::plans, "by name"},
                      Field{"then", &MeasuresPage::then, "what comes after them"}};
  }
};

MeasuresPage measures_page(const Context& context, const PageRef& ref);

// Of a page below this one; none on a site that has not got this one.
std::vector<Link> crumbs_to_measures(const Context& context, const PageRef& ref);

// Of all plans together, for the overview and the region's meeting.
std::string measures_finding(const Context& context);
std::vector<MeasureDot> measure_dots(const Context& context);  // none where the readers may not see how far they have come

// Of one plan, for its own page too.
std::string plan_name(const Context& context, const Plan& plan);
std::string plan_finding(const Context& context, const Plan& plan);
std::optional<Note> plan_late(const Context& context, const Plan& plan);
std::string status_in_words(const Texts& texts, const model::Measure& measure);
bool tells_of_measures(const Context& context, std::string_view field);

}  // namespace lagesbild::view
