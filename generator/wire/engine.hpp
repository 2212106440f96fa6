// Many questions at once, over connections that are kept between runs. A question waits here, not in libcurl, until its server has room for
// it: libcurl would count the queue into its time. One thread drives it; do not share an Engine.
#pragma once
#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "wire/easy.hpp"

namespace lagesbild::wire {

// Something that is done over the wire, in one or more steps (redirects, new tries). It keeps its own outcome.
class Job {
 public:
  virtual ~Job() = default;
  struct Then {
    enum class What { over, again, again_alone } what = What::over;  // again_alone: the server is to be left alone until then
    std::chrono::milliseconds wait{0};
  };
  virtual std::string server() const = 0;               // of the next step: scheme, host and port
  virtual bool begin(Easy& easy) = 0;                   // sets all options; false: it has failed, and is over
  virtual Then end(Easy& easy, CURLcode result) = 0;
};

struct Slots {
  int per_server = 4;
  int total = 16;
};

class Engine {
 public:
  Engine();
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  // Until every job is over. They begin in their order.
  void run(const std::vector<Job*>& jobs, Slots slots);

 private:
  struct Run;
  struct FreeMulti { void operator()(CURLM* multi) const { curl_multi_cleanup(multi); } };
  std::unique_ptr<CURLM, FreeMulti> multi_;             // goes after the handles that are in it
  std::vector<std::unique_ptr<Easy>> idle_;
};

}  // namespace lagesbild::wire
