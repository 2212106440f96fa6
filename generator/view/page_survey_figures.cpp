#include <algorithm>

#include "base/text.hpp"
#include "view/page_survey.hpp"

namespace lagesbild::view {
namespace {

const std::string& wording(const SurveyLine& line) { return line.link ? line.link->label : line.statement; }

bool has(const Dumbbell& chart, const std::string& kind) {
  return std::any_of(chart.marks.begin(), chart.marks.end(), [&](const DumbbellMark& mark) { return mark.kind == kind; });
}

std::string clear_words(const std::vector<Remark>& remarks) {
  std::string words;
  for (const Remark& one : remarks) {
    if (one.marked) words += (words.empty() ? "" : "; ") + one.text;
  }
  return words;
}

std::string name_of(const SurveyArea& area) {
  return (area.letter.empty() ? "" : area.letter + " ") + (area.link ? area.link->label : area.name);
}

// One of the two charts that a statement has, with its texts.
struct Beside {
  std::optional<Dumbbell> SurveyLine::*chart;
  std::vector<Remark> SurveyLine::*remarks;
  const char* title;
  const char* finding;  // of those that can be compared
};
constexpr Beside others{&SurveyLine::elsewhere, &SurveyLine::remarks, "survey.elsewhere", "picture.clear_elsewhere"};
constexpr Beside roles{&SurveyLine::roles, &SurveyLine::role_remarks, "survey.roles", "picture.clear_roles"};

class SurveyFigures {
 public:
  SurveyFigures(const Context& context, const PageRef& ref, SurveyPage& page)
      : context_(context), texts_(context.texts), ref_(ref), page_(page) {}

  void add() {
    for (SurveyRound& round : page_.rounds) {
      const std::string prefix = round.id.substr(0, round.id.find("pastaenden"));
      const auto numbers = hand_over(round.id, numbers_of(round));
      if (numbers) page_.take_away.back().embed.clear();  // the charts have the same table in their frames
      const auto picture = [&](const std::string& name, const Beside& beside) {
        Figure drawn = charts(round, beside);
        drawn.table = numbers_of(round).table;
        drawn.numbers_elsewhere = true;
        auto links = hand_over(prefix + name, std::move(drawn));
        if (links && numbers) links->numbers = numbers->numbers;
        return links;
      };
      round.files = picture("andra", others);
      round.role_files = picture("roller", roles);
    }
    if (page_.apart) page_.apart->files = page_.rounds.front().role_files;  // all that it tells is in there
    for (DistributionBlock& block : page_.blocks) block.files = hand_over(slug(block.id), distribution(block));
  }

 private:
  std::optional<FigureLinks> hand_over(const std::string& name, Figure figure) {
    return add_figure(page_.take_away, context_, ref_, name, std::move(figure));
  }

  Figure numbers_of(const SurveyRound& round) const {
    Figure figure{.title = round.heading, .subtitle = round.subtitle};
    for (const char* key : {"page.statement", "page.group", "survey.agree", "page.answers", "indicator_page.interval",
                            "survey.difference"}) {
      figure.table.head.push_back(texts_.say(key));
    }
    for (const SurveyArea& area : round.areas) {
      for (const SurveyLine& line : area.lines) {
        for (const SurveyValue& value : line.values) {
          figure.table.rows.push_back({wording(line), value.group, value.value, value.n, value.interval, value.difference.text});
        }
      }
    }
    return figure;
  }

  // Every statement under its area.
  Figure charts(const SurveyRound& round, const Beside& beside) const {
    Figure figure{.subject = texts_.say(beside.title), .subtitle = round.subtitle};
    std::int64_t compared = 0, clear = 0;
    std::vector<const Dumbbell*> drawn;
    for (const SurveyArea& area : round.areas) {
      const std::size_t before = drawn.size();
      for (const SurveyLine& line : area.lines) {
        const auto& chart = line.*beside.chart;
        if (!chart) continue;
        const auto& remarks = line.*beside.remarks;
        if (drawn.size() == before) figure.rows.push_back({name_of(area), {}, ""});
        drawn.push_back(&*chart);
        if (chart->marks.size() > 1 && has(*chart, "own")) ++compared;
        const std::string words = clear_words(remarks);
        if (!words.empty()) ++clear;
        figure.rows.push_back({wording(line), *chart, has(*chart, "own") || remarks.empty() ? words : remarks.front().text});
      }
    }
    figure.title = compared == 0 ? round.heading : texts_.counted(beside.finding, compared, {{"clear", texts_.number(clear)}});
    if (std::any_of(drawn.begin(), drawn.end(), [](const Dumbbell* chart) { return chart->range.has_value(); })) {
      figure.subtitle += " " + texts_.say("picture.wide_line");
    }
    for (const int part : {0, 50, 100}) figure.axis.push_back({std::to_string(part), texts_.percent(part, 100)});
    for (const SurveyKey& key : page_.page_keys) {
      if (std::none_of(drawn.begin(), drawn.end(), [&](const Dumbbell* chart) { return has(*chart, key.kind); })) continue;
      figure.marks.push_back({key.kind, key.name + (key.basis.empty() ? "" : ", " + key.basis)});
    }
    return figure;
  }

  Figure distribution(const DistributionBlock& block) const {
    Figure figure{.subject = block.heading, .title = block.finding, .subtitle = texts_.say("survey.distributions_subtitle")};
    figure.table.head = {texts_.say("page.group")};
    for (const Note& one : block.classes) figure.table.head.push_back(one.text);
    figure.table.head.push_back(texts_.say("page.answers"));
    for (const DistributionRow& row : block.rows) {
      figure.rows.push_back({row.name + ", " + row.basis, row.chart, ""});
      std::vector<std::string> cells{row.name};
      for (const Note& share : row.shares) cells.push_back(share.text);
      cells.push_back(row.basis);
      figure.table.rows.push_back(std::move(cells));
    }
    return figure;
  }

  const Context& context_;
  const Texts& texts_;
  const PageRef& ref_;
  SurveyPage& page_;
};

}  // namespace

void add_figures(const Context& context, const PageRef& ref, SurveyPage& page) { SurveyFigures{context, ref, page}.add(); }

}  // namespace lagesbild::view
