// What the tests of wire/ and fetch/ ask of every failure: its code, its arguments, and texts in both languages that use just these
// arguments.
#pragma once
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "base/effects.hpp"
#include "catch.hpp"

namespace lagesbild::test {

inline Result<Answer> one(Network& network, const Request& request) { return std::move(network.get({request}).front()); }

inline std::string read_text(const std::string& path) {
  std::ifstream in{LAGESBILD_ROOT "/" + path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

// The lines of a message's entry, without its id.
inline std::string entry_of(Code code, std::string file) {
  if (file.empty()) file = code.id.substr(0, code.id.find('-'));
  const std::string all = "\n" + read_text("content/common/text/messages/" + file + ".yaml");
  const std::string head = "\n" + std::string{code.id} + ":\n";
  std::size_t at = all.find(head);
  if (at == std::string::npos) return {};
  at += head.size();
  std::size_t end = at;
  while (all.substr(end, 2) == "  ") end = all.find('\n', end) + 1;
  return all.substr(at, end - at);
}

inline std::string argument(const Failure& failure, const std::string& name) {
  for (const Argument& one : failure.arguments) {
    if (one.name == name) return one.value;
  }
  return "(no argument " + name + ")";
}

inline void check_texts(const Failure& failure, const std::string& file = "") {
  const std::string entry = entry_of(failure.code, file);
  INFO("texts of " << failure.code.id << ":\n" << entry);
  for (const char* key : {"  sv: \"", "  en: \"", "  hint_sv: \"", "  hint_en: \""}) CHECK(entry.find(key) != std::string::npos);
  std::set<std::string> used, given;
  for (std::size_t at = 0; (at = entry.find('{', at)) != std::string::npos; ++at) {
    used.insert(entry.substr(at + 1, entry.find('}', at) - at - 1));
  }
  for (const Argument& one : failure.arguments) given.insert(one.name);
  CHECK(used == given);
}

template <class Value>
Failure check_failure(const Result<Value>& result, Code expected) {
  std::string got;
  if constexpr (requires { result.value().body; }) got = result ? ", got an answer: " + result.value().body.substr(0, 80) : "";
  INFO("expected " << expected.id << got);
  REQUIRE_FALSE(result.ok());
  CHECK(result.failure().code.id == expected.id);
  check_texts(result.failure());
  return result.failure();
}

template <class Value>
std::string body_of(const Result<Value>& result) {
  if (!result) {
    std::string said{result.failure().code.id};
    for (const Argument& one : result.failure().arguments) said += " " + one.name + "=" + one.value;
    FAIL("no answer: " << said);
  }
  return result.value().body;
}

}  // namespace lagesbild::test
