#include "view/page_cases.hpp"

#include <algorithm>
#include <numeric>

#include "base/decimal.hpp"
#include "view/page_measures.hpp"
#include "view/register.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Case;
using disclosure::CaseState;

struct Counts {
  std::int64_t open = 0, late = 0, lifted = 0;  // D of latest reviews
  std::int64_t at_review() const { return open + lifted; }
};

class PageWriter {
 public:
  explicit PageWriter(const Context& context)
      : context_(context), texts_(context.texts), release_(context.release),
        told_(!context.release.policy.protects(disclosure::About::grades)) {
    by_area_.resize(release_.framework.areas.size());
    by_forum_.resize(release_.forums.size());
    open_units_.resize(release_.forums.size());
    for (std::size_t unit = 0; unit < release_.units.size(); ++unit) {
      const auto* reviewed = release_.units[unit].reviewed.shown();
      if (reviewed == nullptr) continue;
      bool has_open = false;
      for (const Case& one : reviewed->cases) {
        ++all_;
        if (!release_.units[unit].current || one.review + 1 != reviewed->reviews.size()) continue;
        has_open = has_open || indicators::is_open(one.state);
        add(one, all_of_latest_);
        add(one, by_area_[one.area]);
        if (release_.units[unit].forum) add(one, by_forum_[*release_.units[unit].forum]);
      }
      if (!has_open) continue;
      ++units_;
      if (release_.units[unit].forum) ++open_units_[*release_.units[unit].forum];
    }
  }

  std::string finding() const {
    if (!told_) return texts_.say("withheld.sentence");
    if (all_of_latest_.open == 0) return texts_.say("case.none_open");
    std::string words = texts_.counted("case.lead", all_of_latest_.open, {{"units", texts_.counted("case.units", units_)}});
    if (all_of_latest_.late > 0) words += " " + texts_.counted("case.lead_late", all_of_latest_.late);
    return words;
  }

  CasesPage write(const PageRef& ref) const {
    CasesPage page;
    page.shell = context_.shell(ref, texts_.say("case.heading"), crumbs_to_measures(context_, ref));
    page.lead = finding();
    page.areas_finding = texts_.counted("case.areas_finding", all_of_latest_.at_review(),
                                        {{"lifted", texts_.number(all_of_latest_.lifted)}, {"open", texts_.number(all_of_latest_.open)}});
    write_areas(page);
    write_forums(page);
    std::vector<std::size_t> units(release_.units.size());
    std::iota(units.begin(), units.end(), std::size_t{0});
    for (const CaseLine& line : open_lines(context_, units)) page.open.push_back(open_row(line));
    for (const CaseLine& line : case_lines(context_, units)) {
      if (!indicators::is_open(line.any().state)) page.closed.push_back(closed_row(line));
    }
    page.has_open = !page.open.empty();
    page.has_closed = !page.closed.empty();
    page.open_finding = page.has_open ? texts_.say("case.open_finding") : finding();
    page.closed_finding = told_ ? texts_.counted("case.closed_finding", all_ - all_of_latest_.open) : finding();
    if (!told_) page.areas_finding = finding();
    write_rules(page);
    take_away(page, ref);
    return page;
  }

 private:
  static void add(const Case& one, Counts& counts) {
    if (one.state == CaseState::lifted) ++counts.lifted;
    if (!indicators::is_open(one.state)) return;
    ++counts.open;
    if (one.days_late > 0) ++counts.late;
  }

  void write_areas(CasesPage& page) const {
    std::int64_t most = 1;
    for (const Counts& counts : by_area_) most = std::max(most, counts.open);
    for (std::size_t i = 0; i < by_area_.size(); ++i) {
      const Counts& counts = by_area_[i];
      LengthBar bar{told_ ? texts_.counted("case.open_words", counts.open) : finding(),
                    Decimal::rounded_ratio(counts.open * 100, most, 1)->plain(Language::en), true};
      page.areas.push_back({release_.framework.areas[i].letter, context_.area_name(i), context_.area_path(i),
                            number(counts.at_review()), number(counts.open), number(counts.late), number(counts.lifted), std::move(bar)});
    }
  }

  void write_forums(CasesPage& page) const {
    if (by_forum_.empty()) return;
    page.forums.emplace();
    for (std::size_t i = 0; i < by_forum_.size(); ++i) {
      const Counts& counts = by_forum_[i];
      page.forums->rows.push_back({context_.forum_name(i), context_.forum_path(i), number(open_units_[i]), number(counts.open),
                                   number(counts.late), number(counts.lifted)});
    }
  }

  std::string number(std::int64_t n) const { return told_ ? texts_.number(n) : "–"; }

  std::string letters(const CaseLine& line) const {
    std::vector<std::string> letters;
    for (const Case* one : line.cases) letters.push_back(release_.framework.areas[one->area].letter);
    return join_in_words(texts_, letters);
  }

  CaseRow open_row(const CaseLine& line) const {
    const disclosure::UnitCard& unit = release_.units[line.unit];
    const Case& one = line.any();
    CaseRow row;
    row.href = context_.unit_path(line.unit);
    row.unit = unit.name;
    if (unit.forum) row.forum = context_.forum_name(*unit.forum);
    row.areas = letters(line);
    row.state = case_state(texts_, one.state);
    row.tone = one.days_late > 0 || one.state == CaseState::stands ? "bad" : "warn";
    if (one.due) row.due = to_string(*one.due);
    row.owner = case_owner(context_, one);
    if (one.days_late > 0) row.late = Note{texts_.counted("case.days_late", one.days_late)};
    if (one.level) {
      const disclosure::Level& level = release_.follow_up.levels[*one.level];
      row.level = Note{level.name.in(context_.language())};
      row.rule = Note{level_rule(texts_, level)};
    }
    row.steps = case_steps(context_, one, *line.review);
    return row;
  }

  ClosedCase closed_row(const CaseLine& line) const {
    const Case& one = line.any();
    return {context_.unit_path(line.unit), release_.units[line.unit].name, letters(line), to_string(line.review->date),
            case_state(texts_, one.state), one.closed_on ? to_string(*one.closed_on) : ""};
  }

  void write_rules(CasesPage& page) const {
    const disclosure::Framework& framework = release_.framework;
    const disclosure::FollowUp& rules = release_.follow_up;
    const bool from_report = framework.plan_counts_from == model::PlanFrom::report;
    page.rules.push_back({texts_.counted(from_report ? "case.rule_from_report" : "case.rule_from_visit", framework.months_to_plan)});
    if (rules.decision_days) page.rules.push_back({texts_.counted("case.rule_decision", *rules.decision_days)});
    else page.rules.push_back({texts_.say("case.rule_no_decision")});
    page.rules.push_back({texts_.say("case.rule_closed")});
    for (const disclosure::Level& level : rules.levels) {
      page.rules.push_back({texts_.say("case.rule_level", {{"level", level.name.in(context_.language())},
                                                           {"rule", level_rule(texts_, level)},
                                                           {"owner", level.owner.in(context_.language())}})});
    }
    page.rules.push_back({texts_.say("case.rule_today", {{"date", to_string(release_.as_of)}})});
  }

  void take_away(CasesPage& page, const PageRef& ref) const {
    const auto say = [&](const char* key) { return texts_.say(key); };
    Figure areas{.title = page.areas_finding, .subtitle = say("case.areas_subtitle")};
    areas.table.head = {say("page.area"), say("case.at_review"), say("case.open"), say("case.late"), say("case.lifted")};
    for (const CaseArea& area : page.areas) {
      const std::string name = area.letter + " " + area.name;
      areas.table.rows.push_back({name, area.at_review, area.open, area.late, area.lifted});
      areas.rows.push_back({name, area.bar, area.bar.description});
    }
    page.area_files = add_figure(page.take_away, context_, ref, "omraden", std::move(areas));
    Figure open{.title = say("case.open_list")};
    open.table.head = {say("page.unit"), say("page.forum"), say("page.meeting_areas"), say("page.status"), say("case.due"),
                       say("case.late_by"), say("case.owner"), say("case.level")};
    for (const CaseRow& row : page.open) {
      open.table.rows.push_back({row.unit, row.forum, row.areas, row.state, row.due, row.late ? row.late->text : "", row.owner,
                                 row.level ? row.level->text : ""});
    }
    page.open_files = add_figure(page.take_away, context_, ref, "oppna", std::move(open));
    Figure closed{.title = say("case.closed_list")};
    closed.table.head = {say("page.unit"), say("page.meeting_areas"), say("page.reviewed"), say("case.outcome"), say("case.closed_on")};
    for (const ClosedCase& row : page.closed) closed.table.rows.push_back({row.unit, row.areas, row.reviewed, row.state, row.closed});
    page.closed_files = add_figure(page.take_away, context_, ref, "avslutade", std::move(closed));
  }

  const Context& context_;
  const Texts& texts_;
  const disclosure::Release& release_;
  bool told_;  // otherwise no unit's reviews are shown, and nothing is to be said of how many there are
  Counts all_of_latest_;
  std::vector<Counts> by_area_, by_forum_;
  std::vector<std::int64_t> open_units_;
  std::int64_t units_ = 0;  // with something open
  std::int64_t all_ = 0;
};

}  // namespace

std::string cases_finding(const Context& context) { return PageWriter{context}.finding(); }

CasesPage cases_page(const Context& context, const PageRef& ref) { return PageWriter{context}.write(ref); }

}  // namespace lagesbild::view
