// The data dictionary: what every dataset holds, where it comes from on this site, who may see which field, and which rows can be
// downloaded. All of it comes from the descriptions, so it cannot say anything else than the readers hold people to.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct DataFile {
  std::string href;
  std::string name;
  std::string size;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &DataFile::href, "address of the file"}, Field{"name", &DataFile::name, "its name, units.csv"},
                      Field{"size", &DataFile::size, "in words: 23 kB"}};
  }
};

// The same rows in every form that they can be had in.
struct DataForms {
  std::string rows;
  std::vector<DataFile> list;
  static constexpr auto fields() {
    return std::tuple{Field{"rows", &DataForms::rows, "how many, and of what date, in words"},
                      Field{"list", &DataForms::list, "CSV, then what else there is: without a mark, Excel"}};
  }
};

// A line of the table of contents.
struct DataLine {
  std::string href;
  std::string title;
  std::optional<DataForms> file;
  std::optional<Note> no_file;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &DataLine::href, "of the section of the dataset"}, Field{"title", &DataLine::title, "of the dataset"},
                      Field{"file", &DataLine::file, "to be downloaded"},
                      Field{"no_file", &DataLine::no_file, "why there is no file, in a few words"}};
  }
};

struct DataSource {
  std::string title;
  std::string updated;
  std::string sha256;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &DataSource::title, "name of the source"},
                      Field{"updated", &DataSource::updated, "its date and age, in words"},
                      Field{"sha256", &DataSource::sha256, "first 16 digits of the checksum of what was read"}};
  }
};

struct DataSources {
  std::vector<DataSource> list;
  static constexpr auto fields() { return std::tuple{Field{"list", &DataSources::list, "in the order of sources.yaml"}}; }
};

struct DataChoice {
  std::string id;
  std::string name;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &DataChoice::id, "as it stands in our files"}, Field{"name", &DataChoice::name, "in words"}};
  }
};

struct DataChoices {
  std::vector<DataChoice> list;
  static constexpr auto fields() { return std::tuple{Field{"list", &DataChoices::list, "what a cell may say"}}; }
};

struct DataField {
  std::string id;
  std::string title;
  std::string name;
  std::string about;
  std::string form;
  std::optional<DataChoices> choices;
  std::optional<Link> refers_to;
  bool required = false;
  std::string seen_by;
  std::optional<Note> left_out;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &DataField::id, "of the row on the page"}, Field{"title", &DataField::title, "heading in words"},
                      Field{"name", &DataField::name, "heading in our files"},
                      Field{"about", &DataField::about, "what to write, in a sentence"},
                      Field{"form", &DataField::form, "type, limits and unit, in words"},
                      Field{"choices", &DataField::choices, "where only some words are allowed"},
                      Field{"refers_to", &DataField::refers_to, "the field of another dataset that holds the same value"},
                      Field{"required", &DataField::required, "every cell must be filled in"},
                      Field{"seen_by", &DataField::seen_by, "the widest audience, in words"},
                      Field{"left_out", &DataField::left_out, "why the field is not in the file that can be downloaded"}};
  }
};

struct DataSection {
  std::string id;
  std::string title;
  std::string about;
  std::optional<Note> persons;
  std::optional<Note> unique;
  std::optional<DataSources> sources;
  std::optional<DataForms> file;
  std::optional<Note> no_file;
  std::optional<Link> main_form;
  std::vector<DataField> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &DataSection::id, "of the dataset, and of its section on the page"},
                      Field{"title", &DataSection::title, "of the dataset"},
                      Field{"about", &DataSection::about, "where it comes from, what it is for, what a row is"},
                      Field{"persons", &DataSection::persons, "what it means that it is about persons"},
                      Field{"unique", &DataSection::unique, "the fields that no two rows share, in a sentence"},
                      Field{"sources", &DataSection::sources, "where it comes from on this site; absent when the site does not have it"},
                      Field{"file", &DataSection::file, "to be downloaded"},
                      Field{"no_file", &DataSection::no_file, "why there is no file, in a sentence, unless `persons` says so"},
                      Field{"main_form", &DataSection::main_form, "the dataset that this is another form of"},
                      Field{"rows", &DataSection::rows, "its fields"}};
  }
};

// A file that is about more than one dataset.
struct DataWhole {
  DataFile file;
  std::string about;
  static constexpr auto fields() {
    return std::tuple{Field{"file", &DataWhole::file, "to be downloaded"},
                      Field{"about", &DataWhole::about, "what it is for, in a sentence"}};
  }
};

struct DataFiles {
  std::vector<Note> notes;
  std::vector<DataWhole> list;
  static constexpr auto fields() {
    return std::tuple{Field{"notes", &DataFiles::notes, "how the files are written, and for whom"},
                      Field{"list", &DataFiles::list, "everything in one file, and what is for programs"}};
  }
};

struct DataPage {
  Shell shell;
  std::string lead;
  std::vector<DataLine> contents;
  std::optional<DataFiles> files;
  std::vector<DataSection> datasets;
  std::vector<DataSection> others;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &DataPage::shell, "what stands around the page"},
                      Field{"lead", &DataPage::lead, "how much data there is, in a sentence"},
                      Field{"contents", &DataPage::contents, "the datasets that the site has"},
                      Field{"files", &DataPage::files, "about the files; absent when nothing can be downloaded"},
                      Field{"datasets", &DataPage::datasets, "those that the site has, in the order of its sources"},
                      Field{"others", &DataPage::others, "those that the program knows and the site does not have"}};
  }
};

// As on the page.
DataSection dataset_section(const Context& context, std::size_t dataset);

DataPage data_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
