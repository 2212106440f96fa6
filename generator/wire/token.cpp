#include "wire/token.hpp"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "wire/codes.hpp"
#include "wire/exchange_job.hpp"

namespace lagesbild::wire {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr std::uint64_t longest_answer = 64U << 10;
constexpr seconds margin{30};            // a token that is about to expire may do so on its way
constexpr seconds when_not_said{300};

std::vector<std::string> key_of(const Connection& connection) {
  const Login& login = connection.login;
  return {login.token_url,           login.user,         login.scope,      login.secret.variable,
          login.secret.file.string(), connection.ca_file, connection.proxy};
}

// application/x-www-form-urlencoded, which RFC 6749 wants of user and secret as well.
std::string form_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    const auto byte = static_cast<unsigned char>(c);
    if (plain) out += c;
    else if (c == ' ') out += '+';
    else (out += '%', out += digits[byte >> 4], out += digits[byte & 15]);
  }
  return out;
}

// The server of tokens is another one than that of the data: what is said of the latter's key and of us there is not for it.
Connection to_the_token(const Connection& connection) {
  Connection out = connection;
  out.pinned_key.clear();
  out.client_certificate.clear();
  out.client_key.clear();
  out.login = {};
  return out;
}

struct Question {
  const std::vector<std::string> key;
  const Connection connection;  // the job refers to it
  Address address;
  std::unique_ptr<ExchangeJob> job;
};

Result<std::unique_ptr<Question>> question_of(const Connection& connection) {
  const Login& login = connection.login;
  const auto address = parse_address(login.token_url, connection.allow_http ? PlainHttp::allowed : PlainHttp::refused);
  if (!address) return address.failure();
  auto secret = read_secret(login.secret, address.value().shown);
  if (!secret) return secret.failure();
  Connection plain = to_the_token(connection);
  // As a user and password, so that the rule about logins in the open holds here too.
  plain.login.kind = Login::Kind::bearer;
  plain.login.secret = login.secret;
  const auto allowed = Access::of(plain, address.value(), nullptr);
  if (!allowed) return allowed.failure();
  plain.login = {};
  auto question = std::make_unique<Question>(Question{key_of(connection), plain, address.value(), nullptr});
  Call call;
  call.method = "POST";
  call.url = login.token_url;
  call.max_bytes = longest_answer;
  call.body = "grant_type=client_credentials" + (login.scope.empty() ? std::string{} : "&scope=" + form_encoded(login.scope));
  call.headers = {"Content-Type: application/x-www-form-urlencoded", "Accept: application/json",
                  "Authorization: Basic " + base64(form_encoded(login.user) + ":" + form_encoded(secret.value().reveal()))};
  auto nobody = Access::of(question->connection, question->address, nullptr);
  if (!nobody) return nobody.failure();
  question->job = std::make_unique<ExchangeJob>(question->connection, std::move(call), question->address, std::move(nobody).value());
  return question;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

Result<Secret> read_token(const Result<Reply>& reply, const std::string& shown, seconds& lasts) {
  if (!reply) return reply.failure();
  const int status = reply.value().status;
  if (status != 200) return Failure{code::wire_token_refused, {{"url", shown}, {"status", std::to_string(status)}}, {}};
  const auto json = nlohmann::json::parse(reply.value().body, nullptr, false);
  const Failure unreadable{code::wire_token_unreadable, {{"url", shown}}, {}};
  if (!json.is_object()) return unreadable;
  const auto token = json.find("access_token");
  if (token == json.end() || !token->is_string() || !is_token(token->get_ref<const std::string&>())) return unreadable;
  const auto expires = json.find("expires_in");
  lasts = when_not_said;
  if (expires != json.end() && expires->is_number()) {
    lasts = seconds{static_cast<seconds::rep>(std::clamp(expires->get<double>(), 0.0, 86'400.0))};
  }
  return Secret{token->get<std::string>()};
}

}  // namespace

void Tokens::fill(Engine& engine, const std::vector<const Connection*>& connections) {
  std::vector<std::unique_ptr<Question>> questions;
  const auto now = steady_clock::now();
  for (const Connection* connection : connections) {
    if (connection->login.kind != Login::Kind::oauth2) continue;
    auto key = key_of(*connection);
    const auto kept = kept_.find(key);
    if (kept != kept_.end() && kept->second.token.ok() && kept->second.until > now) continue;
    if (std::any_of(questions.begin(), questions.end(), [&](const auto& other) { return other->key == key; })) continue;
    auto question = question_of(*connection);
    if (question) questions.push_back(std::move(question).value());
    else kept_.insert_or_assign(std::move(key), Kept{question.failure(), now});
  }
  std::vector<Job*> jobs;
  for (const auto& question : questions) jobs.push_back(question->job.get());
  if (!jobs.empty()) engine.run(jobs, {});
  for (const auto& question : questions) {
    seconds lasts{0};
    auto token = read_token(question->job->take(), question->address.shown, lasts);
    kept_.insert_or_assign(question->key, Kept{std::move(token), steady_clock::now() + lasts - margin});
  }
}

const Result<Secret>* Tokens::find(const Connection& connection) const {
  if (connection.login.kind != Login::Kind::oauth2) return nullptr;
  const auto kept = kept_.find(key_of(connection));
  return kept == kept_.end() ? nullptr : &kept->second.token;
}

void Tokens::forget(const Connection& connection) { kept_.erase(key_of(connection)); }

}  // namespace lagesbild::wire
