// Servers that fail, and runs that die, at the first, second ... request.
#pragma once
#include <sys/wait.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

#include "nginx.hpp"
#include "target_site.hpp"

namespace lagesbild::publish::test {

// A program in Python that writes its port into a file when it is ready.
class PythonServer {
 public:
  PythonServer(const std::string& script, std::vector<std::string> arguments) {
    std::vector<std::string> command{"/usr/bin/python3", LAGESBILD_ROOT "/tests/support/" + script};
    command.insert(command.end(), arguments.begin(), arguments.end());
    command.push_back((folder_.path() / "port").string());
    child_ = lagesbild::test::start_program(command, folder_, "log");
    for (int waited = 0; port_ == 0; ++waited) {
      if (waited > 1000 || ::waitpid(child_, nullptr, WNOHANG) == child_) throw std::runtime_error(script + " does not start: " + log());
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
      const std::string port = folder_.read("port");
      if (!port.empty()) port_ = std::stoi(port);
    }
  }
  ~PythonServer() {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  PythonServer(const PythonServer&) = delete;
  PythonServer& operator=(const PythonServer&) = delete;
  int port() const { return port_; }
  std::string log() const { return folder_.read("log"); }

 private:
  lagesbild::test::TemporaryFolder folder_;
  pid_t child_ = -1;
  int port_ = 0;
};

class FaultProxy {
 public:
  explicit FaultProxy(int upstream) : proxy_("fault_proxy.py", {std::to_string(upstream), control().string()}) {}
  int port() const { return proxy_.port(); }
  // At the request of this number from now on.
  void fail(int at, const std::string& what) {
    fs::remove(met_file());
    folder_.write("control", std::to_string(::getpid()) + "-" + std::to_string(++run_) + " " + std::to_string(at) + " " + what);
  }
  void stop_failing() { fs::remove(control()); }
  bool has_met() const { return fs::exists(met_file()); }

 private:
  fs::path control() const { return folder_.path() / "control"; }
  fs::path met_file() const { return folder_.path() / "control.met"; }
  lagesbild::test::TemporaryFolder folder_;
  int run_ = 0;
  PythonServer proxy_;
};

// The target is published to through the proxy. `step`: every so many requests. `away`: may readers see nothing, because the release that
// stood there is away for a moment? Returns how many times there was a fault.
inline int is_whole_whatever_fails(const Place& place, FaultProxy& proxy, Desk& desk, const std::string& what, int step,
                                   const std::function<bool(const Site&)>& away) {
  Site before = second_site(), after = third_site();
  REQUIRE(is_done(desk.publish(place, before)));
  int met = 0;
  for (int n = 1;; n += step) {
    const bool kills = what == "before" || what == "after";
    std::string how = "fine";
    if (kills) {
      build(desk.temp.path() / "built", after);
      const int status = in_child([&] {
        proxy.fail(n, what + ":" + std::to_string(::getpid()));
        return is_done(desk.publish(place, after));
      });
      if (status != 0) how = "killed";
    } else {
      proxy.fail(n, what);
      const Result<Delivery> run = desk.publish(place, after);
      how = told(run);
    }
    proxy.stop_failing();
    CAPTURE(what, n, how);
    const Site seen = place.seen();
    REQUIRE((seen == before || seen == after || (away && seen.empty() && away(before))));
    const Result<Delivery> again = desk.publish(place, after);
    INFO(told(again));
    REQUIRE(is_done(again));
    REQUIRE(place.seen() == after);
    std::swap(before, after);
    if (!proxy.has_met()) return met;
    ++met;
  }
}

// From two machines in the same moment, again and again: each time one of them or the other, whole, and whoever does not come in is told
// that. Now and then both come in, after each other.
inline void lets_one_in_at_a_time(const Place& place) {
  Desk one, other;
  REQUIRE(is_done(one.publish(place, first_site())));
  for (int round = 0; round < 6; ++round) {
    Site mine = with_manifest(second_site(), "aa" + std::to_string(round)), its = with_manifest(third_site(), "bb" + std::to_string(round));
    const auto is_refused = [](const Result<Delivery>& run) {
      return !run.ok() && (run.failure().code == code::publish_locked_by || run.failure().code == code::publish_locked);
    };
    const BuiltRelease my_release = build(one.temp.path() / "built", mine), its_release = build(other.temp.path() / "built", its);
    int go[2] = {-1, -1};
    REQUIRE(::pipe(go) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
      char now = 0;
      const bool told_to = ::read(go[0], &now, 1) == 1;
      const Result<Delivery> run = deliver(place.target, its_release, other.options);
      if (!told_to) ::_exit(3);
      if (!is_done(run) && !is_refused(run)) std::fprintf(stderr, "%s\n", told(run).c_str());
      ::_exit(is_done(run) ? 0 : is_refused(run) ? 1 : 2);
    }
    REQUIRE(::write(go[1], "!", 1) == 1);
    const Result<Delivery> run = deliver(place.target, my_release, one.options);
    ::close(go[0]);
    ::close(go[1]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    CAPTURE(round, told(run), WEXITSTATUS(status));
    REQUIRE((is_done(run) || is_refused(run)));
    REQUIRE(WEXITSTATUS(status) < 2);
    REQUIRE((is_done(run) || WEXITSTATUS(status) == 0));
    const Site seen = place.seen();
    REQUIRE((seen == mine || seen == its));
  }
}

}  // namespace lagesbild::publish::test
