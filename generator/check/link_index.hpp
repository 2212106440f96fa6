// Which links lead where, small enough for 20 000 pages: each (target, anchor) once, with the first place that has it as evidence. First
// by path, line and column, not by time: pages come in any order from any thread.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/hash_set.hpp"

namespace lagesbild::check {

// Line and column of a byte; cheap when asked in order.
class Cursor {
 public:
  struct Spot {
    int line = 1;
    int column = 1;
  };
  explicit Cursor(std::string_view text = {}) : text_(text) {}
  Spot at(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Spot spot_;
};

// By a person who clicks, or by the browser (style, image): only the first saves a page from being an orphan.
enum class Followed : std::uint8_t { by_browser, by_person };
enum class Ids : std::uint8_t { unknown, known };  // a csv has none, and a PDF has some that we do not see

struct Link {
  std::uint64_t key = 0;     // of target and anchor
  std::uint64_t target = 0;
  std::uint32_t page = 0;    // the evidence
  std::uint32_t line = 0, column = 0;
  std::uint32_t text_at = 0, text_size = 0;
  std::uint32_t count = 0;
  bool has_anchor = false;
  Followed followed = Followed::by_browser;
};

struct File {
  std::string path;
  std::uint64_t hash = 0;
  Ids ids = Ids::unknown;
  bool is_page = false;
};

class LinkIndex {
 public:
  // The file that the next links and ids are in.
  void start(File file);
  const File& file() const { return files_.back(); }
  // `written` must stay where it is until settle().
  void add(std::string_view target, std::optional<std::string_view> anchor, std::string_view written, Followed followed);
  // At the end of the file, whose text it is: all of its links at once, because the index is far larger than the caches, and memory that
  // was asked for ahead comes in parallel.
  void settle(std::string_view text);
  void add_id(std::uint64_t id) { ids_.push_back(hash_of(file().hash, id)); }

  const std::vector<File>& files() const { return files_; }
  const std::vector<Link>& links() const { return links_; }
  const std::vector<std::uint64_t>& ids() const { return ids_; }
  std::string_view text(const Link& link) const { return std::string_view{texts_}.substr(link.text_at, link.text_size); }
  const std::string& page(const Link& link) const { return files_[link.page].path; }

 private:
  struct Pending {
    std::uint64_t key;
    std::uint64_t target;
    std::string_view written;
    bool has_anchor;
    Followed followed;
  };
  std::uint64_t* find(std::uint64_t key);
  void grow();
  void settle(const Pending& pending, Cursor& cursor, std::size_t offset);
  void note(Link& link, std::string_view written, Cursor& cursor, std::size_t offset);

  std::vector<File> files_;
  std::string last_path_;  // of all so far, in order of paths
  bool is_last_ = false;   // is the current file? Then no evidence is better than what is there
  std::vector<Link> links_;
  std::vector<std::uint64_t> slots_;  // upper half of the key, then the number of the link plus one
  std::vector<Pending> pending_;
  std::vector<std::uint64_t> ids_;
  std::string texts_;
};

// `reference` as seen from a file in `folder` ("" or "en/enhet/"), into `target`. False when it climbs out of the site.
bool resolve(std::string_view folder, std::string_view reference, std::string& target);
std::string_view folder_of(std::string_view path);  // with its slash
// Only a-z 0-9 . _ - and single slashes: what every web server, disk and stick agrees on.
bool is_plain_path(std::string_view path);

}  // namespace lagesbild::check
