// What is wrong where JSON breaks, in a person's terms: the parser only knows its own, in English, and often sees it later than it stands.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace lagesbild::read {

// The last thing that was right.
enum class JsonAfter : std::uint8_t { nothing, open_list, open_object, name, value_in_list, value_in_object, all };

struct JsonFault {
  Code code;
  std::size_t begin;  // bytes of the text
  std::size_t end;
  std::vector<Argument> arguments = {};
};

// `from`: where the last right thing ends. Of a text that a JSON parser has refused.
JsonFault find_json_fault(std::string_view text, std::size_t from, JsonAfter after);

}  // namespace lagesbild::read
