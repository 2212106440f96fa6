#include "view/icalendar.hpp"

#include <string_view>

#include "base/hash.hpp"
#include "base/text.hpp"

namespace lagesbild::view {
namespace {

constexpr std::size_t longest_line = 75;  // octets, RFC 5545 section 3.1

// Section 3.3.11.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') out += "\\n";
    else if (c != '\r') out += c;
  }
  return out;
}

bool inside_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string plain(Date date) {
  std::string day = to_string(date);
  std::erase(day, '-');
  return day;
}

class Writer {
 public:
  void line(std::string_view name, std::string_view value) {
    const std::string whole = std::string{name} + ":" + std::string{value};
    std::size_t from = 0;
    while (whole.size() - from > longest_line - (from == 0 ? 0 : 1)) {
      std::size_t end = from + longest_line - (from == 0 ? 0 : 1);
      while (inside_letter(whole[end])) --end;
      out_.append(from == 0 ? "" : " ").append(whole, from, end - from).append("\r\n");
      from = end;
    }
    out_.append(from == 0 ? "" : " ").append(whole, from).append("\r\n");
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

std::string icalendar(const Context& context, const std::string& name, const std::vector<Due>& entries) {
  const Texts& texts = context.texts;
  const std::string notice = context.site.notice.sv.empty() ? "" : context.site.notice.in(context.language());
  Writer writer;
  writer.line("BEGIN", "VCALENDAR");
  writer.line("VERSION", "2.0");
  writer.line("PRODID", context.language() == Language::sv ? "-//Lägesbild ST//SV" : "-//Lägesbild ST//EN");
  writer.line("CALSCALE", "GREGORIAN");
  writer.line("METHOD", "PUBLISH");
  writer.line("X-WR-CALNAME", escaped(name));
  if (!notice.empty()) writer.line("X-WR-CALDESC", escaped(notice));
  const std::string stamp = plain(context.release.as_of) + "T000000Z";
  for (const Due& one : entries) {
    writer.line("BEGIN", "VEVENT");
    writer.line("UID", id_of_hash(sha256_hex(context.site.id + " " + one.key), 32) + "@lagesbild");
    writer.line("DTSTAMP", stamp);
    writer.line("DTSTART;VALUE=DATE", plain(one.date));
    writer.line("SUMMARY", escaped(one.name + ": " + due_words(texts, one)));
    writer.line("DESCRIPTION", escaped(notice.empty() ? texts.say("calendar.entry_source", {{"date", to_string(context.release.as_of)}})
                                                      : notice));
    writer.line("TRANSP", "TRANSPARENT");
    writer.line("END", "VEVENT");
  }
  writer.line("END", "VCALENDAR");
  return writer.take();
}

}  // namespace lagesbild::view
