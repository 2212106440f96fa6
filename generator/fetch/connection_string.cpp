#include "fetch/connection_string.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "fetch/database_codes.hpp"

namespace lagesbild::fetch {
namespace {

std::string small(std::string_view text) {
  std::string lower{text};
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

using Settings = std::vector<std::pair<std::string, std::string>>;

// Past the value at `at`, which is put into `value` without its braces; nothing when its brace is never closed.
std::optional<std::size_t> read_value(std::string_view text, std::size_t at, std::string& value) {
  if (at >= text.size() || text[at] != '{') {
    const std::size_t end = std::min(text.find(';', at), text.size());
    value = trim(text.substr(at, end - at));
    return end;
  }
  for (++at; at < text.size(); ++at) {
    if (text[at] == '}') {
      if (at + 1 >= text.size() || text[at + 1] != '}') {
        const std::size_t end = std::min(text.find(';', at), text.size());
        return trim(text.substr(at + 1, end - at - 1)).empty() ? std::optional{end} : std::nullopt;
      }
      ++at;
    }
    value += text[at];
  }
  return std::nullopt;
}

std::optional<Settings> read_settings(std::string_view text) {
  Settings settings;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find(';', at), text.size());
    if (trim(text.substr(at, next - at)).empty()) {
      at = next + 1;
      continue;
    }
    const std::size_t equals = text.find('=', at);
    if (equals == std::string_view::npos || equals > next) return std::nullopt;
    std::string value;
    const auto end = read_value(text, equals + 1, value);
    if (!end) return std::nullopt;
    settings.emplace_back(small(trim(text.substr(at, equals - at))), std::move(value));
    at = *end + 1;
  }
  return settings;
}

template <class Words>
bool is_one_of(const std::string& word, const Words& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool holds_password(const std::pair<std::string, std::string>& setting) {
  constexpr std::string_view names[] = {"pwd", "password", "passwd", "pass"};
  std::string value = small(setting.second);
  std::erase_if(value, [](char c) { return c == ' ' || c == '\t'; });
  return is_one_of(setting.first, names) || value.find("password=") != std::string::npos;  // the latter in pqopt of psqlodbc
}

// Statements at login, programs to load, files to write. a6 is the short name of psqlodbc for the first.
constexpr std::string_view refused[] = {"connsettings", "a6", "initstmt", "stmt", "savefile", "loadext", "tracefile", "journalmode"};

bool is_this_machine(const std::string& server) {
  return server.empty() || server.starts_with('/') || server == "localhost" || server.starts_with("127.") || server == "::1";
}

}  // namespace

std::string braced(std::string_view value) {
  std::string text = "{";
  for (const char c : value) {
    if (c == '}') text += c;
    text += c;
  }
  return text += '}';
}

Result<ConnectionString> ConnectionString::of(const std::string& text, const std::string& source) {
  auto settings = find_invalid_utf8(text) || text.find('\0') != std::string::npos ? std::nullopt : read_settings(text);
  if (!settings || settings->empty()) return Failure{code::fetch_database_connection, {{"source", source}}, {}};
  for (const auto& setting : *settings) {
    if (holds_password(setting)) return Failure{code::fetch_database_password_written, {{"source", source}}, {}};
    if (is_one_of(setting.first, refused)) {
      return Failure{code::fetch_database_setting, {{"source", source}, {"setting", setting.first}}, {}};
    }
  }
  ConnectionString connection;
  connection.text_ = text;
  connection.settings_ = std::move(*settings);
  return connection;
}

bool ConnectionString::has(std::string_view name) const {
  return std::any_of(settings_.begin(), settings_.end(), [&](const auto& setting) { return setting.first == name; });
}

std::string ConnectionString::find(std::string_view name) const {
  const auto found = std::find_if(settings_.begin(), settings_.end(), [&](const auto& setting) { return setting.first == name; });
  return found == settings_.end() ? std::string{} : found->second;
}

std::string ConnectionString::driver_name() const { return has("driver") ? find("driver") : find("dsn"); }

Driver ConnectionString::driver() const {
  const std::string name = small(driver_name());
  const auto holds = [&](std::string_view part) { return name.find(part) != std::string::npos; };
  if (holds("psqlodbc") || holds("postgres")) return Driver::postgresql;
  if (holds("sqlite")) return Driver::sqlite;
  if (holds("tds") || holds("sql server") || holds("msodbcsql")) return Driver::sql_server;
  return Driver::other;
}

std::string ConnectionString::with(std::string_view password) const {
  std::string text = text_;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (has(small(name))) return;
    if (!trim(text).ends_with(';')) text += ';';
    text.append(name).append("=").append(value);
  };
  if (driver() == Driver::postgresql) {
    add("UseDeclareFetch", "1");
    add("Fetch", "500");
    add("BoolsAsChar", "0");
    add("Debug", "0");
    add("CommLog", "0");
    const bool here = is_this_machine(has("servername") ? find("servername") : find("server"));
    if (!here && !has("dsn")) add("SSLmode", "verify-full");
  }
  if (driver() == Driver::sqlite || !has("driver")) {
    for (const char* name : {"NoCreat", "StepAPI"}) add(name, "1");
  }
  if (!password.empty()) add("PWD", braced(password));
  return text;
}

}  // namespace lagesbild::fetch
