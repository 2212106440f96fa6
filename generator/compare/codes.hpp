// Codes of the messages of compare/ and the command diff; their texts: content/common/text/messages/compare.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code diff_not_a_site{"diff-not-a-site"};          // {path}
inline constexpr Code diff_no_data{"diff-no-data"};                // {path}
inline constexpr Code diff_json_broken{"diff-json-broken"};        //
inline constexpr Code diff_json_form{"diff-json-form"};            // {key}
inline constexpr Code diff_other_heading{"diff-other-heading"};    // {seen} {expected}
inline constexpr Code diff_columns_missing{"diff-columns-missing"};  // {expected}
inline constexpr Code diff_key_repeated{"diff-key-repeated"};      // {key}
inline constexpr Code diff_file_changed{"diff-file-changed"};      //
inline constexpr Code diff_two_sites{"diff-two-sites"};            // {before} {after}
inline constexpr Code diff_same_folder{"diff-same-folder"};        // {path}
inline constexpr Code diff_no_words{"diff-no-words"};              // {path}
inline constexpr Code since_unreadable{"since-unreadable"};        // {path}
}  // namespace lagesbild::code
