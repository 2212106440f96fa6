// A real sshd as a child process on 127.0.0.1 and a free port, with keys of its own. The program that serves SFTP can be run under strace,
// so that its system calls fail one after another (`inject`). Gone with the object.
#pragma once
#include <chrono>
#include <thread>

#include "nginx.hpp"

namespace lagesbild::test {

class Sshd {
 public:
  Sshd() {
    if (!std::filesystem::exists(program)) throw std::runtime_error(std::string{program} + " is missing: install openssh-server");
    std::filesystem::create_directories("/run/sshd");
    std::filesystem::permissions(folder_.path(), std::filesystem::perms::owner_all);
    for (const char* name : {"host", "user", "stranger"}) {
      run_program({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", path(name)}, folder_);
    }
    folder_.write("authorized", folder_.read("user.pub"));
    inject("");
    for (int tries = 0; child_ <= 0; ++tries) {
      if (tries > 20) throw std::runtime_error("sshd does not start:\n" + folder_.read("log"));
      start();
    }
    folder_.write("known_hosts", "[127.0.0.1]:" + std::to_string(port_) + " " + folder_.read("host.pub"));
    folder_.write("known_strangers", "[127.0.0.1]:" + std::to_string(port_) + " " + folder_.read("stranger.pub"));
  }
  ~Sshd() { stop(); }
  Sshd(const Sshd&) = delete;
  Sshd& operator=(const Sshd&) = delete;

  std::string path(const std::string& file) const { return (folder_.path() / file).string(); }
  int port() const { return port_; }
  std::string log() const { return folder_.read("log"); }
  // As in strace -e inject=; empty: nothing. Of the connections from now on.
  void inject(const std::string& what) {
    const std::string server = "/usr/lib/openssh/sftp-server";
    const std::string call = what.substr(0, what.find(':'));
    const std::string traced = "exec strace -f -o /dev/null -e trace=" + call + " -e inject=" + what + " " + server;
    folder_.write("subsystem", "#!/bin/sh\n" + (what.empty() ? "exec " + server : traced) + "\n");
    std::filesystem::permissions(folder_.path() / "subsystem", std::filesystem::perms::owner_all);
  }

 private:
  static constexpr const char* program = "/usr/sbin/sshd";
  TemporaryFolder folder_;
  int port_ = 0;
  pid_t child_ = -1;

  void stop() {
    if (child_ <= 0) return;
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
    child_ = -1;
  }
  // sshd takes no socket from others, so another program may get the port first: then there is another try.
  void start() {
    {
      const Listener free;
      port_ = free.port();
    }
    folder_.write("sshd_config", "Port " + std::to_string(port_) + "\nListenAddress 127.0.0.1\nHostKey " + path("host") +
                                     "\nPidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\n"
                                     "KexAlgorithms curve25519-sha256\nMaxStartups 100\nAuthorizedKeysFile " + path("authorized") +
                                     "\nSubsystem sftp " + path("subsystem") + "\n");
    child_ = start_program({program, "-D", "-e", "-f", path("sshd_config")}, folder_, "log");
    for (int waited = 0; waited < 500; ++waited) {
      if (::waitpid(child_, nullptr, WNOHANG) == child_) {
        child_ = -1;
        return;
      }
      if (folder_.read("log").find("Server listening") != std::string::npos) return;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    stop();
  }
};

}  // namespace lagesbild::test
