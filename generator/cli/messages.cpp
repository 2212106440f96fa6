#include "cli/messages.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

namespace lagesbild::cli {
namespace {

// A variable that a program above left behind does not count: it must name the very file that stderr is.
bool is_journal() {
  const char* const stream = std::getenv("JOURNAL_STREAM");
  struct stat seen{};
  if (stream == nullptr || ::fstat(STDERR_FILENO, &seen) != 0) return false;
  return std::to_string(seen.st_dev) + ":" + std::to_string(seen.st_ino) == stream;
}

}  // namespace

void print_messages(const Diagnostics& diagnostics, Language language) {
  if (!is_journal()) {
    print(std::cerr, diagnostics, language);
    return;
  }
  for (const Diagnostic& one : diagnostics.all()) {
    std::ostringstream text;
    print(text, one, language);
    std::istringstream lines{text.str()};
    for (std::string line; std::getline(lines, line);) std::cerr << (one.severity == Severity::error ? "<3>" : "<4>") << line << "\n";
  }
}

}  // namespace lagesbild::cli
