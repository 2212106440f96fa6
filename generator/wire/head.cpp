#include "wire/head.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace lagesbild::wire {
namespace {

constexpr std::size_t longest_head = 64U << 10;  // libcurl takes endless 1xx answers and 300 kB; no honest server needs this much
constexpr std::int64_t longest_wait = 120;

std::string lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// A number too large for 64 bits is the largest one: over every limit. Nothing when it is not a number.
std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || end != text.data() + text.size()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
  if (error != std::errc{}) return std::nullopt;
  return value;
}

}  // namespace

void Head::start(std::string_view status_line) {
  status_ = 0;
  const std::size_t blank = status_line.find(' ');
  if (blank != std::string_view::npos) {
    const std::string_view digits = status_line.substr(blank + 1, 3);
    std::from_chars(digits.data(), digits.data() + digits.size(), status_);
  }
  length_.reset();
  chunked_ = malformed_ = false;
  fields_.clear();
}

void Head::keep(std::string name, std::string_view value) {
  if (name == "content-length") {
    const auto length = parse_number(value);
    if (!length || (length_ && *length_ != *length)) malformed_ = true;
    length_ = length;
  } else if (name == "transfer-encoding") {
    // libcurl would unpack gzip here unasked.
    if (lower(value) == "chunked") chunked_ = true; else malformed_ = true;
  }
  fields_.emplace_back(std::move(name), value);
}

Head::Line Head::add(std::string_view line) {
  bytes_ += line.size();
  if (bytes_ > longest_head) return Line::too_long;
  if (ended_) return Line::more;  // trailers say nothing that we would believe
  if (line.starts_with("HTTP/")) {
    start(trimmed(line));
    return Line::more;
  }
  if (trimmed(line).empty()) {
    ended_ = status_ < 100 || status_ >= 200 || status_ == 101;
    return ended_ ? Line::ended : Line::more;
  }
  const std::size_t colon = line.find(':');
  // A line end within the line would be one if it were sent back; a zero byte ends it for others.
  const std::string_view value = colon == std::string_view::npos ? line : trimmed(line.substr(colon + 1));
  if (value.find_first_of(std::string_view{"\r\n\0", 3}) != std::string_view::npos) malformed_ = true;
  // A line that starts with a blank continues the one before it: forbidden since 2014, and a way to hide an encoding.
  if (line.front() == ' ' || line.front() == '\t' || colon == std::string_view::npos) malformed_ = true;
  else keep(lower(trimmed(line.substr(0, colon))), value);
  return Line::more;
}

std::string_view Head::field(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string_view{} : std::string_view{found->second};
}

bool is_redirect(int status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

bool is_passing(int status) {
  return status == 408 || status == 425 || status == 429 || status == 500 || (status >= 502 && status <= 504);
}

std::optional<std::int64_t> http_date(std::string_view text) {
  const time_t time = curl_getdate(std::string{text}.c_str(), nullptr);
  if (time < 0) return std::nullopt;
  return time;
}

std::optional<std::chrono::seconds> retry_after(std::string_view value, std::chrono::sys_seconds now) {
  std::int64_t wait = 0;
  if (const auto number = parse_number(value)) {
    wait = static_cast<std::int64_t>(std::min<std::uint64_t>(*number, longest_wait));
  } else if (const auto date = http_date(value)) {
    wait = *date - now.time_since_epoch().count();
  } else {
    return std::nullopt;
  }
  return std::chrono::seconds{std::clamp<std::int64_t>(wait, 0, longest_wait)};
}

}  // namespace lagesbild::wire
