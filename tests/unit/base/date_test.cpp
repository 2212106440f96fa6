#include "base/date.hpp"

#include "catch.hpp"

using namespace lagesbild;

namespace {
Date day(std::string_view text) {
  const auto date = parse_date(text);
  REQUIRE(date);
  return *date;
}
}  // namespace

TEST_CASE("a date is read only as YYYY-MM-DD and only when the day exists", "[base]") {
  CHECK(to_string(day("2024-02-29")) == "2024-02-29");
  CHECK(to_string(day("0001-01-01")) == "0001-01-01");
  for (const char* wrong : {"", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-04-31", "2024-1-1", "24-01-01", "2024/01/01",
                            "2024-01-01 ", " 2024-01-01", "2024-01-0x", "20240101", "2024-01-011", "-024-01-01"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_date(wrong));
  }
}

TEST_CASE("months are added to the same day or the last day of the month", "[base]") {
  CHECK(to_string(add_months(day("2023-01-31"), 1)) == "2023-02-28");
  CHECK(to_string(add_months(day("2024-01-31"), 1)) == "2024-02-29");
  CHECK(to_string(add_months(day("2023-11-30"), 3)) == "2024-02-29");
  CHECK(to_string(add_months(day("2024-03-31"), -1)) == "2024-02-29");
  CHECK(to_string(add_months(day("2024-02-29"), 12)) == "2025-02-28");
  CHECK(to_string(add_months(day("2023-12-15"), 1)) == "2024-01-15");
}

TEST_CASE("whole months are counted as people count ages", "[base]") {
  CHECK(whole_months_between(day("2023-01-15"), day("2023-02-14")) == 0);
  CHECK(whole_months_between(day("2023-01-15"), day("2023-02-15")) == 1);
  CHECK(whole_months_between(day("2023-01-31"), day("2023-02-28")) == 1);
  CHECK(whole_months_between(day("2019-06-01"), day("2024-06-01")) == 60);
  CHECK(whole_months_between(day("2024-06-01"), day("2019-06-02")) == -59);
  CHECK(whole_months_between(day("2024-06-01"), day("2024-06-01")) == 0);
}

TEST_CASE("days between dates cross leap days", "[base]") {
  CHECK(days_between(day("2024-02-28"), day("2024-03-01")) == 2);
  CHECK(days_between(day("2023-02-28"), day("2023-03-01")) == 1);
  CHECK(days_between(day("2024-03-01"), day("2023-03-01")) == -366);
}
