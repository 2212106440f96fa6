#include "cli/run_report.hpp"

#include <algorithm>

#include "base/decimal.hpp"
#include "base/json_text.hpp"
#include "cli/delivery_words.hpp"
#include "fetch/cache.hpp"

namespace lagesbild::cli {
namespace {

void add_difference(JsonText& json, const Difference& difference) {
  json.object("rows", [&] {
    json.number("before", static_cast<std::int64_t>(difference.rows));
    json.number("changed", static_cast<std::int64_t>(difference.changed));
    json.number("removed", static_cast<std::int64_t>(difference.removed));
    json.number("added", static_cast<std::int64_t>(difference.added));
  });
}

void add_target(JsonText& json, const TargetReport& target) {
  json.object([&] {
    json.text("id", target.id);
    json.text("state", target.delivery ? (target.delivery->switched ? "published" : "unchanged") : "failed");
    if (target.difference) add_difference(json, *target.difference);
    if (!target.delivery) return;
    const publish::Delivery& done = *target.delivery;
    json.text("release", done.release);
    json.text("before", done.before);
    const auto number = [&](const char* key, std::size_t value) { json.number(key, static_cast<std::int64_t>(value)); };
    number("sent", done.sent);
    number("sent_bytes", done.sent_bytes);
    number("copied", done.copied);
    number("verified", done.verified);
    number("added", done.plan.added.size());
    number("changed", done.plan.changed.size());
    number("deleted", done.plan.deleted.size());
  });
}

void add_messages(JsonText& json, const Diagnostics& diagnostics, Language language) {
  json.list("messages", [&] {
    for (const Diagnostic& one : diagnostics.all()) {
      json.object([&] {
        json.text("severity", one.severity == Severity::error ? "error" : "warning");
        json.text("code", one.code.id);
        if (!one.place.file.empty()) json.text("place", shown_place(one.place));
        json.text("text", message_text(one, language));
        if (const std::string hint = hint_text(one, language); !hint.empty()) json.text("hint", hint);
      });
    }
  });
}

}  // namespace

std::string run_json(const RunStory& story, const Diagnostics& diagnostics, Language language) {
  JsonText json;
  json.object([&] {
    json.text("site", story.site);
    json.text("version", LAGESBILD_VERSION);
    json.text("started", fetch::to_text(story.started));
    json.text("ended", fetch::to_text(story.ended));
    json.text("state", story.exit_code == 0 ? "done" : "failed");
    if (!story.stopped_in.empty()) json.text("stopped_in", story.stopped_in);
    json.number("exit_code", std::int64_t{story.exit_code});
    json.text("summary", run_line(story, diagnostics, language));
    if (!story.reason.empty()) json.text("accepted_changes", story.reason);
    json.text("release", story.built.release_id);
    json.number("sources", static_cast<std::int64_t>(story.sources));
    json.number("sources_kept", static_cast<std::int64_t>(story.kept));
    json.number("pages", static_cast<std::int64_t>(story.built.pages));
    json.list("targets", [&] { for (const TargetReport& target : story.published.targets) add_target(json, target); });
    json.list("stages", [&] {
      for (const StageTime& stage : story.built.stages) {
        json.object([&] {
          json.text("stage", stage.stage);
          json.number("milliseconds", static_cast<std::int64_t>(stage.wall.count() / 1'000'000));
        });
      }
    });
    add_messages(json, diagnostics, language);
  });
  return json.take();
}

std::string run_line(const RunStory& story, const Diagnostics& diagnostics, Language language) {
  const bool swedish = language == Language::sv;
  const auto n = [&](std::size_t value) { return count(value, language); };
  std::string line = story.exit_code == 0 ? (swedish ? "klart: " : "done: ") : (swedish ? "misslyckades: " : "failed: ");
  if (story.stopped_in == "build") {
    line += swedish ? "inget har lagts ut" : "nothing was published";
  } else {
    line += (swedish ? "utgåva " : "release ") + story.built.release_id + ", " + n(story.built.pages) +
            (swedish ? " sidor, " : " pages, ") + n(story.sources) + (swedish ? " källor" : " sources");
    if (story.kept > 0) line += " (" + n(story.kept) + (swedish ? " från tidigare kopia)" : " from an earlier copy)");
    const auto& targets = story.published.targets;
    const auto good = std::count_if(targets.begin(), targets.end(), [](const TargetReport& one) { return one.delivery.has_value(); });
    line += ", " + n(static_cast<std::size_t>(good)) + (swedish ? " av " : " of ") + n(targets.size()) + (swedish ? " mål" : " targets");
  }
  line += ", " + n(diagnostics.errors()) + (swedish ? " fel, " : " errors, ") + n(diagnostics.warnings()) +
          (swedish ? " varningar, " : " warnings, ");
  return line + n(static_cast<std::size_t>((story.ended - story.started).count())) + " s";
}

}  // namespace lagesbild::cli
