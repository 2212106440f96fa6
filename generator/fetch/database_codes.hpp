// Codes of the messages of database sources; their texts: content/common/text/messages/databases.yaml. {reason} is what the driver said,
// without password and connection string.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
// What somebody has written.
inline constexpr Code fetch_database_not_select{"fetch-database-not-select"};              // {source}
inline constexpr Code fetch_database_several{"fetch-database-several"};                    // {source}
inline constexpr Code fetch_database_unclosed{"fetch-database-unclosed"};                  // {source}
inline constexpr Code fetch_database_text{"fetch-database-text"};                          // {source}
inline constexpr Code fetch_database_parameters{"fetch-database-parameters"};              // {source} {given} {wanted}
inline constexpr Code fetch_database_writes{"fetch-database-writes"};                      // {source} {word}
inline constexpr Code fetch_database_connection{"fetch-database-connection"};              // {source}
inline constexpr Code fetch_database_password_written{"fetch-database-password-written"};  // {source}
inline constexpr Code fetch_database_setting{"fetch-database-setting"};                    // {source} {setting}
inline constexpr Code fetch_database_driver{"fetch-database-driver"};                      // {source} {driver} {package}
inline constexpr Code fetch_database_sql{"fetch-database-sql"};                            // {source} {reason}
// What came back.
inline constexpr Code fetch_database_no_columns{"fetch-database-no-columns"};          // {source}
inline constexpr Code fetch_database_column_unnamed{"fetch-database-column-unnamed"};  // {source} {number}
inline constexpr Code fetch_database_column_twice{"fetch-database-column-twice"};      // {source} {column}
inline constexpr Code fetch_database_binary{"fetch-database-binary"};                  // {source} {column}
inline constexpr Code fetch_database_bad_text{"fetch-database-bad-text"};              // {source} {column}
inline constexpr Code fetch_database_too_large{"fetch-database-too-large"};            // {source} {limit}
// The outside world.
inline constexpr Code fetch_database_connect{"fetch-database-connect"};                  // {source} {reason}
inline constexpr Code fetch_database_login{"fetch-database-login"};                      // {source} {reason}
inline constexpr Code fetch_database_connect_timeout{"fetch-database-connect-timeout"};  // {source} {limit}
inline constexpr Code fetch_database_timeout{"fetch-database-timeout"};                  // {source} {limit}
inline constexpr Code fetch_database_read_only{"fetch-database-read-only"};              // {source} {reason}
inline constexpr Code fetch_database_broken{"fetch-database-broken"};                    // {source} {reason}
inline constexpr Code fetch_database_crashed{"fetch-database-crashed"};                  // {source} {driver}
}  // namespace lagesbild::code
