// An S3 endpoint as a target: one written for these tests, which works out every signature anew.
#include "target_faults.hpp"

namespace lagesbild::publish::test {
namespace {

std::string shown_slot(const fs::path& top) {
  const std::string page = read(top / "index.html"), mark = "url=releases/";
  const std::size_t at = page.find(mark);
  return at == std::string::npos ? std::string{} : page.substr(at + mark.size(), page.find('/', at + mark.size()) - at - mark.size());
}

// `top`: the folder of the prefix. Readers follow the page.
Place s3_place(int port, const std::string& path, const fs::path& top, const lagesbild::test::TemporaryFolder& secrets) {
  secrets.write("secret", "hemligt\n");
  fs::permissions(secrets.path() / "secret", fs::perms{0600});
  Place place;
  place.target.id = "s3";
  place.target.kind = source::Target::Kind::s3;
  place.target.location = "http://127.0.0.1:" + std::to_string(port) + path;
  place.target.connection.allow_http = true;
  place.target.connection.tries = 1;
  place.target.connection.retry_wait = std::chrono::milliseconds{10};
  place.target.connection.login = {Login::Kind::signature, "AKTEST", {}, {}, {}, "eu-north-1", {{}, secrets.path() / "secret"}};
  place.seen = [top] {
    const std::string slot = shown_slot(top);
    return slot.empty() ? Site{} : read_site(top / "releases" / slot);
  };
  place.spoil = [top](const std::string& file, const std::string& bytes) { write(top / "releases" / shown_slot(top) / file, bytes); };
  return place;
}

}  // namespace

TEST_CASE("a target on S3 does as every target does, every request signed", "[publish]") {
  const TempFolder temp{Where::memory};
  const lagesbild::test::TemporaryFolder secrets;
  const PythonServer server{"s3_server.py", {temp.path().string()}};
  publishes_as_every_target_does(s3_place(server.port(), "/hink/å b+c/", temp / "hink/å b+c", secrets));
  CHECK(read(temp / "hink/å b+c/current.json") ==
        "{\n  \"release\": \"5e6f\",\n  \"index\": \"releases/5e6f.2/index.html\"\n}\n");
  CHECK_FALSE(fs::exists(temp / "hink/å b+c/lock.json"));
}

TEST_CASE("a bucket without a prefix will do, and one with somebody else's things will not", "[publish]") {
  const TempFolder temp{Where::memory};
  const lagesbild::test::TemporaryFolder secrets;
  const PythonServer server{"s3_server.py", {temp.path().string()}};
  const Place place = s3_place(server.port(), "/hink", temp / "hink", secrets);
  Desk desk;
  desk.options.private_files = {{"1.json", "[1]"}};
  write(temp / "hink/mine/a.txt", "mine");
  CHECK(desk.publish(place, first_site()).failure().code == code::publish_target_foreign);
  fs::remove_all(temp / "hink/mine");
  write(temp / "hink/index.html", "<p>mine</p>");
  CHECK(desk.publish(place, first_site()).failure().code == code::publish_target_foreign);
  fs::remove(temp / "hink/index.html");
  CHECK(is_done(desk.publish(place, first_site())));
  CHECK(names_in(temp / "hink") == std::vector<std::string>{"current.json", "history.txt", "index.html", "releases"});
}

TEST_CASE("a wrong secret is refused by the store, and said without it", "[publish]") {
  const TempFolder temp{Where::memory};
  const lagesbild::test::TemporaryFolder secrets;
  const PythonServer server{"s3_server.py", {temp.path().string()}};
  const Place place = s3_place(server.port(), "/hink/a", temp / "hink/a", secrets);
  secrets.write("secret", "felaktigt\n");
  Desk desk;
  const auto run = desk.publish(place, first_site());
  REQUIRE_FALSE(run.ok());
  CHECK(run.failure().code == code::publish_web_forbidden);
  CHECK(told(run).find("felaktigt") == std::string::npos);
  CHECK(names_in(temp.path()).empty());
}

TEST_CASE("on S3 the lock of another is respected, and one that a dead run of ours left is taken over", "[publish]") {
  const TempFolder temp{Where::memory};
  const lagesbild::test::TemporaryFolder secrets;
  const PythonServer server{"s3_server.py", {temp.path().string()}};
  const Place place = s3_place(server.port(), "/hink/a", temp / "hink/a", secrets);
  Desk ours, other;
  REQUIRE(is_done(ours.publish(place, first_site())));
  const auto store = open_store(place.target);
  REQUIRE(store.ok());
  REQUIRE(store.value()->lock({"0123", "anna@maskin", "2026-01-02T03:04:05Z"}).ok());
  const auto refused = other.publish(place, second_site());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.failure().code == code::publish_locked_by);
  CHECK(argument(refused.failure(), "since") == "2026-01-02T03:04:05Z");
  store.value()->unlock();
  REQUIRE(store.value()->lock({read(ours.options.state / "publish-s3.lock"), "died", "before"}).ok());
  CHECK(other.publish(place, second_site()).failure().code == code::publish_locked_by);
  CHECK(is_done(ours.publish(place, second_site())));
}

TEST_CASE("of two runs at once S3 lets one in", "[publish]") {
  const TempFolder temp{Where::memory};
  const lagesbild::test::TemporaryFolder secrets;
  const PythonServer server{"s3_server.py", {temp.path().string()}};
  lets_one_in_at_a_time(s3_place(server.port(), "/hink/a", temp / "hink/a", secrets));
}

TEST_CASE("whatever request to S3 fails or is the last one, readers see a whole site, and the next run finishes", "[publish]") {
  const TempFolder temp{Where::memory};
  const lagesbild::test::TemporaryFolder secrets;
  const PythonServer server{"s3_server.py", {temp.path().string()}};
  FaultProxy proxy{server.port()};
  const Place place = s3_place(proxy.port(), "/hink/a", temp / "hink/a", secrets);
  Desk desk;
  for (const char* what : {"before", "after", "500"}) CHECK(is_whole_whatever_fails(place, proxy, desk, what, 1, {}) > 20);
  for (const char* what : {"507", "403", "lost"}) CHECK(is_whole_whatever_fails(place, proxy, desk, what, 7, {}) > 3);
}

}  // namespace lagesbild::publish::test
