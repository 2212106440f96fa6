// The pages of a data quality report are fit to be seen whatever stood in the files that it is about, and each is complete by itself.
#include <filesystem>

#include "base/file.hpp"
#include "base/messages.hpp"
#include "catch.hpp"
#include "check/page_check.hpp"
#include "made_report.hpp"
#include "page_words.hpp"
#include "render/report.hpp"

using namespace lagesbild;

namespace {

const std::string markup = "=cmd|' /C calc'!A0<script>alert(1)</script>\"'&amp;";
const std::string evil = markup + "\x01\xE2\x80\xAE";

// The report's own, pages and partials.
render::TemplateSet shipped_templates(const view::Texts& texts) {
  RealDisk disk;
  render::Sources sources;
  const std::filesystem::path root = LAGESBILD_ROOT "/templates";
  for (const std::string folder : {"pages", "partials"}) {
    const auto names = disk.list(root / folder);
    for (const std::string& name : names.value()) {
      if (!name.starts_with("report")) continue;
      const std::string stem = std::filesystem::path{name}.stem().string();
      sources.push_back({folder + "/" + stem, {name, disk.read(root / folder / name).value()}});
    }
  }
  Diagnostics diagnostics;
  return render::TemplateSet::load(sources, [&](std::string_view key) { return texts.fixed(key); }, diagnostics).value();
}

render::Files rendered(const view::ReportData& data, Language language) {
  const view::Texts texts = test::shipped_texts(language);
  const render::TemplateSet templates = shipped_templates(texts);
  Diagnostics diagnostics;
  render::Files files = render::render_report(data, texts, templates, diagnostics);
  CHECK(diagnostics.empty());
  return files;
}

// Everything that came from somebody's file is hostile; site.yaml and sources.yaml can hold markup, but no control characters.
view::ReportData evil_report() {
  view::ReportData data = test::made_report();
  for (view::ReportFile& file : data.files) {
    file.name += evil;
    for (Localized& title : file.contents) title = {markup, markup};
    Diagnostic one = test::made_complaint(Severity::error, file.path, 3, evil);
    one.heading = evil;
    one.place.cell = evil + "!A1";
    one.other = {evil, 1, 1};
    file.complaints.push_back(std::move(one));
  }
  for (view::ReportUnit& unit : data.units) unit.name = unit.id = evil;
  for (Localized& forum : data.forums) forum = {markup, markup};
  for (auto& column : data.coverage) column.period = markup;
  return data;
}

}  // namespace

TEST_CASE("report pages pass the checks that every page of a site must pass") {
  for (const Language language : {Language::sv, Language::en}) {
    for (const view::ReportData& data : {test::made_report(), evil_report(), view::ReportData{}}) {
      check::PageChecker checker;
      RealDisk disk;
      for (const char* asset : {"assets/site.css", "assets/icon.svg"}) {
        checker.asset(asset, disk.read(std::filesystem::path{LAGESBILD_ROOT "/templates"} / asset).value());
      }
      for (const auto& [path, bytes] : rendered(data, language)) {
        if (path.ends_with(".html")) checker.page(path, bytes);
        else checker.asset(path, bytes);
      }
      check::SiteCheck site;
      site.add(std::move(checker));
      const Diagnostics found = site.finish();
      for (const Diagnostic& one : found.all()) {
        INFO(shown_place(one.place) << " " << message_text(one, Language::en) << " " << one.excerpt);
        CHECK(message_text(one, Language::en).find("U+FFFD") != std::string::npos);  // for what a terminal must not be sent either
      }
    }
  }
}

TEST_CASE("a report holds no script, and no cell that a spreadsheet would run") {
  for (const auto& [path, bytes] : rendered(evil_report(), Language::sv)) {
    INFO(path);
    if (!path.ends_with(".csv")) {
      CHECK(bytes.find("<script") == std::string::npos);
      continue;
    }
    CHECK(bytes.find("\"=") == std::string::npos);
    CHECK(bytes.find(";=") == std::string::npos);
    CHECK(bytes.find("\n=") == std::string::npos);
  }
}

TEST_CASE("the first page of a report comes first, and every page says that it is one") {
  const render::Files files = rendered(test::made_report(), Language::sv);
  CHECK(files.front().first == "index.html");
  for (const auto& [path, bytes] : files) {
    if (path.ends_with(".html")) CHECK(bytes.find("<meta name=\"generator\" content=\"lagesbild report\">") != std::string::npos);
  }
}
