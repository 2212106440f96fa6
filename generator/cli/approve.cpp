// lagesbild approve SITE: lists sentences of people's own words that nobody has approved, and keeps the site's approvals.csv. Sentences
// are shown in full, so what it prints is for those who know the data anyway.
#include <algorithm>
#include <chrono>
#include <iostream>

#include "base/file.hpp"
#include "base/personal_data.hpp"
#include "cli/codes.hpp"
#include "cli/commands.hpp"
#include "cli/world.hpp"
#include "disclosure/free_text.hpp"
#include "pipeline.hpp"
#include "publish/private_file.hpp"
#include "read/approvals.hpp"

namespace lagesbild::cli {
namespace {

constexpr std::size_t shortest_id = 8;
constexpr std::size_t most_places = 4;  // shown of a sentence

Date today() { return Date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())}; }

class ApproveCommand {
 public:
  ApproveCommand(const Common& common, const ApproveOrder& order) : common_(common), order_(order) {}

  int run() {
    const int code = act();
    print(std::cerr, diagnostics_, common_.language);
    return code;
  }

 private:
  int act() {
    if (!usable()) return exit_usage;
    World world{common_};
    Effects& effects = world.effects;
    const Outcome outcome = gather(Order{common_.site, {}, std::nullopt}, effects, diagnostics_, read_);
    if (!read_) return exit_code(outcome);
    approvals_ = read_->content.approvals;
    sentences_ = disclosure::sentences_to_approve(read_->facts, approvals_);
    if (!order_.withdraw.empty()) return withdraw();
    if (order_.which == Sentences::listed) return list();
    return approve();
  }

  // Who approves is a function: it is kept with the site.
  bool usable() {
    const bool approving = order_.which != Sentences::listed;
    if (approving && !order_.withdraw.empty()) return complain(code::approve_both, {});
    if (approving && order_.by.empty()) return complain(code::approve_by_whom, {});
    if (find_personal_data(order_.by)) return complain(code::approve_by_person, {{"seen", mask_personal_data(order_.by)}});
    on_ = order_.on.empty() ? today() : parse_date(order_.on).value_or(Date{});
    return on_.ok() && on_ != Date{} ? true : complain(code::approve_day, {{"seen", order_.on}});
  }

  bool complain(Code code, std::vector<Argument> arguments) {
    diagnostics_.error(code, {}, std::move(arguments));
    return false;
  }

  std::string say(Code code, const std::vector<Argument>& arguments = {}) const { return words(code, common_.language, arguments); }

  // As short as tells all that wait apart.
  std::size_t length_of_ids() const {
    std::vector<std::string_view> hashes;
    for (const auto& one : sentences_.waiting) hashes.push_back(one.hash);
    std::sort(hashes.begin(), hashes.end());
    std::size_t length = shortest_id;
    for (std::size_t i = 1; i < hashes.size(); ++i) {
      const auto differs = std::mismatch(hashes[i].begin(), hashes[i].end(), hashes[i - 1].begin()).first;
      length = std::max(length, static_cast<std::size_t>(differs - hashes[i].begin()) + 1);
    }
    return length;
  }

  int list() const {
    const std::size_t length = length_of_ids();
    const std::string margin(length + 2, ' ');
    for (const disclosure::WaitingSentence& one : sentences_.waiting) {
      std::cout << one.hash.substr(0, length) << "  " << mask_personal_data(one.text) << "\n" << margin << places_of(one) << "\n";
      const std::string signs = signs_of(one);
      if (!signs.empty()) std::cout << margin << signs << "\n";
    }
    std::cout << say(code::approve_tally, {{"waiting", std::to_string(sentences_.waiting.size())},
                                           {"approved", std::to_string(sentences_.approved)}}) << "\n";
    return exit_done;
  }

  std::string places_of(const disclosure::WaitingSentence& one) const {
    std::string text;
    for (std::size_t i = 0; i < std::min(most_places, one.where.size()); ++i) {
      text += (text.empty() ? "" : ", ") + one.where[i].first + " " + one.where[i].second;
    }
    if (one.where.size() <= most_places) return text;
    return text + " " + say(code::approve_more, {{"n", std::to_string(one.where.size() - most_places)}});
  }

  std::string signs_of(const disclosure::WaitingSentence& one) const {
    std::string text;
    const auto add = [&](bool there, Code code) { text += there ? (text.empty() ? "! " : ", ") + say(code) : ""; };
    add(one.personal_data, code::approve_sign_personal);
    add(one.hints.name, code::approve_sign_name);
    add(one.hints.one, code::approve_sign_one);
    return text;
  }

  // The one whose checksum begins so; nothing, and an error, when it is none or several.
  const disclosure::WaitingSentence* find(const std::string& id) {
    const disclosure::WaitingSentence* found = nullptr;
    for (const disclosure::WaitingSentence& one : sentences_.waiting) {
      if (!one.hash.starts_with(id)) continue;
      if (found != nullptr) return complain(code::approve_ambiguous, {{"id", id}}), nullptr;
      found = &one;
    }
    if (found == nullptr) complain(code::approve_unknown, {{"id", id}});
    return found;
  }

  int approve() {
    std::vector<const disclosure::WaitingSentence*> chosen;
    if (order_.which == Sentences::all) {
      for (const disclosure::WaitingSentence& one : sentences_.waiting) chosen.push_back(&one);
    } else {
      for (const std::string& id : order_.approve) chosen.push_back(find(id));
    }
    if (diagnostics_.has_errors()) return exit_usage;
    std::size_t added = 0;
    for (const disclosure::WaitingSentence* one : chosen) {
      if (one->personal_data) {
        complain(code::approve_refused, {{"id", one->hash.substr(0, shortest_id)}});
        continue;
      }
      added += 1;
      for (const auto& [dataset, id] : one->where) approvals_.push_back({one->hash, dataset, id, order_.by, on_, {}});
    }
    if (diagnostics_.has_errors()) return exit_input;  // all or none
    return write(code::approve_recorded, added);
  }

  int withdraw() {
    std::size_t removed = 0;
    for (const std::string& id : order_.withdraw) {
      const std::size_t lines = std::erase_if(approvals_, [&](const model::Approval& one) { return one.hash.starts_with(id); });
      if (lines == 0 || id.size() < shortest_id) complain(code::approve_not_there, {{"id", id}});
      removed += lines;
    }
    return diagnostics_.has_errors() ? exit_usage : write(code::approve_withdrawn, removed);
  }

  int write(Code told, std::size_t count) {
    const std::filesystem::path file = read_->site.folder / read::approvals_file;
    std::sort(approvals_.begin(), approvals_.end(), [](const auto& a, const auto& b) { return a.key() < b.key(); });
    const auto same = [](const model::Approval& a, const model::Approval& b) { return a.key() == b.key(); };
    approvals_.erase(std::unique(approvals_.begin(), approvals_.end(), same), approvals_.end());
    if (const auto written = publish::write_file(file, read::approvals_text(approvals_)); !written) {
      diagnostics_.add(written.failure().diagnostic());
      return exit_world;
    }
    std::cout << say(told, {{"n", std::to_string(count)}, {"path", file.string()}}) << "\n";
    return exit_done;
  }

  const Common& common_;
  const ApproveOrder& order_;
  RealDisk disk_;
  Diagnostics diagnostics_;
  Date on_{};
  std::optional<Unjudged> read_;
  std::vector<model::Approval> approvals_;
  disclosure::Sentences sentences_;
};

}  // namespace

int approve(const Common& common, const ApproveOrder& order) { return ApproveCommand{common, order}.run(); }

}  // namespace lagesbild::cli
