// lagesbild audiences SITE: what each audience sees that another does not. An error when a narrower one sees what a wider does not.
#include "audiences.hpp"

#include <iostream>
#include <map>

#include "base/decimal.hpp"
#include "base/file.hpp"
#include "cli/codes.hpp"
#include "cli/commands.hpp"
#include "cli/world.hpp"

namespace lagesbild::cli {
namespace {

class Teller {
 public:
  explicit Teller(Language language) : language_(language) {}

  void tell(const Seen& seen) const {
    std::cout << audience_words(seen.audience, language_) << ": " << count(seen.pages.size(), "sidor", "pages") << ", "
              << count(seen.indicators.size(), "indikatorer", "indicators") << ", " << count(seen.tables.size(), "filer", "files") << ", "
              << count(seen.values(), "värden", "values") << "\n";
  }

  void tell(const Seen& wide, const Seen& narrow) const {
    const More more = more_of(wide, narrow);
    std::cout << "\n" << audience_words(wide.audience, language_) << word(", men inte ", ", but not ")
              << audience_words(narrow.audience, language_) << "\n";
    if (more.pages.empty() && more.indicators.empty() && more.tables.empty()) {
      std::cout << "  " << word("inget", "nothing") << "\n";
      return;
    }
    if (!more.pages.empty()) std::cout << "  " << count(more.pages.size(), "sidor", "pages") << ": " << pages(more.pages) << "\n";
    if (!more.indicators.empty()) {
      std::cout << "  " << count(more.indicators.size(), "indikatorer", "indicators") << ": " << joined(more.indicators) << "\n";
    }
    for (const MoreOfTable& table : more.tables) {
      std::cout << "  " << table.dataset << ".csv: ";
      if (table.rows > 0) std::cout << count(table.rows, "rader", "rows") << ", ";
      std::cout << count(table.values, "värden", "values");
      if (!table.fields.empty()) std::cout << word(", fälten ", ", the fields ") << joined(table.fields);
      std::cout << "\n";
    }
  }

 private:
  const char* word(const char* swedish, const char* english) const { return language_ == Language::sv ? swedish : english; }
  std::string count(std::size_t n, const char* swedish, const char* english) const {
    return Decimal::whole(static_cast<std::int64_t>(n)).text(language_) + " " + word(swedish, english);
  }

  static std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all.append(all.empty() ? "" : ", ").append(name);
    return all;
  }

  // Those in a folder as their number.
  static std::string pages(const std::vector<std::string>& paths) {
    std::map<std::string, int> folders;
    std::vector<std::string> names;
    for (const std::string& path : paths) {
      const std::size_t slash = path.find('/');
      if (slash == std::string::npos) names.push_back(path);
      else ++folders[path.substr(0, slash + 1)];
    }
    for (const auto& [folder, n] : folders) names.push_back(folder + " " + std::to_string(n));
    return joined(names);
  }

  Language language_;
};

}  // namespace

int audiences(const Common& common, AsJson as_json) {
  World world{common};
  Effects& effects = world.effects;
  Diagnostics diagnostics;
  std::optional<Judged> judged;
  const Outcome outcome = judge(common.site, Audience::management, effects, diagnostics, judged);
  if (!judged) {
    print(std::cerr, diagnostics, common.language);
    return exit_code(outcome);
  }
  const std::vector<Seen> all = look_as_each(*judged, diagnostics);
  const Teller teller{common.language};
  if (as_json == AsJson::yes) std::cout << audiences_json(*judged, all);
  else for (const Seen& one : all) teller.tell(one);
  for (std::size_t wide = 1; wide < all.size(); ++wide) {
    for (std::size_t narrow = 0; narrow < wide; ++narrow) {
      if (as_json == AsJson::no) teller.tell(all[wide], all[narrow]);
      for (const std::string& what : not_nested(all[wide], all[narrow])) {
        diagnostics.error(code::audience_sees_more, {}, {{"narrow", std::string{to_string(all[narrow].audience)}},
                                                         {"wide", std::string{to_string(all[wide].audience)}}, {"what", what}});
      }
    }
  }
  print(std::cerr, diagnostics, common.language);
  return diagnostics.has_errors() ? exit_input : exit_done;
}

}  // namespace lagesbild::cli
