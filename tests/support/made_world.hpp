// The outside world in memory: files that count how often they are read, answers of a network that notes what it was asked, a clock that
// stands still.
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/codes.hpp"
#include "base/effects.hpp"

namespace lagesbild::test {

class MadeDisk final : public Disk {
 public:
  explicit MadeDisk(std::map<std::string, std::string> files = {}) : files_(std::move(files)) {}
  Result<std::string> read(const std::filesystem::path& file) override {
    ++reads[file.string()];
    if (const auto failing = failing_.find(file.string()); failing != failing_.end()) return failing->second;
    const auto found = files_.find(file.string());
    if (found == files_.end()) return Failure{code::file_missing, {{"path", file.string()}}, {}};
    return found->second;
  }
  Result<std::vector<std::string>> list(const std::filesystem::path& folder) override {
    return Failure{code::file_missing, {{"path", folder.string()}}, {}};
  }
  void fail(const std::string& file, Code code) { failing_.emplace(file, Failure{code, {{"path", file}, {"reason", "made up"}}, {}}); }

  std::map<std::string, int> reads;  // also of files that are missing

 private:
  std::map<std::string, std::string> files_;
  std::map<std::string, Failure> failing_;
};

class MadeNetwork final : public Network {
 public:
  explicit MadeNetwork(std::map<std::string, Result<Answer>> answers = {}) : answers_(std::move(answers)) {}
  std::vector<Result<Answer>> get(const std::vector<Request>& requests) override {
    std::vector<Result<Answer>> answers;
    for (const Request& request : requests) {
      asked.push_back(request);
      const auto found = answers_.find(request.url);
      if (found == answers_.end()) answers.emplace_back(Failure{Code{"made-up-silence"}, {{"url", request.url}}, {}});
      else answers.push_back(found->second);
    }
    return answers;
  }

  std::vector<Request> asked;

 private:
  std::map<std::string, Result<Answer>> answers_;
};

class StillClock final : public Clock {
 public:
  std::chrono::sys_seconds now() override { return day; }
  std::chrono::sys_seconds day = std::chrono::sys_days{std::chrono::year{2026} / 6 / 30};
  std::chrono::nanoseconds wall() override { return {}; }
  std::chrono::nanoseconds cpu() override { return {}; }
  std::chrono::nanoseconds thread_cpu() override { return {}; }
};

}  // namespace lagesbild::test
