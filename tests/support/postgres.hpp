// A real PostgreSQL cluster of its own, made and started for a test and gone with the object: on 127.0.0.1 with passwords, and on a socket
// in its folder without. PostgreSQL refuses to run as root, so a test that does runs it as the user postgres. Anything missing on the
// machine is an exception with a message, never a skipped test.
#pragma once
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include "nginx.hpp"

namespace lagesbild::test {

class Postgres {
 public:
  static constexpr const char* user = "owner";
  static constexpr const char* password = "hem}lig;{t å";  // all that a connection string must take care of

  Postgres() {
    if (!std::filesystem::exists(program("postgres"))) throw std::runtime_error("PostgreSQL is missing: install postgresql");
    std::filesystem::create_directory(folder_.path() / "base");
    folder_.write("base/password", std::string{password} + "\n");
    if (::geteuid() == 0) run_program({"chown", "-R", "postgres", folder_.path().string()}, folder_);
    run_program(as_user({program("initdb"), "-D", path("base/data"), "-U", user, "--pwfile", path("base/password"), "--auth-local=trust",
                         "--auth-host=scram-sha-256", "--locale=C.UTF-8", "--encoding=UTF8", "--no-sync", "--no-instructions"}),
                folder_);
    for (int tries = 0; tries < 5 && !start(); ++tries) {}
    if (child_ <= 0) throw std::runtime_error("PostgreSQL does not start:\n" + folder_.read("postgres.log"));
  }
  ~Postgres() { stop(); }
  Postgres(const Postgres&) = delete;
  Postgres& operator=(const Postgres&) = delete;

  int port() const { return port_; }
  std::string socket_folder() const { return path("base"); }
  std::string log() const { return folder_.read("postgres.log"); }
  // Statements as the owner of everything.
  void run(const std::string& sql) const {
    run_program({"psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", socket_folder(), "-p", std::to_string(port_), "-U", user, "-d",
                 "postgres", "-c", sql},
                folder_);
  }
  // What a statement gives, as psql writes it.
  std::string look(const std::string& sql) const {
    run_program({"psql", "-X", "-q", "-A", "-t", "-h", socket_folder(), "-p", std::to_string(port_), "-U", user, "-d", "postgres", "-o",
                 path("looked"), "-c", sql},
                folder_);
    return folder_.read("looked");
  }

 private:
  TemporaryFolder folder_;
  pid_t child_ = -1;
  int port_ = 0;

  // Of the newest version that is installed.
  static std::string program(const std::string& name) {
    std::filesystem::path newest;
    std::error_code none;
    for (const auto& version : std::filesystem::directory_iterator{"/usr/lib/postgresql", none}) newest = std::max(newest, version.path());
    return (newest / "bin" / name).string();
  }
  std::string path(const std::string& below) const { return (folder_.path() / below).string(); }

  static std::vector<std::string> as_user(std::vector<std::string> command) {
    if (::geteuid() != 0) return command;
    const std::vector<std::string> other{"setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--pdeathsig=INT", "--"};
    command.insert(command.begin(), other.begin(), other.end());
    return command;
  }

  // False when it ended, such as when somebody else took the port.
  bool start() {
    port_ = Listener{}.port();
    child_ = start_program(as_user({program("postgres"), "-D", path("base/data"), "-p", std::to_string(port_), "-k", socket_folder(),
                                    "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "shared_buffers=16MB",
                                    "-c", "max_connections=10"}),
                           folder_, "postgres.log");
    for (const auto late = std::chrono::steady_clock::now() + std::chrono::seconds{30}; std::chrono::steady_clock::now() < late;) {
      if (folder_.read("base/data/postmaster.pid").find("\nready") != std::string::npos) return true;
      if (::waitpid(child_, nullptr, WNOHANG) == child_) {
        child_ = -1;
        return false;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    stop();
    return false;
  }

  void stop() {
    if (child_ <= 0) return;
    ::kill(child_, SIGINT);  // at once, but in order
    ::waitpid(child_, nullptr, 0);
    child_ = -1;
  }
};

}  // namespace lagesbild::test
