#include "base/personal_numbers.hpp"

#include <chrono>
#include <string>

namespace lagesbild {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

// Modulus 10 with the weights 2 and 1, the check digit last.
bool check_digit_fits(std::string_view digits) {
  unsigned sum = 0;
  bool doubled = false;
  for (auto c = digits.rbegin(); c != digits.rend(); ++c, doubled = !doubled) {
    const unsigned value = static_cast<unsigned>(*c - '0') * (doubled ? 2U : 1U);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

struct Day {
  unsigned century;  // 0: not told
  unsigned year;     // in the century
  unsigned month;
  unsigned day;
};

// Without a century the 29th of February of 00 is taken: 2000 had one.
bool exists(const Day& day) {
  using namespace std::chrono;
  const int whole = static_cast<int>((day.century == 0 ? 20 : day.century) * 100 + day.year);
  return year_month_day{year{whole}, month{day.month}, std::chrono::day{day.day}}.ok();
}

bool within(unsigned value, unsigned least, unsigned most) { return least <= value && value <= most; }

std::optional<PersonalKind> kind_of_digits(const Day& day, std::string_view date, std::string_view tail) {
  const std::string last_ten = std::string(date.substr(date.size() - 6)).append(tail);
  const bool born = day.century == 0 || within(day.century, 18, 20);
  if (born && tail.substr(0, 3) != "000" && check_digit_fits(last_ten)) {
    if (exists(day)) return PersonalKind::personal_number;
    if (day.month <= 12 && within(day.day, 60, 91)) return PersonalKind::coordination_number;
  }
  if (within(day.century, 17, 20) && within(day.month, 1, 12) && within(day.day, 32, 59) && check_digit_fits(last_ten)) {
    return PersonalKind::reserve_number;
  }
  if (day.century == 99 && within(day.year, 19, 22)) {  // then a century; check digit by Inera's list, or over all as in its older form
    const std::string all = std::string(date).append(tail);
    if (check_digit_fits(all) || check_digit_fits(std::string_view(all).substr(4))) return PersonalKind::reserve_number;
  }
  return std::nullopt;
}

bool is_one_of(char c, std::string_view set) { return set.find(c) != set.npos; }

bool is_national_reserve(const Day& day, std::string_view tail) {
  const bool known = within(day.century, 22, 99) && within(day.month, 1, 12) && within(day.day, 1, 31);
  const bool unknown = day.century == 0 && within(day.month, 20, 99) && within(day.day, 40, 59);
  if (!known && !unknown) return false;
  for (const char c : tail) {
    if (is_one_of(c, "IOQVW")) return false;
  }
  return true;
}

std::optional<PersonalKind> kind_of_letters(const Day& day, std::string_view date, std::string_view tail) {
  std::string shape;  // such as A99A
  for (const char c : tail) shape += is_digit(c) ? '9' : is_letter(c) ? 'A' : '?';
  const bool whole = date.size() == 8;
  if (whole && (shape == "AA99" || shape == "AAA9") && is_national_reserve(day, tail)) return PersonalKind::reserve_number;
  if (!exists(day) || (whole && !within(day.century, 18, 21))) return std::nullopt;
  if (shape == "A999" && is_one_of(tail[0], "TRSUWXJKLMN")) return PersonalKind::interim_number;
  if (shape == "AA99" && tail.substr(0, 2) == "TF") return PersonalKind::interim_number;
  const bool skane = shape == "AA9A" && is_one_of(tail[0], "DEF") && is_one_of(tail[2], "01");
  const bool region = shape == "A999" || shape == "AA9A" || (shape == "AA99" && tail[0] == 'S' && is_one_of(tail[1], "FUXPL")) ||
                      (shape == "99A9" && is_one_of(tail[2], "MKX")) || (shape == "999A" && tail[3] == 'R');
  if (skane || (whole && region)) return PersonalKind::reserve_number;
  return std::nullopt;
}

}  // namespace

std::optional<PersonalKind> kind_of_number(std::string_view date, std::string_view tail) {
  const std::string_view short_date = date.substr(date.size() - 6);
  const Day day{number(date.substr(0, date.size() - 6)), number(short_date.substr(0, 2)), number(short_date.substr(2, 2)),
                number(short_date.substr(4, 2))};
  for (const char c : tail) {
    if (!is_digit(c)) return kind_of_letters(day, date, tail);
  }
  if (date.size() == 8 && day.century == 0) return std::nullopt;  // 00 is a century of national reserve ids only
  return kind_of_digits(day, date, tail);
}

}  // namespace lagesbild
