#include "view/feed.hpp"

#include <algorithm>
#include <vector>

#include "base/hash.hpp"
#include "base/html.hpp"
#include "view/since_words.hpp"
#include "view/source_state.hpp"

namespace lagesbild::view {
namespace {

constexpr std::size_t most_news = 100;

// Version 8 of RFC 9562: bits of our own choice.
std::string uuid_of(std::string_view what) {
  std::string hex = id_of_hash(sha256_hex(what), 32);
  hex[12] = '8';
  hex[16] = 'a';
  for (const std::size_t dash : {20U, 16U, 12U, 8U}) hex.insert(dash, "-");
  return "urn:uuid:" + hex;
}

struct Entry {
  std::string id, title, about, href;
  Date updated;
  std::string related = {};  // address of what says more; empty: nothing does
};

class FeedWriter {
 public:
  explicit FeedWriter(const Context& context) : context_(context) {}

  std::string write() {
    const SiteInfo& site = context_.site;
    const Date as_of = context_.release.as_of;
    out_ = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"";
    out_.append(to_string(context_.language())).append("\">\n");
    element("id", uuid_of("feed " + site.id + " " + std::string{to_string(context_.release.audience)}));
    element("title", say("feed.title", {{"region", words(site.region)}}));
    if (!words(site.notice).empty()) element("subtitle", words(site.notice));
    time(as_of);
    out_ += "<link rel=\"self\" type=\"application/atom+xml\" href=\"andringar.atom\"/>\n<link href=\"" + site.page("../index") +
            "\"/>\n<author>";
    element("name", words(site.region));
    out_ += "</author>\n";
    for (const Entry& entry : entries()) write(entry);
    return out_ += "</feed>\n";
  }

 private:
  const std::string& words(const Localized& text) const { return text.in(context_.language()); }
  std::string say(std::string_view key, std::initializer_list<Arg> arguments) const { return context_.texts.say(key, arguments); }

  std::vector<Entry> entries() const {
    const SiteInfo& site = context_.site;
    const std::string date = to_string(context_.release.as_of);
    std::vector<Entry> all{{uuid_of("release " + site.release_id), say("feed.release", {{"date", date}}),
                            release_about(), site.page("../index"), context_.release.as_of, site.page("../status")}};
    for (const SourceInfo& source : site.sources) {
      all.push_back({uuid_of("source " + source.dataset + " " + source.location + " " + source.sha256), words(source.title),
                     say("feed.source", {{"date", to_string(source.updated)}}),
                     site.page("../data") + "#" + source.dataset, source.updated});
    }
    add_news(all);
    std::stable_sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) { return a.updated > b.updated; });
    return all;
  }

  std::string release_about() const {
    std::string about = say("feed.release_about", {{"release", context_.site.release_id}});
    const Texts& texts = context_.texts;
    const auto all = static_cast<std::int64_t>(context_.site.sources.size());
    const auto kept = static_cast<std::int64_t>(kept_sources(context_.site));
    if (kept > 0) about += " " + texts.counted("feed.kept", kept, {{"all", texts.number(all)}});
    return about;
  }

  // The weightiest first. An id is that of a unit's news between two releases.
  void add_news(std::vector<Entry>& all) const {
    const SinceLast& since = context_.site.since;
    std::vector<const UnitNews*> units;
    for (const UnitNews& unit : since.units) units.push_back(&unit);
    units = weightiest_first(context_, units);
    if (units.size() > most_news) units.resize(most_news);
    for (const UnitNews* unit : units) {
      const disclosure::UnitCard& card = context_.release.units[unit->unit];
      std::string told;
      for (const News& one : news_of(context_, *unit)) told += (told.empty() ? "" : "; ") + one.text;
      const std::string& path = context_.unit_path(unit->unit);
      all.push_back({uuid_of("news " + since.before.release + " " + context_.site.release_id + " " + card.id), card.name, std::move(told),
                     "../" + (path.empty() ? context_.site.page("andringar") : path), context_.release.as_of});
    }
  }

  void element(std::string_view name, std::string_view text) {
    out_.append("<").append(name).append(">");
    append_escaped(out_, text);
    out_.append("</").append(name).append(">\n");
  }
  void time(Date date) { element("updated", to_string(date) + "T00:00:00Z"); }

  void write(const Entry& entry) {
    out_ += "<entry>\n";
    element("id", entry.id);
    element("title", entry.title);
    time(entry.updated);
    out_.append("<link href=\"");
    append_escaped(out_, entry.href);
    out_ += "\"/>\n";
    if (!entry.related.empty()) {
      out_ += "<link rel=\"related\" href=\"";
      append_escaped(out_, entry.related);
      out_ += "\"/>\n";
    }
    element("summary", entry.about);
    out_ += "</entry>\n";
  }

  const Context& context_;
  std::string out_;
};

}  // namespace

std::string atom_feed(const Context& context) { return FeedWriter{context}.write(); }

}  // namespace lagesbild::view
