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
    const disclosure::Framework& framework = context.release.framework;
    line.letter = framework.areas[aggregate.area].letter;
    line.name = context.area_name(aggregate.area);
    line.mean = hundredths_in_words(texts, aggregate.mean_hundredths);
    line.sd = hundredths_in_words(texts, aggregate.sd_hundredths);
    line.n = texts.number(aggregate.n);
    const std::string x = on_axis(framework, aggregate.mean_hundredths);
    const std::string at_line = on_axis(framework, framework.of(framework.reference_line).points * 100);
    line.mark = {x, x, x, texts.say("published.mark", {{"name", line.name}, {"mean", line.mean}}), line.mean, false, Note{at_line}};
    const auto d = published_d(context.release, aggregate.area);
    line.d_before = d ? texts.number(*d) : texts.say("published.d_unknown");
    line.check = check_in_words(context, published);
    line.source = aggregate.source;
    lines.push_back(std::move(line));
  }
  return lines;
}

Figure published_figure(const Texts& texts, const std::vector<PublishedLine>& lines) {
  Figure figure{.title = texts.say("page.published_areas"),
                .subtitle = texts.say("page.published_subtitle") + " " + texts.say("page.published_note")};
  for (const char* key : {"page.area", "page.published_n", "page.published_mean", "page.published_sd", "page.published_d", "page.source"}) {
    figure.table.head.push_back(texts.say(key));
  }
  for (const PublishedLine& line : lines) {
    const std::string name = line.letter + " " + line.name;
    figure.rows.push_back({name, line.mark, line.mean});
    figure.table.rows.push_back({name, line.n, line.mean, line.sd, line.d_before, line.source});
  }
  return figure;
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
  page.areas = published_lines(context);
  page.files = add_figure(page.take_away, context, ref, "medel", published_figure(context.texts, page.areas));
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
