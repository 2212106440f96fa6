// People's own words leave sentence by sentence, once somebody has read and approved each where it stands; any change of a sentence is
// another sentence. What nobody has approved is in no release: only a command for those who know the data anyway lists it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/names.hpp"
#include "indicators/unit_state.hpp"
#include "model/approval.hpp"
#include "model/facts.hpp"

namespace lagesbild::disclosure {

// Only the approved sentences of a text. Nothing else can make one.
class ApprovedText {
 public:
  const std::string& words() const { return words_; }  // in their order, with [...] where some are left out

 private:
  friend class TextGate;
  explicit ApprovedText(std::string words) : words_(std::move(words)) {}
  std::string words_;
};

struct ApprovedFinding {
  std::optional<std::size_t> area;
  std::string kind;           // strength, weakness, suggestion
  ApprovedText text;
};

// Of a finding whose words nobody need have approved: a theme is a heading, not a sentence.
struct NotedTheme {
  std::optional<std::size_t> area;
  std::string kind;           // as above
  std::string theme;          // empty: a finding without one, which is no heading but says that there was something
};

struct ApprovedExample {
  std::size_t unit = 0;       // index into Release::units
  std::optional<std::size_t> area;
  std::string theme;          // a heading too; may be empty
  ApprovedText title;         // as a whole
  ApprovedText text;
  std::optional<Date> approved_on;  // the last of its sentences
};

struct ApprovedComment {
  Date written_on{};
  ApprovedText text;
  std::string role;           // model::Comment::role
};

struct ApprovedTexts {
  std::vector<std::vector<ApprovedFinding>> findings;  // by unit: of its latest review
  std::vector<std::vector<NotedTheme>> themes;         // by unit: of its latest review, each once, sorted
  std::vector<ApprovedExample> examples;               // by unit
  std::vector<std::optional<ApprovedComment>> comments;  // by unit: its latest
};

// Approvals that no sentence answers to any more are told as warnings.
ApprovedTexts approved_texts(const model::Facts& facts, const std::vector<indicators::UnitState>& units,
                             const std::vector<model::Approval>& approvals, Diagnostics& diagnostics);

struct Release;

// Leaves out what the release's readers may not see, and what is said of units whose reviews are withheld.
void narrow_texts(Release& release);

// A sentence that is not approved everywhere it stands.
struct WaitingSentence {
  std::string hash;
  std::string text;
  std::vector<std::pair<std::string, std::string>> where;  // dataset and id, where it is not approved
  bool personal_data = false;  // for certain: may not be approved
  PersonHints hints;
};

struct Sentences {
  std::vector<WaitingSentence> waiting;  // in the order that they stand in, each once
  std::size_t approved = 0;              // places where a sentence stands and is approved
};

// Not for any page.
Sentences sentences_to_approve(const model::Facts& facts, const std::vector<model::Approval>& approvals);

}  // namespace lagesbild::disclosure
