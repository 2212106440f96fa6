#include "check/link_index.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace lagesbild::check {
namespace {

constexpr std::uint64_t upper = 0xFFFFFFFF00000000ULL;

constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view{"abcdefghijklmnopqrstuvwxyz0123456789._-/"}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

}  // namespace

Cursor::Spot Cursor::at(std::size_t offset) {
  if (offset < offset_) {
    offset_ = 0;
    spot_ = {};
  }
  const char* from = text_.data() + offset_;
  const char* const to = text_.data() + offset;
  while (from < to) {
    const void* newline = std::memchr(from, '\n', static_cast<std::size_t>(to - from));
    if (!newline) break;
    from = static_cast<const char*>(newline) + 1;
    ++spot_.line;
    spot_.column = 1;
  }
  spot_.column += static_cast<int>(std::count_if(from, to, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  offset_ = offset;
  return spot_;
}

void LinkIndex::start(File file) {
  file.hash = hash_of(file.path);
  is_last_ = file.path >= last_path_;
  if (is_last_) last_path_ = file.path;
  files_.push_back(std::move(file));
}

std::uint64_t* LinkIndex::find(std::uint64_t key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    if ((slots_[at] & upper) == (key & upper) && links_[(slots_[at] & ~upper) - 1].key == key) break;
  }
  return &slots_[at];
}

void LinkIndex::grow() {
  std::vector<std::uint64_t> old(slots_.empty() ? 1024 : slots_.size() * 2, 0);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const std::uint64_t slot : old) {
    if (slot == 0) continue;
    std::size_t at = links_[(slot & ~upper) - 1].key & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

void LinkIndex::note(Link& link, std::string_view written, Cursor& cursor, std::size_t offset) {
  const Cursor::Spot spot = cursor.at(offset);
  link.page = static_cast<std::uint32_t>(files_.size() - 1);
  link.line = static_cast<std::uint32_t>(spot.line);
  link.column = static_cast<std::uint32_t>(spot.column);
  if (text(link) == written) return;
  if (written.size() > link.text_size) {
    link.text_at = static_cast<std::uint32_t>(texts_.size());
    texts_ += written;
  } else {
    texts_.replace(link.text_at, written.size(), written);
  }
  link.text_size = static_cast<std::uint32_t>(written.size());
}

void LinkIndex::add(std::string_view target, std::optional<std::string_view> anchor, std::string_view written, Followed followed) {
  const std::uint64_t hash = hash_of(target);
  const std::uint64_t key = anchor ? hash_of(hash, hash_of(*anchor)) : hash;
  pending_.push_back({key, hash, written, anchor.has_value(), followed});
  if (!slots_.empty()) __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
}

void LinkIndex::settle(std::string_view text) {
  if (!slots_.empty()) {
    for (const Pending& pending : pending_) {
      const std::uint64_t slot = slots_[pending.key & (slots_.size() - 1)];
      if (slot != 0) __builtin_prefetch(&links_[(slot & ~upper) - 1], 1);
    }
  }
  Cursor cursor{text};
  for (const Pending& pending : pending_) settle(pending, cursor, static_cast<std::size_t>(pending.written.data() - text.data()));
  pending_.clear();
}

void LinkIndex::settle(const Pending& pending, Cursor& cursor, std::size_t offset) {
  if ((links_.size() + 1) * 4 > slots_.size() * 3) grow();
  std::uint64_t* const slot = find(pending.key);
  if (*slot == 0) {
    *slot = (pending.key & upper) | (links_.size() + 1);
    Link& link = links_.emplace_back();
    link.key = pending.key;
    link.target = pending.target;
    link.has_anchor = pending.has_anchor;
    link.count = 1;
    link.followed = pending.followed;
    note(link, pending.written, cursor, offset);
    return;
  }
  Link& link = links_[(*slot & ~upper) - 1];
  ++link.count;
  link.followed = std::max(link.followed, pending.followed);
  if (!is_last_ && link.page + 1 != files_.size() && file().path < page(link)) note(link, pending.written, cursor, offset);
}

bool resolve(std::string_view folder, std::string_view reference, std::string& target) {
  target = folder;
  for (bool more = true; more;) {
    const std::size_t slash = reference.find('/');
    more = slash != std::string_view::npos;
    const std::string_view part = reference.substr(0, slash);
    if (more) reference.remove_prefix(slash + 1);
    if (part == "..") {
      if (target.empty()) return false;
      target.pop_back();
      target.resize(target.rfind('/') + 1);  // npos + 1 is 0
    } else if (part != "." && !part.empty()) {
      target += part;
      if (more) target += '/';
    }
  }
  return true;
}

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

bool is_plain_path(std::string_view path) {
  char before = '\0';
  for (const char c : path) {
    if (!plain[static_cast<unsigned char>(c)] || (c == '/' && before == '/')) return false;
    before = c;
  }
  return !path.empty();
}

}  // namespace lagesbild::check
