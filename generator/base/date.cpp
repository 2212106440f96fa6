#include "base/date.hpp"

#include <string>

namespace lagesbild {
namespace chr = std::chrono;

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int number[3] = {0, 0, 0};
  int part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
    } else if (text[i] >= '0' && text[i] <= '9') {
      number[part] = number[part] * 10 + (text[i] - '0');
    } else {
      return std::nullopt;
    }
  }
  const Date date{chr::year{number[0]}, chr::month{static_cast<unsigned>(number[1])}, chr::day{static_cast<unsigned>(number[2])}};
  return date.ok() ? std::optional{date} : std::nullopt;
}

std::string to_string(Date date) {
  std::string text = std::to_string(static_cast<int>(date.year()));
  if (text.size() < 4) text.insert(0, 4 - text.size(), '0');
  const auto add = [&](unsigned number) {
    text += '-';
    text += static_cast<char>('0' + number / 10 % 10);
    text += static_cast<char>('0' + number % 10);
  };
  add(static_cast<unsigned>(date.month()));
  add(static_cast<unsigned>(date.day()));
  return text;
}

Date add_months(Date date, int months) {
  const Date moved = date + chr::months{months};
  return moved.ok() ? moved : Date{moved.year() / moved.month() / chr::last};
}

int whole_months_between(Date from, Date to) {
  if (to < from) return -whole_months_between(to, from);
  int months = (static_cast<int>(to.year()) - static_cast<int>(from.year())) * 12 +
               (static_cast<int>(static_cast<unsigned>(to.month())) - static_cast<int>(static_cast<unsigned>(from.month())));
  if (add_months(from, months) > to) --months;
  return months;
}

int days_between(Date from, Date to) { return static_cast<int>((chr::sys_days{to} - chr::sys_days{from}).count()); }

}  // namespace lagesbild
