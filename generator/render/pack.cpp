#include "render/pack.hpp"

#include <atomic>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "render/bind.hpp"

namespace lagesbild::render {

void check_pack_templates(const TemplateSet& templates, Contract& contract, Diagnostics& diagnostics) {
  check_page<view::SheetPage>(templates, "pages/sheet", contract, diagnostics);
  check_page<view::PackIndex>(templates, "pages/sheets", contract, diagnostics);
}

void render_pack(const Edition& edition, const view::PackOrder& order, std::size_t threads, const Sink& sink, Diagnostics& diagnostics) {
  const std::vector<const view::PageRef*> pages = view::pages_with_sheets(*edition.context);
  std::atomic<std::size_t> next{0};
  std::mutex reporting;
  const auto work = [&](std::size_t thread) {
    Renderer renderer;
    PageTree<view::SheetPage> tree;
    Diagnostics own;
    for (std::size_t at = next++; at < pages.size(); at = next++) {
      const view::SheetPage sheet = view::sheet_page(*edition.context, *pages[at], order);
      sink(thread, view::sheet_path(*pages[at]), renderer.render(*edition.templates->find("pages/sheet"), tree.fill(sheet), own));
    }
    if (thread == 0) {
      PageTree<view::PackIndex> index_tree;
      const view::PackIndex index = view::pack_index(*edition.context, order);
      sink(thread, "index.html", renderer.render(*edition.templates->find("pages/sheets"), index_tree.fill(index), own));
    }
    const std::scoped_lock lock{reporting};
    diagnostics.merge(std::move(own));
  };
  std::vector<std::jthread> others;
  for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  work(0);
}

}  // namespace lagesbild::render
