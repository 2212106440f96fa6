// The grid of units and areas, as on the page of all units, of a forum, and of an area.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct GradeCell {
  std::string grade;
  std::string letter;
  std::optional<Note> before;
  static constexpr auto fields() {
    return std::tuple{Field{"grade", &GradeCell::grade, "a, b, c or d: colour and shape"},
                      Field{"letter", &GradeCell::letter, "the grade that holds now"},
                      Field{"before", &GradeCell::before, "the grade at the review, where it was another"}};
  }
};

// The letter as a class of style, "a" to "d", and as people read it.
std::string grade_class(disclosure::Grade grade);
std::string grade_letter(disclosure::Grade grade);
GradeCell grade_cell(const disclosure::AreaGrade& grade);

struct AreaHead {
  std::string letter;
  std::string name;
  std::string href;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &AreaHead::letter, "A-H"}, Field{"name", &AreaHead::name, "the area's name"},
                      Field{"href", &AreaHead::href, "the area's page"}};
  }
};

struct UnitRow {
  std::string href;
  std::string name;
  std::string municipality;
  std::string forum;
  std::string ownership;
  std::string status;
  std::string rank;
  std::string tone;
  std::string detail;
  std::vector<GradeCell> grades;
  std::string reviewed;
  std::string months;
  std::string age;
  std::string due;
  bool overdue = false;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &UnitRow::href, "the unit's page"},
                      Field{"name", &UnitRow::name, "the unit's name"},
                      Field{"municipality", &UnitRow::municipality, "where it is, empty when unknown"},
                      Field{"forum", &UnitRow::forum, "its ST forum, empty when unknown"},
                      Field{"ownership", &UnitRow::ownership, "public or private, empty when unknown"},
                      Field{"status", &UnitRow::status, "where it stands, in words"},
                      Field{"rank", &UnitRow::rank, "number to sort the status by"},
                      Field{"tone", &UnitRow::tone, "class of the status: bad, warn, plain or good"},
                      Field{"detail", &UnitRow::detail, "what about the plan, in words; may be empty"},
                      Field{"grades", &UnitRow::grades, "one cell an area"},
                      Field{"reviewed", &UnitRow::reviewed, "date of the latest review"},
                      Field{"months", &UnitRow::months, "its age in months, to filter by"},
                      Field{"age", &UnitRow::age, "its age in words"},
                      Field{"due", &UnitRow::due, "date of the next review"},
                      Field{"overdue", &UnitRow::overdue, "that date has passed"}};
  }
};

struct Option {
  std::string label;
  static constexpr auto fields() { return std::tuple{Field{"label", &Option::label, "a value to filter by, as in the table"}}; }
};

struct UnitsTable {
  std::string caption;
  std::vector<AreaHead> areas;
  std::vector<UnitRow> rows;
  bool several_forums = false;
  std::vector<Option> forums;
  bool several_municipalities = false;
  std::vector<Option> municipalities;
  std::vector<Option> owners;
  std::vector<Option> states;
  static constexpr auto fields() {
    return std::tuple{Field{"caption", &UnitsTable::caption, "what the table shows"},
                      Field{"areas", &UnitsTable::areas, "heads of the grade columns"},
                      Field{"rows", &UnitsTable::rows, "one row a unit"},
                      Field{"several_forums", &UnitsTable::several_forums, "there is a forum to choose"},
                      Field{"forums", &UnitsTable::forums, "forums to filter by"},
                      Field{"several_municipalities", &UnitsTable::several_municipalities, "there is a municipality to choose"},
                      Field{"municipalities", &UnitsTable::municipalities, "municipalities to filter by, in Swedish order"},
                      Field{"owners", &UnitsTable::owners, "forms of ownership to filter by"},
                      Field{"states", &UnitsTable::states, "statuses to filter by"}};
  }
};

// Nothing for a unit whose reviews are withheld or that has none. `up` leads to the root of the language.
std::optional<UnitRow> unit_row(const Context& context, std::size_t unit, const std::string& up);
UnitsTable units_table(const Context& context, const std::vector<std::size_t>& units, const std::string& up, std::string caption);

std::string tone_of(disclosure::Status status);
// A sentence about a unit that has closed or gone on as another one.
std::string what_became_of(const Context& context, std::size_t unit);
// "handlingsplan skulle ha kommit 2021-04-27" and its like; empty where there is nothing to say.
std::string plan_in_words(const Context& context, const disclosure::UnitState& state);

}  // namespace lagesbild::view
