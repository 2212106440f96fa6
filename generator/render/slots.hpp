// Where in the library's data the fields of a described struct go. Internal to render/; see bind.hpp.
//
// The library hands out its strings and lists as const only. They are const_cast here: the tree is ours and not const, so that is sound.
#pragma once
#include <kainjow/mustache.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/html.hpp"
#include "render/mustache.hpp"
#include "view/fields.hpp"

namespace lagesbild::render::bind {

using Rows = std::vector<Data>;

// push_back of the library's data copies the whole list whenever it grows (its move may throw, by its word); this moves.
inline void append(Rows& rows, Data&& row) {
  if (rows.size() == rows.capacity()) {
    Rows larger;
    larger.reserve(rows.size() * 2 + 4);
    for (Data& old : rows) larger.push_back(std::move(old));
    rows.swap(larger);
  }
  rows.push_back(std::move(row));
}

// Where in the tree a field of type T goes. bind() makes the place and remembers it, fill() writes to it. The places are on the heap
// and stay there when the data around them is moved; a slot must not be copied, as the copy would write to the first one's tree.
template <class T>
struct Slot {
  static_assert(!std::is_same_v<T, T>, "a field is text, Html, a bool, a described struct, or a vector or optional of one");
};

template <>
struct Slot<std::string> {
  std::string* text = nullptr;
  void bind(Data& place) {
    place = Data{Data::type::string};
    text = const_cast<std::string*>(&place.string_value());
  }
  void fill(const std::string& value) { *text = value; }
};

template <>
struct Slot<Html> : Slot<std::string> {
  void fill(const Html& value) { *text = value.str(); }
};

template <>
struct Slot<bool> {
  Data* yes = nullptr;
  void bind(Data& place) {
    place = Data{false};
    yes = &place;
  }
  void fill(bool value) {
    if (yes->is_true() != value) *yes = Data{value};
  }
};

template <class Fields>
struct SlotsOf;
template <class... Owner, class... Member>
struct SlotsOf<std::tuple<view::Field<Owner, Member>...>> {
  using Slots = std::tuple<Slot<Member>...>;
};

template <class T>
constexpr bool sound_name(std::string_view name) {
  if (name.empty() || name.front() < 'a' || name.front() > 'z') return false;
  for (const char c : name) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
  }
  return name.ends_with("_html") == std::is_same_v<T, Html>;
}

template <view::Described S>
constexpr bool sound_names() {
  const auto all = []<class... O, class... M>(const view::Field<O, M>&... field) { return (sound_name<M>(field.name) && ...); };
  return std::apply(all, S::fields());
}

template <view::Described S>
struct Slot<S> {
  static_assert(sound_names<S>(), "a field's name is a-z, 0-9 and _, and ends in _html when, and only when, it is Html");
  typename SlotsOf<decltype(S::fields())>::Slots slots;
  Slot() = default;
  Slot(Slot&&) = default;
  Slot& operator=(Slot&&) = default;
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;
  void bind(Data& place) {
    place = Data{Data::type::object};
    each([&](const auto& field, auto& slot) { slot.bind(place[std::string(field.name)]); });
  }
  void fill(const S& value) {
    each([&](const auto& field, auto& slot) { slot.fill(value.*field.member); });
  }

 private:
  template <class Do>
  void each(Do act) {
    static constexpr auto fields = S::fields();
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (act(std::get<I>(fields), std::get<I>(slots)), ...);
    }(std::make_index_sequence<std::tuple_size_v<decltype(slots)>>{});
  }
};

template <view::Described S>
struct Slot<std::vector<S>> {
  Data* list = nullptr;
  std::vector<Slot<S>> rows;  // as many as there ever were at once
  Rows spare;                 // the data of those that are not shown now, the next one last
  void bind(Data& place) {
    place = Data{Data::type::list};
    list = &place;
  }
  void fill(const std::vector<S>& values) {
    Rows& shown = const_cast<Rows&>(list->list_value());
    while (shown.size() > values.size()) {
      append(spare, std::move(shown.back()));
      shown.pop_back();
    }
    while (shown.size() < values.size()) {
      if (spare.empty()) {
        Data row;
        rows.emplace_back().bind(row);
        append(shown, std::move(row));
      } else {
        append(shown, std::move(spare.back()));
        spare.pop_back();
      }
    }
    for (std::size_t i = 0; i < values.size(); ++i) rows[i].fill(values[i]);
  }
};

template <view::Described S>
struct Slot<std::optional<S>> {
  Data* place = nullptr;
  Slot<S> inner;
  Data away;  // the object while it is not shown
  void bind(Data& at) {
    inner.bind(away);
    at = Data{false};
    place = &at;
  }
  void fill(const std::optional<S>& value) {
    if (value.has_value() != place->is_object()) {
      if (value) {
        *place = std::move(away);
      } else {
        away = std::move(*place);
        *place = Data{false};
      }
    }
    if (value) inner.fill(*value);
  }
};

}  // namespace lagesbild::render::bind
