#include "wire/engine.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace lagesbild::wire {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr long kept_connections = 64;
constexpr milliseconds longest_nap{1'000};

}  // namespace

struct Engine::Run {
  struct Waiting { Job* job; steady_clock::time_point from; };
  struct Going { Job* job; std::string server; std::unique_ptr<Easy> easy; };

  CURLM* multi;
  std::vector<std::unique_ptr<Easy>>& idle;
  Slots slots;
  std::vector<Waiting> waiting;  // in the order that they are to begin
  std::vector<Going> going;
  std::map<std::string, steady_clock::time_point> left_alone = {};

  bool may_begin(const Waiting& one, steady_clock::time_point now) const;
  void begin_those_that_may();
  void begin(Job* job);
  void after(Job* job, const std::string& server, Job::Then then);
  bool collect();
  milliseconds nap() const;
};

bool Engine::Run::may_begin(const Waiting& one, steady_clock::time_point now) const {
  if (one.from > now) return false;
  const std::string server = one.job->server();
  const auto alone = left_alone.find(server);
  if (alone != left_alone.end() && alone->second > now) return false;
  return std::count_if(going.begin(), going.end(), [&](const Going& other) { return other.server == server; }) < slots.per_server;
}

void Engine::Run::begin_those_that_may() {
  const auto now = steady_clock::now();
  for (std::size_t i = 0; i < waiting.size() && static_cast<int>(going.size()) < slots.total;) {
    if (!may_begin(waiting[i], now)) {
      ++i;
      continue;
    }
    Job* job = waiting[i].job;
    waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(i));
    begin(job);
  }
}

void Engine::Run::begin(Job* job) {
  std::unique_ptr<Easy> easy;
  if (idle.empty()) {
    easy = std::make_unique<Easy>();
  } else {
    easy = std::move(idle.back());
    idle.pop_back();
  }
  const std::string server = job->server();
  if (!job->begin(*easy)) {
    idle.push_back(std::move(easy));
    return;
  }
  if (curl_multi_add_handle(multi, easy->handle()) != CURLM_OK) {
    after(job, server, job->end(*easy, CURLE_FAILED_INIT));
    return;
  }
  going.push_back({job, server, std::move(easy)});
}

void Engine::Run::after(Job* job, const std::string& server, Job::Then then) {
  if (then.what == Job::Then::What::over) return;
  const auto from = steady_clock::now() + then.wait;
  if (then.what == Job::Then::What::again_alone) left_alone[server] = from;
  // Those that have begun come before those that have not, so that a redirect does not queue again.
  waiting.insert(waiting.begin(), {job, from});
}

// Those that have ended; whether there were any.
bool Engine::Run::collect() {
  bool any = false;
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* const handle = message->easy_handle;
    const CURLcode result = message->data.result;  // the message does not outlive the handle's place in the multi
    const auto found = std::find_if(going.begin(), going.end(), [&](const Going& one) { return one.easy->handle() == handle; });
    curl_multi_remove_handle(multi, handle);
    Going one = std::move(*found);
    going.erase(found);
    after(one.job, one.server, one.job->end(*one.easy, result));
    idle.push_back(std::move(one.easy));
    any = true;
  }
  return any;
}

milliseconds Engine::Run::nap() const {
  const auto now = steady_clock::now();
  auto until = now + longest_nap;
  for (const Waiting& one : waiting) {
    auto from = one.from;
    const auto alone = left_alone.empty() ? left_alone.end() : left_alone.find(one.job->server());
    if (alone != left_alone.end()) from = std::max(from, alone->second);
    if (from > now) until = std::min(until, from);  // one that could begin waits for another to end, which wakes us
  }
  return std::chrono::ceil<milliseconds>(until - now);
}

Engine::Engine() : multi_(start_libcurl() == CURLE_OK ? curl_multi_init() : nullptr) {
  if (multi_) (curl_multi_setopt)(multi_.get(), CURLMOPT_MAXCONNECTS, kept_connections);
}
Engine::~Engine() = default;

void Engine::run(const std::vector<Job*>& jobs, Slots slots) {
  Run run{multi_.get(), idle_, slots, {}, {}};
  for (Job* job : jobs) run.waiting.push_back({job, steady_clock::now()});
  while (!run.waiting.empty() || !run.going.empty()) {
    run.begin_those_that_may();
    int going = 0;
    if (curl_multi_perform(multi_.get(), &going) != CURLM_OK) {  // no memory, or no multi: nothing would ever end
      for (Run::Going& one : run.going) {
        curl_multi_remove_handle(multi_.get(), one.easy->handle());
        static_cast<void>(one.job->end(*one.easy, CURLE_FAILED_INIT));
      }
      for (const Run::Waiting& one : run.waiting) {
        Easy easy;
        if (one.job->begin(easy)) static_cast<void>(one.job->end(easy, CURLE_FAILED_INIT));
      }
      return;
    }
    if (run.collect()) continue;
    if (!run.going.empty() || !run.waiting.empty()) curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(run.nap().count()), nullptr);
  }
}

}  // namespace lagesbild::wire
