// The parts of an .xlsx, which is a zip archive of XML. What an archive says about sizes is never trusted: bytes are counted as they are
// unpacked, and the reading stops at the limits. libzip is used here only.
#pragma once
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "read/workbook.hpp"

struct zip;
struct zip_file;

namespace lagesbild::read {

class Package;

// One part, from its beginning to its end.
class PackagePart {
 public:
  // How many bytes came, 0 at the end, which also says that the checksum was right. Nothing: an error, and it has been told.
  std::optional<std::size_t> read(char* into, std::size_t most);

 private:
  friend class Package;
  struct Close {
    void operator()(zip_file* file) const;
  };
  PackagePart(Package& package, std::string name, zip_file* file) : package_(package), name_(std::move(name)), file_(file) {}
  Package& package_;
  std::string name_;
  std::unique_ptr<zip_file, Close> file_;
  std::size_t unpacked_ = 0;
};

class Package {
 public:
  // Nothing when the bytes are no archive, or a broken one; it has been told.
  static std::unique_ptr<Package> open(std::string file_shown, std::string bytes, const WorkbookLimits& limits, Diagnostics& diagnostics);

  // Names of parts are without a slash at the beginning, and capital letters do not matter.
  bool has(std::string_view name) const { return index_.contains(key(name)); }
  bool has_folder(std::string_view name) const;  // "xl/"
  std::optional<PackagePart> open_part(const std::string& name);

  const std::string& file() const { return file_; }
  const WorkbookLimits& limits() const { return limits_; }
  // Complains about the file as a whole.
  void refuse(Code code, std::vector<Argument> arguments = {}) { diagnostics_.error(code, {file_, 0, 0}, std::move(arguments)); }

 private:
  friend class PackagePart;
  struct Discard {
    void operator()(zip* archive) const;
  };
  Package(std::string file_shown, std::string bytes, const WorkbookLimits& limits, Diagnostics& diagnostics)
      : file_(std::move(file_shown)), bytes_(std::move(bytes)), limits_(limits), diagnostics_(diagnostics) {}
  static std::string key(std::string_view name);
  bool list_parts();
  bool within_limits(const std::string& part, std::size_t part_unpacked);

  std::string file_;
  std::string bytes_;
  WorkbookLimits limits_;
  Diagnostics& diagnostics_;
  std::unique_ptr<zip, Discard> zip_;
  std::map<std::string, std::size_t> index_;
  std::size_t unpacked_ = 0;
};

}  // namespace lagesbild::read
