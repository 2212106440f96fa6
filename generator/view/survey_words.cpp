#include "view/survey_words.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "view/words.hpp"

namespace lagesbild::view {
namespace {

constexpr std::size_t most_highlights = 4;

const std::string& wording(const Context& context, const ToldStatement& told) {
  return context.release.statements[told.statement].wording.in(context.language());
}

Link to_statement(const Context& context, const ToldStatement& told) {
  return {"#" + anchor_of(context, told.statement), wording(context, told), false};
}

// To be quoted inside a sentence, which has a full stop of its own.
std::string without_stop(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// "verksamhetscheferna", "övriga Sverige": inside a sentence.
std::string in_sentence(const Context& context, const ToldShare& share) { return context.texts.say("survey.in_" + share.kind); }

std::optional<Highlight> against_sweden(const Context& context, const ToldRound& round, Direction direction) {
  const auto found = clearly(round, direction);
  if (found.empty()) return std::nullopt;
  Highlight one;
  one.label = context.texts.say(direction == Direction::above ? "survey.above_sweden" : "survey.below_sweden");
  for (std::size_t i = 0; i < std::min(found.size(), most_highlights); ++i) {
    const std::string& other = found[i]->other("sweden")->value;
    one.items.push_back({to_statement(context, *found[i]),
                         context.texts.say("survey.against", {{"own", found[i]->own->value}, {"other", other}})});
  }
  if (found.size() > most_highlights) {
    one.more = Note{context.texts.counted("survey.and_more", static_cast<std::int64_t>(found.size() - most_highlights))};
  }
  return one;
}

// Statements where a role differs clearly, the largest difference first.
std::vector<const ToldStatement*> apart(const ToldRound& round) {
  std::vector<const ToldStatement*> found;
  for (const ToldStatement& one : round.statements) {
    if (one.furthest() != nullptr) found.push_back(&one);
  }
  std::stable_sort(found.begin(), found.end(), [](const ToldStatement* a, const ToldStatement* b) {
    return std::abs(a->furthest()->points) > std::abs(b->furthest()->points);
  });
  return found;
}

bool has_roles(const ToldRound& round) {
  const auto compares = [](const ToldStatement& one) { return one.own && !one.roles.empty(); };
  return std::any_of(round.statements.begin(), round.statements.end(), compares);
}

std::string own_and_role(const Context& context, const ToldStatement& told) {
  const ToldShare& role = *told.furthest();
  return context.texts.say("survey.own_and_role", {{"own", told.own->value}, {"share", role.value}, {"role", in_sentence(context, role)}});
}

// What it means that roles differ: whether they all do so the same way.
std::string meaning(const Context& context, const std::vector<const ToldStatement*>& found) {
  const auto n = static_cast<std::int64_t>(found.size());
  std::int64_t more = 0, less = 0;
  for (const ToldStatement* told : found) {
    const auto differs = [&](bool above) {
      const auto so = [&](const ToldShare& one) { return one.clear && (one.points > 0) == above; };
      return std::any_of(told->roles.begin(), told->roles.end(), so);
    };
    more += differs(true) ? 1 : 0;
    less += differs(false) ? 1 : 0;
  }
  if (less == 0) return context.texts.counted("survey.apart_more", n);
  if (more == 0) return context.texts.counted("survey.apart_less", n);
  return context.texts.counted("survey.apart_mixed", n, {{"more", context.texts.number(more)}, {"less", context.texts.number(less)}});
}

}  // namespace

std::string whose(const Context& context, const ToldShare& share) { return context.texts.say("survey.group_" + share.kind); }

std::string short_name(const Context& context, const std::string& kind) { return context.texts.say("survey.short_" + kind); }

Remark difference_from_others(const Context& context, const ToldShare& other) {
  const std::string group = in_sentence(context, other);
  if (other.points == 0) return {context.texts.say("survey.same_as", {{"group", group}}), false};
  const std::string key = std::string{"survey."} + (other.clear ? "clearly_" : "") + (other.points > 0 ? "above" : "below");
  return {context.texts.counted(key, std::abs(other.points), {{"group", group}}), other.clear};
}

Remark role_difference(const Context& context, const ToldShare& role) {
  const Texts& texts = context.texts;
  const char* key = role.points > 0 ? "indicator_page.role_more" : "indicator_page.role_less";
  Remark remark{role.points == 0 ? texts.say("indicator_page.role_same") : texts.counted(key, std::abs(role.points)), role.clear};
  if (!role.apart) return remark;
  if (role.within_chance()) {
    remark.text += "; " + texts.say("survey.within_chance");
    return remark;
  }
  const auto [least, most] = std::minmax({std::abs(role.apart->lower), std::abs(role.apart->upper)});
  remark.text += " " + texts.say("indicator_page.between", {{"least", texts.decimal(least, 0)}, {"most", texts.decimal(most, 0)}});
  return remark;
}

std::vector<Remark> roles_that_differ(const Context& context, const ToldStatement& told) {
  std::vector<Remark> remarks;
  for (const bool above : {true, false}) {
    std::vector<std::string> names;
    for (const ToldShare& one : told.roles) {
      if (one.clear && (one.points > 0) == above) names.push_back(in_sentence(context, one));
    }
    if (names.empty()) continue;
    const char* key = above ? "survey.above_among" : "survey.below_among";
    remarks.push_back({context.texts.say(key, {{"roles", join_in_words(context.texts, names)}}), true});
  }
  return remarks;
}

std::string anchor_of(const Context& context, std::size_t statement) { return "p-" + context.release.statements[statement].id; }

std::vector<std::string> survey_findings(const Context& context, const ToldRound& round) {
  const Texts& texts = context.texts;
  std::vector<std::string> found;
  const auto whole = std::find_if(round.statements.begin(), round.statements.end(), [&](const ToldStatement& one) {
    return one.own && !context.release.statements[one.statement].area;
  });
  if (whole != round.statements.end()) {
    found.push_back(texts.counted("survey.own_finding", whole->own->n,
                         {{"round", round.period}, {"statement", without_stop(wording(context, *whole))}, {"share", whole->own->value}}));
  }
  std::int64_t compared = 0;
  for (const ToldStatement& one : round.statements) compared += one.own && one.other("sweden") != nullptr ? 1 : 0;
  if (compared > 0) {
    const auto above = static_cast<std::int64_t>(clearly(round, Direction::above).size());
    const auto below = static_cast<std::int64_t>(clearly(round, Direction::below).size());
    found.push_back(texts.counted("survey.lead_elsewhere", compared, {{"above", texts.number(above)}, {"below", texts.number(below)}}));
  }
  if (has_roles(round)) {
    const auto n = static_cast<std::int64_t>(apart(round).size());
    found.push_back(n == 0 ? texts.say("survey.lead_roles_alike") : texts.counted("survey.lead_roles", n));
  }
  if (compared > 0 || has_roles(round)) {
    found.push_back(texts.counted("survey.lead_clear", context.release.indicators.settings.difference_points));
  }
  if (found.empty()) found.push_back(texts.say("survey.own_lead"));
  return found;
}

std::vector<Highlight> highlights(const Context& context, const ToldRound& round) {
  std::vector<Highlight> all;
  for (const Direction direction : {Direction::above, Direction::below}) {
    if (auto one = against_sweden(context, round, direction)) all.push_back(std::move(*one));
  }
  const auto roles = apart(round);
  if (roles.empty()) return all;
  Highlight most{context.texts.say("survey.most_apart"), {}, std::nullopt};
  for (std::size_t i = 0; i < std::min(roles.size(), most_highlights); ++i) {
    most.items.push_back({to_statement(context, *roles[i]), own_and_role(context, *roles[i])});
  }
  if (roles.size() > most_highlights) {
    most.more = Note{context.texts.counted("survey.and_more", static_cast<std::int64_t>(roles.size() - most_highlights))};
  }
  all.push_back(std::move(most));
  return all;
}

std::optional<ApartSection> apart_section(const Context& context, const ToldRound& round) {
  if (!has_roles(round)) return std::nullopt;
  const Texts& texts = context.texts;
  const auto found = apart(round);
  const int points = context.release.indicators.settings.difference_points;
  ApartSection section;
  section.subtitle = texts.counted("survey.apart_subtitle", points, {{"round", round.period}});
  section.has_rows = !found.empty();
  if (found.empty()) {
    section.finding = texts.say("survey.apart_none");
    return section;
  }
  section.finding = meaning(context, found) + " " + texts.say("survey.apart_largest", {{"statement", wording(context, *found.front())},
                                                                                       {"shares", own_and_role(context, *found.front())}});
  for (const ToldStatement* told : found) {
    const auto& area = context.release.statements[told->statement].area;
    ApartRow row{area ? context.release.framework.areas[*area].letter : "", to_statement(context, *told), told->own->value, {}};
    for (const ToldShare& role : told->roles) {
      Remark remark = role_difference(context, role);
      remark.text = whose(context, role) + " " + role.value + ": " + remark.text;
      row.roles.push_back(std::move(remark));
    }
    section.rows.push_back(std::move(row));
  }
  return section;
}

std::vector<const ToldStatement*> clearly(const ToldRound& round, Direction direction) {
  std::vector<const ToldStatement*> found;
  for (const ToldStatement& one : round.statements) {
    const ToldShare* sweden = one.own ? one.other("sweden") : nullptr;
    if (sweden != nullptr && sweden->clear && (sweden->points > 0) == (direction == Direction::above)) found.push_back(&one);
  }
  std::stable_sort(found.begin(), found.end(), [](const ToldStatement* a, const ToldStatement* b) {
    return std::abs(a->other("sweden")->points) > std::abs(b->other("sweden")->points);
  });
  return found;
}

SurveyValue value_of(const Context& context, const ToldShare& share, Remark difference) {
  return {share.kind, whose(context, share), share.value, context.texts.number(share.n), share.interval_words, std::move(difference)};
}

std::optional<Dumbbell> beside_others(const Context& context, const ToldStatement& told) {
  std::vector<Marked> marks;
  std::vector<std::string> words;
  const auto add = [&](const ToldShare& share) {
    marks.push_back({share.kind, share.percent, short_name(context, share.kind) + " " + share.value});
    words.push_back(whose(context, share) + " " + share.value);
  };
  if (told.own) add(*told.own);
  for (const ToldShare& other : told.elsewhere) add(other);
  if (marks.empty()) return std::nullopt;
  return dumbbell(wording(context, told) + " " + join_in_words(context.texts, words), marks, Between::others,
                  told.own ? told.own->interval : std::nullopt);
}

}  // namespace lagesbild::view
