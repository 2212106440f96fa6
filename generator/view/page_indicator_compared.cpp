#include <algorithm>
#include <array>
#include <cmath>

#include "view/page_indicator.hpp"
#include "view/page_survey.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::GroupKind;
using disclosure::kind::Better;
using disclosure::kind::Condition;
using disclosure::kind::Source;

constexpr std::size_t most_units = 30;
constexpr std::array<std::string_view, 4> sources{"reviews", "units", "annual_reports", "survey"};
constexpr std::array<std::string_view, 4> roles{"st_doctor", "supervisor", "manager", "study_director"};  // by model::Role

// Half away from zero, as Texts::percent rounds; n is positive.
std::int64_t rounded_percent(std::int64_t k, std::int64_t n) { return (200 * k + n) / (2 * n); }

Named named(std::string name, const std::string& path) {
  if (path.empty()) return {std::move(name), {}};
  return {"", Link{"../" + path, std::move(name), false}};
}

// Answers of their own: so many more would have had to be as the target wants.
std::int64_t lacking(const disclosure::kind::Target& target, const disclosure::Value& value) {
  return std::max<std::int64_t>(0, (target.limit * value.n + 99) / 100 - value.k);
}

// The share of ST doctors that agree with a statement: what others have published, and what other roles were asked.
bool is_agreement(const disclosure::Definition& definition) {
  return definition.source == Source::survey && definition.kind == disclosure::kind::Kind::share &&
         definition.numerator.subject.role == model::Role::st_doctor && definition.numerator.test == Condition::Test::one_of &&
         definition.numerator.values == std::vector<std::int64_t>{0};
}

struct Shortfall {
  std::size_t group = 0;
  std::int64_t lacks = 0;
};

// The fewest forums that make up the given part of what is lacking, by the largest first; told in the order of their names.
std::vector<std::size_t> the_few(std::vector<Shortfall> parts, std::int64_t all, int percent) {
  std::stable_sort(parts.begin(), parts.end(), [](const Shortfall& a, const Shortfall& b) { return a.lacks > b.lacks; });
  std::vector<std::size_t> few;
  std::int64_t sum = 0;
  for (const Shortfall& part : parts) {
    if (100 * sum >= percent * all) break;
    sum += part.lacks;
    few.push_back(part.group);
  }
  std::sort(few.begin(), few.end());
  return few;
}

std::string difference_in_words(const Texts& texts, std::int64_t points, std::string_view kind) {
  const std::string key = "indicator_page." + std::string{kind};
  if (points == 0) return texts.say(key + "_same");
  return texts.counted(key + (points > 0 ? "_more" : "_less"), std::abs(points));
}

std::string role_difference(const Texts& texts, const disclosure::RoleComparison& one) {
  const std::int64_t doctors = rounded_percent(one.doctors_agree.k, one.doctors_agree.n);
  std::string words = difference_in_words(texts, rounded_percent(one.agree.k, one.agree.n) - doctors, "role");
  if (!one.difference) return words;
  if (one.difference->lower <= 0 && one.difference->upper >= 0) return words + ", " + texts.say("indicator_page.may_be_chance");
  const auto [least, most] = std::minmax({std::abs(one.difference->lower), std::abs(one.difference->upper)});
  return words + " " + texts.say("indicator_page.between", {{"least", texts.decimal(least, 0)},
                                                            {"most", texts.decimal(most, 0)}});
}

}  // namespace

std::string agreement_text(const Texts& texts, double kappa) {
  static constexpr std::array<std::pair<double, std::string_view>, 5> limits{
      {{0, "none"}, {0.2, "slight"}, {0.4, "fair"}, {0.6, "moderate"}, {0.8, "good"}}};
  for (const auto& [limit, word] : limits) {
    if (kappa <= limit) return texts.say("indicator_page.agreement_" + std::string{word});
  }
  return texts.say("indicator_page.agreement_very_good");
}

std::optional<TargetGap> target_gap(const Indicator& indicator) {
  const auto& target = indicator.definition.target;
  const auto* region = indicator.value(indicator.headline(), whole_region);
  if (!indicator.is_share() || !target || !target->at_least || region == nullptr) return std::nullopt;
  const std::int64_t missing = lacking(*target, *region);
  if (missing == 0) return std::nullopt;
  const Context& context = indicator.context;
  const auto& groups = context.release.indicators.groups;
  std::vector<Shortfall> parts;
  std::int64_t all = 0, most = 0;
  bool withheld = false;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    if (groups[group].kind != GroupKind::forum) continue;
    withheld = withheld || indicator.cells.headline(group).shown() == nullptr;
    const auto* value = indicator.value(indicator.headline(), group);
    const std::int64_t lacks = value == nullptr ? 0 : lacking(*target, *value);
    if (lacks == 0) continue;
    parts.push_back({group, lacks});
    all += lacks;
    most = std::max(most, lacks);
  }
  TargetGap gap;
  const bool sum = indicator.definition.denominator.test == Condition::Test::sum;
  const std::string what = sum ? "sum" : std::string{sources[static_cast<std::size_t>(indicator.definition.source)]};
  gap.title = indicator.texts.counted("indicator_page.gap_" + what, missing,
                                      {{"all", indicator.texts.number(region->n)}, {"target", target_text(context, indicator.definition)}});
  for (const Shortfall& part : parts) {
    const auto& group = groups[part.group];
    const std::string path = group.forum && context.release.has_reviews ? context.forum_path(*group.forum) : "";
    const std::string name = group_name(context, group), words = indicator.texts.number(part.lacks);
    const double part_of_most = static_cast<double>(part.lacks) / static_cast<double>(most);
    gap.parts.push_back({named(name, path), {name + ": " + words, per_cent(part_of_most), false}, words});
  }
  if (!parts.empty()) {
    std::vector<std::string> names;
    const int percent = context.release.indicators.settings.gap_percent;
    for (const std::size_t group : the_few(parts, all, percent)) {
      names.push_back(group_name(context, groups[group]));
    }
    gap.note = indicator.texts.counted("indicator_page.gap_forums", static_cast<std::int64_t>(parts.size()),
                                       {{"all", indicator.texts.number(all)}, {"names", join_in_words(indicator.texts, names)},
                                        {"percent", indicator.texts.number(percent)}});
  }
  if (withheld) gap.note += (gap.note.empty() ? "" : " ") + indicator.texts.say("indicator_page.gap_withheld");
  return gap;
}

std::optional<UnmetUnits> unmet_units(const Indicator& indicator) {
  const Better better = indicator.definition.better;
  if (!indicator.is_share() || better == Better::none || disclosure::kind::about_persons(indicator.definition.source)) return std::nullopt;
  std::vector<std::size_t> found;
  for (std::size_t unit = 0; unit < indicator.context.release.units.size(); ++unit) {
    const disclosure::UnitValue* value = indicator.cells.of_unit(unit, indicator.headline()).shown();
    if (value == nullptr || value->n == 0) continue;
    if (value->n > 1) return std::nullopt;  // not a yes or a no of the unit
    if ((value->k == 0) == (better == Better::higher)) found.push_back(unit);
  }
  if (found.empty()) return std::nullopt;
  UnmetUnits units;
  units.title = indicator.texts.counted("indicator_page.unmet", static_cast<std::int64_t>(found.size()));
  for (std::size_t i = 0; i < std::min(found.size(), most_units); ++i) {
    units.units.push_back(named(indicator.context.release.units[found[i]].name, indicator.context.unit_path(found[i])));
  }
  if (found.size() > most_units) {
    units.more = Note{indicator.texts.counted("indicator_page.more_units", static_cast<std::int64_t>(found.size() - most_units))};
  }
  return units;
}

std::optional<Comparison> compared_elsewhere(const Indicator& indicator) {
  const auto* region = indicator.value(indicator.headline(), whole_region);
  if (!is_agreement(indicator.definition) || region == nullptr) return std::nullopt;
  const Context& context = indicator.context;
  const Texts& texts = context.texts;
  const int limit = context.release.indicators.settings.difference_points;
  const std::int64_t own = rounded_percent(region->k, region->n);
  Comparison found;
  found.rows.push_back({group_name(context, context.release.indicators.groups[whole_region]), texts.percent(region->k, region->n),
                        texts.counted("survey.answers", region->n, {{"period", indicator.period(indicator.headline())}}), "", "", false});
  std::int64_t marked = 0;
  for (const std::string_view group : {"sweden", "general_practice"}) {
    const auto& all = context.release.benchmarks;
    const auto one = std::find_if(all.begin(), all.end(), [&](const model::Benchmark& benchmark) {
      return benchmark.group == group && benchmark.answer == "agree" &&
             context.release.statements[benchmark.statement].id == indicator.definition.numerator.subject.statement;
    });
    if (one == all.end()) continue;
    const std::int64_t points = own - one->percent;
    const bool far = std::abs(points) > limit;
    marked += far ? 1 : 0;
    found.rows.push_back({texts.say("survey.group_" + std::string{group}), texts.percent(one->percent, 100),
                          texts.counted("survey.answers", one->n, {{"period", one->period}}),
                          difference_in_words(texts, points, "region"), "", far});
  }
  if (found.rows.size() == 1) return std::nullopt;
  found.title = texts.say(marked > 0 ? "indicator_page.elsewhere_apart" : "indicator_page.elsewhere_alike");
  found.note = texts.counted("indicator_page.elsewhere_note", limit);
  return found;
}

std::optional<Comparison> compared_roles(const Indicator& indicator) {
  if (!is_agreement(indicator.definition)) return std::nullopt;
  const Context& context = indicator.context;
  const Texts& texts = context.texts;
  const auto& time = indicator.time(indicator.headline());
  Comparison found;
  std::int64_t apart = 0;
  for (const auto& cell : context.release.indicators.roles) {
    const disclosure::RoleComparison* one = cell.shown();
    if (one == nullptr || one->round != time.index || one->agree.n == 0 || one->doctors_agree.n == 0) continue;
    if (context.release.statements[one->statement].id != indicator.definition.numerator.subject.statement) continue;
    const auto row = [&](std::size_t role, const auto& agree) {
      const std::string name{roles[role]};
      const std::string answered = texts.counted("survey.answered_" + name, agree.n);
      return Compared{texts.say("role." + name), texts.percent(agree.k, agree.n), answered, {}, {}};
    };
    if (found.rows.empty()) found.rows.push_back(row(0, one->doctors_agree));
    Compared line = row(static_cast<std::size_t>(one->role), one->agree);
    line.difference = role_difference(texts, *one);
    line.marked = one->difference && (one->difference->lower > 0 || one->difference->upper < 0);
    apart += line.marked ? 1 : 0;
    if (one->kappa) line.agreement = agreement_text(texts, *one->kappa);
    found.rows.push_back(std::move(line));
  }
  if (found.rows.empty()) return std::nullopt;
  found.title = apart == 0 ? texts.say("indicator_page.roles_alike") : texts.counted("indicator_page.roles_apart", apart);
  found.note = texts.say("indicator_page.roles_note", {{"period", indicator.period(indicator.headline())}});
  return found;
}

}  // namespace lagesbild::view
