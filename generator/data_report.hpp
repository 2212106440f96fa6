// The data quality report: what came in, what is wrong with it and what is missing. It is gathered while the stages run and made whatever
// the outcome, most of all when there are errors; only the site's own files (site.yaml, texts, templates) must be sound. It says no more
// about a file than the messages do, which are masked, and leaves out rows about persons.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "fetch/fetch.hpp"
#include "model/dataset.hpp"
#include "model/facts.hpp"
#include "render/report.hpp"
#include "source/site.hpp"
#include "view/report.hpp"

namespace lagesbild {

class DataReport {
 public:
  // What is known after each stage, in this order, as far as the build comes.
  void described(const source::Configuration& configuration, const std::vector<model::Dataset>& datasets);
  void fetched(const std::vector<fetch::Copy>& copies);
  void read(const model::Facts& facts);

  // Whether the build came so far that there is something to report.
  bool possible() const { return site_.has_value(); }
  // All files, the first page first. Nothing, and errors, when the words of the language or the style cannot be read.
  std::optional<render::Files> files(const Diagnostics& found, Language language, Disk& disk, Diagnostics& diagnostics) const;

 private:
  view::ReportData with_complaints(const Diagnostics& found) const;
  std::optional<source::Site> site_;
  view::ReportData data_;
  std::map<std::string, std::size_t> by_location_;  // of a source: index into data_.files
};

}  // namespace lagesbild
