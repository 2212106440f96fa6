// What a template may know of a page: every struct of view/ lists its fields here, with what they mean. render/ builds the template's
// data from the list, and a contract test holds the list against the names in the templates.
//
//   struct AreaRow {
//     std::string letter;
//     bool open;
//     Html name_html;
//     static constexpr auto fields() {
//       return std::tuple{Field{"letter", &AreaRow::letter, "the area's letter, A-H"}, ...};
//     }
//   };
//
// A field is text ({{name}}, escaped), Html (its name ends in _html; {{{name_html}}}), a bool ({{#name}}...{{/name}}), another described
// struct or a list of them (a section), or an optional described struct (a section shown when it is there).
#pragma once
#include <concepts>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace lagesbild::view {

template <class Owner, class Member>
struct Field {
  std::string_view name;
  Member Owner::*member;
  std::string_view meaning;
};
template <class Owner, class Member>
Field(const char*, Member Owner::*, const char*) -> Field<Owner, Member>;

template <class T>
concept Described = requires { T::fields(); };

template <class T>
struct IsList : std::false_type {};
template <Described T>
struct IsList<std::vector<T>> : std::true_type { using Item = T; };

template <class T>
struct IsOptional : std::false_type {};
template <Described T>
struct IsOptional<std::optional<T>> : std::true_type { using Item = T; };

}  // namespace lagesbild::view
