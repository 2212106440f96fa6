// All pages of a site in one file, to be mailed or put where only single files can be: links between pages become links in it, style and
// pictures are inside, and no script is needed. The style shows the chosen page only. It reads finished pages, as the program makes them:
// it is no reader of any HTML. The bytes do not depend on the order in which files come.
#pragma once
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild::web {

struct SinglePage {
  std::string path;     // as in the site
  std::string name;     // in the list of contents
  std::string group;    // over which it stands there; empty: none
};

struct SingleWords {
  std::string lang, title;
  std::string contents;     // heading of the list of contents
  std::string all;          // a link that shows all pages after each other
  std::string elsewhere;    // after what leads to something that is not in the file
};

class SingleFile {
 public:
  // The first page is shown first. Only these are in it.
  SingleFile(std::vector<SinglePage> pages, SingleWords words);
  // Every file of the site, from any thread; what is not needed is not kept.
  void add(std::string_view path, std::string_view bytes);
  std::string write() const;

 private:
  class Rewriter;
  std::string style() const;
  std::string contents() const;
  std::vector<SinglePage> pages_;
  SingleWords words_;
  std::map<std::string, std::size_t, std::less<>> numbers_;  // of the pages, by path
  std::map<std::string, std::string, std::less<>> files_;
  std::mutex lock_;
};

// A file to download of at most this many bytes is in it; others are named only.
inline constexpr std::size_t largest_inside = 30'000;

}  // namespace lagesbild::web
