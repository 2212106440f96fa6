#include "view/page_requirements.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "view/values.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Met;
using disclosure::Requirement;

constexpr std::size_t whole_region = 0;
// Of a bar, from the left: what should be seen first has the strongest tone. What is withheld is in none.
constexpr std::pair<Met, const char*> classes[] = {{Met::under, "requirements.under"}, {Met::near, "requirements.near"},
                                                   {Met::met, "requirements.met"}, {Met::not_known, "requirements.not_known"}};

MetCounts counts_of(const Context& context, const Requirement& requirement) {
  MetCounts counts{};
  for (const std::size_t unit : context.units()) ++counts[static_cast<std::size_t>(requirement.units[unit].met)];
  return counts;
}

void add_sentence(std::string& all, const std::string& sentence) { all.append(all.empty() ? "" : " ").append(sentence); }

// The day of the newest register that the numbers rest on.
Date day_of_register(const Context& context) {
  Date day{};
  for (const SourceInfo& source : context.site.sources) {
    if (source.dataset == "units") day = std::max(day, source.updated);
  }
  return day == Date{} ? context.release.as_of : day;
}

class PageWriter {
 public:
  PageWriter(const Context& context, const PageRef& ref) : context_(context), texts_(context.texts), ref_(ref) {}

  RequirementsPage write() {
    std::vector<Link> crumbs;
    for (const PageRef& one : context_.pages()) {
      if (one.kind == PageRef::Kind::measures) crumbs.push_back({one.path, texts_.say("nav.measures"), false});
    }
    page_.shell = context_.shell(ref_, texts_.say("requirements.heading"), std::move(crumbs));
    page_.lead = requirements_finding(context_, context_.units());
    page_.use = texts_.say("requirements.use", {{"date", to_string(day_of_register(context_))}});
    const std::vector<std::size_t> listed = pressed_units(context_);
    write_list(listed);
    if (ref_.index == 0) summarize(listed);
    return std::move(page_);
  }

 private:
  std::string number(std::int64_t n) const { return texts_.number(n); }

  RequirementLine line(const Requirement& requirement, const MetCounts& counts) const {
    const disclosure::Definition& definition = context_.release.indicators.definitions[requirement.indicator];
    RequirementLine line;
    line.name = definition.name.in(context_.language());
    line.href = context_.indicator_path(requirement.indicator);
    line.limit = limit_text(context_, requirement);
    line.value = cell_text(context_, definition, context_.release.indicators.cells[requirement.indicator].headline(whole_region));
    if (definition.near) line.near_means = definition.near->why.in(context_.language());
    const std::int64_t told = static_cast<std::int64_t>(context_.units().size()) - count_of(counts, Met::withheld);
    if (told == 0) {
      line.under = line.near = line.met = line.not_known = texts_.say("withheld.audience");
      return line;
    }
    line.under = number(count_of(counts, Met::under));
    line.near = number(count_of(counts, Met::near));
    line.met = number(count_of(counts, Met::met));
    line.not_known = number(count_of(counts, Met::not_known));
    line.is_under = count_of(counts, Met::under) > 0;
    line.bar = bar(line.name, counts, told);
    return line;
  }

  Distribution bar(const std::string& name, const MetCounts& counts, std::int64_t told) const {
    std::vector<ClassShare> shares;
    std::vector<std::string> kinds;
    std::string words;
    for (std::size_t i = 0; i < std::size(classes); ++i) {
      const auto& [met, key] = classes[i];
      const std::int64_t n = count_of(counts, met);
      if (n == 0) continue;
      const std::string label = texts_.say("requirements.part", {{"what", texts_.say(key)}, {"n", number(n)}});
      shares.push_back({static_cast<int>((200 * n + told) / (2 * told)), label});
      kinds.push_back("tone-" + std::to_string(i + 1));
      words.append(words.empty() ? "" : ", ").append(label);
    }
    Distribution made = distribution(texts_.say("requirements.bar", {{"name", name}, {"words", words}}), shares, Strongest::first);
    for (std::size_t i = 0; i < kinds.size(); ++i) made.parts[i].kind = kinds[i];  // of its class, also where another has no unit
    return made;
  }

  RequirementForum forum_line(std::size_t forum) const {
    const UnitsTally tally = tally_of(context_, context_.units_of_forum(forum));
    RequirementForum row;
    if (context_.release.has_reviews) row.link = Link{context_.forum_path(forum), context_.forum_name(forum), false};
    else row.name = Note{context_.forum_name(forum)};
    row.units = number(tally.units);
    row.under = number(tally.under);
    row.near = number(tally.near);
    row.clear = number(tally.clear);
    row.gaps = number(tally.gaps);
    return row;
  }

  void summarize(const std::vector<std::size_t>& listed) {
    RequirementSummary summary;
    for (const Requirement& one : context_.requirements()) summary.lines.push_back(line(one, counts_of(context_, one)));
    const std::int64_t withheld = tally_of(context_, context_.units()).withheld;
    if (withheld > 0) summary.withheld = Note{texts_.counted("requirements.withheld", withheld)};
    for (std::size_t forum = 0; forum < context_.release.forums.size(); ++forum) summary.forums.push_back(forum_line(forum));
    summary.has_forums = !summary.forums.empty();
    hand_over(summary, listed);
    page_.summary = std::move(summary);
  }

  void hand_over(RequirementSummary& summary, const std::vector<std::size_t>& listed) {
    Figure lines{.title = texts_.say("requirements.by_requirement"), .subtitle = page_.lead};
    lines.table.head = {texts_.say("requirements.requirement"), texts_.say("requirements.limit"), texts_.say("requirements.under"),
                        texts_.say("requirements.near"), texts_.say("requirements.met"), texts_.say("requirements.not_known"),
                        texts_.say("requirements.value")};
    for (const RequirementLine& one : summary.lines) {
      if (one.bar) lines.rows.push_back({one.name + ", " + one.limit, *one.bar, ""});
      lines.table.rows.push_back({one.name, one.limit, one.under, one.near, one.met, one.not_known, one.value});
    }
    summary.line_files = add_figure(page_.take_away, context_, ref_, "krav", std::move(lines));
    Figure forums{.title = texts_.say("requirements.by_forum")};
    forums.table.head = {texts_.say("page.forum"), texts_.say("nav.units"), texts_.say("requirements.under_any"),
                         texts_.say("requirements.near_any"), texts_.say("requirements.clear"), texts_.say("requirements.gaps")};
    for (const RequirementForum& one : summary.forums) {
      forums.table.rows.push_back({one.link ? one.link->label : one.name->text, one.units, one.under, one.near, one.clear, one.gaps});
    }
    summary.forum_files = add_figure(page_.take_away, context_, ref_, "forum", std::move(forums));
    Figure list{.title = texts_.say("requirements.list")};
    list.table.head = {texts_.say("page.unit"), texts_.say("page.forum"), texts_.say("requirements.limits_under"),
                       texts_.say("requirements.limits_near")};
    for (const RequirementLine& one : summary.lines) list.table.head.push_back(one.name);
    for (const std::size_t unit : listed) {
      const PressedUnit row = pressed(unit);
      auto& cells = list.table.rows.emplace_back(
          std::vector{context_.release.units[unit].name, row.forum, row.under, row.near});
      for (const Requirement& one : context_.requirements()) {
        const bool told = one.units[unit].met == Met::under || one.units[unit].met == Met::near;
        cells.push_back(told ? requirement_row(context_, one, unit, "").own : "");
      }
    }
    summary.list_files = add_figure(page_.take_away, context_, ref_, "lista", std::move(list));
  }

  PressedUnit pressed(std::size_t unit) const {
    const disclosure::UnitCard& card = context_.release.units[unit];
    PressedUnit row;
    if (context_.unit_path(unit).empty()) row.plain = Note{card.name};
    else row.link = Link{context_.unit_path(unit), card.name, false};
    if (card.forum) row.forum = context_.forum_name(*card.forum);
    const MetCounts counts = met_counts(context_, unit);
    row.under = number(count_of(counts, Met::under));
    row.near = number(count_of(counts, Met::near));
    for (const Met met : {Met::under, Met::near}) {
      for (const Requirement& one : context_.requirements()) {
        if (one.units[unit].met == met) row.rows.push_back(requirement_row(context_, one, unit, ""));
      }
    }
    return row;
  }

  void write_list(const std::vector<std::size_t>& listed) {
    const UnitsTally tally = tally_of(context_, context_.units());
    page_.list_finding = listed.empty() ? texts_.say("requirements.none_listed")
                                        : texts_.counted("requirements.listed", static_cast<std::int64_t>(listed.size()));
    if (tally.clear > 0) add_sentence(page_.list_finding, texts_.counted("requirements.not_listed", tally.clear));
    page_.caption = texts_.say("requirements.list");
    page_.has_units = !listed.empty();
    std::set<std::size_t> forums;
    for (std::size_t i = ref_.index * rows_per_page; i < std::min(listed.size(), (ref_.index + 1) * rows_per_page); ++i) {
      page_.units.push_back(pressed(listed[i]));
      if (context_.release.units[listed[i]].forum) forums.insert(*context_.release.units[listed[i]].forum);
    }
    page_.several_forums = forums.size() > 1;
    for (const std::size_t forum : forums) page_.forums.push_back({context_.forum_name(forum)});
    for (const PageRef& other : context_.pages()) {
      if (other.kind != ref_.kind) continue;
      const std::size_t first = other.index * rows_per_page, last = std::min(first + rows_per_page, listed.size());
      page_.parts.push_back({other.path, number(static_cast<std::int64_t>(first + 1)) + "–" + number(static_cast<std::int64_t>(last)),
                             other.index == ref_.index});
    }
    page_.has_parts = page_.parts.size() > 1;
  }

  const Context& context_;
  const Texts& texts_;
  const PageRef& ref_;
  RequirementsPage page_;
};

}  // namespace

RequirementsPage requirements_page(const Context& context, const PageRef& ref) { return PageWriter{context, ref}.write(); }

}  // namespace lagesbild::view
