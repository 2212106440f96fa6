#include "view/page_about.hpp"

#include <algorithm>

#include "view/words.hpp"

namespace lagesbild::view {
namespace {

const char* audience_key(Audience audience) {
  switch (audience) {
    case Audience::open: return "about.for_open";
    case Audience::intranet: return "about.for_intranet";
    default: return "about.for_management";
  }
}

}  // namespace

AboutPage about_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  const SiteInfo& site = context.site;
  const auto words = [&](const Localized& text) -> const std::string& { return text.in(context.language()); };
  AboutPage page;
  page.shell = context.shell(ref, texts.say("about.heading"));
  page.lead = texts.say("about.lead", {{"region", words(site.region)}});
  page.introduction = words(site.introduction);
  page.audience = texts.say(audience_key(context.release.audience));
  page.responsible = words(site.responsible).empty() ? texts.say("about.nobody_named") : words(site.responsible);
  Date newest = context.release.as_of;
  for (std::size_t i = 0; i < site.sources.size(); ++i) {
    newest = i == 0 ? site.sources[i].updated : std::max(newest, site.sources[i].updated);
  }
  page.refreshed = words(site.refreshed).empty() ? texts.say("about.up_to", {{"date", to_string(newest)}}) : words(site.refreshed);
  for (const SourceInfo& source : site.sources) {
    page.sources.push_back({words(source.title),
                            texts.say("about.updated", {{"date", to_string(source.updated)},
                                                        {"age", age_in_words(texts, source.updated, context.release.as_of)}}),
                            context.site.page("data") + "#" + source.dataset});
  }
  page.error = words(site.contact);
  if (site.licence.empty()) page.no_licence = Note{texts.say("about.no_licence")};
  else page.licence = Link{site.licence, site.licence, false};
  page.facts = {{texts.say("about.as_of"), to_string(context.release.as_of)},
                {texts.say("about.release"), site.release_id},
                {texts.say("about.program"), texts.say("site.name") + " " + site.version}};
  for (const Link& link : page.shell.foot) {
    if (link.href != ref.path) page.more.push_back(link);
  }
  return page;
}

}  // namespace lagesbild::view
