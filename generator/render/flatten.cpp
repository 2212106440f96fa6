#include <algorithm>
#include <set>
#include <utility>

#include "base/html.hpp"
#include "render/codes.hpp"
#include "render/parsed.hpp"

namespace lagesbild::render {
namespace {

constexpr std::size_t deepest = 100;        // sections, and partials in partials: the library recurses
constexpr std::size_t largest = 1U << 20;   // bytes of a flattened page
constexpr int most_rounds = 8;              // of leaving blanks out, before they are kept after all
constexpr std::string_view page_wide_prefix = "page_";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

char masked(char c) {
  switch (c) {
    case '\n': return mask::line_feed;
    case ' ': return mask::blank;
    case '\t': return mask::tab;
    case '\r': return mask::carriage_return;
    default: return c;
  }
}

std::vector<std::string> split_name(const std::string& name) {
  std::vector<std::string> path;
  if (name == ".") return path;
  for (std::size_t start = 0; start <= name.size();) {
    const std::size_t end = std::min(name.find('.', start), name.size());
    path.push_back(name.substr(start, end - start));
    start = end + 1;
  }
  return path;
}

// Text for the library, with blanks masked and, when asked for, indentation and empty lines left out. A line end is left out only where
// the output surely stands at the start of a line already.
class Writer {
 public:
  explicit Writer(Blanks blanks) : blanks_(blanks) {}

  void text(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '<') note_element(text.substr(i + 1));
      if (blanks_ == Blanks::collapse && verbatim_.empty() && line_start_ && is_blank(c)) continue;
      out_ += masked(c);
      line_start_ = c == '\n';
    }
  }
  void literal(std::string_view text) {
    for (const char c : text) out_ += masked(c);
    line_start_ = false;
  }
  void tag(std::string_view sigil, std::size_t number) {
    out_ += mask::open;
    out_ += sigil;
    out_ += std::to_string(number);
    out_ += mask::close;
  }
  bool line_start() const { return line_start_; }
  void line_start(bool surely) { line_start_ = surely; }
  std::size_t size() const { return out_.size(); }
  std::string take() {
    line_start_ = true;
    verbatim_.clear();
    return std::exchange(out_, {});
  }

 private:
  Blanks blanks_;
  std::string out_;
  bool line_start_ = true;
  std::string verbatim_;  // the open element whose blanks are content

  void note_element(std::string_view after) {
    const bool ends = after.starts_with('/');
    if (ends) after.remove_prefix(1);
    std::string name;
    for (const char c : after.substr(0, 9)) {
      if ((c | 0x20) < 'a' || (c | 0x20) > 'z') break;
      name += static_cast<char>(c | 0x20);
    }
    if (ends && name == verbatim_) verbatim_.clear();
    if (!ends && verbatim_.empty() && (name == "pre" || name == "textarea")) verbatim_ = name;
  }
};

class Flattener {
 public:
  // `unsure`: sections whose end turned out not to be at the start of a line, by number; those found are added.
  Flattener(const Files& files, Options options, std::set<std::size_t>& unsure, Template::Parsed& parsed, Diagnostics& diagnostics)
      : files_(files), options_(options), unsure_(unsure), parsed_(parsed), diagnostics_(diagnostics), writer_(options.blanks) {}

  // The library's text, or nothing after an error.
  std::optional<std::string> run(const File& page) {
    add_file(page, "", Inline::no);
    if (failed_) return std::nullopt;
    std::string text = writer_.take();
    for (std::size_t i = 0; i < wanted_.size(); ++i) {  // grows while it is walked
      add_file(*wanted_[i], "", Inline::no);
      if (failed_) return std::nullopt;
      parsed_.recursive.emplace(wanted_[i]->name, Data{delimiters() + writer_.take()});
    }
    return delimiters() + text + mask::end;
  }

 private:
  enum class Inline : std::uint8_t { yes, no };
  struct Open {
    std::size_t tag;
    bool line_start;
  };
  const Files& files_;
  Options options_;
  std::set<std::size_t>& unsure_;
  Template::Parsed& parsed_;
  Diagnostics& diagnostics_;
  Writer writer_;
  std::vector<const File*> chain_;
  std::vector<Open> sections_;
  std::vector<const File*> wanted_;
  bool failed_ = false;

  static std::string delimiters() { return std::string("{{=") + mask::open + ' ' + mask::close + "=}}"; }

  void fail(const File& file, const Token& token, Code code, std::size_t limit) {
    complain(file, token.offset, token.length, code, {{"limit", std::to_string(limit)}}, diagnostics_);
    failed_ = true;
  }

  void add_file(const File& file, const std::string& indent, Inline in_line) {
    chain_.push_back(&file);
    bool at_line_start = true;
    for (std::size_t i = 0; i < file.tokens.size() && !failed_; ++i) {
      const Token& token = file.tokens[i];
      if (writer_.size() > largest) return fail(file, token, code::template_too_large, largest);
      if (token.kind == Token::Kind::text) {
        std::string_view text = token.text;
        // Files end with a line end; a partial within a line must not break it.
        if (in_line == Inline::yes && options_.rules == Rules::site && i + 1 == file.tokens.size()) {
          if (text.ends_with('\n')) text.remove_suffix(1);
          if (text.ends_with('\r')) text.remove_suffix(1);
        }
        add_lines(text, indent, at_line_start);
        continue;
      }
      if (at_line_start && !token.standalone) writer_.text(indent);
      at_line_start = token.standalone;
      add_tag(file, token, indent);
    }
    chain_.pop_back();
  }

  void add_lines(std::string_view text, const std::string& indent, bool& at_line_start) {
    while (!text.empty()) {
      const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
      if (at_line_start && line != "\n" && line != "\r\n") writer_.text(indent);
      writer_.text(line);
      at_line_start = line.ends_with('\n');
      text.remove_prefix(line.size());
    }
  }

  void add_tag(const File& file, const Token& token, const std::string& indent) {
    switch (token.kind) {
      case Token::Kind::text: break;
      case Token::Kind::literal: writer_.literal(token.text); break;
      case Token::Kind::value: add_value(file, token, ""); break;
      case Token::Kind::raw: add_value(file, token, "&"); break;
      case Token::Kind::section: open_section(file, token, "#"); break;
      case Token::Kind::inverted: open_section(file, token, "^"); break;
      case Token::Kind::end: close_section(token); break;
      case Token::Kind::partial: add_partial(file, token, indent); break;
    }
  }

  std::size_t add(const File& file, const Token& token) {
    Tag tag{token.kind, token.text, split_name(token.text), false, &file, token.offset, token.length, Tag::none};
    tag.page_wide = options_.rules == Rules::site && tag.name.starts_with(page_wide_prefix);
    if (!sections_.empty()) tag.parent = sections_.back().tag;
    parsed_.tags.push_back(std::move(tag));
    return parsed_.tags.size() - 1;
  }

  void add_value(const File& file, const Token& token, std::string_view sigil) {
    writer_.tag(sigil, add(file, token));
    writer_.line_start(false);
  }

  void open_section(const File& file, const Token& token, std::string_view sigil) {
    if (sections_.size() == deepest) return fail(file, token, code::template_too_deep, deepest);
    const std::size_t number = add(file, token);
    // A list comes round to here from its end, so its end must be at the start of a line for its start to be.
    if (!token.standalone || unsure_.count(number) != 0) writer_.line_start(false);
    sections_.push_back({number, writer_.line_start()});
    writer_.tag(sigil, number);
  }

  void close_section(const Token& token) {
    writer_.tag("/", sections_.back().tag);
    const bool at_start = token.standalone && writer_.line_start();
    if (sections_.back().line_start && !at_start) unsure_.insert(sections_.back().tag);
    writer_.line_start(at_start && sections_.back().line_start);
    sections_.pop_back();
  }

  void add_partial(const File& file, const Token& token, const std::string& indent) {
    const auto found = files_.find(token.text);
    if (found == files_.end()) return;  // under Rules::specification only
    const File& partial = found->second;
    if (std::find(chain_.begin(), chain_.end(), &partial) != chain_.end()) {
      writer_.tag(">", add(file, token));
      if (std::find(wanted_.begin(), wanted_.end(), &partial) == wanted_.end()) wanted_.push_back(&partial);
      return;
    }
    if (chain_.size() > deepest) return fail(file, token, code::template_too_deep, deepest);
    if (!token.standalone) {
      add_file(partial, "", Inline::yes);
      return;
    }
    add_file(partial, options_.blanks == Blanks::collapse ? "" : indent + token.indent, Inline::no);
    if (options_.blanks == Blanks::collapse && token.line_end && !writer_.line_start()) writer_.text("\n");
  }
};

std::string escape_text(const std::string& text) {
  if (!needs_escape(text)) return text;
  std::string out;
  append_escaped(out, text);
  return out;
}

}  // namespace

std::shared_ptr<const Template::Parsed> flatten(std::shared_ptr<const Files> files, const File& page, Options options,
                                                Diagnostics& diagnostics) {
  auto parsed = std::make_shared<Template::Parsed>();
  std::optional<std::string> text;
  std::set<std::size_t> unsure;
  for (int round = 0;; ++round) {  // until no section begins on a promise that its end does not keep
    const std::size_t before = unsure.size();
    parsed->tags.clear();
    parsed->recursive.clear();
    if (round == most_rounds) options.blanks = Blanks::keep;
    text = Flattener(*files, options, unsure, *parsed, diagnostics).run(page);
    if (!text || options.blanks == Blanks::keep || unsure.size() == before) break;
  }
  if (!text) return nullptr;
  parsed->files = std::move(files);
  parsed->page = &page;
  parsed->rules = options.rules;
  parsed->engine = std::make_unique<kainjow::mustache::mustache>(*text);
  if (!parsed->engine->is_valid()) {  // our own text: this would be our mistake, but an invalid one crashes when rendered
    diagnostics.error(code::template_refused, {page.source.file, 0, 0}, {{"reason", parsed->engine->error_message()}});
    return nullptr;
  }
  parsed->engine->set_custom_escape(escape_text);
  return parsed;
}

}  // namespace lagesbild::render
