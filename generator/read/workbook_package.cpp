#include "read/workbook_package.hpp"

#include <zip.h>

#include <algorithm>
#include <utility>

#include "read/codes.hpp"
#include "read/encoding.hpp"

namespace lagesbild::read {

using std::size_t;

namespace {

// Entries of the archive's directory, before libzip takes memory for each of them.
size_t count_entries(std::string_view bytes, size_t most) {
  size_t count = 0;
  for (size_t at = bytes.find("PK\x01\x02"); at != bytes.npos && count <= most; at = bytes.find("PK\x01\x02", at + 4)) ++count;
  return count;
}

std::string megabytes(size_t bytes) { return std::to_string(bytes >> 20U); }

}  // namespace

void PackagePart::Close::operator()(zip_file* file) const { zip_fclose(file); }

void Package::Discard::operator()(zip* archive) const { zip_discard(archive); }

std::optional<size_t> PackagePart::read(char* into, size_t most) {
  const zip_int64_t came = zip_fread(file_.get(), into, most);
  if (came < 0) {
    package_.refuse(code::workbook_cut_off);
    return std::nullopt;
  }
  unpacked_ += static_cast<size_t>(came);
  package_.unpacked_ += static_cast<size_t>(came);
  if (!package_.within_limits(name_, unpacked_)) return std::nullopt;
  return static_cast<size_t>(came);
}

bool Package::within_limits(const std::string& part, size_t part_unpacked) {
  const size_t most_times = std::max(limits_.times_from, limits_.times * bytes_.size());
  const size_t most = std::min(limits_.unpacked_bytes, most_times);
  if (part_unpacked <= limits_.part_bytes && unpacked_ <= most) return true;
  refuse(code::workbook_too_large, {{"part", part}, {"limit", megabytes(std::min(most, limits_.part_bytes))}});
  return false;
}

std::string Package::key(std::string_view name) {
  std::string key(name);
  for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\\' ? '/' : c;  // some programs write "xl\"
  return key.substr(std::min(key.find_first_not_of('/'), key.size()));
}

bool Package::has_folder(std::string_view name) const {
  const auto first = index_.lower_bound(key(name));
  return first != index_.end() && first->first.starts_with(key(name));
}

std::unique_ptr<Package> Package::open(std::string file_shown, std::string bytes, const WorkbookLimits& limits, Diagnostics& diagnostics) {
  std::unique_ptr<Package> package(new Package(std::move(file_shown), std::move(bytes), limits, diagnostics));
  const std::string& archive = package->bytes_;
  if (archive.size() > limits.bytes) {
    package->refuse(code::file_too_large, {{"limit", std::to_string(limits.bytes)}, {"seen", std::to_string(archive.size())}});
  } else if (is_old_office_file(archive)) {
    using namespace std::string_view_literals;
    const bool encrypted = archive.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != archive.npos;
    package->refuse(encrypted ? code::workbook_is_encrypted : code::workbook_is_xls);
  } else if (!is_zip(archive)) {
    package->refuse(code::workbook_is_something_else);
  } else if (count_entries(archive, limits.parts) > limits.parts) {
    package->refuse(code::workbook_is_archive);
  } else if (package->list_parts()) {
    return package;
  }
  return nullptr;
}

bool Package::list_parts() {
  zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, nullptr);
  zip_.reset(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (!zip_) {
    zip_source_free(source);
    refuse(code::workbook_cut_off);
    return false;
  }
  const zip_int64_t entries = zip_get_num_entries(zip_.get(), 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    const char* name = zip_get_name(zip_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    if (name != nullptr) index_.emplace(key(name), static_cast<size_t>(i));
  }
  return true;
}

std::optional<PackagePart> Package::open_part(const std::string& name) {
  const auto found = index_.find(key(name));
  if (found == index_.end()) {
    refuse(code::workbook_part_missing, {{"part", name}});
    return std::nullopt;
  }
  zip_file_t* file = zip_fopen_index(zip_.get(), found->second, 0);
  if (file == nullptr) {
    const bool password = zip_error_code_zip(zip_get_error(zip_.get())) == ZIP_ER_NOPASSWD;
    refuse(password ? code::workbook_is_encrypted : code::workbook_cut_off);
    return std::nullopt;
  }
  return PackagePart(*this, name, file);
}

}  // namespace lagesbild::read
