#include "view/source_state.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace lagesbild::view {
namespace {

struct Clue {
  std::string_view part;
  WhyKept why;
};

// The first that a code holds decides.
constexpr Clue clues[] = {
    {"secret", WhyKept::other},
    {"column", WhyKept::not_as_expected}, {"-row", WhyKept::not_as_expected}, {"-page", WhyKept::not_as_expected},
    {"checksum", WhyKept::not_as_expected}, {"shrunk", WhyKept::not_as_expected}, {"binary", WhyKept::not_as_expected},
    {"bad-text", WhyKept::not_as_expected},
    {"login", WhyKept::refused}, {"token", WhyKept::refused}, {"forbidden", WhyKept::refused}, {"not-found", WhyKept::refused},
    {"status", WhyKept::refused}, {"too-often", WhyKept::refused}, {"unavailable", WhyKept::refused}, {"redirect", WhyKept::refused},
    {"sftp-missing", WhyKept::refused}, {"sftp-folder", WhyKept::refused}, {"sftp-user", WhyKept::refused},
    {"sftp-identity", WhyKept::refused}, {"sftp-rsa", WhyKept::refused}, {"sql", WhyKept::refused}, {"read-only", WhyKept::refused},
    {"timeout", WhyKept::no_contact}, {"refused", WhyKept::no_contact}, {"unreachable", WhyKept::no_contact},
    {"unknown-host", WhyKept::no_contact}, {"slow", WhyKept::no_contact}, {"tls", WhyKept::no_contact},
    {"certificate", WhyKept::no_contact}, {"pinned-key", WhyKept::no_contact}, {"known-hosts", WhyKept::no_contact},
    {"host-unknown", WhyKept::no_contact}, {"host-changed", WhyKept::no_contact}, {"client-wanted", WhyKept::no_contact},
    {"no-answer", WhyKept::no_contact}, {"broken", WhyKept::no_contact}, {"connect", WhyKept::no_contact},
    {"crashed", WhyKept::no_contact},
    {"cut", WhyKept::not_whole}, {"empty", WhyKept::not_whole}, {"length", WhyKept::not_whole}, {"encoded", WhyKept::not_whole},
    {"packed", WhyKept::not_whole}, {"too-large", WhyKept::not_whole}, {"bad-answer", WhyKept::not_whole}};

}  // namespace

WhyKept why_kept(std::string_view code) {
  for (const Clue& clue : clues) {
    if (code.find(clue.part) != std::string_view::npos) return clue.why;
  }
  constexpr std::string_view on_the_way[] = {"wire-", "fetch-", "cache-", "database-", "file-"};
  const bool is_on_the_way = std::any_of(std::begin(on_the_way), std::end(on_the_way), [&](auto begin) { return code.starts_with(begin); });
  return is_on_the_way || code.empty() ? WhyKept::other : WhyKept::not_as_expected;  // it came, and could not be read
}

Date kept_from(const SourceInfo& source) { return source.fetched.value_or(source.updated); }

std::string kept_sentence(const Texts& texts, const SourceInfo& source) {
  return texts.say("site_status.kept", {{"source", source.title.in(texts.language())}, {"date", to_string(kept_from(source))}});
}

std::size_t kept_sources(const SiteInfo& site) {
  return static_cast<std::size_t>(std::count_if(site.sources.begin(), site.sources.end(), [](const SourceInfo& one) { return one.kept; }));
}

std::string sources_sentence(const Texts& texts, const SiteInfo& site) {
  const auto all = static_cast<std::int64_t>(site.sources.size());
  const auto kept = static_cast<std::int64_t>(kept_sources(site));
  const auto fetched = static_cast<std::int64_t>(
      std::count_if(site.sources.begin(), site.sources.end(), [](const SourceInfo& one) { return !one.kept && one.fetched; }));
  if (all == 0) return texts.say("site_status.lead_none");
  if (kept > 0) return texts.counted("site_status.lead_kept", kept, {{"all", texts.number(all)}});
  if (fetched == 0) return texts.counted("site_status.lead_files", all);
  if (fetched == all) return texts.counted("site_status.lead_fetched", all);
  return texts.counted("site_status.lead_mixed", all, {{"fetched", texts.number(fetched)}, {"files", texts.number(all - fetched)}});
}

}  // namespace lagesbild::view
