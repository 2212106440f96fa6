#include "view/page_recommendations.hpp"

#include <algorithm>

#include "disclosure/audience.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

std::string kind_of(const model::Measure& recommendation) {
  return recommendation.status.empty() ? "unknown" : recommendation.status;
}

bool tells(const Context& context, std::string_view field) { return disclosure::sees(context.release, "measures", field); }

std::string status_in_words(const Texts& texts, const model::Measure& recommendation) {
  return texts.say("recommendation." + kind_of(recommendation));
}

}  // namespace

std::vector<RecommendationDot> recommendation_dots(const Context& context) {
  std::vector<RecommendationDot> dots;
  if (!tells(context, "status")) return dots;
  for (const auto& r : context.release.measures) dots.push_back({r.number, status_in_words(context.texts, r), kind_of(r)});
  return dots;
}

std::string recommendations_finding(const Context& context) {
  const auto& all = context.release.measures;
  if (!tells(context, "status")) return context.texts.counted("recommendation.listed", static_cast<std::int64_t>(all.size()));
  const auto silent = std::count_if(all.begin(), all.end(), [](const auto& r) { return r.status.empty(); });
  if (silent == static_cast<std::ptrdiff_t>(all.size())) {
    return context.texts.counted("recommendation.none_reported", static_cast<std::int64_t>(all.size()));
  }
  std::vector<std::string> parts;
  for (const char* kind : {"done", "started", "not_started", "stopped", "unknown"}) {
    const auto n = std::count_if(all.begin(), all.end(), [&](const auto& r) { return kind_of(r) == kind; });
    if (n > 0) parts.push_back(context.texts.counted("recommendation.part_" + std::string{kind}, n));
  }
  return context.texts.counted("recommendation.finding", static_cast<std::int64_t>(all.size()),
                               {{"parts", join_in_words(context.texts, parts)}});
}

RecommendationsPage recommendations_page(const Context& context, const PageRef& ref) {
  const Language language = context.language();
  RecommendationsPage page;
  page.shell = context.shell(ref, context.texts.say("recommendation.heading"));
  page.lead = recommendations_finding(context);
  page.page_owner = tells(context, "owner_sv") && tells(context, "owner_en");
  page.page_status = tells(context, "status");
  page.page_followed_up = tells(context, "followed_up");
  page.page_note = tells(context, "note_sv") && tells(context, "note_en");
  for (const model::Measure& recommendation : context.release.measures) {
    const std::string& heading = recommendation.heading.in(language);
    if (page.groups.empty() || page.groups.back().heading != heading) page.groups.push_back({heading, {}});
    const std::string& owner = recommendation.owner.in(language);
    page.groups.back().rows.push_back(
        {recommendation.number, recommendation.title.in(language), owner.empty() ? context.texts.say("recommendation.no_owner") : owner,
         status_in_words(context.texts, recommendation), kind_of(recommendation),
         recommendation.followed_up ? to_string(*recommendation.followed_up) : context.texts.say("recommendation.never"),
         recommendation.note.in(language)});
  }
  return page;
}

}  // namespace lagesbild::view
