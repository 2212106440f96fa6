// What is told of a survey, round by round: the region's own answers where any are shown, otherwise those that others have published, and
// beside either what others have published of ST doctors elsewhere. What a reader would get wrong: everything here is taken from shown
// cells and published figures; a difference is one between two whole per cents that both stand on the page.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

// A share that agrees.
struct ToldShare {
  std::string kind;                               // own, sweden, general_practice, supervisor, manager, study_director
  int percent = 0;
  std::string value;                              // in words
  std::int64_t n = 0;
  std::string period;                             // of one that others have published
  std::string source;                             // the same
  std::optional<disclosure::Interval> interval;   // 95 %, of the region's own, per cent
  std::string interval_words;
  int points = 0;                                 // elsewhere: the region minus this; a role: this minus the ST doctors
  std::optional<disclosure::Interval> apart;      // 95 % interval of a role's difference, percentage points
  bool clear = false;                             // by more than Settings::difference_points, and not within chance where that is known
  bool within_chance() const { return apart && apart->lower <= 0 && apart->upper >= 0; }
};

struct ToldStatement {
  std::size_t statement = 0;                      // index into Release::statements
  std::optional<ToldShare> own;                   // absent when it is withheld or nobody was asked
  std::vector<ToldShare> elsewhere;               // general practice first
  std::vector<ToldShare> roles;                   // the others than ST doctors
  // The role whose difference is the largest of the clear ones; null without one.
  const ToldShare* furthest() const;
  const ToldShare* other(std::string_view kind) const;  // of those elsewhere; null when it is not told
};

// Shares of all the answers, in the order of the answers.
struct ToldClasses {
  std::string kind;                               // as ToldShare
  std::int64_t n = 0;
  std::string period;
  struct Class {
    std::string answer;                           // agree, ..., over_2
    int percent = 0;
    std::string value;
  };
  std::vector<Class> classes;
};
struct ToldDistribution {
  std::size_t statement = 0;
  std::vector<ToldClasses> rows;
};

struct ToldRound {
  std::string period;                             // the round's id, or the years of a published survey
  bool latest = false;                            // beside which others are put
  std::vector<ToldStatement> statements;          // in their own order
  std::vector<ToldDistribution> distributions;    // questions with classes, then what is about the training as a whole
  std::vector<std::int64_t> answered;             // by role, ST doctors first: the most who answered a statement
};

// The latest first; empty when nothing is told. Rounds without anything shown are left out.
std::vector<ToldRound> told_rounds(const Context& context);

// A round that goes on, when somebody has answered in it.
bool is_waited_for(const Context& context, std::size_t round);

struct PublishedShare {
  int percent = 0;
  int n = 0;
};
std::optional<PublishedShare> published_share(const disclosure::Release& release, std::string_view statement, std::string_view answer,
                                              std::string_view group);

}  // namespace lagesbild::view
