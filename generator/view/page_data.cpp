#include "view/page_data.hpp"

#include <algorithm>
#include <set>

#include "view/catalogue.hpp"
#include "view/data_package.hpp"
#include "view/feed.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Barred;
using disclosure::Download;
using model::Dataset;
using model::FieldType;

const Download* download_of(const Context& context, std::size_t dataset) {
  const auto& all = context.release.downloads;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Download& one) { return one.dataset == dataset; });
  return found == all.end() ? nullptr : &*found;
}

std::string size_in_words(const Texts& texts, std::size_t bytes) {
  const double kilobytes = static_cast<double>(bytes) / 1000;
  const bool large = kilobytes >= 1000;
  const double shown = large ? kilobytes / 1000 : kilobytes;
  return texts.say(large ? "data.megabytes" : "data.kilobytes", {{"n", texts.decimal(shown, shown < 10 ? 1 : 0)}});
}

// Of its newest source; what is computed is as new as the site.
Date updated_of(const Context& context, std::size_t dataset) {
  if (context.release.datasets[dataset].computed) return context.release.as_of;
  Date newest{};
  for (const SourceInfo& source : context.site.sources) {
    if (source.dataset == context.release.datasets[dataset].id) newest = std::max(newest, source.updated);
  }
  return newest;
}

// Nothing when there is no such file.
const FileInfo* made(const Context& context, std::string_view path) {
  const auto& all = context.site.files;
  const auto found = std::find_if(all.begin(), all.end(), [&](const FileInfo& one) { return one.path == path; });
  return found == all.end() ? nullptr : &*found;
}

// The rows as CSV, and in the other forms that have been made.
DataForms forms_of(const Context& context, const Download& download) {
  const std::string& id = context.release.datasets[download.dataset].id;
  DataForms forms;
  forms.rows = context.texts.counted("data.rows", static_cast<std::int64_t>(download.rows),
                                     {{"date", to_string(updated_of(context, download.dataset))}});
  const auto add = [&](const std::string& path, std::string name, std::size_t bytes) {
    forms.list.push_back({way_up(context.folder()) + path, std::move(name), size_in_words(context.texts, bytes)});
  };
  add(csv_path(id), id + ".csv", download.csv.size());
  const std::pair<std::string, std::string> others[] = {
      {workbook_path(id), id + ".xlsx"}, {plain_csv_path(id), context.texts.say("data.without_mark", {{"file", id + ".csv"}})}};
  for (const auto& [path, name] : others) {
    if (const FileInfo* file = made(context, path)) add(path, name, file->bytes);
  }
  return forms;
}

std::string seen_by(const Texts& texts, Audience audience) { return texts.say("data.seen_" + std::string{to_string(audience)}); }

// ", 0 till 1 000 000 patienter"; years are not grouped.
std::string limits_of(const Context& context, const model::Field& field) {
  const Texts& texts = context.texts;
  const auto number = [&](std::int64_t value) { return field.type == FieldType::year ? std::to_string(value) : texts.number(value); };
  if (!field.least || !field.most) return {};
  std::string limits = *field.most >= model::no_limit
                           ? texts.say("data.at_least", {{"least", number(*field.least)}})
                           : texts.say("data.range", {{"least", number(*field.least)}, {"most", number(*field.most)}});
  if (!field.unit.sv.empty()) limits += " " + field.unit.in(context.language());
  return ", " + limits;
}

std::string form_of(const Context& context, const model::Field& field) {
  const Texts& texts = context.texts;
  switch (field.type) {
    case FieldType::text:
      return texts.counted(field.free_text ? "data.form_free_text" : "data.form_text", static_cast<std::int64_t>(field.longest));
    case FieldType::id: return texts.say("data.form_id");
    case FieldType::percent:
    case FieldType::integer: return texts.say("data.form_integer") + limits_of(context, field);
    case FieldType::decimal: return texts.say("data.form_decimal") + limits_of(context, field);
    case FieldType::date: return texts.say(field.past ? "data.form_past_date" : "data.form_date");
    case FieldType::year: return texts.say("data.form_year") + limits_of(context, field);
    case FieldType::grade: return texts.say("data.form_grade");
    case FieldType::choice: return texts.say("data.form_choice");
    case FieldType::yes_no: return texts.say("data.form_yes_no");
    case FieldType::url: return texts.say("data.form_url");
    case FieldType::ids: return texts.say("data.form_ids");
  }
  return {};
}

std::string id_of(std::string_view dataset, std::string_view field) { return std::string{dataset} + "-" + std::string{field}; }

// A reference such as units.unit_id as a link to that row; nothing when no description has it.
std::optional<Link> reference_of(const Context& context, const model::Field& field) {
  const std::size_t dot = field.refers_to.find('.');
  for (const Dataset& dataset : context.release.datasets) {
    if (dot == std::string::npos || field.refers_to.substr(0, dot) != dataset.id) continue;
    const std::string name = field.refers_to.substr(dot + 1);
    if (dataset.find(name)) return Link{"#" + id_of(dataset.id, name), dataset.title.in(context.language()), false};
  }
  return std::nullopt;
}

std::optional<Note> left_out(const Context& context, const Download* download, const model::Field& field, std::size_t index) {
  if (download == nullptr || std::binary_search(download->fields.begin(), download->fields.end(), index)) return std::nullopt;
  return Note{context.texts.say(field.audience > context.release.audience ? "data.field_narrower" : "data.field_not_kept")};
}

DataField field_of(const Context& context, const Dataset& dataset, std::size_t index, const Download* download) {
  const model::Field& field = dataset.fields[index];
  const Language language = context.language();
  DataField row;
  row.id = id_of(dataset.id, field.name);
  row.title = field.title.in(language);
  row.name = field.name;
  row.about = field.about.in(language);
  row.form = form_of(context, field);
  if (!field.choices.empty()) row.choices.emplace();
  for (const model::Choice& choice : field.choices) row.choices->list.push_back({choice.id, choice.name.in(language)});
  row.refers_to = reference_of(context, field);
  row.required = field.required;
  row.seen_by = seen_by(context.texts, field.audience);
  row.left_out = left_out(context, download, field, index);
  return row;
}

std::optional<Note> unique_of(const Context& context, const Dataset& dataset) {
  if (dataset.key.empty()) return std::nullopt;
  std::vector<std::string> titles;
  for (const std::string& name : dataset.key) {
    if (const auto field = dataset.find(name)) titles.push_back(dataset.fields[*field].title.in(context.language()));
  }
  return Note{context.texts.say("data.unique", {{"fields", join_in_words(context.texts, titles)}})};
}

// Of a dataset that the site has.
Note no_file_of(const Texts& texts, const Dataset& dataset) {
  switch (disclosure::barred(dataset)) {
    case Barred::about_persons: return {texts.say("data.no_file_persons")};
    case Barred::free_text: return {texts.say("data.no_file_text")};
    case Barred::no: break;
  }
  return {texts.say("data.no_file_rows")};
}

DataSection section_of(const Context& context, std::size_t index, const Download* download) {
  const Texts& texts = context.texts;
  const Language language = context.language();
  const Dataset& dataset = context.release.datasets[index];
  DataSection section;
  section.id = dataset.id;
  section.title = dataset.title.in(language);
  section.about = dataset.about.in(language) + " " + texts.say("data.row", {{"row", dataset.row.in(language)}});
  if (dataset.about_persons) section.persons = Note{texts.say("data.persons")};
  section.unique = unique_of(context, dataset);
  for (const SourceInfo& source : context.site.sources) {
    if (source.dataset != dataset.id) continue;
    const std::string age = age_in_words(texts, source.updated, context.release.as_of);
    if (!section.sources) section.sources.emplace();
    section.sources->list.push_back({source.title.in(language),
                                     texts.say("about.updated", {{"date", to_string(source.updated)}, {"age", age}}),
                                     source.sha256.substr(0, 16)});
  }
  if (download != nullptr) section.file = forms_of(context, *download);
  else if (section.sources && !dataset.about_persons) section.no_file = no_file_of(texts, dataset);
  for (const Dataset& other : context.release.datasets) {
    if (other.id == dataset.form_of && other.id != dataset.id) section.main_form = Link{"#" + other.id, other.title.in(language), false};
  }
  for (std::size_t i = 0; i < dataset.fields.size(); ++i) section.rows.push_back(field_of(context, dataset, i, download));
  return section;
}

// Those with a source, in the order of the sources, and what was computed from them; then the others, which could be delivered.
std::pair<std::vector<std::size_t>, std::vector<std::size_t>> in_order(const Context& context) {
  const auto& datasets = context.release.datasets;
  std::vector<std::size_t> here, others;
  std::set<std::size_t> seen;
  for (const SourceInfo& source : context.site.sources) {
    for (std::size_t i = 0; i < datasets.size(); ++i) {
      if (datasets[i].id == source.dataset && seen.insert(i).second) here.push_back(i);
    }
  }
  for (std::size_t i = 0; i < datasets.size(); ++i) {
    if (!datasets[i].computed && !seen.contains(i)) others.push_back(i);
    if (datasets[i].computed && download_of(context, i) != nullptr) here.push_back(i);
  }
  return {std::move(here), std::move(others)};
}

std::string lead_of(const Context& context, std::size_t datasets) {
  const Texts& texts = context.texts;
  const auto& sources = context.site.sources;
  if (sources.empty()) return texts.say("data.lead_none");
  const auto newest = std::max_element(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.updated < b.updated; });
  return texts.counted("data.lead", static_cast<std::int64_t>(datasets),
                       {{"files", texts.counted("data.files", static_cast<std::int64_t>(sources.size()))},
                        {"date", to_string(newest->updated)}});
}

// Those that have been made, in an order that begins with what most readers want.
std::vector<DataWhole> wholes_of(const Context& context) {
  const Texts& texts = context.texts;
  const std::string folder{data_folder};
  const std::pair<std::string, std::string> known[] = {{folder + "allt.zip", texts.say("data.whole_zip")},
                                                       {std::string{feed_path}, texts.say("data.whole_feed")},
                                                       {folder + std::string{data_package_name}, texts.say("data.whole_package")},
                                                       {folder + "json/region.json", texts.say("data.whole_json")},
                                                       {folder + "json/schema.json", texts.say("data.whole_schema")},
                                                       {std::string{catalogue_path}, texts.say("data.whole_catalogue")}};
  std::vector<DataWhole> wholes;
  for (const auto& [path, about] : known) {
    const FileInfo* file = made(context, path);
    if (file == nullptr) continue;
    wholes.push_back({{way_up(context.folder()) + path, path.substr(folder.size()), size_in_words(texts, file->bytes)}, about});
  }
  return wholes;
}

}  // namespace

DataSection dataset_section(const Context& context, std::size_t dataset) {
  return section_of(context, dataset, download_of(context, dataset));
}

DataPage data_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  DataPage page;
  page.shell = context.shell(ref, texts.say("nav.data"));
  const auto [here, others] = in_order(context);
  page.lead = lead_of(context, here.size());
  for (const std::size_t index : here) {
    const Download* download = download_of(context, index);
    const DataSection& section = page.datasets.emplace_back(section_of(context, index, download));
    DataLine& line = page.contents.emplace_back(DataLine{"#" + section.id, section.title, section.file, std::nullopt});
    if (download == nullptr) line.no_file = no_file_of(texts, context.release.datasets[index]);
  }
  for (const std::size_t index : others) page.others.push_back(section_of(context, index, nullptr));
  if (context.release.downloads.empty()) return page;
  const std::string audience{to_string(context.release.audience)};
  page.files = DataFiles{{{texts.say("data.files_format")}, {texts.say("data.files_forms")}, {texts.say("data.files_withheld")},
                          {texts.say("data.for_" + audience)}},
                         wholes_of(context)};
  return page;
}

}  // namespace lagesbild::view
