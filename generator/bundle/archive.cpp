#include "bundle/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <cassert>
#include <memory>

namespace lagesbild::bundle {
namespace {

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

// As MS-DOS wrote it: years from 1980, no time zone.
std::uint16_t dos_date(Date date) {
  const auto year = static_cast<unsigned>(std::max(static_cast<int>(date.year()), 1980) - 1980);
  return static_cast<std::uint16_t>(year * 512 + static_cast<unsigned>(date.month()) * 32 + static_cast<unsigned>(date.day()));
}

// Memory is all that could be lacking.
void must([[maybe_unused]] bool done) { assert(done); }

}  // namespace

std::string archive(const std::vector<std::pair<std::string, std::string>>& files, Date date) {
  zip_error_t error;
  zip_error_init(&error);
  const Source whole{zip_source_buffer_create(nullptr, 0, 0, &error)};
  must(whole != nullptr);
  zip_source_keep(whole.get());  // closing the archive lets go of it once
  zip_t* zip = zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error);
  must(zip != nullptr);
  for (const auto& [name, bytes] : files) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const zip_int64_t at = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_GUESS);
    must(at >= 0);
    const auto index = static_cast<zip_uint64_t>(at);
    must(zip_file_set_dostime(zip, index, 0, dos_date(date), 0) == 0);
    must(zip_set_file_compression(zip, index, ZIP_CM_DEFLATE, 6) == 0);
  }
  must(zip_close(zip) == 0);
  zip_stat_t stat;
  must(zip_source_open(whole.get()) == 0 && zip_source_stat(whole.get(), &stat) == 0);
  std::string packed(stat.size, '\0');
  must(zip_source_read(whole.get(), packed.data(), packed.size()) == static_cast<zip_int64_t>(packed.size()));
  zip_source_close(whole.get());
  zip_error_fini(&error);
  return packed;
}

}  // namespace lagesbild::bundle
