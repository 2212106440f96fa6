// Calendar days, written 2026-11-22. No time of day, no time zone: reviews and deadlines are days.
#pragma once
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace lagesbild {

using Date = std::chrono::year_month_day;

// Exactly YYYY-MM-DD and a day that exists; anything else is nothing.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);  // YYYY-MM-DD

// Same day of the month `months` later; the last day of that month where there is none (31 January + 1 month = 28 or 29 February).
Date add_months(Date date, int months);
// Whole months from `from` to `to`, counted as people count ages; negative when `to` is earlier.
int whole_months_between(Date from, Date to);
int days_between(Date from, Date to);

}  // namespace lagesbild
