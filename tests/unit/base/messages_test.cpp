#include "base/messages.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "base/codes.hpp"
#include "base/excerpt.hpp"
#include "base/file.hpp"
#include "base/yaml.hpp"
#include "catch.hpp"

using namespace lagesbild;

namespace {

std::string printed(const Diagnostic& one, Language language = Language::en) {
  std::ostringstream out;
  print(out, one, language);
  return out.str();
}

Diagnostic missing_key(Place place, std::string excerpt = {}, int length = 1) {
  return {Severity::error, code::yaml_missing_key, std::move(place), {{"key", "namn"}}, std::move(excerpt), length};
}

// The excerpt and the line with the caret.
std::string drawn(const std::string& line, int column, int length = 1) {
  const std::string all = printed(missing_key({"f", 1, column}, line, length));
  return all.substr(all.find('\n') + 1);
}

// The names in {braces}.
std::set<std::string> names_in(std::string_view text) {
  std::set<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    names.insert(std::string{text.substr(open + 1, text.find('}', open) - open - 1)});
  }
  return names;
}

// Every `Code name{"id"};  // {argument}...` of the stages: id and arguments.
std::map<std::string, std::set<std::string>> declared_codes() {
  std::map<std::string, std::set<std::string>> declared;
  RealDisk disk;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path{LAGESBILD_ROOT} / "generator")) {
    if (!entry.path().filename().string().ends_with("codes.hpp")) continue;
    const std::string text = disk.read(entry.path()).value();
    for (std::size_t at = text.find("constexpr Code "); at != std::string::npos; at = text.find("constexpr Code ", at + 1)) {
      const std::size_t id = text.find("{\"", at) + 2;
      const std::size_t end = text.find("\"};", id);
      declared[text.substr(id, end - id)] = names_in(std::string_view{text}.substr(end + 3, text.find('\n', end) - end - 3));
    }
  }
  return declared;
}

}  // namespace

TEST_CASE("a message has place, severity, text, code, excerpt and hint", "[base]") {
  const Diagnostic one{Severity::error, code::yaml_duplicate_key, {"sida.yaml", 3, 4}, {{"key", "mål"}, {"line", "1"}, {"column", "2"}},
                       "   mål: 2", 3};
  CHECK(printed(one) ==
        "sida.yaml:3:4: error: the key \"mål\" already stands in line 1, column 2 [yaml-duplicate-key]\n"
        "     mål: 2\n"
        "     ^~~\n"
        "  hint: remove or rename one of them; a key may stand once on a level\n");
  CHECK(printed(one, Language::sv) ==
        "sida.yaml:3:4: fel: nyckeln ”mål” står redan på rad 1, kolumn 2 [yaml-duplicate-key]\n"
        "     mål: 2\n"
        "     ^~~\n"
        "  tips: ta bort eller byt namn på den ena; en nyckel får bara stå en gång på samma nivå\n");
}

TEST_CASE("a message leaves out what is not known", "[base]") {
  CHECK(printed(missing_key({"f", 7, 0})) == "f:7: error: the key \"namn\" is missing [yaml-missing-key]\n");
  CHECK(printed(missing_key({"f", 0, 0})) == "f: error: the key \"namn\" is missing [yaml-missing-key]\n");
  CHECK(printed(missing_key({})) == "lagesbild: error: the key \"namn\" is missing [yaml-missing-key]\n");
  CHECK(printed(missing_key({"f", 1, 0}, "rad")) == "f:1: error: the key \"namn\" is missing [yaml-missing-key]\n  rad\n");
  Diagnostic warning = missing_key({"f", 1, 1});
  warning.severity = Severity::warning;
  CHECK(printed(warning, Language::sv) == "f:1:1: varning: nyckeln ”namn” saknas [yaml-missing-key]\n");
}

TEST_CASE("a code without a text prints as its id", "[base]") {
  CHECK(printed({Severity::error, Code{"no-such-code"}, {"f", 1, 1}, {}, {}, 1}) == "f:1:1: error: no-such-code [no-such-code]\n");
}

TEST_CASE("a hint without anything to suggest is left out", "[base]") {
  Diagnostic one{Severity::error, code::yaml_unknown_key, {"f", 1, 1}, {{"key", "nman"}, {"known", "namn"}, {"like", "namn"}}, {}, 1};
  CHECK(printed(one) == "f:1:1: error: unknown key \"nman\", expected one of namn [yaml-unknown-key]\n  hint: did you mean \"namn\"?\n");
  one.arguments[2].value.clear();
  CHECK(printed(one) == "f:1:1: error: unknown key \"nman\", expected one of namn [yaml-unknown-key]\n");
}

TEST_CASE("the caret stands under its character", "[base]") {
  CHECK(drawn("a: b", 4) == "  a: b\n     ^\n");
  CHECK(drawn("åäö: b", 6) == "  åäö: b\n       ^\n");
  CHECK(drawn("\ta", 2) == "      a\n      ^\n");
  CHECK(drawn("\ta", 1) == "      a\n  ^~~~\n");
  CHECK(drawn("日本: x", 5, 1) == "  日本: x\n        ^\n");
  CHECK(drawn("日本: x", 1, 2) == "  日本: x\n  ^~~~\n");
  CHECK(drawn("a\xCC\x8A: x", 5) == "  a\xCC\x8A: x\n     ^\n");
  CHECK(drawn("ab", 1, 99) == "  ab\n  ^~\n");
  CHECK(drawn("ab", 3) == "  ab\n    ^\n");
  CHECK(drawn("ab", 99) == "  ab\n    ^\n");
}

TEST_CASE("a long line is cut around the caret", "[base]") {
  const std::string full(160, 'x');
  CHECK(drawn(full, 1) == "  " + full + "\n  ^\n");
  const std::string x(400, 'x');
  CHECK(drawn(x, 1, 999) == "  " + std::string(159, 'x') + "…\n  ^" + std::string(159, '~') + "\n");
  CHECK(drawn(x, 201) == "  …" + std::string(158, 'x') + "…\n  " + std::string(60, ' ') + "^\n");
  CHECK(drawn(x, 400) == "  …" + std::string(159, 'x') + "\n  " + std::string(159, ' ') + "^\n");
}

TEST_CASE("nothing that a terminal would obey is printed", "[base]") {
  CHECK(drawn("a\x1B[31m\xFF\xE2\x80\xAEz", 9) == "  a\xEF\xBF\xBD[31m\xEF\xBF\xBD\xEF\xBF\xBDz\n          ^\n");
  Diagnostic one = missing_key({"f\n", 1, 1});
  one.arguments[0].value = "a\x1B\nb";
  CHECK(printed(one) == "f\xEF\xBF\xBD:1:1: error: the key \"a\xEF\xBF\xBD\xEF\xBF\xBD" "b\" is missing [yaml-missing-key]\n");
  one.arguments[0].value = std::string(500, 'k');
  CHECK(printed(one).find("\"" + std::string(119, 'k') + "…\"") != std::string::npos);
}

TEST_CASE("at most fifty messages a file are printed, errors before warnings", "[base]") {
  Diagnostics diagnostics;
  for (int i = 1; i <= 50; ++i) diagnostics.warning(code::yaml_missing_key, {"a", i, 1}, {{"key", "v"}});
  for (int i = 1; i <= 48; ++i) diagnostics.error(code::yaml_missing_key, {"a", i, 1}, {{"key", "k"}});
  for (int i = 1; i <= 50; ++i) diagnostics.error(code::yaml_missing_key, {"b", i, 1}, {{"key", "k"}});
  std::ostringstream out;
  print(out, diagnostics, Language::sv);
  const std::string text = out.str();
  const auto count = [&](const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
    return n;
  };
  CHECK(count(": varning: ") == 2);
  CHECK(count(": fel: ") == 98);
  CHECK(count("a: ytterligare 48 meddelanden om den här filen visas inte\n") == 1);
  CHECK(count("ytterligare") == 1);
  CHECK(text.find("ytterligare") < text.find("b:1:1"));
}

TEST_CASE("words are the text alone, with long arguments in full", "[base]") {
  const std::string value(300, 'x');
  CHECK(words(code::yaml_unknown_key, Language::sv, {{"key", value}}).find(value) != std::string::npos);
  CHECK(words(code::yaml_empty, Language::en).find("[yaml-empty]") == std::string::npos);
  CHECK(words(Code{"never-declared"}, Language::sv) == "never-declared");
}

TEST_CASE("every code has a text in both languages, every text a code, and they name the same arguments", "[base]") {
  auto declared = declared_codes();
  CHECK(declared.size() > 40);
  std::set<std::string> told;
  for (const EmbeddedMessages& embedded : embedded_messages()) {
    Diagnostics diagnostics;
    const auto document = yaml::parse(std::string{embedded.file}, std::string{embedded.yaml}, diagnostics);
    std::ostringstream out;
    print(out, diagnostics, Language::en);
    INFO(out.str());
    REQUIRE(document);
    for (const yaml::Entry& entry : document->root.entries) {
      INFO(embedded.file << ": " << entry.key);
      CHECK(told.insert(entry.key).second);
      CHECK(declared.count(entry.key) == 1);
      yaml::Reader reader{*document, entry.value, diagnostics};
      std::string all = reader.text("sv") + reader.text("en");
      CHECK(reader.has("hint_sv") == reader.has("hint_en"));
      all += reader.text_or("hint_sv", "") + reader.text_or("hint_en", "");
      reader.finish();
      CHECK(diagnostics.empty());
      for (const std::string& name : names_in(all)) {
        if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos) continue;  // an example of YAML or Mustache
        INFO("{" << name << "}");
        CHECK(declared[entry.key].count(name) == 1);
      }
    }
  }
  for (const auto& [id, names] : declared) {
    INFO(id);
    CHECK(told.count(id) == 1);
  }
}

TEST_CASE("the parts of a message are those that are printed", "[base]") {
  const Diagnostic one{Severity::warning, code::file_missing, {"a.csv", 3, 4}, {{"path", std::string(300, 'x')}}, {}, 1};
  const std::string all = printed(one, Language::sv);
  CHECK(all == "a.csv:3:4: varning: " + message_text(one, Language::sv) + " [file-missing]\n  tips: " +
                   hint_text(one, Language::sv) + "\n");
  CHECK(all.find("…") != std::string::npos);
  CHECK(shown_place(one.place) == "a.csv:3:4");
  CHECK(shown_place({"a.xlsx", 3, 4, "Blad!C3"}) == "a.xlsx:Blad!C3");
  CHECK(severity_word(Severity::error, Language::en) == "error");
  CHECK(hint_text({Severity::error, code::yaml_empty_key, {}, {}, {}, 1}, Language::sv).empty());
}

TEST_CASE("a marked line has the same characters as the line with a caret", "[base]") {
  const auto parts = [](std::string_view line, int column, int length) {
    const MarkedLine marked = marked_line(line, column, length);
    return marked.before + "[" + marked.marked + "]" + marked.after;
  };
  CHECK(parts("a;b;c", 3, 1) == "a;[b];c");
  CHECK(parts("åäö;b", 1, 3) == "[åäö];b");
  CHECK(parts("a;", 3, 1) == "a;[]");
  CHECK(parts("a;b", 0, 1) == "[]a;b");
  CHECK(parts(std::string(400, 'x'), 201, 1) == "…" + std::string(59, 'x') + "[x]" + std::string(98, 'x') + "…");
}
