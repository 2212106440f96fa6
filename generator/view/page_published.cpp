#include "view/page_published.hpp"

#include <algorithm>

#include "view/chart.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

// Where so many hundredths of a point stand between the lowest and the highest points.
std::string on_axis(const disclosure::Framework& framework, int hundredths) {
  const int least = framework.grades.back().points * 100;
  const int most = framework.grades.front().points * 100;
  return per_cent(static_cast<double>(hundredths - least) / (most - least));
}

std::string hundredths_in_words(const Texts& texts, int value) { return Decimal::rounded_ratio(value, 100, 2)->text(texts.language()); }

std::string grades_in_words(const Texts& texts, const disclosure::GradeCounts& counts) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) parts.push_back(texts.number(counts[i]) + "\u00a0" + "ABCD"[i]);
  }
  return join_in_words(texts, parts);
}

std::optional<int> published_d(const disclosure::Release& release, std::size_t area) {
  for (const auto& count : release.published_counts) {
    if (count.measure == "d_before_plans" && count.area == area) return count.value;
  }
  return std::nullopt;
}

std::string check_in_words(const Context& context, const disclosure::PublishedCheck& published) {
  const Texts& texts = context.texts;
  const auto& found = published.feasibility;
  if (found.verdict == indicators::Verdict::not_checked) return texts.say("published.check_not_made");
  if (found.verdict == indicators::Verdict::impossible) {
    if (!found.largest_sd) return texts.say("published.check_impossible_mean");
    return texts.say("published.check_impossible", {{"mean", hundredths_in_words(texts, published.aggregate.mean_hundredths)},
                                                    {"largest", texts.decimal(*found.largest_sd, 2)}});
  }
  if (found.only) return texts.say("published.check_one", {{"grades", grades_in_words(texts, *found.only)}});
  return texts.counted("published.check_many", static_cast<std::int64_t>(found.combinations),
                       {{"least", texts.number(found.least_d)}, {"most", texts.number(found.most_d)}});
}

}  // namespace

std::vector<PublishedLine> published_lines(const Context& context) {
  const Texts& texts = context.texts;
  std::vector<PublishedLine> lines;
  for (const disclosure::PublishedCheck& published : context.release.published) {
    const auto& aggregate = published.aggregate;
    PublishedLine line;
    line.letter = context.release.framework.areas[aggregate.area].letter;
    line.name = context.area_name(aggregate.area);
    line.mean = hundredths_in_words(texts, aggregate.mean_hundredths);
    line.sd = hundredths_in_words(texts, aggregate.sd_hundredths);
    line.n = texts.number(aggregate.n);
    line.x = on_axis(context.release.framework, aggregate.mean_hundredths);
    line.description = texts.say("published.mark", {{"name", line.name}, {"mean", line.mean}});
    const auto d = published_d(context.release, aggregate.area);
    line.d_before = d ? texts.number(*d) : texts.say("published.d_unknown");
    line.check = check_in_words(context, published);
    line.source = aggregate.source;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string published_lead(const Context& context) {
  const auto& release = context.release;
  const int line = release.framework.of(release.framework.reference_line).points * 100;
  std::vector<std::string> below;
  for (const disclosure::PublishedCheck& published : release.published) {
    if (published.aggregate.mean_hundredths < line) below.push_back(context.area_name(published.aggregate.area));
  }
  const auto all = static_cast<std::int64_t>(release.published.size());
  if (below.empty()) return context.texts.counted("published.lead_all", all);
  return context.texts.counted("published.lead", all - static_cast<std::int64_t>(below.size()),
                               {{"all", context.texts.number(all)}, {"below", join_in_words(context.texts, below)}});
}

PublishedPage published_page(const Context& context, const PageRef& ref) {
  const auto& release = context.release;
  PublishedPage page;
  page.shell = context.shell(ref, context.texts.say("published.heading"));
  page.lead = published_lead(context);
  page.line_x = on_axis(release.framework, release.framework.of(release.framework.reference_line).points * 100);
  page.areas = published_lines(context);
  const auto impossible = std::count_if(release.published.begin(), release.published.end(), [](const disclosure::PublishedCheck& p) {
    return p.feasibility.verdict == indicators::Verdict::impossible;
  });
  page.notes.push_back({context.texts.counted("published.note_impossible", impossible,
                                              {{"all", context.texts.number(static_cast<std::int64_t>(release.published.size()))}})});
  for (const disclosure::PublishedCheck& published : release.published) {
    const auto d = published_d(release, published.aggregate.area);
    if (d && published.feasibility.verdict == indicators::Verdict::possible && *d < published.feasibility.least_d) {
      page.notes.push_back({context.texts.say("published.note_d", {{"name", context.area_name(published.aggregate.area)},
                                                                   {"least", context.texts.number(published.feasibility.least_d)},
                                                                   {"published", context.texts.number(*d)}})});
    }
  }
  return page;
}

}  // namespace lagesbild::view
