// A share of units that a number in the register decides is also a requirement on each of them, with a limit. The limit is that of the
// definition, never a copy: the condition of the numerator, or the target where two numbers of the register are divided.
#pragma once
#include <cstdint>
#include <optional>

#include "base/date.hpp"
#include "indicators/definition.hpp"
#include "model/facts.hpp"

namespace lagesbild::indicators {

struct Limit {
  bool at_least = true;                       // otherwise at most
  std::int64_t number = 0;                    // of what is counted; per cent of a sum
  bool of_sums = false;                       // the own value is one number divided by another
};

// Nothing of a definition that is no such requirement.
std::optional<Limit> limit_of(const Definition& definition);

// What the register says to a subject of an indicator about units; nothing where it is silent.
std::optional<std::int64_t> asked_of_register(const model::Register& figures, const Subject& subject, Date as_of);

// A unit's own value: a number, or so many of so many.
struct OwnValue {
  std::int64_t value = 0;
  std::int64_t of = 0;                        // of sums; more than 0
};

bool meets(const Limit& limit, const OwnValue& own);
// Met, but by less than the definition wants for it not to be called near.
bool is_near(const Limit& limit, const std::optional<Near>& near, const OwnValue& own);
// How much more (or less) would meet it: 0 when it is met. Of sums: how much of the one, the other being what it is.
std::int64_t missing(const Limit& limit, const OwnValue& own);

}  // namespace lagesbild::indicators
