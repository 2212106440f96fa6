// Survey answers to counts per round, statement, unit and role, from files with counts and from files with one answer a row.
#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "read/dataset_codes.hpp"
#include "read/reading.hpp"

namespace lagesbild::read {
namespace {

class SurveyReader {
 public:
  explicit SurveyReader(Reading& reading) : reading_(reading) {}

  void read(Table& table) {
    const Fields f{table};
    if (!table.usable()) return;
    for (std::size_t row = 0; row < table.rows(); ++row) read_row(table, f, row);
  }

  void finish() {
    for (auto& [key, found] : groups_) {
      check_invited(found);
      reading_.facts.deliveries.push_back({"survey", found.group.unit, reading_.facts.rounds[found.group.round].id});
      reading_.facts.survey.push_back(std::move(found.group));
    }
  }

 private:
  struct Fields {
    explicit Fields(Table& t)
        : round(t.field("round")), unit_id(t.field("unit_id")), role(t.field("role")), statement(t.field("statement")),
          invited(t.field("invited")), one_a_row(t.dataset().id != t.dataset().form_of),
          answer(one_a_row ? t.field("answer") : Table::no_field) {
      for (std::size_t i = 0; i < answer_ids.size(); ++i) counts[i] = one_a_row ? Table::no_field : t.field(answer_ids[i]);
    }
    std::size_t round, unit_id, role, statement, invited;
    bool one_a_row;
    std::size_t answer;
    std::array<std::size_t, answer_ids.size()> counts{};
  };
  struct Found {
    model::SurveyGroup group;
    Spot spot;                       // of its first row
    std::optional<Spot> counted;     // of the row with counts
    std::optional<Spot> invited;     // of the row that said how many
  };
  using Key = std::tuple<std::size_t, std::size_t, std::size_t, model::Role>;  // round, statement, unit, role

  void read_row(Table& table, const Fields& f, std::size_t row) {
    const auto round = find_round(table, row, f.round, reading_.facts.rounds);
    const auto unit = reading_.units.find(table, row, f.unit_id);
    const auto statement = find_statement(table, row, f.statement, reading_.facts);
    const auto role = index_of(role_ids, table.choice(row, f.role));
    if (!round || !unit || !statement || !role) return;
    const model::Round& when = reading_.facts.rounds[*round];
    if (when.from > reading_.site.as_of) {
      table.complain(row, f.round, code::date_in_future, {{"date", to_string(when.from)}, {"as_of", to_string(reading_.site.as_of)}});
    }
    if (!reading_.units.existed(table, row, f.unit_id, *unit, when.from, when.to)) return;
    const auto as = static_cast<model::Role>(*role);
    auto [found, is_new] = groups_.try_emplace(Key{*round, *statement, *unit, as});
    Found& group = found->second;
    if (is_new) group = {{*round, *statement, *unit, as, {}, {}}, {&table, row}, {}, {}};
    if (!f.one_a_row && !count(table, f, row, group)) return;
    const auto answer = index_of(answer_ids, table.choice(row, f.answer));
    if (answer) ++group.group.answers[*answer];
    read_invited(table, f, row, group);
  }

  // A row of counts holds all answers of its group, so another one is the same answers again, though its unit or round may be written
  // in another way.
  static bool count(Table& table, const Fields& f, std::size_t row, Found& found) {
    if (found.counted) {
      const std::string key = std::string{table.id(row, f.unit_id)} + ", " + std::string{table.id(row, f.statement)};
      table.complain(row, f.unit_id, code::repeated_row, {{"key", key}});
      table.see_also(found.counted->place(found.counted->table->field("unit_id")));
      return false;
    }
    found.counted = Spot{&table, row};
    for (std::size_t i = 0; i < answer_ids.size(); ++i) found.group.answers[i] += table.integer(row, f.counts[i]).value_or(0);
    return true;
  }

  static void read_invited(Table& table, const Fields& f, std::size_t row, Found& found) {
    const auto invited = table.integer(row, f.invited);
    if (!invited) return;
    if (found.group.invited && *found.group.invited != *invited) {
      table.complain(row, f.invited, code::invited_differs,
                     {{"seen", std::to_string(*invited)}, {"other", std::to_string(*found.group.invited)}});
      table.see_also(found.invited->place(found.invited->table->field("invited")));
      return;
    }
    found.group.invited = invited;
    found.invited = Spot{&table, row};
  }

  static void check_invited(const Found& found) {
    const int answered = std::accumulate(found.group.answers.begin(), found.group.answers.end(), 0);
    if (!found.group.invited || answered <= *found.group.invited) return;
    const Spot& spot = *found.invited;
    spot.table->complain(spot.row, spot.table->field("invited"), code::more_answers_than_invited,
                         {{"answers", std::to_string(answered)}, {"invited", std::to_string(*found.group.invited)}});
    if (spot.table != found.spot.table || spot.row != found.spot.row) spot.table->see_also(found.spot.place(0));
  }

  Reading& reading_;
  std::map<Key, Found> groups_;
};

}  // namespace

void read_survey(Tables& tables, Reading& reading) {
  SurveyReader reader{reading};
  for (Table& table : tables) reader.read(table);
  reader.finish();
}

}  // namespace lagesbild::read
