// Is a finished page fit to be seen? One pass over its bytes as it comes from a render thread; what concerns other pages (links, anchors)
// goes into a compact index, so that 20 000 pages need not sit in memory. Every file of the site must pass here, or links to it are
// reported as broken.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace lagesbild::check {

// One per thread. `path` is relative to the site's root, with `/`: "enhet/fk001.html".
class PageChecker {
 public:
  PageChecker();
  PageChecker(PageChecker&&) noexcept;
  PageChecker& operator=(PageChecker&&) noexcept;
  ~PageChecker();
  void page(std::string_view path, std::string_view html);
  void asset(std::string_view path, std::string_view bytes);  // .css, .js, .svg, anything else: at least its name
  void packed(std::string_view path, std::string_view content);  // a file that nobody can read as it is, by what it says

 private:
  friend class SiteCheck;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// After all threads are done: links and anchors across pages, and personal data in any file.
class SiteCheck {
 public:
  void add(PageChecker&& checker);
  // Everything that was found, on the pages too, by path, line and column: the same whichever thread saw which page. Call once.
  // What points out a person is an error, unless it stands in one of `own_texts`: whom the site says to turn to.
  Diagnostics finish(const std::vector<std::string>& own_texts = {});

 private:
  std::vector<PageChecker> parts_;
};

}  // namespace lagesbild::check
