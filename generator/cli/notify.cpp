#include "cli/notify.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

#include "publish/gate_codes.hpp"
#include "wire/exchange.hpp"

extern char** environ;

namespace lagesbild::cli {
namespace {

constexpr std::chrono::seconds patience{60};

Failure failed(std::string reason) { return {code::run_notify_failed, {{"reason", std::move(reason)}}, {}}; }

// The report through a pipe; a command that does not read it is no reason to stop.
void feed(int pipe, const std::string& report, std::chrono::steady_clock::time_point end) {
  ::fcntl(pipe, F_SETFL, O_NONBLOCK);
  std::string_view rest = report;
  while (!rest.empty() && std::chrono::steady_clock::now() < end) {
    pollfd waiting{pipe, POLLOUT, 0};
    if (::poll(&waiting, 1, 100) < 0 && errno != EINTR) break;
    const ssize_t done = ::write(pipe, rest.data(), rest.size());
    if (done < 0 && errno != EAGAIN && errno != EINTR) break;
    if (done > 0) rest.remove_prefix(static_cast<std::size_t>(done));
  }
  ::close(pipe);
}

Result<Done> run_command(const std::vector<std::string>& command, const std::string& report) {
  int pipe[2] = {-1, -1};
  if (::pipe2(pipe, O_CLOEXEC) != 0) return failed(std::strerror(errno));
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO);
  pid_t child = -1;
  const int error = ::posix_spawnp(&child, words[0], &actions, nullptr, words.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[0]);
  if (error != 0) {
    ::close(pipe[1]);
    return failed(command.front() + ": " + std::strerror(error));
  }
  const auto end = std::chrono::steady_clock::now() + patience;
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  feed(pipe[1], report, end);
  std::signal(SIGPIPE, before);
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return failed(command.front() + ": " + std::to_string(patience.count()) + " s");
    }
    ::poll(nullptr, 0, 20);
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return Done{};
  return failed(command.front() + ": " + (WIFEXITED(status) ? "exit " + std::to_string(WEXITSTATUS(status)) : "signal"));
}

Result<Done> call_webhook(const source::Notify& whom, const std::string& report) {
  wire::Exchanges server{whom.connection, whom.webhook};
  wire::Call call;
  call.method = "POST";
  call.url = whom.webhook;
  call.headers = {"Content-Type: application/json"};
  call.body = report;
  const auto reply = server.perform(call);
  if (!reply) return reply.failure();
  if (reply.value().status >= 200 && reply.value().status < 300) return Done{};
  return failed("HTTP " + std::to_string(reply.value().status));
}

}  // namespace

Result<Done> notify(const source::Notify& whom, const std::string& report) {
  Result<Done> all = Done{};
  if (!whom.command.empty()) all = run_command(whom.command, report);
  if (!whom.webhook.empty()) {
    if (Result<Done> called = call_webhook(whom, report); !called) all = called;
  }
  return all;
}

}  // namespace lagesbild::cli
