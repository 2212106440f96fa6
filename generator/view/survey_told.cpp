#include "view/survey_told.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "disclosure/audience.hpp"
#include "disclosure/one_by_one.hpp"
#include "view/indicator_words.hpp"
#include "view/values.hpp"

namespace lagesbild::view {
namespace {

using disclosure::AnswerCounts;

constexpr std::array<std::string_view, 4> roles{"st_doctor", "supervisor", "manager", "study_director"};
constexpr std::array<std::string_view, model::survey_answers> answers{"agree",   "neutral",     "disagree", "none",
                                                                         "under_1", "from_1_to_2", "over_2"};
constexpr std::array<std::string_view, 2> others{"general_practice", "sweden"};
constexpr std::size_t opinions = 3;  // the first answers; classes of hours come after them

std::int64_t all_of(const AnswerCounts& counts) { return std::accumulate(counts.begin(), counts.end(), std::int64_t{0}); }

// Half away from zero, as Texts::percent rounds; n is positive.
int rounded_percent(std::int64_t k, std::int64_t n) { return static_cast<int>((200 * k + n) / (2 * n)); }

std::string kind_of(std::size_t role) { return role == 0 ? "own" : std::string{roles[role]}; }

const model::Benchmark* benchmark(const disclosure::Release& release, std::size_t statement, std::string_view answer,
                                  std::string_view group) {
  const auto found = std::find_if(release.benchmarks.begin(), release.benchmarks.end(), [&](const model::Benchmark& one) {
    return one.statement == statement && one.answer == answer && one.group == group;
  });
  return found == release.benchmarks.end() ? nullptr : &*found;
}

// "2019-2022" as it is printed, however it was typed.
std::string years(const std::string& period) {
  const std::size_t hyphen = period.find('-');
  return hyphen == std::string::npos ? period : period.substr(0, hyphen) + "–" + period.substr(hyphen + 1);
}

ToldShare published(const Texts& texts, const model::Benchmark& one, std::string_view kind) {
  ToldShare share;
  share.kind = kind;
  share.percent = one.percent;
  share.value = texts.percent(one.percent, 100);
  share.n = one.n;
  share.period = years(one.period);
  share.source = one.source;
  return share;
}

void put_beside(const Context& context, ToldStatement& told) {
  for (const std::string_view group : others) {
    const model::Benchmark* one = benchmark(context.release, told.statement, "agree", group);
    if (one == nullptr) continue;
    ToldShare share = published(context.texts, *one, group);
    if (told.own) {
      share.points = told.own->percent - share.percent;
      share.clear = std::abs(share.points) > context.release.indicators.settings.difference_points;
    }
    told.elsewhere.push_back(std::move(share));
  }
}

// Shares of answers that others have published, of the groups that have them all.
ToldDistribution published_classes(const Context& context, std::size_t statement, std::size_t first, std::size_t last, bool with_region) {
  ToldDistribution found{statement, {}};
  for (const std::string_view group : {std::string_view{"region"}, others[0], others[1]}) {
    if (group == "region" && !with_region) continue;
    ToldClasses row{group == "region" ? "own" : std::string{group}, 0, "", {}};
    for (std::size_t answer = first; answer < last; ++answer) {
      const model::Benchmark* one = benchmark(context.release, statement, answers[answer], group);
      if (one == nullptr) break;
      row.n = one->n;
      row.period = years(one->period);
      row.classes.push_back({std::string{answers[answer]}, one->percent, context.texts.percent(one->percent, 100)});
    }
    if (row.classes.size() == last - first) found.rows.push_back(std::move(row));
  }
  return found;
}

// A round of the region's own.
class OwnRound {
 public:
  OwnRound(const Context& context, std::size_t round) : context_(context), round_(round) {}

  ToldRound told(bool latest) const {
    ToldRound found{context_.release.rounds[round_].id, latest, {}, {}, std::vector<std::int64_t>(roles.size(), 0)};
    std::vector<ToldDistribution> whole;
    for (std::size_t s = 0; s < context_.release.statements.size(); ++s) {
      for (std::size_t role = 0; role < roles.size(); ++role) {
        if (const AnswerCounts* all = counts(s, role)) found.answered[role] = std::max(found.answered[role], all_of(*all));
      }
      if (ToldDistribution hours = classes(s, opinions, answers.size()); !hours.rows.empty()) {
        if (latest) append(hours, published_classes(context_, s, opinions, answers.size(), false));
        found.distributions.push_back(std::move(hours));
        continue;
      }
      ToldStatement statement = told_statement(s);
      if (!statement.own && statement.roles.empty()) continue;
      if (latest) put_beside(context_, statement);
      found.statements.push_back(std::move(statement));
      if (context_.release.statements[s].area) continue;
      if (ToldDistribution all = classes(s, 0, opinions); !all.rows.empty()) whole.push_back(std::move(all));
    }
    std::move(whole.begin(), whole.end(), std::back_inserter(found.distributions));
    return found;
  }

 private:
  static void append(ToldDistribution& to, ToldDistribution from) {
    std::move(from.rows.begin(), from.rows.end(), std::back_inserter(to.rows));
  }

  const AnswerCounts* counts(std::size_t statement, std::size_t role) const {
    for (const auto& figures : context_.release.survey) {
      const bool wanted = figures.round == round_ && figures.statement == statement && static_cast<std::size_t>(figures.role) == role;
      if (wanted) return figures.answers.shown();
    }
    return nullptr;
  }

  const disclosure::RoleComparison* compared(std::size_t statement, std::size_t role) const {
    for (const auto& cell : context_.release.indicators.roles) {
      const auto* one = cell.shown();
      const bool wanted = one != nullptr && one->round == round_ && one->statement == statement;
      if (wanted && static_cast<std::size_t>(one->role) == role) return one;
    }
    return nullptr;
  }

  ToldStatement told_statement(std::size_t s) const {
    ToldStatement told;
    told.statement = s;
    for (std::size_t role = 0; role < roles.size(); ++role) {
      const AnswerCounts* all = counts(s, role);
      if (all == nullptr) continue;
      ToldShare share;
      share.kind = kind_of(role);
      share.n = all_of(*all);
      share.percent = rounded_percent((*all)[0], share.n);
      share.value = context_.texts.percent((*all)[0], share.n);
      if (role == 0) {
        add_interval(s, (*all)[0], share);
        told.own = std::move(share);
        continue;
      }
      if (told.own) {
        const auto* beside = compared(s, role);
        if (beside != nullptr) share.apart = beside->difference;
        share.points = share.percent - told.own->percent;
        share.clear = std::abs(share.points) > context_.release.indicators.settings.difference_points && !share.within_chance();
      }
      told.roles.push_back(std::move(share));
    }
    return told;
  }

  // Of the indicator that counts the same answers.
  void add_interval(std::size_t statement, std::int64_t agree, ToldShare& share) const {
    const auto& all = context_.release.indicators;
    for (std::size_t i = 0; i < all.definitions.size(); ++i) {
      const auto& definition = all.definitions[i];
      const auto& subject = definition.numerator.subject;
      if (definition.source != disclosure::kind::Source::survey || subject.role != model::Role::st_doctor ||
          subject.statement != context_.release.statements[statement].id) {
        continue;
      }
      const auto& cells = all.cells[i];
      for (std::size_t p = 0; p < cells.periods.size(); ++p) {
        const auto& period = all.periods[cells.periods[p]];
        if (period.kind != disclosure::PeriodKind::round || period.index != round_) continue;
        const disclosure::Value* value = cells.groups[p][whole_region].shown();
        const auto& interval = cells.assessment.standings[p][whole_region].interval;
        if (value == nullptr || value->k != agree || value->n != share.n || !interval) continue;
        share.interval = interval;
        share.interval_words = interval_text(context_, definition, *interval);
      }
    }
  }

  // Of those in each role whose answers may stand one by one, for these readers.
  ToldDistribution classes(std::size_t statement, std::size_t first, std::size_t last) const {
    ToldDistribution found{statement, {}};
    if (first == 0 && !disclosure::sees(context_.release, "survey", "disagree")) return found;
    for (std::size_t role = 0; role < roles.size(); ++role) {
      const AnswerCounts* all = counts(statement, role);
      if (all == nullptr || std::accumulate(all->begin() + static_cast<std::ptrdiff_t>(first),
                                            all->begin() + static_cast<std::ptrdiff_t>(last), 0) == 0) {
        continue;
      }
      if (first == 0 && !disclosure::may_stand_alone(*all, context_.release.policy)) continue;
      const std::int64_t n = all_of(*all);
      ToldClasses row{kind_of(role), n, context_.release.rounds[round_].id, {}};
      for (std::size_t answer = first; answer < last; ++answer) {
        const int k = (*all)[answer];
        row.classes.push_back({std::string{answers[answer]}, rounded_percent(k, n), context_.texts.percent(k, n)});
      }
      found.rows.push_back(std::move(row));
    }
    return found;
  }

  const Context& context_;
  std::size_t round_;
};

// What others have published, of the region too.
std::vector<ToldRound> published_round(const Context& context) {
  const auto& release = context.release;
  ToldRound found{"", true, {}, {}, {0}};
  std::vector<ToldDistribution> whole;
  for (std::size_t s = 0; s < release.statements.size(); ++s) {
    if (ToldDistribution hours = published_classes(context, s, opinions, answers.size(), true); !hours.rows.empty()) {
      found.distributions.push_back(std::move(hours));
      continue;
    }
    ToldStatement told;
    told.statement = s;
    if (const model::Benchmark* own = benchmark(release, s, "agree", "region")) {
      told.own = published(context.texts, *own, "own");
      found.answered[0] = std::max<std::int64_t>(found.answered[0], own->n);
      if (found.period.empty()) found.period = years(own->period);
    }
    put_beside(context, told);
    if (!told.own && told.elsewhere.empty()) continue;
    found.statements.push_back(std::move(told));
    if (ToldDistribution all = published_classes(context, s, 0, opinions, true); !all.rows.empty()) whole.push_back(std::move(all));
  }
  std::move(whole.begin(), whole.end(), std::back_inserter(found.distributions));
  if (found.statements.empty() && found.distributions.empty()) return {};
  std::vector<ToldRound> rounds;
  rounds.push_back(std::move(found));
  return rounds;
}

}  // namespace

const ToldShare* ToldStatement::furthest() const {
  const ToldShare* found = nullptr;
  for (const ToldShare& one : roles) {
    if (one.clear && (found == nullptr || std::abs(one.points) > std::abs(found->points))) found = &one;
  }
  return found;
}

const ToldShare* ToldStatement::other(std::string_view kind) const {
  const auto found = std::find_if(elsewhere.begin(), elsewhere.end(), [&](const ToldShare& one) { return one.kind == kind; });
  return found == elsewhere.end() ? nullptr : &*found;
}

std::vector<ToldRound> told_rounds(const Context& context) {
  std::vector<ToldRound> rounds;
  for (std::size_t round = context.release.rounds.size(); round-- > 0;) {
    ToldRound told = OwnRound{context, round}.told(rounds.empty());
    if (!told.statements.empty() || !told.distributions.empty()) rounds.push_back(std::move(told));
  }
  return rounds.empty() ? published_round(context) : rounds;
}

bool is_waited_for(const Context& context, std::size_t round) {
  const auto& survey = context.release.survey;
  return std::any_of(survey.begin(), survey.end(), [&](const auto& one) {
    return one.round == round && one.answers.shown() == nullptr && one.answers.reason() == disclosure::Reason::not_over;
  });
}

std::optional<PublishedShare> published_share(const disclosure::Release& release, std::string_view statement, std::string_view answer,
                                              std::string_view group) {
  for (std::size_t s = 0; s < release.statements.size(); ++s) {
    const model::Benchmark* one = release.statements[s].id == statement ? benchmark(release, s, answer, group) : nullptr;
    if (one != nullptr) return PublishedShare{one->percent, one->n};
  }
  return std::nullopt;
}

}  // namespace lagesbild::view
