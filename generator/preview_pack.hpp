// A fact check before publishing: a sheet a unit of what the site will say of it, made of the same judged release and put into a folder,
// whole or not at all. Nothing is entered in the ledger: nobody has been told anything yet.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>

#include "pipeline.hpp"

namespace lagesbild {

struct PreviewPackOrder {
  std::filesystem::path site;
  std::filesystem::path out;
  Date answer_by{};
  std::optional<Audience> audience = {};
  Language language = Language::sv;             // of the sheets, if the site has it; otherwise the site's first
  std::size_t threads = 1;
};

struct PreviewPackReport {
  Localized region;
  std::size_t sheets = 0;
  publish::Summary published;
};

// As of run(): after anything but `done` the folder is as it was.
Outcome write_preview_pack(const PreviewPackOrder& order, Effects& effects, Diagnostics& diagnostics, PreviewPackReport& report);

}  // namespace lagesbild
