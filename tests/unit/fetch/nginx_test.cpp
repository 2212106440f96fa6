#include "nginx.hpp"

#include "expect.hpp"
#include "fetch/codes.hpp"
#include "fetch/http.hpp"
#include "wire/codes.hpp"

namespace lagesbild::fetch {
namespace {

using test::argument;
using test::body_of;
using test::check_failure;
using test::Nginx;
using test::TestCa;

Request request_of(const std::string& url, const std::string& ca_file = {}) {
  Request request;
  request.url = url;
  request.connection.allow_http = url.starts_with("http://");
  request.connection.ca_file = ca_file;
  request.connection.timeout = std::chrono::seconds{20};
  request.connection.tries = 1;
  return request;
}

std::string large_csv() {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += std::to_string(i) + ";enhet\n";
  return text;
}

std::string tls_server(const TestCa& ca, const std::string& port, const std::string& certificate, const std::string& more = {}) {
  return "server { listen 127.0.0.1:" + port + " ssl; root ROOT; ssl_certificate " + ca.path(certificate + ".pem") +
         "; ssl_certificate_key " + ca.path(certificate + ".key") + "; " + more + " }\n";
}

// Ports: 0 good, 1 for another name, 2 out of date, 3 only TLS 1.1, 4 plain.
struct TlsServers {
  TestCa ca;
  std::unique_ptr<Nginx> nginx;

  TlsServers() {
    ca.issue("good", "DNS:localhost,IP:127.0.0.1", "20200101", "20990101");
    ca.issue("other", "DNS:other.example", "20200101", "20990101");
    ca.issue("old", "DNS:localhost,IP:127.0.0.1", "20200101", "20210101");
    nginx = std::make_unique<Nginx>(
        tls_server(ca, "PORT0", "good", "location = /down { return 302 http://127.0.0.1:PORT4/f.csv; }") +
            tls_server(ca, "PORT1", "other") + tls_server(ca, "PORT2", "old") +
            tls_server(ca, "PORT3", "good", "ssl_protocols TLSv1.1; ssl_ciphers DEFAULT@SECLEVEL=0;") +
            "server { listen 127.0.0.1:PORT4; root ROOT; }",
        5);
    nginx->serve("f.csv", "a;b\n1;2\n");
  }
  Request request(std::size_t port, const std::string& path = "/f.csv", const std::string& host = "127.0.0.1") const {
    return request_of(nginx->url("https://" + host, port, path), ca.ca_file());
  }
};

}  // namespace

TEST_CASE("nginx over http: files, folders, failures and redirects") {
  const Nginx nginx{"gzip on; gzip_min_length 1; gzip_types *; default_type text/csv;\n"
                    "server { listen 127.0.0.1:PORT0; root ROOT; absolute_redirect on;\n"
                    "  location = /busy { return 503; } location = /none { return 204; }\n"
                    "  location = /away { return 301 http://127.0.0.1:PORT1/large.csv; } location = /loop { return 302 /loop; } }\n"
                    "server { listen 127.0.0.1:PORT1; root ROOT; }",
                    2};
  nginx.serve("large.csv", large_csv());
  nginx.serve("mäpp/en fil.csv", "å;ä\n");
  nginx.serve("folder/index.html", "in the folder");
  nginx.serve("closed/x", "x");
  nginx.serve("empty.csv", "");
  CurlNetwork network;
  const auto get = [&](const std::string& path) { return test::one(network, request_of(nginx.url("http://127.0.0.1", 0, path))); };
  const auto large = get("/large.csv");
  INFO(nginx.log());
  CHECK((body_of(large) == large_csv()));
  CHECK(large.value().content_type == "text/csv");
  CHECK(large.value().last_modified.ends_with(" GMT"));
  CHECK(body_of(get("/mäpp/en fil.csv")) == "å;ä\n");
  CHECK(body_of(get("/folder")) == "in the folder");  // through a redirect to /folder/
  check_failure(get("/missing.csv"), code::fetch_not_found);
  check_failure(get("/closed/"), code::fetch_forbidden);
  check_failure(get("/empty.csv"), code::fetch_empty);
  check_failure(get("/busy"), code::fetch_unavailable);
  check_failure(get("/none"), code::fetch_status);
  check_failure(get("/away"), code::wire_redirect_host);
  check_failure(get("/loop"), code::wire_redirect_too_many);
  Request capped = request_of(nginx.url("http://127.0.0.1", 0, "/large.csv"));
  capped.max_bytes = large_csv().size() - 1;
  check_failure(test::one(network, capped), code::wire_too_large);
}

TEST_CASE("nginx over https: the certificate is checked against the given authority, its name and its dates") {
  const TlsServers servers;
  CurlNetwork network;
  const auto first = test::one(network, servers.request(0));
  INFO(servers.nginx->log());
  CHECK(body_of(first) == "a;b\n1;2\n");
  CHECK(body_of(test::one(network, servers.request(0, "/f.csv", "localhost"))) == "a;b\n1;2\n");

  // On the same network object: a connection that was trusted for one request is not lent to another.
  Request without_ca = servers.request(0);
  without_ca.connection.ca_file.clear();
  CHECK(argument(check_failure(test::one(network, without_ca), code::wire_certificate), "host") == "127.0.0.1");
  const TestCa stranger;
  Request wrong_ca = servers.request(0);
  wrong_ca.connection.ca_file = stranger.ca_file();
  check_failure(test::one(network, wrong_ca), code::wire_certificate);

  CHECK(argument(check_failure(test::one(network, servers.request(1)), code::wire_certificate_host), "host") == "127.0.0.1");
  check_failure(test::one(network, servers.request(1, "/f.csv", "localhost")), code::wire_certificate_host);
  check_failure(test::one(network, servers.request(2)), code::wire_certificate_dates);
}

TEST_CASE("nginx over https: old protocols, plain text, downgrades and broken CA files are refused") {
  const TlsServers servers;
  CurlNetwork network;
  check_failure(test::one(network, servers.request(3)), code::wire_tls);
  check_failure(test::one(network, servers.request(4)), code::wire_tls);
  const Failure down = check_failure(test::one(network, servers.request(0, "/down")), code::wire_redirect_downgrade);
  CHECK(argument(down, "target") == servers.nginx->url("http://127.0.0.1", 4, "/f.csv"));
  for (const std::string& file : {servers.ca.path("no-such-file.pem"), servers.ca.path("ca.cnf")}) {
    Request request = servers.request(0);
    request.connection.ca_file = file;
    CHECK(argument(check_failure(test::one(network, request), code::wire_ca_file), "path") == file);
  }
  // All of it was about the requests: the server is fine.
  CHECK(body_of(test::one(network, servers.request(0))) == "a;b\n1;2\n");
}

}  // namespace lagesbild::fetch
