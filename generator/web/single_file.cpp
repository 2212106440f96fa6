#include "web/single_file.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/file_types.hpp"
#include "base/hash.hpp"
#include "base/html.hpp"

namespace lagesbild::web {
namespace {

// The chosen page only, and the first one when none is chosen; all of them where a browser cannot tell, and when that is asked for.
constexpr std::string_view own_style = R"css(
.page { display: none; }
.page:target, .page:has(:target), #all:not(:target):not(:has(:target)) > .page:first-child, #all:target > .page { display: block; }
@supports not selector(:has(a)) { .page { display: block; } }
.page { scroll-margin-top: 1rem; }
.page + .page { border-top: 1px solid var(--rule); margin-top: 2rem; }
.list { margin-top: 1rem; }
.list ul { columns: 16rem; padding-left: 1.2rem; }
@media print { .list { display: none; } .page + .page { break-before: page; border: 0; } }
)css";

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k) three = three << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += i + k <= bytes.size() ? digits[three >> (18 - 6 * k) & 63U] : '=';
  }
  return out;
}

std::string raw_of_hex(std::string_view hex) {
  std::string raw;
  const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) raw += static_cast<char>(value(hex[i]) * 16 + value(hex[i + 1]));
  return raw;
}

// From `begin` to `end`, both included; empty where they are not.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin), to = from == std::string_view::npos ? from : text.find(end, from);
  return to == std::string_view::npos ? std::string_view{} : text.substr(from, to + end.size() - from);
}

// What stands inside the element that begins so.
std::string_view inside(std::string_view text, std::string_view begin, std::string_view end) {
  const std::string_view whole = between(text, begin, end);
  if (whole.empty()) return {};
  const std::size_t from = whole.find('>') + 1;
  return whole.substr(from, whole.size() - end.size() - from);
}

std::string without(std::string_view text, std::string_view part) {
  const std::size_t at = part.empty() ? std::string_view::npos : text.find(part);
  return at == std::string_view::npos ? std::string{text} : std::string{text.substr(0, at)}.append(text.substr(at + part.size()));
}

// An address as seen from a page, to one from the root, without ?.
std::string target_of(std::string_view page, std::string_view link) {
  std::string folder{page.substr(0, page.rfind('/') + 1)};
  link = link.substr(0, link.find('?'));
  while (link.starts_with("../")) {
    link.remove_prefix(3);
    folder.resize(folder.empty() ? 0 : folder.rfind('/', folder.size() - 2) + 1);  // npos + 1 is 0
  }
  return folder.append(link);
}

bool is_elsewhere(std::string_view link) { return link.find(':') < link.find_first_of("/?#"); }

constexpr std::string_view defs_begin = "<svg class=\"defs\"", svg_end = "</svg>";

}  // namespace

// One page's inside, tag by tag.
class SingleFile::Rewriter {
 public:
  Rewriter(const SingleFile& file, std::string_view path, std::string mark) : file_(file), path_(path), mark_(std::move(mark)) {}

  std::string rewrite(std::string_view html) {
    while (!html.empty()) {
      const std::size_t open = std::min(html.find('<'), html.size());
      out_.append(html.substr(0, open));
      html.remove_prefix(open);
      if (const std::size_t unused = of_scripts(html); unused > 0) {
        html.remove_prefix(unused);
        continue;
      }
      const std::size_t close = std::min(html.find('>'), html.size() - (html.empty() ? 0 : 1));  // > in a value is written &gt;
      if (!html.empty()) tag(html.substr(0, close + 1));
      html.remove_prefix(html.empty() ? 0 : close + 1);
    }
    return std::move(out_);
  }

 private:
  // The length of a script, or of a form that only a script brings to life, if one begins here.
  static std::size_t of_scripts(std::string_view html) {
    for (const auto& [begin, end] : {std::pair<std::string_view, std::string_view>{"<script", "</script>"}, {"<form", "</form>"}}) {
      const std::size_t at = html.starts_with(begin) ? html.find(end) : std::string_view::npos;
      if (at != std::string_view::npos) return at + end.size();
    }
    return 0;
  }

  void tag(std::string_view tag) {
    if (tag == "</a>" && lost_) {
      out_ += "</span>";
      lost_ = false;
      return;
    }
    const std::size_t start = out_.size();
    const bool link = tag.starts_with("<a ");
    while (!tag.empty()) {
      const std::size_t quote = tag.find("=\"");
      const std::size_t end = quote == std::string_view::npos ? quote : tag.find('"', quote + 2);
      if (end == std::string_view::npos) break;
      const std::size_t blank = tag.rfind(' ', quote) + 1;
      out_.append(tag.substr(0, quote + 2));
      value(tag.substr(blank, quote - blank), tag.substr(quote + 2, end - quote - 2));
      tag.remove_prefix(end);
    }
    out_.append(tag);
    if (link && lost_) out_.replace(start, std::string::npos, "<span class=\"elsewhere\">");
  }

  void value(std::string_view name, std::string_view value) {
    if (name == "id" || name == "for" || name == "data-for" || name == "headers" || is_reference(name)) {
      return ids(value);
    }
    if (name == "href") return link(value);
    if (name == "src" || name == "srcset") {
      out_ += data_of(target_of(path_, value)).value_or("data:,");
      return;
    }
    out_.append(value);
  }

  static bool is_reference(std::string_view name) {
    return name == "aria-labelledby" || name == "aria-describedby" || name == "aria-controls" || name == "aria-details";
  }

  void ids(std::string_view value) {
    for (std::string_view before; !value.empty(); before = " ") {
      const std::size_t blank = std::min(value.find(' '), value.size());
      out_.append(before).append(mark_).append("-").append(value.substr(0, blank));
      value.remove_prefix(std::min(blank + 1, value.size()));
    }
  }

  void link(std::string_view value) {
    if (is_elsewhere(value)) {
      out_.append(value);
      return;
    }
    const std::size_t hash = std::min(value.find('#'), value.size());
    const std::string target = hash == 0 ? std::string{path_} : target_of(path_, value.substr(0, hash));
    const auto page = file_.numbers_.find(target);
    if (page != file_.numbers_.end()) {
      out_.append("#p").append(std::to_string(page->second));
      if (hash < value.size()) out_.append("-").append(value.substr(hash + 1));
    } else if (const auto data = data_of(target)) {
      out_ += *data;
    } else {
      lost_ = true;
    }
  }

  std::optional<std::string> data_of(const std::string& target) const {
    const auto found = file_.files_.find(target);
    if (found == file_.files_.end()) return std::nullopt;
    return "data:" + without(content_type(target), " ") + ";base64," + base64(found->second);
  }

  const SingleFile& file_;
  std::string_view path_;
  std::string mark_;
  std::string out_;
  bool lost_ = false;  // inside a link that leads to nothing in the file
};

SingleFile::SingleFile(std::vector<SinglePage> pages, SingleWords words) : pages_(std::move(pages)), words_(std::move(words)) {
  for (std::size_t i = 0; i < pages_.size(); ++i) numbers_.emplace(pages_[i].path, i);
}

void SingleFile::add(std::string_view path, std::string_view bytes) {
  const bool picture = path.starts_with("assets/") && (path.ends_with(".svg") || path.ends_with(".png"));
  const bool wanted = numbers_.contains(path) || path == "assets/site.css" || path == "assets/theme.css" || picture ||
                      ((path.ends_with(".csv") || path.ends_with(".svg") || path.ends_with(".ics")) && bytes.size() <= largest_inside);
  if (!wanted) return;
  const std::scoped_lock lock{lock_};
  files_.emplace(path, bytes);
}

std::string SingleFile::style() const {
  std::string all;
  for (const std::string_view name : {"assets/site.css", "assets/theme.css"}) {
    const auto found = files_.find(name);
    if (found != files_.end()) all += found->second;
  }
  return all.append(own_style).append(".elsewhere::after { content: \" (").append(words_.elsewhere).append(")\"; color: var(--soft); }\n");
}

std::string SingleFile::contents() const {
  std::string out = "<details class=\"list\"><summary>" + escape(words_.contents).str() + "</summary>\n<p><a href=\"#all\">" +
                    escape(words_.all).str() + "</a></p>\n";
  std::vector<std::string> groups;
  for (const SinglePage& page : pages_) {
    if (std::find(groups.begin(), groups.end(), page.group) == groups.end()) groups.push_back(page.group);
  }
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto&) { return a.empty(); });
  for (const std::string& group : groups) {
    if (!group.empty()) out.append("<details><summary>").append(escape(group).str()).append("</summary>\n");
    out += "<ul>\n";
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (pages_[i].group != group) continue;
      out.append("<li><a href=\"#p").append(std::to_string(i)).append("\">").append(escape(pages_[i].name).str()).append("</a></li>\n");
    }
    out.append("</ul>\n").append(group.empty() ? "" : "</details>\n");
  }
  return out.append("</details>\n");
}

std::string SingleFile::write() const {
  const auto first = files_.find(pages_.front().path);
  const std::string_view front = first == files_.end() ? std::string_view{} : first->second;
  const std::string css = style();
  const std::string hash = base64(raw_of_hex(sha256_hex(css)));
  std::string out = "<!doctype html>\n<html lang=\"" + words_.lang + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-").append(hash);
  out.append("'; img-src data:; base-uri 'none'; form-action 'none'\">\n<title>").append(escape(words_.title).str());
  out.append("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  out.append("<meta name=\"color-scheme\" content=\"light dark\">\n<style>").append(css).append("</style>\n</head>\n<body>\n");

  // What stands around the first page stands around them all, without search and without the other language.
  std::string header{between(front, "<header", "</header>")};
  header = without(header, between(header, "<p class=\"seek\">", "</p>"));
  header = without(header, " aria-current=\"page\"");
  const std::size_t state = std::min(header.find("<p class=\"state\">"), header.size());
  header = without(header, between(std::string_view{header}.substr(state), "<a href", "</a>"));
  const std::string& path = pages_.front().path;
  out += Rewriter{*this, path, "top"}.rewrite(header);
  out.append("\n<main class=\"wide\">\n").append(between(front, defs_begin, svg_end)).append("\n").append(contents());
  out += "<div id=\"all\">\n";
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const auto found = files_.find(pages_[i].path);
    if (found == files_.end()) continue;
    const std::string_view whole = found->second;
    const std::string mark = "p" + std::to_string(i);
    const std::string body = without(inside(whole, "<main", "</main>"), between(whole, defs_begin, svg_end));
    out.append("<article class=\"page\" id=\"").append(mark).append("\">\n").append(Rewriter{*this, pages_[i].path, mark}.rewrite(body));
    out += "</article>\n";
  }
  out.append("</div>\n</main>\n").append(Rewriter{*this, path, "foot"}.rewrite(between(front, "<footer", "</footer>")));
  return out.append("\n</body>\n</html>\n");
}

}  // namespace lagesbild::web
