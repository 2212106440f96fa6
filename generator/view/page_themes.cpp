#include "view/page_themes.hpp"

#include <algorithm>
#include <set>

#include "view/chart.hpp"
#include "view/page_measures.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

std::int64_t units_of(const RegionTheme& theme, Noted kind) { return static_cast<std::int64_t>(theme.of(kind).size()); }

class ThemesMaker {
 public:
  ThemesMaker(const Context& context, const PageRef& ref)
      : context_(context), texts_(context.texts), ref_(ref), themes_(context.themes().by_weakness()),
        reviewed_(reviewed(context.units())) {}

  ThemesPage make() {
    page_.shell = context_.shell(ref_, texts_.say("themes.heading"), crumbs_to_measures(context_, ref_));
    page_.lead = lead();
    rows();
    forums();
    page_.otherwise = text_and_grade(context_);
    page_.otherwise.files = add_figure(page_.take_away, context_, ref_, "text-och-betyg", text_and_grade_figure(texts_, page_.otherwise));
    ask();
    return std::move(page_);
  }

 private:
  std::int64_t reviewed(const std::vector<std::size_t>& units) const {
    return std::count_if(units.begin(), units.end(), [&](std::size_t one) { return latest_review(context_.release, one) != nullptr; });
  }
  std::string letter(const RegionTheme& theme) const {
    return theme.area ? context_.release.framework.areas[*theme.area].letter : texts_.say("finding.general");
  }
  std::string name(const RegionTheme& theme) const { return letter(theme) + " " + theme.theme; }
  std::string with_share(std::int64_t k, std::int64_t n) const {
    return texts_.say("themes.share", {{"n", texts_.number(k)}, {"share", texts_.percent(k, n)}});
  }

  std::string lead() const {
    std::set<std::size_t> noted;
    for (const RegionTheme* one : themes_) {
      for (const auto& units : one->units) noted.insert(units.begin(), units.end());
    }
    std::string lead = texts_.counted("themes.lead", static_cast<std::int64_t>(noted.size()), {{"all", texts_.number(reviewed_)}});
    const std::int64_t most = units_of(*themes_.front(), Noted::weakness);
    if (most == 0) return lead + " " + texts_.say("finding.no_weakness");
    std::vector<std::string> names;
    for (const RegionTheme* one : themes_) {
      if (units_of(*one, Noted::weakness) == most) names.push_back(name(*one));
    }
    const std::string share = texts_.percent(most, reviewed_);
    return lead + " " + texts_.counted("themes.most", most, {{"themes", join_in_words(texts_, names)}, {"share", share}});
  }

  ThemeBar bar(const RegionTheme& theme, Noted kind, std::int64_t longest) const {
    const std::int64_t n = units_of(theme, kind);
    const bool weak = kind == Noted::weakness;
    const char* key = weak ? "themes.bar_weakness" : "themes.bar_strength";
    return {with_share(n, reviewed_), LengthBar{texts_.counted(key, n, {{"theme", name(theme)}}),
                                                per_cent(static_cast<double>(n) / static_cast<double>(longest)), weak}};
  }

  void rows() {
    std::int64_t longest = 1;
    for (const RegionTheme* one : themes_) longest = std::max({longest, units_of(*one, Noted::weakness), units_of(*one, Noted::strength)});
    Figure figure{.title = page_.lead, .subtitle = texts_.say("themes.subtitle")};
    for (const char* key : {"page.area", "page.theme", "page.weakness", "page.strength", "page.suggestion"}) {
      figure.table.head.push_back(texts_.say(key));
    }
    for (const RegionTheme* one : themes_) {
      ThemeRow row{letter(*one), "", {}, bar(*one, Noted::weakness, longest), bar(*one, Noted::strength, longest),
                   texts_.number(units_of(*one, Noted::suggestion))};
      if (one->area) row.link = Link{context_.area_path(*one->area) + "#teman", one->theme, false};
      else row.theme = one->theme;
      figure.table.rows.push_back({row.letter, one->theme, texts_.number(units_of(*one, Noted::weakness)),
                                   texts_.number(units_of(*one, Noted::strength)), row.suggestions});
      figure.rows.push_back({name(*one), {}, ""});
      figure.rows.push_back({texts_.say("page.weakness"), row.weakness.bar, row.weakness.words});
      figure.rows.push_back({texts_.say("page.strength"), row.strength.bar, row.strength.words});
      page_.rows.push_back(std::move(row));
    }
    page_.files = add_figure(page_.take_away, context_, ref_, "teman", std::move(figure));
  }

  std::vector<std::int64_t> weak_by_forum(const RegionTheme& theme) const {
    std::vector<std::int64_t> counts(context_.release.forums.size());
    for (const std::size_t unit : theme.of(Noted::weakness)) {
      if (context_.release.units[unit].forum) ++counts[*context_.release.units[unit].forum];
    }
    return counts;
  }

  // Furthest above the region, in share of reviewed units; only forums with as many units as it takes to be judged.
  std::string stands_out(const std::vector<std::int64_t>& reviewed_in) const {
    const RegionTheme* theme = nullptr;
    std::size_t forum = 0;
    std::int64_t over = 0, under = 1, units = 0;  // the distance as a fraction, without the region's own denominator
    for (const RegionTheme* one : themes_) {
      const auto counts = weak_by_forum(*one);
      for (std::size_t i = 0; i < counts.size(); ++i) {
        if (reviewed_in[i] < context_.release.policy.smallest_group_to_judge) continue;
        const std::int64_t distance = counts[i] * reviewed_ - units_of(*one, Noted::weakness) * reviewed_in[i];
        if (distance * under <= over * reviewed_in[i]) continue;
        theme = one;
        forum = i;
        over = distance;
        under = reviewed_in[i];
        units = counts[i];
      }
    }
    if (theme == nullptr) return texts_.say("themes.none_stands_out");
    return texts_.counted("themes.stands_out", units,
                          {{"theme", name(*theme)}, {"forum", context_.forum_name(forum)}, {"all", texts_.number(reviewed_in[forum])},
                           {"share", texts_.percent(units, reviewed_in[forum])},
                           {"region", texts_.percent(units_of(*theme, Noted::weakness), reviewed_)}});
  }

  void forums() {
    const std::size_t n = context_.release.forums.size();
    if (n == 0) return;
    ThemeForums section;
    std::vector<std::int64_t> reviewed_in;
    const auto head = [&](std::string forum, std::int64_t units) {
      section.heads.push_back({std::move(forum), texts_.counted("themes.units", units)});
      reviewed_in.push_back(units);
    };
    for (std::size_t i = 0; i < n; ++i) head(context_.forum_name(i), reviewed(context_.units_of_forum(i)));
    head(texts_.say("page.region"), reviewed_);
    Figure figure{.title = texts_.say("themes.by_forum")};
    for (const char* key : {"page.area", "page.theme", "page.forum", "page.weakness", "themes.reviewed", "themes.share_column"}) {
      figure.table.head.push_back(texts_.say(key));
    }
    for (const RegionTheme* one : themes_) {
      auto counts = weak_by_forum(*one);
      counts.push_back(units_of(*one, Noted::weakness));
      ForumsOfTheme row{letter(*one), one->theme, {}};
      for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::string share = texts_.percent(counts[i], reviewed_in[i]);
        const std::string& forum = section.heads[i].name;
        row.forums.push_back({forum, texts_.number(counts[i]), share});
        figure.table.rows.push_back({row.letter, row.theme, forum, texts_.number(counts[i]), texts_.number(reviewed_in[i]), share});
      }
      section.rows.push_back(std::move(row));
    }
    section.finding = stands_out(reviewed_in);
    section.files = add_figure(page_.take_away, context_, ref_, "forum", std::move(figure));
    page_.forums = std::move(section);
  }

  void ask() {
    AskSection section;
    for (const RegionTheme& one : context_.themes().all()) {
      if (one.strong.empty()) continue;
      AskTheme theme{texts_.counted("themes.summary", static_cast<std::int64_t>(one.strong.size()), {{"what", name(one)}}), {}, {}};
      for (const std::size_t unit : one.strong) {
        if (theme.units.size() == rows_per_page) break;
        const disclosure::UnitCard& card = context_.release.units[unit];
        theme.units.push_back({Link{context_.unit_path(unit), card.name, false}, card.forum ? context_.forum_name(*card.forum) : ""});
      }
      if (one.strong.size() > rows_per_page) {
        theme.more = Note{texts_.counted("themes.units_more", static_cast<std::int64_t>(one.strong.size() - rows_per_page))};
      }
      section.themes.push_back(std::move(theme));
    }
    if (!section.themes.empty()) page_.ask = std::move(section);
  }

  const Context& context_;
  const Texts& texts_;
  const PageRef& ref_;
  std::vector<const RegionTheme*> themes_;
  std::int64_t reviewed_;
  ThemesPage page_;
};

}  // namespace

ThemesPage themes_page(const Context& context, const PageRef& ref) { return ThemesMaker{context, ref}.make(); }

}  // namespace lagesbild::view
