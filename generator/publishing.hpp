// A built site to the places that site.yaml names, when nothing speaks against it. What was checked when it was built is asked of the bytes
// that lie there now, once more: that they are those that were built, that pages and links are whole, that no file tells who somebody is,
// that nothing withheld can be computed from its numbers, and that it does not differ more from what readers see than site.yaml allows.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "pipeline.hpp"
#include "publish/deliver.hpp"
#include "source/site.hpp"

namespace lagesbild {

struct PublishOrder {
  std::filesystem::path site;                       // the folder with site.yaml
  std::filesystem::path from;                       // the folder of the built site
  std::optional<std::filesystem::path> ledger = {};  // nothing: beside `from`
  std::vector<std::string> targets = {};            // ids; empty: all
  publish::DryRun dry_run = publish::DryRun::no;
  std::string accept_changes = {};                  // why it may differ more than allowed; empty: it may not
  std::size_t threads = 1;
};

// How much of what readers see would be another, in per cent of the rows of the files to download.
struct Difference {
  std::size_t rows = 0;                             // of the release before
  std::size_t changed = 0;                          // other values, or withheld or shown as they were not before
  std::size_t removed = 0;
  std::size_t added = 0;
};

struct TargetReport {
  std::string id;
  std::string shown_as;
  std::optional<publish::Delivery> delivery;        // nothing: it failed, as the diagnostics say
  std::optional<Difference> difference;             // nothing: there was no release before
};

struct PublishReport {
  std::string release;
  std::vector<TargetReport> targets;                // in the order of site.yaml
};

// One target that fails does not keep the others from being published. After anything but `done` at least one shows what it showed before.
Outcome publish_site(const PublishOrder& order, Effects& effects, Diagnostics& diagnostics, PublishReport& report);

// Every target back to the release that it showed before.
Outcome roll_back(const PublishOrder& order, Effects& effects, Diagnostics& diagnostics, PublishReport& report);

}  // namespace lagesbild
