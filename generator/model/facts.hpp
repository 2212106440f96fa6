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
};

struct Review {
  ReviewId id;
  std::size_t unit = 0;                       // index into Facts::units
  Date date{};
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

struct Recommendation {
  std::string number;                         // 4.1
  Localized heading;
  Localized title;
  Localized owner;
  std::string status;                         // not_started, started, done, stopped; empty: not reported
  std::optional<Date> followed_up;
  Localized note;
};

struct Facts {
  Framework framework;
  std::vector<Forum> forums;
  std::vector<Round> rounds;
  std::vector<Unit> units;                    // in Swedish order of name
  std::vector<Review> reviews;                // by unit, then date
  std::vector<PublishedAggregate> published_aggregates;
  std::vector<PublishedCount> published_counts;
  std::vector<Statement> statements;
  std::vector<Benchmark> benchmarks;
  std::vector<Recommendation> recommendations;
};

}  // namespace lagesbild::model
