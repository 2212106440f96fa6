// A real Apache with mod_dav as a child process, on 127.0.0.1 and a free port, everything it writes in a folder of its own; gone with the
// object. It will not run as root, so its files belong to www-data then.
#pragma once
#include <chrono>
#include <thread>

#include "nginx.hpp"

namespace lagesbild::test {

class Apache {
 public:
  // `server` stands in the configuration: PORT is its port, ROOT the folder of what is served.
  Apache(const std::string& server, const std::vector<std::string>& modules) {
    if (!std::filesystem::exists(program)) throw std::runtime_error(std::string{program} + " is missing: install apache2");
    std::filesystem::create_directories(root());
    const bool is_root = ::geteuid() == 0;
    for (const std::filesystem::path& folder : {folder_.path(), root()}) {
      std::filesystem::permissions(folder, std::filesystem::perms{0755});
      if (is_root) run_program({"chown", "www-data:www-data", folder.string()}, folder_);
    }
    for (int tries = 0; child_ <= 0; ++tries) {
      if (tries > 20) throw std::runtime_error("apache does not start:\n" + folder_.read("log"));
      start(server, modules, is_root ? "User www-data\nGroup www-data\n" : "");
    }
  }
  ~Apache() { stop(); }
  Apache(const Apache&) = delete;
  Apache& operator=(const Apache&) = delete;

  std::filesystem::path root() const { return folder_.path() / "root"; }
  int port() const { return port_; }
  std::string log() const { return folder_.read("log"); }

 private:
  static constexpr const char* program = "/usr/sbin/apache2";
  TemporaryFolder folder_;
  int port_ = 0;
  pid_t child_ = -1;

  void stop() {
    if (child_ <= 0) return;
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
    child_ = -1;
  }
  static std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
    return text;
  }
  // It takes no socket from others, so another program may get the port first: then there is another try.
  void start(const std::string& server, const std::vector<std::string>& modules, const std::string& user) {
    {
      const Listener free;
      port_ = free.port();
    }
    std::string text = "ServerRoot " + folder_.path().string() + "\nServerName 127.0.0.1\nPidFile pid\nErrorLog /dev/stderr\n" + user +
                       "DefaultRuntimeDir " + folder_.path().string() + "\nStartServers 1\n";
    for (const std::string& module : modules) text += "LoadModule " + module + "_module /usr/lib/apache2/modules/mod_" + module + ".so\n";
    text += "Listen 127.0.0.1:PORT\nDocumentRoot ROOT\nDavLockDB " + (folder_.path() / "locks").string() + "\n" + server;
    folder_.write("apache.conf", replaced(replaced(text, "PORT", std::to_string(port_)), "ROOT", root().string()));
    child_ = start_program({program, "-DFOREGROUND", "-f", (folder_.path() / "apache.conf").string()}, folder_, "log");
    for (int waited = 0; waited < 1000; ++waited) {
      if (::waitpid(child_, nullptr, WNOHANG) == child_) {
        child_ = -1;
        return;
      }
      if (folder_.read("log").find("resuming normal operations") != std::string::npos) return;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    stop();
  }
};

}  // namespace lagesbild::test
