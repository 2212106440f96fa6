// lagesbild template DATASET: an Excel file to collect the dataset with. With a site, its lists hold what the region knows.
#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/world.hpp"
#include "collect/codes.hpp"
#include "collect/template.hpp"
#include "content.hpp"
#include "read/facts.hpp"
#include "source/site.hpp"

namespace lagesbild::cli {
namespace {

namespace fs = std::filesystem;
using collect::Offer;
using collect::Offers;

constexpr const char* common_folder = "content/common";  // below the folder that we stand in, when no site says where it is

class TemplateCommand {
 public:
  TemplateCommand(const Common& common, const TemplateOrder& order) : common_(common), order_(order) {}

  int run() {
    const int code = write();
    print(std::cerr, diagnostics_, common_.language);
    if (code == exit_usage && described_ && dataset() == nullptr) list_datasets();
    return code;
  }

 private:
  int write() {
    if (!describe()) return exit_input;
    const model::Dataset* wanted = dataset();
    if (wanted == nullptr) return unknown_dataset();
    const fs::path file = order_.out.empty() ? fs::path{order_.dataset + (swedish() ? "" : "-en") + ".xlsx"} : fs::path{order_.out};
    std::error_code ignored;
    if (order_.overwrite == Overwrite::no && fs::exists(fs::symlink_status(file, ignored))) {
      diagnostics_.error(code::template_exists, {}, {{"path", file.string()}});
      return exit_usage;
    }
    const auto written = collect::write_workbook({*wanted, common_.language, offers(*wanted)}, file);
    if (!written) {
      diagnostics_.add(written.failure().diagnostic());
      return exit_world;
    }
    std::cout << file.string() << (swedish() ? ": mall för " : ": template for ") << wanted->title.in(common_.language) << ", "
              << wanted->fields.size() << (swedish() ? " kolumner" : " columns") << "\n";
    return exit_done;
  }

  bool swedish() const { return common_.language == Language::sv; }

  // The descriptions, by the site's framework or by the newest one.
  bool describe() {
    fs::path folder = common_folder;
    std::string framework;
    if (!common_.site.empty()) {
      configuration_ = source::load(common_.site, day_of(RealClock{}.now()), disk_, diagnostics_);
      if (!configuration_) return false;
      folder = configuration_->site.common;
      framework = configuration_->site.framework;
    } else {
      const auto names = disk_.list(folder / "frameworks");
      if (!names || names.value().empty()) {
        diagnostics_.error(code::template_no_content, {}, {{"path", folder.string()}});
        return false;
      }
      framework = fs::path{names.value().back()}.stem().string();
    }
    described_ = read_descriptions(folder, framework, disk_, diagnostics_);
    return described_.has_value();
  }

  const model::Dataset* dataset() const {
    const auto& all = described_->datasets;
    const auto wanted = [&](const model::Dataset& one) { return one.id == order_.dataset && !one.computed; };
    const auto found = std::find_if(all.begin(), all.end(), wanted);
    return found == all.end() ? nullptr : &*found;
  }

  int unknown_dataset() {
    std::vector<std::string_view> ids;
    for (const model::Dataset& one : described_->datasets) if (!one.computed) ids.push_back(one.id);
    diagnostics_.error(code::template_unknown_dataset, {},
                       {{"seen", order_.dataset}, {"like", std::string{did_you_mean(order_.dataset, ids)}}});
    return exit_usage;
  }

  void list_datasets() const {
    for (const model::Dataset& one : described_->datasets) {
      if (one.computed) continue;
      std::cerr << "  " << std::left << std::setw(22) << one.id << one.title.in(common_.language) << "\n";
    }
  }

  Offers offers(const model::Dataset& wanted) {
    Offers all;
    all["framework"].values = {described_->framework.id};
    for (const model::Area& area : described_->framework.areas) {
      all["area"].values.push_back(area.letter);
      all["area"].stand_for.push_back(area.name.in(common_.language));
    }
    if (!configuration_) return all;
    for (const source::Period& round : configuration_->site.rounds) all["round"].values.push_back(round.id);
    for (const source::Group& forum : configuration_->site.forums) all["forum"].values.push_back(forum.name.in(common_.language));
    offer_known(wanted, all);
    return all;
  }

  // Units and statements that rows of the dataset point at. New ones may come, so others are doubted only.
  void offer_known(const model::Dataset& wanted, Offers& all) {
    std::optional<model::Facts> facts;
    for (const model::Field& field : wanted.fields) {
      const bool unit = field.refers_to == "units.unit_id";
      if (field.type == model::FieldType::ids || (!unit && field.refers_to != "statements.statement")) continue;
      if (!facts) facts = read_known();
      std::vector<std::pair<std::string, std::string>> known;  // what it is called, its id
      for (const model::Unit& one : facts->units) if (unit) known.emplace_back(one.name, one.id.value());
      for (const model::Statement& one : facts->statements) if (!unit) known.emplace_back(one.wording.in(common_.language), one.id);
      const SwedishOrder order;
      const auto before = [&](const auto& a, const auto& b) { return order.key(a.first) < order.key(b.first); };
      if (unit) std::sort(known.begin(), known.end(), before);  // statements stay in the order that they are asked in
      Offer& offer = all[field.name] = {{}, Offer::Others::doubted, {}};
      for (auto& [name, id] : known) {
        offer.values.push_back(std::move(id));
        offer.stand_for.push_back(std::move(name));
      }
    }
  }

  // As much as can be read: a template must come out also while the region's data have faults.
  model::Facts read_known() {
    World world{common_};
    Effects& effects = world.effects;
    Diagnostics found;
    source::Configuration some = *configuration_;
    std::erase_if(some.sources, [](const source::Source& one) { return one.dataset != "units" && one.dataset != "statements"; });
    auto copies = fetch::fetch_all(some, {}, effects, found);
    model::Facts facts = read::read_facts(copies, some.site, described_->framework, described_->datasets, found);
    if (found.has_errors()) diagnostics_.warning(code::template_lists_incomplete, {}, {{"site", common_.site}});
    return facts;
  }

  const Common& common_;
  const TemplateOrder& order_;
  RealDisk disk_;
  Diagnostics diagnostics_;
  std::optional<source::Configuration> configuration_;
  std::optional<Descriptions> described_;
};

}  // namespace

int write_template(const Common& common, const TemplateOrder& order) { return TemplateCommand{common, order}.run(); }

}  // namespace lagesbild::cli
