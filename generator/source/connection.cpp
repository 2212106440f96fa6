#include "source/connection.hpp"

#include <string>
#include <string_view>

#include "source/codes.hpp"

namespace lagesbild::source {
namespace {

constexpr int longest_wait = 3600;

bool is_pin(std::string_view text) { return text.starts_with("sha256//") && text.size() == 52 && text.ends_with("="); }

bool is_variable(std::string_view name) {
  return !name.empty() && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string_view::npos;
}

// A name that may stand in front of the colon (RFC 9110), and is not one that we send ourselves.
bool is_header(std::string_view name) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return !name.empty() && name.find_first_not_of(letters) == std::string_view::npos && name != "Host" && name != "Content-Length";
}

Login read_login(const Section& section, const yaml::Node& node) {
  yaml::Reader reader{section.document, node, section.diagnostics};
  Login login;
  if (!reader) return login;
  const std::size_t before = section.diagnostics.errors();
  const std::string kind = reader.one_of("kind", {"basic", "bearer", "header", "oauth2", "signature"});
  if (section.diagnostics.errors() != before) return login;  // what else it should say is not known
  if (kind == "basic") {
    login.kind = Login::Kind::basic;
    login.user = reader.text("user");
  } else if (kind == "bearer") {
    login.kind = Login::Kind::bearer;
  } else if (kind == "header") {
    login.kind = Login::Kind::header;
    login.header = reader.text("header");
    if (!login.header.empty() && !is_header(login.header)) reader.complain("header", code::connection_header, {{"seen", login.header}});
  } else if (kind == "oauth2") {
    login.kind = Login::Kind::oauth2;
    login.user = reader.text("client");
    login.token_url = reader.text("token_url");
    login.scope = reader.text_or("scope", "");
  } else {
    login.kind = Login::Kind::signature;
    login.user = reader.text("access_key");
    login.region = reader.text_or("region", "us-east-1");
  }
  login.secret = read_secret(section, reader);
  if (!login.secret && !reader.has("secret_env") && !reader.has("secret_file")) reader.complain("kind", code::connection_no_secret);
  reader.finish();
  return login;
}

}  // namespace

std::string path_from(const Section& section, const std::string& name) {
  return name.empty() ? name : (section.folder / name).lexically_normal().string();
}

SecretPlace read_secret(const Section& section, yaml::Reader& reader) {
  SecretPlace secret;
  secret.variable = reader.text_or("secret_env", "");
  secret.file = path_from(section, reader.text_or("secret_file", ""));
  if (!secret.variable.empty() && !secret.file.empty()) reader.complain("secret_file", code::connection_two_secrets);
  // A secret that was written here by mistake must not end up in a message: it is not shown.
  if (!secret.variable.empty() && !is_variable(secret.variable)) {
    section.diagnostics.error(code::connection_variable, reader.place("secret_env"));
  }
  return secret;
}

Connection read_connection(const Section& section, yaml::Reader& reader) {
  Connection connection;
  const auto file = [&](std::string_view key) { return path_from(section, reader.text_or(key, "")); };
  connection.allow_http = reader.yes_no("allow_http", false);
  connection.timeout = std::chrono::seconds{reader.integer_or("timeout_seconds", 60, 1, longest_wait)};
  connection.stall_timeout = std::chrono::seconds{reader.integer_or("stall_seconds", 30, 1, longest_wait)};
  connection.tries = static_cast<int>(reader.integer_or("tries", 3, 1, 10));
  connection.retry_wait = std::chrono::milliseconds{reader.integer_or("retry_milliseconds", 1000, 1, 60'000)};
  connection.ca_file = file("ca_file");
  connection.pinned_key = reader.text_or("pinned_key", "");
  if (!connection.pinned_key.empty() && !is_pin(connection.pinned_key)) reader.complain("pinned_key", code::connection_pin);
  connection.client_certificate = file("client_certificate");
  connection.client_key = file("client_key");
  if (connection.client_certificate.empty() != connection.client_key.empty()) {
    reader.complain(connection.client_key.empty() ? "client_certificate" : "client_key", code::connection_half_certificate);
  }
  connection.proxy = reader.text_or("proxy", "");
  const bool sound = connection.proxy.starts_with("http://") && connection.proxy.find('@') == std::string::npos;
  if (!connection.proxy.empty() && !sound) section.diagnostics.error(code::connection_proxy, reader.place("proxy"));
  if (const yaml::Node* login = reader.map_or_none("login")) connection.login = read_login(section, *login);
  connection.known_hosts = file("known_hosts");
  connection.identity = file("identity");
  return connection;
}

}  // namespace lagesbild::source
