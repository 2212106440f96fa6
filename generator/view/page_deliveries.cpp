#include "view/page_deliveries.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>
#include <set>

#include "disclosure/audience.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Coverage;
using disclosure::Deliveries;
using disclosure::Register;

constexpr std::size_t cells_from = 3;  // columns before those of deliveries: unit, forum, number missing
constexpr const char* dash = "–";
constexpr const char* tones[] = {"good", "bad", "plain", "stopped"};
constexpr const char* states[] = {"deliveries.delivered", "deliveries.missing", "deliveries.not_yet", "deliveries.not_expected"};
// The register's facts that a unit is asked for, by their fields.
constexpr std::pair<std::string_view, std::optional<int> Register::*> facts_asked_for[] = {
    {"listed_patients", &Register::listed_patients},       {"specialists", &Register::specialists},
    {"specialist_percent", &Register::specialist_percent}, {"st_doctors", &Register::st_doctors},
    {"supervisors", &Register::supervisors},               {"supervisors_trained_5y", &Register::supervisors_trained_5y},
    {"manager_since", &Register::manager_since}};

struct Count {
  std::int64_t delivered = 0, missing = 0, not_yet = 0, untold = 0;
  std::int64_t told() const { return delivered + missing + not_yet; }
};

// Of units that exist today. One that is not told of is in none of the others.
Count count(const Deliveries& column, const std::vector<std::size_t>& units) {
  Count n;
  for (const std::size_t unit : units) {
    const Coverage* state = column.units[unit].shown();
    if (state == nullptr) ++n.untold;
    else if (*state == Coverage::delivered) ++n.delivered;
    else if (*state == Coverage::missing) ++n.missing;
    else if (*state == Coverage::not_yet) ++n.not_yet;
  }
  return n;
}

bool is_reviews(const Context& context, const Deliveries& one) { return context.release.datasets[one.dataset].id == "reviews"; }

// By dataset, the latest period first.
std::vector<const Deliveries*> columns_of(const Context& context) {
  std::vector<const Deliveries*> columns;
  for (const Deliveries& one : context.release.deliveries) columns.push_back(&one);
  std::stable_sort(columns.begin(), columns.end(), [](const Deliveries* a, const Deliveries* b) {
    return a->dataset == b->dataset && a->period > b->period;
  });
  return columns;
}

// The latest period of each dataset that is over.
std::vector<const Deliveries*> latest_over(const Context& context) {
  std::vector<const Deliveries*> latest;
  for (const Deliveries* one : columns_of(context)) {
    if (one->over && (latest.empty() || latest.back()->dataset != one->dataset)) latest.push_back(one);
  }
  return latest;
}

class PageWriter {
 public:
  explicit PageWriter(const Context& context)
      : context_(context), texts_(context.texts), release_(context.release), columns_(columns_of(context)) {
    for (const Deliveries* one : columns_) {
      if (!is_reviews(context, *one)) of_units_.push_back(one);  // the latest review and its age say more than each round
    }
    for (const auto& [field, member] : facts_asked_for) {
      if (disclosure::sees(release_, "units", field)) asked_.push_back(member);
    }
    if (std::none_of(release_.units.begin(), release_.units.end(), [&](const auto& unit) { return unknown_of(unit) < asked_.size(); })) {
      asked_.clear();  // nothing has been asked for
    }
  }

  DeliveriesPage write(const PageRef& ref) const {
    DeliveriesPage page;
    page.shell = context_.shell(ref, texts_.say("deliveries.heading"));
    page.lead = lead();
    if (ref.index == 0) page.summary = summary();
    page.caption = texts_.say("deliveries.caption");
    for (const Deliveries* one : of_units_) page.columns.push_back(head(*one));
    page.page_reviewed = release_.has_reviews;
    page.page_register = !asked_.empty();
    write_units(page, ref.index);
    for (const PageRef& other : context_.pages()) {
      if (other.kind != ref.kind) continue;
      const std::size_t first = other.index * rows_per_page, last = std::min(first + rows_per_page, context_.units().size());
      const auto number = [&](std::size_t n) { return texts_.number(static_cast<std::int64_t>(n)); };
      page.parts.push_back({other.path, number(first + 1) + "–" + number(last), other.index == ref.index});
    }
    page.has_parts = page.parts.size() > 1;
    return page;
  }

  std::string lead() const {
    std::string all;
    for (const Deliveries* one : latest_over(context_)) {
      const std::string& id = release_.datasets[one->dataset].id;
      if (id == "reviews" || id == "findings") continue;
      const Count n = count(*one, context_.units());
      if (n.told() == 0) continue;
      const std::string what = id == "survey"           ? texts_.say("deliveries.survey_for", {{"period", one->period}})
                               : id == "annual_reports" ? texts_.say("deliveries.reports_for", {{"period", one->period}})
                                                        : title(*one) + " " + one->period;
      add_sentence(all, n.missing == 0 ? texts_.counted("deliveries.lead_all", n.told(), {{"what", what}})
                                       : texts_.counted("deliveries.lead_missing", n.missing,
                                                        {{"what", what}, {"delivered", texts_.number(n.delivered)},
                                                         {"all", texts_.number(n.told())}}));
    }
    const auto* reviewed = release_.now.region.reviewed.shown();
    const auto* overdue = release_.now.region.overdue.shown();
    if (release_.has_reviews && reviewed != nullptr && overdue != nullptr) {
      add_sentence(all, texts_.counted("deliveries.lead_reviews", *reviewed - *overdue,
                                       {{"all", texts_.number(static_cast<std::int64_t>(context_.units().size()))},
                                        {"years", years(release_.framework.years_between_reviews)}}));
    }
    return all;
  }

 private:
  static void add_sentence(std::string& all, const std::string& sentence) { all.append(all.empty() ? "" : " ").append(sentence); }
  std::string years(int n) const { return texts_.counted("age.years", n); }
  const std::string& title(const Deliveries& one) const { return release_.datasets[one.dataset].title.in(context_.language()); }
  DeliveryHead head(const Deliveries& one) const { return {title(one), one.period}; }

  DeliverySummary summary() const {
    DeliverySummary made;
    std::int64_t untold = 0;
    for (const Deliveries* one : columns_) {
      const Count n = count(*one, context_.units());
      untold = std::max(untold, n.untold);
      if (n.told() == 0) continue;
      const std::string of = of_all(n);
      const std::string words = texts_.say("deliveries.bar", {{"what", title(*one)}, {"period", one->period}, {"n", of}});
      made.totals.push_back({title(*one), one->period, words,
                             Decimal::rounded_ratio(100 * n.delivered, n.told(), 1)->plain(Language::en), of, texts_.number(n.missing),
                             texts_.number(n.not_yet), n.missing > 0});
    }
    if (!release_.forums.empty()) made.forums = forums();
    made.roles = roles();
    if (untold > 0) {
      made.notes.push_back({texts_.counted("deliveries.small", untold,
                                           {{"fewest", texts_.number(disclosure::fewest_to_tell_of_delivery(release_.policy))}})});
    }
    for (const char* key : {"report.rule_whether", "report.rule_years", "report.rule_rounds", "report.rule_history"}) {
      made.notes.push_back({texts_.say(key)});
    }
    return made;
  }

  std::string of_all(const Count& n) const {
    return texts_.say("deliveries.of", {{"n", texts_.number(n.delivered)}, {"all", texts_.number(n.told())}});
  }

  DeliveryForums forums() const {
    DeliveryForums made;
    const auto latest = latest_over(context_);
    for (const Deliveries* one : latest) made.columns.push_back(head(*one));
    for (std::size_t forum = 0; forum < release_.forums.size(); ++forum) {
      DeliveryForum row;
      if (release_.has_reviews) row.link = Link{context_.forum_path(forum), context_.forum_name(forum), false};
      else row.name = Note{context_.forum_name(forum)};
      for (const Deliveries* one : latest) {
        const Count n = count(*one, context_.units_of_forum(forum));
        row.cells.push_back({n.missing > 0 ? "bad" : "good", n.told() == 0 ? dash : of_all(n)});
      }
      made.rows.push_back(std::move(row));
    }
    return made;
  }

  // The most that answered one statement, in the region as a whole.
  std::optional<DeliveryRoles> roles() const {
    static constexpr const char* names[] = {"role.st_doctor", "role.supervisor", "role.manager", "role.study_director"};
    std::set<std::size_t> rounds;
    std::array<std::vector<std::optional<int>>, 4> most;
    for (auto& one : most) one.resize(release_.rounds.size());
    for (const auto& one : release_.survey) {
      rounds.insert(one.round);
      const auto* answers = one.answers.shown();
      if (answers == nullptr) continue;
      auto& kept = most[static_cast<std::size_t>(one.role)][one.round];
      kept = std::max(kept.value_or(0), std::accumulate(answers->begin(), answers->end(), 0));
    }
    if (rounds.empty()) return std::nullopt;
    DeliveryRoles made;
    for (const std::size_t round : rounds) made.rounds.push_back({release_.rounds[round].id});
    for (std::size_t role = 0; role < most.size(); ++role) {
      DeliveryRole& row = made.rows.emplace_back(DeliveryRole{texts_.say(names[role]), {}});
      for (const std::size_t round : rounds) {
        const auto& n = most[role][round];
        row.cells.push_back({n ? "" : "plain", n ? texts_.number(*n) : texts_.say("deliveries.untold")});
      }
    }
    return made;
  }

  DeliveryCell cell(const disclosure::Cell<Coverage>& told) const {
    const Coverage* state = told.shown();
    if (state == nullptr) return {"stopped", texts_.say("deliveries.untold")};
    return {tones[static_cast<std::size_t>(*state)], texts_.say(states[static_cast<std::size_t>(*state)])};
  }

  std::size_t unknown_of(const disclosure::UnitCard& unit) const {
    const Register* facts = unit.figures.shown();
    if (facts == nullptr) return asked_.size();
    return static_cast<std::size_t>(std::count_if(asked_.begin(), asked_.end(), [&](auto member) { return !(facts->*member); }));
  }

  std::int64_t missing_of(std::size_t unit) const {
    const auto* reviewed = release_.units[unit].reviewed.shown();
    const bool overdue = reviewed != nullptr && reviewed->state.overdue;
    return (overdue ? 1 : 0) + std::count_if(of_units_.begin(), of_units_.end(), [&](const Deliveries* one) {
      const Coverage* state = one->units[unit].shown();
      return state != nullptr && *state == Coverage::missing;
    });
  }

  DeliveryUnit unit_row(std::size_t unit, std::int64_t missing) const {
    const disclosure::UnitCard& card = release_.units[unit];
    DeliveryUnit row;
    if (context_.unit_path(unit).empty()) row.name = Note{card.name};
    else row.link = Link{context_.unit_path(unit), card.name, false};
    if (card.forum) row.forum = context_.forum_name(*card.forum);
    row.missing = texts_.number(missing);
    for (const Deliveries* one : of_units_) row.cells.push_back(cell(one->units[unit]));
    row.reviewed = dash;
    if (const auto* reviewed = card.reviewed.shown(); reviewed != nullptr && !reviewed->reviews.empty()) {
      row.reviewed = to_string(reviewed->reviews.back().date);
      row.age = months_in_words(texts_, reviewed->state.age_months);
      row.overdue = reviewed->state.overdue;
    }
    row.unknown = texts_.number(static_cast<std::int64_t>(unknown_of(card)));
    return row;
  }

  void write_units(DeliveriesPage& page, std::size_t part) const {
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    for (const std::size_t unit : context_.units()) order.emplace_back(missing_of(unit), unit);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::set<std::size_t> forums;
    std::set<std::string> seen;
    const auto over = std::find_if(of_units_.begin(), of_units_.end(), [](const Deliveries* one) { return one->over; });
    const auto filtered = static_cast<std::size_t>(over - of_units_.begin());  // the first that should be complete
    for (std::size_t i = part * rows_per_page; i < std::min(order.size(), (part + 1) * rows_per_page); ++i) {
      const auto& [missing, unit] = order[i];
      page.units.push_back(unit_row(unit, missing));
      if (release_.units[unit].forum) forums.insert(*release_.units[unit].forum);
      if (filtered < of_units_.size()) seen.insert(page.units.back().cells[filtered].state);
    }
    if (filtered < of_units_.size()) {
      const Deliveries& chosen = *of_units_[filtered];
      page.filter = DeliveryFilter{title(chosen) + " " + chosen.period, std::to_string(cells_from + filtered), {}};
      for (const std::string& state : seen) page.filter->states.push_back({state});
    }
    page.several_forums = forums.size() > 1;
    for (const std::size_t forum : forums) page.forums.push_back({context_.forum_name(forum)});
  }

  const Context& context_;
  const Texts& texts_;
  const disclosure::Release& release_;
  std::vector<const Deliveries*> columns_, of_units_;
  std::vector<std::optional<int> Register::*> asked_;
};

}  // namespace

DeliveriesPage deliveries_page(const Context& context, const PageRef& ref) { return PageWriter{context}.write(ref); }

}  // namespace lagesbild::view
