// How servers are reached and where the site goes: the keys of sources.yaml and of publish: in site.yaml.
#include "catch.hpp"
#include "made_world.hpp"
#include "source/site.hpp"
#include "told_fully.hpp"

using namespace lagesbild;
using source::Source;
using source::Target;
using test::MadeDisk;
using test::Told;
using test::told_fully;

namespace {

const std::string site_start =
    "id: dalen\nregion: {sv: Dalen, en: Valley}\nintroduction: {sv: Så., en: So.}\nas_of: 2026-06-30\nframework: spur-2018\n"
    "contact: {sv: vi, en: we}\n"
    "accessibility: {assessed_on: 2026-05-01, method: self_assessment, conformance: full, report_to: {sv: oss, en: us}}\n";

struct Loaded {
  std::optional<source::Configuration> configuration;
  Diagnostics diagnostics;
  std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const std::string& line : told_fully(diagnostics)) all.push_back(line.substr(line.rfind(' ') + 1));
    return all;
  }
};

Loaded load(const std::string& site, const std::string& sources, std::map<std::string, std::string> more = {}) {
  more["s/site.yaml"] = site;
  more["s/sources.yaml"] = sources;
  MadeDisk disk{more};
  Loaded loaded;
  loaded.configuration = source::load("s", Date{std::chrono::year{2026} / 11 / 24}, disk, loaded.diagnostics);
  return loaded;
}

Loaded with_source(const std::string& lines, std::map<std::string, std::string> more = {}) {
  return load(site_start, "sources:\n  - dataset: units\n    title: {sv: Enheter, en: Units}\n" + lines, std::move(more));
}

const std::string units = "sources:\n  - {dataset: units, file: u.csv, title: {sv: Enheter, en: Units}, updated: 2026-06-01}\n";

Loaded with_target(const std::string& lines) { return load(site_start + "publish:\n  targets:\n    - " + lines + "\n", units); }

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a source over the network says how it is reached and what must hold of it") {
  const Loaded loaded = with_source(
      "    url: https://server/u.csv\n    tries: 5\n    retry_milliseconds: 250\n    stall_seconds: 7\n    pinned_key: "
      "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n    client_certificate: a.pem\n    client_key: b.pem\n"
      "    proxy: http://proxy:3128\n"
      "    login: {kind: oauth2, client: us, token_url: https://login/token, scope: read, secret_env: TOKEN}\n"
      "    min_rows: 10\n    may_shrink_percent: 5\n    max_age_days: 14\n");
  REQUIRE(told_fully(loaded.diagnostics) == Told{});
  const Source& source = loaded.configuration->sources.at(0);
  CHECK(source.kind == Source::Kind::url);
  CHECK_FALSE(source.updated);
  CHECK(source.connection.tries == 5);
  CHECK(source.connection.retry_wait == std::chrono::milliseconds{250});
  CHECK(source.connection.stall_timeout == std::chrono::seconds{7});
  CHECK(source.connection.client_certificate == "s/a.pem");
  CHECK(source.connection.client_key == "s/b.pem");
  CHECK(source.connection.proxy == "http://proxy:3128");
  CHECK(source.connection.login.kind == Login::Kind::oauth2);
  CHECK(source.connection.login.user == "us");
  CHECK(source.connection.login.token_url == "https://login/token");
  CHECK(source.connection.login.scope == "read");
  CHECK(source.connection.login.secret.variable == "TOKEN");
  CHECK(source.min_rows == 10);
  CHECK(source.may_shrink_percent == 5);
  CHECK(source.max_age == std::chrono::days{14});
}

TEST_CASE("a question to a database stands in a file of the site, which goes into the fingerprint") {
  const std::string lines =
      "    database: {connection: Driver=x, query: fraga.sql, parameters: [\"1\"], secret_file: losen, timeout_seconds: 9}\n";
  const Loaded loaded = with_source(lines, {{"s/fraga.sql", "select 1"}});
  REQUIRE(told_fully(loaded.diagnostics) == Told{});
  const Source& source = loaded.configuration->sources.at(0);
  CHECK(source.kind == Source::Kind::database);
  REQUIRE(source.query);
  CHECK(source.query->sql == "select 1");
  CHECK(source.query->parameters == std::vector<std::string>{"1"});
  CHECK(source.query->password.file == "s/losen");
  CHECK(source.query->timeout == std::chrono::seconds{9});
  const Loaded other = with_source(lines, {{"s/fraga.sql", "select 2"}});
  CHECK(loaded.configuration->fingerprint != other.configuration->fingerprint);
  CHECK(with_source(lines).codes() == Codes{"file-missing"});
}

TEST_CASE("what would be passed over for a file of the site is refused there") {
  CHECK(with_source("    file: u.csv\n    updated: 2026-06-01\n    tries: 3\n").codes() == Codes{"yaml-unknown-key"});
  CHECK(with_source("    file: u.csv\n    updated: 2026-06-01\n    max_age_days: 3\n").codes() == Codes{"yaml-unknown-key"});
  CHECK(with_source("    file: u.csv\n").codes() == Codes{"yaml-missing-key"});
}

TEST_CASE("a secret stands in a file or a variable, and never in a message") {
  const auto login = [](const std::string& text) { return with_source("    url: https://server/u.csv\n    login: {" + text + "}\n"); };
  CHECK(login("kind: bearer, secret_file: losen").codes().empty());
  CHECK(login("kind: bearer").codes() == Codes{"connection-no-secret"});
  CHECK(login("kind: bearer, secret_file: a, secret_env: B").codes() == Codes{"connection-two-secrets"});
  CHECK(login("kind: header, header: \"a: b\", secret_env: B").codes() == Codes{"connection-header"});
  CHECK(login("kind: card, secret_env: B").codes() == Codes{"yaml-not-allowed"});
  const Loaded written = login("kind: bearer, secret_env: hemligt-ord");
  CHECK(written.codes() == Codes{"connection-variable"});
  for (const Diagnostic& one : written.diagnostics.all()) {
    CHECK(one.excerpt.empty());
    for (const Argument& argument : one.arguments) CHECK(argument.value.find("hemligt-ord") == std::string::npos);
  }
}

TEST_CASE("wrong keys of a connection are told") {
  const auto key = [](const std::string& text) { return with_source("    url: https://server/u.csv\n    " + text + "\n").codes(); };
  CHECK(key("pinned_key: abc") == Codes{"connection-pin"});
  CHECK(key("client_key: abc") == Codes{"connection-half-certificate"});
  CHECK(key("proxy: http://user:word@proxy:1") == Codes{"connection-proxy"});
  CHECK(key("sha256: abc") == Codes{"source-sha256"});
  CHECK(key("tries: 0") == Codes{"yaml-out-of-range"});
}

TEST_CASE("a site may show the state of the day that it is built") {
  std::string site = site_start;
  site.replace(site.find("2026-06-30"), 10, "today");
  const Loaded loaded = load(site, units);
  REQUIRE(loaded.configuration);
  CHECK(to_string(loaded.configuration->site.as_of) == "2026-11-24");
  CHECK(loaded.configuration->fingerprint != load(site_start, units).configuration->fingerprint);
}

TEST_CASE("targets of every kind are read") {
  const Loaded loaded = load(site_start +
                                 "publish:\n  targets:\n"
                                 "    - {id: mapp, folder: /srv/www/lagesbild, switch: symlink, keep: 5}\n"
                                 "    - {id: webb, webdav: 'https://server/dav/lagesbild/', login: {kind: basic, user: u, secret_env: W}}\n"
                                 "    - {id: ssh, sftp: 'sftp://u@server:2222/srv/www', known_hosts: k, identity: i}\n"
                                 "    - {id: moln, s3: 'https://server/hink/mapp', "
                                 "login: {kind: signature, access_key: a, region: r, secret_env: S}}\n"
                                 "  limits: {deleted_files_percent: 1, changed_rows_percent: 2, removed_rows_percent: 3}\n"
                                 "  notify: {command: [/bin/mail, driften], webhook: 'https://server/krok'}\n",
                             units);
  REQUIRE(told_fully(loaded.diagnostics) == Told{});
  const source::Publication& read = loaded.configuration->publication;
  REQUIRE(read.targets.size() == 4);
  CHECK(read.targets[0].how == Target::Switch::symlink);
  CHECK(read.targets[0].keep == 5);
  CHECK(read.targets[1].kind == Target::Kind::webdav);
  CHECK(read.targets[2].connection.identity == "s/i");
  CHECK(read.targets[3].connection.login.region == "r");
  CHECK(read.limits.deleted_files_percent == 1);
  CHECK(read.limits.changed_rows_percent == 2);
  CHECK(read.limits.removed_rows_percent == 3);
  CHECK(read.notify.command == std::vector<std::string>{"/bin/mail", "driften"});
}

TEST_CASE("targets that cannot be reached as they are written are refused") {
  CHECK(with_target("{id: a, folder: srv/www}").codes() == Codes{"target-path"});
  CHECK(with_target("{id: a}").codes() == Codes{"target-kind"});
  CHECK(with_target("{id: a, folder: /srv, webdav: 'https://server/'}").codes() == Codes{"target-kind"});
  CHECK(with_target("{id: a, webdav: 'https://u:p@server/'}").codes() == Codes{"target-address"});
  CHECK(with_target("{id: a, sftp: 'sftp://server/srv', known_hosts: k}").codes() == Codes{"target-address"});
  CHECK(with_target("{id: a, sftp: 'sftp://u:p@server/srv', known_hosts: k}").codes() == Codes{"target-address"});
  CHECK(with_target("{id: a, sftp: 'sftp://u@server/srv'}").codes() == Codes{"target-host-key"});
  CHECK(with_target("{id: a, s3: 'https://server/hink'}").codes() == Codes{"target-login"});
  CHECK(with_target("{id: A, folder: /srv}").codes() == Codes{"site-id-form"});
  CHECK(with_target("{id: a, folder: /srv}\n    - {id: a, folder: /srw}").codes() == Codes{"site-duplicate-id"});
  CHECK(with_target("{id: a, folder: /srv, tries: 2}").codes() == Codes{"yaml-unknown-key"});
}
