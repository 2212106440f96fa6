#include "base/file.hpp"

#include <fstream>

#include <unistd.h>

#include "base/codes.hpp"
#include "catch.hpp"

using namespace lagesbild;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "lagesbild-file-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, const std::string& bytes) const { std::ofstream(path / name, std::ios::binary) << bytes; }
  fs::path path;
};

}  // namespace

TEST_CASE("a file is read whole, byte by byte", "[base]") {
  const Folder folder;
  const std::string bytes = std::string("a\0\r\n\xFF", 5) + std::string(100'000, 'x');
  folder.write("f", bytes);
  folder.write("tom", "");
  RealDisk disk;
  const auto read = disk.read(folder.path / "f");
  REQUIRE(read.ok());
  CHECK(read.value() == bytes);
  CHECK(disk.read(folder.path / "tom").value().empty());
  const auto kernel = disk.read("/proc/self/stat");  // says that it has no size
  REQUIRE(kernel.ok());
  CHECK_FALSE(kernel.value().empty());
}

TEST_CASE("a file that cannot be read says why", "[base]") {
  const Folder folder;
  folder.write("f", "x");
  RealDisk disk;
  CHECK(disk.read(folder.path / "saknas").failure().code == code::file_missing);
  CHECK(disk.read(folder.path / "f" / "g").failure().code == code::file_missing);
  const auto failure = disk.read(folder.path).failure();
  CHECK(failure.code == code::file_is_folder);
  REQUIRE(failure.arguments.size() == 1);
  CHECK(failure.arguments[0].value == folder.path.string());
  const auto name = disk.read(folder.path / std::string(300, 'x')).failure();
  CHECK(name.code == code::file_unreadable);
  CHECK(name.arguments.size() == 2);
}

TEST_CASE("a folder lists its files by name and leaves out folders", "[base]") {
  const Folder folder;
  folder.write("b", "");
  folder.write("a", "");
  folder.write("B", "");
  folder.write("å", "");
  fs::create_directory(folder.path / "mapp");
  RealDisk disk;
  const auto names = disk.list(folder.path);
  REQUIRE(names.ok());
  CHECK(names.value() == std::vector<std::string>{"B", "a", "b", "å"});
  CHECK(disk.list(folder.path / "mapp").value().empty());
  CHECK(disk.list(folder.path / "saknas").failure().code == code::file_missing);
}

TEST_CASE("the clocks only go forward", "[base]") {
  RealClock clock;
  const auto wall = clock.wall();
  const auto cpu = clock.cpu();
  CHECK(wall.count() > 0);
  CHECK(clock.wall() >= wall);
  CHECK(clock.cpu() >= cpu);
}
