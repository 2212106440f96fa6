#include "compare/package.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "compare/codes.hpp"
#include "read/codes.hpp"
#include "read/encoding.hpp"

namespace lagesbild::compare {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_bytes = std::size_t{16} << 20;
constexpr int most_depth = 16;  // our deepest has 6

std::optional<Json> parse(const std::string& file, std::string_view text, Diagnostics& diagnostics) {
  if (text.size() > most_bytes) {
    diagnostics.error(code::file_too_large, {file, 0, 0}, {{"limit", std::to_string(most_bytes)}, {"seen", std::to_string(text.size())}});
    return std::nullopt;
  }
  std::vector<std::set<std::string>> open;  // the names of each object
  std::optional<std::string> twice;
  bool too_deep = false;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
    too_deep = too_deep || depth > most_depth;
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second) twice = parsed.get<std::string>();
    return true;
  };
  try {
    Json json = Json::parse(text.begin(), text.end(), watch);
    if (too_deep) diagnostics.error(code::json_too_deep, {file, 0, 0}, {{"limit", std::to_string(most_depth)}});
    else if (twice) diagnostics.error(code::diff_json_form, {file, 0, 0}, {{"key", *twice}});
    else return json;
  } catch (const Json::parse_error& error) {
    const std::size_t at = std::min(error.byte == 0 ? 0 : error.byte - 1, text.size());
    read::SpotFinder spot{text};
    spot.move_to(at);
    diagnostics.error(code::diff_json_broken, {file, spot.line(), spot.column()}, {}, read::excerpt_at(text, at));
  } catch (const Json::exception&) {  // a number that no type can hold
    diagnostics.error(code::diff_json_broken, {file, 0, 0});
  }
  return std::nullopt;
}

// The members of an object, each asked for by name; what is missing or has another form is complained about.
class Members {
 public:
  Members(const Json& json, std::string file, std::string where, Diagnostics& diagnostics)
      : json_(json), file_(std::move(file)), where_(std::move(where)), diagnostics_(diagnostics) {
    if (!json.is_object()) complain({});
  }

  bool has(const char* key) const { return json_.is_object() && json_.contains(key); }

  std::string text(const char* key) const {
    if (has(key) && json_[key].is_string()) {
      auto value = json_[key].get<std::string>();
      if (!read::find_unfit(value)) return value;
    }
    complain(key);
    return {};
  }
  std::string text_if_told(const char* key) const { return has(key) ? text(key) : std::string{}; }

  std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> all;
    if (!has(key)) return all;
    if (!json_[key].is_array()) complain(key);
    else for (const Json& one : json_[key]) one.is_string() ? all.push_back(one.get<std::string>()) : complain(key);
    return all;
  }

  Members object(const char* key) const { return {has(key) ? json_[key] : missing_, file_, path(key), diagnostics_}; }

  // `read` makes an item of each object in the list.
  template <class Item, class Read>
  std::vector<Item> list(const char* key, Read read) const {
    std::vector<Item> items;
    if (!has(key) || !json_[key].is_array()) {
      complain(key);
      return items;
    }
    for (const Json& one : json_[key]) items.push_back(read(Members{one, file_, path(key), diagnostics_}));
    return items;
  }

  void complain(const std::string& key) const { diagnostics_.error(code::diff_json_form, {file_, 0, 0}, {{"key", path(key)}}); }

 private:
  std::string path(const std::string& key) const { return where_.empty() || key.empty() ? where_ + key : where_ + "." + key; }

  static inline const Json missing_{};
  const Json& json_;
  std::string file_;
  std::string where_;
  Diagnostics& diagnostics_;
};

Field read_field(const Members& one) {
  Field field{one.text("name"), one.text("title"), Field::Kind::text};
  const std::string type = one.text("type");
  if (type == "integer" || type == "number") field.kind = Field::Kind::number;
  if (one.has("constraints") && one.object("constraints").texts("enum") == std::vector<std::string>{"A", "B", "C", "D"}) {
    field.kind = Field::Kind::grade;
  }
  return field;
}

void read_key(const Members& schema, Resource& resource) {
  const bool unique = schema.has("primaryKey");
  const char* const called = unique ? "primaryKey" : "lagesbildKey";
  for (const std::string& name : schema.texts(called)) {
    const auto found = std::find_if(resource.fields.begin(), resource.fields.end(), [&](const Field& one) { return one.name == name; });
    if (found == resource.fields.end()) return schema.complain(called);
    resource.key.push_back(static_cast<std::size_t>(found - resource.fields.begin()));
    resource.key_is = unique ? Resource::Key::unique : Resource::Key::may_repeat;
  }
}

Resource read_resource(const Members& one) {
  Resource resource;
  resource.name = one.text("name");
  resource.path = one.text("path");
  const bool is_name = !resource.path.empty() && resource.path.front() != '.' && resource.path.find_first_of("/\\") == std::string::npos;
  if (!is_name) one.complain("path");  // a package that somebody made leads nowhere else
  resource.title = one.text("title");
  const std::string hash = one.text_if_told("hash");
  if (hash.starts_with("sha256:")) resource.sha256 = hash.substr(7);
  const Members schema = one.object("schema");
  resource.fields = schema.list<Field>("fields", read_field);
  read_key(schema, resource);
  if (!schema.has("foreignKeys")) return resource;
  schema.list<int>("foreignKeys", [&](const Members& foreign) {
    const std::string field = foreign.text("fields");
    for (std::size_t i = 0; i < resource.fields.size() && foreign.object("reference").text("resource") == "units"; ++i) {
      if (resource.fields[i].name == field) resource.unit = i;
    }
    return 0;
  });
  return resource;
}

}  // namespace

std::optional<ReleaseFile> read_release(const std::string& folder, const std::string& file, std::string_view text,
                                        Diagnostics& diagnostics) {
  const auto json = parse(file, text, diagnostics);
  if (!json) return std::nullopt;
  const std::size_t errors = diagnostics.errors();
  const Members members{*json, file, "", diagnostics};
  if (!members.has("generator") || members.text("generator") != "lagesbild") {
    diagnostics.error(code::diff_not_a_site, {}, {{"path", folder}});
    return std::nullopt;
  }
  ReleaseFile release{members.text("site"), members.text("release"), members.text("version"), members.text("as_of")};
  if (diagnostics.errors() > errors) return std::nullopt;
  return release;
}

std::optional<Package> read_package(const std::string& file, std::string_view text, Diagnostics& diagnostics) {
  const auto json = parse(file, text, diagnostics);
  if (!json) return std::nullopt;
  const std::size_t errors = diagnostics.errors();
  const Members members{*json, file, "", diagnostics};
  Package package;
  const Members about = members.object("lagesbild");
  package.language = about.text_if_told("language");
  package.region = about.has("region") ? about.text("region") : members.text("title");
  package.notice = about.text_if_told("notice");
  package.audience = about.text_if_told("audience");
  if (about.has("settings")) package.settings = about.text("settings");
  if (about.has("sources")) {
    package.sources = about.list<Source>("sources", [](const Members& one) {
      return Source{one.text("dataset"), one.text("title"), one.text("location"), one.text("updated"), one.text("sha256")};
    });
  }
  if (about.has("definitions")) {
    package.definitions = about.list<Definition>("definitions", [](const Members& one) {
      return Definition{one.text("id"), one.text("dataset"), one.text("sha256"), one.text_if_told("title")};
    });
  }
  package.resources = members.list<Resource>("resources", read_resource);
  if (diagnostics.errors() > errors) return std::nullopt;
  return package;
}

}  // namespace lagesbild::compare
