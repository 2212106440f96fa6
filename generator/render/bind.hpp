// From the structs of view/ to the tree that templates are rendered with. One PageTree a kind of page and thread: fill() overwrites the
// leaves of the tree in place, because building it anew costs more than rendering the page.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "render/codes.hpp"
#include "render/contract.hpp"
#include "render/slots.hpp"
#include "render/template_set.hpp"

namespace lagesbild::render {

namespace bind {

template <class T>
struct KindOf;
template <> struct KindOf<std::string> { static constexpr auto kind = Shape::Kind::text; };
template <> struct KindOf<Html> { static constexpr auto kind = Shape::Kind::html; };
template <> struct KindOf<bool> { static constexpr auto kind = Shape::Kind::yes_no; };
template <view::Described S> struct KindOf<S> { static constexpr auto kind = Shape::Kind::object; using Inner = S; };
template <view::Described S> struct KindOf<std::vector<S>> { static constexpr auto kind = Shape::Kind::list; using Inner = S; };
template <view::Described S> struct KindOf<std::optional<S>> { static constexpr auto kind = Shape::Kind::optional; using Inner = S; };

template <class S>
inline constexpr char type_mark = 0;  // its address says which struct

}  // namespace bind

template <view::Described S>
Shape shape_of() {
  static_assert(bind::sound_names<S>());
  Shape shape{&bind::type_mark<S>, {}};
  const auto add = [&]<class O, class M>(const view::Field<O, M>& field) {
    Shape::Entry entry{field.name, bind::KindOf<M>::kind, field.meaning, {}};
    if constexpr (requires { typename bind::KindOf<M>::Inner; }) entry.inner.push_back(shape_of<typename bind::KindOf<M>::Inner>());
    shape.entries.push_back(std::move(entry));
  };
  std::apply([&](const auto&... field) { (add(field), ...); }, S::fields());
  return shape;
}

// One page on its own; a Contract holds several together.
template <view::Described Page>
void check_contract(const Template& page, Diagnostics& diagnostics) {
  Contract contract;
  contract.check(page, shape_of<Page>(), diagnostics);
  contract.report_unused(diagnostics);
}

// One of a set that a Contract holds together.
template <view::Described Page>
void check_page(const TemplateSet& templates, std::string_view name, Contract& contract, Diagnostics& diagnostics) {
  if (const Template* page = templates.find(name)) {
    contract.check(*page, shape_of<Page>(), diagnostics);
  } else {
    diagnostics.error(code::template_missing, {}, {{"name", std::string{name}}});
  }
}

template <view::Described Page>
class PageTree {
 public:
  PageTree() { slot_.bind(root_); }
  PageTree(const PageTree&) = delete;
  PageTree& operator=(const PageTree&) = delete;
  // The page as data, until the next call.
  const Data& fill(const Page& page) {
    slot_.fill(page);
    return root_;
  }

 private:
  Data root_;
  bind::Slot<Page> slot_;
};

}  // namespace lagesbild::render
