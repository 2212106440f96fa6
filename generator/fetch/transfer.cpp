#include "fetch/transfer.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <utility>

#include "fetch/address.hpp"
#include "fetch/codes.hpp"

namespace lagesbild::fetch {
namespace {

constexpr std::size_t max_header_bytes = 64U << 10;  // libcurl takes endless 1xx answers and 300 kB; no honest server needs this much

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// A number too large for 64 bits is the largest one: over every limit. Nothing when it is not a number.
std::optional<std::uint64_t> parse_length(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || end != text.data() + text.size()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
  if (error != std::errc{}) return std::nullopt;
  return value;
}

bool is_redirect(int status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

Code code_of(int status) {
  switch (status) {
    case 401: return code::fetch_login_needed;
    case 403: return code::fetch_forbidden;
    case 404:
    case 410: return code::fetch_not_found;
    case 429: return code::fetch_too_often;
    case 503: return code::fetch_unavailable;
    default: return code::fetch_status;
  }
}

}  // namespace

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kilo = 1024;
  if (bytes != 0 && bytes % (kilo * kilo) == 0) return std::to_string(bytes / (kilo * kilo)) + " MB";
  if (bytes != 0 && bytes % kilo == 0) return std::to_string(bytes / kilo) + " kB";
  return std::to_string(bytes) + " B";
}

Transfer::Next Transfer::refuse(Code code, std::vector<Argument> more) {
  verdict_ = Failure{code, {{"url", shown_}}, {}};
  std::move(more.begin(), more.end(), std::back_inserter(verdict_->arguments));
  return Next::stop;
}

void Transfer::start(std::string_view status_line) {
  status_ = 0;
  const std::size_t blank = status_line.find(' ');
  if (blank != std::string_view::npos) {
    const std::string_view digits = status_line.substr(blank + 1, 3);
    std::from_chars(digits.data(), digits.data() + digits.size(), status_);
  }
  length_.reset();
  chunked_ = malformed_ = false;
  for (std::string* text : {&content_type_, &last_modified_, &location_, &encoding_}) text->clear();
}

void Transfer::field(std::string_view name, std::string_view value) {
  if (same(name, "content-length")) {
    const auto length = parse_length(value);
    if (!length || (length_ && *length_ != *length)) malformed_ = true;
    length_ = length;
  } else if (same(name, "transfer-encoding")) {
    // libcurl would unpack gzip here unasked.
    if (same(value, "chunked")) chunked_ = true; else malformed_ = true;
  } else if (same(name, "content-encoding")) {
    if (!value.empty() && !same(value, "identity")) encoding_ = value;
  } else if (same(name, "location")) {
    location_ = value;
  } else if (same(name, "content-type")) {
    content_type_ = value;
  } else if (same(name, "last-modified")) {
    last_modified_ = value;
  }
}

Transfer::Next Transfer::header(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > max_header_bytes) return refuse(code::fetch_bad_answer);
  if (judged_) return Next::go_on;  // trailers say nothing that we would believe
  if (line.starts_with("HTTP/")) {
    start(trimmed(line));
    return Next::go_on;
  }
  if (trimmed(line).empty()) {
    const bool more_to_come = status_ >= 100 && status_ < 200 && status_ != 101;
    return more_to_come ? Next::go_on : judge();
  }
  const std::size_t colon = line.find(':');
  // A line that starts with a blank continues the one before it: forbidden since 2014, and a way to hide an encoding.
  if (line.front() == ' ' || line.front() == '\t' || colon == std::string_view::npos) malformed_ = true;
  else field(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  return Next::go_on;
}

Transfer::Next Transfer::judge() {
  judged_ = true;
  if (status_ != 200) return judge_status();
  if (malformed_) return refuse(code::fetch_bad_answer);
  if (!encoding_.empty()) return refuse(code::fetch_encoded, {{"encoding", tame(encoding_)}});
  if (chunked_) return Next::go_on;
  // Without a length the end of the body is the end of the connection, and a server that died halfway looks the same.
  if (!length_) return refuse(code::fetch_length_unknown);
  if (*length_ == 0) return refuse(code::fetch_empty);
  if (*length_ > max_bytes_) return refuse(code::fetch_too_large, {{"limit", size_text(max_bytes_)}});
  body_.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(*length_, 1U << 20)));  // a promise is no reason to take memory
  return Next::go_on;
}

Transfer::Next Transfer::judge_status() {
  if (is_redirect(status_) && !location_.empty()) {
    redirect_ = location_;
    return Next::stop;
  }
  return refuse(code_of(status_), {{"status", std::to_string(status_)}});
}

Transfer::Next Transfer::body(std::string_view bytes) {
  if (bytes.size() > max_bytes_ - body_.size()) return refuse(code::fetch_too_large, {{"limit", size_text(max_bytes_)}});
  body_ += bytes;
  return Next::go_on;
}

std::optional<Failure> Transfer::incomplete() const {
  const auto failure = [&](Code code) { return Failure{code, {{"url", shown_}}, {}}; };
  if (!judged_) return failure(code::fetch_bad_answer);
  if (!chunked_ && length_ && *length_ != body_.size()) return failure(code::fetch_cut);
  if (body_.empty()) return failure(code::fetch_empty);
  return std::nullopt;
}

}  // namespace lagesbild::fetch
