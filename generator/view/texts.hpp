// Every word on a page, in one language: content/common/text/<lang>.yaml. A key is the path through the file's maps: "overview.lead". A
// text may hold {placeholders}; one that depends on a number has the forms `one` and `other`. A key that the program asks for and the file
// lacks is our bug, and a test looks for those.
#pragma once
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/decimal.hpp"
#include "base/diagnostics.hpp"
#include "base/messages.hpp"

namespace lagesbild::view {

struct Arg {
  std::string_view name;
  std::string value;
};

class Texts {
 public:
  // Nothing after an error.
  static std::optional<Texts> load(Language language, std::string file, std::string text, Diagnostics& diagnostics);

  Language language() const { return language_; }
  // The text of a key without placeholders or forms, for templates; nothing when there is none.
  std::optional<std::string> fixed(std::string_view key) const;
  std::string say(std::string_view key) const;
  std::string say(std::string_view key, std::initializer_list<Arg> args) const;
  // The form for n, with {n} written as people write it: "1 enhet", "181 enheter".
  std::string counted(std::string_view key, std::int64_t n) const;
  // The same with more placeholders.
  std::string counted(std::string_view key, std::int64_t n, std::initializer_list<Arg> args) const;

  std::string number(std::int64_t n) const { return Decimal::whole(n).text(language_); }
  std::string decimal(double value, int digits) const;  // "–" when not finite
  // k of n in whole per cent: "89 %". Says "under 1 %" and "över 99 %" rather than 0 and 100 for what is neither none nor all.
  std::string percent(std::int64_t k, std::int64_t n) const;

 private:
  struct Entry {
    std::string other;
    std::optional<std::string> one;
  };
  const Entry& entry(std::string_view key) const;
  Language language_ = Language::sv;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace lagesbild::view
