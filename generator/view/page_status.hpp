// How this release came to be: each source, the day it is from and the day it was fetched, and whether it is a copy from before. For
// whoever wonders why a number is old, and whoever looks after the site; so it says more than other pages, but no addresses and no codes.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/page_unit.hpp"

namespace lagesbild::view {

struct StatusSource {
  std::string title;
  std::string href;
  std::optional<Note> dataset;
  std::string updated;
  std::string fetched;
  std::string rows;
  std::string tone;
  std::string state;
  std::optional<Note> why;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &StatusSource::title, "name of the source"},
                      Field{"href", &StatusSource::href, "where the page Data describes it"},
                      Field{"dataset", &StatusSource::dataset, "what it is a source of, when its name does not say that"},
                      Field{"updated", &StatusSource::updated, "the day of the data"},
                      Field{"fetched", &StatusSource::fetched, "the day it was last fetched, or that it was put into the site's folder"},
                      Field{"rows", &StatusSource::rows, "how many it has"},
                      Field{"tone", &StatusSource::tone, "good, plain or warn"},
                      Field{"state", &StatusSource::state, "fetched, a file of the site's own, or a copy from before"},
                      Field{"why", &StatusSource::why, "why it is a copy, in a sentence"}};
  }
};

struct StatusPage {
  Shell shell;
  std::string lead;
  std::vector<FactRow> facts;
  std::vector<StatusSource> sources;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &StatusPage::shell, "what stands around the page"},
                      Field{"lead", &StatusPage::lead, "how many sources there are and how they came, in a sentence"},
                      Field{"facts", &StatusPage::facts, "this release, its day, the program, the release before"},
                      Field{"sources", &StatusPage::sources, "in the order of sources.yaml; those that are copies first"}};
  }
};

StatusPage status_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
