#include "cli/delivery_words.hpp"

#include <algorithm>
#include <utility>

#include "base/decimal.hpp"

namespace lagesbild::cli {
namespace {

constexpr std::size_t most_listed = 20;

std::string percent_of(std::size_t part, std::size_t whole, Language language) {
  if (whole == 0) return "0";
  return Decimal::rounded(100.0 * static_cast<double>(part) / static_cast<double>(whole), 1)->text(language);
}

void list(std::string& text, const std::vector<publish::ManifestFile>& files, const char* sign, Language language) {
  for (std::size_t i = 0; i < std::min(files.size(), most_listed); ++i) text += std::string{"  "} + sign + " " + files[i].path + "\n";
  if (files.size() <= most_listed) return;
  const char* const more = language == Language::sv ? " till\n" : " more\n";
  text += "  " + std::string{sign} + " … " + count(files.size() - most_listed, language) + more;
}

std::string changes(const TargetReport& target, Language language) {
  if (!target.difference) return {};
  const Difference& one = *target.difference;
  const bool swedish = language == Language::sv;
  return (swedish ? "; rader i filerna: " : "; rows in the files: ") + percent_of(one.changed, one.rows, language) +
         (swedish ? " % ändrade, " : " % changed, ") + percent_of(one.removed, one.rows, language) +
         (swedish ? " % borta, " : " % gone, ") + count(one.added, language) + (swedish ? " nya" : " new");
}

std::string plan_words(const TargetReport& target, Language language) {
  const publish::Plan& plan = target.delivery->plan;
  const bool swedish = language == Language::sv;
  const auto n = [&](std::size_t value) { return count(value, language); };
  std::string text = target.id + ": ";
  text += n(plan.added.size()) + (swedish ? " filer läggs till, " : " files would be added, ") + n(plan.changed.size()) +
          (swedish ? " ändras, " : " changed, ") + n(plan.deleted.size()) + (swedish ? " tas bort, " : " removed, ") +
          n(plan.unchanged.size()) + (swedish ? " är desamma, " : " are the same, ") + megabytes(plan.bytes_to_send, language) +
          (swedish ? " skickas" : " would be sent") + changes(target, language) + "\n";
  if (target.delivery->braked) {
    text += swedish ? "  så många borttagna stoppas utan --accept-changes\n" : "  so many removed are stopped without --accept-changes\n";
  }
  list(text, plan.added, "+", language);
  list(text, plan.changed, "~", language);
  list(text, plan.deleted, "-", language);
  return text;
}

}  // namespace

std::string megabytes(std::uint64_t bytes, Language language) {
  return Decimal::rounded(static_cast<double>(bytes) / 1e6, 1)->text(language) + " MB";
}

std::string count(std::uint64_t n, Language language) { return Decimal::whole(static_cast<std::int64_t>(n)).text(language); }

std::string delivery_words(const TargetReport& target, publish::DryRun dry_run, Language language) {
  if (!target.delivery) return {};
  const publish::Delivery& done = *target.delivery;
  if (dry_run == publish::DryRun::yes) return plan_words(target, language);
  const bool swedish = language == Language::sv;
  const auto n = [&](std::size_t value) { return count(value, language); };
  std::string text = target.id + ": " + (swedish ? "utgåva " : "release ") + done.release;
  if (done.switched) {
    text += swedish ? " visas" : " is shown";
    if (!done.before.empty()) text += (swedish ? " i stället för " : " instead of ") + done.before;
    text += ", " + n(done.sent) + (swedish ? " filer skickade (" : " files sent (") + megabytes(done.sent_bytes, language) + "), " +
            n(done.copied) + (swedish ? " kopierade där, " : " copied there, ");
  } else {
    text += swedish ? " visades redan, " : " was shown already, ";
  }
  return text + n(done.verified) + (swedish ? " lästa tillbaka" : " read back") + changes(target, language) + "\n";
}

}  // namespace lagesbild::cli
