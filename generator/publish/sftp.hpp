// The sftp program of OpenSSH, given commands: unlike libcurl it can replace a link by another in one step, and it signs
// with every kind of key. The server's key must be known, nothing is asked of a person, and no other setting of the machine counts.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/connection.hpp"
#include "base/result.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {

struct SftpAddress {
  std::string user, host, port;  // user and port may be empty
  std::string path;              // absolute, decoded, without / at its end
  static std::optional<SftpAddress> of(const std::string& url);
};

// As an argument of a command: blanks, quotation marks, * and ? stand for themselves.
std::string sftp_quoted(std::string_view path);

struct SftpStep {
  std::string command;
  std::vector<std::string> said;  // what it wrote, complaints too
};
// Whether it says that something is not there.
bool says_missing(const SftpStep& step);

class Sftp {
 public:
  Sftp(SftpAddress address, Connection connection, std::string shown_as);
  ~Sftp();
  Sftp(const Sftp&) = delete;
  Sftp& operator=(const Sftp&) = delete;
  // A step for each command, in their order, over a connection that is kept. A command that begins with - may fail; what it says is to be
  // looked at. Another one that fails ends the connection, and so this fails too: nobody knows how far it came. A connection that never
  // came about is tried again.
  Result<std::vector<SftpStep>> run(const std::vector<std::string>& commands);
  // A folder for what is got and put, for us only; gone with this object.
  const std::filesystem::path& scratch() const { return scratch_; }

 private:
  struct Ended {
    int code = -1;        // of the program; 0: it goes on
    bool silent = false;  // it was ended because nothing happened any more
    std::string output;
  };
  std::vector<std::string> command_line() const;
  Result<Done> start();
  int stop();
  Ended talk(std::string_view commands);
  Failure explain(const Ended& ended) const;

  SftpAddress address_;
  Connection connection_;
  std::string shown_as_;
  std::filesystem::path scratch_;
  Descriptor to_, from_;
  int child_ = -1;
};

}  // namespace lagesbild::publish
