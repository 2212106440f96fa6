// Ids that cannot be mistaken for each other: Strong<UnitTag, std::string> is no review id, though both are text.
#pragma once
#include <compare>
#include <functional>
#include <utility>

namespace lagesbild {

template <class Tag, class T>
class Strong {
 public:
  using Value = T;
  Strong() = default;
  explicit Strong(T value) : value_(std::move(value)) {}
  const T& value() const { return value_; }
  friend auto operator<=>(const Strong&, const Strong&) = default;
  friend bool operator==(const Strong&, const Strong&) = default;

 private:
  T value_{};
};

}  // namespace lagesbild

template <class Tag, class T>
struct std::hash<lagesbild::Strong<Tag, T>> {
  std::size_t operator()(const lagesbild::Strong<Tag, T>& id) const { return std::hash<T>{}(id.value()); }
};
