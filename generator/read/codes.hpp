// Codes of the messages of read/; their texts: content/common/text/messages/read.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {

// A file that is something else than its name says.
inline constexpr Code file_is_xlsx{"file-is-xlsx"};
inline constexpr Code file_is_xls{"file-is-xls"};
inline constexpr Code file_is_archive{"file-is-archive"};
inline constexpr Code file_is_pdf{"file-is-pdf"};
inline constexpr Code file_is_image{"file-is-image"};
inline constexpr Code file_is_web_page{"file-is-web-page"};
inline constexpr Code file_is_xml{"file-is-xml"};
inline constexpr Code file_too_large{"file-too-large"};            // {limit} bytes, {seen}
inline constexpr Code too_many_complaints{"too-many-complaints"};  // {limit}: the rest of the file was not looked at

// Bytes that are no text.
inline constexpr Code text_read_as_windows_1252{"text-read-as-windows-1252"};  // warning; {character} as read
inline constexpr Code text_undefined_byte{"text-undefined-byte"};              // {byte} such as 0x81
inline constexpr Code text_mixed_encodings{"text-mixed-encodings"};            // {byte}
inline constexpr Code text_invalid_utf8{"text-invalid-utf8"};                  // {byte}, in a file with a UTF-8 mark
inline constexpr Code text_invalid_utf16{"text-invalid-utf16"};                // {unit} such as 0xD800
inline constexpr Code text_other_encoding{"text-other-encoding"};              // {encoding}: UTF-16 without a mark, UTF-32
inline constexpr Code text_control_character{"text-control-character"};        // {character} such as U+0000
inline constexpr Code text_replacement_character{"text-replacement-character"};

// CSV.
inline constexpr Code csv_empty{"csv-empty"};
inline constexpr Code csv_unknown_separator{"csv-unknown-separator"};  // {separator} of a first line sep=
inline constexpr Code csv_heading_empty{"csv-heading-empty"};          // {number} of the column
inline constexpr Code csv_heading_repeated{"csv-heading-repeated"};    // {heading} {number}; of the earlier one {first} {line} {column}
inline constexpr Code csv_unclosed_quote{"csv-unclosed-quote"};
inline constexpr Code csv_text_after_quote{"csv-text-after-quote"};    // {line} {column} of the opening quote
inline constexpr Code csv_quote_in_cell{"csv-quote-in-cell"};
inline constexpr Code csv_row_too_short{"csv-row-too-short"};          // {seen} {expected}
inline constexpr Code csv_row_too_long{"csv-row-too-long"};            // {seen} {expected}
inline constexpr Code csv_too_many_rows{"csv-too-many-rows"};          // {limit}
inline constexpr Code csv_too_many_columns{"csv-too-many-columns"};    // {limit}

// What points out a person, in any text. {masked} never shows it.
inline constexpr Code personal_number{"personal-number"};  // {masked}
inline constexpr Code email_address{"email-address"};      // {masked}
inline constexpr Code phone_number{"phone-number"};        // {masked}

// The file approvals.csv
inline constexpr Code approvals_headings{"approvals-headings"};  // {expected}
inline constexpr Code approvals_hash{"approvals-hash"};          // {seen}
inline constexpr Code approvals_dataset{"approvals-dataset"};    // {seen}
inline constexpr Code approvals_empty{"approvals-empty"};        // {name} of the column
inline constexpr Code approvals_date{"approvals-date"};          // {seen}
inline constexpr Code approvals_twice{"approvals-twice"};        // {line}

// Excel workbooks: files that are none ...
inline constexpr Code workbook_is_xls{"workbook-is-xls"};
inline constexpr Code workbook_is_encrypted{"workbook-is-encrypted"};
inline constexpr Code workbook_is_xlsb{"workbook-is-xlsb"};
inline constexpr Code workbook_is_ods{"workbook-is-ods"};
inline constexpr Code workbook_is_archive{"workbook-is-archive"};                // also a Word document
inline constexpr Code workbook_is_something_else{"workbook-is-something-else"};
// ... or cannot be read, or not all the way; {part}: a file inside the packed one
inline constexpr Code workbook_cut_off{"workbook-cut-off"};
inline constexpr Code workbook_part_missing{"workbook-part-missing"};            // {part}
inline constexpr Code workbook_broken_xml{"workbook-broken-xml"};                // {part} {line}
inline constexpr Code workbook_doctype{"workbook-doctype"};                      // {part}
inline constexpr Code workbook_too_large{"workbook-too-large"};                  // {part} {limit} in MB
inline constexpr Code workbook_too_many_strings{"workbook-too-many-strings"};    // {limit}
// ... the table in them ...
inline constexpr Code workbook_empty{"workbook-empty"};
inline constexpr Code workbook_sheet_missing{"workbook-sheet-missing"};          // {sheet} {sheets} {like}
inline constexpr Code workbook_no_headings{"workbook-no-headings"};              // {sheets} that were looked at
inline constexpr Code workbook_no_headings_in_sheet{"workbook-no-headings-in-sheet"};  // {sheet} {other}: a sheet with headings, or empty
inline constexpr Code workbook_more_tables{"workbook-more-tables"};              // warning; {sheet} that was read, {others}
inline constexpr Code workbook_heading_missing{"workbook-heading-missing"};      // {column} {row}
inline constexpr Code workbook_heading_repeated{"workbook-heading-repeated"};    // {heading} {first}: a cell
inline constexpr Code workbook_too_many_rows{"workbook-too-many-rows"};          // {limit}
inline constexpr Code workbook_too_many_columns{"workbook-too-many-columns"};    // {limit}
// ... and its cells.
inline constexpr Code workbook_merged_cells{"workbook-merged-cells"};            // {range}
inline constexpr Code workbook_error_cell{"workbook-error-cell"};                // {value} {swedish}: what Excel calls it in Swedish
inline constexpr Code workbook_formula_without_value{"workbook-formula-without-value"};
inline constexpr Code workbook_formulas_not_computed{"workbook-formulas-not-computed"};  // warning, at the first formula
inline constexpr Code workbook_damaged_cell{"workbook-damaged-cell"};            // {value} as it stands in the file

// JSON that is no table ...
inline constexpr Code json_empty{"json-empty"};
inline constexpr Code json_not_a_list{"json-not-a-list"};            // {seen} first
inline constexpr Code json_no_rows{"json-no-rows"};
inline constexpr Code json_member_not_rows{"json-member-not-rows"};  // {name}
inline constexpr Code json_row_not_object{"json-row-not-object"};
inline constexpr Code json_nested{"json-nested"};                    // {name}
inline constexpr Code json_name_empty{"json-name-empty"};
inline constexpr Code json_name_repeated{"json-name-repeated"};      // {name}; of the earlier one {line} {column}
inline constexpr Code json_too_many_rows{"json-too-many-rows"};      // {limit}
inline constexpr Code json_too_many_columns{"json-too-many-columns"};  // {limit}
inline constexpr Code json_too_deep{"json-too-deep"};                // {limit}
inline constexpr Code json_number_too_large{"json-number-too-large"};
// ... and that is broken.
inline constexpr Code json_ends_early{"json-ends-early"};            // {line} {column} of the innermost bracket
inline constexpr Code json_text_after_end{"json-text-after-end"};
inline constexpr Code json_expected_value{"json-expected-value"};    // {seen}
inline constexpr Code json_expected_name{"json-expected-name"};      // {seen}
inline constexpr Code json_expected_colon{"json-expected-colon"};    // {seen}
inline constexpr Code json_expected_comma{"json-expected-comma"};    // {seen} {close}
inline constexpr Code json_trailing_comma{"json-trailing-comma"};
inline constexpr Code json_word{"json-word"};                        // {seen}
inline constexpr Code json_number{"json-number"};
inline constexpr Code json_other_quotes{"json-other-quotes"};        // {seen}
inline constexpr Code json_comment{"json-comment"};
inline constexpr Code json_text_unclosed{"json-text-unclosed"};
inline constexpr Code json_tab_in_text{"json-tab-in-text"};
inline constexpr Code json_escape{"json-escape"};                    // {escape}
inline constexpr Code json_half_character{"json-half-character"};    // {escape}

}  // namespace lagesbild::code
