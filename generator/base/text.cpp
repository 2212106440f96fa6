#include "base/text.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <memory>
#include <utility>

namespace lagesbild {
namespace {

constexpr std::size_t longest_likened = 100;  // the distance takes the product of the lengths

// Bytes of the valid UTF-8 sequence that starts at `at`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return tail(1) ? 2 : 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = first == 0xED && byte(1) > 0x9F;
    return tail(1) && tail(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first > 0xF4) return 0;
  const bool overlong = first == 0xF0 && byte(1) < 0x90;
  const bool beyond = first == 0xF4 && byte(1) > 0x8F;
  return tail(1) && tail(2) && tail(3) && !overlong && !beyond ? 4 : 0;
}

std::u32string folded(std::string_view text) {
  std::u32string out;
  const icu::UnicodeString from = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  for (std::int32_t i = 0; i < from.length(); i = from.moveIndex32(i, 1)) {
    out += static_cast<char32_t>(u_foldCase(from.char32At(i), U_FOLD_CASE_DEFAULT));
  }
  return out;
}

// Damerau-Levenshtein with neighbours swapped at most once (optimal string alignment).
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

// Letters that have no decomposition into an ASCII letter and a mark.
std::string_view spelled_out(UChar32 letter) {
  static constexpr std::array<std::pair<UChar32, std::string_view>, 14> table{{
      {0xC6, "ae"}, {0xE6, "ae"}, {0xD8, "o"}, {0xF8, "o"}, {0xDF, "ss"}, {0x152, "oe"}, {0x153, "oe"},
      {0xD0, "d"}, {0xF0, "d"}, {0x110, "d"}, {0x111, "d"}, {0x141, "l"}, {0x142, "l"}, {0x131, "i"}}};
  for (const auto& [from, to] : table) {
    if (from == letter) return to;
  }
  return {};
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += std::max<std::size_t>(sequence_length(text, at), 1);
  return count;
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t start = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;  // npos + 1 is 0
  std::size_t end = std::min(text.find('\n', offset), text.size());
  if (end > start && text[end - 1] == '\r') --end;
  return text.substr(start, end - start);
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  constexpr std::string_view no_break = "\xC2\xA0";
  for (;;) {
    const std::size_t before = text.size();
    while (!text.empty() && blanks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && blanks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    if (text.starts_with(no_break)) text.remove_prefix(no_break.size());
    if (text.ends_with(no_break)) text.remove_suffix(no_break.size());
    if (text.size() == before) return text;
  }
}

std::string_view did_you_mean(std::string_view seen, std::span<const std::string_view> candidates) {
  const std::u32string wanted = seen.size() > longest_likened ? std::u32string{} : folded(seen);
  std::string_view best;
  std::size_t nearest = wanted.size() / 3 + 1;  // one more than allowed
  for (const std::string_view candidate : candidates) {
    if (wanted.empty() || candidate.empty() || candidate.size() > longest_likened) continue;
    const std::size_t away = distance(wanted, folded(candidate));
    if (away < nearest) {
      nearest = away;
      best = candidate;
    }
  }
  return best;
}

struct SwedishOrder::Impl {
  std::unique_ptr<icu::Collator> collator;
};

SwedishOrder::SwedishOrder() : impl_(new Impl) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->collator.reset(icu::Collator::createInstance(icu::Locale("sv"), status));
  assert(U_SUCCESS(status) && "the Swedish order is part of every ICU");
  impl_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  impl_->collator->setAttribute(UCOL_STRENGTH, UCOL_TERTIARY, status);
  assert(U_SUCCESS(status));
}

SwedishOrder::~SwedishOrder() { delete impl_; }

std::string SwedishOrder::key(std::string_view text) const {
  const icu::UnicodeString from = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::array<std::uint8_t, 256> small{};
  std::vector<std::uint8_t> large;
  std::uint8_t* bytes = small.data();
  std::int32_t size = impl_->collator->getSortKey(from, bytes, static_cast<std::int32_t>(small.size()));
  if (size > static_cast<std::int32_t>(small.size())) {
    large.resize(static_cast<std::size_t>(size));
    bytes = large.data();
    size = impl_->collator->getSortKey(from, bytes, size);
  }
  std::string key(bytes, bytes + size);  // ends with NUL
  return key.append(text);               // so that texts that ICU holds for equal still have an order
}

std::string slug(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  assert(U_SUCCESS(status));
  const icu::UnicodeString from = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const icu::UnicodeString parts = decompose->normalize(from, status);
  std::string out;
  bool gap = false;
  const auto add = [&](std::string_view letters) {
    if (gap && !out.empty()) out += '-';
    gap = false;
    out += letters;
  };
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    const auto ascii = c < 0x80 ? static_cast<char>(c) : '\0';
    if (ascii >= 'A' && ascii <= 'Z') {
      const char lower = static_cast<char>(ascii - 'A' + 'a');
      add({&lower, 1});
    } else if ((ascii >= 'a' && ascii <= 'z') || (ascii >= '0' && ascii <= '9')) {
      add({&ascii, 1});
    } else if (const std::string_view letters = spelled_out(c); !letters.empty()) {
      add(letters);
    } else if (u_charType(c) != U_NON_SPACING_MARK && ascii != '\'') {
      gap = true;
    }
  }
  return out;
}

}  // namespace lagesbild
