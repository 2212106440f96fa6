// The real disk and the real clock.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/effects.hpp"

namespace lagesbild {

class RealDisk final : public Disk {
 public:
  Result<std::string> read(const std::filesystem::path& file) override;
  Result<std::vector<std::string>> list(const std::filesystem::path& folder) override;
};

// The day that it is then where this machine stands (TZ).
Date day_of(std::chrono::sys_seconds time);

class RealClock final : public Clock {
 public:
  std::chrono::nanoseconds wall() override;
  std::chrono::sys_seconds now() override;
  std::chrono::nanoseconds cpu() override;
  std::chrono::nanoseconds thread_cpu() override;
};

}  // namespace lagesbild
