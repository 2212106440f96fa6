#include "audiences.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/json_text.hpp"
#include "disclosure/audience.hpp"
#include "read/csv.hpp"
#include "view/shell.hpp"

namespace lagesbild {
namespace {

constexpr std::size_t most_told = 10;

SeenTable read_back(const disclosure::Release& release, const disclosure::Download& download, Diagnostics& diagnostics) {
  SeenTable table;
  table.dataset = release.datasets[download.dataset].id;
  for (const std::size_t field : download.fields) table.fields.push_back(release.datasets[download.dataset].fields[field].name);
  const auto read = read::parse_csv(table.dataset + ".csv", download.csv, diagnostics);
  if (!read) return table;
  for (std::size_t row = 0; row < read->rows(); ++row) {
    auto& cells = table.rows.emplace_back();
    for (std::size_t column = 0; column < table.fields.size(); ++column) {
      cells.emplace_back(read->cell(row, column));
      if (!cells.back().empty()) ++table.values;
    }
  }
  return table;
}

Seen look(const Judged& judged, Audience audience, Diagnostics& diagnostics) {
  disclosure::Release release = judged.release;
  disclosure::narrow(release, audience);
  Seen seen;
  seen.audience = audience;
  const view::Context context{release, judged.info, judged.content.texts.front()};
  for (const view::PageRef& page : context.pages()) seen.pages.insert(page.path);
  for (std::size_t i = 0; i < release.indicators.definitions.size(); ++i) {
    if (release.indicators.cells[i].has_data) seen.indicators.insert(release.indicators.definitions[i].id);
  }
  for (const disclosure::Download& download : release.downloads) seen.tables.push_back(read_back(release, download, diagnostics));
  return seen;
}

template <class Range>
std::vector<std::string> without(const Range& all, const Range& some) {
  std::vector<std::string> left;
  for (const std::string& one : all) {
    if (std::find(some.begin(), some.end(), one) == some.end()) left.push_back(one);
  }
  return left;
}

std::string joined(const std::vector<std::string>& cells) {
  std::string all;
  for (const std::string& cell : cells) all.append(all.empty() ? "" : ";").append(cell);
  return all;
}

// The rows of a table in the columns of another, sorted.
std::vector<std::vector<std::string>> rows_as(const SeenTable& table, const std::vector<std::string>& fields) {
  std::vector<std::size_t> columns;
  for (const std::string& field : fields) {
    const auto found = std::find(table.fields.begin(), table.fields.end(), field);
    if (found != table.fields.end()) columns.push_back(static_cast<std::size_t>(found - table.fields.begin()));
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows) {
    auto& cells = rows.emplace_back();
    for (const std::size_t column : columns) cells.push_back(row[column]);
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

}  // namespace

std::size_t Seen::values() const {
  std::size_t all = 0;
  for (const SeenTable& table : tables) all += table.values;
  return all;
}

const SeenTable* Seen::find(const std::string& dataset) const {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const SeenTable& one) { return one.dataset == dataset; });
  return found == tables.end() ? nullptr : &*found;
}

std::vector<Seen> look_as_each(const Judged& judged, Diagnostics& diagnostics) {
  std::vector<Seen> all;
  for (const Audience audience : all_audiences) all.push_back(look(judged, audience, diagnostics));
  return all;
}

More more_of(const Seen& wide, const Seen& narrow) {
  More more{without(wide.pages, narrow.pages), without(wide.indicators, narrow.indicators), {}};
  static const SeenTable none;
  for (const SeenTable& table : wide.tables) {
    const SeenTable* other = narrow.find(table.dataset);
    const SeenTable& less = other == nullptr ? none : *other;
    MoreOfTable one{table.dataset, without(table.fields, less.fields), 0, 0};
    if (table.rows.size() > less.rows.size()) one.rows = table.rows.size() - less.rows.size();
    if (table.values > less.values) one.values = table.values - less.values;
    if (!one.fields.empty() || one.rows > 0 || one.values > 0) more.tables.push_back(std::move(one));
  }
  return more;
}

std::vector<std::string> not_nested(const Seen& wide, const Seen& narrow) {
  std::vector<std::string> found = without(narrow.pages, wide.pages);
  for (std::string& id : without(narrow.indicators, wide.indicators)) found.push_back(std::move(id));
  for (const SeenTable& table : narrow.tables) {
    const std::string file = table.dataset + ".csv";
    const SeenTable* other = wide.find(table.dataset);
    if (other == nullptr) {
      found.push_back(file);
      continue;
    }
    for (const std::string& field : without(table.fields, other->fields)) found.push_back(file + ": " + field);
    const auto rows = rows_as(table, table.fields);
    const auto known = rows_as(*other, table.fields);
    std::vector<std::vector<std::string>> own;
    std::set_difference(rows.begin(), rows.end(), known.begin(), known.end(), std::back_inserter(own));
    const auto withheld = std::find(table.fields.begin(), table.fields.end(), "withheld");
    for (const auto& row : own) {
      const bool silent = withheld != table.fields.end() && !row[static_cast<std::size_t>(withheld - table.fields.begin())].empty();
      if (!silent && found.size() < most_told) found.push_back(file + ": " + joined(row));
    }
  }
  return found;
}

std::string audiences_json(const Judged& judged, const std::vector<Seen>& all) {
  JsonText json;
  const auto list = [&](std::string_view key, const auto& items) {
    json.list(key, [&] {
      for (const std::string& item : items) json.item(item);
    });
  };
  const auto number = [&](std::string_view key, std::size_t n) { json.number(key, static_cast<std::int64_t>(n)); };
  json.object([&] {
    json.text("site", judged.site.id);
    json.text("as_of", to_string(judged.site.as_of));
    json.list("audiences", [&] {
      for (const Seen& one : all) {
        json.object([&] {
          json.text("audience", to_string(one.audience));
          number("pages", one.pages.size());
          number("indicators", one.indicators.size());
          number("values", one.values());
          json.list("files", [&] {
            for (const SeenTable& table : one.tables) {
              json.object([&] {
                json.text("dataset", table.dataset);
                list("fields", table.fields);
                number("rows", table.rows.size());
                number("values", table.values);
              });
            }
          });
        });
      }
    });
    json.list("more", [&] {
      for (std::size_t wide = 1; wide < all.size(); ++wide) {
        for (std::size_t narrow = 0; narrow < wide; ++narrow) {
          const More more = more_of(all[wide], all[narrow]);
          json.object([&] {
            json.text("audience", to_string(all[wide].audience));
            json.text("than", to_string(all[narrow].audience));
            list("pages", more.pages);
            list("indicators", more.indicators);
            json.list("files", [&] {
              for (const MoreOfTable& table : more.tables) {
                json.object([&] {
                  json.text("dataset", table.dataset);
                  list("fields", table.fields);
                  number("rows", table.rows);
                  number("values", table.values);
                });
              }
            });
            list("only_for_the_narrower", not_nested(all[wide], all[narrow]));
          });
        }
      }
    });
  });
  return json.take();
}

}  // namespace lagesbild
