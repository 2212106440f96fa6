// Codes of the messages of base/; their texts: content/common/text/messages/base.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code file_missing{"file-missing"};          // {path}
inline constexpr Code file_is_folder{"file-is-folder"};      // {path}
inline constexpr Code file_unreadable{"file-unreadable"};    // {path} {reason}
inline constexpr Code more_left_out{"more-left-out"};        // {count}

// yaml.hpp, the form of a file
inline constexpr Code yaml_too_large{"yaml-too-large"};                    // {size} {limit}
inline constexpr Code yaml_utf16{"yaml-utf16"};                            //
inline constexpr Code yaml_not_utf8{"yaml-not-utf8"};                      // {byte} {position}
inline constexpr Code yaml_control_character{"yaml-control-character"};    // {character}
inline constexpr Code yaml_tab{"yaml-tab"};                                //
inline constexpr Code yaml_odd_blank{"yaml-odd-blank"};                    //
inline constexpr Code yaml_empty{"yaml-empty"};                            //
inline constexpr Code yaml_too_deep{"yaml-too-deep"};                      // {limit}
inline constexpr Code yaml_duplicate_key{"yaml-duplicate-key"};            // {key} {line} {column}
inline constexpr Code yaml_anchor{"yaml-anchor"};                          //
inline constexpr Code yaml_alias{"yaml-alias"};                            //
inline constexpr Code yaml_tag{"yaml-tag"};                                //
inline constexpr Code yaml_merge_key{"yaml-merge-key"};                    //
inline constexpr Code yaml_directive{"yaml-directive"};                    //
inline constexpr Code yaml_second_document{"yaml-second-document"};        //
inline constexpr Code yaml_document_end{"yaml-document-end"};              //
inline constexpr Code yaml_complex_key{"yaml-complex-key"};                //
inline constexpr Code yaml_empty_key{"yaml-empty-key"};                    //
inline constexpr Code yaml_null{"yaml-null"};                              // {text}
inline constexpr Code yaml_unclosed_quote{"yaml-unclosed-quote"};          // {quote}
inline constexpr Code yaml_unclosed_bracket{"yaml-unclosed-bracket"};      // {bracket}
inline constexpr Code yaml_stray_bracket{"yaml-stray-bracket"};            // {bracket}
inline constexpr Code yaml_stray_colon{"yaml-stray-colon"};                //
inline constexpr Code yaml_stray_comma{"yaml-stray-comma"};                //
inline constexpr Code yaml_dash_after_key{"yaml-dash-after-key"};          //
inline constexpr Code yaml_stray_text{"yaml-stray-text"};                  // {text}
inline constexpr Code yaml_key_without_colon{"yaml-key-without-colon"};    // {key}
inline constexpr Code yaml_colon_without_blank{"yaml-colon-without-blank"};  // {text}
inline constexpr Code yaml_bad_escape{"yaml-bad-escape"};                  //
inline constexpr Code yaml_reserved_character{"yaml-reserved-character"};  // {character}
inline constexpr Code yaml_block_header{"yaml-block-header"};              //
inline constexpr Code yaml_syntax{"yaml-syntax"};                          // {reason}

// yaml.hpp, the Reader
inline constexpr Code yaml_not_a_map{"yaml-not-a-map"};                    //
inline constexpr Code yaml_missing_key{"yaml-missing-key"};                // {key}
inline constexpr Code yaml_unknown_key{"yaml-unknown-key"};                // {key} {known} {like}
inline constexpr Code yaml_empty_value{"yaml-empty-value"};                // {key}
inline constexpr Code yaml_expected_text{"yaml-expected-text"};            // {key}
inline constexpr Code yaml_expected_list{"yaml-expected-list"};            // {key}
inline constexpr Code yaml_expected_map{"yaml-expected-map"};              // {key}
inline constexpr Code yaml_list_item_not_text{"yaml-list-item-not-text"};  // {key}
inline constexpr Code yaml_not_yes_no{"yaml-not-yes-no"};                  // {key} {seen}
inline constexpr Code yaml_not_integer{"yaml-not-integer"};                // {key} {seen}
inline constexpr Code yaml_not_number{"yaml-not-number"};                  // {key} {seen}
inline constexpr Code yaml_out_of_range{"yaml-out-of-range"};              // {key} {seen} {least} {most}
inline constexpr Code yaml_not_date{"yaml-not-date"};                      // {key} {seen}
inline constexpr Code yaml_not_allowed{"yaml-not-allowed"};                // {key} {seen} {allowed} {like}
}  // namespace lagesbild::code
