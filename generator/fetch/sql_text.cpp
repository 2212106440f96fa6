#include "fetch/sql_text.hpp"

#include <algorithm>

namespace lagesbild::fetch {
namespace {

constexpr std::size_t unclosed = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool is_in_word(char c) { return begins_word(c) || is_digit(c) || c == '$'; }
char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

enum class Backslash : std::uint8_t { plain, escapes };

// Past the end of what opens at `at`; a doubled mark is one of its characters.
std::size_t past_quoted(std::string_view sql, std::size_t at, Backslash backslash) {
  const char mark = sql[at];
  for (++at; at < sql.size(); ++at) {
    if (backslash == Backslash::escapes && sql[at] == '\\') {
      ++at;
    } else if (sql[at] == mark) {
      if (at + 1 >= sql.size() || sql[at + 1] != mark) return at + 1;
      ++at;
    }
  }
  return unclosed;
}

// Past $tag$ ... $tag$ of PostgreSQL; where none opens: past the $.
std::size_t past_dollars(std::string_view sql, std::size_t at) {
  std::size_t end = at + 1;
  while (end < sql.size() && (begins_word(sql[end]) || (is_digit(sql[end]) && end > at + 1))) ++end;
  if (end >= sql.size() || sql[end] != '$') return at + 1;
  const std::string_view tag = sql.substr(at, end + 1 - at);
  const std::size_t close = sql.find(tag, end + 1);
  return close == std::string_view::npos ? unclosed : close + tag.size();
}

std::size_t past_comment(std::string_view sql, std::size_t at) {
  if (sql[at] == '-') return std::min(sql.find('\n', at), sql.size());
  const std::size_t close = sql.find("*/", at + 2);
  return close == std::string_view::npos ? unclosed : close + 2;
}

bool is_comment(std::string_view rest) { return rest.starts_with("--") || rest.starts_with("/*"); }

class Reader {
 public:
  explicit Reader(std::string_view sql) : sql_(sql) {}

  SqlText read() {
    for (std::size_t at = 0; at < sql_.size();) {
      const std::size_t next = step(at);
      if (next == unclosed) {
        text_.verdict = SqlText::Verdict::unclosed;
        return text_;
      }
      if (is_comment(sql_.substr(at))) text_.statement += ' ';
      else if (!ended_) text_.statement += sql_.substr(at, next - at);
      at = next;
    }
    const bool reads = !text_.words.empty() && (text_.words.front() == "SELECT" || text_.words.front() == "WITH") && begins_with_word_;
    text_.verdict = !reads ? SqlText::Verdict::not_select : several_ ? SqlText::Verdict::several : SqlText::Verdict::one_select;
    return text_;
  }

 private:
  std::string_view sql_;
  SqlText text_;
  bool ended_ = false;  // by a ;
  bool several_ = false, begun_ = false, begins_with_word_ = false;

  std::size_t step(std::size_t at) {
    const char c = sql_[at];
    if (is_blank(c)) return at + 1;
    if (is_comment(sql_.substr(at))) return past_comment(sql_, at);
    if (c == ';') {
      ended_ = true;
      return at + 1;
    }
    several_ = several_ || ended_;
    if (!begun_) begins_with_word_ = begins_word(c);
    begun_ = true;
    if (c == '\'' || c == '"' || c == '`') return past_quoted(sql_, at, Backslash::plain);
    if (c == '$') return past_dollars(sql_, at);
    if (c == '?') ++text_.placeholders;
    return begins_word(c) ? past_word(at) : is_digit(c) ? past_letters(at) : at + 1;
  }

  std::size_t past_letters(std::size_t at) const {
    while (at < sql_.size() && is_in_word(sql_[at])) ++at;
    return at;
  }

  std::size_t past_word(std::size_t at) {
    const std::size_t end = past_letters(at);
    std::string word{sql_.substr(at, end - at)};
    std::transform(word.begin(), word.end(), word.begin(), capital);
    const bool escapes = word == "E" && end < sql_.size() && sql_[end] == '\'';  // E'...' of PostgreSQL
    text_.words.push_back(std::move(word));
    return escapes ? past_quoted(sql_, end, Backslash::escapes) : end;
  }
};

}  // namespace

SqlText read_sql(std::string_view sql) {
  if (sql.starts_with("\xEF\xBB\xBF")) sql.remove_prefix(3);
  return Reader{sql}.read();
}

std::string writing_word(const SqlText& text) {
  for (const std::string& word : text.words) {
    for (const char* const writes : {"INSERT", "UPDATE", "DELETE", "MERGE", "INTO", "EXEC", "EXECUTE", "CALL", "COMMIT", "DROP", "ALTER",
                                     "CREATE", "TRUNCATE", "GRANT", "REVOKE"}) {
      if (word == writes) return word;
    }
  }
  return {};
}

}  // namespace lagesbild::fetch
