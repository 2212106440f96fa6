#include "bundle/open_json.hpp"

#include <algorithm>
#include <map>

#include "base/json_text.hpp"

namespace lagesbild::bundle {
namespace {

using Tables = std::vector<std::unique_ptr<Rows>>;
using RowNumbers = std::vector<std::size_t>;
using Groups = std::map<std::string_view, RowNumbers>;

// enhet/fk001.html, indikator/x.html: the page of the same has the name too.
std::string stem(std::string_view page) {
  const std::size_t slash = page.rfind('/') + 1;
  return std::string{page.substr(slash, page.rfind('.') - slash)};
}

const Rows* find(const Tables& tables, std::string_view dataset) {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& one) { return one->dataset().id == dataset; });
  return found == tables.end() ? nullptr : found->get();
}

RowNumbers all_of(const Rows& rows) {
  RowNumbers all(rows.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  return all;
}

// The rows by what stands in a column; with `kind`, only those whose group_kind it is.
Groups grouped(const Rows* rows, std::string_view field, std::string_view kind = {}) {
  Groups groups;
  if (rows == nullptr) return groups;
  const auto column = rows->column(field), kind_column = rows->column("group_kind");
  if (!column || (!kind.empty() && !kind_column)) return groups;
  for (std::size_t row = 0; row < rows->size(); ++row) {
    if (kind.empty() || rows->cell(row, *kind_column) == kind) groups[rows->cell(row, *column)].push_back(row);
  }
  return groups;
}

// A file being written: members by and by, rows on a line each.
class File {
 public:
  File(const view::Context& context, std::string_view kind) {
    text_.append("{\n\"kind\": \"").append(kind).append("\",\n\"release\": ");
    const view::SiteInfo& site = context.site;
    object({{"site", site.id},
            {"release", site.release_id},
            {"as_of", to_string(context.release.as_of)},
            {"audience", std::string{to_string(context.release.audience)}},
            {"region", site.region.in(context.language())},
            {"notice", site.notice.in(context.language())}});
  }

  void member(std::string_view key) { text_.append(",\n\"").append(key).append("\": "); }

  void object(std::initializer_list<std::pair<std::string_view, std::string>> members) {
    std::string_view between = "{";
    for (const auto& [key, value] : members) {
      if (value.empty()) continue;
      text_.append(between).append("\"").append(key).append("\": ");
      append_json(text_, value);
      between = ", ";
    }
    text_ += '}';
  }

  template <class Inside>
  void list(std::string_view key, Inside inside) {
    member(key);
    text_ += '[';
    between_ = "\n";
    inside();
    text_ += "\n]";
  }
  void item(std::initializer_list<std::pair<std::string_view, std::string>> members) {
    text_ += between_;
    object(members);
    between_ = ",\n";
  }

  void table(const Rows* rows, const RowNumbers& numbers) {
    if (rows == nullptr || numbers.empty()) return;
    tables_.append(tables_.empty() ? "" : ",\n").append("\"").append(rows->dataset().id).append("\": [");
    std::string_view between = "\n";
    for (const std::size_t row : numbers) {
      tables_ += between;
      rows->append_json(tables_, row);
      between = ",\n";
    }
    tables_ += "\n]";
  }
  void table(const Rows* rows, const Groups& groups, std::string_view of) {
    const auto found = groups.find(of);
    if (found != groups.end()) table(rows, found->second);
  }

  std::string take() {
    member("tables");
    text_.append("{\n").append(tables_).append("\n}\n}\n");
    return std::move(text_);
  }

 private:
  std::string text_;
  std::string tables_;
  std::string_view between_;
};

class Writer {
 public:
  Writer(const view::Context& context, const Tables& tables, const std::function<void(std::string_view, std::string_view)>& sink)
      : context_(context), tables_(tables), units_(find(tables, "units")), reviews_(find(tables, "reviews")),
        values_(find(tables, "indicator_values")), sink_(sink) {}

  void write() {
    put("region.json", region());
    const Groups units = grouped(units_, "unit_id"), reviews = grouped(reviews_, "unit_id"), values = grouped(values_, "group", "unit");
    for (std::size_t i = 0; i < context_.release.units.size(); ++i) {
      if (context_.unit_path(i).empty()) continue;
      const std::string& id = context_.release.units[i].id;
      File file{context_, "unit"};
      file.table(units_, units, id);
      file.table(reviews_, reviews, id);
      file.table(values_, values, id);
      put(unit_file(i), file.take());
    }
    const Groups by_indicator = grouped(values_, "indicator");
    for (std::size_t i = 0; i < definitions().size(); ++i) {
      if (!context_.indicator_path(i).empty()) put(indicator_file(i), indicator(i, by_indicator));
    }
  }

 private:
  const std::vector<disclosure::Definition>& definitions() const { return context_.release.indicators.definitions; }
  const std::string& words(const Localized& text) const { return text.in(context_.language()); }
  std::string unit_file(std::size_t unit) const { return "unit/" + stem(context_.unit_path(unit)) + ".json"; }
  std::string indicator_file(std::size_t one) const { return "indicator/" + stem(context_.indicator_path(one)) + ".json"; }
  void put(const std::string& name, const std::string& text) { sink_(std::string{json_folder} + name, text); }

  std::string region() {
    File file{context_, "region"};
    file.list("units", [&] {
      for (std::size_t i = 0; i < context_.release.units.size(); ++i) {
        const auto& unit = context_.release.units[i];
        if (!context_.unit_path(i).empty()) file.item({{"id", unit.id}, {"name", unit.name}, {"file", unit_file(i)}});
      }
    });
    file.list("indicators", [&] {
      for (std::size_t i = 0; i < definitions().size(); ++i) {
        if (context_.indicator_path(i).empty()) continue;
        file.item({{"id", definitions()[i].id}, {"name", words(definitions()[i].name)}, {"file", indicator_file(i)}});
      }
    });
    for (const auto& rows : tables_) {
      if (rows.get() != units_ && rows.get() != reviews_ && rows.get() != values_) file.table(rows.get(), all_of(*rows));
    }
    file.table(units_, units_without_file());
    RowNumbers of_region;
    for (const auto& [group, rows] : grouped(values_, "group", "region")) of_region.insert(of_region.end(), rows.begin(), rows.end());
    file.table(values_, of_region);
    return file.take();
  }

  RowNumbers units_without_file() const {
    RowNumbers all;
    const Groups units = grouped(units_, "unit_id");
    for (std::size_t i = 0; i < context_.release.units.size(); ++i) {
      const auto found = units.find(context_.release.units[i].id);
      if (context_.unit_path(i).empty() && found != units.end()) all.insert(all.end(), found->second.begin(), found->second.end());
    }
    return all;
  }

  std::string indicator(std::size_t index, const Groups& by_indicator) {
    const disclosure::Definition& one = definitions()[index];
    File file{context_, "indicator"};
    file.member("indicator");
    file.object({{"id", one.id}, {"name", words(one.name)}, {"question", words(one.question)}, {"counted", words(one.counted)}});
    file.table(values_, by_indicator, one.id);
    return file.take();
  }

  const view::Context& context_;
  const Tables& tables_;
  const Rows* units_;
  const Rows* reviews_;
  const Rows* values_;
  const std::function<void(std::string_view, std::string_view)>& sink_;
};

}  // namespace

void json_files(const view::Context& context, const Tables& tables, const std::function<void(std::string_view, std::string_view)>& sink) {
  if (tables.empty()) return;
  Writer{context, tables, sink}.write();
  sink(std::string{json_folder} + "schema.json", json_schema(context, tables));
}

}  // namespace lagesbild::bundle
