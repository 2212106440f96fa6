#include "read/opening.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/personal_data.hpp"
#include "base/text.hpp"
#include "read/csv.hpp"
#include "read/dataset_codes.hpp"
#include "read/json_table.hpp"
#include "read/table.hpp"
#include "read/workbook.hpp"

namespace lagesbild::read {
namespace {

bool looks_like_json(std::string_view bytes, const std::string& location) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view text = trim(bytes.substr(0, 100));
  return location.ends_with(".json") || text.starts_with('[') || text.starts_with('{');
}

Failure first_error(const Diagnostics& found) {
  const auto is_error = [](const Diagnostic& one) { return one.severity == Severity::error; };
  const auto error = std::find_if(found.all().begin(), found.all().end(), is_error);
  Failure failure{error->code, error->arguments, error->place};
  for (Argument& argument : failure.arguments) argument.value = mask_personal_data(argument.value);
  return failure;
}

}  // namespace

std::vector<const model::Dataset*> forms_of(const std::string& dataset, const std::vector<model::Dataset>& descriptions) {
  std::vector<const model::Dataset*> forms;
  for (const model::Dataset& one : descriptions) {
    if (one.form_of == dataset) forms.insert(one.id == dataset ? forms.begin() : forms.end(), &one);
  }
  return forms;
}

std::unique_ptr<Grid> open_grid(fetch::Copy& copy, const std::vector<const model::Dataset*>& forms, Diagnostics& diagnostics) {
  const source::Source& source = *copy.source;
  if (is_zip(copy.bytes) || is_old_office_file(copy.bytes)) {  // the latter are told apart there: .xls, or locked by a password
    std::map<std::string, std::size_t> headings;
    for (const model::Dataset* form : forms) headings.merge(headings_of(*form));
    const auto known = [&](std::string_view key) { return headings.contains(std::string{key}); };
    return parse_workbook(copy.shown_as, std::move(copy.bytes), known, source.sheet, diagnostics);
  }
  if (looks_like_json(copy.bytes, source.location)) return parse_json(copy.shown_as, std::move(copy.bytes), diagnostics);
  auto csv = parse_csv(copy.shown_as, std::move(copy.bytes), diagnostics);
  return csv ? std::make_unique<CsvTable>(std::move(*csv)) : nullptr;
}

const model::Dataset& choose_form(const Grid& grid, const std::vector<const model::Dataset*>& forms) {
  const auto score = [&](const model::Dataset* form) {
    const auto headings = headings_of(*form);
    std::size_t known = 0;
    for (std::size_t column = 0; column < grid.columns(); ++column) known += headings.count(heading_key(grid.heading(column)));
    return known;
  };
  return **std::max_element(forms.begin(), forms.end(), [&](const auto* a, const auto* b) { return score(a) < score(b); });
}

Result<fetch::Shape> shape_of(fetch::Copy copy, const std::vector<model::Dataset>& descriptions, Date as_of) {
  const auto forms = forms_of(copy.source->dataset, descriptions);
  if (forms.empty()) return Failure{code::dataset_not_described, {{"dataset", copy.source->dataset}}, copy.source->place};
  Diagnostics found;
  const auto grid = open_grid(copy, forms, found);
  if (grid == nullptr || found.has_errors()) return first_error(found);
  const model::Dataset& form = choose_form(*grid, forms);
  const Table table{*grid, form, as_of, found};
  if (!table.usable()) return first_error(found);
  fetch::Shape shape{table.rows(), {}};
  for (std::size_t field = 0; field < form.fields.size(); ++field) {
    if (table.has(field)) shape.columns.push_back(form.fields[field].name);
  }
  return shape;
}

}  // namespace lagesbild::read
