// UTF-8 to the UTF-16 of ODBC and back. The narrow calls of ODBC mean another encoding with every driver, so only the wide ones are used.
#pragma once
#include <sql.h>
#include <sqlext.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild::fetch {

using WideText = std::vector<SQLWCHAR>;

// Ends with a 0, as ODBC wants it. `text` is valid UTF-8.
WideText to_wide(std::string_view text);

// Nothing where half a pair stands alone.
std::optional<std::string> from_wide(const SQLWCHAR* text, std::size_t length);

}  // namespace lagesbild::fetch
