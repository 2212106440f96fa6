// The files of a data quality report, apart from its style: few and small, so they are handed over together. And the page that compares two
// releases, which stands alone in the same way.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "render/contract.hpp"
#include "render/template_set.hpp"
#include "view/page_changes.hpp"
#include "view/report.hpp"

namespace lagesbild::render {

using Files = std::vector<std::pair<std::string, std::string>>;  // path, bytes

// Holds the templates of both against their structs, as check_templates does for the site's.
void check_report_templates(const TemplateSet& templates, Contract& contract, Diagnostics& diagnostics);

// The first page, a page and a table a file, a page and a table of coverage, in this order.
Files render_report(const view::ReportData& data, const view::Texts& texts, const TemplateSet& templates, Diagnostics& diagnostics);

std::string render_changes(const view::ChangesPage& page, const TemplateSet& templates, Diagnostics& diagnostics);

}  // namespace lagesbild::render
