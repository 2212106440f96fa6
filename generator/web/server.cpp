#include "web/server.hpp"

#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <string_view>
#include <thread>

#include "web/codes.hpp"

namespace lagesbild::web {
namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr std::size_t threads = 12;            // a browser keeps some connections open without asking anything
constexpr std::size_t longest_request = 16'384;
constexpr auto patience = std::chrono::seconds{5};
constexpr std::string_view newline = "\r\n";

std::string_view reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 301: return "Moved Permanently";
    case 303: return "See Other";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 421: return "Misdirected Request";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    default: return "Bad Request";
  }
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 32);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Nothing for what is no address of ours: not from the root, or a % that stands for nothing.
std::optional<std::string> path_of(std::string_view target) {
  target = target.substr(0, target.find_first_of("?#"));
  if (target.empty() || target[0] != '/') return std::nullopt;
  std::string path;
  for (std::size_t i = 0; i < target.size(); ++i) {
    if (target[i] != '%') {
      path += target[i];
      continue;
    }
    const int high = i + 2 < target.size() ? hex_value(target[i + 1]) : -1, low = high < 0 ? -1 : hex_value(target[i + 2]);
    if (low < 0) return std::nullopt;
    path += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return path;
}

// The value of the only header of that name; nothing when there is none or there are two.
std::optional<std::string_view> header_of(std::string_view head, std::string_view name) {
  std::optional<std::string_view> found;
  for (std::size_t line = head.find(newline); line != std::string_view::npos; line = head.find(newline, line + 2)) {
    std::string_view rest = head.substr(line + 2);
    const auto alike = [](char low, char c) { return (c >= 'A' && c <= 'Z' ? c + 32 : c) == low; };
    if (rest.size() <= name.size() || rest[name.size()] != ':' || !std::equal(name.begin(), name.end(), rest.begin(), alike)) continue;
    if (found) return std::nullopt;
    rest = rest.substr(name.size() + 1, rest.find(newline) - name.size() - 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    found = rest.substr(0, rest.find_last_not_of(" \t") + 1);
  }
  return found;
}

Answer refuse(int status) { return {status, "text/plain; charset=utf-8", std::string{reason_of(status)} + "\n"}; }

}  // namespace

struct Server::Impl {
  int listener = -1, stopped = -1;
  int port = 0;
  Handler handler;
  std::vector<std::jthread> workers;

  ~Impl() {
    const std::uint64_t one = 1;
    if (stopped >= 0) static_cast<void>(::write(stopped, &one, sizeof one));
    workers.clear();
    for (const int fd : {listener, stopped}) {
      if (fd >= 0) ::close(fd);
    }
  }

  // False when the time is up or the server is being stopped.
  bool wait(int fd, short what, std::optional<Time> until) const {
    pollfd both[] = {{fd, what, 0}, {stopped, POLLIN, 0}};
    int left = -1;
    if (until) {
      const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(*until - std::chrono::steady_clock::now()).count();
      left = static_cast<int>(std::max<std::int64_t>(time, 0));
    }
    int ready = 0;
    do ready = ::poll(both, 2, left);
    while (ready < 0 && errno == EINTR);
    return ready > 0 && both[1].revents == 0;
  }

  void work() const {
    while (wait(listener, POLLIN, std::nullopt)) {
      const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
      if (client < 0) continue;  // another thread was quicker, or it is gone again
      converse(client);
      ::close(client);
    }
  }

  void converse(int client) const {
    const Time until = std::chrono::steady_clock::now() + patience;
    std::string head;
    while (head.find("\r\n\r\n") == std::string::npos && head.size() <= longest_request) {
      char part[4096];
      if (!wait(client, POLLIN, until)) return;
      const ssize_t got = ::recv(client, part, sizeof part, 0);
      if (got == 0 || (got < 0 && errno != EAGAIN)) return;
      head.append(part, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    }
    const std::size_t end = head.find("\r\n\r\n");
    const bool whole = end != std::string::npos;
    send(client, whole ? answer(std::string_view{head}.substr(0, end + 2)) : refuse(431), head.starts_with("HEAD "));
    // What the client still has to say is heard out, or it might not read the answer.
    ::shutdown(client, SHUT_WR);
    char rest[4096];
    while (wait(client, POLLIN, until) && ::recv(client, rest, sizeof rest, 0) > 0) {}
  }

  Answer answer(std::string_view head) const {
    const std::string_view line = head.substr(0, head.find(newline));
    const std::size_t first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == last || !line.substr(last + 1).starts_with("HTTP/1.")) return refuse(400);
    const std::string own = ":" + std::to_string(port);
    const auto host = header_of(head, "host");  // a page elsewhere whose name has been turned to this machine must not get at the site
    if (!host || (*host != "127.0.0.1" + own && *host != "localhost" + own)) return refuse(421);
    const std::string_view method = line.substr(0, first);
    if (method != "GET" && method != "HEAD") {
      Answer no = refuse(405);
      no.headers.emplace_back("Allow", "GET, HEAD");
      return no;
    }
    const auto path = path_of(line.substr(first + 1, last - first - 1));
    return path ? handler(*path) : refuse(400);
  }

  void send(int client, const Answer& answer, bool head_only) const {
    std::string bytes = "HTTP/1.1 " + std::to_string(answer.status) + " ";
    bytes.append(reason_of(answer.status)).append("\r\nContent-Type: ").append(answer.type);
    bytes.append("\r\nContent-Length: ").append(std::to_string(answer.body.size()));
    bytes += "\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n";
    for (const auto& [name, value] : answer.headers) bytes.append(name).append(": ").append(value).append(newline);
    bytes += newline;
    if (!head_only) bytes += answer.body;
    std::string_view left = bytes;
    while (!left.empty() && wait(client, POLLOUT, std::chrono::steady_clock::now() + patience)) {
      const ssize_t sent = ::send(client, left.data(), left.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno != EAGAIN) return;
      left.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
    }
  }
};

Result<Server> Server::listen(int port) {
  auto impl = std::make_unique<Impl>();
  impl->listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  impl->stopped = ::eventfd(0, EFD_CLOEXEC);
  const int yes = 1;
  ::setsockopt(impl->listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const plain = reinterpret_cast<sockaddr*>(&address);
  if (::bind(impl->listener, plain, size) != 0 || ::listen(impl->listener, 64) != 0 || ::getsockname(impl->listener, plain, &size) != 0) {
    return Failure{code::web_port, {{"port", std::to_string(port)}, {"reason", std::strerror(errno)}}, {}};
  }
  impl->port = ntohs(address.sin_port);
  return Server{std::move(impl)};
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

int Server::port() const { return impl_->port; }

void Server::start(Handler handler) {
  impl_->handler = std::move(handler);
  for (std::size_t i = 0; i < threads; ++i) impl_->workers.emplace_back([impl = impl_.get()] { impl->work(); });
}

}  // namespace lagesbild::web
