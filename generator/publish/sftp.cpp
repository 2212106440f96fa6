#include "publish/sftp.hpp"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>

#include "publish/codes.hpp"
#include "publish/target_codes.hpp"
#include "publish/web_xml.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prompt = "sftp> ";

bool is_plain_name(std::string_view text) {
  constexpr std::string_view odd = " \t\"'\\@:/?#%";
  return !text.empty() && text.front() != '-' && text.find_first_of(odd) == std::string_view::npos;
}

std::vector<SftpStep> steps_of(std::string_view output) {
  std::vector<SftpStep> steps;
  while (!output.empty()) {
    const std::size_t end = std::min(output.find('\n'), output.size());
    std::string line{output.substr(0, end)};
    if (!line.empty() && line.back() == '\r') line.pop_back();
    output.remove_prefix(std::min(end + 1, output.size()));
    if (line.starts_with(prompt)) steps.push_back({line.substr(prompt.size()), {}});
    else if (!steps.empty() && !line.empty()) steps.back().said.push_back(std::move(line));
  }
  return steps;
}

// The last line, of printable ASCII: it is the server's and may hold anything.
std::string last_words(std::string_view output) {
  while (!output.empty() && (output.back() == '\n' || output.back() == '\r')) output.remove_suffix(1);
  const std::size_t line = output.rfind('\n');
  std::string words{line == std::string_view::npos ? output : output.substr(line + 1)};
  if (words.size() > 160) words.resize(160);
  std::replace_if(words.begin(), words.end(), [](char c) { return c < 0x20 || c > 0x7e; }, '?');
  return words;
}

std::string option(const char* name, const std::string& value) { return std::string{name} + "=\"" + value + "\""; }

}  // namespace

std::optional<SftpAddress> SftpAddress::of(const std::string& url) {
  constexpr std::string_view scheme = "sftp://";
  if (!url.starts_with(scheme)) return std::nullopt;
  std::string_view rest = std::string_view{url}.substr(scheme.size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  std::string_view authority = rest.substr(0, slash);
  SftpAddress address;
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    address.user = authority.substr(0, at);
    authority.remove_prefix(at + 1);
    if (!is_plain_name(address.user)) return std::nullopt;
  }
  if (const std::size_t colon = authority.rfind(':'); colon != std::string_view::npos && !authority.ends_with(']')) {
    address.port = authority.substr(colon + 1);
    authority = authority.substr(0, colon);
    if (address.port.empty() || address.port.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  }
  address.host = authority;
  const bool bracketed = authority.starts_with('[') && authority.ends_with(']');
  if (!bracketed && !is_plain_name(authority)) return std::nullopt;
  const auto path = url_decoded(rest.substr(slash));
  if (!path) return std::nullopt;
  address.path = *path;
  while (address.path.ends_with('/')) address.path.pop_back();
  const std::string_view inner = std::string_view{address.path}.substr(std::min<std::size_t>(1, address.path.size()));
  const bool good = address.path.size() > 1 && inner.find('\\') == std::string_view::npos && inner.find('\n') == std::string_view::npos;
  return good ? std::optional{address} : std::nullopt;
}

std::string sftp_quoted(std::string_view path) {
  std::string quoted = "\"";
  for (const char c : path) {
    if (c == '"') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

bool says_missing(const SftpStep& step) {
  return std::any_of(step.said.begin(), step.said.end(), [](const std::string& line) {
    return line.find("not found") != std::string::npos || line.find("No such file") != std::string::npos;
  });
}

Sftp::Sftp(SftpAddress address, Connection connection, std::string shown_as)
    : address_(std::move(address)), connection_(std::move(connection)), shown_as_(std::move(shown_as)) {
  std::error_code error;
  std::string name = (fs::temp_directory_path(error) / "lagesbild-XXXXXX").string();
  if (::mkdtemp(name.data()) != nullptr) scratch_ = name;
}

Sftp::~Sftp() {
  stop();
  std::error_code ignored;
  if (!scratch_.empty()) fs::remove_all(scratch_, ignored);
}

std::vector<std::string> Sftp::command_line() const {
  const auto seconds = [](std::chrono::milliseconds time) { return std::to_string(std::max<std::int64_t>(1, time.count() / 1000)); };
  std::vector<std::string> words{"sftp", "-F", "/dev/null", "-b", "-"};
  const auto add = [&](const std::string& setting) { words.insert(words.end(), {"-o", setting}); };
  add("BatchMode=yes");
  add("StrictHostKeyChecking=yes");
  add(option("UserKnownHostsFile", connection_.known_hosts));
  add("GlobalKnownHostsFile=/dev/null");
  add("UpdateHostKeys=no");
  add("IdentitiesOnly=yes");
  add("IdentityAgent=none");
  if (!connection_.identity.empty()) add(option("IdentityFile", connection_.identity));
  add("ConnectTimeout=" + seconds(connection_.connect_timeout));
  add("ServerAliveInterval=" + seconds(connection_.stall_timeout / 3));
  add("ServerAliveCountMax=3");
  if (!address_.port.empty()) words.insert(words.end(), {"-P", address_.port});
  words.push_back((address_.user.empty() ? "" : address_.user + "@") + address_.host);
  return words;
}

namespace {

constexpr std::string_view last_command = "lpwd";  // says something of its own, so that the end of what was asked for is seen
constexpr std::string_view last_said = "Local working directory: ";
constexpr std::size_t longest_command = 2000;      // sftp takes no more in a line, and would take the rest for the next one

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

// Names with å are listed in a writing of their own where the locale is not one of UTF-8.
std::vector<std::string> environment() {
  std::vector<std::string> all{"LC_ALL=C.UTF-8"};
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (!std::string_view{*variable}.starts_with("LC_ALL=")) all.emplace_back(*variable);
  }
  return all;
}

}  // namespace

Result<Done> Sftp::start() {
  std::array<int, 2> commands{}, output{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, commands.data()) != 0 || ::pipe2(output.data(), O_CLOEXEC) != 0) {
    return failure_of(code::publish_cannot_create, shown_as_, errno);
  }
  to_ = Descriptor{commands[0]};
  from_ = Descriptor{output[0]};
  const Descriptor its_input{commands[1]}, its_output{output[1]};
  std::vector<std::string> words = command_line(), variables = environment();
  const std::vector<char*> arguments = pointers(words), environs = pointers(variables);
  const pid_t parent = ::getpid();
  child_ = ::fork();
  if (child_ < 0) return failure_of(code::publish_cannot_create, shown_as_, errno);
  if (child_ > 0) return Done{};
  // It dies with us, so that a run that is killed does not go on at the server behind the back of the next one.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(126);
  ::dup2(its_input.get(), STDIN_FILENO);
  ::dup2(its_output.get(), STDOUT_FILENO);
  ::dup2(its_output.get(), STDERR_FILENO);
  ::execvpe(arguments[0], arguments.data(), environs.data());
  ::_exit(127);
}

int Sftp::stop() {
  to_.reset();
  from_.reset();
  if (child_ <= 0) return -1;
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {}
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Both ways at once: neither side waits for the other to empty a pipe that is full.
Sftp::Ended Sftp::talk(std::string_view commands) {
  Ended ended;
  std::array<char, 16U << 10> buffer;
  const auto limit = static_cast<int>(std::min<std::int64_t>((connection_.timeout + connection_.connect_timeout).count(), 3'600'000));
  const std::string last = std::string{prompt} + std::string{last_command} + "\n" + std::string{last_said};
  for (std::size_t looked_at = 0;;) {
    std::array<pollfd, 2> wait{pollfd{from_.get(), POLLIN, 0}, pollfd{commands.empty() ? -1 : to_.get(), POLLOUT, 0}};
    const int ready = ::poll(wait.data(), wait.size(), limit);  // of one command, more or less
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) {
      ended.silent = true;
      ::kill(child_, SIGKILL);
      break;
    }
    if ((wait[1].revents & POLLOUT) != 0) {
      const ssize_t put = ::send(to_.get(), commands.data(), commands.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      commands.remove_prefix(put > 0 ? static_cast<std::size_t>(put) : errno == EAGAIN || errno == EINTR ? 0 : commands.size());
    } else if (wait[1].revents != 0) {
      commands = {};  // it has ended, and says why
    }
    if (wait[0].revents == 0) continue;
    const ssize_t got = ::read(from_.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    ended.output.append(buffer.data(), static_cast<std::size_t>(got));
    const std::size_t at = ended.output.find(last, looked_at);
    if (at != std::string::npos && ended.output.back() == '\n') {
      ended.output.resize(at);
      ended.code = 0;
      return ended;
    }
    looked_at = ended.output.size() - std::min(ended.output.size(), last.size());
  }
  ended.code = stop();
  if (ended.code == 0) ended.code = -1;  // it may not end before the last command
  return ended;
}

Failure Sftp::explain(const Ended& ended) const {
  const auto says = [&](const char* words) { return ended.output.find(words) != std::string::npos; };
  if (ended.code == 127) return {code::publish_sftp_program, {{"path", shown_as_}}, {}};
  if (says("Host key verification failed")) {
    return {code::publish_sftp_host_key, {{"path", shown_as_}, {"host", address_.host}, {"file", connection_.known_hosts}}, {}};
  }
  if (says("Permission denied (")) return {code::publish_sftp_login, {{"path", shown_as_}, {"file", connection_.identity}}, {}};
  if (ended.silent) return {code::publish_sftp_silent, {{"path", shown_as_}}, {}};
  return {code::publish_sftp_failed, {{"path", shown_as_}, {"reason", last_words(ended.output)}}, {}};
}

Result<std::vector<SftpStep>> Sftp::run(const std::vector<std::string>& commands) {
  if (scratch_.empty()) return failure_of(code::publish_cannot_create, "/tmp", errno);
  std::string text;
  for (const std::string& command : commands) {
    if (command.size() > longest_command) return Failure{code::publish_bad_path, {{"path", command}}, {}};
    text.append(command).append("\n");
  }
  text.append(last_command).append("\n");
  auto wait = connection_.retry_wait;
  for (int tries = 1;; ++tries, wait *= 2) {
    if (child_ <= 0) {
      if (Result<Done> done = start(); !done) return done.failure();
    }
    const Ended ended = talk(text);
    if (ended.code == 0) {
      auto steps = steps_of(ended.output);
      if (steps.size() == commands.size()) return steps;
      return Failure{code::publish_sftp_failed, {{"path", shown_as_}, {"reason", last_words(ended.output)}}, {}};
    }
    const Failure why = explain(ended);
    const bool never_began = ended.code == 255 && ended.output.find(prompt) == std::string::npos;
    if (!never_began || why.code != code::publish_sftp_failed || tries >= connection_.tries) return why;
    std::this_thread::sleep_for(wait);
  }
}

}  // namespace lagesbild::publish
