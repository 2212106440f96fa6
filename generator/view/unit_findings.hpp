// What is said of units in somebody's own words: what inspectors noted at the latest review, what a unit has done that others may borrow,
// and what it says itself. Only what somebody has approved is here, so a missing sentence says nothing about the unit; themes are headings
// and need no approval. The words are Swedish in every language.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct FindingLine {
  std::string kind;
  std::string words;
  static constexpr auto fields() {
    return std::tuple{Field{"kind", &FindingLine::kind, "strength, weakness or suggestion"},
                      Field{"words", &FindingLine::words, "the approved sentences, in Swedish"}};
  }
};

struct AreaFindings {
  std::string area;
  std::vector<FindingLine> lines;
  static constexpr auto fields() {
    return std::tuple{Field{"area", &AreaFindings::area, "letter and name; of none: in general"},
                      Field{"lines", &AreaFindings::lines, "one a finding"}};
  }
};

struct MoreFindings {
  std::vector<AreaFindings> areas;
  static constexpr auto fields() { return std::tuple{Field{"areas", &MoreFindings::areas, "those after the first ones"}}; }
};

struct ThemeLine {
  std::string kind;
  std::string themes;
  static constexpr auto fields() {
    return std::tuple{Field{"kind", &ThemeLine::kind, "weaknesses, strengths or suggestions"},
                      Field{"themes", &ThemeLine::themes, "letter of the area and the theme, in Swedish"}};
  }
};

struct UnitFindings {
  std::vector<ThemeLine> themes;
  bool has_words = false;
  std::vector<AreaFindings> areas;
  std::optional<MoreFindings> more;
  static constexpr auto fields() {
    return std::tuple{Field{"themes", &UnitFindings::themes, "what the findings are about, one a kind"},
                      Field{"has_words", &UnitFindings::has_words, "some sentence is approved"},
                      Field{"areas", &UnitFindings::areas, "the first findings, by area"},
                      Field{"more", &UnitFindings::more, "the others, where they are too many for a printed page"}};
  }
};

struct UnitExample {
  std::string title;
  std::string words;
  std::optional<Link> unit = {};
  static constexpr auto fields() {
    return std::tuple{Field{"unit", &UnitExample::unit, "whose it is, on another page than its own"},
                      Field{"title", &UnitExample::title, "what it is about, in Swedish"},
                      Field{"words", &UnitExample::words, "the approved sentences, in Swedish"}};
  }
};

struct UnitExamples {
  std::vector<UnitExample> examples;
  std::optional<Link> all = {};
  static constexpr auto fields() {
    return std::tuple{Field{"examples", &UnitExamples::examples, "one a good example"},
                      Field{"all", &UnitExamples::all, "the page of all of them, where these are of other units"}};
  }
};

struct UnitComment {
  std::string date;
  std::string by;
  std::string words;
  static constexpr auto fields() {
    return std::tuple{Field{"date", &UnitComment::date, "when the unit wrote it"},
                      Field{"by", &UnitComment::by, "in which role it was written; the unit's where nobody says"},
                      Field{"words", &UnitComment::words, "the approved sentences, in Swedish"}};
  }
};

struct AreaTheme {
  std::string theme;
  std::string weaknesses;
  std::string strengths;
  std::string suggestions;
  static constexpr auto fields() {
    return std::tuple{Field{"theme", &AreaTheme::theme, "in Swedish"},
                      Field{"weaknesses", &AreaTheme::weaknesses, "units where it was noted as one at the latest review"},
                      Field{"strengths", &AreaTheme::strengths, "as weaknesses"},
                      Field{"suggestions", &AreaTheme::suggestions, "as weaknesses"}};
  }
};

struct AreaThemes {
  std::string finding;
  std::vector<AreaTheme> rows;
  Link all;
  static constexpr auto fields() {
    return std::tuple{Field{"all", &AreaThemes::all, "the page of all themes"},
                      Field{"finding", &AreaThemes::finding, "the most common weakness, in a sentence"},
                      Field{"rows", &AreaThemes::rows, "most units first"}};
  }
};

// Nothing where nothing is approved.
std::optional<UnitFindings> unit_findings(const Context& context, std::size_t unit);
std::optional<UnitComment> unit_comment(const Context& context, std::size_t unit);
std::optional<UnitExamples> unit_examples(const Context& context, std::size_t unit);

// Of another unit than the page is about. Addresses are from a page one folder down.
UnitExample example_of_another(const Context& context, const disclosure::ApprovedExample& one);
Link to_all_examples(const Context& context);

// Of any unit, from an area's page.
std::optional<UnitExamples> area_examples(const Context& context, std::size_t area);
std::optional<AreaThemes> area_themes(const Context& context, std::size_t area);

}  // namespace lagesbild::view
