#include "fetch/odbc.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "fetch/odbc_cells.hpp"
#include "fetch/wide_text.hpp"

namespace lagesbild::fetch {
namespace {

// Of the environment, a connection or a statement.
class Handle {
 public:
  Handle(SQLSMALLINT type, SQLHANDLE parent) : type_(type) {
    if (!SQL_SUCCEEDED(SQLAllocHandle(type, parent, &handle_))) handle_ = SQL_NULL_HANDLE;
  }
  ~Handle() { if (handle_ != SQL_NULL_HANDLE) SQLFreeHandle(type_, handle_); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  SQLHANDLE get() const { return handle_; }
  SQLSMALLINT type() const { return type_; }

 private:
  SQLSMALLINT type_;
  SQLHANDLE handle_ = SQL_NULL_HANDLE;
};

struct Complaint {
  std::vector<std::string> states;
  std::string words;
  bool has_state(std::string_view begin) const {
    return std::any_of(states.begin(), states.end(), [&](const std::string& state) { return state.starts_with(begin); });
  }
  bool says(std::string_view part) const { return words.find(part) != std::string::npos; }
  template <class Parts>
  bool says_any(const Parts& parts) const {
    return std::any_of(std::begin(parts), std::end(parts), [&](std::string_view part) { return says(part); });
  }
};

// [unixODBC][Driver Manager] and such, which tell nobody anything.
std::string_view without_brackets(std::string_view words) {
  while (words.starts_with('[') && words.find(']') != std::string_view::npos) words.remove_prefix(words.find(']') + 1);
  return words;
}

Complaint complaint_of(const Handle& handle) {
  Complaint complaint;
  for (SQLSMALLINT record = 1; record <= 4; ++record) {
    std::array<SQLWCHAR, 6> state{};
    std::array<SQLWCHAR, 1024> message{};
    SQLINTEGER native = 0;
    SQLSMALLINT length = 0;
    const SQLRETURN got = SQLGetDiagRecW(handle.type(), handle.get(), record, state.data(), &native, message.data(),
                                         static_cast<SQLSMALLINT>(message.size()), &length);
    if (!SQL_SUCCEEDED(got)) break;
    const auto end = std::find(message.begin(), message.end(), SQLWCHAR{0});
    complaint.states.push_back(from_wide(state.data(), 5).value_or(""));
    const std::string words = from_wide(message.data(), static_cast<std::size_t>(end - message.begin())).value_or("");
    complaint.words.append(complaint.words.empty() ? "" : " ").append(without_brackets(words));
  }
  return complaint;
}

Trouble connect_trouble(const Complaint& complaint) {
  constexpr std::string_view no_driver[] = {"Can't open lib", "could not be loaded"};
  constexpr std::string_view no_login[] = {"password authentication failed", "no password supplied", "Login failed",
                                           "Access denied for user"};
  constexpr std::string_view too_late[] = {"timeout expired", "timed out"};
  if (complaint.has_state("IM00") || complaint.says_any(no_driver)) return Trouble::driver;
  if (complaint.has_state("28") || complaint.says_any(no_login)) return Trouble::login;
  return complaint.has_state("HYT") || complaint.says_any(too_late) ? Trouble::connect_timeout : Trouble::connect;
}

Trouble query_trouble(const Complaint& complaint) {
  constexpr std::string_view too_late[] = {"statement timeout", "Query timeout"};
  constexpr std::string_view no_memory[] = {"out of memory", "Out of memory"};
  constexpr std::string_view gone[] = {"server closed the connection", "terminating connection", "Could not send Query",
                                       "no connection to the server"};
  if (complaint.has_state("HYT") || complaint.has_state("57014") || complaint.says_any(too_late)) return Trouble::timeout;
  if (complaint.has_state("HY001") || complaint.says_any(no_memory)) return Trouble::too_large;  // the process has a limit of its own
  return complaint.has_state("08") || complaint.says_any(gone) ? Trouble::broken : Trouble::sql;
}

SQLPOINTER number(SQLULEN value) { return reinterpret_cast<SQLPOINTER>(value); }  // NOLINT: ODBC hands numbers over as pointers

// How a kind of server is told that nothing may change. Nothing: it cannot be.
struct Manner {
  enum class Transaction : std::uint8_t { one, none };
  std::vector<std::string> read_only;
  Days days = Days::as_fields;
  Transaction transaction = Transaction::one;
};

Manner manner_of(SQLHDBC connection, std::chrono::seconds timeout) {
  std::array<SQLWCHAR, 64> wide{};
  SQLSMALLINT bytes = 0;
  SQLGetInfoW(connection, SQL_DBMS_NAME, wide.data(), static_cast<SQLSMALLINT>(sizeof wide), &bytes);
  const auto length = std::min(static_cast<std::size_t>(std::max<SQLSMALLINT>(bytes, 0)) / sizeof(SQLWCHAR), wide.size() - 1);
  const std::string name = from_wide(wide.data(), length).value_or("");
  const std::string milliseconds = std::to_string(std::chrono::milliseconds{timeout}.count());
  if (name.find("PostgreSQL") != std::string::npos) {
    return {{"SET TRANSACTION READ ONLY", "SET LOCAL statement_timeout = " + milliseconds}, Days::as_text};
  }
  // Without a transaction, because in one its driver reads all rows before it gives the first.
  if (name.find("SQLite") != std::string::npos) return {{"PRAGMA query_only = 1"}, Days::as_text, Manner::Transaction::none};
  if (name.find("MySQL") != std::string::npos || name.find("MariaDB") != std::string::npos) {
    return {{"SET SESSION TRANSACTION READ ONLY"}};
  }
  return {};
}

class Session {
 public:
  explicit Session(const OdbcQuestion& question) : question_(question) {}
  ~Session() {
    if (!connected_) return;
    SQLEndTran(SQL_HANDLE_DBC, connection_->get(), SQL_ROLLBACK);
    SQLDisconnect(connection_->get());
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  Told connect() {
    SQLSetEnvAttr(environment_.get(), SQL_ATTR_ODBC_VERSION, number(SQL_OV_ODBC3), 0);
    connection_.emplace(SQL_HANDLE_DBC, environment_.get());
    const SQLHDBC handle = connection_->get();
    SQLSetConnectAttr(handle, SQL_ATTR_LOGIN_TIMEOUT, number(static_cast<SQLULEN>(question_.login_timeout.count())), 0);
    SQLSetConnectAttr(handle, SQL_ATTR_ACCESS_MODE, number(SQL_MODE_READ_ONLY), 0);  // most drivers take it for a hint
    WideText text = to_wide(question_.connection.reveal());
    const SQLRETURN got = SQLDriverConnectW(handle, nullptr, text.data(), SQL_NTS, nullptr, 0, nullptr, SQL_DRIVER_NOPROMPT);
    if (!SQL_SUCCEEDED(got)) {
      const Complaint complaint = complaint_of(*connection_);
      return {connect_trouble(complaint), complaint.words};
    }
    connected_ = true;
    return {};
  }

  Told forbid_changes() {
    const SQLHDBC handle = connection_->get();
    const Manner manner = manner_of(handle, question_.timeout);
    days_ = manner.days;
    if (manner.transaction == Manner::Transaction::one &&
        !SQL_SUCCEEDED(SQLSetConnectAttr(handle, SQL_ATTR_AUTOCOMMIT, number(SQL_AUTOCOMMIT_OFF), 0))) {
      return {Trouble::read_only, complaint_of(*connection_).words};
    }
    for (const std::string& statement : manner.read_only) {
      const Handle command{SQL_HANDLE_STMT, handle};
      WideText text = to_wide(statement);
      const SQLRETURN got = SQLExecDirectW(command.get(), text.data(), SQL_NTS);
      if (!SQL_SUCCEEDED(got) && got != SQL_NO_DATA) return {Trouble::read_only, complaint_of(command).words};
    }
    const std::string word = manner.read_only.empty() ? writing_word(question_.sql) : "";
    return word.empty() ? Told{} : Told{Trouble::writes, word};
  }

  Told ask(const OdbcListener& listener) {
    const Handle statement{SQL_HANDLE_STMT, connection_->get()};
    SQLSetStmtAttr(statement.get(), SQL_ATTR_QUERY_TIMEOUT, number(static_cast<SQLULEN>(question_.timeout.count())), 0);
    WideText text = to_wide(question_.sql.statement);
    std::vector<WideText> values;
    std::vector<SQLLEN> lengths;
    const bool asked = SQL_SUCCEEDED(SQLPrepareW(statement.get(), text.data(), SQL_NTS)) && bind(statement.get(), values, lengths);
    const SQLRETURN got = asked ? SQLExecute(statement.get()) : SQL_ERROR;
    if (!SQL_SUCCEEDED(got) && got != SQL_NO_DATA) return failed(statement);
    std::vector<Column> columns;
    if (const Told told = describe_columns(statement.get(), days_, columns); told.trouble != Trouble::none) return told;
    return rows(statement, columns, listener);
  }

 private:
  const OdbcQuestion& question_;
  Handle environment_{SQL_HANDLE_ENV, SQL_NULL_HANDLE};
  std::optional<Handle> connection_;
  bool connected_ = false;
  Days days_ = Days::as_fields;

  static Told failed(const Handle& statement) {
    const Complaint complaint = complaint_of(statement);
    return {query_trouble(complaint), complaint.words};
  }

  bool bind(SQLHSTMT statement, std::vector<WideText>& values, std::vector<SQLLEN>& lengths) const {
    for (const std::string& value : question_.parameters) {
      values.push_back(to_wide(value));
      lengths.push_back(static_cast<SQLLEN>((values.back().size() - 1) * sizeof(SQLWCHAR)));
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto place = static_cast<SQLUSMALLINT>(i + 1);
      const auto size = std::max<SQLULEN>(1, values[i].size() - 1);
      const auto bytes = static_cast<SQLLEN>(values[i].size() * sizeof(SQLWCHAR));
      if (!SQL_SUCCEEDED(SQLBindParameter(statement, place, SQL_PARAM_INPUT, SQL_C_WCHAR, SQL_WVARCHAR, size, 0, values[i].data(), bytes,
                                          &lengths[i]))) {
        return false;
      }
    }
    return true;
  }

  Told rows(const Handle& statement, const std::vector<Column>& columns, const OdbcListener& listener) const {
    std::string row = head_of(columns);
    for (std::uint64_t sent = 0;;) {
      sent += row.size();
      if (sent > question_.max_bytes) return {Trouble::too_large, {}};
      listener.row(row);
      const SQLRETURN got = SQLFetch(statement.get());
      if (got == SQL_NO_DATA) return {};
      if (!SQL_SUCCEEDED(got)) return failed(statement);
      const Told told = read_row(statement.get(), columns, question_.max_bytes - sent, row);
      if (told.trouble == Trouble::sql) return failed(statement);
      if (told.trouble != Trouble::none) return told;
    }
  }
};

}  // namespace

Told ask_driver(const OdbcQuestion& question, const OdbcListener& listener) {
  Session session{question};
  if (Told told = session.connect(); told.trouble != Trouble::none) return told;
  listener.connected();
  if (Told told = session.forbid_changes(); told.trouble != Trouble::none) return told;
  return session.ask(listener);
}

}  // namespace lagesbild::fetch
