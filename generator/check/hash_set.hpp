// A set of 64-bit hashes in one piece of memory. Two different texts with one hash would pass for the same; with a million of them on a
// site that happens once in some ten million sites.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace lagesbild::check {

inline std::uint64_t hash_of(std::string_view text) {
  static_assert(sizeof(std::size_t) == 8);
  return std::hash<std::string_view>{}(text);
}

// Of a page and an id on it.
inline std::uint64_t hash_of(std::uint64_t page, std::uint64_t id) {
  std::uint64_t mixed = (page ^ (page >> 32)) * 0x9E3779B97F4A7C15ULL + id;
  mixed = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93ULL;
  return mixed ^ (mixed >> 32);
}

class HashSet {
 public:
  // True when it was not there.
  bool insert(std::uint64_t hash) {
    if ((size_ + 1) * 2 > slots_.size()) grow();
    std::uint64_t& slot = slots_[find(hash)];
    if (slot != 0) return false;
    slot = stored(hash);
    ++size_;
    return true;
  }
  bool contains(std::uint64_t hash) const { return size_ > 0 && slots_[find(hash)] != 0; }
  // Quick for the next small page also after a large one.
  void clear() {
    slots_.assign(slots_.size() > 16 * (size_ + 64) ? 128 : slots_.size(), 0);
    size_ = 0;
  }

 private:
  static std::uint64_t stored(std::uint64_t hash) { return hash == 0 ? 1 : hash; }  // 0 is an empty slot
  std::size_t find(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at] != 0 && slots_[at] != stored(hash)) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<std::uint64_t> old(slots_.empty() ? 128 : slots_.size() * 2, 0);
    old.swap(slots_);
    for (const std::uint64_t hash : old) {
      if (hash != 0) slots_[find(hash)] = hash;
    }
  }

  std::vector<std::uint64_t> slots_;
  std::size_t size_ = 0;
};

}  // namespace lagesbild::check
