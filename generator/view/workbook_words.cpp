#include "view/workbook_words.hpp"

#include "view/page_data.hpp"

namespace lagesbild::view {
namespace {

std::string form_of(const DataField& field) {
  std::string form = field.form;
  if (!field.choices) return form;
  for (const DataChoice& choice : field.choices->list) form += "\n" + choice.id + ": " + choice.name;
  return form;
}

void add_facts(const Context& context, const DataSection& section, WorkbookWords& words) {
  const Texts& texts = context.texts;
  const Language language = context.language();
  const auto add = [&](const char* key, std::string text) {
    if (!text.empty()) words.facts.emplace_back(texts.say(key), std::move(text));
  };
  const std::string audience{to_string(context.release.audience)};
  add("workbook.notice", context.site.notice.in(language));
  add("workbook.holds", section.about);
  add("workbook.region", context.site.region.in(language));
  add("workbook.as_of", to_string(context.release.as_of));
  if (section.sources) {
    for (const DataSource& source : section.sources->list) add("workbook.source", source.title + ". " + source.updated);
  }
  add("workbook.protection", texts.say("workbook.withheld", {{"show", texts.number(context.release.policy.smallest_group)}}));
  add("workbook.audience", texts.say("data.for_" + audience));
  add("workbook.release", context.site.release_id);
  add("workbook.contact", context.site.contact.in(language));
}

}  // namespace

WorkbookWords workbook_words(const Context& context, const disclosure::Download& download) {
  const Texts& texts = context.texts;
  const DataSection section = dataset_section(context, download.dataset);
  WorkbookWords words;
  words.title = section.title;
  words.dictionary = texts.say("workbook.dictionary");
  words.about = texts.say("workbook.about");
  words.dictionary_headings = {texts.say("workbook.heading"), texts.say("workbook.name"), texts.say("workbook.meaning"),
                               texts.say("workbook.form")};
  for (const std::size_t index : download.fields) {
    const DataField& field = section.rows[index];
    words.fields.push_back({field.title, field.name, field.about, form_of(field)});
  }
  add_facts(context, section, words);
  return words;
}

}  // namespace lagesbild::view
