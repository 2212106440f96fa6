// The sheets of a fact check, on all cores, and the list of them: pages that stand alone, outside the site. They have no style here; who
// takes the pages puts it in, before the end of their head, after they have been checked.
#pragma once
#include <cstddef>

#include "base/diagnostics.hpp"
#include "render/contract.hpp"
#include "render/site.hpp"
#include "view/page_sheet.hpp"

namespace lagesbild::render {

inline constexpr std::string_view end_of_head = "</head>";

// Holds the templates against their structs, as check_templates does for the site's.
void check_pack_templates(const TemplateSet& templates, Contract& contract, Diagnostics& diagnostics);

// Order of calls is not fixed; the list comes from thread 0.
void render_pack(const Edition& edition, const view::PackOrder& order, std::size_t threads, const Sink& sink, Diagnostics& diagnostics);

}  // namespace lagesbild::render
