// Codes of what stops a built site from being published (publishing.cpp); their texts: content/common/text/messages/publish_gate.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code gate_no_targets{"gate-no-targets"};            // {path}
inline constexpr Code gate_unknown_target{"gate-unknown-target"};    // {seen} {known}
inline constexpr Code gate_other_site{"gate-other-site"};            // {path} {its} {ours}
inline constexpr Code gate_witness_fault{"gate-witness-fault"};      // {what}
inline constexpr Code gate_rows_changed{"gate-rows-changed"};        // {target} {percent} {limit}
inline constexpr Code gate_rows_removed{"gate-rows-removed"};        // {target} {percent} {limit}
inline constexpr Code gate_before_unknown{"gate-before-unknown"};    // {target} {release}
inline constexpr Code gate_no_state{"gate-no-state"};
inline constexpr Code run_locked{"run-locked"};                      // {path}
inline constexpr Code run_notify_failed{"run-notify-failed"};        // {reason}
}  // namespace lagesbild::code
