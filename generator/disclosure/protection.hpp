// Which numbers about persons may be told: the primary rules and what follows from them, over everything that is told at once. Worked out
// for all audiences together, whichever the site is for, since somebody may read more than one of its sites.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/gate.hpp"
#include "disclosure/questions.hpp"

namespace lagesbild::disclosure {

struct ProtectedQuestion {
  Question question;
  std::vector<State> states;                      // by row
  std::vector<Reason> reasons;                    // by row; of what is withheld
  Proofs proofs;
};

class Protection {
 public:
  Protection() = default;
  Protection(const indicators::Measured& measured, Questions questions, int smallest_group, std::size_t threads);

  // Why an indicator's value is withheld; nothing when it may be told. `period`: index into Measured::periods. Only for what is about
  // persons.
  std::optional<Reason> of_group(std::size_t definition, std::size_t period, std::size_t group) const;
  std::optional<Reason> of_unit(std::size_t definition, std::size_t period, std::size_t unit) const;
  // The region's answers to a question, by its id.
  std::optional<Reason> of_region(std::string_view question, std::size_t period) const;

  const std::vector<Layout>& layouts() const { return layouts_; }
  const Layout& layout(const Question& question) const { return layouts_[layout_of_[question.family]]; }
  const std::vector<ProtectedQuestion>& questions() const { return questions_; }

 private:
  std::optional<Reason> judge(const ProtectedQuestion* found, std::size_t period, std::optional<std::size_t> group, std::size_t unit) const;

  std::vector<Layout> layouts_;
  std::vector<std::size_t> layout_of_;
  std::vector<ProtectedQuestion> questions_;
  std::vector<std::optional<std::size_t>> question_of_;  // by definition
};

}  // namespace lagesbild::disclosure
