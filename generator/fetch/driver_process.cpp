#include "fetch/driver_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstring>
#include <fstream>
#include <optional>
#include <string_view>

namespace lagesbild::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds grace{1'500};

// What goes through the pipe: a kind, the length of what follows, and that.
enum class Part : char { connected = 'c', row = 'r', told = 't' };
constexpr std::size_t head_size = 1 + sizeof(std::uint32_t);

[[noreturn]] void give_up() { ::_exit(1); }

void write_all(int pipe, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(pipe, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) give_up();  // nobody listens any longer
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void send(int pipe, Part part, std::string_view bytes) {
  std::string frame(head_size, static_cast<char>(part));
  const auto length = static_cast<std::uint32_t>(bytes.size());
  std::memcpy(frame.data() + 1, &length, sizeof length);
  write_all(pipe, frame.append(bytes));
}

// Nothing of ours but the pipe: no sockets kept open, nothing printed, no image of a memory that holds a password.
void leave_everything(int pipe, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) give_up();
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD, SIGALRM}) ::signal(signal, SIG_DFL);
  const int nothing = ::open("/dev/null", O_RDWR);
  if (nothing < 0 || pipe <= STDERR_FILENO) give_up();
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, fd);
  if (::dup2(pipe, STDERR_FILENO + 1) < 0) give_up();
  ::close_range(STDERR_FILENO + 2, ~0U, 0);
}

// Some drivers read every row before they give the first: room for what is allowed, several times over, and no more.
void limit_memory(std::uint64_t max_bytes) {
  std::uint64_t pages[6]{};  // of this process: size, resident, shared, text, nothing, data
  std::ifstream in{"/proc/self/statm"};
  for (std::uint64_t& number : pages) in >> number;
  if (!in) return;
  constexpr std::uint64_t itself = 256ULL << 20;
  const std::uint64_t most = pages[5] * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) + itself + 8 * max_bytes;
  const rlimit limit{most, most};
  ::setrlimit(RLIMIT_DATA, &limit);
}

[[noreturn]] void be_the_child(const OdbcQuestion& question, int pipe, pid_t parent) {
  leave_everything(pipe, parent);
  limit_memory(question.max_bytes);
  ::setlocale(LC_CTYPE, "C.UTF-8");  // else unixODBC takes the texts of a driver without wide calls (SQLite's) for Latin-1
  constexpr int out = STDERR_FILENO + 1;
  std::string waiting;  // rows are small: many go at a time
  const auto flush = [&] {
    if (!waiting.empty()) send(out, Part::row, waiting);
    waiting.clear();
  };
  const OdbcListener listener{[&] { send(out, Part::connected, {}); },
                              [&](std::string_view row) {
                                waiting.append(row);
                                if (waiting.size() >= 1U << 16) flush();
                              }};
  const Told told = ask_driver(question, listener);
  flush();
  send(out, Part::told, std::string(1, static_cast<char>(told.trouble)) + told.words);
  ::_exit(0);
}

class Child {
 public:
  explicit Child(const OdbcQuestion& question) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    // The child needs 3 for itself, and 0 to 2 may be closed in us.
    const int far = ::fcntl(ends[1], F_DUPFD_CLOEXEC, STDERR_FILENO + 2);
    ::close(ends[1]);
    pipe_ = ends[0];
    if (far < 0) return;
    const pid_t parent = ::getpid();
    pid_ = ::fork();
    if (pid_ == 0) be_the_child(question, far, parent);
    ::close(far);
  }
  ~Child() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {}
    }
    if (pipe_ >= 0) ::close(pipe_);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  bool started() const { return pid_ > 0; }

  // More bytes, none at the end, nothing at the deadline.
  std::optional<std::string_view> read(steady_clock::time_point deadline) {
    for (;;) {
      const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now()).count();
      if (left <= 0) return std::nullopt;
      pollfd waiting{pipe_, POLLIN, 0};
      const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<std::int64_t>(left, 1'000'000)));
      if (ready <= 0) continue;
      const ssize_t got = ::read(pipe_, buffer_.data(), buffer_.size());
      if (got < 0 && errno == EINTR) continue;
      return std::string_view{buffer_.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
    }
  }

 private:
  pid_t pid_ = -1;
  int pipe_ = -1;
  std::array<char, 1 << 16> buffer_{};
};

// Puts what came into the outcome, as far as it is whole.
void take(std::string& unread, DriverOutcome& outcome) {
  std::size_t at = 0;
  for (std::uint32_t length = 0; unread.size() - at >= head_size; at += head_size + length) {
    std::memcpy(&length, unread.data() + at + 1, sizeof length);
    if (unread.size() - at - head_size < length) break;
    const std::string_view bytes = std::string_view{unread}.substr(at + head_size, length);
    const auto part = static_cast<Part>(unread[at]);
    if (part == Part::connected) outcome.connected = true;
    if (part == Part::row) outcome.csv.append(bytes);
    if (part == Part::told && !bytes.empty()) {
      outcome.end = DriverOutcome::End::told;
      outcome.told = {static_cast<Trouble>(bytes.front()), std::string{bytes.substr(1)}};
    }
  }
  unread.erase(0, at);
}

}  // namespace

DriverOutcome ask_in_own_process(const OdbcQuestion& question) {
  DriverOutcome outcome;
  Child child{question};
  if (!child.started()) return outcome;
  outcome.end = DriverOutcome::End::died;
  auto deadline = steady_clock::now() + question.login_timeout + grace;
  for (std::string unread;;) {
    const auto bytes = child.read(deadline);
    if (!bytes) {
      outcome.end = DriverOutcome::End::too_late;
      return outcome;
    }
    if (bytes->empty()) return outcome;
    const bool was_connected = outcome.connected;
    take(unread.append(*bytes), outcome);
    if (outcome.end == DriverOutcome::End::told) return outcome;
    if (outcome.connected && !was_connected) deadline = steady_clock::now() + question.timeout + grace;
  }
}

}  // namespace lagesbild::fetch
