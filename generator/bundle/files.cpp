#include "bundle/files.hpp"

#include <memory>
#include <utility>

#include "bundle/archive.hpp"
#include "bundle/open_json.hpp"
#include "bundle/workbook.hpp"
#include "view/catalogue.hpp"
#include "view/data_package.hpp"
#include "view/feed.hpp"

namespace lagesbild::bundle {
namespace {

using Tables = std::vector<std::unique_ptr<Rows>>;

class Maker {
 public:
  Maker(const view::Context& context, const std::string& licence, const Sink& sink) : context_(context), licence_(licence), sink_(sink) {
    for (const disclosure::Download& download : context.release.downloads) {
      tables_.push_back(std::make_unique<Rows>(context.release, download));
    }
  }

  Result<std::vector<view::FileInfo>> make() {
    if (tables_.empty()) return std::move(made_);
    const auto text = [&](std::string_view path, std::string_view bytes) { hand_on(path, bytes, bytes); };
    view::data_files(context_, text);
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      const disclosure::Download& download = context_.release.downloads[i];
      if (!fits_workbook(download)) continue;
      const auto packed = workbook(context_, download, *tables_[i]);
      if (!packed) return packed.failure();
      hand_on(view::workbook_path(tables_[i]->dataset().id), packed.value().bytes, packed.value().words);
    }
    json_files(context_, tables_, text);
    hand_on_all();
    text(view::feed_path, view::atom_feed(context_));
    if (context_.release.audience == Audience::open) text(view::catalogue_path, view::catalogue(context_, made_, licence_));
    return std::move(made_);
  }

 private:
  void hand_on(std::string_view path, std::string_view bytes, std::string_view content) {
    sink_(path, bytes, content);
    made_.push_back({std::string{path}, bytes.size()});
  }

  // Everything in one file, for those who want all of it: it holds what has been handed on already.
  void hand_on_all() {
    std::vector<std::pair<std::string, std::string>> files;
    for (const disclosure::Download& download : context_.release.downloads) {
      files.emplace_back(context_.release.datasets[download.dataset].id + ".csv", download.csv);
    }
    files.emplace_back(view::data_package_name, view::data_package(context_));
    files.emplace_back("json/schema.json", json_schema(context_, tables_));
    hand_on(archive_path, archive(files, context_.release.as_of), {});
  }

  const view::Context& context_;
  const std::string& licence_;
  const Sink& sink_;
  Tables tables_;
  std::vector<view::FileInfo> made_;
};

}  // namespace

Result<std::vector<view::FileInfo>> make_files(const view::Context& context, const std::string& licence, const Sink& sink) {
  return Maker{context, licence, sink}.make();
}

}  // namespace lagesbild::bundle
