// Every file of the page Data, in every form that it is offered in. What stands in view/data_files() is text; here it is packed as well.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "view/shell.hpp"

namespace lagesbild::bundle {

// `content`: what a file says that none before it has said, if nobody can read its bytes as they are; the bytes themselves for one that is
// text. Whoever has looked through all contents has seen all that leaves. Gone after the call.
using Sink = std::function<void(std::string_view path, std::string_view bytes, std::string_view content)>;

inline constexpr std::string_view archive_path = "data/allt.zip";

// What was made, in the order of the calls. The same in every language; `context` is of the site's first. `licence`: as in site.yaml.
// Fails with workbook-not-made.
Result<std::vector<view::FileInfo>> make_files(const view::Context& context, const std::string& licence, const Sink& sink);

}  // namespace lagesbild::bundle
