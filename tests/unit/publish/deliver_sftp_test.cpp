// A server with OpenSSH as a target.
#include "publish/sftp.hpp"
#include "sftp_host.hpp"
#include "target_faults.hpp"

namespace lagesbild::publish::test {
namespace {

std::string user_name() {
  const char* user = std::getenv("USER");
  return ::geteuid() == 0 ? "root" : user != nullptr ? user : "";
}

Place sftp_place(const lagesbild::test::Sshd& server, const fs::path& site) {
  Place place;
  place.target.id = "sftp";
  place.target.kind = source::Target::Kind::sftp;
  std::string path;
  for (const char c : site.string()) path += c == ' ' ? "%20" : std::string{c};
  place.target.location = "sftp://" + user_name() + "@127.0.0.1:" + std::to_string(server.port()) + path;
  place.target.connection.known_hosts = server.path("known_hosts");
  place.target.connection.identity = server.path("user");
  place.target.connection.retry_wait = std::chrono::milliseconds{10};
  place.seen = [site] { return read_site(site); };
  place.spoil = [site](const std::string& file, const std::string& bytes) {
    fs::remove(site / file);
    write(site / file, bytes);
  };
  return place;
}

}  // namespace

TEST_CASE("an address of SFTP has a host and an absolute path, and no password", "[publish]") {
  const auto address = SftpAddress::of("sftp://anna@files.example.org:2222/srv/www%20x/site/");
  REQUIRE(address);
  CHECK(address->user == "anna");
  CHECK(address->host == "files.example.org");
  CHECK(address->port == "2222");
  CHECK(address->path == "/srv/www x/site");
  for (const char* bad : {"https://a/b", "sftp://host", "sftp://host/", "sftp://a:b@host/x", "sftp://-oProxyCommand=x/y", "sftp:///x",
                          "sftp://-x@host/y", "sftp://host:x/y", "sftp://host/%0a", "sftp://host/%zz", "sftp://a b/c"}) {
    CAPTURE(bad);
    CHECK_FALSE(SftpAddress::of(bad));
  }
}

TEST_CASE("an SFTP target does as every target does", "[publish]") {
  const lagesbild::test::Sshd server;
  const TempFolder temp{Where::memory};
  publishes_as_every_target_does(sftp_place(server, temp / "www å/min site"));
  CHECK(fs::is_symlink(temp / "www å/min site"));
}

TEST_CASE("over SFTP unchanged files are linked, and records are for the owner only", "[publish]") {
  const lagesbild::test::Sshd server;
  const TempFolder temp{Where::memory};
  const Place place = sftp_place(server, temp / "site");
  Desk desk;
  desk.options.private_files = {{"å 1.json", "[1]"}};
  REQUIRE(desk.publish(place, first_site()).ok());
  const auto second = desk.publish(place, second_site());
  REQUIRE(second.ok());
  CHECK(second.value().copied == 6);
  CHECK(fs::hard_link_count(temp / "site/enhet/fk001.html") == 2);
  CHECK(read(temp / ".site.ledger/å 1.json") == "[1]");
  CHECK((inode(temp / ".site.ledger").st_mode & 0777) == 0700);
  CHECK((inode(temp / ".site.ledger/å 1.json").st_mode & 0777) == 0600);
  CHECK(names_in(temp.path()) == std::vector<std::string>{
                                     ".site.history.json", ".site.ledger", ".site.release-1a2b", ".site.release-3c4d", "site"});
}

TEST_CASE("a server with another key, or one that does not know ours, gets nothing", "[publish]") {
  const lagesbild::test::Sshd server;
  const TempFolder temp{Where::memory};
  Place place = sftp_place(server, temp / "site");
  Desk desk;
  place.target.connection.known_hosts = server.path("known_strangers");
  CHECK(desk.publish(place, first_site()).failure().code == code::publish_sftp_host_key);
  place.target.connection.known_hosts = "/nowhere";
  CHECK(desk.publish(place, first_site()).failure().code == code::publish_sftp_host_key);
  place.target.connection.known_hosts = "";
  CHECK(desk.publish(place, first_site()).failure().code == code::publish_sftp_known_hosts);
  place.target.connection.known_hosts = server.path("known_hosts");
  place.target.connection.identity = server.path("stranger");
  CHECK(desk.publish(place, first_site()).failure().code == code::publish_sftp_login);
  CHECK(names_in(temp.path()).empty());
}

TEST_CASE("over SFTP the lock of another is respected, and one that a dead run of ours left is taken over", "[publish]") {
  const lagesbild::test::Sshd server;
  const TempFolder temp{Where::memory};
  const Place place = sftp_place(server, temp / "site");
  Desk ours, other;
  REQUIRE(ours.publish(place, first_site()).ok());
  const auto store = open_store(place.target);
  REQUIRE(store.ok());
  REQUIRE(store.value()->lock({"0123", "anna@maskin", "2026-01-02T03:04:05Z"}).ok());
  const auto refused = other.publish(place, second_site());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.failure().code == code::publish_locked_by);
  CHECK(argument(refused.failure(), "who") == "anna@maskin");
  CHECK(argument(refused.failure(), "since") == "2026-01-02T03:04:05Z");
  store.value()->unlock();
  const std::string token = read(ours.options.state / "publish-sftp.lock");
  REQUIRE(store.value()->lock({token, "died", "before"}).ok());
  CHECK(other.publish(place, second_site()).failure().code == code::publish_locked_by);
  CHECK(ours.publish(place, second_site()).ok());
  CHECK(other.publish(place, third_site()).ok());
}

TEST_CASE("of two runs at once an SFTP server lets one in", "[publish]") {
  const lagesbild::test::Sshd server;
  const TempFolder temp{Where::memory};
  lets_one_in_at_a_time(sftp_place(server, temp / "site"));
}

TEST_CASE("a folder on the server that is not ours is refused", "[publish]") {
  const lagesbild::test::Sshd server;
  const TempFolder temp{Where::memory};
  const Place place = sftp_place(server, temp / "site");
  Desk desk;
  write(temp / "site/mine.html", "mine");
  CHECK(desk.publish(place, first_site()).failure().code == code::publish_target_foreign);
  fs::remove(temp / "site/mine.html");
  CHECK(desk.publish(place, first_site()).ok());
  CHECK(place.seen() == first_site());
}

TEST_CASE("an SFTP server that fails or dies at any call leaves a whole site, and the next run finishes", "[publish]") {
  lagesbild::test::Sshd server;
  const TempFolder temp{Where::memory};
  const Place place = sftp_place(server, temp / "site");
  Desk desk;
  Site before = second_site(), after = third_site();
  REQUIRE(desk.publish(place, before).ok());
  int met = 0;
  // `step`: calls that are met often are taken here and there
  const auto try_each = [&](const std::string& call, const std::string& fault, int step) {
    for (int n = 1;; n += step) {
      server.inject(call + ":" + fault + ":when=" + std::to_string(n));
      const Result<Delivery> run = desk.publish(place, after);
      CAPTURE(call, fault, n, told(run));
      const Site seen = place.seen();
      REQUIRE((seen == before || seen == after));
      server.inject("");
      const Result<Delivery> again = desk.publish(place, after);
      INFO(told(again));
      REQUIRE(is_done(again));
      REQUIRE(place.seen() == after);
      std::swap(before, after);
      if (is_done(run)) return;
      ++met;
    }
  };
  for (const char* call : {"symlink", "rename"}) try_each(call, "signal=KILL", 1);
  for (const char* call : {"mkdir", "rename"}) try_each(call, "error=ENOSPC", 1);
  try_each("write", "signal=KILL", 41);
  try_each("pwrite64", "error=ENOSPC", 7);
  CHECK(met > 5);
}

}  // namespace lagesbild::publish::test
