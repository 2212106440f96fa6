#include "source/site.hpp"

#include <stdexcept>

#include "catch.hpp"
#include "made_world.hpp"
#include "told_fully.hpp"

using namespace lagesbild;
using test::argument_of;
using test::MadeDisk;
using test::Told;
using test::told_fully;

namespace {

const std::string site_yaml =
    "id: ovre-dalen\n"                                                              // 1
    "region: {sv: Övre dalen, en: Upper Valley}\n"                                  // 2
    "introduction: {sv: Så går det., en: How it goes.}\n"                       // 3
    "as_of: 2026-06-30\n"                                                           // 4
    "framework: spur-2018\n"                                                        // 5
    "contact: {sv: utbildningen, en: the training department}\n"                    // 6
    "accessibility:\n"                                                              // 7
    "  assessed_on: 2026-05-01\n"                                                   // 8
    "  method: self_assessment\n"                                                   // 9
    "  conformance: full\n"                                                         // 10
    "  report_to: {sv: oss, en: us}\n";                                             // 11

const std::string sources_yaml =
    "sources:\n"                                            // 1
    "  - dataset: units\n"                                  // 2
    "    file: data/units.csv\n"                            // 3
    "    title: {sv: Enheter, en: Units}\n"                 // 4
    "    updated: 2026-06-29\n";                            // 5

// A text with one part of it, that must be there, changed.
std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("not in the text: " + from);
  return text.replace(at, from.size(), to);
}

struct Loaded {
  std::optional<source::Configuration> configuration;
  Diagnostics diagnostics;
  std::map<std::string, int> reads;
};

Loaded load(const std::string& site, const std::string& sources) {
  MadeDisk disk{{{"s/site.yaml", site}, {"s/sources.yaml", sources}}};
  Loaded loaded;
  loaded.configuration = source::load("s", Date{std::chrono::year{2026} / 11 / 24}, disk, loaded.diagnostics);
  loaded.reads = disk.reads;
  return loaded;
}

Told complaints_of_site(const std::string& site) {
  const Loaded loaded = load(site, sources_yaml);
  CHECK_FALSE(loaded.configuration);
  return told_fully(loaded.diagnostics);
}

Told complaints_of_sources(const std::string& sources) {
  const Loaded loaded = load(site_yaml, sources);
  CHECK_FALSE(loaded.configuration);
  return told_fully(loaded.diagnostics);
}

const std::string second_source =
    "  - dataset: reviews\n"                                // 6
    "    file: data/reviews.csv\n"                          // 7
    "    title: {sv: Granskningar, en: Reviews}\n"          // 8
    "    updated: 2026-06-29\n";                            // 9

}  // namespace

TEST_CASE("a site is read with its defaults, and each file once") {
  const Loaded loaded = load(site_yaml, sources_yaml);
  REQUIRE(loaded.configuration);
  CHECK(told_fully(loaded.diagnostics) == Told{});
  CHECK(loaded.reads == std::map<std::string, int>{{"s/site.yaml", 1}, {"s/sources.yaml", 1}});
  const source::Site& site = loaded.configuration->site;
  CHECK(site.id == "ovre-dalen");
  CHECK(site.region.sv == "Övre dalen");
  CHECK(site.region.en == "Upper Valley");
  CHECK_FALSE(site.notice);
  CHECK_FALSE(site.fictional);
  CHECK(site.audience == Audience::intranet);
  CHECK(to_string(site.as_of) == "2026-06-30");
  CHECK(site.languages == std::vector{Language::sv});
  CHECK(site.framework == "spur-2018");
  CHECK(site.rounds.empty());
  CHECK(site.forums.empty());
  CHECK(site.accessibility.method == "self_assessment");
  CHECK(site.accessibility.known_issues.empty());
  CHECK(site.folder == "s");
  CHECK(site.common == "../common");
  CHECK(site.templates == "../../templates");
  REQUIRE(loaded.configuration->sources.size() == 1);
  const source::Source& source = loaded.configuration->sources[0];
  CHECK(source.dataset == "units");
  CHECK(source.location == "data/units.csv");
  CHECK(source.kind == source::Source::Kind::file);
  CHECK(to_string(source.updated.value()) == "2026-06-29");
  CHECK_FALSE(source.connection.allow_http);
  CHECK(source.max_bytes == 64U << 20);
  CHECK(source.connection.timeout == std::chrono::seconds{60});
  CHECK(source.connection.ca_file.empty());
  CHECK(source.place == Place{"s/sources.yaml", 3, 11});
}

TEST_CASE("everything that a site may say is taken over") {
  const std::string site = site_yaml +
                           "  known_issues:\n"
                           "    - {sv: en brist, en: a fault}\n"
                           "fictional: ja\n"
                           "notice: {sv: påhittat, en: made up}\n"
                           "audience: open\n"
                           "languages: [en, sv]\n"
                           "common: gemensamt\n"
                           "templates: mallar\n"
                           "rounds:\n"
                           "  - {id: första, from: 2019-01-01, to: 2022-12-31}\n"
                           "  - {id: andra, from: 2023-01-01, to: 2026-12-31}\n"
                           "forums:\n"
                           "  - {id: norr, sv: Norr, en: North}\n"
                           "  - {id: soder-2, sv: Söder, en: South}\n";
  const std::string sources =
      "sources:\n"
      "  - dataset: units\n"
      "    url: https://example.org/units.csv?key=1\n"
      "    title: {sv: Enheter, en: Units}\n"
      "    updated: 2026-06-30\n"
      "    allow_http: yes\n"
      "    max_megabytes: 4096\n"
      "    timeout_seconds: 3600\n"
      "    ca_file: ca.pem\n";
  const Loaded loaded = load(site, sources);
  CHECK(told_fully(loaded.diagnostics) == Told{});
  REQUIRE(loaded.configuration);
  const source::Site& read = loaded.configuration->site;
  CHECK(read.audience == Audience::open);
  CHECK(read.fictional);
  REQUIRE(read.notice);
  CHECK(read.notice->en == "made up");
  CHECK(read.languages == std::vector{Language::en, Language::sv});
  CHECK(read.common == "s/gemensamt");
  CHECK(read.templates == "s/mallar");
  REQUIRE(read.rounds.size() == 2);
  CHECK(read.rounds[0].id == "första");
  CHECK(to_string(read.rounds[1].from) == "2023-01-01");
  REQUIRE(read.forums.size() == 2);
  CHECK(read.forums[1].id == "soder-2");
  CHECK(read.forums[1].name.sv == "Söder");
  REQUIRE(read.accessibility.known_issues.size() == 1);
  CHECK(read.accessibility.known_issues[0].en == "a fault");
  const source::Source& source = loaded.configuration->sources.at(0);
  CHECK(source.kind == source::Source::Kind::url);
  CHECK(source.location == "https://example.org/units.csv?key=1");
  CHECK(source.connection.allow_http);
  CHECK(source.max_bytes == std::uint64_t{4096} << 20);
  CHECK(source.connection.timeout == std::chrono::seconds{3600});
  CHECK(source.connection.ca_file == "s/ca.pem");
}

TEST_CASE("the fingerprint follows the files") {
  const auto fingerprint = [](const std::string& site, const std::string& sources) {
    const Loaded loaded = load(site, sources);
    REQUIRE(loaded.configuration);
    return loaded.configuration->fingerprint;
  };
  const std::string same = fingerprint(site_yaml, sources_yaml);
  CHECK(same.size() == 64);
  CHECK(same == fingerprint(site_yaml, sources_yaml));
  CHECK(same != fingerprint(site_yaml + "# en kommentar\n", sources_yaml));
  CHECK(same != fingerprint(site_yaml, sources_yaml + "# en kommentar\n"));
}

TEST_CASE("a folder without site.yaml is no site") {
  MadeDisk disk{{{"s/sources.yaml", sources_yaml}}};
  Diagnostics diagnostics;
  CHECK_FALSE(source::load("s", Date{std::chrono::year{2026} / 11 / 24}, disk, diagnostics));
  CHECK(told_fully(diagnostics) == Told{":0:0 site-missing"});
  CHECK(argument_of(diagnostics, 0, "path") == "s/site.yaml");
}

TEST_CASE("a file that cannot be read says so") {
  SECTION("site.yaml") {
    MadeDisk disk{{{"s/site.yaml", site_yaml}, {"s/sources.yaml", sources_yaml}}};
    disk.fail("s/site.yaml", code::file_unreadable);
    Diagnostics diagnostics;
    CHECK_FALSE(source::load("s", Date{std::chrono::year{2026} / 11 / 24}, disk, diagnostics));
    CHECK(told_fully(diagnostics) == Told{":0:0 file-unreadable"});
  }
  SECTION("sources.yaml, together with what is wrong in site.yaml") {
    MadeDisk disk{{{"s/site.yaml", with(site_yaml, "ovre-dalen", "Övre")}}};
    Diagnostics diagnostics;
    CHECK_FALSE(source::load("s", Date{std::chrono::year{2026} / 11 / 24}, disk, diagnostics));
    CHECK(told_fully(diagnostics) == Told{":0:0 file-missing", "s/site.yaml:1:5 site-id-form"});
  }
}

TEST_CASE("the id of a site is an address") {
  for (const char* id : {"Dalen", "övre", "a_b", "a.b", "\"a b\"", "a/b"}) {
    CHECK(complaints_of_site(with(site_yaml, "ovre-dalen", id)) == Told{"s/site.yaml:1:5 site-id-form"});
  }
}

TEST_CASE("fictional data must be said to be so") {
  CHECK(complaints_of_site(site_yaml + "fictional: ja\n") == Told{"s/site.yaml:12:12 site-fictional-notice"});
}

TEST_CASE("languages are Swedish and English, each once") {
  CHECK(complaints_of_site(site_yaml + "languages: [sv, fi]\n") == Told{"s/site.yaml:12:12 site-language"});
  CHECK(complaints_of_site(site_yaml + "languages: [sv, en, sv]\n") == Told{"s/site.yaml:12:12 site-language-twice"});
}

TEST_CASE("rounds go forwards and do not overlap") {
  const auto rounds = [](const std::string& second) {
    return complaints_of_site(site_yaml + "rounds:\n  - {id: a, from: 2019-01-01, to: 2022-12-31}\n  - {" + second + "}\n");
  };
  CHECK(rounds("id: b, from: 2024-01-02, to: 2024-01-01") == Told{"s/site.yaml:14:35 site-period-backwards"});
  CHECK(rounds("id: b, from: 2022-12-31, to: 2024-01-01") == Told{"s/site.yaml:14:19 site-period-overlap"});
  CHECK(rounds("id: b, from: 2018-01-01, to: 2019-01-01") == Told{"s/site.yaml:14:19 site-period-overlap"});
  CHECK(rounds("id: a, from: 2023-01-01, to: 2024-01-01") == Told{"s/site.yaml:14:5 site-duplicate-id"});
  CHECK(rounds("id: b, from: 2023-02-29, to: 2024-01-01") == Told{"s/site.yaml:14:19 yaml-not-date"});
}

TEST_CASE("a round may be a single day and begin the day after another") {
  const Loaded loaded =
      load(site_yaml + "rounds:\n  - {id: a, from: 2019-01-01, to: 2019-01-01}\n  - {id: b, from: 2019-01-02, to: 2020-01-01}\n",
           sources_yaml);
  CHECK(told_fully(loaded.diagnostics) == Told{});
}

TEST_CASE("forums have ids of their own that can stand in an address") {
  const auto forums = [](const std::string& first, const std::string& second) {
    return complaints_of_site(site_yaml + "forums:\n  - {id: " + first + ", sv: N, en: N}\n  - {id: " + second + ", sv: S, en: S}\n");
  };
  CHECK(forums("norr", "norr") == Told{"s/site.yaml:14:5 site-duplicate-id"});
  CHECK(forums("norr", "söder") == Told{"s/site.yaml:14:10 site-id-form"});
}

TEST_CASE("a repeated id points at the first one") {
  const Loaded loaded =
      load(site_yaml + "forums:\n  - {id: a, sv: N, en: N}\n  - {id: b, sv: S, en: S}\n  - {id: a, sv: S, en: S}\n", sources_yaml);
  CHECK(told_fully(loaded.diagnostics) == Told{"s/site.yaml:15:5 site-duplicate-id"});
  CHECK(argument_of(loaded.diagnostics, 0, "line") == "13");
  CHECK(argument_of(loaded.diagnostics, 0, "id") == "a");
}

TEST_CASE("a source has a file or a URL, not both and not neither") {
  CHECK(complaints_of_sources(with(sources_yaml, "    file: data/units.csv\n", "")) == Told{"s/sources.yaml:2:5 source-location"});
  CHECK(complaints_of_sources(sources_yaml + "    url: https://example.org/\n") == Told{"s/sources.yaml:2:5 source-location"});
}

TEST_CASE("a file lies in the folder of the site") {
  for (const char* file : {"../units.csv", "/etc/units.csv", "data/../../units.csv", ".."}) {
    CHECK(complaints_of_sources(with(sources_yaml, "data/units.csv", file)) == Told{"s/sources.yaml:3:11 source-outside"});
  }
  for (const char* file : {"units.csv", "./units.csv", "data/../units.csv", "..units.csv"}) {
    CHECK(told_fully(load(site_yaml, with(sources_yaml, "data/units.csv", file)).diagnostics) == Told{});
  }
}

TEST_CASE("a dataset may come from several files, but from each of them once") {
  const std::string again = with(second_source, "dataset: reviews", "dataset: units");
  CHECK(told_fully(load(site_yaml, sources_yaml + again).diagnostics) == Told{});
  CHECK(load(site_yaml, sources_yaml + again).configuration.value().sources.size() == 2);
  const std::string sheet = with(again, "data/reviews.csv", "data/units.csv\n    sheet: Nya enheter");
  CHECK(load(site_yaml, sources_yaml + sheet).configuration.value().sources.at(1).sheet == "Nya enheter");
  const Loaded loaded = load(site_yaml, sources_yaml + with(again, "data/reviews.csv", "data/units.csv"));
  CHECK(told_fully(loaded.diagnostics) == Told{"s/sources.yaml:6:5 source-twice"});
  CHECK(argument_of(loaded.diagnostics, 0, "dataset") == "units");
  CHECK(argument_of(loaded.diagnostics, 0, "line") == "2");
}

TEST_CASE("reviews need units, and shares of answers need statements") {
  CHECK(complaints_of_sources("sources:\n" + second_source) == Told{"s/sources.yaml:2:5 source-alone"});
  CHECK(complaints_of_sources(sources_yaml + with(second_source, "reviews", "benchmarks")) == Told{"s/sources.yaml:6:5 source-alone"});
  CHECK(told_fully(load(site_yaml, "sources:\n" + second_source + sources_yaml.substr(sources_yaml.find('\n') + 1)).diagnostics) == Told{});
}

TEST_CASE("a site is for one of three audiences") {
  CHECK(complaints_of_site(with(site_yaml, "as_of:", "audience: intern\nas_of:")) == Told{"s/site.yaml:4:11 yaml-not-allowed"});
}

TEST_CASE("data cannot be newer than the day that the site shows") {
  CHECK(complaints_of_sources(with(sources_yaml, "06-29", "07-01")) == Told{"s/sources.yaml:5:14 source-after-as-of"});
  CHECK(told_fully(load(site_yaml, with(sources_yaml, "06-29", "06-30")).diagnostics) == Told{});
}

TEST_CASE("every source says how old its data is") {
  CHECK(complaints_of_sources(with(sources_yaml, "    updated: 2026-06-29\n", "")) == Told{"s/sources.yaml:2:5 yaml-missing-key"});
}

TEST_CASE("a misspelt dataset is one complaint, not three") {
  const Loaded loaded = load(site_yaml, with(sources_yaml, "units\n", "unit\n") + second_source);
  CHECK(told_fully(loaded.diagnostics) == Told{"s/sources.yaml:2:14 yaml-not-allowed"});
  CHECK(argument_of(loaded.diagnostics, 0, "like") == "units");
}

TEST_CASE("the mistakes of both files are told in one run") {
  const Loaded loaded = load(with(site_yaml, "as_of: 2026-06-30", "as_of: 30 juni"), with(sources_yaml, "data/units.csv", "../units.csv"));
  CHECK_FALSE(loaded.configuration);
  CHECK(told_fully(loaded.diagnostics) == Told{"s/site.yaml:4:8 yaml-not-date", "s/sources.yaml:3:11 source-outside"});
}

TEST_CASE("without a day of the site, no source is newer than it") {
  CHECK(complaints_of_site(with(site_yaml, "as_of: 2026-06-30\n", "")) == Told{"s/site.yaml:1:1 yaml-missing-key"});
}

TEST_CASE("a site that is not strict YAML is not read on") {
  CHECK(complaints_of_site(site_yaml + "id: igen\n") == Told{"s/site.yaml:12:1 yaml-duplicate-key"});
}
