#include "view/catalogue.hpp"

#include "base/json_text.hpp"
#include "view/data_package.hpp"

namespace lagesbild::view {
namespace {

constexpr std::string_view formats = "http://publications.europa.eu/resource/authority/file-type/";
constexpr std::string_view prefixes[][2] = {{"dcat", "http://www.w3.org/ns/dcat#"},
                                            {"dcterms", "http://purl.org/dc/terms/"},
                                            {"foaf", "http://xmlns.com/foaf/0.1/"},
                                            {"vcard", "http://www.w3.org/2006/vcard/ns#"},
                                            {"xsd", "http://www.w3.org/2001/XMLSchema#"}};

class CatalogueWriter {
 public:
  CatalogueWriter(const Context& context, const std::vector<FileInfo>& files, const std::string& licence)
      : context_(context), files_(files), licence_(licence) {}

  std::string write() {
    json_.object([&] {
      json_.object("@context", [&] {
        for (const auto& [prefix, address] : prefixes) json_.text(prefix, address);
      });
      json_.list("@graph", [&] {
        json_.object([&] { write_catalogue(); });
        json_.object([&] { write_publisher(); });
        for (const disclosure::Download& download : context_.release.downloads) {
          json_.object([&] { write_dataset(context_.release.datasets[download.dataset]); });
        }
      });
    });
    return json_.take();
  }

 private:
  const std::string& words(const Localized& text) const { return text.in(context_.language()); }

  void in_words(std::string_view key, const std::string& text) {
    json_.object(key, [&] {
      json_.text("@value", text);
      json_.text("@language", to_string(context_.language()));
    });
  }
  void reference(std::string_view key, const std::string& address) {
    json_.object(key, [&] { json_.text("@id", address); });
  }
  void day(std::string_view key, Date date) {
    json_.object(key, [&] {
      json_.text("@value", to_string(date));
      json_.text("@type", "xsd:date");
    });
  }
  void licence() {
    if (!licence_.empty()) reference("dcterms:license", licence_);
  }

  void write_catalogue() {
    json_.text("@id", "#katalog");
    json_.text("@type", "dcat:Catalog");
    in_words("dcterms:title", context_.texts.say("site.name") + ", " + words(context_.site.region));
    in_words("dcterms:description", words(context_.site.introduction));
    reference("dcterms:publisher", "#utgivare");
    reference("foaf:homepage", context_.site.page("../index"));
    licence();
    day("dcterms:modified", context_.release.as_of);
    json_.list("dcat:dataset", [&] {
      for (const disclosure::Download& download : context_.release.downloads) {
        json_.object([&] { json_.text("@id", "#" + context_.release.datasets[download.dataset].id); });
      }
    });
  }

  void write_publisher() {
    json_.text("@id", "#utgivare");
    json_.text("@type", "foaf:Organization");
    in_words("foaf:name", words(context_.site.region));
  }

  void write_dataset(const model::Dataset& dataset) {
    json_.text("@id", "#" + dataset.id);
    json_.text("@type", "dcat:Dataset");
    in_words("dcterms:title", words(dataset.title));
    in_words("dcterms:description", words(dataset.about));
    reference("dcterms:publisher", "#utgivare");
    json_.object("dcat:contactPoint", [&] {
      json_.text("@type", "vcard:Organization");
      json_.text("vcard:fn", words(context_.site.contact));
    });
    reference("dcterms:accessRights", "http://publications.europa.eu/resource/authority/access-right/PUBLIC");
    day("dcterms:modified", context_.release.as_of);
    json_.list("dcat:distribution", [&] {
      for (const FileInfo& file : files_) {
        if (file.path == csv_path(dataset.id)) write_distribution(file, "CSV", "text/csv");
        if (file.path == workbook_path(dataset.id)) {
          write_distribution(file, "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        }
      }
    });
  }

  void write_distribution(const FileInfo& file, std::string_view format, std::string_view media) {
    const std::string name = file.path.substr(data_folder.size());
    json_.object([&] {
      json_.text("@type", "dcat:Distribution");
      in_words("dcterms:title", name);
      reference("dcat:accessURL", context_.site.page("../data"));
      reference("dcat:downloadURL", name);
      reference("dcterms:format", std::string{formats}.append(format));
      json_.text("dcat:mediaType", media);
      licence();
    });
  }

  const Context& context_;
  const std::vector<FileInfo>& files_;
  const std::string& licence_;
  JsonText json_;
};

}  // namespace

std::string catalogue(const Context& context, const std::vector<FileInfo>& files, const std::string& licence) {
  return CatalogueWriter{context, files, licence}.write();
}

}  // namespace lagesbild::view
