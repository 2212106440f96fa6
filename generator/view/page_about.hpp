// What the site is, for whom, who is responsible, where its numbers come from and how often, and whom to tell of an error. Everything is
// generated from site.yaml and sources.yaml.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/page_unit.hpp"

namespace lagesbild::view {

struct AboutSource {
  std::string title;
  std::string updated;
  std::string href;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &AboutSource::title, "name of the source"},
                      Field{"updated", &AboutSource::updated, "its date and age, in words"},
                      Field{"href", &AboutSource::href, "where the page Data describes it"}};
  }
};

struct AboutPage {
  Shell shell;
  std::string lead;
  std::string introduction;
  std::string audience;
  std::string responsible;
  std::string refreshed;
  std::vector<AboutSource> sources;
  std::string error;
  std::optional<Link> licence;
  std::optional<Note> no_licence;
  std::vector<FactRow> facts;
  std::vector<Link> more;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &AboutPage::shell, "what stands around the page"},
                      Field{"lead", &AboutPage::lead, "what the site is, in a sentence"},
                      Field{"introduction", &AboutPage::introduction, "as on the overview"},
                      Field{"audience", &AboutPage::audience, "for whom this copy is, in sentences"},
                      Field{"responsible", &AboutPage::responsible, "who answers for the site"},
                      Field{"refreshed", &AboutPage::refreshed, "how often, or up to when the data go"},
                      Field{"sources", &AboutPage::sources, "what was read"},
                      Field{"error", &AboutPage::error, "whom to tell of an error"},
                      Field{"licence", &AboutPage::licence, "terms of the data, when they are given"},
                      Field{"no_licence", &AboutPage::no_licence, "said when they are not"},
                      Field{"facts", &AboutPage::facts, "day, release, program"},
                      Field{"more", &AboutPage::more, "pages on method, protection and accessibility"}};
  }
};

AboutPage about_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
