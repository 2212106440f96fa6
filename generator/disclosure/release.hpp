// The one judged set of numbers that everything a reader gets is made from. Names, dates and texts that are published anyway stand as they
// are; every number about a unit or a group is a Cell.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/cell.hpp"
#include "disclosure/coverage.hpp"
#include "disclosure/downloads.hpp"
#include "disclosure/free_text.hpp"
#include "disclosure/gap.hpp"
#include "disclosure/gate.hpp"
#include "disclosure/indicators.hpp"
#include "disclosure/ledger.hpp"
#include "disclosure/policy.hpp"
#include "disclosure/witness.hpp"
#include "indicators/figures.hpp"
#include "model/facts.hpp"

namespace lagesbild::disclosure {

using indicators::AgeCounts;
using indicators::AnswerCounts;
using indicators::AreaFigures;
using indicators::Case;
using indicators::CaseEvent;
using indicators::CaseState;
using indicators::FollowUp;
using indicators::Level;
using indicators::GradeCounts;
using indicators::GroupFigures;
using indicators::Moments;
using indicators::Plan;
using indicators::SelectionFigures;
using indicators::Share;
using indicators::Status;
using indicators::SurveyFigures;
using indicators::UnitState;
using model::Action;
using model::Area;
using model::AreaGrade;
using model::Framework;
using model::Grade;
using model::letter;
using model::Ownership;
using model::Register;
using model::Review;

// What the reviews say of one unit.
struct UnitReviews {
  UnitState state;
  std::vector<Review> reviews;   // oldest first
  std::vector<Case> cases = {};  // of them, by review and area
};

struct UnitCard {
  std::string id;
  std::string name;
  std::string kind;
  std::optional<std::size_t> forum;
  std::string municipality;
  std::optional<Ownership> ownership;
  std::string provider;
  std::optional<Date> valid_from, valid_to;        // first and last day
  std::vector<std::size_t> predecessors;           // indices into Release::units
  std::optional<std::size_t> successor;
  bool current = true;                             // exists today
  std::vector<std::string> aliases;                // other names
  Cell<Register> figures;
  Cell<UnitReviews> reviewed;
};

struct PublishedCheck {
  model::PublishedAggregate aggregate;
  indicators::Feasibility feasibility;
};

struct Release {
  Framework framework;
  FollowUp follow_up;
  Policy policy;
  Tally tally;
  Date as_of{};
  std::vector<model::Forum> forums;
  std::vector<model::Round> rounds;
  std::vector<UnitCard> units;                     // in Swedish order of name
  bool has_reviews = false;
  bool reviews_for_fewer = false;                  // there are some, for a narrower audience
  SelectionFigures<Cell> now;
  std::vector<SelectionFigures<Cell>> by_round;
  std::vector<PublishedCheck> published;           // figures that somebody else has published already
  std::vector<model::PublishedCount> published_counts;
  std::vector<model::Statement> statements;
  std::vector<model::Benchmark> benchmarks;
  std::vector<SurveyFigures<Cell>> survey;         // by round, statement, role
  Indicators indicators;
  std::vector<Definition> unpublished;             // drafts, and those that are archived with a reason
  std::vector<std::vector<AreaSources>> sources_meet;  // of the region, then by forum; by area
  std::vector<Gap> gaps;                           // of the region, then by forum
  std::vector<Deliveries> deliveries;              // what units have handed in, and what is missing
  std::vector<model::Measure> measures;            // by plan, number, year
  std::vector<model::MeasureFigure> measure_figures;  // by plan, number, figure, year
  ApprovedTexts texts;                             // of people's own words, what has been approved
  std::vector<model::Event> events;                // by date
  std::vector<model::Dataset> datasets;            // how the data are described
  Audience audience = Audience::management;        // of the site; see audience.hpp
  std::vector<Download> downloads;                 // what of the above leaves as rows
};

// What judging rests on beside the facts, and what it leaves beside the release. Neither is for view/.
struct Judging {
  std::size_t threads = 1;
  const Ledger* ledger = nullptr;                  // of earlier releases
};
struct Evidence {
  Witnesses witnesses;
  std::vector<LedgerRow> newly_told;
};

// Judges everything; takes the facts over.
Release judge(model::Facts facts, const indicators::Figures& figures, const Policy& policy, Date as_of,
              Audience audience = Audience::intranet, indicators::Measured measured = {}, const Judging& judging = {},
              Evidence* evidence = nullptr);

}  // namespace lagesbild::disclosure
