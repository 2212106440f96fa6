#include "base/personal_data.hpp"

#include <algorithm>
#include <array>

#include "base/personal_numbers.hpp"
#include "base/personal_signs.hpp"

namespace lagesbild {
namespace {

using std::size_t;

constexpr size_t fewest_digits = 7;  // of any number: a short reserve id of Skåne
constexpr std::string_view mask = "\xE2\x80\xA2";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || c == 'a'; }
bool is_alphanumeric(char c) { return is_digit(c) || is_letter(c); }
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
bool is_in_address(char c) { return is_alphanumeric(c) || is_one_of(c, "._%+-"); }
bool is_masked(char c) { return is_alphanumeric(c) || c == '_' || c == '%'; }

// Nearly all texts are nothing here, so this decides how long a file of millions of cells takes, and a site of thousands of pages.
enum class Look : unsigned char { no, digit, closer, bracket, parts };
constexpr std::array<Look, 256> looks = [] {
  std::array<Look, 256> table{};
  for (const char c : std::string_view("\t\n\r\"!#$&'*,:;<=>?^`{|}~")) table[static_cast<unsigned char>(c)] = Look::parts;
  for (size_t c = '0'; c <= '9'; ++c) table[c] = Look::digit;
  table['@'] = table['\\'] = table[0xEF] = Look::closer;  // full-width signs begin with 0xEF
  table['('] = table['['] = Look::bracket;
  return table;
}();

// Where the first part that may hold something begins and ends; at the end of the text when there is none.
struct Part {
  size_t begin;
  size_t end;
};
Part next_part(std::string_view text, size_t from) {
  size_t digits = 0;
  bool closer = false;
  for (size_t i = from; i < text.size(); ++i) {
    const Look look = looks[static_cast<unsigned char>(text[i])];
    if (look == Look::no) continue;
    if (look == Look::parts) {
      if (closer || digits >= fewest_digits) return {from, i};
      from = i + 1;
      digits = 0;
    } else if (look == Look::digit) {
      ++digits;
    } else {
      closer = closer || look == Look::closer || (i + 2 < text.size() && (text[i + 1] == 'a' || text[i + 1] == 'A'));
    }
  }
  const bool worth = closer || digits >= fewest_digits;
  return {worth ? from : text.size(), text.size()};
}

struct Found {
  PersonalKind kind;
  size_t begin;  // signs
  size_t end;
};

class Finder {
 public:
  explicit Finder(std::string_view text)
      : signs_(signs_of(text)), has_at_(std::any_of(signs_.begin(), signs_.end(), [](const Sign& sign) { return sign.is == '@'; })) {}
  std::optional<Found> next(size_t from) const;
  const Sign& operator[](size_t at) const { return signs_[at]; }

 private:
  using Groups = std::array<size_t, 3>;

  char at(size_t position) const { return position < signs_.size() ? signs_[position].is : '|'; }
  char before(size_t position, size_t steps = 1) const { return position >= steps ? signs_[position - steps].is : '|'; }
  size_t digits_from(size_t position) const;
  bool inside_a_code(size_t begin) const;
  std::optional<Found> number(size_t begin) const;
  std::optional<Found> number(size_t begin, const Groups& groups) const;
  std::optional<Found> email(size_t begin) const;
  std::optional<Found> phone(size_t begin) const;
  std::optional<Found> subscriber(size_t begin, size_t area, bool marked, size_t fewest) const;

  std::vector<Sign> signs_;
  bool has_at_;
};

std::optional<Found> Finder::next(size_t from) const {
  for (size_t i = from; i < signs_.size(); ++i) {
    const char c = signs_[i].is;
    if (has_at_ && is_in_address(c) && !is_in_address(before(i))) {
      if (const auto found = email(i)) return found;
    }
    if (is_digit(c) && !is_digit(before(i))) {
      if (const auto found = number(i)) return found;
    }
    if (c == '0' || c == '+' || c == '(') {
      if (const auto found = phone(i)) return found;
    }
  }
  return std::nullopt;
}

size_t Finder::digits_from(size_t position) const {
  size_t end = position;
  while (is_digit(at(end))) ++end;
  return end - position;
}

// Letters and digits in turn are a checksum or an id; letters before a number may be a word such as "pnr".
bool Finder::inside_a_code(size_t begin) const {
  size_t letters = begin;
  while (is_letter(before(letters))) --letters;
  return letters < begin && is_digit(before(letters));
}

// A date in these groups, then four characters. Other groups, as of diary numbers and thousands, are something else.
std::optional<Found> Finder::number(size_t begin) const {
  switch (digits_from(begin)) {
    case 2: return number(begin, {2, 2, 2});
    case 4: return number(begin, {4, 2, 2});
    case 6: return number(begin, {6, 0, 0});
    case 10:
      if (auto found = number(begin, {6, 0, 0})) return found;
      return number(begin, {8, 0, 0});  // 12M3 and its like may follow
    case 8:
    case 11:
    case 12: return number(begin, {8, 0, 0});
    default: return std::nullopt;
  }
}

std::optional<Found> Finder::number(size_t begin, const Groups& groups) const {
  size_t position = begin + groups[0];
  const char between = groups[1] > 0 ? at(position) : '\0';  // parts of the date
  if (between != '\0') {
    if (!is_one_of(between, "-./ ") || digits_from(position + 1) != groups[1]) return std::nullopt;
    position += 1 + groups[1];
    if (at(position) != between || digits_from(position + 1) < groups[2]) return std::nullopt;
    position += 1 + groups[2];
  }
  const size_t date_end = position;
  char mark = '\0';  // between the date and the rest; ' ' when there are only blanks
  for (const size_t most = position + 5; position < most; ++position) {
    const char sign = at(position);
    const bool marks = is_one_of(sign, "-+./") && (mark == '\0' || mark == ' ');
    if (!marks && sign != ' ') break;
    if (marks || mark == '\0') mark = sign;
  }
  const size_t end = position + 4;
  std::string tail;
  for (; position < end; ++position) {
    if (!is_alphanumeric(at(position))) return std::nullopt;
    tail += at(position);
  }
  if (is_digit(at(end))) return std::nullopt;

  const bool all_digits = std::all_of(tail.begin(), tail.end(), is_digit);
  const bool dash = mark == '-' || mark == '+';
  if (between != '\0' && is_one_of(at(end), "-./") && is_digit(at(end + 1))) return std::nullopt;  // from one date to another
  if (!all_digits && !dash && (between != '\0' || (mark != '\0' && groups[0] == 6))) return std::nullopt;
  if (!all_digits && (mark == '.' || mark == '/')) return std::nullopt;
  if (!all_digits || !dash) {
    if (is_letter(at(end)) || inside_a_code(begin)) return std::nullopt;
    if (mark == '\0' && before(begin) == '.' && is_digit(before(begin, 2))) return std::nullopt;   // decimals
    if (between == ' ' && before(begin) == ' ' && is_digit(before(begin, 2))) return std::nullopt;  // a row of figures
  }
  std::string date;
  for (size_t i = begin; i < date_end; ++i) {
    if (is_digit(at(i))) date += at(i);
  }
  const auto kind = kind_of_number(date, tail);
  if (!kind) return std::nullopt;
  return Found{*kind, begin, end};
}

std::optional<Found> Finder::email(size_t begin) const {
  size_t position = begin;
  while (is_in_address(at(position))) ++position;
  while (begin < position && !is_alphanumeric(at(begin))) ++begin;
  if (begin == position) return std::nullopt;
  const bool apart = at(position) == ' ' && at(position + 1) == '@' && signs_[position + 1].length == 4;  // name (at) region.se
  if (apart) ++position;
  if (at(position++) != '@') return std::nullopt;
  if (apart && at(position) == ' ') ++position;
  for (size_t labels = 1;; ++labels) {
    size_t end = position;
    while (is_alphanumeric(at(end)) || at(end) == '-') ++end;
    if (end == position) return std::nullopt;
    if (at(end) == '.' && is_alphanumeric(at(end + 1))) {
      position = end + 1;
      continue;
    }
    size_t letters = position;
    while (is_letter(at(letters))) ++letters;
    if (labels < 2 || letters - position < 2 || is_digit(at(letters))) return std::nullopt;
    return Found{PersonalKind::email, begin, letters};
  }
}

std::optional<Found> Finder::phone(size_t begin) const {
  const char left = before(begin);
  const char further = before(begin, 2);
  if (is_alphanumeric(left) || (is_one_of(left, "-+/_") && is_alphanumeric(further)) || (left == '.' && is_digit(further))) {
    return std::nullopt;
  }
  const auto reads = [this](size_t position, std::string_view signs) {
    for (const char sign : signs) {
      if (at(position++) != sign) return false;
    }
    return true;
  };
  const bool plus = reads(begin, "+46");
  if (plus || reads(begin, "0046")) {
    size_t area = begin + (plus ? 3U : 4U);
    while (is_one_of(at(area), " -.")) ++area;
    area += reads(area, "(0)") ? 3U : at(area) == '0' ? 1U : 0U;
    while (is_one_of(at(area), " -")) ++area;
    auto found = subscriber(area, digits_from(area), true, 7);
    if (found) found->begin = begin;
    return found;
  }
  const bool bracket = reads(begin, "(0");
  if (!bracket && at(begin) != '0') return std::nullopt;
  const size_t area = begin + (bracket ? 2U : 1U);
  auto found = subscriber(area, digits_from(area), bracket, 8);
  if (!found) return std::nullopt;
  const auto blank = [](const Sign& sign) { return sign.is == ' ' || is_digit(sign.is); };
  const auto iterator = [this](size_t position) { return signs_.begin() + static_cast<std::ptrdiff_t>(position); };
  const bool blanks_only = std::all_of(iterator(begin), iterator(found->end), blank);
  if (blanks_only && left == ' ' && is_digit(further)) return std::nullopt;  // a row of figures
  found->begin = begin;
  return found;
}

// From the area code (without its 0) to the end; seven to nine digits in all. `fewest`: when they stand together.
std::optional<Found> Finder::subscriber(size_t begin, size_t area, bool marked, size_t fewest) const {
  constexpr size_t most = 9;
  if (area == 0 || at(begin) == '0') return std::nullopt;
  size_t end = begin + area;
  if (area <= 3) {
    if (area == 1 && at(begin) != '8') return std::nullopt;
    size_t position = end;
    for (; position < end + 3 && is_one_of(at(position), " -./)"); ++position) marked = marked || at(position) != ' ';
    const size_t first = digits_from(position);
    if (position == end || at(position) == '0' || first < (area == 1 && !marked ? 3U : 2U) || area + first > most) return std::nullopt;
    end = position + first;
    size_t digits = area + first;
    const char between = at(end);
    for (size_t group = first; group <= 4 && is_one_of(between, " -.") && at(end) == between;) {
      const size_t more = digits_from(end + 1);
      const bool fits = more == 4 ? group >= 3 : group <= 3 && (more == 2 || more == 3);
      if (!fits || digits + more > most) break;
      end += 1 + more;
      digits += more;
      group = more;
    }
    if (digits < (area == 3 ? 8U : 7U)) return std::nullopt;
  } else if (area < fewest || area > most) {
    return std::nullopt;
  }
  if (is_alphanumeric(at(end)) || (is_one_of(at(end), "-./") && is_digit(at(end + 1)))) return std::nullopt;
  return Found{PersonalKind::phone, begin, end};
}

// One turn over the text; true when anything was masked.
bool mask_once(std::string& text) {
  const Finder finder(text);
  std::string out;
  size_t done = 0;
  for (auto found = finder.next(0); found; found = finder.next(found->end)) {
    for (size_t i = found->begin; i < found->end; ++i) {
      const Sign& sign = finder[i];
      if (!is_masked(sign.is)) continue;
      out.append(text, done, sign.begin - done);
      done = sign.begin + sign.length;
      for (size_t byte = sign.begin; byte < done; ++byte) {
        if ((static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U) out += mask;
      }
    }
  }
  if (done == 0) return false;
  text = out.append(text, done);
  return true;
}

PersonalFind find_of(const Finder& finder, const Found& found, size_t offset) {
  const Sign& last = finder[found.end - 1];
  return {found.kind, offset + finder[found.begin].begin, offset + last.begin + last.length};
}

}  // namespace

std::optional<PersonalFind> find_personal_data(std::string_view utf8_text) {
  for (Part part = next_part(utf8_text, 0); part.begin < utf8_text.size(); part = next_part(utf8_text, part.end)) {
    const Finder finder(utf8_text.substr(part.begin, part.end - part.begin));
    if (const auto found = finder.next(0)) return find_of(finder, *found, part.begin);
  }
  return std::nullopt;
}

std::vector<PersonalFind> find_all_personal_data(std::string_view utf8_text) {
  std::vector<PersonalFind> finds;
  for (Part part = next_part(utf8_text, 0); part.begin < utf8_text.size(); part = next_part(utf8_text, part.end)) {
    const Finder finder(utf8_text.substr(part.begin, part.end - part.begin));
    for (auto found = finder.next(0); found; found = finder.next(found->end)) finds.push_back(find_of(finder, *found, part.begin));
  }
  return finds;
}

std::string mask_personal_data(std::string_view utf8_text) {
  std::string text(utf8_text);
  while (next_part(text, 0).begin < text.size() && mask_once(text)) {}  // what stood beside a number may be one when that is gone
  return text;
}

}  // namespace lagesbild
