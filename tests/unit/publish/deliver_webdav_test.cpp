// nginx and Apache as targets, over TLS and with a password; and through a proxy that fails.
#include "apache.hpp"
#include "publish/web_xml.hpp"
#include "target_faults.hpp"

namespace lagesbild::publish::test {
namespace {

using lagesbild::test::Apache;
using lagesbild::test::Nginx;
using lagesbild::test::TestCa;

constexpr const char* dav_module = "load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;\n";

std::string nginx_dav() {
  return "dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS; dav_access user:rw group:r all:r; "
         "client_max_body_size 100m; root ROOT;";
}

Place webdav_place(const std::string& url, const fs::path& site) {
  Place place;
  place.target.id = "webdav";
  place.target.kind = source::Target::Kind::webdav;
  place.target.location = url;
  place.target.connection.retry_wait = std::chrono::milliseconds{10};
  place.target.connection.tries = 1;
  place.seen = [site] { return read_site(site); };
  place.spoil = [site](const std::string& file, const std::string& bytes) { write(site / file, bytes); };
  return place;
}

// A server with TLS and a password.
class Safe {
 public:
  Safe() {
    ca.issue("server", "IP:127.0.0.1", "20200101", "20991231");
    folder.write("users", "anna:{PLAIN}hemligt\n");
    folder.write("htpasswd", "anna:{SHA}" + sha_of_password() + "\n");
    folder.write("password", "hemligt\n");
    fs::permissions(folder.path(), fs::perms{0755});
    fs::permissions(folder.path() / "password", fs::perms{0600});
  }
  std::string path(const std::string& file) const { return (folder.path() / file).string(); }
  void let_in(Connection& connection) const {
    connection.ca_file = ca.ca_file();
    connection.login = {Login::Kind::basic, "anna", {}, {}, {}, {}, {{}, path("password")}};
  }
  TestCa ca;
  lagesbild::test::TemporaryFolder folder;

 private:
  std::string sha_of_password() const {
    lagesbild::test::run_program({"sh", "-c", "printf hemligt | openssl sha1 -binary | openssl base64 > '" + path("sha") + "'"}, folder);
    std::string text = folder.read("sha");
    while (text.ends_with('\n')) text.pop_back();
    return text;
  }
};

std::unique_ptr<Apache> apache(const Safe* safe) {
  std::vector<std::string> modules{"mpm_event", "authn_core", "authz_core", "dav", "dav_fs"};
  std::string server = "<Directory ROOT>\nDav On\nDavMinTimeout 600\n";
  if (safe != nullptr) {
    modules.insert(modules.end(), {"authn_file", "authz_user", "auth_basic", "ssl"});
    server += "AuthType Basic\nAuthName x\nAuthUserFile " + safe->path("htpasswd") + "\nRequire valid-user\n";
  }
  server += "</Directory>\n";
  if (safe != nullptr) {
    server += "SSLEngine on\nSSLCertificateFile " + safe->ca.path("server.pem") + "\nSSLCertificateKeyFile " +
              safe->ca.path("server.key") + "\n";
  }
  return std::make_unique<Apache>(server, modules);
}

bool parked_whole(const fs::path& above, const Site& before) {
  return read_site(above / ("site.release-" + told_in_release(before.at("release.json"), "release"))) == before;
}

}  // namespace

TEST_CASE("answers of WebDAV servers are read whatever their prefixes and addresses", "[publish]") {
  const auto found = read_multistatus(
      "<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\" xmlns:x=\"DAV:\"><D:response><D:href>http://h:1/a/%C3%A5%20b%2525/</D:href>"
      "<D:propstat><D:prop><x:resourcetype><D:collection/></x:resourcetype></D:prop></D:propstat></D:response>"
      "<D:response><D:href>/a/c&amp;d.csv</D:href><D:propstat><D:prop><x:getcontentlength>12</x:getcontentlength><x:resourcetype/>"
      "</D:prop></D:propstat></D:response></D:multistatus>");
  REQUIRE(found);
  REQUIRE(found->size() == 2);
  CHECK((*found)[0].path == "/a/å b%25");
  CHECK((*found)[0].is_collection);
  CHECK((*found)[1].path == "/a/c&d.csv");
  CHECK_FALSE((*found)[1].is_collection);
  CHECK((*found)[1].bytes == 12);
  for (const char* bad : {"", "<html/>", "<multistatus>", "<!DOCTYPE multistatus [<!ENTITY a \"b\">]><multistatus/>",
                          "<multistatus><response><href>%zz</href></response></multistatus>"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_multistatus(bad));
  }
  CHECK(url_encoded("a/å b+c%.html") == "a/%C3%A5%20b%2Bc%25.html");
}

TEST_CASE("a target on nginx does as every target does, over TLS and with a password", "[publish]") {
  const Safe safe;
  const Nginx server("server { listen 127.0.0.1:PORT0 ssl; ssl_certificate " + safe.ca.path("server.pem") + "; ssl_certificate_key " +
                         safe.ca.path("server.key") + "; auth_basic x; auth_basic_user_file " + safe.path("users") + "; " + nginx_dav() +
                         " }",
                     1, dav_module);
  fs::create_directories(server.root() / "dav å");
  Place place = webdav_place(server.url("https://127.0.0.1", 0, "/dav%20%C3%A5/min%20site/"), server.root() / "dav å/min site");
  safe.let_in(place.target.connection);
  publishes_as_every_target_does(place);
}

TEST_CASE("a target on Apache does as every target does, over TLS and with a password", "[publish]") {
  const Safe safe;
  const auto server = apache(&safe);
  Place place = webdav_place("https://127.0.0.1:" + std::to_string(server->port()) + "/site", server->root() / "site");
  safe.let_in(place.target.connection);
  INFO(server->log());
  publishes_as_every_target_does(place);
}

TEST_CASE("over WebDAV records stay at home, the lock of another is respected, and one of a dead run of ours is taken over", "[publish]") {
  for (const bool is_apache : {false, true}) {
    std::optional<Nginx> nginx;
    std::unique_ptr<Apache> httpd;
    if (is_apache) httpd = apache(nullptr);
    else nginx.emplace("server { listen 127.0.0.1:PORT0; " + nginx_dav() + " }", 1, dav_module);
    const fs::path root = is_apache ? httpd->root() : nginx->root();
    fs::create_directories(root);
    Place place = webdav_place("http://127.0.0.1:" + std::to_string(is_apache ? httpd->port() : nginx->port(0)) + "/site/", root / "site");
    Desk ours, other;
    CHECK_FALSE(ours.publish(place, first_site()).ok());  // http is refused until somebody has said so
    place.target.connection.allow_http = true;
    ours.options.private_files = {{"1.json", "[1]"}};
    REQUIRE(is_done(ours.publish(place, first_site())));
    REQUIRE(is_done(ours.publish(place, second_site())));
    CHECK(names_in(root) == std::vector<std::string>{"site", "site.history", "site.release-1a2b"});
    const auto store = open_store(place.target);
    REQUIRE(store.ok());
    REQUIRE(store.value()->lock({"0123", "anna@maskin", "2026-01-02T03:04:05Z"}).ok());
    const auto refused = other.publish(place, third_site());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.failure().code == code::publish_locked_by);
    CHECK(argument(refused.failure(), "who") == "anna@maskin");
    store.value()->unlock();
    REQUIRE(store.value()->lock({read(ours.options.state / "publish-webdav.lock"), "died", "before"}).ok());
    CHECK(other.publish(place, third_site()).failure().code == code::publish_locked_by);
    CHECK(is_done(ours.publish(place, third_site())));
    fs::remove_all(root / "site");
    write(root / "site/mine.html", "mine");
    CHECK(ours.publish(place, first_site()).failure().code == code::publish_target_foreign);
  }
}

TEST_CASE("of two runs at once WebDAV servers let one in", "[publish]") {
  const Nginx nginx("server { listen 127.0.0.1:PORT0; " + nginx_dav() + " }", 1, dav_module);
  fs::create_directories(nginx.root());
  Place place = webdav_place("http://127.0.0.1:" + std::to_string(nginx.port(0)) + "/site/", nginx.root() / "site");
  place.target.connection.allow_http = true;
  lets_one_in_at_a_time(place);
  const auto server = apache(nullptr);
  place = webdav_place("http://127.0.0.1:" + std::to_string(server->port()) + "/site/", server->root() / "site");
  place.target.connection.allow_http = true;
  lets_one_in_at_a_time(place);
}

TEST_CASE("whatever request to nginx fails or is the last one, readers see a whole site, and the next run finishes", "[publish]") {
  const Nginx server("server { listen 127.0.0.1:PORT0; " + nginx_dav() + " }", 1, dav_module);
  fs::create_directories(server.root());
  FaultProxy proxy{server.port(0)};
  Place place = webdav_place("http://127.0.0.1:" + std::to_string(proxy.port()) + "/site/", server.root() / "site");
  place.target.connection.allow_http = true;
  Desk desk;
  const auto away = [&](const Site& before) { return parked_whole(server.root(), before); };
  for (const char* what : {"before", "after"}) CHECK(is_whole_whatever_fails(place, proxy, desk, what, 1, away) > 20);
  for (const char* what : {"500", "lost"}) CHECK(is_whole_whatever_fails(place, proxy, desk, what, 1, {}) > 20);
  for (const char* what : {"507", "403"}) CHECK(is_whole_whatever_fails(place, proxy, desk, what, 7, {}) > 3);
}

TEST_CASE("whatever request to Apache fails or is the last one, readers see a whole site, and the next run finishes", "[publish]") {
  const auto server = apache(nullptr);
  FaultProxy proxy{server->port()};
  Place place = webdav_place("http://127.0.0.1:" + std::to_string(proxy.port()) + "/site/", server->root() / "site");
  place.target.connection.allow_http = true;
  Desk desk;
  const auto away = [&](const Site& before) { return parked_whole(server->root(), before); };
  CHECK(is_whole_whatever_fails(place, proxy, desk, "after", 1, away) > 20);
  CHECK(is_whole_whatever_fails(place, proxy, desk, "500", 3, {}) > 6);
}

TEST_CASE("a server that fails once is asked again, and nobody notices", "[publish]") {
  const Nginx server("server { listen 127.0.0.1:PORT0; " + nginx_dav() + " }", 1, dav_module);
  fs::create_directories(server.root());
  FaultProxy proxy{server.port(0)};
  Place place = webdav_place("http://127.0.0.1:" + std::to_string(proxy.port()) + "/site/", server.root() / "site");
  place.target.connection.allow_http = true;
  place.target.connection.tries = 3;
  Desk desk;
  Site next = first_site(), after = second_site();
  for (int n = 1; n < 60; ++n) {
    proxy.fail(n, n % 2 == 0 ? "503" : "lost");
    const Result<Delivery> run = desk.publish(place, next);
    CAPTURE(n, told(run));
    REQUIRE(is_done(run));
    REQUIRE(place.seen() == next);
    std::swap(next, after);
  }
}

}  // namespace lagesbild::publish::test
