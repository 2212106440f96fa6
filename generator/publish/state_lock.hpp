// The lock of a target at home: one run at a time from this machine. It also keeps the token by which a lock at the target is known as
// one of ours, so that the next run may take over what a run left that died.
#pragma once
#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {

class StateLock {
 public:
  // Makes the folder. Fails with publish-locked while another run holds it.
  static Result<StateLock> take(const std::filesystem::path& state, const std::string& target);
  const std::string& token() const { return token_; }

 private:
  Descriptor file_;
  std::string token_;
};

// user@machine, for people to read.
std::string who_we_are();

}  // namespace lagesbild::publish
