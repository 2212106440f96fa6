#include "render/template_set.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/text.hpp"
#include "render/codes.hpp"
#include "render/parsed.hpp"
#include "render/scan.hpp"

namespace lagesbild::render {
namespace {

constexpr std::string_view page_prefix = "pages/";

bool is_page(std::string_view name) { return name.starts_with(page_prefix); }

std::shared_ptr<Files> scan_all(Sources sources, Rules rules, const TextLookup& texts, std::set<std::string>& used_texts,
                                Diagnostics& diagnostics) {
  auto files = std::make_shared<Files>();
  for (auto& [name, source] : sources) {
    const Place place{source.file, 0, 0};
    const auto [entry, is_new] = files->try_emplace(name, File{name, std::move(source), {}});
    if (!is_new) {
      diagnostics.error(code::template_duplicate, place, {{"name", name}});
      continue;
    }
    scan(entry->second, rules, texts, used_texts, diagnostics);
  }
  return files;
}

// Finds partials nobody wrote and partials that include themselves. Walks every file once, so each mistake is told once.
class Includes {
 public:
  Includes(const Files& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  void check_all() {
    for (const auto& [name, file] : files_) walk(file);
  }

 private:
  const Files& files_;
  Diagnostics& diagnostics_;
  std::set<const File*> done_;
  std::vector<const File*> chain_;

  void walk(const File& file) {
    if (done_.count(&file) != 0) return;
    chain_.push_back(&file);
    for (const Token& token : file.tokens) {
      if (token.kind == Token::Kind::partial) follow(file, token);
    }
    chain_.pop_back();
    done_.insert(&file);
  }

  void follow(const File& file, const Token& token) {
    const auto found = files_.find(token.text);
    if (found == files_.end() || is_page(token.text)) {
      complain(file, token.offset, token.length, code::template_unknown_partial, {{"name", token.text}, {"like", like(token.text)}},
               diagnostics_);
      return;
    }
    const auto in_chain = std::find(chain_.begin(), chain_.end(), &found->second);
    if (in_chain == chain_.end()) {
      walk(found->second);
      return;
    }
    std::string shown;
    for (auto it = in_chain; it != chain_.end(); ++it) shown += (*it)->name + " > ";
    complain(file, token.offset, token.length, code::template_partial_cycle, {{"chain", shown + token.text}}, diagnostics_);
  }

  std::string like(std::string_view name) const {
    std::vector<std::string_view> partials;
    for (const auto& entry : files_) {
      if (!is_page(entry.first)) partials.push_back(entry.first);
    }
    return std::string(did_you_mean(name, partials));
  }
};

void collect_included(const Files& files, const File& from, std::set<std::string, std::less<>>& included) {
  for (const Token& token : from.tokens) {
    if (token.kind != Token::Kind::partial || !included.insert(token.text).second) continue;
    collect_included(files, files.find(token.text)->second, included);
  }
}

}  // namespace

std::optional<TemplateSet> TemplateSet::load(Sources sources, const TextLookup& texts, Diagnostics& diagnostics, Options options) {
  const std::size_t errors_before = diagnostics.errors();
  TemplateSet set;
  const std::shared_ptr<const Files> files = scan_all(std::move(sources), options.rules, texts, set.used_texts_, diagnostics);
  if (options.rules == Rules::site) Includes(*files, diagnostics).check_all();
  if (diagnostics.errors() != errors_before) return std::nullopt;
  std::set<std::string, std::less<>> included;
  for (const auto& [name, file] : *files) {
    if (!is_page(name)) continue;
    if (options.rules == Rules::site) collect_included(*files, file, included);
    if (auto parsed = flatten(files, file, options, diagnostics)) set.pages_.emplace(name, Template(std::move(parsed)));
  }
  if (diagnostics.errors() != errors_before) return std::nullopt;
  for (const auto& entry : *files) {
    if (!is_page(entry.first) && included.count(entry.first) == 0) set.unused_partials_.push_back(entry.first);
  }
  return set;
}

const Template* TemplateSet::find(std::string_view name) const {
  const auto found = pages_.find(name);
  return found == pages_.end() ? nullptr : &found->second;
}

std::vector<std::string> TemplateSet::names() const {
  std::vector<std::string> names;
  for (const auto& entry : pages_) names.push_back(entry.first);
  return names;
}

std::optional<Template> Template::parse(Source source, Sources partials, Diagnostics& diagnostics, Options options) {
  const std::size_t errors_before = diagnostics.errors();
  const std::string page;  // a name that no partial can have
  partials.emplace_back(page, std::move(source));
  std::set<std::string> used_texts;
  const std::shared_ptr<const Files> files = scan_all(std::move(partials), options.rules, {}, used_texts, diagnostics);
  if (options.rules == Rules::site) Includes(*files, diagnostics).check_all();
  if (diagnostics.errors() != errors_before) return std::nullopt;
  auto parsed = flatten(files, files->find(page)->second, options, diagnostics);
  if (!parsed) return std::nullopt;
  return Template(std::move(parsed));
}

}  // namespace lagesbild::render
