// What a run did to a folder: inodes, names, and runs in a child whose limits can be changed.
#pragma once
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "site_folder.hpp"

namespace lagesbild::publish::test {

inline struct stat inode(const fs::path& file) {
  struct stat info{};
  REQUIRE(::lstat(file.c_str(), &info) == 0);
  return info;
}

// What a run could have touched: inode, time of change and size of everything below, the folder itself included.
inline std::vector<std::string> fingerprint(const fs::path& folder) {
  std::vector<std::string> all;
  const auto add = [&](const fs::path& file) {
    const struct stat info = inode(file);
    all.push_back(file.string() + " " + std::to_string(info.st_ino) + " " + std::to_string(info.st_ctim.tv_sec) + "." +
                  std::to_string(info.st_ctim.tv_nsec) + " " + std::to_string(info.st_nlink));
  };
  add(folder);
  for (const auto& entry : fs::recursive_directory_iterator{folder}) add(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

inline std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator{folder}) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

inline std::string argument(const Failure& failure, const std::string& name) {
  for (const Argument& each : failure.arguments) {
    if (each.name == name) return each.value;
  }
  return "(no such argument)";
}

// Runs in a child, so that limits and rights of the process can change. 0 when `body` returned true.
inline int in_child(const std::function<bool()>& body) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(body() ? 0 : 1);
  int status = -1;
  ::waitpid(child, &status, 0);
  return status;
}


}  // namespace lagesbild::publish::test
