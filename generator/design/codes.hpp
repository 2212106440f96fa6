// Codes of the messages of design/; their texts: content/common/text/messages/design.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
// tokens.hpp: theme.css
inline constexpr Code theme_rule{"theme-rule"};                // {seen}
inline constexpr Code theme_at_rule{"theme-at-rule"};          // {seen}
inline constexpr Code theme_declaration{"theme-declaration"};  // {seen}
inline constexpr Code theme_outside{"theme-outside"};          // {seen}
inline constexpr Code theme_unknown{"theme-unknown"};          // {seen} {like}
inline constexpr Code theme_twice{"theme-twice"};              // {token} {line}
inline constexpr Code theme_colour{"theme-colour"};            // {token} {seen}
inline constexpr Code theme_length{"theme-length"};            // {token} {seen} {standard}
inline constexpr Code theme_fonts{"theme-fonts"};              // {token} {seen}
inline constexpr Code theme_not_dark{"theme-not-dark"};        // {token}
inline constexpr Code theme_unclosed{"theme-unclosed"};        //

// pairs.hpp
inline constexpr Code pair_token{"pair-token"};                // {seen} {like}
inline constexpr Code pair_contrast{"pair-contrast"};  // {what_sv} {what_en} {front} {back} {ratio} {limit} {in_sv} {in_en}
inline constexpr Code pair_alike{"pair-alike"};                // {one} {other} {difference} {limit} {in_sv} {in_en}
inline constexpr Code pair_hue{"pair-hue"};                    // {one} {other} {difference} {limit} {in_sv} {in_en}

// logo.hpp
inline constexpr Code logo_too_large{"logo-too-large"};        // {file} {size} {limit}
inline constexpr Code logo_size{"logo-size"};                  // {file}
inline constexpr Code logo_too_wide{"logo-too-wide"};          // {file}
}  // namespace lagesbild::code
