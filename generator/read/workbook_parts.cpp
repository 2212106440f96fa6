#include "read/workbook_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "read/codes.hpp"
#include "read/encoding.hpp"

namespace lagesbild::read {

using std::size_t;

namespace {

struct Relationship {
  std::string kind;  // the last word of its type: the rest has one form for Excel and one for the standard
  std::string part;
};

std::string_view folder_of(std::string_view part) { return part.substr(0, part.rfind('/') == part.npos ? 0 : part.rfind('/') + 1); }

// "worksheets/sheet1.xml", "../x.xml" and "/xl/worksheets/sheet1.xml", as written in a file of `folder`, to a name in the package.
std::string resolved(std::string_view folder, std::string_view target) {
  std::string whole = (target.starts_with('/') || target.starts_with('\\')) ? std::string() : std::string(folder);
  whole += target;
  std::replace(whole.begin(), whole.end(), '\\', '/');
  std::vector<std::string_view> steps;
  for (std::string_view rest = whole; !rest.empty();) {
    const std::string_view step = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(step.size() + 1, rest.size()));
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
  }
  std::string name;
  for (const std::string_view step : steps) name.append(name.empty() ? "" : "/").append(step);
  return name;
}

class Relationships : public XmlHandler {
 public:
  explicit Relationships(std::string_view of_part) : folder_(folder_of(of_part)) {}
  std::map<std::string, Relationship, std::less<>> by_id;

  XmlNext start(std::string_view name, int depth, const XmlAttributes& attributes) override {
    if (depth != 2 || name != "Relationship" || attributes.text("TargetMode") == "External") return XmlNext::on;
    const std::string_view type = attributes.text("Type");
    by_id[std::string(attributes.text("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                 resolved(folder_, attributes.text("Target"))};
    return XmlNext::on;
  }
  std::string part_of(std::string_view kind) const {
    const auto found = std::find_if(by_id.begin(), by_id.end(), [kind](const auto& one) { return one.second.kind == kind; });
    return found == by_id.end() ? std::string() : found->second.part;
  }

 private:
  std::string folder_;
};

std::string relationships_part(std::string_view of_part) {
  const std::string_view folder = folder_of(of_part);
  return std::string(folder) + "_rels/" + std::string(of_part.substr(folder.size())) + ".rels";
}

class Workbook : public XmlHandler {
 public:
  Workbook(WorkbookParts& parts, const Relationships& relationships) : parts_(parts), relationships_(relationships) {}

  XmlNext start(std::string_view name, int depth, const XmlAttributes& attributes) override {
    if (depth == 2 && name == "workbookPr" && attributes.yes("date1904")) parts_.dates = DateSystem::from_1904;
    if (depth == 2 && name == "calcPr" && attributes.yes("fullCalcOnLoad")) parts_.formulas = WorkbookParts::Formulas::not_computed;
    if (depth == 2) in_sheets_ = name == "sheets";
    if (depth != 3 || !in_sheets_ || name != "sheet") return XmlNext::on;
    const std::string_view state = attributes.text("state");
    Sheet sheet{std::string(attributes.text("name")), state.empty() || state == "visible" ? Sheet::Shown::yes : Sheet::Shown::no, {}};
    const auto relationship = relationships_.by_id.find(attributes.text("id"));
    if (relationship == relationships_.by_id.end()) return XmlNext::broken;
    if (relationship->second.kind == "worksheet") sheet.part = relationship->second.part;
    parts_.sheets.push_back(std::move(sheet));
    return XmlNext::on;
  }

 private:
  WorkbookParts& parts_;
  const Relationships& relationships_;
  bool in_sheets_ = false;
};

class StringTable : public XmlHandler {
 public:
  explicit StringTable(size_t most) : most_(most) {}
  SharedStrings strings;
  bool too_many = false;

  XmlNext start(std::string_view name, int depth, const XmlAttributes& attributes) override {
    too_many = depth == 2 && name == "si" && strings.ends.size() == most_;
    if (depth > 2) one_.start(name, attributes);
    return too_many ? XmlNext::stop : XmlNext::on;
  }
  void text(std::string_view piece) override { one_.text(piece); }
  XmlNext end(std::string_view name, int depth) override {
    if (depth > 2) one_.end(name);
    if (depth != 2 || name != "si") return XmlNext::on;
    strings.text += one_.take();
    strings.ends.push_back(static_cast<std::uint32_t>(strings.text.size()));
    return XmlNext::on;
  }

 private:
  size_t most_;
  RichText one_;
};

// What people take for an Excel workbook.
std::optional<Code> other_kind(Package& package) {
  if (package.has("mimetype")) {
    std::optional<PackagePart> part = package.open_part("mimetype");
    std::array<char, 64> start{};
    const std::optional<size_t> came = part ? part->read(start.data(), start.size()) : std::nullopt;
    constexpr std::string_view spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";
    if (came && std::string_view(start.data(), *came).starts_with(spreadsheet)) return code::workbook_is_ods;
  }
  return package.has("_rels/.rels") || package.has_folder("xl/") ? std::nullopt : std::optional(code::workbook_is_archive);
}

}  // namespace

std::optional<WorkbookParts> read_workbook_parts(Package& package) {
  if (const auto other = other_kind(package)) {
    package.refuse(*other);
    return std::nullopt;
  }
  Relationships of_package("");
  if (!read_xml(package, "_rels/.rels", "Relationships", of_package)) return std::nullopt;
  const std::string workbook = of_package.part_of("officeDocument");
  const std::string folder(folder_of(workbook));
  if (workbook.empty() || folder == "word/" || folder == "ppt/" || folder == "visio/") {
    package.refuse(code::workbook_is_archive);
    return std::nullopt;
  }
  if (workbook.ends_with(".bin")) {
    package.refuse(code::workbook_is_xlsb);
    return std::nullopt;
  }
  Relationships of_workbook(workbook);
  if (!read_xml(package, relationships_part(workbook), "Relationships", of_workbook)) return std::nullopt;
  WorkbookParts parts;
  Workbook handler(parts, of_workbook);
  if (!read_xml(package, workbook, "workbook", handler)) return std::nullopt;
  parts.styles = of_workbook.part_of("styles");
  parts.strings = of_workbook.part_of("sharedStrings");
  return parts;
}

void RichText::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "rPh") phonetic_ = true;
  if (name != "t" || phonetic_) return;
  taking_ = true;
  run_ = text_.size();
  blanks_ = attributes.text("space") == "preserve" ? Blanks::kept : Blanks::dropped;
}

void RichText::end(std::string_view name) {
  if (name == "rPh") phonetic_ = false;
  if (name != "t" || !taking_) return;
  taking_ = false;
  if (blanks_ == Blanks::kept) return;
  constexpr std::string_view blank = " \t\r\n";
  text_.erase(std::max(run_, text_.find_last_not_of(blank) + 1));
  text_.erase(run_, std::min(text_.find_first_not_of(blank, run_), text_.size()) - run_);
}

std::string RichText::take() {
  taking_ = phonetic_ = false;
  std::string taken = without_escapes(text_);
  text_.clear();
  return taken;
}

std::string without_escapes(std::string_view text) {
  std::string out;
  size_t done = 0;
  for (size_t at = text.find("_x"); at != text.npos; at = text.find("_x", at)) {
    unsigned character = 0;
    const char* const figures = text.data() + at + 2;
    const bool whole =
        at + 7 <= text.size() && text[at + 6] == '_' && std::from_chars(figures, figures + 4, character, 16).ptr == figures + 4;
    if (!whole || (character >= 0xD800 && character < 0xE000)) {
      at += 2;
      continue;
    }
    out += text.substr(done, at - done);
    append_utf8(out, character);
    done = at += 7;
  }
  return out.append(text.substr(done));
}

std::optional<SharedStrings> read_shared_strings(Package& package, const std::string& part) {
  StringTable table(package.limits().strings);
  if (!part.empty() && !read_xml(package, part, "sst", table)) return std::nullopt;
  if (table.too_many) {
    package.refuse(code::workbook_too_many_strings, {{"limit", std::to_string(package.limits().strings)}});
    return std::nullopt;
  }
  return std::move(table.strings);
}

}  // namespace lagesbild::read
