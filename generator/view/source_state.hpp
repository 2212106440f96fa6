// In words: how each source came into this release. A source that could not be fetched is there as its last good copy, and readers are told
// so on every page with numbers; why, only on the status page, and never with addresses or codes.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "view/site_info.hpp"
#include "view/texts.hpp"

namespace lagesbild::view {

// A group of codes of what can go wrong on the way. Whoever adds a code finds it in a group by the words in it, else in `other`.
enum class WhyKept : unsigned char { no_contact, refused, not_whole, not_as_expected, other };
WhyKept why_kept(std::string_view code);

// The day that a kept copy is from.
Date kept_from(const SourceInfo& source);
// "Enheter kunde inte hämtas. Siffrorna bygger på kopian från 2026-11-16."
std::string kept_sentence(const Texts& texts, const SourceInfo& source);

std::size_t kept_sources(const SiteInfo& site);
// How many there are and how they came, in a sentence.
std::string sources_sentence(const Texts& texts, const SiteInfo& site);

}  // namespace lagesbild::view
