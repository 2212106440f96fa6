#include "disclosure/withheld_log.hpp"

#include <array>

#include "base/csv.hpp"
#include "disclosure/questions.hpp"
#include "disclosure/release.hpp"

namespace lagesbild::disclosure {
namespace {

class LogWriter {
 public:
  explicit LogWriter(const Release& release) : release_(release), all_(release.indicators) {}

  std::string write() {
    log_ = csv_mark;
    log_ += csv_row({"what", "group_kind", "group", "period", "rule"});
    write_indicators();
    for (const SurveyFigures<Cell>& one : release_.survey) {
      add(one.answers, question_id(release_.statements[one.statement].id, one.role), "region", "", release_.rounds[one.round].id);
    }
    write_grades(release_.now, "now");
    for (std::size_t round = 0; round < release_.by_round.size(); ++round) {
      write_grades(release_.by_round[round], release_.rounds[round].id);
    }
    for (const UnitCard& unit : release_.units) {
      add(unit.reviewed, "grades", "unit", unit.id, "now");
      add(unit.figures, "register", "unit", unit.id, "now");
    }
    return std::move(log_);
  }

 private:
  template <class T>
  void add(const Cell<T>& cell, std::string_view what, std::string_view kind, std::string_view group, std::string_view period) {
    if (cell.shown() != nullptr || cell.reason() == Reason::not_judged) return;
    log_ += csv_row({what, kind, group, period, id_of(cell.reason())});
  }

  void write_indicators() {
    for (std::size_t i = 0; i < all_.definitions.size(); ++i) {
      const IndicatorCells& cells = all_.cells[i];
      const std::string& what = all_.definitions[i].id;
      for (std::size_t at = 0; at < cells.periods.size(); ++at) {
        const std::string& period = all_.periods[cells.periods[at]].id;
        for (std::size_t group = 0; group < all_.groups.size(); ++group) {
          add(cells.groups[at][group], what, indicators::id_of(all_.groups[group].kind), all_.groups[group].id, period);
        }
        for (std::size_t unit = 0; unit < release_.units.size(); ++unit) {
          add(cells.of_unit(unit, at), what, "unit", release_.units[unit].id, period);
        }
      }
    }
  }

  // Everything about grades of a group is judged alike, so one of the figures tells it of all.
  void write_grades(const SelectionFigures<Cell>& selection, std::string_view period) {
    add(selection.region.follows, "grades", "region", "", period);
    for (std::size_t i = 0; i < selection.forums.size(); ++i) {
      add(selection.forums[i].follows, "grades", "forum", release_.forums[i].id, period);
    }
    for (std::size_t i = 0; i < selection.ownership.size(); ++i) {
      const bool is_private = i == static_cast<std::size_t>(Ownership::private_);
      add(selection.ownership[i].follows, "grades", "ownership", is_private ? "privat" : "offentlig", period);
    }
  }

  const Release& release_;
  const Indicators& all_;
  std::string log_;
};

}  // namespace

std::string_view id_of(Reason reason) {
  static constexpr std::array<std::string_view, reasons> ids{"not_judged", "small_group", "few_units", "one_unit", "all_alike",
                                                             "few_differ", "not_over", "not_told", "linked", "earlier", "audience"};
  return ids[static_cast<std::size_t>(reason)];
}

std::string withheld_log(const Release& release) { return LogWriter{release}.write(); }

}  // namespace lagesbild::disclosure
