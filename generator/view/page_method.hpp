// How the numbers come about, generated from the configuration that ran; and the accessibility statement.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/page_unit.hpp"
#include "view/page_units.hpp"

namespace lagesbild::view {

struct MethodSource {
  std::string title;
  std::string location;
  std::string updated;
  std::string sha256;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &MethodSource::title, "name of the source"},
                      Field{"location", &MethodSource::location, "file or address"},
                      Field{"updated", &MethodSource::updated, "date of the data"},
                      Field{"sha256", &MethodSource::sha256, "first 16 digits of the checksum of what was read"}};
  }
};

struct MethodPage {
  Shell shell;
  std::string lead;
  std::string framework;
  std::vector<GradeKey> grades;
  std::string reference;
  std::vector<Note> rules;
  std::optional<FactList> statuses;
  std::optional<FactList> rounds;
  std::vector<Note> protection;
  std::vector<MethodSource> sources;
  std::string version;
  static constexpr auto fields() {
    return std::tuple{
        Field{"shell", &MethodPage::shell, "what stands around the page"},
        Field{"lead", &MethodPage::lead, "a sentence"},
        Field{"framework", &MethodPage::framework, "the checklist and what it rests on"},
        Field{"grades", &MethodPage::grades, "the scale"},
        Field{"reference", &MethodPage::reference, "the reference line, in a sentence"},
        Field{"rules", &MethodPage::rules, "deadlines, latest review, rounding"},
        Field{"statuses", &MethodPage::statuses, "the rules of a unit's status, in the order they are tried; absent without reviews"},
        Field{"rounds", &MethodPage::rounds, "the rounds and their days"},
        Field{"protection", &MethodPage::protection, "small groups: thresholds, who decided, what was withheld"},
        Field{"sources", &MethodPage::sources, "what was read"},
        Field{"version", &MethodPage::version, "program and release"}};
  }
};

struct IssueList {
  std::vector<Note> list;
  static constexpr auto fields() { return std::tuple{Field{"list", &IssueList::list, "each in a sentence"}}; }
};

struct AccessibilityPage {
  Shell shell;
  std::string lead;
  std::string conformance;
  std::optional<IssueList> issues;
  std::string assessment;
  std::string report;
  std::optional<Link> components;
  static constexpr auto fields() {
    return std::tuple{Field{"components", &AccessibilityPage::components, "the page of colours and parts"},
                      Field{"shell", &AccessibilityPage::shell, "what stands around the page"},
                      Field{"lead", &AccessibilityPage::lead, "who is behind the site and which law applies"},
                      Field{"conformance", &AccessibilityPage::conformance, "how far the site meets the law"},
                      Field{"issues", &AccessibilityPage::issues, "what does not, if anything is known"},
                      Field{"assessment", &AccessibilityPage::assessment, "how and when it was assessed"},
                      Field{"report", &AccessibilityPage::report, "where to report a fault"}};
  }
};

MethodPage method_page(const Context& context, const PageRef& ref);
AccessibilityPage accessibility_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
