#include "fetch/database.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/personal_data.hpp"
#include "base/text.hpp"
#include "fetch/connection_string.hpp"
#include "fetch/database_codes.hpp"
#include "fetch/driver_process.hpp"
#include "wire/codes.hpp"
#include "wire/faults.hpp"
#include "wire/secret.hpp"

namespace lagesbild::fetch {
namespace {

void replace_all(std::string& text, const std::string& what, std::string_view with) {
  if (what.empty()) return;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
}

Failure failure(Code code, const Query& query, std::vector<Argument> more = {}) {
  more.insert(more.begin(), {"source", query.shown_as});
  return {code, std::move(more), {}};
}

Result<wire::Secret> secret_of(const Query& query) {
  if (!query.password) return wire::Secret{""};
  auto secret = wire::read_secret(query.password, query.shown_as);
  if (secret && find_invalid_utf8(secret.value().reveal())) {
    const std::string place = query.password.file.empty() ? query.password.variable : query.password.file.string();
    return Failure{code::wire_secret_unusable, {{"place", place}}, {}};
  }
  return secret;
}

std::optional<Failure> refusal(const SqlText& sql, const Query& query) {
  const auto is_text = [](const std::string& text) { return !find_invalid_utf8(text) && text.find('\0') == std::string::npos; };
  if (!is_text(query.sql) || !std::all_of(query.parameters.begin(), query.parameters.end(), is_text)) {
    return failure(code::fetch_database_text, query);
  }
  switch (sql.verdict) {
    case SqlText::Verdict::unclosed: return failure(code::fetch_database_unclosed, query);
    case SqlText::Verdict::not_select: return failure(code::fetch_database_not_select, query);
    case SqlText::Verdict::several: return failure(code::fetch_database_several, query);
    case SqlText::Verdict::one_select: break;
  }
  if (sql.placeholders == query.parameters.size()) return std::nullopt;
  return failure(code::fetch_database_parameters, query,
                 {{"given", std::to_string(query.parameters.size())}, {"wanted", std::to_string(sql.placeholders)}});
}

std::string package_of(Driver driver) {
  switch (driver) {
    case Driver::postgresql: return "odbc-postgresql";
    case Driver::sqlite: return "libsqliteodbc";
    case Driver::sql_server: return "tdsodbc";
    case Driver::other: break;
  }
  return "odbc-postgresql, libsqliteodbc, tdsodbc";
}

std::string seconds_text(std::chrono::seconds time) { return std::to_string(time.count()) + " s"; }

// What the driver told, as a failure; nothing when it told no trouble.
std::optional<Failure> failure_of(const Told& told, const Query& query, const ConnectionString& connection, std::string_view secret) {
  const auto with_reason = [&](Code code) { return failure(code, query, {{"reason", cleaned(told.words, query, secret)}}); };
  const auto with_column = [&](Code code) { return failure(code, query, {{"column", cleaned(told.words, query, secret)}}); };
  switch (told.trouble) {
    case Trouble::none: break;
    case Trouble::driver:
      return failure(code::fetch_database_driver, query,
                     {{"driver", cleaned(connection.driver_name(), query, secret)}, {"package", package_of(connection.driver())}});
    case Trouble::connect: return with_reason(code::fetch_database_connect);
    case Trouble::login: return with_reason(code::fetch_database_login);
    case Trouble::connect_timeout:
      return failure(code::fetch_database_connect_timeout, query, {{"limit", seconds_text(query.login_timeout)}});
    case Trouble::read_only: return with_reason(code::fetch_database_read_only);
    case Trouble::writes: return failure(code::fetch_database_writes, query, {{"word", told.words}});
    case Trouble::sql: return with_reason(code::fetch_database_sql);
    case Trouble::timeout: return failure(code::fetch_database_timeout, query, {{"limit", seconds_text(query.timeout)}});
    case Trouble::broken: return with_reason(code::fetch_database_broken);
    case Trouble::too_large: return failure(code::fetch_database_too_large, query, {{"limit", wire::size_text(query.max_bytes)}});
    case Trouble::no_columns: return failure(code::fetch_database_no_columns, query);
    case Trouble::column_unnamed: return failure(code::fetch_database_column_unnamed, query, {{"number", told.words}});
    case Trouble::column_twice: return with_column(code::fetch_database_column_twice);
    case Trouble::binary: return with_column(code::fetch_database_binary);
    case Trouble::nul:
    case Trouble::text: return with_column(code::fetch_database_bad_text);
  }
  return std::nullopt;
}

}  // namespace

std::string cleaned(std::string words, const Query& query, std::string_view secret) {
  replace_all(words, query.connection, "…");
  for (const std::string& form : {braced(secret), std::string{secret}}) {
    if (!secret.empty()) replace_all(words, form, "•••");
  }
  std::string line;
  for (const char c : words) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
    if (!blank) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  line = mask_personal_data(line);
  constexpr std::size_t longest = 300;
  if (line.size() > longest) {
    line.resize(longest);
    if (const auto broken = find_invalid_utf8(line)) line.resize(*broken);
    line += "…";
  }
  return std::string{trim(line)};
}

Result<std::string> OdbcDatabase::ask(const Query& query) {
  OdbcQuestion question;
  question.sql = read_sql(query.sql);
  if (auto refused = refusal(question.sql, query)) return *std::move(refused);
  const auto connection = ConnectionString::of(query.connection, query.shown_as);
  if (!connection) return connection.failure();
  const auto secret = secret_of(query);
  if (!secret) return secret.failure();
  question.connection = wire::Secret{connection.value().with(secret.value().reveal())};
  question.parameters = query.parameters;
  question.login_timeout = query.login_timeout;
  question.timeout = query.timeout;
  question.max_bytes = query.max_bytes;
  DriverOutcome outcome = ask_in_own_process(question);
  const auto in_driver = [&](Code code) {
    return failure(code, query, {{"driver", cleaned(connection.value().driver_name(), query, secret.value().reveal())}});
  };
  switch (outcome.end) {
    case DriverOutcome::End::told: break;
    case DriverOutcome::End::too_late: outcome.told.trouble = outcome.connected ? Trouble::timeout : Trouble::connect_timeout; break;
    case DriverOutcome::End::died:
    case DriverOutcome::End::not_started: return in_driver(code::fetch_database_crashed);
  }
  if (auto failed = failure_of(outcome.told, query, connection.value(), secret.value().reveal())) return *std::move(failed);
  return std::move(outcome.csv);
}

}  // namespace lagesbild::fetch
