#include "render/site.hpp"

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "render/bind.hpp"
#include "render/pack.hpp"
#include "render/report.hpp"
#include "view/page_about.hpp"
#include "view/page_area.hpp"
#include "view/page_calendar.hpp"
#include "view/page_cases.hpp"
#include "view/page_compare.hpp"
#include "view/page_components.hpp"
#include "view/page_data.hpp"
#include "view/page_deliveries.hpp"
#include "view/page_embed.hpp"
#include "view/page_examples.hpp"
#include "view/page_forum.hpp"
#include "view/page_indicator.hpp"
#include "view/page_indicators.hpp"
#include "view/page_measures.hpp"
#include "view/page_meeting.hpp"
#include "view/page_method.hpp"
#include "view/page_overview.hpp"
#include "view/page_plan.hpp"
#include "view/page_published.hpp"
#include "view/page_requirements.hpp"
#include "view/page_search.hpp"
#include "view/page_since.hpp"
#include "view/page_small_groups.hpp"
#include "view/page_status.hpp"
#include "view/page_survey.hpp"
#include "view/page_themes.hpp"
#include "view/page_unit.hpp"
#include "view/page_units.hpp"
#include "view/picture.hpp"

namespace lagesbild::render {
namespace {

using view::Context;
using view::PageRef;
using Kind = PageRef::Kind;

// Takes what has been made: a path below the language's folder, and bytes that are gone after the call.
using Out = std::function<void(std::string_view path, std::string_view bytes)>;

// A kind of page: its struct, the function that makes it, its template, and the tree that is filled again and again.
template <class Page, auto make>
class PageKind {
 public:
  explicit PageKind(const Template* page) : template_(page) {}
  Page render(const Context& context, const PageRef& ref, Renderer& renderer, const Out& out, Diagnostics& diagnostics) {
    if (!tree_) tree_ = std::make_unique<PageTree<Page>>();
    Page page = make(context, ref);
    out(ref.path, renderer.render(*template_, tree_->fill(page), diagnostics));
    return page;
  }

 private:
  const Template* template_;
  std::unique_ptr<PageTree<Page>> tree_;
};

// One a thread and language.
class PageRenderer {
 public:
  explicit PageRenderer(const Edition& edition)
      : context_(*edition.context), overview_(edition.templates->find("pages/overview")), units_(edition.templates->find("pages/units")),
        unit_(edition.templates->find("pages/unit")), areas_(edition.templates->find("pages/areas")),
        area_(edition.templates->find("pages/area")), forums_(edition.templates->find("pages/forums")),
        forum_(edition.templates->find("pages/forum")), meeting_(edition.templates->find("pages/meeting")),
        indicators_(edition.templates->find("pages/indicators")),
        indicator_(edition.templates->find("pages/indicator")), published_(edition.templates->find("pages/published")),
        survey_(edition.templates->find("pages/survey")), measures_(edition.templates->find("pages/measures")),
        cases_(edition.templates->find("pages/cases")), calendar_(edition.templates->find("pages/calendar")),
        plan_(edition.templates->find("pages/plan")), examples_(edition.templates->find("pages/examples")),
        themes_(edition.templates->find("pages/themes")),
        requirements_(edition.templates->find("pages/requirements")),
        data_(edition.templates->find("pages/data")), method_(edition.templates->find("pages/method")),
        small_groups_(edition.templates->find("pages/small_groups")), accessibility_(edition.templates->find("pages/accessibility")),
        picture_(edition.templates->find("pages/picture")), embed_(edition.templates->find("pages/embed")),
        deliveries_(edition.templates->find("pages/deliveries")), since_(edition.templates->find("pages/since")),
        about_(edition.templates->find("pages/about")), status_(edition.templates->find("pages/status")),
        search_(edition.templates->find("pages/search")),
        compare_(edition.templates->find("pages/compare")), components_(edition.templates->find("pages/components")) {}

  // The page, and then what it shows as files of their own.
  void render(const PageRef& ref, const Out& out, Diagnostics& diagnostics) {
    switch (ref.kind) {
      case Kind::overview: return one(overview_, ref, out, diagnostics);
      case Kind::units: return one(units_, ref, out, diagnostics);
      case Kind::unit: return one(unit_, ref, out, diagnostics);
      case Kind::areas: return one(areas_, ref, out, diagnostics);
      case Kind::area: return one(area_, ref, out, diagnostics);
      case Kind::forums: return one(forums_, ref, out, diagnostics);
      case Kind::forum: return one(forum_, ref, out, diagnostics);
      case Kind::meeting: return one(meeting_, ref, out, diagnostics);
      case Kind::indicators: return one(indicators_, ref, out, diagnostics);
      case Kind::indicator: return one(indicator_, ref, out, diagnostics);
      case Kind::published: return one(published_, ref, out, diagnostics);
      case Kind::survey: return one(survey_, ref, out, diagnostics);
      case Kind::measures: return one(measures_, ref, out, diagnostics);
      case Kind::cases: return one(cases_, ref, out, diagnostics);
      case Kind::calendar: return one(calendar_, ref, out, diagnostics);
      case Kind::plan: return one(plan_, ref, out, diagnostics);
      case Kind::examples: return one(examples_, ref, out, diagnostics);
      case Kind::themes: return one(themes_, ref, out, diagnostics);
      case Kind::requirements: return one(requirements_, ref, out, diagnostics);
      case Kind::data: return one(data_, ref, out, diagnostics);
      case Kind::method: return one(method_, ref, out, diagnostics);
      case Kind::small_groups: return one(small_groups_, ref, out, diagnostics);
      case Kind::accessibility: return one(accessibility_, ref, out, diagnostics);
      case Kind::compare: return one(compare_, ref, out, diagnostics);
      case Kind::components: return one(components_, ref, out, diagnostics);
      case Kind::deliveries: return one(deliveries_, ref, out, diagnostics);
      case Kind::since: return one(since_, ref, out, diagnostics);
      case Kind::about: return one(about_, ref, out, diagnostics);
      case Kind::status: return one(status_, ref, out, diagnostics);
      case Kind::search: return one(search_, ref, out, diagnostics);
    }
  }

 private:
  void one(auto& kind, const PageRef& ref, const Out& out, Diagnostics& diagnostics) {
    const auto page = kind.render(context_, ref, renderer_, out, diagnostics);
    if constexpr (requires { page.file; }) out(view::calendar_file(ref.path), page.file);
    if constexpr (requires { page.take_away; }) {
      for (const view::Figure& figure : page.take_away) {
        if (!figure.rows.empty()) {
          const auto& filled = tree_.fill(view::picture(context_, page.shell, figure));
          out(figure.path + ".svg", renderer_.render(*picture_, filled, diagnostics));
        }
        if (!figure.table.rows.empty() && !figure.numbers_elsewhere) out(figure.path + ".csv", view::figure_csv(figure));
        if (!figure.embed.empty()) {
          out(figure.embed, renderer_.render(*embed_, embeds_.fill(view::embed_page(context_, page.shell, ref, figure)), diagnostics));
        }
      }
    }
  }

  const Context& context_;
  Renderer renderer_;
  PageKind<view::OverviewPage, view::overview_page> overview_;
  PageKind<view::UnitsPage, view::units_page> units_;
  PageKind<view::UnitPage, view::unit_page> unit_;
  PageKind<view::AreasPage, view::areas_page> areas_;
  PageKind<view::AreaPage, view::area_page> area_;
  PageKind<view::ForumsPage, view::forums_page> forums_;
  PageKind<view::ForumPage, view::forum_page> forum_;
  PageKind<view::MeetingPage, view::meeting_page> meeting_;
  PageKind<view::IndicatorsPage, view::indicators_page> indicators_;
  PageKind<view::IndicatorPage, view::indicator_page> indicator_;
  PageKind<view::PublishedPage, view::published_page> published_;
  PageKind<view::SurveyPage, view::survey_page> survey_;
  PageKind<view::MeasuresPage, view::measures_page> measures_;
  PageKind<view::CasesPage, view::cases_page> cases_;
  PageKind<view::CalendarPage, view::calendar_page> calendar_;
  PageKind<view::PlanPage, view::plan_page> plan_;
  PageKind<view::ExamplesPage, view::examples_page> examples_;
  PageKind<view::ThemesPage, view::themes_page> themes_;
  PageKind<view::RequirementsPage, view::requirements_page> requirements_;
  PageKind<view::DataPage, view::data_page> data_;
  PageKind<view::MethodPage, view::method_page> method_;
  PageKind<view::SmallGroupsPage, view::small_groups_page> small_groups_;
  PageKind<view::AccessibilityPage, view::accessibility_page> accessibility_;
  const Template* picture_;
  PageTree<view::Picture> tree_;
  const Template* embed_;
  PageTree<view::EmbedPage> embeds_;
  PageKind<view::DeliveriesPage, view::deliveries_page> deliveries_;
  PageKind<view::SincePage, view::since_page> since_;
  PageKind<view::AboutPage, view::about_page> about_;
  PageKind<view::StatusPage, view::status_page> status_;
  PageKind<view::SearchPage, view::search_page> search_;
  PageKind<view::ComparePage, view::compare_page> compare_;
  PageKind<view::ComponentsPage, view::components_page> components_;
};

Contract check_all(const TemplateSet& templates, Diagnostics& diagnostics) {
  Contract contract;
  check_page<view::OverviewPage>(templates, "pages/overview", contract, diagnostics);
  check_page<view::UnitsPage>(templates, "pages/units", contract, diagnostics);
  check_page<view::UnitPage>(templates, "pages/unit", contract, diagnostics);
  check_page<view::AreasPage>(templates, "pages/areas", contract, diagnostics);
  check_page<view::AreaPage>(templates, "pages/area", contract, diagnostics);
  check_page<view::ForumsPage>(templates, "pages/forums", contract, diagnostics);
  check_page<view::ForumPage>(templates, "pages/forum", contract, diagnostics);
  check_page<view::MeetingPage>(templates, "pages/meeting", contract, diagnostics);
  check_page<view::IndicatorsPage>(templates, "pages/indicators", contract, diagnostics);
  check_page<view::IndicatorPage>(templates, "pages/indicator", contract, diagnostics);
  check_page<view::PublishedPage>(templates, "pages/published", contract, diagnostics);
  check_page<view::SurveyPage>(templates, "pages/survey", contract, diagnostics);
  check_page<view::MeasuresPage>(templates, "pages/measures", contract, diagnostics);
  check_page<view::CasesPage>(templates, "pages/cases", contract, diagnostics);
  check_page<view::CalendarPage>(templates, "pages/calendar", contract, diagnostics);
  check_page<view::PlanPage>(templates, "pages/plan", contract, diagnostics);
  check_page<view::ExamplesPage>(templates, "pages/examples", contract, diagnostics);
  check_page<view::ThemesPage>(templates, "pages/themes", contract, diagnostics);
  check_page<view::RequirementsPage>(templates, "pages/requirements", contract, diagnostics);
  check_page<view::DataPage>(templates, "pages/data", contract, diagnostics);
  check_page<view::MethodPage>(templates, "pages/method", contract, diagnostics);
  check_page<view::SmallGroupsPage>(templates, "pages/small_groups", contract, diagnostics);
  check_page<view::AccessibilityPage>(templates, "pages/accessibility", contract, diagnostics);
  check_page<view::Picture>(templates, "pages/picture", contract, diagnostics);
  check_page<view::EmbedPage>(templates, "pages/embed", contract, diagnostics);
  check_page<view::ComparePage>(templates, "pages/compare", contract, diagnostics);
  check_page<view::ComponentsPage>(templates, "pages/components", contract, diagnostics);
  check_page<view::DeliveriesPage>(templates, "pages/deliveries", contract, diagnostics);
  check_page<view::SincePage>(templates, "pages/since", contract, diagnostics);
  check_page<view::AboutPage>(templates, "pages/about", contract, diagnostics);
  check_page<view::StatusPage>(templates, "pages/status", contract, diagnostics);
  check_page<view::SearchPage>(templates, "pages/search", contract, diagnostics);
  check_report_templates(templates, contract, diagnostics);
  check_pack_templates(templates, contract, diagnostics);
  return contract;
}

}  // namespace

void check_templates(const TemplateSet& templates, Diagnostics& diagnostics) { check_all(templates, diagnostics); }

void check_unused_fields(const TemplateSet& templates, Diagnostics& diagnostics) {
  check_all(templates, diagnostics).report_unused(diagnostics);
}

void render_site(const std::vector<Edition>& editions, std::size_t threads, const Sink& sink, Diagnostics& diagnostics) {
  std::vector<std::size_t> ends;  // pages of all editions in a row
  std::size_t total = 0;
  for (const Edition& edition : editions) ends.push_back(total += edition.context->pages().size());
  std::atomic<std::size_t> next{0};
  std::mutex reporting;
  const auto work = [&](std::size_t thread) {
    std::vector<std::unique_ptr<PageRenderer>> renderers;
    for (const Edition& edition : editions) renderers.push_back(std::make_unique<PageRenderer>(edition));
    Diagnostics own;
    for (std::size_t at = next++; at < total; at = next++) {
      std::size_t edition = 0;
      while (at >= ends[edition]) ++edition;
      const Context& context = *editions[edition].context;
      const Out out = [&](std::string_view path, std::string_view bytes) { sink(thread, context.folder().append(path), bytes); };
      renderers[edition]->render(context.pages()[at - (edition == 0 ? 0 : ends[edition - 1])], out, own);
    }
    const std::scoped_lock lock{reporting};
    diagnostics.merge(std::move(own));
  };
  std::vector<std::jthread> others;
  for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  work(0);
}

}  // namespace lagesbild::render
