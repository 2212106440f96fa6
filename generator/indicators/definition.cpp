#include "indicators/definition.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/yaml.hpp"
#include "indicators/codes.hpp"
#include "indicators/condition.hpp"
#include "indicators/requirement.hpp"

namespace lagesbild::indicators {
namespace {

template <class Enum>
Enum enum_of(const std::string& word, std::initializer_list<std::string_view> words) {
  const auto* found = std::find(words.begin(), words.end(), word);
  return static_cast<Enum>(found == words.end() ? 0 : found - words.begin());
}

class DefinitionReader {
 public:
  DefinitionReader(const yaml::Document& document, yaml::Reader& reader, const std::vector<model::Dataset>& datasets,
                   const model::Framework& framework, Date as_of, Diagnostics& diagnostics)
      : document_(document), reader_(reader), datasets_(datasets), framework_(framework), as_of_(as_of), diagnostics_(diagnostics) {}

  Definition read(const std::string& id) {
    found_.id = reader_.text("id");
    if (found_.id != id) reader_.complain("id", code::indicator_id, {{"seen", found_.id}, {"expected", id}});
    found_.name = localized("name");
    found_.question = localized("question");
    found_.why = localized("why");
    found_.rule = localized("rule");
    found_.counted = localized("counted");
    read_area();
    read_count();
    read_direction();
    read_series();
    read_care();
    reader_.finish();
    return std::move(found_);
  }

 private:
  Localized localized(std::string_view key) { return read_localized(document_, reader_, key, diagnostics_); }

  void read_area() {
    if (!reader_.has("area")) return;
    const std::string letter = reader_.text("area");
    found_.area = framework_.area_index(letter);
    if (found_.area) return;
    found_.area = 0;  // said once is enough
    std::string letters;
    for (const model::Area& area : framework_.areas) letters += (letters.empty() ? "" : ", ") + area.letter;
    reader_.complain("area", code::indicator_area, {{"seen", letter}, {"areas", letters}});
  }

  // Dataset, kind, and what is counted by them.
  void read_count() {
    const std::string dataset = reader_.one_of("dataset", {"reviews", "units", "annual_reports", "survey"});
    found_.source = enum_of<Source>(dataset, {"reviews", "units", "annual_reports", "survey"});
    found_.kind = enum_of<Kind>(reader_.one_of("kind", {"share", "grade_share", "count", "mean", "months", "days"}),
                                {"share", "grade_share", "count", "mean", "months", "days"});
    ConditionReader conditions{document_, {found_.source, found_.area, datasets_, framework_}, diagnostics_};
    if (has_values(found_.kind)) {
      if (const yaml::Node* node = reader_.map("value")) found_.value = conditions.subject_alone(*node);
      expect_unit_of_time();
    } else {
      if (const yaml::Node* node = reader_.map("numerator")) found_.numerator = conditions.read(*node);
      if (const yaml::Node* node = reader_.map("denominator")) found_.denominator = conditions.read(*node);
      expect_one_question(dataset);
      const auto graded = [](const Condition& one) { return one.subject.type == model::FieldType::grade; };
      if (!found_.area && (graded(found_.numerator) || graded(found_.denominator))) reader_.complain("kind", code::indicator_grade_area);
      const bool half = (found_.numerator.test == Condition::Test::sum) != (found_.denominator.test == Condition::Test::sum);
      if (half && is_share(found_.kind)) reader_.complain("denominator", code::indicator_half_sum);
    }
    found_.now_only = conditions.now_only();
    const bool grade = found_.numerator.subject.name == "grade" && found_.denominator.subject.name == "grade";
    if (found_.kind == Kind::grade_share && !grade) {
      reader_.complain("kind", code::indicator_kind_field, {{"kind", "grade_share"}, {"expected", "grade"}});
    }
  }

  // Months and days are not just any number.
  void expect_unit_of_time() {
    const std::string expected = found_.kind == Kind::months ? "age_months" : "days_to_plan";
    if (!is_median(found_.kind) || found_.value.name == expected || found_.value.name.empty()) return;
    reader_.complain("kind", code::indicator_kind_field,
                     {{"kind", found_.kind == Kind::months ? "months" : "days"}, {"expected", expected}});
  }

  // What a person answered to two questions is not kept together, see model::ReportGroup.
  void expect_one_question(const std::string& dataset) {
    const Subject& a = found_.numerator.subject;
    const Subject& b = found_.denominator.subject;
    if (!about_persons(found_.source) || a.name.empty() || b.name.empty()) return;
    if (a.name != b.name || a.role != b.role) reader_.complain("denominator", code::indicator_joint, {{"dataset", dataset}});
  }

  void read_direction() {
    found_.better = enum_of<Better>(reader_.one_of("better", {"higher", "lower", "none"}), {"higher", "lower", "none"});
    if (const yaml::Node* node = reader_.map_or_none("target")) found_.target = read_target(document_, *node, found_.kind, diagnostics_);
    if (const yaml::Node* node = reader_.map_or_none("near")) read_near(*node);
  }

  void read_near(const yaml::Node& node) {
    yaml::Reader reader{document_, node, diagnostics_};
    found_.near = Near{reader.integer("closer_than", 1, 1'000'000), read_localized(document_, reader, "why", diagnostics_)};
    reader.finish();
    if (!limit_of(found_)) reader_.complain("near", code::indicator_near);
  }

  void read_series() {
    if (reader_.has("since")) found_.since = static_cast<int>(reader_.integer("since", 1990, 2100));
    if (const yaml::Node* list = reader_.list_or_none("breaks")) found_.breaks = read_breaks(document_, *list, diagnostics_);
  }

  // Who answers for it, and until when. Published: by one, checked by another.
  void read_care() {
    found_.audience = read_audience(reader_, "class");
    const std::string status = reader_.one_of("status", {"draft", "published", "archived"});
    found_.publication = enum_of<Publication>(status, {"draft", "published", "archived"});
    found_.author = localized("author");
    found_.review_by = reader_.date("review_by").value_or(as_of_);
    const bool published = found_.publication == Publication::published;
    if (published || reader_.has("checked_by")) found_.checked_by = localized("checked_by");
    found_.checked_on = published ? reader_.date("checked_on") : reader_.date_or_none("checked_on");
    if (found_.publication == Publication::archived) found_.archived_because = localized("archived_because");
    const auto same = [](const std::string& a, const std::string& b) { return !a.empty() && fold(a) == fold(b); };
    if (same(found_.author.sv, found_.checked_by.sv) || same(found_.author.en, found_.checked_by.en)) {
      reader_.complain("checked_by", code::indicator_same_checker);
    }
    if (found_.publication != Publication::archived && found_.review_by < as_of_) {
      diagnostics_.warning(code::indicator_look_again, reader_.place("review_by"),
                           {{"date", to_string(found_.review_by)}, {"as_of", to_string(as_of_)}},
                           document_.excerpt(reader_.place("review_by").line));
    }
  }

  // Blanks and capitals do not make another person.
  static std::string fold(const std::string& name) { return slug(name); }

  const yaml::Document& document_;
  yaml::Reader& reader_;
  const std::vector<model::Dataset>& datasets_;
  const model::Framework& framework_;
  Date as_of_;
  Diagnostics& diagnostics_;
  Definition found_;
};

}  // namespace

bool Condition::holds(std::int64_t value) const {
  switch (test) {
    case Test::one_of: return std::find(values.begin(), values.end(), value) != values.end();
    case Test::at_least: return value >= limit;
    case Test::at_most: return value <= limit;
    default: return true;
  }
}

Target read_target(const yaml::Document& document, const yaml::Node& node, Kind kind, Diagnostics& diagnostics) {
  yaml::Reader reader{document, node, diagnostics};
  Target target;
  target.at_least = !reader.has("at_most");
  const std::int64_t most = is_share(kind) ? 100 : 1'000'000;
  const std::string_view key = target.at_least ? "at_least" : "at_most";
  target.limit = kind == Kind::mean ? std::llround(reader.number(key, 0, 1'000'000) * 100) : reader.integer(key, 0, most);
  target.source = read_localized(document, reader, "source", diagnostics);
  reader.finish();
  return target;
}

std::vector<Break> read_breaks(const yaml::Document& document, const yaml::Node& list, Diagnostics& diagnostics) {
  std::vector<Break> breaks;
  for (const yaml::Node& item : list.items) {
    yaml::Reader entry{document, item, diagnostics};
    if (!entry) continue;
    breaks.push_back({entry.date("from").value_or(Date{}), read_localized(document, entry, "why", diagnostics)});
    entry.finish();
  }
  const auto later = [](const Break& a, const Break& b) { return a.from >= b.from; };
  if (std::adjacent_find(breaks.begin(), breaks.end(), later) != breaks.end()) {
    diagnostics.error(code::indicator_breaks, document.place(list), {}, document.excerpt(list.line));
  }
  return breaks;
}

std::size_t segment(const Definition& definition, Date day) {
  std::size_t before = 0;
  while (before < definition.breaks.size() && definition.breaks[before].from <= day) ++before;
  return before;
}

std::optional<Definition> read_definition(const std::string& file, std::string text, const std::string& id,
                                          const std::vector<model::Dataset>& datasets, const model::Framework& framework, Date as_of,
                                          Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  std::string hash = sha256_hex(text);
  const auto document = yaml::parse(file, std::move(text), diagnostics);
  if (!document) return std::nullopt;
  yaml::Reader reader{*document, document->root, diagnostics};
  if (!reader) return std::nullopt;
  Definition definition = DefinitionReader{*document, reader, datasets, framework, as_of, diagnostics}.read(id);
  if (diagnostics.errors() != before) return std::nullopt;
  definition.sha256 = std::move(hash);
  return definition;
}

}  // namespace lagesbild::indicators
