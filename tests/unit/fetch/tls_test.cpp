// What an organisation puts around its files, on a real nginx over TLS: keys, client certificates, passwords, proxies, conditional
// requests.
#include <sys/stat.h>

#include <memory>

#include "connect_proxy.hpp"
#include "expect.hpp"
#include "fetch/codes.hpp"
#include "fetch/http.hpp"
#include "nginx.hpp"
#include "wire/codes.hpp"

namespace lagesbild::fetch {
namespace {

using test::argument;
using test::body_of;
using test::check_failure;
using test::ConnectProxy;
using test::Nginx;
using test::TestCa;

std::string large_csv() {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += std::to_string(i) + ";enhet\n";
  return text;
}

// Ports: 0 for everybody, 1 for those with a certificate, 2 with a user and password, 3 packs its files.
struct Servers {
  TestCa ca;
  std::unique_ptr<Nginx> nginx;
  test::TemporaryFolder secrets;

  Servers() {
    ca.issue("good", "DNS:localhost,IP:127.0.0.1", "20200101", "20990101");
    ca.issue("client", "DNS:client.example", "20200101", "20990101");
    secrets.write("passwords", "anna:{PLAIN}HEMLIG\n");
    secrets.write("password", "HEMLIG\n");
    secrets.write("wrong", "GISSAT\n");
    for (const char* file : {"password", "wrong"}) ::chmod((secrets.path() / file).c_str(), 0600);
    const auto server = [&](const std::string& port, const std::string& more) {
      return "server { listen 127.0.0.1:" + port + " ssl; root ROOT; ssl_certificate " + ca.path("good.pem") + "; ssl_certificate_key " +
             ca.path("good.key") + "; " + more + " }\n";
    };
    nginx = std::make_unique<Nginx>(
        server("PORT0", "") + server("PORT1", "ssl_client_certificate " + ca.ca_file() + "; ssl_verify_client on;") +
            server("PORT2", "auth_basic closed; auth_basic_user_file " + (secrets.path() / "passwords").string() + ";") +
            server("PORT3", "gzip on; gzip_types *; gzip_min_length 1;"),
        4);
    nginx->serve("f.csv", "a;b\n1;2\n");
    nginx->serve("large.csv", large_csv());
  }
  Request request(std::size_t port, const std::string& path = "/f.csv") const {
    Request request;
    request.url = nginx->url("https://127.0.0.1", port, path);
    request.connection.ca_file = ca.ca_file();
    request.connection.timeout = std::chrono::seconds{20};
    request.connection.retry_wait = std::chrono::milliseconds{1};
    return request;
  }
  std::string pin(const std::string& name) const {
    const std::string out = (secrets.path() / "pin").string();
    const std::string key = "openssl x509 -in '" + ca.path(name + ".pem") + "' -noout -pubkey | openssl pkey -pubin -outform der";
    test::run_program({"sh", "-c", key + " | openssl dgst -sha256 -binary | openssl base64 -A > '" + out + "'"}, secrets);
    return "sha256//" + secrets.read("pin");
  }
};

}  // namespace

TEST_CASE("nginx over https: a pinned key is the server's or nothing is asked") {
  const Servers servers;
  CurlNetwork network;
  Request request = servers.request(0);
  request.connection.pinned_key = servers.pin("good");
  CHECK(body_of(test::one(network, request)) == "a;b\n1;2\n");
  for (const std::string& wrong : {servers.pin("client"), std::string{"nonsense"}}) {
    request.connection.pinned_key = wrong;  // on the same network: a connection that is open already is no way round it
    CHECK(argument(check_failure(test::one(network, request), code::wire_pinned_key), "host") == "127.0.0.1");
  }
}

TEST_CASE("nginx over https: a client certificate is shown where it is wanted") {
  const Servers servers;
  CurlNetwork network;
  Request request = servers.request(1);
  CHECK(argument(check_failure(test::one(network, request), code::fetch_status), "status") == "400");
  request.connection.client_certificate = servers.ca.path("client.pem");
  request.connection.client_key = servers.ca.path("client.key");
  CHECK(body_of(test::one(network, request)) == "a;b\n1;2\n");
  request.connection.client_certificate.clear();  // the connection with the certificate is not lent to who has none
  request.connection.client_key.clear();
  check_failure(test::one(network, request), code::fetch_status);
  const std::pair<std::string, std::string> files[] = {{"none.pem", "client.key"}, {"client.pem", "none.key"}, {"client.pem", "good.key"}};
  for (const auto& [certificate, key] : files) {
    request.connection.client_certificate = servers.ca.path(certificate);
    request.connection.client_key = servers.ca.path(key);
    CurlNetwork fresh;
    const Failure failure = check_failure(test::one(fresh, request), code::wire_client_files);
    CHECK(argument(failure, "path") == servers.ca.path(certificate == "none.pem" ? certificate : key));
  }
}

TEST_CASE("a server that ends the connection for want of a client certificate is understood") {
  const Servers servers;
  const int port = test::Listener{}.port();
  const std::vector<std::string> command{"openssl", "s_server", "-accept", "127.0.0.1:" + std::to_string(port), "-cert",
                                         servers.ca.path("good.pem"), "-key", servers.ca.path("good.key"), "-CAfile", servers.ca.ca_file(),
                                         "-Verify", "1", "-verify_return_error", "-tls1_3", "-WWW"};
  const pid_t child = test::start_program(command, servers.secrets, "s_server.log");
  CHECK(test::wait_until_it_listens(port));
  Request request = servers.request(0);
  request.url = "https://127.0.0.1:" + std::to_string(port) + "/f.csv";
  CurlNetwork network;
  check_failure(test::one(network, request), code::wire_client_wanted);
  ::kill(child, SIGTERM);
  ::waitpid(child, nullptr, 0);
}

TEST_CASE("nginx over https: a user and password open what is closed") {
  const Servers servers;
  CurlNetwork network;
  Request request = servers.request(2);
  check_failure(test::one(network, request), code::fetch_login_needed);
  request.connection.login.kind = Login::Kind::basic;
  request.connection.login.user = "anna";
  request.connection.login.secret.file = servers.secrets.path() / "password";
  const auto answer = test::one(network, request);
  INFO(servers.nginx->log());
  CHECK(body_of(answer) == "a;b\n1;2\n");
  request.connection.login.secret.file = servers.secrets.path() / "wrong";
  check_failure(test::one(network, request), code::fetch_login_refused);
}

TEST_CASE("nginx over https: only a newer file is sent") {
  const Servers servers;
  CurlNetwork network;
  for (const std::size_t port : {std::size_t{0}, std::size_t{3}}) {  // 3: with a weak tag, as it is packed
    Request request = servers.request(port);
    const auto first = test::one(network, request);
    CHECK(body_of(first) == "a;b\n1;2\n");
    request.etag = first.value().etag;
    request.last_modified = first.value().last_modified;
    CHECK_FALSE(request.etag.empty());
    const auto second = test::one(network, request);
    CHECK(body_of(second).empty());
    CHECK(second.value().unchanged);
    CHECK(request.etag.ends_with(second.value().etag));  // a 304 of nginx is not packed, so its tag is not weak
  }
  Request request = servers.request(0);
  request.etag = "\"another\"";
  CHECK_FALSE(test::one(network, request).value().unchanged);
}

TEST_CASE("nginx over https, through a proxy: the way is asked for, and nothing of the question is seen there") {
  const Servers servers;
  const ConnectProxy proxy;
  CurlNetwork network;
  Request request = servers.request(2, "/f.csv?nyckel=HEMLIG");
  request.connection.proxy = proxy.url();
  request.connection.login.kind = Login::Kind::basic;
  request.connection.login.user = "anna";
  request.connection.login.secret.file = servers.secrets.path() / "password";
  CHECK(body_of(test::one(network, request)) == "a;b\n1;2\n");
  REQUIRE(proxy.questions().size() == 1);
  CHECK(proxy.questions()[0].starts_with("CONNECT 127.0.0.1:" + std::to_string(servers.nginx->port(2)) + " HTTP/1.1\r\n"));
  CHECK(proxy.questions()[0].find("Authorization") == std::string::npos);
  CHECK(proxy.questions()[0].find("nyckel") == std::string::npos);
}

TEST_CASE("a proxy that refuses, or is not there, is told from the server") {
  const Servers servers;
  const ConnectProxy refuses{{407, {}}};
  CurlNetwork network;
  Request request = servers.request(0);
  request.connection.proxy = refuses.url();
  const Failure refused = check_failure(test::one(network, request), code::wire_proxy_refused);
  CHECK(argument(refused, "status") == "407");
  CHECK(argument(refused, "proxy") == refuses.url());
  CHECK(refuses.questions().size() == 1);  // tried once
  test::Listener closed;
  request.connection.proxy = "http://127.0.0.1:" + std::to_string(closed.port());
  closed.close();
  CHECK(argument(check_failure(test::one(network, request), code::wire_proxy_unreachable), "tries") == "3");
}

TEST_CASE("nginx over https: a large file that breaks off twice arrives whole, in parts") {
  const Servers servers;
  const ConnectProxy proxy{{0, {60'000, 50'000}}};
  CurlNetwork network;
  Request request = servers.request(0, "/large.csv");
  request.connection.proxy = proxy.url();
  const auto answer = test::one(network, request);
  CHECK((body_of(answer) == large_csv()));
  CHECK(answer.value().attempts == 3);
  CHECK(proxy.questions().size() == 3);
  // Packed on the fly, its tag is weak: from the start each time.
  const ConnectProxy again{{0, {20'000}}};
  Request packed = servers.request(3, "/large.csv");
  packed.connection.proxy = again.url();
  const auto whole = test::one(network, packed);
  CHECK((body_of(whole) == large_csv()));
  CHECK(whole.value().attempts == 2);
}

}  // namespace lagesbild::fetch
