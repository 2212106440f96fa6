// A random region as people deliver it: a table for every dataset, headed by the names of the fields, with nothing wrong in it.
#pragma once
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "made_region.hpp"
#include "written_csv.hpp"

namespace lagesbild::test {

struct MadeFile {
  std::string dataset;  // as in sources.yaml
  std::string form;     // the description that its headings are of
  Rows rows;
};

// Two areas, the forums norr and soder, the rounds 2019–2022 and 2024–2026.
class MadeFiles {
 public:
  explicit MadeFiles(Random& random) : random_(random) {
    add_units();
    add_statements();
    add_reviews();
    add_findings();
    add_annual_reports();
    add_survey();
    add_published();
    add_plans();
  }
  std::vector<MadeFile> files;

 private:
  struct Unit {
    std::string id, from, to;  // days, empty for none
  };

  MadeFile& add(const std::string& dataset, const std::string& form, std::vector<std::string> headings) {
    return files.emplace_back(MadeFile{dataset, form, {std::move(headings)}});
  }
  template <class T>
  const T& one_of(const std::vector<T>& items) {
    return items[random_.below(items.size())];
  }
  std::string maybe(std::string text) { return random_.one_in(3) ? "" : std::move(text); }
  std::string number(std::size_t least, std::size_t most) { return std::to_string(least + random_.below(most - least + 1)); }
  std::string words() {
    static const std::vector<std::string> all{"Åtgärd", "två", "\"citat\"", "a;b,c", "é", "kurs –", "30 %", "'", "Ö"};
    std::string text = "Ord";
    for (std::size_t i = random_.below(4); i > 0; --i) text += " " + one_of(all);
    return text + " " + number(1, 9);
  }
  std::string lines() { return random_.one_in(2) ? words() : words() + "\n" + words(); }
  std::string date(int first, int years) { return to_string(random_.date(first, years)); }
  std::string area() { return one_of<std::string>({"A", "B"}); }
  std::string yes_no() { return one_of<std::string>({"ja", "nej", "", "Ja", "NEJ", "x", "true", "0"}); }

  void add_units() {
    Rows& rows = add("units", "units",
                     {"unit_id", "name", "kind", "forum", "municipality", "ownership", "provider", "listed_patients", "specialists",
                      "supervisors", "supervisors_trained_5y", "valid_from", "valid_to", "predecessor", "aliases"}).rows;
    for (std::size_t i = 0, count = 3 + random_.below(8); i < count; ++i) units_.push_back({"E" + std::to_string(i), "", ""});
    units_[0].to = units_[1].to = "2021-06-30";  // merged
    units_[2].from = "2021-07-01";
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const std::string supervisors = number(3, 9);
      const std::string forum = one_of<std::string>({"norr", "SODER", "Norra forumet"}), n = std::to_string(i);
      rows.push_back({units_[i].id, "Enhet " + words() + n, maybe("vårdcentral"), maybe(forum), maybe("Åby"),
                      maybe(one_of<std::string>({"Offentlig", "egen regi", "privat"})), maybe(words()), maybe(number(0, 12000)),
                      maybe(number(0, 9)), supervisors, maybe(number(0, 3)), units_[i].from, units_[i].to, i == 2 ? "E0,E1" : "",
                      maybe("Alias " + n + "|Annat namn " + n)});
    }
  }
  void add_statements() {
    Rows& rows = add("statements", "statements", {"statement", "area", "sv", "en"}).rows;
    for (const char* id : {"hopp", "tid", "bok"}) rows.push_back({id, maybe(area()), words(), words()});
  }
  // Some reviews on a row of their own, some as a row a grade.
  void add_reviews() {
    Rows wide{{"review_id", "unit_id", "framework", "review_date", "visit", "A", "A_current", "B", "B_current", "plan_received",
               "decided_on", "reference", "url"}};
    Rows grades{{"review_id", "unit_id", "framework", "area", "grade", "stage", "date", "visit", "plan_received", "reference", "url"}};
    for (const Unit& unit : units_) {
      const int first = unit.from.empty() ? 2019 : 2022, years = unit.to.empty() ? 3 : 2;
      for (std::size_t i = random_.below(3); i > 0; --i) {
        const std::string id = "R" + std::to_string(reviews_.size()), on = date(first, years);
        if (!days_.insert(unit.id + on).second) continue;
        reviews_.push_back(id);
        const bool lifted = random_.one_in(3);
        const std::string a = one_of<std::string>({"A", "B", "C", "D"}), b = lifted ? "D" : one_of<std::string>({"A", "B", "C"});
        const std::string plan = lifted ? "2025-01-0" + number(1, 9) : "", decided = lifted ? "2025-06-1" + number(0, 9) : "";
        const std::string visit = maybe(one_of<std::string>({"digital", "På plats"})), reference = maybe("Dnr " + number(1, 99)),
                          url = maybe("https://example.org/" + id);
        if (random_.one_in(2)) {
          wide.push_back({id, unit.id, "made", on, visit, a, a, b, lifted ? "C" : b, plan, decided, reference, url});
          continue;
        }
        grades.push_back({id, unit.id, "made", "A", a, "initial", on, visit, plan, "", ""});
        grades.push_back({id, "", "", "B", b, "Vid granskningen", on, "", "", reference, url});
        if (lifted) grades.push_back({id, "", "", "B", "C", "current", decided, "", plan, "", ""});
      }
    }
    files.push_back({"reviews", "reviews", wide});
    files.push_back({"reviews", "review_grades", grades});
  }
  void add_findings() {
    Rows& rows =
        add("findings", "findings", {"review_id", "area", "kind", "theme", "sub_goal", "text", "approved_by", "approved_on"}).rows;
    for (std::size_t i = random_.below(6); i > 0 && !reviews_.empty(); --i) {
      rows.push_back({one_of(reviews_), area(), one_of<std::string>({"Styrka", "weakness", "förslag"}), maybe(words()), maybe("C4, C1"),
                      lines() + std::to_string(i), maybe("studierektor"), maybe("2026-01-31")});
    }
  }
  void add_annual_reports() {
    for (const std::string& year : {std::string{"2022"}, std::string{"2025"}}) {
      Rows& rows = add("annual_reports", "annual_reports",
                       {"unit_id", "year", "individual_plan", "supervision_hours", "structured_assessments", "science_work",
                        "self_study"}).rows;
      for (std::size_t i = random_.below(9); i > 0; --i) {
        const Unit& unit = one_of(units_);
        if (!unit.to.empty()) continue;
        rows.push_back({unit.id, year, yes_no(), maybe(number(0, 20) + one_of<std::string>({"", ",5", ".25"})), maybe(number(0, 9)),
                        maybe(one_of<std::string>({"Klart", "none", "PLANERAT"})), maybe(one_of<std::string>({"1–2", "0", "> 2"}))});
      }
    }
  }
  // Counts of the first round, one answer a row of the second.
  void add_survey() {
    Rows counts{{"round", "unit_id", "role", "statement", "agree", "neutral", "disagree", "invited"}};
    Rows answers{{"round", "unit_id", "role", "statement", "answer"}};
    for (const Unit& unit : units_) {
      for (const char* role : {"st_doctor", "Handledare"}) {
        if (random_.one_in(2)) {
          counts.push_back({"2019–2022", unit.id, role, "hopp", number(0, 3), maybe(number(0, 3)), number(0, 3), maybe("9")});
        }
        for (std::size_t i = unit.to.empty() ? random_.below(5) : 0; i > 0; --i) {
          answers.push_back({"2024-2026", unit.id, role, one_of<std::string>({"hopp", "tid"}),
                             one_of<std::string>({"agree", "nej", "> 2", "Varken eller"})});
        }
      }
    }
    files.push_back({"survey", "survey", counts});
    files.push_back({"survey", "survey_answers", answers});
  }
  void add_published() {
    Rows& benchmarks = add("benchmarks", "benchmarks", {"statement", "answer", "group", "period", "value", "n", "source"}).rows;
    for (const char* statement : {"hopp", "tid", "bok"}) {
      for (const char* answer : {"agree", "disagree", "over_2"}) {
        if (random_.one_in(2)) continue;
        benchmarks.push_back({statement, answer, "Övriga Sverige", "2020–2022", number(0, 100) + maybe(" %"), number(1, 500), words()});
      }
    }
    Rows& aggregates = add("published_aggregates", "published_aggregates", {"area", "n", "mean", "sd", "source", "page"}).rows;
    aggregates.push_back({"A", number(1, 99), "3,9" + number(0, 9), "0.5", words(), maybe("s. 4")});
    aggregates.push_back({"b", "7", "2", "1,25", words(), ""});
    Rows& counts = add("published_counts", "published_counts", {"measure", "area", "value", "source"}).rows;
    counts.push_back({"reviews", "", number(0, 99), words()});
    counts.push_back({"D före plan", area(), number(0, 99), words()});
  }
  void add_plans() {
    const std::vector<std::string> heads{"plan",     "number",   "heading_sv", "heading_en", "title_sv",
                                         "title_en", "owner_sv", "status",     "due",        "note_sv"};
    Rows& measures = add("measures", "measures", heads).rows;
    for (const char* n : {"1.1", "1.2", "2.1", "10.1"}) {
      measures.push_back({"p", n, words(), words(), words(), words(), maybe(words()), maybe(one_of<std::string>({"Klar", "started"})),
                          maybe(date(2025, 5)), maybe(words())});
    }
    Rows& events = add("events", "events", {"date", "text_sv", "text_en", "areas"}).rows;
    for (int i = 0; i < 3; ++i) {
      events.push_back({date(2019, 7), words() + std::to_string(i), words(), maybe(one_of<std::string>({"A", "b, A", "B"}))});
    }
    Rows& examples = add("good_examples", "good_examples", {"unit_id", "area", "theme", "title", "text", "approved_by"}).rows;
    for (int i = 0; i < 3; ++i) {
      examples.push_back({one_of(units_).id, maybe(area()), maybe(words()), words() + std::to_string(i), lines(), maybe("studierektor")});
    }
    Rows& comments = add("comments", "comments", {"unit_id", "written_on", "text"}).rows;
    for (const Unit& unit : units_) comments.push_back({unit.id, date(2019, 7), lines()});
  }

  Random& random_;
  std::vector<Unit> units_;
  std::vector<std::string> reviews_;
  std::set<std::string> days_;  // on which a unit has been reviewed
};

}  // namespace lagesbild::test
