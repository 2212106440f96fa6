// Texts about units: findings of reviews, good examples and comments. A text that somebody approved and somebody else then changed is no
// longer an approved text.
#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"
#include "read/dataset_codes.hpp"
#include "read/reading.hpp"

namespace lagesbild::read {
namespace {

class ReviewIndex {
 public:
  explicit ReviewIndex(const model::Facts& facts) : facts_(facts) {
    for (std::size_t i = 0; i < facts.reviews.size(); ++i) ids_.emplace(facts.reviews[i].id.value(), i);
  }

  std::optional<std::size_t> find(Table& table, std::size_t row, std::size_t field) {
    const std::string_view seen = table.id(row, field);
    if (seen.empty()) return std::nullopt;
    const auto found = ids_.find(seen);
    if (found != ids_.end()) return found->second;
    std::vector<std::string_view> ids;
    if (likened_++ < 50) {
      for (const model::Review& review : facts_.reviews) ids.push_back(review.id.value());
    }
    table.complain(row, field, code::unknown_review, {{"seen", std::string{seen}}, {"like", std::string{did_you_mean(seen, ids)}}});
    return std::nullopt;
  }

 private:
  const model::Facts& facts_;
  std::unordered_map<std::string_view, std::size_t> ids_;
  std::size_t likened_ = 0;
};

}  // namespace

void read_findings(Tables& tables, Reading& reading) {
  model::Facts& facts = reading.facts;
  ReviewIndex reviews{facts};
  for (Table& table : tables) {
    const std::size_t review_id = table.field("review_id"), area = table.field("area"), kind = table.field("kind"),
                      theme = table.field("theme"), sub_goal = table.field("sub_goal"), text = table.field("text"),
                      approved_by = table.field("approved_by"), approved_on = table.field("approved_on"),
                      text_hash = table.field("text_hash");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      const auto review = reviews.find(table, row, review_id);
      model::Finding finding{review.value_or(0),
                             find_area(table, row, area, facts.framework),
                             table.choice(row, kind),
                             table.text(row, theme),
                             table.text(row, sub_goal),
                             table.text(row, text),
                             table.text(row, approved_by),
                             table.date(row, approved_on),
                             std::string{table.id(row, text_hash)}};
      const std::string approved = heading_key(finding.text_hash);  // some programs write it in capitals
      if (!approved.empty() && approved != sha256_hex(finding.text) && approved != lagesbild::text_hash(finding.text)) {
        table.warn(row, text, code::approved_text_changed, {{"by", finding.approved_by}});
        finding.approved_by.clear();
      }
      if (review && finding.approved_on && *finding.approved_on < facts.reviews[*review].date) {
        table.complain(row, approved_on, code::approved_before_review, {{"date", to_string(*finding.approved_on)}});
        table.see_also(reading.reviews[*review]);
      }
      facts.findings.push_back(std::move(finding));
    }
  }
  std::stable_sort(facts.findings.begin(), facts.findings.end(), [](const model::Finding& a, const model::Finding& b) {
    return std::tie(a.review, a.area, a.kind, a.theme, a.sub_goal, a.text) <
           std::tie(b.review, b.area, b.kind, b.theme, b.sub_goal, b.text);
  });
}

void read_good_examples(Tables& tables, Reading& reading) {
  for (Table& table : tables) {
    const std::size_t unit_id = table.field("unit_id"), area = table.field("area"), theme = table.field("theme"),
                      title = table.field("title"), text = table.field("text"), approved_by = table.field("approved_by"),
                      approved_on = table.field("approved_on");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      reading.facts.good_examples.push_back({reading.units.find(table, row, unit_id).value_or(0),
                                             find_area(table, row, area, reading.facts.framework), table.text(row, theme),
                                             table.text(row, title), table.text(row, text), table.text(row, approved_by),
                                             table.date(row, approved_on)});
    }
  }
  auto& examples = reading.facts.good_examples;
  std::stable_sort(examples.begin(), examples.end(), [](const model::GoodExample& a, const model::GoodExample& b) {
    return std::tie(a.unit, a.area, a.title) < std::tie(b.unit, b.area, b.title);
  });
}

void read_comments(Tables& tables, Reading& reading) {
  auto& comments = reading.facts.comments;
  for (Table& table : tables) {
    const std::size_t unit_id = table.field("unit_id"), written_on = table.field("written_on"), text = table.field("text"),
                      role = table.field("role");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      comments.push_back({reading.units.find(table, row, unit_id).value_or(0), table.date(row, written_on).value_or(Date{}),
                          table.text(row, text), table.choice(row, role)});
    }
  }
  std::stable_sort(comments.begin(), comments.end(), [](const model::Comment& a, const model::Comment& b) {
    return std::tie(a.unit, a.written_on) < std::tie(b.unit, b.written_on);
  });
}

}  // namespace lagesbild::read
