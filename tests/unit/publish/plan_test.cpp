#include "publish/plan.hpp"

#include <algorithm>

#include "catch.hpp"

namespace lagesbild::publish::test {
namespace {

Manifest of(std::vector<ManifestFile> files) {
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return {"demo", "1", "open", std::move(files)};
}

}  // namespace

TEST_CASE("a plan says what is added, changed, deleted and unchanged, and what is sent", "[publish]") {
  const Plan plan = plan_of(of({{"a", 1, "1"}, {"b", 2, "2"}, {"c", 3, "3"}, {"d", 3, "3"}}),
                            of({{"a", 1, "1"}, {"b", 2, "x"}, {"c", 4, "3"}, {"e", 10, "5"}}));
  CHECK(plan.added == std::vector<ManifestFile>{{"e", 10, "5"}});
  CHECK(plan.changed == std::vector<ManifestFile>{{"b", 2, "x"}, {"c", 4, "3"}});
  CHECK(plan.deleted == std::vector<ManifestFile>{{"d", 3, "3"}});
  CHECK(plan.unchanged == std::vector<ManifestFile>{{"a", 1, "1"}});
  CHECK(plan.bytes_to_send == 16);
  CHECK(plan.files_before == 4);
  CHECK_FALSE(plan.is_empty());
  CHECK(plan_of(of({{"a", 1, "1"}}), of({{"a", 1, "1"}})).is_empty());
}

TEST_CASE("assets come before pages, deep pages before shallow ones, the front page last", "[publish]") {
  const Plan plan = plan_of({}, of({{"index.html", 1, ""}, {"en/index.html", 1, ""}, {"about.html", 1, ""}, {"en/unit/a.html", 1, ""},
                                    {"zz.css", 1, ""}, {"data/a.csv", 1, ""}, {"release.json", 1, ""},
                                    {"app/page.aspx", 1, ""}}));
  std::vector<std::string> order;
  for (const ManifestFile& file : plan.added) order.push_back(file.path);
  CHECK(order == std::vector<std::string>{
                     "data/a.csv", "release.json", "zz.css", "en/unit/a.html",
                     "app/page.aspx", "en/index.html", "about.html", "index.html"});
}

TEST_CASE("the brake counts files that go against those that are there", "[publish]") {
  std::vector<ManifestFile> ten;
  for (char c = 'a'; c < 'k'; ++c) ten.push_back({std::string{c}, 1, ""});
  const auto without = [&](std::ptrdiff_t count) { return plan_of(of(ten), of({ten.begin() + count, ten.end()})); };
  CHECK_FALSE(deletes_more_than(without(2), 20));
  CHECK(deletes_more_than(without(3), 20));
  CHECK(deletes_more_than(without(1), 0));
  CHECK_FALSE(deletes_more_than(without(0), 0));
  CHECK_FALSE(deletes_more_than(without(10), 100));
  CHECK_FALSE(deletes_more_than(plan_of({}, of(ten)), 20));
}

}  // namespace lagesbild::publish::test
