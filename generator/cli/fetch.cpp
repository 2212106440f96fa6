// lagesbild fetch SITE: every source fetched and read, nothing built; and lagesbild sources SITE: how each of them stands.
#include <algorithm>
#include <iostream>

#include "base/file.hpp"
#include "base/json_text.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/world.hpp"
#include "fetch/cache.hpp"
#include "fetch/fetch.hpp"
#include "source/site.hpp"

namespace lagesbild::cli {
namespace {

using source::Source;

struct State {
  const Source* source;
  std::optional<fetch::Kept> kept;
};

std::string_view kind_word(const Source& source) {
  switch (source.kind) {
    case Source::Kind::url: return "url";
    case Source::Kind::database: return "database";
    default: return "file";
  }
}

int days_since(std::chrono::sys_seconds then, std::chrono::sys_seconds now) {
  return static_cast<int>(std::chrono::floor<std::chrono::days>(now - then).count());
}

class SourcesTeller {
 public:
  SourcesTeller(Language language, std::chrono::sys_seconds now) : swedish_(language == Language::sv), now_(now) {}

  void print(const State& state) const {
    const Source& source = *state.source;
    std::cout << source.dataset << "\t" << source.title.in(swedish_ ? Language::sv : Language::en) << "\t" << fetch::shown_location(source)
              << "\n  " << words(state) << "\n";
  }

 private:
  std::string words(const State& state) const {
    if (state.source->kind == Source::Kind::file) return swedish_ ? "en fil i webbplatsens mapp" : "a file in the site's folder";
    if (!state.kept) return swedish_ ? "har aldrig hämtats" : "has never been fetched";
    const fetch::Kept& kept = *state.kept;
    std::string text;
    if (!kept.failure.empty()) {
      text = (swedish_ ? "gick inte att hämta " : "could not be fetched on ") + to_string(day_of(kept.tried)) + " (" + kept.failure + "); ";
    }
    if (kept.sha256.empty()) return text + (swedish_ ? "ingen fungerande kopia finns" : "there is no good copy");
    const int days = days_since(kept.confirmed, now_);
    const auto most = state.source->max_age.count();
    text += (swedish_ ? "fungerande kopia från " : "good copy of ") + to_string(day_of(kept.confirmed)) + ", " + std::to_string(kept.rows) +
            (swedish_ ? " rader, " : " rows, ") + std::to_string(days) + (swedish_ ? " av högst " : " of at most ") + std::to_string(most) +
            (swedish_ ? " dagar gammal" : " days old");
    if (days > most) text += swedish_ ? ": för gammal, bygget stannar" : ": too old, the build stops";
    return text;
  }

  bool swedish_;
  std::chrono::sys_seconds now_;
};

std::string json_of(const std::vector<State>& states) {
  JsonText json;
  json.object([&] {
    json.list("sources", [&] {
      for (const State& state : states) {
        json.object([&] {
          json.text("dataset", state.source->dataset);
          json.text("title", state.source->title.sv);
          json.text("kind", kind_word(*state.source));
          json.text("location", fetch::shown_location(*state.source));
          if (!state.kept) return;
          const fetch::Kept& kept = *state.kept;
          json.text("tried", fetch::to_text(kept.tried));
          json.text("failure", kept.failure);
          if (kept.sha256.empty()) return;
          json.text("fetched", fetch::to_text(kept.fetched));
          json.text("confirmed", fetch::to_text(kept.confirmed));
          json.number("rows", static_cast<std::int64_t>(kept.rows));
          json.number("bytes", static_cast<std::int64_t>(kept.bytes));
          json.text("sha256", kept.sha256);
          json.number("max_age_days", static_cast<std::int64_t>(state.source->max_age.count()));
        });
      }
    });
  });
  return json.take();
}

}  // namespace

int fetch_sources(const Common& common, fetch::Columns columns) {
  World world{common};
  Diagnostics diagnostics;
  std::optional<Unjudged> read;
  Order order;
  order.site = common.site;
  order.columns = columns;
  const Outcome outcome = gather(order, world.effects, diagnostics, read);
  print_messages(diagnostics, common.language);
  if (outcome != Outcome::done) return exit_code(outcome);
  const auto& all = read->info.sources;
  const auto kept = std::count_if(all.begin(), all.end(), [](const view::SourceInfo& one) { return one.kept; });
  const bool swedish = common.language == Language::sv;
  std::cout << all.size() << (swedish ? " källor lästa" : " sources read");
  if (kept > 0) std::cout << ", " << kept << (swedish ? " av dem från en tidigare kopia" : " of them from an earlier copy");
  std::cout << "\n";
  return exit_done;
}

int sources(const Common& common, AsJson as_json) {
  World world{common};
  Diagnostics diagnostics;
  const auto now = world.effects.clock.now();
  const auto configuration = source::load(common.site, day_of(now), world.effects.disk, diagnostics);
  std::vector<State> states;
  const fetch::Cache cache{world.effects.state / "cache"};
  for (std::size_t i = 0; configuration && i < configuration->sources.size(); ++i) {
    const Source& source = configuration->sources[i];
    State& state = states.emplace_back(State{&source, std::nullopt});
    if (source.kind == Source::Kind::file) continue;
    auto kept = cache.find(source);
    if (kept) state.kept = std::move(kept).value();
    else diagnostics.add(kept.failure().diagnostic());
  }
  print_messages(diagnostics, common.language);
  if (!configuration) return exit_input;
  const SourcesTeller teller{common.language, now};
  if (as_json == AsJson::yes) std::cout << json_of(states);
  else for (const State& state : states) teller.print(state);
  return diagnostics.has_errors() ? exit_world : exit_done;
}

}  // namespace lagesbild::cli
