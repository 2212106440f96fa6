// A small HTTP server for one reader on the same machine: loopback only, GET and HEAD, one answer a connection. Not for anybody else: it
// knows neither TLS nor load. The handler is called from several threads at once.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace lagesbild::web {

struct Answer {
  int status = 200;
  std::string type;     // Content-Type
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers = {};
};

// Gets the path of a request, decoded and without ?query; it begins with / and may hold anything else, such as "..".
using Handler = std::function<Answer(const std::string& path)>;

class Server {
 public:
  // Port 0 is any that is free. Connections wait in line until start(). Fails with web-port.
  static Result<Server> listen(int port);
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  ~Server();             // stops at once; connections that are open are cut off
  int port() const;
  void start(Handler handler);

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace lagesbild::web
