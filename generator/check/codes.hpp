// Codes of the messages of check/; their texts: content/common/text/messages/check.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
// Bytes and syntax
inline constexpr Code check_not_utf8{"check-not-utf8"};                          // none
inline constexpr Code check_control_character{"check-control-character"};        // {character}
inline constexpr Code check_template_leftover{"check-template-leftover"};        // {seen}
inline constexpr Code check_no_doctype{"check-no-doctype"};                      // none
inline constexpr Code check_stray_ampersand{"check-stray-ampersand"};            // none
inline constexpr Code check_unknown_entity{"check-unknown-entity"};              // {entity}
inline constexpr Code check_stray_less_than{"check-stray-less-than"};            // none
inline constexpr Code check_broken_tag{"check-broken-tag"};                      // {element}
inline constexpr Code check_attribute_form{"check-attribute-form"};              // {attribute}
inline constexpr Code check_not_lower_case{"check-not-lower-case"};              // {name}
inline constexpr Code check_attribute_twice{"check-attribute-twice"};            // {attribute}
inline constexpr Code check_unknown_element{"check-unknown-element"};            // {element}
inline constexpr Code check_unclosed_element{"check-unclosed-element"};          // {element}
inline constexpr Code check_stray_end_tag{"check-stray-end-tag"};                // {element}
inline constexpr Code check_misplaced_element{"check-misplaced-element"};        // {element} {parent}
inline constexpr Code check_outside_root{"check-outside-root"};                  // {seen} {root}
inline constexpr Code check_misplaced_text{"check-misplaced-text"};              // {parent}
// What a page must have
inline constexpr Code check_id_twice{"check-id-twice"};                          // {id} {line}
inline constexpr Code check_bad_id{"check-bad-id"};                              // {id}
inline constexpr Code check_h1_count{"check-h1-count"};                          // {count}
inline constexpr Code check_heading_jump{"check-heading-jump"};                  // {from} {to}
inline constexpr Code check_no_lang{"check-no-lang"};                            // none
inline constexpr Code check_no_title{"check-no-title"};                          // none
inline constexpr Code check_no_main{"check-no-main"};                            // none
inline constexpr Code check_image_without_alt{"check-image-without-alt"};        // none
inline constexpr Code check_drawing_without_name{"check-drawing-without-name"};  // none
inline constexpr Code check_suspicious_value{"check-suspicious-value"};          // {value}
inline constexpr Code check_empty_file{"check-empty-file"};                      // {path}
// What it may not hold
inline constexpr Code check_inline_attribute{"check-inline-attribute"};          // {attribute}
inline constexpr Code check_inline_code{"check-inline-code"};                    // {element}
inline constexpr Code check_css_import{"check-css-import"};                      // none
inline constexpr Code check_other_host{"check-other-host"};                      // {link}
inline constexpr Code check_link_scheme{"check-link-scheme"};                    // {link}
// {masked} never shows it; {count} places
inline constexpr Code check_personal_number{"check-personal-number"};            // {masked} {count}
inline constexpr Code check_email_address{"check-email-address"};                // {masked} {count}
inline constexpr Code check_phone_number{"check-phone-number"};                  // {masked} {count}
// Links and names
inline constexpr Code check_link_empty{"check-link-empty"};                      // none
inline constexpr Code check_link_from_root{"check-link-from-root"};              // {link}
inline constexpr Code check_link_characters{"check-link-characters"};            // {link}
inline constexpr Code check_link_outside{"check-link-outside"};                  // {link}
inline constexpr Code check_file_name{"check-file-name"};                        // {path}
inline constexpr Code check_link_missing{"check-link-missing"};                  // {link} {target} {count} {like}
inline constexpr Code check_anchor_missing{"check-anchor-missing"};              // {link} {target} {anchor} {like}
inline constexpr Code check_id_missing{"check-id-missing"};                      // {attribute} {id} {like}
inline constexpr Code check_path_twice{"check-path-twice"};                      // {path}
inline constexpr Code check_orphan{"check-orphan"};                              // {path}, a warning
}  // namespace lagesbild::code
