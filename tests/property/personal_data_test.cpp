// Every date with every kind of tail against a plain second reading of the rules; and what masking promises, for random text.
#include "base/personal_data.hpp"

#include <array>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "catch.hpp"

using namespace lagesbild;

namespace {

std::string digits(int value, int width) {
  std::string text(static_cast<std::size_t>(width), '0');
  for (std::size_t i = text.size(); i > 0; --i, value /= 10) text[i - 1] = static_cast<char>('0' + value % 10);
  return text;
}

// By the table of doubled digits, from the left: another way than the program's.
int check_digit(const std::string& nine) {
  static const std::array<int, 10> doubled = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
  int sum = 0;
  for (std::size_t i = 0; i < nine.size(); ++i) {
    const int value = nine[i] - '0';
    sum += i % 2 == 0 ? doubled[static_cast<std::size_t>(value)] : value;
  }
  return (10 - sum % 10) % 10;
}

bool day_exists(int year, int month, int day) {
  static const std::array<int, 13> days = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[static_cast<std::size_t>(month)] + (month == 2 && leap ? 1 : 0);
}

struct Number {
  std::optional<int> century;
  int yymmdd;
  int tail;
};

std::optional<PersonalKind> expected(const Number& number) {
  const int year = number.century.value_or(20) * 100 + number.yymmdd / 10000;
  const int month = number.yymmdd / 100 % 100;
  const int day = number.yymmdd % 100;
  const bool fits = check_digit(digits(number.yymmdd, 6) + digits(number.tail / 10, 3)) == number.tail % 10;
  const bool born = !number.century || (*number.century >= 18 && *number.century <= 20);
  if (fits && born && number.tail >= 10 && day_exists(year, month, day)) return PersonalKind::personal_number;
  if (fits && born && number.tail >= 10 && month <= 12 && day >= 60 && day <= 91) return PersonalKind::coordination_number;
  if (fits && number.century && *number.century >= 17 && *number.century <= 20 && month >= 1 && month <= 12 && day >= 32 && day <= 59) {
    return PersonalKind::reserve_number;
  }
  return std::nullopt;
}

std::string written(const Number& number, const std::string& between) {
  return (number.century ? digits(*number.century, 2) : "") + digits(number.yymmdd, 6) + between + digits(number.tail, 4);
}

// "" when the finder says what the rules say, otherwise the number.
std::string difference(const Number& number, const std::string& between) {
  const std::string text = written(number, between);
  const auto find = find_personal_data(text);
  const auto want = expected(number);
  const bool whole = find && want && find->kind == *want && find->begin == 0 && find->end == text.size();
  return whole || (!find && !want) ? "" : text;
}

const std::vector<std::string> pieces = {
    "811228-9874", "8112289874", "19811228-9874", "198112289874", "811228", "9874", "-", "+", " ", "  ", ".", "/", ",", ";", ":",
    "(", ")", "[at]",
    "(at)", "@", "anna", "region.se", ".se", "T123", "K", "TF26", "070", "08-", "123 45 67", "+46", "0046", "0", "1", "12",
    "2019-11-01", "22",
    "99198100", "0010", "å", "Ö", "é", "–", "−", "\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\xAF", "😀", "•", "\xEF\xBC\x98",
    "\xEF\xBC\xA0", "\\u0040",
    "\\n", "\\", "\n", "\t", "\"", "%", "_", "a", "SE2321000016-"};

struct Random {
  std::mt19937 engine;
  std::size_t below(std::size_t limit) { return engine() % limit; }
};

std::string random_text(Random& random, std::size_t most) {
  std::string text;
  for (std::size_t count = random.below(most); count > 0; --count) text += pieces[random.below(pieces.size())];
  return text;
}

}  // namespace

TEST_CASE("of every six digits, exactly those with a day are a number") {
  std::size_t found = 0;
  for (int date = 0; date < 1'000'000; ++date) {
    const Number number{std::nullopt, date, 2390 + check_digit(digits(date, 6) + "239")};
    if (const std::string wrong = difference(number, "-"); !wrong.empty()) FAIL(wrong);
    found += expected(number) ? 1U : 0U;
  }
  CHECK(found == 36525 + 100 * 13 * 32);  // the days of a hundred years, and months 00-12 with days 60-91
}

TEST_CASE("of every four digits after a day, one in ten is a number, however they are joined") {
  for (const int date : {811228, 121212, 960229, 990229, 701063, 150072, 201301, 310431, 181245}) {
    std::size_t found = 0;
    for (int tail = 0; tail < 10'000; ++tail) {
      const Number number{std::nullopt, date, tail};
      for (const char* between : {"-", "", " ", "+", " – "}) {
        if (const std::string wrong = difference(number, between); !wrong.empty()) FAIL(wrong);
      }
      found += expected(number) ? 1U : 0U;
    }
    CHECK((found == 0 || found == 999));
  }
}

TEST_CASE("of every century and day of a year, those that a person can have are a number") {
  for (int century = 0; century < 99; ++century) {  // 99 is Stockholm's
    for (int day = 0; day < 10'000; ++day) {
      const int date = 40'000 + day;
      const Number number{century, date, 2390 + check_digit(digits(date, 6) + "239")};
      if (const std::string wrong = difference(number, day % 2 == 0 ? "-" : ""); !wrong.empty()) FAIL(wrong);
    }
  }
}

TEST_CASE("masking removes every find, keeps the number of characters, and changes nothing the second time") {
  Random random{std::mt19937(20261122)};
  std::size_t masked_texts = 0;
  for (int i = 0; i < 60'000; ++i) {
    const std::string text = random_text(random, 14);
    const std::string masked = mask_personal_data(text);
    const auto find = find_personal_data(text);
    const std::string alone = find ? text.substr(find->begin, find->end - find->begin) : "";
    const auto again = find_personal_data(alone);
    const bool inside = !find || (again && again->begin == 0 && again->end == alone.size());
    const bool fine = inside && !find_personal_data(masked) && mask_personal_data(masked) == masked && !find_invalid_utf8(masked) &&
                      count_characters(masked) == count_characters(text) && (find.has_value() == (masked != text));
    masked_texts += find ? 1U : 0U;
    if (fine) continue;
    CAPTURE(text, masked);
    FAIL("not masked as promised");
  }
  CHECK(masked_texts > 10'000);
}

TEST_CASE("the first of all finds is the one that is told alone, they do not overlap, and each is masked") {
  Random random{std::mt19937(8)};
  for (int i = 0; i < 30'000; ++i) {
    const std::string text = random_text(random, 20);
    const auto first = find_personal_data(text);
    const auto all = find_all_personal_data(text);
    bool fine = first.has_value() == !all.empty() && (!first || (all[0].begin == first->begin && all[0].end == first->end));
    for (std::size_t k = 0; k < all.size(); ++k) {
      fine = fine && all[k].begin < all[k].end && all[k].end <= text.size() && (k == 0 || all[k - 1].end <= all[k].begin);
      const std::string alone = text.substr(all[k].begin, all[k].end - all[k].begin);
      fine = fine && mask_personal_data(alone) != alone;
    }
    if (fine) continue;
    CAPTURE(text);
    FAIL("all finds differ from the first");
  }
}

TEST_CASE("a line is masked as its cells are") {
  Random random{std::mt19937(3)};
  for (const char* separator : {";", ",", "\t", "|", "\"", "\n"}) {
    for (int i = 0; i < 10'000; ++i) {
      std::string line;
      std::string cells;
      for (int cell = 0; cell < 4; ++cell) {
        const std::string text = random_text(random, 6);
        line += (cell > 0 ? separator : "") + text;
        cells += (cell > 0 ? separator : "") + mask_personal_data(text);
      }
      if (mask_personal_data(line) == cells) continue;
      CAPTURE(line, cells);
      FAIL("a line and its cells differ");
    }
  }
}

TEST_CASE("bytes that are no text come out with as many bytes masked as were found, and nothing breaks") {
  Random random{std::mt19937(11)};
  const std::string bytes = "8112289874-@.a0 \xEF\xBC\x98\xE2\x80\xC3\xF0\xFF\\u(t)";
  for (int i = 0; i < 50'000; ++i) {
    std::string text;
    for (std::size_t count = random.below(24); count > 0; --count) text += bytes[random.below(bytes.size())];
    if (find_personal_data(mask_personal_data(text))) FAIL("not masked");
  }
}
