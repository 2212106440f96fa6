// The questions that persons have answered, each as a table of its own: what a unit's ST doctors wrote of one thing in their annual
// reports, or what those in a role said of one statement. All that is told of a question rests on its table, so it is protected as a whole.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/linked.hpp"
#include "disclosure/policy.hpp"
#include "disclosure/protector.hpp"
#include "indicators/measure.hpp"
#include "model/facts.hpp"

namespace lagesbild::disclosure {

// A share or a mean that is told of a question: categories of answers by what they are to it. Of a mean the numerator is empty.
struct Told {
  std::optional<std::size_t> definition;          // index into Measured::definitions; none: the survey page's share of the first answer
  bool mean = false;
  std::vector<std::size_t> numerator, rest;
};

// What an earlier release has told of a row, to be repeated.
struct Settled {
  std::string indicator;
  indicators::Value value;
};

struct Question {
  std::string id;                                 // annual_reports/supervision_regular, survey/library_access/st_doctor
  std::size_t family = 0;                         // those who answered: index into Questions::layouts
  std::vector<std::int64_t> answers;              // by category: one of the answers in it
  std::vector<Counts> categories;                 // by Layout::cell
  std::vector<Told> told;
  std::vector<State> states;                      // by row, before anything is judged: there to tell, or nothing to
  bool each_answer = false;                       // the survey page tells the region's answers one by one
  std::vector<std::vector<Settled>> settled;      // by row; empty without a ledger
  Slots frozen = 0;                               // what was told of has changed since: nothing that rests on these is told anew
  std::vector<Need> needs() const;
};

struct Questions {
  std::vector<Layout> layouts;                    // annual reports; survey
  std::vector<std::size_t> layout_of;             // by family: annual reports, then the survey by role
  std::vector<Question> all;
};

// Of a survey: the id of what those in a role said of a statement.
std::string question_id(const std::string& statement, model::Role role);

// What one answer of the survey page is called in a ledger.
inline std::string answer_id(std::size_t answer) { return "answer:" + std::to_string(answer); }

// Index into the periods of a round; as many as there are periods when it has none.
std::size_t period_of_round(const std::vector<indicators::PeriodOfTime>& periods, std::size_t round);

// Only of times that are over by `as_of`. The persons of a family at a unit are taken to be as many as answered any question.
Questions questions_of(const model::Facts& facts, const indicators::Measured& measured, const Policy& policy, Date as_of);

}  // namespace lagesbild::disclosure
