// The real database, through unixODBC. What a reader would get wrong:
// - Drivers take "read only" for a hint. Here it is said in the words of the server and everything is rolled back (odbc.hpp).
// - Drivers take time-outs for a hint too. Each question runs in a process that is killed when its time is up (driver_process.hpp);
//   PostgreSQL is told the time as well, so that it stops working.
// - The password is put into the connection string in that process only, and taken out of whatever the driver says.
#pragma once
#include <string>
#include <string_view>

#include "base/effects.hpp"

namespace lagesbild::fetch {

class OdbcDatabase final : public Database {
 public:
  // Fails with a code of database_codes.hpp, or one of wire/ about the secret. The body of the answer is at most query.max_bytes.
  Result<std::string> ask(const Query& query) override;
};

// A driver's words for a message: without the secret and the connection string, personal data masked, one line, at most 300 bytes.
std::string cleaned(std::string words, const Query& query, std::string_view secret);

}  // namespace lagesbild::fetch
