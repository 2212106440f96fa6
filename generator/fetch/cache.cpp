#include "fetch/cache.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>
#include <utility>

#include "base/codes.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"
#include "base/json_text.hpp"
#include "base/yaml.hpp"
#include "fetch/cache_codes.hpp"

namespace lagesbild::fetch {
namespace {

namespace fs = std::filesystem;
using std::chrono::sys_seconds;

Failure damaged(const fs::path& file) { return {code::cache_damaged, {{"path", file.string()}}, {}}; }

Failure unwritable(const fs::path& file, int error) {
  return {code::cache_unwritable, {{"path", file.string()}, {"reason", std::strerror(error)}}, {}};
}

class Open {
 public:
  explicit Open(int fd) : fd_(fd) {}
  ~Open() { if (fd_ >= 0) ::close(fd_); }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(fd, bytes.data(), bytes.size());
    if (done < 0 && errno != EINTR) return false;
    if (done > 0) bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

// Whole or not at all, and on the disk when it returns. The draft has the name of this process: two runs do not write the same one.
Result<Done> write_whole(const fs::path& file, std::string_view bytes) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return unwritable(file.parent_path(), error.value());
  fs::permissions(file.parent_path(), fs::perms::owner_all, error);
  const fs::path draft = file.string() + "." + std::to_string(::getpid()) + ".part";
  {
    const Open out{::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
    if (out.get() < 0 || !write_all(out.get(), bytes) || ::fsync(out.get()) != 0) {
      const int why = errno;
      ::unlink(draft.c_str());
      return unwritable(file, why);
    }
  }
  if (::rename(draft.c_str(), file.c_str()) != 0) return unwritable(file, errno);
  const Open folder{::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (folder.get() < 0 || ::fsync(folder.get()) != 0) return unwritable(file.parent_path(), errno);
  return Done{};
}

// The state as JSON, which is YAML too, so that the strict reader of the house can read it again.
std::string state_text(const source::Source& source, const Kept& kept) {
  JsonText json;
  json.object([&] {
    json.text("dataset", source.dataset);
    json.text("location", source.location.substr(0, source.location.find('?')));  // for a person who looks here
    json.text("tried", to_text(kept.tried));
    json.text("failure", kept.failure);
    if (kept.sha256.empty()) return;
    json.text("sha256", kept.sha256);
    json.text("fetched", to_text(kept.fetched));
    json.text("confirmed", to_text(kept.confirmed));
    json.text("etag", kept.etag);
    json.text("last_modified", kept.last_modified);
    json.number("bytes", static_cast<std::int64_t>(kept.bytes));
    json.number("rows", static_cast<std::int64_t>(kept.rows));
    json.list("columns", [&] { for (const std::string& column : kept.columns) json.item(column); });
  });
  return json.take();
}

sys_seconds read_time(yaml::Reader& reader, std::string_view key, bool& sound) {
  const auto time = parse_time(reader.text_or(key, ""));
  sound = sound && time.has_value();
  return time.value_or(sys_seconds{});
}

std::optional<Kept> parse_state(const std::string& file, std::string text) {
  Diagnostics faults;
  const auto document = yaml::parse(file, std::move(text), faults);
  if (!document) return std::nullopt;
  yaml::Reader reader{*document, document->root, faults};
  if (!reader) return std::nullopt;
  bool sound = true;
  Kept kept;
  reader.text("dataset");
  reader.text("location");
  kept.tried = read_time(reader, "tried", sound);
  kept.failure = reader.text_or("failure", "");
  if (reader.has("sha256")) {
    kept.sha256 = reader.text("sha256");
    sound = sound && kept.sha256.size() == 64 && kept.sha256.find_first_not_of("0123456789abcdef") == std::string::npos;
    kept.fetched = read_time(reader, "fetched", sound);
    kept.confirmed = read_time(reader, "confirmed", sound);
    kept.etag = reader.text_or("etag", "");
    kept.last_modified = reader.text_or("last_modified", "");
    constexpr std::int64_t most = std::int64_t{1} << 40;
    kept.bytes = static_cast<std::size_t>(reader.integer("bytes", 0, most));
    kept.rows = static_cast<std::size_t>(reader.integer("rows", 0, most));
    kept.columns = reader.texts("columns");
  }
  reader.finish();
  return sound && !faults.has_errors() ? std::optional{std::move(kept)} : std::nullopt;
}

}  // namespace

std::string to_text(sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock{time - day};
  const auto two = [](auto number) { return std::to_string(100 + number).substr(1); };
  return to_string(Date{day}) + "T" + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" +
         two(clock.seconds().count()) + "Z";
}

std::optional<sys_seconds> parse_time(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') return std::nullopt;
  const auto day = parse_date(text.substr(0, 10));
  if (!day) return std::nullopt;
  int parts[3] = {};
  for (std::size_t i = 0; i < 3; ++i) {
    const char tens = text[11 + 3 * i], ones = text[12 + 3 * i];
    if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return std::nullopt;
    parts[i] = (tens - '0') * 10 + (ones - '0');
  }
  if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
  return std::chrono::sys_days{*day} + std::chrono::hours{parts[0]} + std::chrono::minutes{parts[1]} + std::chrono::seconds{parts[2]};
}

fs::path Cache::state_of(const source::Source& source) const {
  std::string whole = source.dataset + "\n" + source.location + "\n" + source.sheet;
  if (source.query) {  // another question has other rows
    whole += "\n" + source.query->connection + "\n" + source.query->sql;
    for (const std::string& parameter : source.query->parameters) whole += "\n" + parameter;
  }
  return folder_ / "sources" / (source.dataset + "-" + sha256_hex(whole).substr(0, 16) + ".json");
}

Result<std::optional<Kept>> Cache::find(const source::Source& source) const {
  const fs::path file = state_of(source);
  RealDisk disk;
  auto text = disk.read(file);
  if (!text && text.failure().code == code::file_missing) return std::optional<Kept>{};
  if (!text) return text.failure();
  auto kept = parse_state(file.string(), std::move(text).value());
  if (!kept) return damaged(file);
  return kept;
}

Result<std::string> Cache::read(const std::string& sha256) const {
  const fs::path file = folder_ / "objects" / sha256;
  RealDisk disk;
  auto bytes = disk.read(file);
  if (!bytes || sha256_hex(bytes.value()) != sha256) return damaged(file);
  return bytes;
}

Result<Done> Cache::put(const std::string& sha256, std::string_view bytes) const {
  if (read(sha256)) return Done{};  // not so when they have been damaged
  return write_whole(folder_ / "objects" / sha256, bytes);
}

Result<Done> Cache::note(const source::Source& source, const Kept& kept) const {
  return write_whole(state_of(source), state_text(source, kept));
}

void Cache::sweep() const {
  RealDisk disk;
  const auto states = disk.list(folder_ / "sources");
  const auto objects = disk.list(folder_ / "objects");
  if (!states || !objects) return;
  std::set<std::string> spoken_of;
  for (const std::string& name : states.value()) {
    if (name.ends_with(".part")) continue;  // of a run that was killed, or that is at work
    auto text = disk.read(folder_ / "sources" / name);
    const auto kept = text ? parse_state(name, std::move(text).value()) : std::nullopt;
    if (!kept) return;  // one that cannot be read may speak of any
    spoken_of.insert(kept->sha256);
  }
  std::error_code ignored;
  for (const std::string& name : objects.value()) {
    if (!spoken_of.contains(name) && !name.ends_with(".part")) fs::remove(folder_ / "objects" / name, ignored);
  }
}

}  // namespace lagesbild::fetch
