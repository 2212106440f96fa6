// What was read, checked and put in order: the input of every number. Nothing here has been judged for disclosure.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/localized.hpp"
#include "base/strong.hpp"
#include "model/dataset.hpp"
#include "model/framework.hpp"
#include "model/grade.hpp"

namespace lagesbild::model {

using UnitId = Strong<struct UnitIdTag, std::string>;
using ReviewId = Strong<struct ReviewIdTag, std::string>;

enum class Ownership : std::uint8_t { public_, private_ };  // offentlig, privat

// Register facts of a unit; nothing where the register is silent.
struct Register {
  std::optional<int> listed_patients;
  std::optional<int> specialists;
  std::optional<int> specialist_percent;      // of full time, together: 200 is two full-time specialists
  std::optional<int> st_doctors;
  std::optional<int> supervisors;
  std::optional<int> supervisors_trained_5y;  // trained within five years
  std::optional<int> manager_since;           // year
};

struct Unit {
  UnitId id;
  std::string name;
  std::string kind;
  std::optional<std::size_t> forum;           // index into Facts::forums
  std::string municipality;
  std::optional<Ownership> ownership;
  std::string provider;
  Register figures;
  // Merged, renamed or with a new owner: the unit goes on as another one, and its history follows.
  std::optional<Date> valid_from;             // first day; none: as long as anybody knows
  std::optional<Date> valid_to;               // last day; none: still there
  std::vector<std::size_t> predecessors;      // indices into Facts::units
  std::optional<std::size_t> successor;
  std::vector<std::string> aliases;           // other names
  bool exists_between(Date from, Date to) const { return (!valid_from || *valid_from <= to) && (!valid_to || *valid_to >= from); }
};

struct Review {
  ReviewId id;
  std::size_t unit = 0;                       // index into Facts::units
  Date date{};                                // of the visit
  std::optional<Date> report_date;
  std::string visit;                          // on_site, digital or empty
  std::vector<AreaGrade> areas;               // by the framework's areas
  std::optional<Date> plan_received;
  std::optional<Date> decided_on;
  std::string reference;
  std::string url;
};

struct Forum {
  std::string id;
  Localized name;
};

// A span of years in which every unit was to be reviewed once.
struct Round {
  std::string id;                             // as shown: 2019–2022
  Date from{};
  Date to{};
};

// A mean and SD that somebody published over grades that we do not have.
struct PublishedAggregate {
  std::size_t area = 0;
  int n = 0;
  int mean_hundredths = 0;                    // 398 for 3,98
  int sd_hundredths = 0;
  std::string source;
  std::string page;
};

struct PublishedCount {
  std::string measure;                        // reviews, units_with_d, plans_received, d_before_plans
  std::optional<std::size_t> area;
  int value = 0;
  std::string source;
  std::string page;
};

struct Statement {
  std::string id;
  std::optional<std::size_t> area;            // none: the training as a whole
  Localized wording;
};

// A published share of answers to a statement.
struct Benchmark {
  std::size_t statement = 0;                  // index into Facts::statements
  std::string answer;                         // agree, or a class such as 1-2h
  std::string group;                          // region, sweden, general_practice
  std::string period;
  int percent = 0;
  int n = 0;                                  // answers in the group
  std::string source;
};

// One step of an action plan, or one recommendation.
struct Measure {
  std::string plan;                           // id of the plan
  std::string number;                         // 4.1
  Localized heading;
  Localized title;
  Localized owner;
  std::string status;                         // not_started, started, done, stopped; empty: not reported
  std::optional<Date> due;
  std::optional<Date> followed_up;
  Localized note;
  std::string evidence;
  std::string figures;
  std::optional<int> year;                    // that the row tells of; none: the plan is followed up all the time
  std::optional<Date> next_follow_up;
  std::vector<std::string> indicators;        // ids: whether it helps
};

// What a measure has come to, in a number. Nobody's, so never protected.
struct MeasureFigure {
  std::string plan;
  std::string number;                         // of the measure
  std::string id;                             // the same in all years
  Localized label;
  Localized unit;                             // the word after the number; may be empty
  int year = 0;
  std::optional<std::int64_t> value;          // hundredths
  std::optional<std::int64_t> target;         // hundredths
  Localized note;
};

// A strength, a weakness or a suggestion of a review. Free text: never published unless approved.
struct Finding {
  std::size_t review = 0;                     // index into Facts::reviews
  std::optional<std::size_t> area;
  std::string kind;                           // strength, weakness, suggestion
  std::string theme;
  std::string sub_goal;                       // C1
  std::string text;
  std::string approved_by;
  std::optional<Date> approved_on;
  std::string text_hash;                      // SHA-256 of the text that was approved
};

struct GoodExample {
  std::size_t unit = 0;
  std::optional<std::size_t> area;
  std::string theme;
  std::string title;
  std::string text;
  std::string approved_by;
  std::optional<Date> approved_on;
};

// What a unit itself says of its results.
struct Comment {
  std::size_t unit = 0;
  Date written_on{};
  std::string text;
  std::string role = {};                      // who answers for it: head_of_clinic, study_director, supervisors, unit; empty: not told
};

// A date that explains a change.
struct Event {
  Date date{};
  Localized text;
  std::vector<std::size_t> areas;             // none: all
};

// How many gave an answer. yes_no: 1 or 0; choice: its index; a number: itself; a decimal: hundredths.
struct AnswerCount {
  std::int64_t answer = 0;
  int count = 0;
  friend bool operator==(const AnswerCount&, const AnswerCount&) = default;
};

// The annual reports of a unit's ST doctors in a year, question by question. One row a ST doctor is what the file holds; nothing about
// who answered two questions alike leaves `read`. About persons all the same: small groups are for disclosure/ to protect.
struct ReportGroup {
  std::size_t unit = 0;
  int year = 0;
  int reports = 0;
  std::vector<std::vector<AnswerCount>> questions;  // by Facts::report_questions; answers ascending, none left blank
};

enum class Role : std::uint8_t { st_doctor, supervisor, manager, study_director };
inline constexpr std::size_t survey_answers = 7;    // agree, neutral, disagree, and hours: none, under_1, from_1_to_2, over_2

// Answers to a statement by those in a role at a unit in a round. About persons.
struct SurveyGroup {
  std::size_t round = 0;                      // index into Facts::rounds
  std::size_t statement = 0;                  // index into Facts::statements
  std::size_t unit = 0;
  Role role = Role::st_doctor;
  std::array<int, survey_answers> answers{};
  std::optional<int> invited;
};

// Something of a dataset has come in for a unit and a year or a round. That, not how much.
struct Delivery {
  std::string dataset;
  std::size_t unit = 0;
  std::string period;                         // 2024, or the id of a round
  friend auto operator<=>(const Delivery&, const Delivery&) = default;
};

// A file, or a sheet of one, that could be read as a table, whatever it held.
struct TableRead {
  std::string file;                           // as messages name it
  std::size_t rows = 0;                       // of data
};

struct Facts {
  Framework framework;
  std::vector<Forum> forums;
  std::vector<Round> rounds;
  std::vector<Unit> units;                    // in Swedish order of name
  std::vector<Review> reviews;                // by unit, then date
  std::vector<PublishedAggregate> published_aggregates;  // by area
  std::vector<PublishedCount> published_counts;
  std::vector<Statement> statements;          // in the order of the file, which is that of the survey
  std::vector<Benchmark> benchmarks;          // by statement, then answer
  std::vector<Measure> measures;              // by plan, number, year
  std::vector<MeasureFigure> measure_figures; // by plan, number, figure, year
  std::vector<Finding> findings;              // by review
  std::vector<Field> report_questions;        // of the annual report, as described
  std::vector<ReportGroup> reports;           // by unit, then year
  std::vector<SurveyGroup> survey;            // by round, statement, unit, role
  std::vector<GoodExample> good_examples;     // by unit
  std::vector<Comment> comments;              // by unit, then date
  std::vector<Event> events;                  // by date
  std::vector<Delivery> deliveries;           // sorted
  std::vector<TableRead> tables;              // by the order of the sources
  std::vector<Dataset> datasets;              // every description, for those who explain the data
};

}  // namespace lagesbild::model
