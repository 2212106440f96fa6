#include "bundle/rows.hpp"

#include <algorithm>
#include <cassert>

#include "base/json_text.hpp"

namespace lagesbild::bundle {
namespace {

using model::FieldType;

void append_value(std::string& out, const model::Field& field, std::string_view text) {
  switch (field.type) {
    case FieldType::integer:
    case FieldType::percent:
    case FieldType::year:
    case FieldType::decimal: {
      const std::size_t begin = out.size();
      out += text;
      std::replace(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), ',', '.');
      return;
    }
    default:
      if (field.name == withheld_field) out += "true";
      else lagesbild::append_json(out, text);
  }
}

}  // namespace

Rows::Rows(const disclosure::Release& release, const disclosure::Download& download) : dataset_(release.datasets[download.dataset]) {
  for (const std::size_t field : download.fields) fields_.push_back(&dataset_.fields[field]);
  Diagnostics faults;
  table_ = read::parse_csv(dataset_.id + ".csv", download.csv, faults);
  assert(table_ && !faults.has_errors());  // we wrote it
}

void Rows::append_json(std::string& out, std::size_t row) const {
  std::string_view between = "{";
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const std::string_view text = cell(row, i);
    if (text.empty()) continue;
    out.append(between).append("\"").append(fields_[i]->name).append("\": ");
    append_value(out, *fields_[i], text);
    between = ", ";
  }
  out += between == "{" ? "{}" : "}";
}

}  // namespace lagesbild::bundle
