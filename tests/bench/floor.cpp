// The least that a build of a site can cost: reads and parses the same inputs trivially, and writes the bytes of a finished site from
// memory to as many files, in the order of calls that publishing has (files, syncfs, rename, fsync). What a generator takes beyond this
// is its own doing. Prints wall and CPU milliseconds, files and bytes; loading the site is not counted.
//   bench_floor SITE OUT THREADS INPUT...     OUT must not exist
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Page {
  std::string path;  // relative to the site
  std::string bytes;
};

[[noreturn]] void fail(const std::string& what) {
  std::perror(("bench_floor: " + what).c_str());
  std::exit(4);
}

std::string read_whole(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) fail(file.string());
  std::string bytes(fs::file_size(file), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) fail(file.string());
  return bytes;
}

std::vector<Page> load(const fs::path& site) {
  std::vector<Page> pages;
  for (const auto& entry : fs::recursive_directory_iterator{site}) {
    if (entry.is_regular_file()) pages.push_back({entry.path().lexically_relative(site).string(), read_whole(entry.path())});
  }
  std::sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.path < b.path; });
  return pages;
}

// Cells in a row, kept; no quotes, no checks.
std::size_t parse(std::string_view text, std::vector<std::string_view>& cells) {
  std::size_t rows = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(";\n"), text.size());
    cells.push_back(text.substr(0, end));
    if (end < text.size() && text[end] == '\n') ++rows;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return rows;
}

void write_page(int folder, const Page& page) {
  const int fd = ::openat(folder, page.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (fd < 0) fail(page.path);
  for (std::string_view rest = page.bytes; !rest.empty();) {
    const ssize_t put = ::write(fd, rest.data(), rest.size());
    if (put < 0) fail(page.path);
    rest.remove_prefix(static_cast<std::size_t>(put));
  }
  if (::close(fd) != 0) fail(page.path);
}

void write_all(int folder, const std::vector<Page>& pages, std::size_t threads) {
  std::string last;
  for (const Page& page : pages) {
    for (std::size_t slash = page.path.find('/'); slash != std::string::npos; slash = page.path.find('/', slash + 1)) {
      const std::string name = page.path.substr(0, slash);
      if (last.starts_with(name + "/")) continue;
      if (::mkdirat(folder, name.c_str(), 0755) != 0 && errno != EEXIST) fail(name);
    }
    last = page.path;
  }
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t at = next++; at < pages.size(); at = next++) write_page(folder, pages[at]);
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
  work();
}

double milliseconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fputs("usage: bench_floor SITE OUT THREADS INPUT...\n", stderr);
    return 2;
  }
  const std::vector<Page> pages = load(argv[1]);
  const std::string out = argv[2];
  const std::string staging = out + ".staging";
  const auto threads = static_cast<std::size_t>(std::max(1, std::atoi(argv[3])));

  const double wall = milliseconds(CLOCK_MONOTONIC);
  const double cpu = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
  std::vector<std::string> inputs;
  for (int i = 4; i < argc; ++i) inputs.push_back(read_whole(argv[i]));
  std::vector<std::string_view> cells;
  std::size_t rows = 0;
  for (const std::string& input : inputs) rows += parse(input, cells);
  if (::mkdir(staging.c_str(), 0755) != 0) fail(staging);
  const int folder = ::open(staging.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) fail(staging);
  write_all(folder, pages, threads);
  if (::syncfs(folder) != 0) fail(staging);
  if (::rename(staging.c_str(), out.c_str()) != 0) fail(out);
  const int above = ::open(fs::path{out}.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (above < 0 || ::fsync(above) != 0) fail(out);
  const double wall_spent = milliseconds(CLOCK_MONOTONIC) - wall;
  const double cpu_spent = milliseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;

  std::uint64_t bytes = 0;
  for (const Page& page : pages) bytes += page.bytes.size();
  std::printf("%.3f %.3f %zu %llu %zu %zu\n", wall_spent, cpu_spent, pages.size(), static_cast<unsigned long long>(bytes), rows,
              cells.size());
}
