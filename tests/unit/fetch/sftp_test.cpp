// Files from a real OpenSSH server.
#include "sshd.hpp"

#include "expect.hpp"
#include "fetch/codes.hpp"
#include "fetch/http.hpp"
#include "wire/codes.hpp"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace lagesbild::fetch {
namespace {

using test::argument;
using test::body_of;
using test::check_failure;
using test::Sshd;

// libssh2 1.10 loses two numbers for each ECDSA key that it reads.
#ifdef __SANITIZE_ADDRESS__
using LibrarysOwnLeaks = __lsan::ScopedDisabler;
#else
struct LibrarysOwnLeaks {};
#endif

Request request_of(const Sshd& sshd, const std::string& file) {
  Request request;
  request.url = sshd.url(sshd.path(file));
  request.connection.known_hosts = sshd.path("known_hosts");
  request.connection.identity = sshd.path("client");
  request.connection.timeout = std::chrono::seconds{20};
  request.connection.retry_wait = std::chrono::milliseconds{1};
  return request;
}

}  // namespace

TEST_CASE("files come over SFTP, many at once, with any name") {
  const Sshd sshd;
  sshd.folder().write("f.csv", "a;b\n1;2\n");
  sshd.folder().write("mäpp/en fil.csv", "å;ä\n");
  sshd.folder().write("large.csv", std::string(500'000, 'x'));
  CurlNetwork network;
  std::vector<Request> requests{request_of(sshd, "f.csv"), request_of(sshd, "mäpp/en fil.csv"), request_of(sshd, "large.csv")};
  for (int i = 0; i < 6; ++i) requests.push_back(requests.front());
  const auto answers = network.get(requests);
  INFO(sshd.log());
  CHECK(body_of(answers[0]) == "a;b\n1;2\n");
  CHECK(body_of(answers[1]) == "å;ä\n");
  CHECK((body_of(answers[2]) == std::string(500'000, 'x')));
  CHECK(body_of(answers.back()) == "a;b\n1;2\n");
}

TEST_CASE("an SFTP server whose key is not known, or is another, is told nothing") {
  const Sshd sshd;
  sshd.folder().write("f.csv", "a;b\n");
  sshd.make_key("other", "ed25519");
  sshd.known_hosts("empty", "");
  sshd.known_hosts("changed", sshd.folder().read("other.pub"));
  CurlNetwork network;
  Request request = request_of(sshd, "f.csv");
  CHECK(body_of(test::one(network, request)) == "a;b\n");  // from here there is a connection that could be lent
  request.connection.known_hosts = sshd.path("empty");
  CHECK(argument(check_failure(test::one(network, request), code::fetch_sftp_host_unknown), "path") == sshd.path("empty"));
  request.connection.known_hosts = sshd.path("changed");
  CHECK(argument(check_failure(test::one(network, request), code::fetch_sftp_host_changed), "host") == "127.0.0.1");
  sshd.make_key("other_kind", "rsa");
  sshd.known_hosts("rsa_only", sshd.folder().read("other_kind.pub"));
  request.connection.known_hosts = sshd.path("rsa_only");
  CHECK(argument(check_failure(test::one(network, request), code::fetch_sftp_exchange), "path") == sshd.path("rsa_only"));
  request.connection.known_hosts = sshd.path("none");
  check_failure(test::one(network, request), code::fetch_sftp_known_hosts);
  request.connection.known_hosts.clear();
  check_failure(test::one(network, request), code::fetch_sftp_known_hosts);
}

TEST_CASE("SFTP: keys that are refused, missing or of a kind that cannot be used are told apart") {
  const Sshd sshd;
  sshd.folder().write("f.csv", "a;b\n");
  CurlNetwork network;
  const auto with = [&](const std::string& identity) {
    Request request = request_of(sshd, "f.csv");
    request.connection.identity = sshd.path(identity);
    return test::one(network, request);
  };
  sshd.make_key("stranger", "ed25519");
  CHECK(argument(check_failure(with("stranger"), code::fetch_sftp_login), "user") == sshd.user());
  check_failure(with("none"), code::fetch_sftp_identity);
  sshd.make_key("rsa", "rsa");
  sshd.authorize("rsa");
  CHECK(argument(check_failure(with("rsa"), code::fetch_sftp_rsa), "path") == sshd.path("rsa"));
  sshd.make_key("ecdsa", "ecdsa");
  sshd.authorize("ecdsa");
  {
    [[maybe_unused]] const LibrarysOwnLeaks not_ours;
    CHECK(body_of(with("ecdsa")) == "a;b\n");
  }
  sshd.make_key("locked", "ed25519", "lösenord");
  sshd.authorize("locked");
  check_failure(with("locked"), code::fetch_sftp_login);
}

TEST_CASE("SFTP: a missing file, a folder, an empty file and one over the limit are failures") {
  const Sshd sshd;
  sshd.folder().write("f.csv", "123456");
  sshd.folder().write("empty.csv", "");
  CurlNetwork network;
  const auto get = [&](const std::string& file, std::uint64_t max_bytes = 100) {
    Request request = request_of(sshd, file);
    request.max_bytes = max_bytes;
    return test::one(network, request);
  };
  check_failure(get("none.csv"), code::fetch_sftp_missing);
  check_failure(get(""), code::fetch_sftp_folder);
  check_failure(get("empty.csv"), code::fetch_empty);
  CHECK(argument(check_failure(get("f.csv", 5), code::wire_too_large), "limit") == "5 B");
  CHECK(body_of(get("f.csv", 6)) == "123456");
}

TEST_CASE("SFTP: a user is needed, and a password comes from where secrets are") {
  const Sshd sshd;
  sshd.folder().write("f.csv", "a;b\n");
  sshd.folder().write("secret", "HEMLIG\n");
  ::chmod(sshd.path("secret").c_str(), 0600);
  CurlNetwork network;
  Request request = request_of(sshd, "f.csv");
  request.url = "sftp://127.0.0.1:" + std::to_string(sshd.port()) + sshd.path("f.csv");
  check_failure(test::one(network, request), code::fetch_sftp_user);
  request.connection.login.user = sshd.user();
  CHECK(body_of(test::one(network, request)) == "a;b\n");
  request.connection.identity.clear();
  check_failure(test::one(network, request), code::wire_secret_none);
  request.connection.login.kind = Login::Kind::basic;
  request.connection.login.secret.file = sshd.path("secret");
  CurlNetwork fresh;
  check_failure(test::one(fresh, request), code::fetch_sftp_login);  // this server takes keys only
  CHECK(sshd.log().find("HEMLIG") == std::string::npos);
}

TEST_CASE("SFTP: a server that is not there, says nothing or speaks otherwise is a failure in time") {
  const Sshd sshd;
  test::Listener silent;
  CurlNetwork network;
  Request request = request_of(sshd, "f.csv");
  request.url = "sftp://anna@127.0.0.1:" + std::to_string(silent.port()) + "/f.csv";
  request.connection.connect_timeout = std::chrono::milliseconds{150};
  CHECK(argument(check_failure(test::one(network, request), code::wire_connect_timeout), "tries") == "3");
  silent.close();
  CHECK(argument(check_failure(test::one(network, request), code::wire_refused), "tries") == "3");
}

}  // namespace lagesbild::fetch
