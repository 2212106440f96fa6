// Codes of the messages about last good copies and about answers that will not do as the source's table; what goes wrong on the way is in
// codes.hpp. Texts: content/common/text/messages/cache.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code cache_damaged{"cache-damaged"};          // {path}
inline constexpr Code cache_unwritable{"cache-unwritable"};    // {path} {reason}
inline constexpr Code cache_empty{"cache-empty"};              // {source}
inline constexpr Code cache_too_old{"cache-too-old"};          // {source} {days} {limit}
inline constexpr Code cache_used{"cache-used"};                // {source} {date}
inline constexpr Code fetch_checksum{"fetch-checksum"};        // {source} {seen} {expected}
inline constexpr Code fetch_page{"fetch-page"};                // {url}
inline constexpr Code fetch_few_rows{"fetch-few-rows"};        // {source} {rows} {least}
inline constexpr Code fetch_shrunk{"fetch-shrunk"};            // {source} {rows} {before} {limit}
inline constexpr Code fetch_column_gone{"fetch-column-gone"};  // {source} {column}
inline constexpr Code database_missing{"database-missing"};    // {query}
}  // namespace lagesbild::code
