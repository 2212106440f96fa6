// Any bytes are a table or an error. Bytes that are no zip archive are taken for the parts of one as a text
// (tests/support/made_workbook.hpp), or else for the XML of a sheet, so that what is in the parts can be changed without packing it: a
// checksum is hard to guess.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "made_workbook.hpp"
#include "read/encoding.hpp"
#include "sound_workbook.hpp"

namespace {

using namespace lagesbild::test;

std::string archive_of(std::string bytes) {
  if (lagesbild::read::is_zip(bytes)) return bytes;
  Parts parts;
  std::set<std::string> names;
  for (Part& part : parts_in(bytes)) {
    const bool plain = std::all_of(part.name.begin(), part.name.end(), [](char c) { return c > ' ' && c < '\x7F'; });
    const bool file = !part.name.empty() && part.name.back() != '/';
    if (plain && file && names.insert(part.name).second) parts.push_back(std::move(part));  // others libzip does not write
  }
  if (parts.empty()) {
    parts = parts_of({.sheets = {{}}, .strings = {"<t>x</t>", "<t>a</t>"}, .formats = {"yyyy-mm-dd", "0%"}});
    parts[2].bytes = std::move(bytes);
  }
  return zipped(parts, Packing::stored);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Soundness sound = soundness(archive_of(std::string(data, data + size)));
  if (!sound.wrong.empty()) {
    std::fprintf(stderr, "%s\n", sound.wrong.c_str());
    std::abort();
  }
  return 0;
}
