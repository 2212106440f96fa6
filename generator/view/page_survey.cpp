#include "view/page_survey.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "view/survey_words.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

constexpr std::array<std::string_view, 4> roles{"st_doctor", "supervisor", "manager", "study_director"};

// The page of the indicator that counts ST doctors' answers to the statement; empty when there is none.
std::string indicator_of(const Context& context, const std::string& statement) {
  const auto& definitions = context.release.indicators.definitions;
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    const auto& subject = definitions[i].numerator.subject;
    if (subject.statement == statement && subject.role == model::Role::st_doctor) return context.indicator_path(i);
  }
  return {};
}

std::string basis(const Context& context, const ToldShare& share) {
  if (share.interval) return context.texts.counted("survey.own_basis", share.n, {{"interval", share.interval_words}});
  return context.texts.counted("survey.own_n", share.n);
}

std::optional<Dumbbell> beside_roles(const Context& context, const ToldStatement& told, const std::string& wording) {
  if (told.roles.empty()) return std::nullopt;
  std::vector<Marked> marks;
  std::vector<std::string> words;
  const auto add = [&](const ToldShare& share, const std::string& name) {
    marks.push_back({share.kind, share.percent, name + " " + share.value});
    words.push_back(marks.back().label);
  };
  if (told.own) add(*told.own, context.texts.say("role.st_doctor"));
  for (const ToldShare& role : told.roles) add(role, context.texts.say("role." + role.kind));
  return dumbbell(wording + " " + join_in_words(context.texts, words), marks, Between::parts);
}

SurveyLine line_of(const Context& context, const ToldStatement& told, const std::string& prefix) {
  const Texts& texts = context.texts;
  const auto& about = context.release.statements[told.statement];
  const std::string& wording = about.wording.in(context.language());
  SurveyLine line;
  line.id = prefix + anchor_of(context, told.statement);
  const std::string path = indicator_of(context, about.id);
  if (path.empty()) line.statement = wording;
  else line.link = Link{path, wording, false};
  line.elsewhere = beside_others(context, told);
  line.roles = beside_roles(context, told, wording);
  if (told.own) {
    line.remarks.push_back({basis(context, *told.own), false});
    line.values.push_back(value_of(context, *told.own, {}));
  } else {
    line.remarks.push_back({texts.say("survey.own_withheld"), false});
  }
  for (const ToldShare& other : told.elsewhere) {
    Remark difference = told.own ? difference_from_others(context, other) : Remark{};
    if (told.own) line.remarks.push_back(difference);
    line.values.push_back(value_of(context, other, std::move(difference)));
  }
  line.role_remarks = roles_that_differ(context, told);
  for (const ToldShare& role : told.roles) {
    line.values.push_back(value_of(context, role, told.own ? role_difference(context, role) : Remark{}));
  }
  return line;
}

SurveyArea area_of(const Context& context, std::optional<std::size_t> area, const std::string& prefix) {
  SurveyArea found;
  if (!area) {
    found.id = prefix + "helheten";
    found.name = context.texts.say("survey.whole");
    return found;
  }
  found.letter = context.release.framework.areas[*area].letter;
  found.id = prefix + "omrade-" + found.letter;
  if (context.release.has_reviews) found.link = Link{context.area_path(*area), context.area_name(*area), false};
  else found.name = context.area_name(*area);
  return found;
}

std::string answered_in_words(const Context& context, const ToldRound& round) {
  std::vector<std::string> parts;
  for (std::size_t role = 0; role < round.answered.size(); ++role) {
    const std::int64_t n = round.answered[role];
    if (n > 0) parts.push_back(context.texts.counted("survey.answered_" + std::string{roles[role]}, n));
  }
  return join_in_words(context.texts, parts);
}

SurveyRound round_of(const Context& context, const ToldRound& told) {
  const Texts& texts = context.texts;
  SurveyRound round;
  const std::string prefix = told.latest ? "" : "o" + told.period.substr(0, 4) + "-";
  round.id = prefix + "pastaenden";
  round.heading = told.latest ? texts.say("survey.statements") : texts.say("survey.own_statements", {{"round", told.period}});
  round.subtitle = texts.say("survey.scale");
  if (const std::string answered = answered_in_words(context, told); !answered.empty()) {
    round.subtitle += " " + texts.say("survey.answered", {{"round", told.period}, {"answered", answered}});
  }
  std::vector<std::optional<std::size_t>> areas{std::nullopt};
  for (std::size_t area = 0; area < context.release.framework.areas.size(); ++area) areas.emplace_back(area);
  for (const auto& area : areas) {
    SurveyArea found = area_of(context, area, prefix);
    for (const ToldStatement& one : told.statements) {
      if (context.release.statements[one.statement].area == area) found.lines.push_back(line_of(context, one, prefix));
    }
    if (!found.lines.empty()) round.areas.push_back(std::move(found));
  }
  return round;
}

DistributionBlock block_of(const Context& context, const ToldDistribution& told, const ToldRound& round) {
  const Texts& texts = context.texts;
  DistributionBlock block;
  block.id = "svar-" + (round.latest ? "" : round.period.substr(0, 4) + "-") + context.release.statements[told.statement].id;
  block.heading = context.release.statements[told.statement].wording.in(context.language());
  if (!round.latest) block.heading += " " + round.period;
  const auto& classes = told.rows.front().classes;
  const bool opinions = classes.front().answer == "agree";
  for (const auto& one : classes) block.classes.push_back({texts.say("answer." + one.answer)});
  const auto most = std::max_element(classes.begin(), classes.end(), [](const auto& a, const auto& b) { return a.percent < b.percent; });
  ToldShare share;
  share.kind = told.rows.front().kind;
  block.finding = texts.say("survey.most_common", {{"group", texts.say("survey.in_" + share.kind)},
                                                   {"answer", texts.say("answer." + most->answer)}, {"share", most->value}});
  for (const ToldClasses& row : told.rows) {
    share.kind = row.kind;
    DistributionRow drawn{whose(context, share), texts.counted("survey.answers", row.n, {{"period", row.period}}), {}, {}};
    std::vector<ClassShare> shares;
    std::vector<std::string> words;
    for (const auto& one : row.classes) {
      shares.push_back({one.percent, texts.say("answer." + one.answer) + " " + one.value});
      words.push_back(shares.back().label);
      drawn.shares.push_back({one.value});
    }
    drawn.chart = distribution(drawn.name + ": " + join_in_words(texts, words), shares, opinions ? Strongest::first : Strongest::last);
    block.rows.push_back(std::move(drawn));
  }
  return block;
}

// Whose marks are whose: of those elsewhere with how many and when.
std::vector<SurveyKey> keys_of(const Context& context, const ToldRound& round) {
  std::vector<SurveyKey> keys;
  const auto add = [&](const ToldShare& share) {
    if (std::any_of(keys.begin(), keys.end(), [&](const SurveyKey& one) { return one.kind == share.kind; })) return;
    keys.push_back({whose(context, share), share.kind, shape_of(share.kind),
                    share.source.empty() ? "" : context.texts.counted("survey.answers", share.n, {{"period", share.period}})});
  };
  for (const ToldStatement& one : round.statements) {
    if (one.own) add(*one.own);
  }
  for (const ToldStatement& one : round.statements) std::for_each(one.elsewhere.begin(), one.elsewhere.end(), add);
  for (const ToldStatement& one : round.statements) std::for_each(one.roles.begin(), one.roles.end(), add);
  return keys;
}

std::string sources_of(const Context& context, const ToldRound& round) {
  std::vector<std::string> names;
  const auto add = [&](const ToldShare& share) {
    if (!share.source.empty() && std::find(names.begin(), names.end(), share.source) == names.end()) names.push_back(share.source);
  };
  for (const ToldStatement& one : round.statements) {
    if (one.own) add(*one.own);
    std::for_each(one.elsewhere.begin(), one.elsewhere.end(), add);
  }
  std::sort(names.begin(), names.end());
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : "; ") + name;
  return all.empty() ? "" : context.texts.say("survey.sources", {{"sources", all}});
}

std::vector<Link> jump_of(const Context& context, const SurveyPage& page) {
  std::vector<Link> links;
  for (const SurveyArea& area : page.rounds.front().areas) {
    const std::string& name = area.link ? area.link->label : area.name;
    links.push_back({"#" + area.id, area.letter.empty() ? name : area.letter + " " + name, false});
  }
  if (page.apart) links.push_back({"#olika", context.texts.say("survey.apart"), false});
  if (page.has_blocks) links.push_back({"#fordelning", context.texts.say("survey.distributions"), false});
  return links;
}

}  // namespace

SurveyPage survey_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  SurveyPage page;
  page.shell = context.shell(ref, texts.say("survey.heading"));
  for (std::size_t round = context.release.rounds.size(); round-- > 0;) {
    if (!is_waited_for(context, round)) continue;
    const model::Round& one = context.release.rounds[round];
    page.waiting.push_back({texts.say("survey.waiting", {{"round", one.id}, {"date", to_string(one.to)}})});
  }
  const auto rounds = told_rounds(context);
  if (rounds.empty()) {
    page.lead = texts.say("survey.own_lead");
    return page;
  }
  const ToldRound& latest = rounds.front();
  const auto findings = survey_findings(context, latest);
  page.lead = findings.front();
  for (std::size_t i = 1; i < findings.size(); ++i) page.findings.push_back({findings[i]});
  page.highlights = highlights(context, latest);
  page.page_keys = keys_of(context, latest);
  page.apart = apart_section(context, latest);
  page.sources = sources_of(context, latest);
  page.page_roles = std::any_of(rounds.begin(), rounds.end(), [](const ToldRound& round) {
    return std::any_of(round.statements.begin(), round.statements.end(), [](const ToldStatement& one) { return !one.roles.empty(); });
  });
  for (const ToldRound& round : rounds) {
    page.rounds.push_back(round_of(context, round));
    for (const ToldDistribution& one : round.distributions) page.blocks.push_back(block_of(context, one, round));
  }
  page.has_blocks = !page.blocks.empty();
  page.jump = jump_of(context, page);
  add_figures(context, ref, page);
  return page;
}

}  // namespace lagesbild::view
