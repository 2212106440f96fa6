// What a build reads besides the datasets: framework, policy, indicators, texts, templates, assets; and what the pages say about the
// site itself. All of it goes into the release id, so that the same input has the same id and any change has another.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "design/logo.hpp"
#include "design/pairs.hpp"
#include "design/tokens.hpp"
#include "disclosure/policy.hpp"
#include "fetch/fetch.hpp"
#include "indicators/definition.hpp"
#include "indicators/follow_up.hpp"
#include "indicators/groups.hpp"
#include "indicators/settings.hpp"
#include "model/approval.hpp"
#include "model/dataset.hpp"
#include "model/framework.hpp"
#include "render/template_set.hpp"
#include "source/site.hpp"
#include "view/site_info.hpp"
#include "view/texts.hpp"

namespace lagesbild {

// What the data are: the checklist and the datasets.
struct Descriptions {
  model::Framework framework;
  std::vector<model::Dataset> datasets;                     // by name of the file
};

struct Content : Descriptions {
  disclosure::Policy policy;
  std::vector<indicators::Definition> definitions;          // by name of the file
  std::vector<indicators::GroupRule> groups;                // of the site's own
  indicators::Settings settings;
  indicators::FollowUp follow_up;
  std::vector<model::Approval> approvals;                   // of sentences of free text
  std::string settings_sha256;                              // of the files of settings and groups
  std::vector<view::Texts> texts;                           // by the site's languages
  std::vector<render::TemplateSet> templates;               // the same
  std::vector<std::pair<std::string, std::string>> assets;  // name, bytes
  design::Look look;                                        // of the site's style and its own theme
  design::Pairs pairs;
  std::string chart_style;                                  // for charts in files of their own
  std::vector<std::pair<std::string, std::string>> logos;   // as assets: light, and dark if there is one
  std::optional<view::LogoInfo> logo;
  std::string theme;                                        // the file for the site; empty: it has none
  std::string fingerprint;
};

// Nothing after an error. Templates are held against the structs of view/.
std::optional<Content> read_content(const source::Site& site, Disk& disk, Diagnostics& diagnostics);

// Only those of the folder content/common. Nothing after an error.
std::optional<Descriptions> read_descriptions(const std::filesystem::path& common, const std::string& framework, Disk& disk,
                                              Diagnostics& diagnostics);

// The words and the templates with them in place, in a language that the site may not have itself. Nothing after an error.
struct Wording {
  view::Texts texts;
  render::TemplateSet templates;
};
std::optional<Wording> read_wording(const source::Site& site, Language language, Disk& disk, Diagnostics& diagnostics);

view::SiteInfo describe(const source::Configuration& configuration, const std::vector<fetch::Copy>& copies, const Content& content);

// The text of release.json, by which a published folder is known as ours.
std::string release_file(const source::Site& site, const view::SiteInfo& info);

}  // namespace lagesbild
