// The page about surveys: what is told of a round, what counts as a clear difference, and that nothing withheld shows through.
#include "catch.hpp"
#include "disclosure/gate.hpp"
#include "made_region.hpp"
#include "page_words.hpp"
#include "view/picture.hpp"
#include "view/survey_summary.hpp"
#include "view/survey_words.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using disclosure::AnswerCounts;
using disclosure::Reason;
using model::Role;
using test::day;

namespace {

constexpr std::size_t hope = 0, time_set = 1, reading = 2;

// A round that is over and one that goes on; the first statement is about the training as a whole, the last is answered in hours.
struct Surveyed {
  disclosure::Release release;
  SiteInfo info = test::made_info({Language::sv});
  Texts texts = test::shipped_texts(Language::sv);

  Surveyed() {
    release.framework = test::made_framework(2);
    release.rounds = {{"2019–2022", day("2019-01-01"), day("2022-12-31")}, {"2024–2026", day("2024-01-01"), day("2026-12-31")}};
    release.statements = {{"hope", std::nullopt, {"Så bra som jag hoppats.", "As good as I had hoped."}},
                          {"time_set", 0, {"Tiden är bestämd.", "The time is set."}},
                          {"reading", 1, {"Timmar som jag läser.", "Hours that I read."}}};
  }
  Surveyed& say(std::size_t statement, Role role, AnswerCounts answers, std::optional<Reason> because = std::nullopt,
                std::size_t round = 0) {
    disclosure::Gate gate{release.policy};
    release.survey.push_back({round, statement, role, gate.judge(answers, because)});
    return *this;
  }
  Surveyed& publish(std::size_t statement, const std::string& group, int percent, const std::string& answer = "agree") {
    release.benchmarks.push_back({statement, answer, group, "2020–2022", percent, 1000, "Rapporten, tabell 1"});
    return *this;
  }
  Surveyed& apart(std::size_t statement, Role role, indicators::Interval interval) {
    indicators::RoleComparison one;
    one.statement = statement;
    one.role = role;
    one.difference = interval;
    disclosure::Gate gate{release.policy};
    release.indicators.roles.push_back(gate.judge(one, std::nullopt));
    return *this;
  }
  SurveyPage page() const {
    const Context context{release, info, texts};
    return survey_page(context, {PageRef::Kind::survey, 0, "enkater.html"});
  }
  std::optional<SurveySummary> summary() const {
    const Context context{release, info, texts};
    return survey_summary(context);
  }
};

const Figure& figure(const SurveyPage& page, std::string_view path) {
  for (const Figure& one : page.take_away) {
    if (one.path == path) return one;
  }
  throw std::logic_error("no such figure");
}

const SurveyLine& line(const SurveyPage& page, std::string_view id) {
  for (const SurveyArea& area : page.rounds.front().areas) {
    for (const SurveyLine& one : area.lines) {
      if (one.id == id) return one;
    }
  }
  throw std::logic_error("no such line");
}

std::string words(const std::vector<Remark>& remarks) {
  std::string all;
  for (const Remark& one : remarks) all += (one.marked ? "! " : "") + one.text + "\n";
  return all;
}

}  // namespace

TEST_CASE("a difference from the rest of Sweden is clear from eleven percentage points, and says so in words") {
  const SurveyPage page = Surveyed{}
                              .say(hope, Role::st_doctor, {60, 30, 10})
                              .say(time_set, Role::st_doctor, {60, 30, 10})
                              .publish(hope, "sweden", 50)
                              .publish(hope, "general_practice", 60)
                              .publish(time_set, "sweden", 71)
                              .page();
  CHECK(words(line(page, "p-hope").remarks) ==
        "100 svar\nsamma andel som allmänmedicin i övriga Sverige\n10 procentenheter högre än övriga Sverige\n");
  CHECK(words(line(page, "p-time_set").remarks) == "100 svar\n! tydligt lägre än övriga Sverige, 11 procentenheter\n");
  CHECK(page.lead == "60\u00a0% av ST-läkarna instämmer i ”Så bra som jag hoppats” (100 svar, 2019–2022).");
  REQUIRE(page.findings.size() == 2);
  CHECK(page.findings[0].text ==
        "Av 2 påståenden som går att jämföra med övriga Sverige är regionen tydligt högre i 0 och tydligt lägre i 1.");
  CHECK(page.findings[1].text == "Tydligt betyder mer än 10 procentenheter.");
  REQUIRE(page.highlights.size() == 1);
  CHECK(page.highlights.front().items.front().link.href == "#p-time_set");
  CHECK(page.highlights.front().items.front().words == "60\u00a0% mot 71\u00a0%");
  CHECK_FALSE(page.page_roles);
  CHECK_FALSE(page.apart);
}

TEST_CASE("statements stand under their areas, the training as a whole first") {
  const SurveyPage page = Surveyed{}.say(time_set, Role::st_doctor, {60, 30, 10}).say(hope, Role::st_doctor, {60, 30, 10}).page();
  REQUIRE(page.rounds.size() == 1);
  REQUIRE(page.rounds.front().areas.size() == 2);
  CHECK(page.rounds.front().areas[0].letter.empty());
  CHECK(page.rounds.front().areas[0].name == "Utbildningen som helhet");
  CHECK(page.rounds.front().areas[1].letter == "A");
}

TEST_CASE("a role is told apart only beyond chance, the largest difference first") {
  Surveyed made;
  made.say(hope, Role::st_doctor, {60, 30, 10}).say(hope, Role::supervisor, {72, 20, 8}).say(hope, Role::manager, {9, 2, 1});
  made.say(time_set, Role::st_doctor, {40, 30, 30}).say(time_set, Role::supervisor, {80, 10, 10});
  made.apart(hope, Role::supervisor, {-1.2, 24.4}).apart(hope, Role::manager, {3, 30}).apart(time_set, Role::supervisor, {27, 51.4});
  const SurveyPage page = made.page();
  REQUIRE(page.apart);
  REQUIRE(page.apart->rows.size() == 2);
  CHECK(page.apart->rows[0].link.href == "#p-time_set");
  CHECK(words(page.apart->rows[0].roles) ==
        "! Handledare 80\u00a0%: 40 procentenheter högre än ST-läkarna (95 % intervall 27–51)\n");
  CHECK(words(page.apart->rows[1].roles) ==
        "Handledare 72\u00a0%: 12 procentenheter högre än ST-läkarna; skillnaden ryms inom slumpen\n"
        "! Verksamhetschefer 75\u00a0%: 15 procentenheter högre än ST-läkarna (95 % intervall 3–30)\n");
  CHECK(page.apart->finding.find("I alla 2 påståenden är det de andra rollerna som instämmer oftare") == 0);
  CHECK(words(line(page, "p-hope").role_remarks) == "! tydligt högre bland verksamhetscheferna\n");
}

TEST_CASE("roles that agree with the ST doctors are said to, and nothing is listed") {
  const SurveyPage page = Surveyed{}.say(hope, Role::st_doctor, {60, 30, 10}).say(hope, Role::manager, {61, 30, 9}).page();
  REQUIRE(page.apart);
  CHECK_FALSE(page.apart->has_rows);
  CHECK(page.apart->finding == "Ingen roll skiljer sig tydligt från ST-läkarna i något påstående.");
  REQUIRE(!page.findings.empty());
  CHECK(page.findings.front().text == "De andra rollerna svarar ungefär som ST-läkarna.");
}

TEST_CASE("nothing is told of a share that is withheld, nor of its difference from others") {
  const SurveyPage page = Surveyed{}
                              .say(hope, Role::st_doctor, {61, 0, 0}, Reason::all_alike)
                              .say(hope, Role::manager, {9, 2, 1})
                              .say(hope, Role::supervisor, {47, 20, 10}, Reason::linked)
                              .publish(hope, "sweden", 50)
                              .page();
  const SurveyLine& told = line(page, "p-hope");
  CHECK(words(told.remarks) == "Regionens egen andel visas inte.\n");
  REQUIRE(told.elsewhere);
  CHECK(told.elsewhere->marks.size() == 1);
  CHECK_FALSE(told.elsewhere->range);
  REQUIRE(told.roles);
  CHECK(told.roles->marks.size() == 1);
  REQUIRE(told.values.size() == 2);
  for (const SurveyValue& value : told.values) CHECK(value.difference.text.empty());
  CHECK(page.highlights.empty());
  CHECK_FALSE(page.apart);
  CHECK(page.blocks.empty());
}

TEST_CASE("agree, neutral and disagree are told one by one only when three or more gave each") {
  const auto bars = [](AnswerCounts answers) {
    const SurveyPage page = Surveyed{}.say(hope, Role::st_doctor, answers).page();
    return page.blocks.empty() ? std::size_t{0} : page.blocks.front().rows.front().chart.parts.size();
  };
  CHECK(bars({60, 30, 10}) == 3);
  CHECK(bars({60, 30, 3}) == 3);
  CHECK(bars({60, 30, 2}) == 0);
  CHECK(bars({60, 30, 0}) == 0);
}

TEST_CASE("readers who may not see the answers get no bar of them") {
  Surveyed made;
  made.say(hope, Role::st_doctor, {60, 30, 10});
  model::Dataset survey;
  survey.id = "survey";
  model::Field field;
  field.name = "disagree";
  field.audience = Audience::intranet;
  survey.fields = {field};
  made.release.datasets = {survey};
  made.release.audience = Audience::intranet;
  CHECK(made.page().blocks.size() == 1);
  made.release.audience = Audience::open;
  CHECK(made.page().blocks.empty());
  CHECK(made.page().rounds.front().areas.size() == 1);
}

TEST_CASE("hours of reading stand as a bar, beside those of others that have every class") {
  Surveyed made;
  made.say(reading, Role::st_doctor, {0, 0, 0, 20, 30, 30, 20});
  for (const auto& [answer, percent] : {std::pair{"none", 10}, {"under_1", 20}, {"from_1_to_2", 30}, {"over_2", 40}}) {
    made.publish(reading, "sweden", percent, answer);
  }
  made.publish(reading, "general_practice", 5, "none");
  const SurveyPage page = made.page();
  REQUIRE(page.blocks.size() == 1);
  REQUIRE(page.blocks.front().rows.size() == 2);
  CHECK(page.blocks.front().rows[0].basis == "100 svar, 2019–2022");
  CHECK(page.blocks.front().rows[1].basis == "1\u00a0000 svar, 2020–2022");
  CHECK(page.blocks.front().rows[1].shares.back().text == "40\u00a0%");
  CHECK(page.blocks.front().finding == "Vanligast bland regionens ST-läkare: Under 1 timme, 30\u00a0%.");
}

TEST_CASE("others are put beside the latest round that is over, and one that goes on is only waited for") {
  const SurveyPage page = Surveyed{}
                              .say(hope, Role::st_doctor, {60, 30, 10})
                              .say(hope, Role::st_doctor, {70, 20, 10}, Reason::not_over, 1)
                              .publish(hope, "sweden", 50)
                              .page();
  REQUIRE(page.waiting.size() == 1);
  CHECK(page.waiting.front().text.find("2024–2026") != std::string::npos);
  REQUIRE(page.rounds.size() == 1);
  const SurveyPage later = Surveyed{}
                               .say(hope, Role::st_doctor, {60, 30, 10})
                               .say(hope, Role::st_doctor, {70, 20, 10}, std::nullopt, 1)
                               .publish(hope, "sweden", 50)
                               .page();
  REQUIRE(later.rounds.size() == 2);
  CHECK(later.rounds[0].areas[0].lines[0].values.size() == 2);
  CHECK(later.rounds[1].heading == "Omgången 2019–2022");
  CHECK(later.rounds[1].areas[0].lines[0].values.size() == 1);
  CHECK(later.rounds[1].areas[0].lines[0].id != later.rounds[0].areas[0].lines[0].id);
}

TEST_CASE("of what others have published the region stands against the rest, without an interval") {
  const SurveyPage page = Surveyed{}.publish(hope, "region", 80).publish(hope, "sweden", 60).page();
  const SurveyLine& told = line(page, "p-hope");
  CHECK(words(told.remarks) == "1\u00a0000 svar\n! tydligt högre än övriga Sverige, 20 procentenheter\n");
  CHECK_FALSE(told.elsewhere->range);
  CHECK_FALSE(told.roles);
  CHECK(page.sources == "Andelar som andra har publicerat visas så som de stod där. Källa: Rapporten, tabell 1.");
}

TEST_CASE("before the first round is over, what others have published is told alone") {
  const SurveyPage page = Surveyed{}.say(hope, Role::st_doctor, {6, 3, 1}, Reason::not_over, 1).publish(hope, "sweden", 60).page();
  CHECK(page.waiting.size() == 1);
  const SurveyLine& told = line(page, "p-hope");
  CHECK(words(told.remarks) == "Regionens egen andel visas inte.\n");
  CHECK(told.values.size() == 1);
  CHECK(page.rounds.front().subtitle == "Andel som instämmer, på en skala från 0 till 100 %. Högre är bättre.");
}

TEST_CASE("the overview lists only what differs clearly from the rest of Sweden") {
  const auto summary = Surveyed{}
                           .say(hope, Role::st_doctor, {60, 30, 10})
                           .say(time_set, Role::st_doctor, {60, 30, 10})
                           .publish(hope, "sweden", 55)
                           .publish(time_set, "sweden", 75)
                           .summary();
  REQUIRE(summary);
  REQUIRE(summary->lines.size() == 1);
  CHECK(summary->lines.front().link.href == "enkater.html#p-time_set");
  CHECK(words(summary->lines.front().remarks) == "! tydligt lägre än övriga Sverige, 15 procentenheter\n");
  CHECK_FALSE(Surveyed{}.summary());
  CHECK(Surveyed{}.say(hope, Role::st_doctor, {6, 3, 1}, Reason::not_over, 1).summary()->lines.empty());
}

TEST_CASE("the charts of a round can be taken away, with what is clear in the title and all numbers in one file") {
  Surveyed made;
  made.say(hope, Role::st_doctor, {60, 30, 10}).say(time_set, Role::st_doctor, {60, 30, 10}).say(time_set, Role::supervisor, {80, 10, 10});
  const SurveyPage page = made.publish(hope, "sweden", 50).publish(time_set, "sweden", 71).page();
  const SurveyRound& round = page.rounds.front();
  REQUIRE(round.files);
  REQUIRE(round.role_files);
  CHECK(round.files->picture->href == "bild/enkater-andra.svg");
  CHECK(round.role_files->picture->href == "bild/enkater-roller.svg");
  CHECK(round.files->numbers->href == "bild/enkater-pastaenden.csv");
  CHECK(round.role_files->numbers->href == round.files->numbers->href);
  const Figure& others = figure(page, "bild/enkater-andra");
  CHECK(others.title == "Regionen skiljer sig tydligt från andra i Sverige i 1 av 2 påståenden");
  REQUIRE(others.rows.size() == 4);  // each under its area
  CHECK(others.rows[2].name == "A Område A");
  CHECK(others.rows[3].words == "tydligt lägre än övriga Sverige, 11 procentenheter");
  CHECK(figure(page, "bild/enkater-roller").rows.size() == 2);
  const auto& numbers = figure(page, "bild/enkater-pastaenden").table.rows;
  REQUIRE(numbers.size() == 5);
  CHECK(numbers[1] == std::vector<std::string>{"Så bra som jag hoppats.", "Övriga Sverige, alla specialiteter", "50\u00a0%", "1\u00a0000",
                                               "", "10 procentenheter högre än övriga Sverige"});
}

TEST_CASE("the picture has the page's own marks, and says whose they are") {
  const Surveyed made = Surveyed{}.say(hope, Role::st_doctor, {60, 30, 10}).publish(hope, "sweden", 50);
  const SurveyPage page = made.page();
  const Context context{made.release, made.info, made.texts};
  const Picture drawn = picture(context, page.shell, figure(page, "bild/enkater-andra"));
  REQUIRE(drawn.rows.back().dumbbell);
  CHECK(drawn.rows.back().dumbbell->description == line(page, "p-hope").elsewhere->description);
  REQUIRE(drawn.keys.size() == 2);
  CHECK(drawn.keys[1].mark->kind == "sweden");
  CHECK(drawn.keys[1].word == "Övriga Sverige, alla specialiteter, 1\u00a0000 svar, 2020–2022");
}

TEST_CASE("a share that is withheld is neither in the picture nor in the file") {
  const SurveyPage page = Surveyed{}
                              .say(hope, Role::st_doctor, {61, 0, 0}, Reason::all_alike)
                              .say(hope, Role::manager, {9, 2, 1})
                              .publish(hope, "sweden", 50)
                              .page();
  const Figure& others = figure(page, "bild/enkater-andra");
  CHECK(others.title == "Påstående för påstående");  // nothing to compare
  CHECK(others.rows.back().words == "Regionens egen andel visas inte.");
  CHECK(std::get<Dumbbell>(others.rows.back().drawing).marks.size() == 1);
  CHECK(figure(page, "bild/enkater-pastaenden").table.rows.size() == 2);
}

TEST_CASE("a distribution can be taken away, with its most common answer for a title") {
  const SurveyPage page = Surveyed{}.say(reading, Role::st_doctor, {0, 0, 0, 20, 30, 30, 20}).page();
  const Figure& hours = figure(page, "bild/enkater-svar-reading");
  CHECK(hours.title == page.blocks.front().finding);
  REQUIRE(hours.rows.size() == 1);
  CHECK(std::get<Distribution>(hours.rows.front().drawing).parts.size() == 4);
  CHECK(hours.table.rows.front().back() == "100 svar, 2019–2022");
}

TEST_CASE("what the overview draws of a survey can be taken away too, a row a statement") {
  Surveyed made;
  made.say(hope, Role::st_doctor, {60, 30, 10}).publish(hope, "sweden", 75).publish(hope, "general_practice", 62);
  const Figure drawn = summary_figure(made.texts, *made.summary());
  REQUIRE(drawn.rows.size() == 1);
  CHECK(drawn.table.rows.front() == std::vector<std::string>{"Så bra som jag hoppats.", "60\u00a0%", "62\u00a0%",
                                                             "2 procentenheter lägre än allmänmedicin i övriga Sverige", "75\u00a0%",
                                                             "tydligt lägre än övriga Sverige, 15 procentenheter"});
  CHECK(drawn.table.head.size() == 6);
}
