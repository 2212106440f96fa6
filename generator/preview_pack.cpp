#include "preview_pack.hpp"

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/json_text.hpp"
#include "check/page_check.hpp"
#include "collect/template.hpp"
#include "render/pack.hpp"
#include "view/codes.hpp"

namespace lagesbild {
namespace {

constexpr const char* comments = "comments";

const model::Dataset* comments_of(const disclosure::Release& release) {
  const auto found = std::find_if(release.datasets.begin(), release.datasets.end(), [](const auto& one) { return one.id == comments; });
  return found == release.datasets.end() ? nullptr : &*found;
}

// By which the folder is known as a pack, and never taken for a site.
std::string marker(const Judged& judged, Date answer_by) {
  JsonText json;
  json.object([&] {
    json.text("generator", "lagesbild preview-pack");
    json.text("version", judged.info.version);
    json.text("site", judged.site.id);
    json.text("as_of", to_string(judged.site.as_of));
    json.text("answer_by", to_string(answer_by));
    json.text("audience", to_string(judged.site.audience));
    json.text("release", judged.info.release_id);
  });
  return json.take();
}

// The Excel library writes to named files only: beside the folder, for a moment.
Result<std::string> workbook(const model::Dataset& dataset, const view::Context& context, const std::filesystem::path& out, Disk& disk) {
  collect::Offer units{{}, collect::Offer::Others::doubted, {}};
  for (const std::size_t unit : context.units()) {
    units.values.push_back(context.release.units[unit].id);
    units.stand_for.push_back(context.release.units[unit].name);
  }
  std::error_code error;
  const std::filesystem::path full = std::filesystem::absolute(out, error).lexically_normal();
  const std::filesystem::path folder = full.has_filename() ? full : full.parent_path();
  const std::filesystem::path file = folder.parent_path() / ("." + folder.filename().string() + "." + view::pack_workbook);
  const auto written = collect::write_workbook({dataset, context.language(), {{"unit_id", std::move(units)}}}, file);
  auto bytes = written ? disk.read(file) : Result<std::string>{written.failure()};
  std::filesystem::remove(file, error);
  return bytes;
}

// Everything that a sheet needs to look like the site, since it stands alone.
std::string style_of(const Content& content) {
  std::string style;
  for (const auto& [name, bytes] : content.assets) {
    if (name == "site.css") style = bytes;
  }
  return "<style>" + style + content.theme + "</style>";
}

Outcome fail(const Failure& failure, Diagnostics& diagnostics) {
  diagnostics.add(failure.diagnostic());
  return publish::is_wrong_target(failure) ? Outcome::wrong_target : Outcome::world_failed;
}

class PackWriter {
 public:
  PackWriter(const PreviewPackOrder& order, const Judged& judged, const view::Context& context, const render::TemplateSet& templates,
             publish::FolderRelease& staged)
      : order_(order), judged_(judged), context_(context), templates_(templates), staged_(staged), style_(style_of(judged.content)),
        checkers_(order.threads) {}

  // What went wrong with the disk, if anything; what is wrong with the sheets is in `diagnostics`.
  std::optional<Failure> write(const model::Dataset& dataset, Disk& disk, Diagnostics& diagnostics) {
    auto book = workbook(dataset, context_, order_.out, disk);
    if (!book) return book.failure();
    checkers_[0].packed(view::pack_workbook, dataset.title.in(context_.language()));
    put(view::pack_workbook, book.value());
    put("release.json", marker(judged_, order_.answer_by));
    const view::PackOrder asked{order_.answer_by, dataset.fields[dataset.find("text").value_or(0)].longest};
    const auto sink = [&](std::size_t thread, std::string_view path, std::string_view html) { page(thread, path, html); };
    render::render_pack({&context_, &templates_}, asked, order_.threads, sink, diagnostics);
    check::SiteCheck whole;
    for (check::PageChecker& checker : checkers_) whole.add(std::move(checker));
    diagnostics.merge(whole.finish({judged_.info.contact.sv, judged_.info.contact.en}));
    return failure_;
  }

 private:
  // Checked as a page of the site, which may hold no style; then given its own.
  void page(std::size_t thread, std::string_view path, std::string_view html) {
    checkers_[thread].page(path, html);
    std::string styled{html};
    styled.insert(styled.find(render::end_of_head), style_);
    put(path, styled);
  }
  void put(std::string_view path, std::string_view bytes) {
    const auto done = staged_.put(path, bytes);
    if (done) return;
    const std::scoped_lock lock{failing_};
    if (!failure_) failure_ = done.failure();
  }

  const PreviewPackOrder& order_;
  const Judged& judged_;
  const view::Context& context_;
  const render::TemplateSet& templates_;
  publish::FolderRelease& staged_;
  std::string style_;
  std::vector<check::PageChecker> checkers_;
  std::mutex failing_;
  std::optional<Failure> failure_;
};

}  // namespace

Outcome write_preview_pack(const PreviewPackOrder& order, Effects& effects, Diagnostics& diagnostics, PreviewPackReport& report) {
  auto staged = publish::FolderRelease::open(order.out, order.audience, publish::Holds::pack);
  if (!staged) return fail(staged.failure(), diagnostics);
  std::optional<Judged> judged;
  if (const Outcome outcome = judge(order.site, order.audience, effects, diagnostics, judged); outcome != Outcome::done) return outcome;
  if (order.answer_by < judged->site.as_of) {
    diagnostics.error(code::pack_too_early, {}, {{"date", to_string(order.answer_by)}, {"as_of", to_string(judged->site.as_of)}});
    return Outcome::wrong_target;
  }
  const auto& texts = judged->content.texts;
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const view::Texts& one) { return one.language() == order.language; });
  const auto chosen = found == texts.end() ? std::size_t{0} : static_cast<std::size_t>(found - texts.begin());
  const view::Context context{judged->release, judged->info, texts[chosen]};
  report.region = judged->site.region;
  report.sheets = view::pages_with_sheets(context).size();
  const model::Dataset* dataset = comments_of(judged->release);
  if (report.sheets == 0 || dataset == nullptr) {
    diagnostics.error(code::pack_nothing, {}, {{"site", judged->site.id}});
    return Outcome::input_errors;
  }
  PackWriter writer{order, *judged, context, judged->content.templates[chosen], staged.value()};
  if (const auto failure = writer.write(*dataset, effects.disk, diagnostics)) return fail(*failure, diagnostics);
  if (diagnostics.has_errors()) return Outcome::input_errors;
  const auto done = staged.value().commit();
  if (!done) return fail(done.failure(), diagnostics);
  report.published = done.value();
  return Outcome::done;
}

}  // namespace lagesbild
