// The data dictionary and the package beside the downloads, from a few descriptions made up for the purpose.
#include <nlohmann/json.hpp>

#include "base/hash.hpp"
#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"
#include "view/data_package.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using model::FieldType;
using test::day;

namespace {

model::Field field(std::string name, FieldType type = FieldType::text) {
  model::Field made;
  made.title = {name + " på svenska", name + " in English"};
  made.about = {"Skriv " + name + ".", "Write " + name + "."};
  made.name = std::move(name);
  made.type = type;
  made.audience = Audience::open;
  return made;
}

model::Field required(model::Field made) {
  made.required = true;
  return made;
}

model::Field number(std::string name, FieldType type, std::int64_t least, std::int64_t most, Localized unit = {}) {
  model::Field made = field(std::move(name), type);
  made.least = least;
  made.most = most;
  made.unit = std::move(unit);
  return made;
}

model::Dataset dataset(const std::string& id, std::vector<model::Field> fields, std::vector<std::string> key = {}) {
  model::Dataset made;
  made.id = made.form_of = id;
  made.title = {"Data om " + id, "Data on " + id};
  made.row = {"en rad om " + id, "a row on " + id};
  made.about = {"Handlar om " + id + ".", "Is about " + id + "."};
  made.fields = std::move(fields);
  made.key = std::move(key);
  return made;
}

std::vector<model::Dataset> made_datasets() {
  model::Field unit = required(field("unit_id"));
  unit.refers_to = "units.unit_id";
  model::Field visit = field("visit", FieldType::choice);
  visit.choices = {{"on_site", {"På plats", "On site"}, {}}, {"digital", {"Digitalt", "Digital"}, {}}};
  model::Field plan = field("plan_received", FieldType::date);
  plan.past = true;
  model::Field reference = field("reference");
  reference.audience = Audience::management;
  model::Field sentence = field("text");
  sentence.free_text = true;
  const model::Field year = number("year", FieldType::year, 2000, 2100);
  model::Dataset reports = dataset("annual_reports", {unit, year, field("happy", FieldType::yes_no)});
  reports.about_persons = true;
  model::Dataset grades = dataset("review_grades", {required(field("review_id", FieldType::id))});
  grades.form_of = "reviews";
  return {std::move(reports), dataset("findings", {sentence}), std::move(grades),
          dataset("reviews", {required(field("review_id", FieldType::id)), unit, field("inspectors", FieldType::text), visit,
                              field("A", FieldType::grade), plan, reference, field("url", FieldType::url)}, {"review_id"}),
          dataset("units", {required(field("unit_id", FieldType::id)), field("name"),
                            number("listed_patients", FieldType::integer, 0, 1000000, {"patienter", "patients"}),
                            number("specialists", FieldType::integer, 0, model::no_limit), field("predecessor", FieldType::ids)},
                  {"unit_id"})};
}

disclosure::Release made_release(const disclosure::Policy& policy, Audience audience) {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.units = {test::made_unit("E1"), test::made_unit("E2")};
  facts.reviews = {test::made_review(0, "2025-03-01", "A")};
  facts.datasets = made_datasets();
  const auto figures = indicators::compute(facts, day(test::made_today));
  return disclosure::judge(std::move(facts), figures, policy, day(test::made_today), audience);
}

struct Site {
  disclosure::Release release;
  SiteInfo info = test::made_info({Language::sv, Language::en});
  Texts texts;
  Context context{release, info, texts};

  explicit Site(Language language = Language::sv, Audience audience = Audience::intranet,
                const disclosure::Policy& policy = test::open_policy())
      : release(made_release(policy, audience)), texts(test::shipped_texts(language)) {}
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  DataPage page() const {
    for (const PageRef& ref : context.pages()) {
      if (ref.kind == PageRef::Kind::data) return data_page(context, ref);
    }
    throw std::logic_error("no such page");
  }
  nlohmann::json package() const { return nlohmann::json::parse(data_package(context)); }
};

const DataField& row(const DataSection& section, std::string_view name) {
  for (const DataField& one : section.rows) {
    if (one.name == name) return one;
  }
  throw std::logic_error("no such field");
}

}  // namespace

TEST_CASE("the data page begins with how much data there is and what can be downloaded") {
  const DataPage page = Site{}.page();
  CHECK(page.lead == "Webbplatsen bygger på 2 datamängder ur 2 filer, den nyaste från 2026-05-31.");
  REQUIRE(page.contents.size() == 2);  // in the order of the sources
  CHECK(page.contents[0].href == "#units");
  CHECK(page.contents[0].title == "Data om units");
  REQUIRE(page.contents[0].file);
  CHECK(page.contents[0].file->rows == "2 rader från 2025-01-31");
  REQUIRE(page.contents[0].file->list.size() == 1);  // nothing else has been made
  CHECK(page.contents[0].file->list[0].href == "data/units.csv");
  CHECK(page.contents[0].file->list[0].size == "0,1 kB");
  CHECK_FALSE(page.contents[0].no_file);
  REQUIRE(page.files);
  CHECK(page.files->list.empty());
  CHECK(Site{Language::en}.page().contents[0].file->list.at(0).href == "../data/units.csv");
}

TEST_CASE("every form of a file is listed with its size, and so is what is about all of them") {
  Site site{Language::en};
  site.info.files = {{"data/units.csv", 100},          {"data/datapackage.json", 2000},  {"data/utan-bom/units.csv", 97},
                     {"data/units.xlsx", 7300},        {"data/json/region.json", 1000},  {"data/json/schema.json", 1000},
                     {"data/json/unit/e1.json", 1000}, {"data/allt.zip", 1'200'000},     {"data/andringar.atom", 900},
                     {"data/katalog.jsonld", 900}};
  const DataPage page = site.page();
  const auto& forms = page.contents[0].file->list;
  REQUIRE(forms.size() == 3);
  CHECK(forms[1].href == "../data/units.xlsx");
  CHECK(forms[1].size == "7.3 kB");
  CHECK(forms[2].name == "units.csv without BOM");
  CHECK(forms[2].href == "../data/utan-bom/units.csv");
  REQUIRE(page.files->list.size() == 6);
  CHECK(page.files->list[0].file.href == "../data/allt.zip");
  CHECK(page.files->list[0].file.size == "1.2 MB");
  CHECK(page.files->list[3].file.name == "json/region.json");
}

TEST_CASE("datasets that the site has come first, with their sources; the others say what they are") {
  const DataPage page = Site{}.page();
  REQUIRE(page.datasets.size() == 2);
  CHECK(page.datasets[0].id == "units");
  CHECK(page.datasets[0].about == "Handlar om units. En rad är en rad om units.");
  REQUIRE(page.datasets[0].sources);
  CHECK(page.datasets[0].sources->list.at(0).sha256 == "aaaaaaaaaaaaaaaa");
  CHECK(page.datasets[0].sources->list.at(0).updated == "2025-01-31, 17 månader gammal");
  REQUIRE(page.datasets[0].unique);
  CHECK(page.datasets[0].unique->text == "Två rader kan inte ha samma unit_id på svenska.");
  REQUIRE(page.others.size() == 3);
  CHECK(page.others[0].id == "annual_reports");
  CHECK(page.others[0].persons);
  CHECK_FALSE(page.others[0].sources);
  CHECK_FALSE(page.others[0].no_file);
  CHECK(page.others[2].main_form.value().href == "#reviews");
}

TEST_CASE("a field says what to write, in which form and who may see it") {
  const DataPage page = Site{}.page();
  const DataSection& units = page.datasets[0];
  const DataSection& reviews = page.datasets[1];
  CHECK(row(units, "unit_id").id == "units-unit_id");
  CHECK(row(units, "unit_id").form == "Id utan mellanslag");
  CHECK(row(units, "unit_id").required);
  CHECK(row(units, "name").form == "Text, högst 200 tecken");
  CHECK(row(units, "listed_patients").form == "Heltal, 0 till 1\u00A0000\u00A0000 patienter");
  CHECK(row(units, "specialists").form == "Heltal, minst 0");
  CHECK(row(page.others[0], "year").form == "Årtal, 2000 till 2100");
  CHECK(row(page.others[1], "text").form == "Fri text, högst 200 tecken");
  CHECK(row(reviews, "plan_received").form == "Datum, inte i framtiden");
  CHECK(row(reviews, "unit_id").refers_to.value().href == "#units-unit_id");
  CHECK(row(reviews, "unit_id").refers_to.value().label == "Data om units");
  CHECK(row(reviews, "visit").choices.value().list.at(1).id == "digital");
  CHECK(row(reviews, "visit").choices.value().list.at(1).name == "Digitalt");
  CHECK(row(reviews, "reference").seen_by == "ledningen");
  const Site english{Language::en};
  CHECK(row(english.page().datasets[0], "listed_patients").form == "Whole number, 0 to 1,000,000 patients");
}

TEST_CASE("a field that is not in the file to download says why") {
  const Site site;
  const DataPage page = site.page();
  const DataSection& reviews = page.datasets[1];
  CHECK(row(reviews, "inspectors").left_out.value().text == site.texts.say("data.field_not_kept"));
  CHECK(row(reviews, "reference").left_out.value().text == site.texts.say("data.field_narrower"));
  CHECK_FALSE(row(reviews, "visit").left_out);
  CHECK_FALSE(row(page.others[0], "year").left_out);
  CHECK_FALSE(row(Site{Language::sv, Audience::management}.page().datasets[1], "reference").left_out);
}

TEST_CASE("a dataset whose rows never leave says why, and so does one whose rows are withheld") {
  Site site{Language::sv, Audience::intranet, test::made_policy(5)};
  site.info.sources.push_back({"annual_reports", {"Rapporter", "Reports"}, "a.xlsx", day("2026-01-01"), std::string(64, 'c')});
  site.info.sources.push_back({"annual_reports", {"Rapporter", "Reports"}, "b.xlsx", day("2026-01-01"), std::string(64, 'd')});
  site.info.sources.push_back({"findings", {"Iakttagelser", "Findings"}, "f.csv", day("2026-01-01"), std::string(64, 'e')});
  const DataPage page = site.page();
  REQUIRE(page.contents.size() == 4);
  CHECK(page.lead.find("4 datamängder ur 5 filer") != std::string::npos);
  CHECK(page.contents[1].no_file.value().text == site.texts.say("data.no_file_rows"));
  CHECK(page.contents[2].no_file.value().text == site.texts.say("data.no_file_persons"));
  CHECK(page.contents[3].no_file.value().text == site.texts.say("data.no_file_text"));
  CHECK(page.datasets[2].sources.value().list.size() == 2);
}

TEST_CASE("a site without rows to download has no package and no words about files") {
  const disclosure::Release release;
  const SiteInfo info = test::made_info({Language::sv});
  const Texts texts = test::shipped_texts(Language::sv);
  const Context context{release, info, texts};
  CHECK_FALSE(data_page(context, {PageRef::Kind::data, 0, "data.html"}).files);
  data_files(context, [](std::string_view path, std::string_view) { FAIL("a file " << path); });
}

TEST_CASE("the package describes each file as it is") {
  const Site site;
  std::map<std::string, std::string> files;
  data_files(site.context, [&](std::string_view path, std::string_view bytes) { files.emplace(path, bytes); });
  REQUIRE(files.size() == 5);  // two tables, with and without a mark, and the package
  const auto package = nlohmann::json::parse(files.at("data/datapackage.json"));
  CHECK(package["profile"] == "tabular-data-package");
  CHECK(package["name"] == "pahittad");
  CHECK(package["lagesbild"]["release"] == "0123456789ab");
  REQUIRE(package["resources"].size() == 2);
  for (const auto& resource : package["resources"]) {
    const std::string& bytes = files.at("data/" + resource["path"].get<std::string>());
    CHECK(resource["bytes"] == bytes.size());
    CHECK(resource["hash"] == "sha256:" + sha256_hex(bytes));
    CHECK(resource["dialect"]["delimiter"] == ";");
    std::string heading;
    for (const auto& one : resource["schema"]["fields"]) heading += (heading.empty() ? "" : ";") + one["name"].get<std::string>();
    CHECK(bytes.starts_with("\xEF\xBB\xBF" + heading + "\r\n"));
  }
  CHECK(package["resources"][0]["sources"][0]["title"] == "Enheter, 2025-01-31");
}

TEST_CASE("the package says what the site was built of, also what cannot be downloaded") {
  Site site;
  site.info.sources.push_back({"annual_reports", {"Årsrapporter", "Annual reports"}, "arsrapporter.csv", day("2026-02-01"), "c0"});
  const auto about = site.package()["lagesbild"];
  CHECK(about["language"] == "sv");
  CHECK(about["region"] == "Påhittade regionen");
  CHECK_FALSE(about.contains("notice"));
  REQUIRE(about["sources"].size() == 3);
  CHECK(about["sources"][2] == nlohmann::json{{"dataset", "annual_reports"}, {"title", "Årsrapporter"}, {"location", "arsrapporter.csv"},
                                              {"updated", "2026-02-01"}, {"sha256", "c0"}});
}

TEST_CASE("the schema of a file holds what its description asks") {
  const auto package = Site{}.package();
  const auto& reviews = package["resources"][1]["schema"];
  const auto& fields = reviews["fields"];
  CHECK(fields[0]["type"] == "string");
  CHECK(fields[0]["title"] == "review_id på svenska");
  CHECK(fields[0]["constraints"]["required"] == true);
  CHECK(fields[0]["constraints"]["pattern"] == "\\S+");
  CHECK(fields[2]["constraints"]["enum"] == nlohmann::json{"on_site", "digital"});
  CHECK(fields[3]["constraints"]["enum"] == nlohmann::json{"A", "B", "C", "D"});
  CHECK(fields[4]["type"] == "date");
  CHECK(fields[5]["format"] == "uri");
  CHECK(reviews["missingValues"] == nlohmann::json::array({""}));
  CHECK(reviews["primaryKey"] == nlohmann::json::array({"review_id"}));
  CHECK(reviews["foreignKeys"].size() == 1);
  CHECK(reviews["foreignKeys"][0]["fields"] == "unit_id");
  CHECK(reviews["foreignKeys"][0]["reference"] == nlohmann::json{{"resource", "units"}, {"fields", "unit_id"}});
  const auto& patients = package["resources"][0]["schema"]["fields"][2];
  CHECK(patients["type"] == "integer");
  CHECK(patients["constraints"] == nlohmann::json{{"minimum", 0}, {"maximum", 1000000}});
}

TEST_CASE("a key that may be empty is no primary key, and a reference to a file that is not there is none") {
  Site site;
  for (model::Dataset& one : site.release.datasets) {
    for (model::Field& each : one.fields) each.required = false;
  }
  site.release.downloads.erase(site.release.downloads.begin());  // of units
  const auto schema = site.package()["resources"][0]["schema"];
  CHECK_FALSE(schema.contains("primaryKey"));
  CHECK_FALSE(schema.contains("foreignKeys"));
}

TEST_CASE("the package says that data are made up, in the first language of the site") {
  Site site;
  site.info.notice = {"Allt är påhittat.", "All is made up."};
  CHECK(site.package()["description"] == "Allt är påhittat. Inledning.");
}
