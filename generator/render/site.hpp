// Every page of a site, rendered on all cores and handed on one by one: nothing is collected here.
#pragma once
#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "render/template_set.hpp"
#include "view/shell.hpp"

namespace lagesbild::render {

// A language of the site: what its pages know and the templates that show it.
struct Edition {
  const view::Context* context = nullptr;
  const TemplateSet* templates = nullptr;
};

// Holds every page's template against the struct it is given: missing templates, names that are no fields.
void check_templates(const TemplateSet& templates, Diagnostics& diagnostics);
// The same for fields that no template shows; for tests, since a site may leave things out of its own templates.
void check_unused_fields(const TemplateSet& templates, Diagnostics& diagnostics);

// Called from the thread with that number, from 0; `path` is relative to the site's root. The bytes are gone after the call.
using Sink = std::function<void(std::size_t thread, std::string_view path, std::string_view html)>;

// Order of calls is not fixed; what is in each page is.
void render_site(const std::vector<Edition>& editions, std::size_t threads, const Sink& sink, Diagnostics& diagnostics);

}  // namespace lagesbild::render
