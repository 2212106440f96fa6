#include "view/since_words.hpp"

#include <algorithm>
#include <utility>

#include "view/units_table.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Grade;
using disclosure::Plan;
using disclosure::Review;
using disclosure::Status;
using disclosure::UnitReviews;

bool follows(const UnitReviews& unit) { return unit.state.status != Status::action_required; }

class Teller {
 public:
  Teller(const Context& context, const UnitNews& unit)
      : context_(context), texts_(context.texts), unit_(unit), now_(context.release.units[unit.unit].reviewed.shown()) {}

  std::vector<News> tell() {
    if (unit_.is_new) add(NewsKind::new_unit, texts_.say("since.new_unit"));
    if (unit_.has_closed) add(NewsKind::closed, lower_first(what_became_of(context_, unit_.unit)));
    const bool reviewed_now = now_ != nullptr && !now_->reviews.empty();
    const bool reviewed_before = unit_.before && !unit_.before->reviews.empty();
    if (reviewed_now && reviewed_before) {
      compare(*unit_.before, *now_);
    } else if (reviewed_now && !unit_.is_new) {
      add(NewsKind::first_review, texts_.say("since.first_review", {{"date", to_string(now_->reviews.back().date)}}));
    }
    std::stable_sort(all_.begin(), all_.end(), [](const News& a, const News& b) { return a.kind < b.kind; });
    return std::move(all_);
  }

 private:
  void add(NewsKind kind, std::string text) { all_.push_back({kind, std::move(text)}); }

  static std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    if (text.ends_with('.')) text.pop_back();
    return text;
  }

  void compare(const UnitReviews& before, const UnitReviews& now) {
    const Review& old_review = before.reviews.back();
    const Review& review = now.reviews.back();
    const bool again = review.date != old_review.date;
    if (again) add(NewsKind::reviewed, texts_.say("since.reviewed", {{"date", to_string(review.date)}}));
    compare_grades(old_review, review);
    if (follows(before) && !follows(now)) add(NewsKind::stopped, texts_.say("since.stopped"));
    if (!follows(before) && follows(now)) add(NewsKind::started, texts_.say("since.started"));
    if (now.state.plan == Plan::late && (before.state.plan != Plan::late || again)) {
      add(NewsKind::plan_late, texts_.say("since.plan_late", {{"date", to_string(*now.state.plan_due)}}));
    }
    if (now.state.overdue && !before.state.overdue) {
      add(NewsKind::overdue, texts_.say("since.overdue", {{"date", to_string(now.state.next_due)}}));
    }
    tell_of_plan(again ? Review{} : old_review, review);
  }

  void compare_grades(const Review& before, const Review& now) {
    std::vector<std::string> new_d;
    for (std::size_t area = 0; area < std::min(before.areas.size(), now.areas.size()); ++area) {
      const Grade from = before.areas[area].current, to = now.areas[area].current;
      if (from == to) continue;
      if (to == Grade::d) {
        new_d.push_back(context_.area_name(area));
      } else {
        add(NewsKind::grade, texts_.say("since.grade", {{"area", context_.area_name(area)}, {"from", grade_letter(from)},
                                                        {"to", grade_letter(to)}}));
      }
    }
    if (!new_d.empty()) add(NewsKind::new_d, texts_.say("since.new_d", {{"areas", join_in_words(texts_, new_d)}}));
  }

  void tell_of_plan(const Review& before, const Review& now) {
    const auto tell = [&](NewsKind kind, const char* key, const std::optional<Date>& was, const std::optional<Date>& is) {
      if (is && was != is) add(kind, texts_.say(key, {{"date", to_string(*is)}}));
    };
    tell(NewsKind::plan_received, "since.plan_received", before.plan_received, now.plan_received);
    tell(NewsKind::plan_decided, "since.plan_decided", before.decided_on, now.decided_on);
  }

  const Context& context_;
  const Texts& texts_;
  const UnitNews& unit_;
  const UnitReviews* now_;
  std::vector<News> all_;
};

}  // namespace

std::vector<News> news_of(const Context& context, const UnitNews& unit) { return Teller{context, unit}.tell(); }

std::vector<const UnitNews*> weightiest_first(const Context& context, std::vector<const UnitNews*> units) {
  std::vector<std::pair<NewsKind, const UnitNews*>> weighed;
  for (const UnitNews* unit : units) {
    const auto news = news_of(context, *unit);
    if (!news.empty()) weighed.emplace_back(news.front().kind, unit);
  }
  std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  units.clear();
  for (const auto& [kind, unit] : weighed) units.push_back(unit);
  return units;
}

std::array<std::int64_t, news_kinds> count_news(const Context& context) {
  std::array<std::int64_t, news_kinds> counts{};
  for (const UnitNews& unit : context.site.since.units) {
    std::array<bool, news_kinds> has{};
    for (const News& one : news_of(context, unit)) has[static_cast<std::size_t>(one.kind)] = true;
    for (std::size_t kind = 0; kind < news_kinds; ++kind) counts[kind] += has[kind] ? 1 : 0;
  }
  return counts;
}

std::string counts_in_words(const Context& context) {
  static constexpr std::pair<NewsKind, const char*> told[] = {
      {NewsKind::started, "since.count_started"},     {NewsKind::stopped, "since.count_stopped"},
      {NewsKind::new_d, "since.count_new_d"},         {NewsKind::plan_late, "since.count_late"},
      {NewsKind::plan_decided, "since.count_decided"}, {NewsKind::reviewed, "since.count_reviewed"},
      {NewsKind::first_review, "since.count_first_review"}, {NewsKind::overdue, "since.count_overdue"},
      {NewsKind::new_unit, "since.count_new"},        {NewsKind::closed, "since.count_closed"}};
  const auto counts = count_news(context);
  std::vector<std::string> parts;
  for (const auto& [kind, key] : told) {
    const std::int64_t n = counts[static_cast<std::size_t>(kind)];
    if (n > 0) parts.push_back(context.texts.counted(key, n));
  }
  return join_in_words(context.texts, parts);
}

std::string since_lead(const Context& context) {
  const Texts& texts = context.texts;
  const SinceLast& since = context.site.since;
  if (since.state == SinceLast::State::first) return texts.say("since.first");
  if (since.state == SinceLast::State::unreadable) return texts.say("since.unreadable");
  const std::string counts = counts_in_words(context);
  if (!counts.empty()) return texts.say("since.lead", {{"date", since.before.as_of}, {"counts", counts}});
  return texts.say(since.units_compared ? "since.no_units" : "since.units_not_compared", {{"date", since.before.as_of}});
}

}  // namespace lagesbild::view
