// Takes each page from the render thread that made it: checks it, stages it, and counts the time of both.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/effects.hpp"
#include "check/page_check.hpp"
#include "publish/folder.hpp"
#include "publish/manifest.hpp"

namespace lagesbild {

class Finisher {
 public:
  // `release` is null when no folder is to be written; `also` gets every file too.
  using Also = std::function<void(std::string_view path, std::string_view bytes)>;
  Finisher(std::size_t threads, publish::FolderRelease* release, Clock& clock, Also also = {})
      : checkers_(threads), busy_(threads), release_(release), also_(std::move(also)), clock_(clock) {}

  void page(std::size_t thread, std::string_view path, std::string_view html) {
    const auto start = clock_.thread_cpu();
    const bool whole = !path.ends_with(".svg") && !path.ends_with(".csv") && !path.ends_with(".ics");  // or a file beside a page
    if (whole) {
      checkers_[thread].page(path, html);
    } else {
      checkers_[thread].asset(path, html);
    }
    const auto checked = clock_.thread_cpu();
    put(path, html);
    Busy& busy = busy_[thread];
    busy.check += checked - start;
    busy.publish += clock_.thread_cpu() - checked;
    busy.bytes += html.size();
    if (whole) ++busy.pages;
  }
  void asset(std::string_view path, std::string_view bytes) {
    checkers_[0].asset(path, bytes);
    put(path, bytes);
  }
  // A file to download; `content` is what it says that no other has said, which for text is its bytes.
  void download(std::string_view path, std::string_view bytes, std::string_view content) {
    checkers_[0].packed(path, content);
    put(path, bytes);
  }
  // The last file: what the release is made of.
  void manifest(std::string_view site, std::string_view release, std::string_view audience) {
    if (release_ == nullptr) return;
    const std::string text = made_of_.text(site, release, audience);
    checkers_[0].packed(publish::manifest_name, "");  // a run of digits in a hash is nobody's number
    keep(release_->put(publish::manifest_name, text));
  }
  Diagnostics finish(const std::vector<std::string>& own_texts) {
    check::SiteCheck site;
    for (check::PageChecker& checker : checkers_) site.add(std::move(checker));
    return site.finish(own_texts);
  }

  struct Busy {
    std::chrono::nanoseconds check{}, publish{};
    std::uint64_t bytes = 0, pages = 0;
  };
  Busy busy() const {
    Busy sum;
    for (const Busy& one : busy_) {
      sum.check += one.check;
      sum.publish += one.publish;
      sum.bytes += one.bytes;
      sum.pages += one.pages;
    }
    return sum;
  }
  const std::optional<Failure>& failure() const { return failure_; }

 private:
  void put(std::string_view path, std::string_view bytes) {
    if (also_) also_(path, bytes);
    if (release_ == nullptr) return;
    made_of_.add(path, bytes);
    keep(release_->put(path, bytes));
  }
  void keep(const Result<Done>& done) {
    if (done) return;
    const std::scoped_lock lock{failing_};
    if (!failure_) failure_ = done.failure();
  }

  std::vector<check::PageChecker> checkers_;
  std::vector<Busy> busy_;
  publish::FolderRelease* release_;
  publish::ManifestMaker made_of_;
  Also also_;
  Clock& clock_;
  std::mutex failing_;
  std::optional<Failure> failure_;
};

}  // namespace lagesbild
