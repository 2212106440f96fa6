#include "view/page_sheet.hpp"

#include <utility>

namespace lagesbild::view {
namespace {

constexpr int lines_to_write_on = 6;
constexpr const char* dash = "–";

std::string title_of(const Context& context, const std::string& what) {
  return what + " – " + context.texts.say("pack.heading") + ", " + context.site.region.in(context.language());
}

// Of the unit's own comment, if it is about the latest review: older ones answered something else.
std::optional<Date> answered_on(const Context& context, std::size_t unit) {
  const auto& comment = context.release.texts.comments[unit];
  const auto* reviewed = context.release.units[unit].reviewed.shown();
  if (!comment || reviewed == nullptr || reviewed->reviews.empty()) return std::nullopt;
  return comment->written_on >= reviewed->reviews.back().date ? std::optional{comment->written_on} : std::nullopt;
}

}  // namespace

std::vector<const PageRef*> pages_with_sheets(const Context& context) {
  std::vector<const PageRef*> found;
  for (const PageRef& page : context.pages()) {
    if (page.kind == PageRef::Kind::unit && context.release.units[page.index].current) found.push_back(&page);
  }
  return found;
}

std::string sheet_path(const PageRef& unit) { return unit.path.substr(0, unit.path.rfind('.')) + ".html"; }

SheetPage sheet_page(const Context& context, const PageRef& unit, const PackOrder& order) {
  const Texts& texts = context.texts;
  const std::string day = to_string(order.answer_by);
  SheetPage sheet;
  sheet.unit = unit_page(context, unit);
  sheet.page_lang = sheet.unit.shell.lang;
  sheet.title = title_of(context, sheet.unit.name);
  sheet.ask = texts.say("pack.ask", {{"date", day}});
  sheet.send = texts.say("pack.send", {{"date", day}, {"contact", context.site.contact.in(context.language())}});
  sheet.longest = texts.counted("pack.longest", static_cast<std::int64_t>(order.longest_comment));
  for (int line = 1; line <= lines_to_write_on; ++line) sheet.blanks.push_back({std::to_string(line)});
  return sheet;
}

PackIndex pack_index(const Context& context, const PackOrder& order) {
  const Texts& texts = context.texts;
  PackIndex index;
  const PageRef here{PageRef::Kind::units, 0, "index.html"};  // at the top of the pack
  index.shell = context.shell(here, texts.say("pack.heading"));
  index.title = title_of(context, texts.say("pack.all"));
  index.workbook = pack_workbook;
  const std::size_t none = context.release.forums.size();
  std::vector<std::vector<const PageRef*>> by_forum(none + 1);
  const std::vector<const PageRef*> all = pages_with_sheets(context);
  for (const PageRef* page : all) by_forum[context.release.units[page->index].forum.value_or(none)].push_back(page);
  std::int64_t answered = 0;
  for (std::size_t forum = 0; forum < by_forum.size(); ++forum) {
    if (by_forum[forum].empty()) continue;
    PackForum group{forum == none ? texts.say("pack.no_forum") : context.forum_name(forum), "", {}};
    std::int64_t of_forum = 0;
    for (const PageRef* page : by_forum[forum]) {
      const auto day = answered_on(context, page->index);
      if (day) ++of_forum;
      group.units.push_back({context.release.units[page->index].name, sheet_path(*page), day ? to_string(*day) : dash});
    }
    group.finding = texts.counted("pack.answered_of", static_cast<std::int64_t>(group.units.size()),
                                  {{"answered", texts.number(of_forum)}});
    answered += of_forum;
    index.forums.push_back(std::move(group));
  }
  const std::string day = to_string(order.answer_by);
  index.lead = texts.counted("pack.lead", static_cast<std::int64_t>(all.size()), {{"date", day}, {"answered", texts.number(answered)}});
  index.send = texts.say("pack.send_out", {{"contact", context.site.contact.in(context.language())}});
  return index;
}

}  // namespace lagesbild::view
