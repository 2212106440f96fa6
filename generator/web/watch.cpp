#include "web/watch.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include "web/codes.hpp"

namespace lagesbild::web {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t mask = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ONLYDIR;
constexpr int quiet_ms = 60, most_rounds = 50;

Failure failed() { return {code::web_watch, {{"reason", std::strerror(errno)}}, {}}; }

bool matters(std::string_view name) { return !name.empty() && name.front() != '.' && name.back() != '~'; }

// Reads all that has been noticed; was there anything that matters?
bool drain(int fd) {
  bool any = false;
  alignas(inotify_event) char buffer[16'384];
  for (ssize_t got = 0; (got = ::read(fd, buffer, sizeof buffer)) > 0;) {
    for (const char* at = buffer; at < buffer + got;) {
      inotify_event event{};
      std::memcpy(&event, at, sizeof event);
      const std::string_view name = event.len == 0 ? "" : at + sizeof event;
      any = any || (event.mask & IN_Q_OVERFLOW) != 0 || matters(name);
      at += sizeof event + event.len;
    }
  }
  return any;
}

}  // namespace

Result<Watch> Watch::begin() {
  sigset_t wanted;
  ::sigemptyset(&wanted);
  for (const int one : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&wanted, one);
  if (::pthread_sigmask(SIG_BLOCK, &wanted, nullptr) != 0) return failed();
  Watch watch{::inotify_init1(IN_CLOEXEC | IN_NONBLOCK), ::signalfd(-1, &wanted, SFD_CLOEXEC)};
  if (watch.changes_ < 0 || watch.signals_ < 0) return failed();
  return watch;
}

Watch::Watch(Watch&& other) noexcept : changes_(std::exchange(other.changes_, -1)), signals_(std::exchange(other.signals_, -1)) {}
Watch& Watch::operator=(Watch&& other) noexcept {
  std::swap(changes_, other.changes_);
  std::swap(signals_, other.signals_);
  return *this;
}
Watch::~Watch() {
  for (const int fd : {changes_, signals_}) {
    if (fd >= 0) ::close(fd);
  }
}

void Watch::add(const std::vector<fs::path>& roots) {
  const auto add_one = [&](const fs::path& folder) { static_cast<void>(::inotify_add_watch(changes_, folder.c_str(), mask)); };
  for (const fs::path& root : roots) {
    add_one(root);
    std::error_code error;
    constexpr auto options = fs::directory_options::follow_directory_symlink | fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at{root, options, error}, end; !error && at != end; at.increment(error)) {
      std::error_code ignored;
      if (at.depth() > 20) at.disable_recursion_pending();  // a link to a folder above
      if (at->is_directory(ignored)) add_one(at->path());
    }
  }
}

Event Watch::wait() {
  pollfd both[] = {{changes_, POLLIN, 0}, {signals_, POLLIN, 0}};
  bool changed = false;
  for (int round = 0;;) {
    const int ready = ::poll(both, 2, changed ? quiet_ms : -1);
    if (ready < 0 && errno != EINTR) return Event::stop;
    if (ready > 0 && both[1].revents != 0) return Event::stop;
    if (ready == 0 || round > most_rounds) return Event::changed;
    if (ready > 0 && drain(changes_)) changed = true;
    if (changed) ++round;
  }
}

}  // namespace lagesbild::web
