// Codes of the messages of disclosure/; their texts: content/common/text/messages/disclosure.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code judge_below_show{"judge-below-show"};      // {show}
inline constexpr Code about_persons_word{"about-persons-word"};  // {seen}
inline constexpr Code roll_up_word{"roll-up-word"};              // {seen}
inline constexpr Code roll_up_order{"roll-up-order"};
inline constexpr Code approval_withdrawn{"approval-withdrawn"};  // {id} {by} {where}, a warning
inline constexpr Code witness_unreadable{"witness-unreadable"};  // {line}
inline constexpr Code witness_fault{"witness-fault"};            // {what}
inline constexpr Code witness_mismatch{"witness-mismatch"};      // {file} {what}
inline constexpr Code ledger_damaged{"ledger-damaged"};          // {file}, {line}
}  // namespace lagesbild::code
