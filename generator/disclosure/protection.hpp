// Which numbers about persons may be told: the primary rules and what follows from them, over everything that is told at once. Worked out
// for all audiences together, whichever the site is for, since somebody may read more than one of its sites.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

  // What an earlier release has told and this one repeats; null where nothing was told.
  const indicators::Value* repeated(std::size_t definition, std::size_t period, std::size_t group) const;
  const indicators::Value* repeated_unit(std::size_t definition, std::size_t period, std::size_t unit) const;
  // The same of the region's answers, by answer; no counts where nothing was told.
  std::vector<std::pair<std::size_t, std::int64_t>> repeated_answers(std::string_view question, std::size_t period) const;
  // Whether the answers have changed since something was told of them: then nothing is worked out from them anew.
  bool has_changed(std::string_view question, std::size_t period) const;

  const std::vector<Layout>& layouts() const { return layouts_; }
  const Layout& layout(const Question& question) const { return layouts_[layout_of_[question.family]]; }
  const std::vector<ProtectedQuestion>& questions() const { return questions_; }

 private:
  struct At {
    const ProtectedQuestion* question = nullptr;
    std::size_t span = 0;
    const Layout* layout = nullptr;
  };
  std::optional<At> at(const ProtectedQuestion* question, std::size_t period) const;
  const ProtectedQuestion* asked(std::size_t definition) const;
  const ProtectedQuestion* asked(std::string_view id) const;
  std::optional<Reason> judge(const At& at, std::size_t row, std::string_view indicator) const;
  static const Settled* settled(const At& at, std::size_t row, std::string_view indicator);

  std::vector<Layout> layouts_;
  std::vector<std::size_t> layout_of_;
  std::vector<ProtectedQuestion> questions_;
  std::vector<std::optional<std::size_t>> question_of_;  // by definition
  std::vector<std::string> ids_;                         // by definition
};

}  // namespace lagesbild::disclosure
