// A web server that misbehaves on cue: scripted answers a path, sent byte for byte, over plain HTTP on 127.0.0.1 and a free port; the last
// one of a path is given again and again. Each connection has its thread, all of them gone when the object is. An unknown path is answered
// with a whole 404.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace lagesbild::test {

enum class Then {
  close,   // end the connection properly
  reset,   // break it, so that the other side sees an error
  hold,    // say nothing more until the client gives up
  repeat,  // send Script::again over and over until the client hangs up
  next,    // wait for the next question on the same connection
};

struct Script {
  std::string bytes;
  Then then = Then::close;
  std::string again;
  std::chrono::milliseconds after{0};  // how long the server thinks first
  std::chrono::milliseconds pause{0};  // and before each time it sends `again`
};

// "HTTP/1.1 200 OK", length and body.
inline std::string whole(std::string_view body, std::string_view fields = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string{fields} +
         "\r\n" + std::string{body};
}

// A listening socket on 127.0.0.1 and a port that the kernel chose.
class Listener {
 public:
  explicit Listener(int backlog = 16) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (fd_ < 0 || ::bind(fd_, generic, size) != 0 || ::listen(fd_, backlog) != 0 || ::getsockname(fd_, generic, &size) != 0) {
      throw std::runtime_error("cannot listen on 127.0.0.1");
    }
    port_ = ntohs(address.sin_port);
  }
  ~Listener() { close(); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  int fd() const { return fd_; }
  int port() const { return port_; }
  void close() { if (fd_ >= 0) ::close(std::exchange(fd_, -1)); }

 private:
  int fd_;
  int port_ = 0;
};

// Waits until something takes connections on 127.0.0.1 and this port; false when nothing does within ten seconds.
inline bool wait_until_it_listens(int port) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{10};
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  while (std::chrono::steady_clock::now() < until) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool up = ::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(fd);
    if (up) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  return false;
}

class HttpServer {
 public:
  explicit HttpServer(std::map<std::string, Script> scripts) {
    for (auto& [path, script] : scripts) scripts_[path].push_back(std::move(script));
    acceptor_ = std::thread{[this] { accept_all(); }};
  }
  ~HttpServer() {
    {
      const std::lock_guard lock{mutex_};
      stopping_ = true;
    }
    stopped_.notify_all();
    ::shutdown(listener_.fd(), SHUT_RDWR);  // wakes accept
    acceptor_.join();
    {
      const std::lock_guard lock{mutex_};
      for (const int fd : open_) ::shutdown(fd, SHUT_RDWR);
    }
    for (std::thread& thread : threads_) thread.join();
  }
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const { return listener_.port(); }
  std::string url(std::string_view path) const { return "http://127.0.0.1:" + std::to_string(port()) + std::string{path}; }
  // The heads of all questions so far, in order, from the first line to the empty one.
  std::vector<std::string> questions() const { const std::lock_guard lock{mutex_}; return questions_; }
  // What came with each question, in the same order.
  std::vector<std::string> bodies() const { const std::lock_guard lock{mutex_}; return bodies_; }
  // One more answer for a path: given once those before it have been.
  void then(const std::string& path, Script script) { const std::lock_guard lock{mutex_}; scripts_[path].push_back(std::move(script)); }
  // How many questions were being answered at the same time.
  int most_at_once() const { const std::lock_guard lock{mutex_}; return most_; }
  int connections() const { const std::lock_guard lock{mutex_}; return connections_; }

 private:
  Listener listener_;
  std::map<std::string, std::deque<Script>> scripts_;
  mutable std::mutex mutex_;
  std::condition_variable stopped_;
  std::vector<std::string> questions_, bodies_;
  int now_ = 0, most_ = 0;
  std::vector<int> open_;
  int connections_ = 0;
  std::atomic<bool> stopping_ = false;
  std::vector<std::thread> threads_;  // of the acceptor, then of the destructor
  std::thread acceptor_;

  void accept_all() {
    for (;;) {
      const int fd = ::accept4(listener_.fd(), nullptr, nullptr, SOCK_CLOEXEC);
      if (fd < 0 && stopping_) return;
      if (fd < 0) continue;
      {
        const std::lock_guard lock{mutex_};
        open_.push_back(fd);
        ++connections_;
      }
      threads_.emplace_back([this, fd] { serve(fd); });
      if (stopping_) return;
    }
  }

  void serve(int fd) {
    std::string unread;
    while (answer(fd, unread)) {}
    const std::lock_guard lock{mutex_};
    std::erase(open_, fd);
    ::close(fd);
  }

  // False when the connection is over.
  bool answer(int fd, std::string& unread) {
    std::size_t end = 0;
    while ((end = unread.find("\r\n\r\n")) == std::string::npos) {
      if (!receive(fd, unread)) return false;
    }
    const std::string head = unread.substr(0, end + 4);
    unread.erase(0, end + 4);
    const std::size_t length = length_of(head);
    while (unread.size() < length) {
      if (!receive(fd, unread)) return false;
    }
    Script script{"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", Then::next, {}};
    {
      std::unique_lock lock{mutex_};
      questions_.push_back(head);
      bodies_.push_back(unread.substr(0, length));
      const std::size_t path = head.find(' ') + 1;
      const auto found = scripts_.find(head.substr(path, head.find(' ', path) - path));
      if (found != scripts_.end()) script = found->second.front();
      if (found != scripts_.end() && found->second.size() > 1) found->second.pop_front();
      most_ = std::max(most_, ++now_);
      stopped_.wait_for(lock, script.after, [this] { return stopping_.load(); });
      --now_;
    }
    unread.erase(0, length);
    return play(fd, unread, script);
  }

  bool stopped_within(std::chrono::milliseconds time) {
    std::unique_lock lock{mutex_};
    return stopped_.wait_for(lock, time, [this] { return stopping_.load(); });
  }

  static std::size_t length_of(const std::string& head) {
    constexpr std::string_view name = "\r\nContent-Length: ";
    std::size_t length = 0;
    const std::size_t at = head.find(name);
    if (at != std::string::npos) std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
    return length;
  }

  bool play(int fd, std::string& unread, const Script& script) {
    const bool sent = send(fd, script.bytes);
    switch (script.then) {
      case Then::next: return sent;
      case Then::close: break;
      case Then::hold: while (receive(fd, unread)) {} break;
      case Then::repeat: while (send(fd, script.again) && !stopped_within(script.pause)) {} break;
      case Then::reset: {
        const linger now{1, 0};
        ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        break;
      }
    }
    return false;
  }

  static bool receive(int fd, std::string& unread) {
    char buffer[4096];
    const ssize_t got = ::recv(fd, buffer, sizeof buffer, 0);
    if (got > 0) unread.append(buffer, static_cast<std::size_t>(got));
    return got > 0;
  }

  static bool send(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
};

}  // namespace lagesbild::test
