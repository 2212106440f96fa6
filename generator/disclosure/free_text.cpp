#include "disclosure/free_text.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/personal_data.hpp"
#include "base/prose.hpp"
#include "disclosure/audience.hpp"
#include "disclosure/codes.hpp"
#include "disclosure/release.hpp"

namespace lagesbild::disclosure {
namespace {

constexpr const char* left_out = "[…]";
constexpr const char* findings_id = "findings";
constexpr const char* examples_id = "good_examples";
constexpr const char* comments_id = "comments";

using Key = std::tuple<std::string, std::string, std::string>;  // dataset, id, hash

enum class InItsFile : std::uint8_t { not_approved, approved };

// The reader has cleared this where the text is another than the one that was approved.
InItsFile in_its_file(const model::Finding& finding) {
  const bool approved = !finding.text_hash.empty() && !finding.approved_by.empty() && finding.approved_on.has_value();
  return approved ? InItsFile::approved : InItsFile::not_approved;
}

// Every text of people's own words, with the dataset and the id of what it is about.
template <class See>
void each_text(const model::Facts& facts, See see) {
  for (const model::Finding& one : facts.findings) {
    see(findings_id, facts.reviews[one.review].id.value(), one.text, in_its_file(one));
  }
  for (const model::GoodExample& one : facts.good_examples) {
    const std::string& unit = facts.units[one.unit].id.value();
    see(examples_id, unit, one.title, InItsFile::not_approved);
    see(examples_id, unit, one.text, InItsFile::not_approved);
  }
  for (const model::Comment& one : facts.comments) {
    see(comments_id, facts.units[one.unit].id.value(), one.text, InItsFile::not_approved);
  }
}

KnownWords known_words(const model::Facts& facts) {
  KnownWords known;
  for (const model::Unit& unit : facts.units) {
    for (const std::string* name : {&unit.name, &unit.municipality, &unit.provider}) add_known(known, *name);
  }
  for (const model::Forum& forum : facts.forums) add_known(known, forum.name.sv + " " + forum.name.en);
  return known;
}

}  // namespace

class TextGate {
 public:
  explicit TextGate(const std::vector<model::Approval>& approvals) {
    for (const model::Approval& one : approvals) days_.emplace(Key{one.dataset, one.id, one.hash}, one.on);
  }

  bool approved(const char* dataset, const std::string& id, const std::string& hash) const {
    return days_.contains(Key{dataset, id, hash});
  }
  // When the last of its sentences was, of those that are.
  std::optional<Date> approved_on(const char* dataset, const std::string& id, const std::string& text) const {
    std::optional<Date> last;
    for (const std::string& sentence : sentences_of(text)) {
      const auto found = days_.find(Key{dataset, id, text_hash(sentence)});
      if (found != days_.end() && (!last || *last < found->second)) last = found->second;
    }
    return last;
  }

  // Nothing when no sentence is approved.
  std::optional<ApprovedText> pass(const char* dataset, const std::string& id, const std::string& text) const {
    std::string words;
    bool any = false;
    bool leaving_out = false;
    for (const std::string& sentence : sentences_of(text)) {
      const bool shown = approved(dataset, id, text_hash(sentence));
      if (!shown && leaving_out) continue;
      words.append(words.empty() ? "" : " ").append(shown ? sentence : left_out);
      leaving_out = !shown;
      any = any || shown;
    }
    if (!any) return std::nullopt;
    return ApprovedText{std::move(words)};
  }
  std::optional<ApprovedText> pass(const model::Finding& finding, const std::string& review) const {
    if (in_its_file(finding) == InItsFile::approved && !finding.text.empty()) return ApprovedText{with_single_blanks(finding.text)};
    return pass(findings_id, review, finding.text);
  }
  std::optional<ApprovedText> pass_whole(const char* dataset, const std::string& id, const std::string& text) const {
    for (const std::string& sentence : sentences_of(text)) {
      if (!approved(dataset, id, text_hash(sentence))) return std::nullopt;
    }
    return pass(dataset, id, text);
  }

 private:
  std::map<Key, Date> days_;
};

namespace {

void note_theme(std::vector<NotedTheme>& themes, const model::Finding& finding) {
  const auto order = [](const NotedTheme& one) { return std::tie(one.area, one.kind, one.theme); };
  NotedTheme noted{finding.area, finding.kind, finding.theme};
  const auto place = std::lower_bound(themes.begin(), themes.end(), noted,
                                      [&](const NotedTheme& a, const NotedTheme& b) { return order(a) < order(b); });
  if (place == themes.end() || order(*place) != order(noted)) themes.insert(place, std::move(noted));
}

void tell_withdrawn(const model::Facts& facts, const std::vector<model::Approval>& approvals, Diagnostics& diagnostics) {
  if (approvals.empty()) return;
  std::set<Key> there;
  each_text(facts, [&](const char* dataset, const std::string& id, const std::string& text, InItsFile) {
    for (const std::string& sentence : sentences_of(text)) there.emplace(dataset, id, text_hash(sentence));
  });
  for (const model::Approval& one : approvals) {
    if (there.contains(Key{one.dataset, one.id, one.hash})) continue;
    diagnostics.warning(code::approval_withdrawn, one.place,
                        {{"id", one.hash.substr(0, 8)}, {"by", one.by}, {"where", one.dataset + " " + one.id}});
  }
}

}  // namespace

ApprovedTexts approved_texts(const model::Facts& facts, const std::vector<indicators::UnitState>& units,
                             const std::vector<model::Approval>& approvals, Diagnostics& diagnostics) {
  const TextGate gate{approvals};
  ApprovedTexts texts;
  std::vector<std::vector<const model::Finding*>> by_review(facts.reviews.size());
  for (const model::Finding& one : facts.findings) by_review[one.review].push_back(&one);
  texts.findings.resize(units.size());
  texts.themes.resize(units.size());
  texts.comments.resize(units.size());
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    if (units[unit].reviews.empty()) continue;
    const std::size_t latest = units[unit].reviews.back();
    for (const model::Finding* one : by_review[latest]) {
      note_theme(texts.themes[unit], *one);
      auto text = gate.pass(*one, facts.reviews[latest].id.value());
      if (text) texts.findings[unit].push_back({one->area, one->kind, std::move(*text)});
    }
  }
  for (const model::GoodExample& one : facts.good_examples) {
    const std::string& unit = facts.units[one.unit].id.value();
    auto title = gate.pass_whole(examples_id, unit, one.title);
    auto text = gate.pass(examples_id, unit, one.text);
    if (!title || !text) continue;
    texts.examples.push_back({one.unit, one.area, one.theme, std::move(*title), std::move(*text),
                              std::max(gate.approved_on(examples_id, unit, one.title), gate.approved_on(examples_id, unit, one.text))});
  }
  for (const model::Comment& one : facts.comments) {
    auto text = gate.pass(comments_id, facts.units[one.unit].id.value(), one.text);
    if (text) texts.comments[one.unit] = ApprovedComment{one.written_on, std::move(*text), one.role};
  }
  tell_withdrawn(facts, approvals, diagnostics);
  return texts;
}

void narrow_texts(Release& release) {
  const auto told = [&](const char* dataset, std::initializer_list<const char*> fields) {
    return std::all_of(fields.begin(), fields.end(), [&](const char* field) { return sees(release, dataset, field); });
  };
  ApprovedTexts& texts = release.texts;
  if (release.units.empty() || !told(examples_id, {"unit_id", "title", "text"})) texts.examples.clear();
  if (!told(examples_id, {"area"})) {
    for (ApprovedExample& one : texts.examples) one.area.reset();
  }
  if (!told(examples_id, {"theme"})) {
    for (ApprovedExample& one : texts.examples) one.theme.clear();
  }
  if (!told(examples_id, {"approved_on"})) {
    for (ApprovedExample& one : texts.examples) one.approved_on.reset();
  }
  if (!told(comments_id, {"unit_id", "written_on", "text"})) texts.comments.clear();
  if (!told(comments_id, {"role"})) {
    for (auto& one : texts.comments) {
      if (one) one->role.clear();
    }
  }
  if (!told(findings_id, {"review_id", "area", "kind", "text"})) texts.findings.clear();
  if (!told(findings_id, {"review_id", "area", "kind", "theme"})) texts.themes.clear();
  texts.comments.resize(release.units.size());
  texts.findings.resize(release.units.size());
  texts.themes.resize(release.units.size());
  for (std::size_t unit = 0; unit < release.units.size(); ++unit) {
    if (release.units[unit].reviewed.shown() != nullptr) continue;
    texts.findings[unit].clear();
    texts.themes[unit].clear();
  }
}

Sentences sentences_to_approve(const model::Facts& facts, const std::vector<model::Approval>& approvals) {
  const TextGate gate{approvals};
  const KnownWords known = known_words(facts);
  Sentences all;
  std::set<Key> seen;
  std::unordered_map<std::string, std::size_t> index;  // of a hash in all.waiting
  each_text(facts, [&](const char* dataset, const std::string& id, const std::string& text, InItsFile in_file) {
    for (const std::string& sentence : sentences_of(text)) {
      const std::string hash = text_hash(sentence);
      if (!seen.emplace(dataset, id, hash).second) continue;
      if (in_file == InItsFile::approved || gate.approved(dataset, id, hash)) {
        ++all.approved;
        continue;
      }
      const auto [found, is_new] = index.try_emplace(hash, all.waiting.size());
      if (is_new) {
        all.waiting.push_back({hash, sentence, {}, find_personal_data(sentence).has_value(), person_hints(sentence, known)});
      }
      all.waiting[found->second].where.emplace_back(dataset, id);
    }
  });
  return all;
}

}  // namespace lagesbild::disclosure
