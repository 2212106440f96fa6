// A real OpenSSH server as a child process, on 127.0.0.1 and a free port, with host keys and a list of users' keys of its own; gone with
// the object. Logins are as the user who runs the tests. It is up when its socket takes a connection, which the constructor waits for.
#pragma once
#include <sys/stat.h>

#include <pwd.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "nginx.hpp"

namespace lagesbild::test {

class Sshd {
 public:
  // `more`: lines of sshd_config.
  explicit Sshd(const std::string& more = {}) {
    if (!std::filesystem::exists(program)) throw std::runtime_error(std::string{program} + " is missing: install openssh-server");
    if (::geteuid() == 0) std::filesystem::create_directories("/run/sshd");
    make_key("host", "ed25519");
    make_key("client", "ed25519");
    folder_.write("authorized_keys", folder_.read("client.pub"));
    port_ = Listener{}.port();  // may be lost to somebody else before sshd has it: then it does not start
    folder_.write("sshd_config",
                  "ListenAddress 127.0.0.1:" + std::to_string(port_) + "\nHostKey " + path("host") + "\nPidFile none\nAuthorizedKeysFile " +
                      path("authorized_keys") + "\nStrictModes no\nUsePAM no\nPermitRootLogin prohibit-password\n" +
                      "PasswordAuthentication no\nKbdInteractiveAuthentication no\nSubsystem sftp internal-sftp\n" + more);
    child_ = start_program({program, "-D", "-e", "-f", path("sshd_config")}, folder_, "sshd.log");
    if (!wait_until_it_listens(port_)) throw std::runtime_error("sshd does not listen:\n" + log());
    known_hosts("known_hosts", folder_.read("host.pub"));
  }
  ~Sshd() {
    if (child_ <= 0) return;
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
  }
  Sshd(const Sshd&) = delete;
  Sshd& operator=(const Sshd&) = delete;

  int port() const { return port_; }
  std::string user() const { return ::getpwuid(::geteuid())->pw_name; }
  std::string path(const std::string& file) const { return (folder_.path() / file).string(); }
  const TemporaryFolder& folder() const { return folder_; }
  // sftp://user@127.0.0.1:port and the absolute path of a file.
  std::string url(const std::string& absolute) const { return "sftp://" + user() + "@127.0.0.1:" + std::to_string(port_) + absolute; }
  std::string log() const { return folder_.read("sshd.log"); }
  // Makes <name> and <name>.pub.
  void make_key(const std::string& name, const std::string& type, const std::string& passphrase = {}) const {
    run_program({"ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "test", "-f", path(name)}, folder_);
  }
  void authorize(const std::string& name) const {
    folder_.write("authorized_keys", folder_.read("authorized_keys") + folder_.read(name + ".pub"));
  }
  // A file of known hosts that holds this key for the server.
  void known_hosts(const std::string& file, const std::string& key) const {
    folder_.write(file, key.empty() ? "" : "[127.0.0.1]:" + std::to_string(port_) + " " + key);
  }

 private:
  static constexpr const char* program = "/usr/sbin/sshd";
  TemporaryFolder folder_;
  int port_ = 0;
  pid_t child_ = -1;
};

}  // namespace lagesbild::test
