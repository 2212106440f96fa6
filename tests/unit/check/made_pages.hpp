// Made-up pages and files, and what the check says of them, a line each.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "check/page_check.hpp"

namespace lagesbild::check {

// A page that is fit to be seen, with `content` on line 7 from column 1.
inline std::string page_with(const std::string& content) {
  return "<!doctype html>\n<html lang=\"sv\">\n<head>\n<title>Lägesbild</title>\n</head>\n<body><main><h1>Enheter</h1>\n" + content +
         "\n</main></body>\n</html>\n";
}

inline std::string described(const Diagnostic& diagnostic) {
  std::string text =
      diagnostic.place.file + ":" + std::to_string(diagnostic.place.line) + ":" + std::to_string(diagnostic.place.column) + " ";
  if (diagnostic.severity == Severity::warning) text += "warning ";
  text += diagnostic.code.id;
  for (const Argument& argument : diagnostic.arguments) text += " " + argument.name + "=" + argument.value;
  return text;
}

using Lines = std::vector<std::string>;

inline Lines described(const Diagnostics& diagnostics) {
  Lines all;
  for (const Diagnostic& each : diagnostics.all()) all.push_back(described(each));
  return all;
}

using Files = std::map<std::string, std::string>;

inline Lines check_files(const Files& files, const std::vector<std::string>& own_texts = {}) {
  PageChecker checker;
  for (const auto& [path, bytes] : files) {
    if (path.ends_with(".html")) checker.page(path, bytes);
    else checker.asset(path, bytes);
  }
  SiteCheck site;
  site.add(std::move(checker));
  return described(site.finish(own_texts));
}

// What is wrong with one page, index.html, that has this content.
inline Lines check_content(const std::string& content) { return check_files({{"index.html", page_with(content)}}); }
inline Lines check_page(const std::string& html) { return check_files({{"index.html", html}}); }


}  // namespace lagesbild::check
