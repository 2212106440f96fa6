#include "render/report.hpp"

#include "render/bind.hpp"
#include "view/page_coverage.hpp"
#include "view/page_report.hpp"
#include "view/report_tables.hpp"

namespace lagesbild::render {

void check_report_templates(const TemplateSet& templates, Contract& contract, Diagnostics& diagnostics) {
  check_page<view::ReportPage>(templates, "pages/report", contract, diagnostics);
  check_page<view::ReportFilePage>(templates, "pages/report_file", contract, diagnostics);
  check_page<view::CoveragePage>(templates, "pages/report_coverage", contract, diagnostics);
  check_page<view::ChangesPage>(templates, "pages/changes", contract, diagnostics);
}

Files render_report(const view::ReportData& data, const view::Texts& texts, const TemplateSet& templates, Diagnostics& diagnostics) {
  Files files;
  Renderer renderer;
  const auto add = [&]<class Page>(std::string path, const char* page, PageTree<Page>& tree, const Page& made) {
    files.emplace_back(std::move(path), renderer.render(*templates.find(page), tree.fill(made), diagnostics));
  };
  PageTree<view::ReportPage> first_tree;
  add(view::report_index, "pages/report", first_tree, view::report_page(data, texts));
  PageTree<view::ReportFilePage> file_tree;
  for (const view::ReportFile& file : data.files) {
    add(file.stem + ".html", "pages/report_file", file_tree, view::report_file_page(data, file, texts));
    files.emplace_back(file.stem + ".csv", view::complaints_csv(data, file, texts));
  }
  PageTree<view::CoveragePage> coverage_tree;
  add(view::coverage_html, "pages/report_coverage", coverage_tree, view::coverage_page(data, texts));
  files.emplace_back(view::coverage_table, view::coverage_csv(data, texts));
  return files;
}

std::string render_changes(const view::ChangesPage& page, const TemplateSet& templates, Diagnostics& diagnostics) {
  PageTree<view::ChangesPage> tree;
  Renderer renderer;
  return std::string{renderer.render(*templates.find("pages/changes"), tree.fill(page), diagnostics)};
}

}  // namespace lagesbild::render
