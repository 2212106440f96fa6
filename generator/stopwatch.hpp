// Where the time of a build goes, by stage. Checking and staging run inside the render threads: the CPU time of the threads that is
// theirs is moved to their own lines, the wall time stays with rendering.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/effects.hpp"
#include "pipeline.hpp"

namespace lagesbild {

class Stopwatch {
 public:
  Stopwatch(Clock& clock, std::vector<StageTime>& stages) : clock_(clock), stages_(stages) {}

  // Ends the stage before it.
  void begin(std::string stage) {
    end();
    stages_.push_back({std::move(stage), {}, {}, 0, 0});
    wall_ = clock_.wall();
    cpu_ = clock_.cpu();
    running_ = true;
  }
  void end() {
    if (!running_) return;
    stages_.back().wall += clock_.wall() - wall_;
    stages_.back().cpu += clock_.cpu() - cpu_;
    running_ = false;
  }
  void count(std::uint64_t items, std::uint64_t bytes = 0) {
    stages_.back().items += items;
    stages_.back().bytes += bytes;
  }
  // So much of the threads' time in `stage` belongs to the present stage.
  void moved_from(std::string_view stage, std::chrono::nanoseconds time) {
    for (StageTime& other : stages_) {
      if (other.stage == stage) other.cpu -= time;
    }
    stages_.back().cpu += time;
  }

 private:
  Clock& clock_;
  std::vector<StageTime>& stages_;
  std::chrono::nanoseconds wall_{};
  std::chrono::nanoseconds cpu_{};
  bool running_ = false;
};

}  // namespace lagesbild
