// A web proxy that knows CONNECT only, on 127.0.0.1 and a free port. It may refuse, and it may break the first connections after so many
// bytes from the server, which is how a real server's answer is cut in the middle.
#pragma once
#include <poll.h>

#include <array>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "http_server.hpp"

namespace lagesbild::test {

class ConnectProxy {
 public:
  struct Manners {
    int refuse_with = 0;                     // a status; 0: lets everybody through
    std::vector<std::size_t> break_after{};  // bytes of the server's, for the first connection, the second ...; the rest are whole
  };
  explicit ConnectProxy(Manners manners) : manners_(std::move(manners)), acceptor_([this] { accept_all(); }) {}
  ConnectProxy() : ConnectProxy(Manners{}) {}
  ~ConnectProxy() {
    stopping_ = true;
    ::shutdown(listener_.fd(), SHUT_RDWR);
    acceptor_.join();
    {
      const std::lock_guard lock{mutex_};
      for (const int fd : open_) ::shutdown(fd, SHUT_RDWR);
    }
    for (std::thread& thread : threads_) thread.join();
  }
  ConnectProxy(const ConnectProxy&) = delete;
  ConnectProxy& operator=(const ConnectProxy&) = delete;
  std::string url() const { return "http://127.0.0.1:" + std::to_string(listener_.port()); }
  std::vector<std::string> questions() const { const std::lock_guard lock{mutex_}; return questions_; }

 private:
  Listener listener_;
  const Manners manners_;
  mutable std::mutex mutex_;
  std::vector<std::string> questions_;
  std::vector<int> open_;
  std::atomic<bool> stopping_ = false;
  std::vector<std::thread> threads_;
  std::thread acceptor_;

  void accept_all() {
    for (std::size_t number = 0;; ++number) {
      const int fd = ::accept4(listener_.fd(), nullptr, nullptr, SOCK_CLOEXEC);
      if (fd < 0) return;
      {
        const std::lock_guard lock{mutex_};
        open_.push_back(fd);
      }
      threads_.emplace_back([this, fd, number] {
        serve(fd, number < manners_.break_after.size() ? manners_.break_after[number] : ~std::size_t{0});
        const std::lock_guard lock{mutex_};
        std::erase(open_, fd);
        ::close(fd);
      });
      if (stopping_) return;
    }
  }

  void serve(int client, std::size_t most) {
    std::string head;
    char byte = 0;
    while (head.find("\r\n\r\n") == std::string::npos) {
      if (::recv(client, &byte, 1, 0) != 1) return;
      head += byte;
    }
    {
      const std::lock_guard lock{mutex_};
      questions_.push_back(head);
    }
    const std::string refusal = "HTTP/1.1 " + std::to_string(manners_.refuse_with) + " No\r\nContent-Length: 0\r\n\r\n";
    if (manners_.refuse_with != 0) return static_cast<void>(::send(client, refusal.data(), refusal.size(), MSG_NOSIGNAL));
    const std::size_t colon = head.find(':');
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(head.substr(colon + 1))));
    constexpr std::string_view welcome = "HTTP/1.1 200 Connection established\r\n\r\n";
    if (::connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
        ::send(client, welcome.data(), welcome.size(), MSG_NOSIGNAL) > 0) {
      pump(client, server, most);
    }
    ::close(server);
  }

  static bool move(int from, int to, std::size_t& most) {
    std::array<char, 4096> buffer;
    const ssize_t got = ::recv(from, buffer.data(), std::min(buffer.size(), most), 0);
    if (got <= 0) return false;
    most -= static_cast<std::size_t>(got);
    return ::send(to, buffer.data(), static_cast<std::size_t>(got), MSG_NOSIGNAL) == got;
  }

  static void pump(int client, int server, std::size_t most) {
    std::size_t unlimited = ~std::size_t{0};
    for (;;) {
      std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
      if (::poll(ends.data(), ends.size(), -1) < 0) return;
      if (ends[0].revents != 0 && !move(client, server, unlimited)) return;
      if (ends[1].revents != 0 && (most == 0 || !move(server, client, most))) return;
    }
  }
};

}  // namespace lagesbild::test
