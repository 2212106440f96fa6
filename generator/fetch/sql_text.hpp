// What a question to a database holds, as far as it must be known before it is sent: that it is one SELECT, and how many values it asks
// for. No parser: texts, quoted names, dollar quotes and comments are stepped over, the rest is words. What is read wrongly here is still
// read only there (odbc.hpp); this is so that a person hears of a mistake in words, and that a driver never sees two statements.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild::fetch {

struct SqlText {
  enum class Verdict : std::uint8_t { one_select, not_select, several, unclosed };
  Verdict verdict = Verdict::not_select;
  std::size_t placeholders = 0;     // ? outside texts and comments
  std::string statement;            // without comments, in which drivers lose their way, what ends it, and a byte order mark
  std::vector<std::string> words;   // outside texts and comments, in capitals
};

SqlText read_sql(std::string_view sql);

// The first word that changes something, such as UPDATE; empty: none. For servers that cannot be told that nothing may change: words that
// are harmless as names of columns are refused too, so quote them.
std::string writing_word(const SqlText& text);

}  // namespace lagesbild::fetch
