#include "check/page_check.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "base/personal_data.hpp"
#include "base/text.hpp"
#include "check/codes.hpp"
#include "check/personal.hpp"
#include "check/scan.hpp"

namespace lagesbild::check {

struct PageChecker::Impl {
  Diagnostics diagnostics;
  LinkIndex links;
  Scan scan{diagnostics, links};
  PersonalFinds personal;

  void start(std::string_view path, Ids ids, bool is_page) {
    if (!is_plain_path(path) || path.front() == '/' || path.back() == '/' ||
        ("/" + std::string{path} + "/").find("/../") != std::string::npos) {
      diagnostics.error(code::check_file_name, {std::string{path}, 0, 0}, {{"path", std::string{path}}});
    }
    links.start({std::string{path}, 0, ids, is_page});
  }
};

PageChecker::PageChecker() : impl_(std::make_unique<Impl>()) {}
PageChecker::PageChecker(PageChecker&&) noexcept = default;
PageChecker& PageChecker::operator=(PageChecker&&) noexcept = default;
PageChecker::~PageChecker() = default;

void PageChecker::page(std::string_view path, std::string_view html) {
  impl_->start(path, Ids::known, true);
  impl_->personal.look(path, html);
  impl_->scan.markup(html, Scan::Kind::page);
}

void PageChecker::packed(std::string_view path, std::string_view content) {
  impl_->start(path, Ids::unknown, false);
  impl_->personal.look(path, content);
}

void PageChecker::asset(std::string_view path, std::string_view bytes) {
  const bool is_css = path.ends_with(".css");
  const bool is_svg = path.ends_with(".svg");
  impl_->start(path, is_svg ? Ids::known : Ids::unknown, false);
  impl_->personal.look(path, bytes);
  if ((is_css || is_svg || path.ends_with(".js")) && bytes.empty()) {
    impl_->diagnostics.error(code::check_empty_file, {std::string{path}, 0, 0}, {{"path", std::string{path}}});
  } else if (is_css) {
    impl_->scan.css(bytes);
  } else if (is_svg) {
    impl_->scan.markup(bytes, Scan::Kind::drawing);
  }
}

namespace {

struct Broken {
  const LinkIndex* part;
  const Link* link;
  std::uint64_t what;  // the target, or the target with the anchor
  auto place() const { return std::tie(part->page(*link), link->line, link->column); }
};

// What all threads found, together.
class Whole {
 public:
  explicit Whole(std::vector<const LinkIndex*> parts) : parts_(std::move(parts)) {
    for (const LinkIndex* part : parts_) {
      for (const File& file : part->files()) {
        files_.push_back(&file);
        there_.insert(file.hash);
        if (file.ids == Ids::known) with_ids_.insert(file.hash);
      }
    }
    std::sort(files_.begin(), files_.end(), [](const File* a, const File* b) { return a->path < b->path; });
  }

  void report(Diagnostics& out) {
    twice(out);
    links(out);
    orphans(out);
  }

 private:
  void twice(Diagnostics& out) const {
    for (std::size_t i = 1; i < files_.size(); ++i) {
      const std::string& path = files_[i]->path;
      const bool first_repeat = path == files_[i - 1]->path && (i == 1 || path != files_[i - 2]->path);
      if (first_repeat) out.error(code::check_path_twice, {path, 0, 0}, {{"path", path}});
    }
  }

  void orphans(Diagnostics& out) const {
    HashSet linked;
    for (const LinkIndex* part : parts_) {
      for (const Link& link : part->links()) {
        if (link.followed == Followed::by_person) linked.insert(link.target);
      }
    }
    for (const File* file : files_) {
      if (!file->is_page || file->path.starts_with("index.") || linked.contains(file->hash)) continue;
      out.warning(code::check_orphan, {file->path, 0, 0}, {{"path", file->path}});
    }
  }

  void links(Diagnostics& out) const {
    HashSet wanted, found;  // ids on other pages
    for (const LinkIndex* part : parts_) {
      for (const Link& link : part->links()) {
        if (link.has_anchor) wanted.insert(link.key);
      }
    }
    for (const LinkIndex* part : parts_) {
      for (const std::uint64_t id : part->ids()) {
        if (wanted.contains(id)) found.insert(id);
      }
    }
    std::vector<Broken> broken;
    for (const LinkIndex* part : parts_) {
      for (const Link& link : part->links()) {
        if (!there_.contains(link.target)) broken.push_back({part, &link, link.target});
        else if (link.has_anchor && with_ids_.contains(link.target) && !found.contains(link.key)) broken.push_back({part, &link, link.key});
      }
    }
    std::sort(broken.begin(), broken.end(), [](const Broken& a, const Broken& b) {
      return std::tuple{a.what, a.place()} < std::tuple{b.what, b.place()};
    });
    std::vector<std::pair<Broken, std::uint64_t>> once;  // with the number of links
    for (const Broken& each : broken) {
      if (once.empty() || once.back().first.what != each.what) once.emplace_back(each, 0);
      once.back().second += each.link->count;
    }
    std::sort(once.begin(), once.end(), [](const auto& a, const auto& b) { return a.first.place() < b.first.place(); });
    std::vector<std::string_view> paths;
    for (const File* file : files_) paths.push_back(file->path);
    constexpr std::size_t most_guesses = 50;  // each is compared with every path of the site
    for (std::size_t i = 0; i < once.size(); ++i) {
      if (i == most_guesses) paths.clear();
      tell(once[i].first, once[i].second, paths, out);
    }
  }

  void tell(const Broken& broken, std::uint64_t count, const std::vector<std::string_view>& paths, Diagnostics& out) const {
    const Link& link = *broken.link;
    const std::string written{broken.part->text(link)};
    const std::string& page = broken.part->page(link);
    std::string target;
    resolve(folder_of(page), std::string_view{written}.substr(0, written.find_first_of("?#")), target);
    Place place{page, static_cast<int>(link.line), static_cast<int>(link.column)};
    const int length = static_cast<int>(count_characters(written));
    if (there_.contains(link.target)) {
      out.error(code::check_anchor_missing, std::move(place),
                {{"link", written}, {"target", target}, {"anchor", written.substr(written.find('#') + 1)}, {"like", ""}}, {}, length);
      return;
    }
    std::string like{did_you_mean(target, paths)};
    out.error(code::check_link_missing, std::move(place),
              {{"link", written}, {"target", target}, {"count", std::to_string(count)}, {"like", std::move(like)}}, {}, length);
  }

  std::vector<const LinkIndex*> parts_;
  std::vector<const File*> files_;  // by path
  HashSet there_, with_ids_;
};

auto order_of(const Diagnostic& diagnostic) {
  return std::tie(diagnostic.place.file, diagnostic.place.line, diagnostic.place.column, diagnostic.code.id);
}

bool comes_before(const Diagnostic& a, const Diagnostic& b) {
  if (order_of(a) != order_of(b)) return order_of(a) < order_of(b);
  return std::lexicographical_compare(a.arguments.begin(), a.arguments.end(), b.arguments.begin(), b.arguments.end(),
                                      [](const Argument& x, const Argument& y) { return x.value < y.value; });
}

}  // namespace

void SiteCheck::add(PageChecker&& checker) { parts_.push_back(std::move(checker)); }

Diagnostics SiteCheck::finish(const std::vector<std::string>& own_texts) {
  std::vector<const LinkIndex*> indexes;
  Diagnostics all;
  PersonalFinds personal;
  for (PageChecker& part : parts_) {
    indexes.push_back(&part.impl_->links);
    all.merge(std::exchange(part.impl_->diagnostics, {}));
    personal.merge(std::move(part.impl_->personal));
  }
  Whole{std::move(indexes)}.report(all);
  personal.report(own_texts, all);
  std::vector<Diagnostic> sorted = all.all();
  std::sort(sorted.begin(), sorted.end(), comes_before);
  Diagnostics out;
  for (Diagnostic& each : sorted) {  // whatever is wrong there, nobody's number is to be read in a message
    each.excerpt = mask_personal_data(each.excerpt);
    for (Argument& argument : each.arguments) argument.value = mask_personal_data(argument.value);
    out.add(std::move(each));
  }
  return out;
}

}  // namespace lagesbild::check
