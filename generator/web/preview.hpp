// What the preview answers: the files of the last build that went well, with a script in each page that loads it again after the next one,
// and the errors as a page when a build fails. The script is put in on the way out; no file of the site holds it.
#pragma once
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "base/messages.hpp"
#include "web/server.hpp"

namespace lagesbild::web {

class Preview {
 public:
  Preview(std::filesystem::path folder, Language language) : folder_(std::move(folder)), language_(language) {}
  void built(const std::string& release, const std::string& first_page);  // of the site that now stands in the folder
  void failed(const std::string& messages);        // as printed
  Answer answer(const std::string& path) const;    // from any thread

 private:
  struct State {
    std::string release;      // empty: nothing has been built
    std::string first_page;   // of a folder
    std::string messages;     // of the last build, if it failed
    int builds = 0;
    bool failed = false;
  };
  State state() const;
  std::string say(Code code) const;                // escaped
  Answer page(std::string html, int status, const State& state, std::string_view kind) const;
  Answer note(int status, const State& state, std::string_view kind, Code heading, const std::string& inside) const;
  Answer faults(int status, const State& state) const;

  std::filesystem::path folder_;
  Language language_;
  mutable std::mutex lock_;
  State state_;
};

}  // namespace lagesbild::web
