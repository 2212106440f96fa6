#include "view/page_status.hpp"

#include <algorithm>

#include "view/source_state.hpp"

namespace lagesbild::view {
namespace {

const char* why_key(WhyKept why) {
  switch (why) {
    case WhyKept::no_contact: return "site_status.why_no_contact";
    case WhyKept::refused: return "site_status.why_refused";
    case WhyKept::not_whole: return "site_status.why_not_whole";
    case WhyKept::not_as_expected: return "site_status.why_not_as_expected";
    case WhyKept::other: break;
  }
  return "site_status.why_other";
}

StatusSource row_of(const Context& context, const SourceInfo& source) {
  const Texts& texts = context.texts;
  StatusSource row;
  row.title = source.title.in(context.language());
  row.href = context.site.page("data") + "#" + source.dataset;
  for (const auto& dataset : context.release.datasets) {
    const std::string& title = dataset.title.in(context.language());
    if (dataset.id == source.dataset && title != row.title) row.dataset = Note{title};
  }
  row.updated = to_string(source.updated);
  row.fetched = source.fetched ? to_string(*source.fetched) : texts.say("site_status.put_there");
  row.rows = texts.number(static_cast<std::int64_t>(source.rows));
  row.tone = source.kept ? "warn" : source.fetched ? "good" : "plain";
  row.state = texts.say(source.kept ? "site_status.is_kept" : source.fetched ? "site_status.is_fetched" : "site_status.is_file");
  if (source.kept) row.why = Note{texts.say(why_key(why_kept(source.why_kept)))};
  return row;
}

}  // namespace

StatusPage status_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  const SiteInfo& site = context.site;
  StatusPage page;
  page.shell = context.shell(ref, texts.say("site_status.heading"));
  page.lead = sources_sentence(texts, site);
  page.facts = {{texts.say("about.release"), site.release_id},
                {texts.say("about.as_of"), to_string(context.release.as_of)},
                {texts.say("about.program"), texts.say("site.name") + " " + site.version}};
  if (const ReleaseId& before = site.since.before; !before.release.empty()) {
    page.facts.push_back({texts.say("site_status.before"), before.as_of.empty() ? before.release : before.release + ", " + before.as_of});
  }
  for (const SourceInfo& source : site.sources) page.sources.push_back(row_of(context, source));
  std::stable_partition(page.sources.begin(), page.sources.end(), [](const StatusSource& one) { return one.why.has_value(); });
  return page;
}

}  // namespace lagesbild::view
