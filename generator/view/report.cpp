#include "view/report.hpp"

#include <algorithm>

#include "base/excerpt.hpp"

namespace lagesbild::view {
namespace {

constexpr std::size_t longest_name = 200;

template <class Count>
std::size_t sum(const std::vector<ReportFile>& files, Count count) {
  std::size_t all = 0;
  for (const ReportFile& file : files) all += count(file);
  return all;
}

}  // namespace

std::size_t ReportFile::errors() const {
  return static_cast<std::size_t>(
      std::count_if(complaints.begin(), complaints.end(), [](const Diagnostic& one) { return one.severity == Severity::error; }));
}

std::size_t ReportData::errors() const {
  return sum(files, [](const ReportFile& file) { return file.errors(); });
}

std::size_t ReportData::warnings() const {
  return sum(files, [](const ReportFile& file) { return file.warnings(); });
}

ReportShell report_shell(const ReportData& data, const Texts& texts, const std::string& here, ReportPlace place) {
  const Language language = texts.language();
  ReportShell shell;
  shell.lang = to_string(language);
  shell.title = here + " – " + data.region.in(language);
  shell.region = data.region.in(language);
  shell.as_of = texts.say("report.as_of", {{"date", to_string(data.as_of)}});
  if (const std::string& notice = data.notice.in(language); !notice.empty()) shell.notice = Note{notice};
  if (place == ReportPlace::other_page) shell.crumb = ReportCrumb{report_index, texts.say("report.heading"), here};
  shell.contact = data.contact.in(language);
  shell.made_by = texts.say("report.made_by", {{"version", data.version}});
  return shell;
}

std::string complaints_in_words(const Texts& texts, std::size_t errors, std::size_t warnings) {
  if (errors + warnings == 0) return texts.say("report.clean");
  std::string words;
  if (errors > 0) words = texts.counted("report.errors", static_cast<std::int64_t>(errors));
  if (errors == 0) words = texts.say("report.no_errors");
  if (warnings > 0) words += " " + texts.counted("report.warnings", static_cast<std::int64_t>(warnings));
  return words;
}

std::string size_in_words(const Texts& texts, std::uint64_t bytes) {
  if (bytes < 1000) return texts.counted("report.bytes", static_cast<std::int64_t>(bytes));
  const auto size = static_cast<double>(bytes);
  return bytes < 1'000'000 ? texts.say("report.kilobytes", {{"size", texts.decimal(size / 1e3, 0)}})
                           : texts.say("report.megabytes", {{"size", texts.decimal(size / 1e6, 1)}});
}

std::string cleaned(std::string_view name) { return printable(name, longest_name); }

}  // namespace lagesbild::view
