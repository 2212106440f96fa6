// A real nginx as a child process, on 127.0.0.1 and free ports, everything it writes in a folder of its own; gone with the object. The test
// opens the listening sockets and hands them over, so no port can be lost in between and nobody waits for it to start: the kernel
// queues connections from the beginning. Anything missing on the machine is an exception with a message, never a skipped test.
#pragma once
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "http_server.hpp"

namespace lagesbild::test {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "lagesbild-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    path_ = name;
  }
  ~TemporaryFolder() { std::error_code ignored; std::filesystem::remove_all(path_, ignored); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  void write(const std::filesystem::path& file, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / file).parent_path());
    std::ofstream{path_ / file, std::ios::binary} << bytes;
  }
  std::string read(const std::filesystem::path& file) const {
    std::ifstream in{path_ / file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
  }

 private:
  std::filesystem::path path_;
};

// Runs a program with its output in folder/<log>; -1 when it could not be started. `more` is added to the environment ("NAME=value").
inline pid_t start_program(const std::vector<std::string>& command, const TemporaryFolder& folder, const std::string& log,
                           const std::string& more = {}, const std::vector<int>& handed_over = {}) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::vector<char*> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) variables.push_back(*variable);
  if (!more.empty()) variables.push_back(const_cast<char*>(more.c_str()));
  variables.push_back(nullptr);
  const std::string log_file = (folder.path() / log).string();
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // a test that crashes leaves no server behind
  const int out = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  for (const int fd : handed_over) ::fcntl(fd, F_SETFD, 0);
  ::execvpe(arguments[0], arguments.data(), variables.data());
  ::_exit(127);
}

inline void run_program(const std::vector<std::string>& command, const TemporaryFolder& folder) {
  int status = -1;
  const pid_t child = start_program(command, folder, "log");
  if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0) {
    std::string line;
    for (const std::string& word : command) line += word + ' ';
    throw std::runtime_error("failed (is the program installed?): " + line + "\n" + folder.read("log"));
  }
}

// A certificate authority made with openssl for one run of the tests.
class TestCa {
 public:
  TestCa() {
    folder_.write("ca.cnf",
                  "[req]\ndistinguished_name=name\nprompt=no\n[name]\nCN=test\n[authority]\nbasicConstraints=critical,CA:TRUE\n"
                  "[ca]\ndefault_ca=own\n[own]\nunique_subject=no\nserial=" + path("serial") + "\ndatabase=" + path("index") +
                  "\nnew_certs_dir=" + folder_.path().string() +
                  "\npolicy=policy\ndefault_md=sha256\n[policy]\ncommonName=supplied\n");
    folder_.write("index", "");
    folder_.write("serial", "01\n");
    new_key({"req", "-x509", "-extensions", "authority", "-subj", "/CN=Lagesbild test CA", "-days", "3650", "-out", path("ca.pem")}, "ca");
  }
  std::string path(const std::string& file) const { return (folder_.path() / file).string(); }
  std::string ca_file() const { return path("ca.pem"); }

  // Makes <name>.pem and <name>.key; `alternatives` as in "DNS:localhost,IP:127.0.0.1"; days as in 20200101.
  void issue(const std::string& name, const std::string& alternatives, const std::string& from, const std::string& to) const {
    folder_.write(name + ".ext", "subjectAltName=" + alternatives + "\n");
    new_key({"req", "-new", "-subj", "/CN=" + name, "-out", path(name + ".csr")}, name);
    run_program({"openssl", "ca", "-batch", "-notext", "-config", path("ca.cnf"), "-cert", ca_file(), "-keyfile", path("ca.key"),
                 "-startdate", from + "000000Z", "-enddate", to + "000000Z", "-extfile", path(name + ".ext"), "-in",
                 path(name + ".csr"), "-out", path(name + ".pem")},
                folder_);
  }

 private:
  TemporaryFolder folder_;

  void new_key(std::vector<std::string> request, const std::string& name) const {
    request.insert(request.begin(), "openssl");
    for (const char* word : {"-config", "", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", ""}) {
      request.emplace_back(word);
    }
    request[request.size() - 8] = path("ca.cnf");
    request.back() = path(name + ".key");
    run_program(request, folder_);
  }
};

class Nginx {
 public:
  // `http` is the inside of http { }, where PORT0, PORT1 ... stand for free ports and ROOT for the folder of what is served.
  // `modules` stands before that.
  Nginx(std::string http, int ports, const std::string& modules = {}) {
    if (!std::filesystem::exists(program)) throw std::runtime_error(std::string{program} + " is missing: install nginx-light");
    std::string sockets = "NGINX=";
    std::vector<int> handed_over;
    for (int i = 0; i < ports; ++i) {
      listeners_.push_back(std::make_unique<Listener>());
      replace(http, "PORT" + std::to_string(i), std::to_string(listeners_.back()->port()));
      sockets += std::to_string(listeners_.back()->fd()) + ";";
      handed_over.push_back(listeners_.back()->fd());
    }
    replace(http, "ROOT", (folder_.path() / "root").string());
    // With a master process: the single-process mode of 1.22 crashes on sockets that are handed over.
    const std::string user = ::geteuid() == 0 ? "user root; " : "";
    folder_.write("nginx.conf", modules + user + "daemon off; worker_processes 1; pid pid; error_log stderr notice; events {}\n"
                                "http {\naccess_log off;\n"
                                "client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3;\n"
                                "uwsgi_temp_path t4; scgi_temp_path t5;\n" +
                                    http + "\n}\n");
    const std::string prefix = folder_.path().string() + "/";
    child_ = start_program({program, "-e", "stderr", "-p", prefix, "-c", prefix + "nginx.conf"}, folder_, "log", sockets, handed_over);
    if (child_ < 0) throw std::runtime_error("cannot start nginx");
    for (const auto& listener : listeners_) listener->close();  // from here a dead nginx is a refused connection
  }
  ~Nginx() {
    if (child_ <= 0) return;
    ::kill(child_, SIGTERM);  // the master ends and reaps its worker, by SIGKILL if it must
    ::waitpid(child_, nullptr, 0);
  }
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  void serve(const std::filesystem::path& file, const std::string& bytes) const { folder_.write("root" / file, bytes); }
  std::filesystem::path root() const { return folder_.path() / "root"; }
  int port(std::size_t index) const { return listeners_[index]->port(); }
  std::string url(const std::string& scheme_and_host, std::size_t index, const std::string& path) const {
    return scheme_and_host + ":" + std::to_string(port(index)) + path;
  }
  std::string log() const { return folder_.read("log"); }

 private:
  static constexpr const char* program = "/usr/sbin/nginx";
  TemporaryFolder folder_;
  std::vector<std::unique_ptr<Listener>> listeners_;
  pid_t child_ = -1;

  static void replace(std::string& text, const std::string& what, const std::string& with) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
  }
};

}  // namespace lagesbild::test
