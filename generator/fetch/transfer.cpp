#include "fetch/transfer.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "fetch/codes.hpp"
#include "wire/address.hpp"
#include "wire/codes.hpp"
#include "wire/faults.hpp"

namespace lagesbild::fetch {
namespace {

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

std::string lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

struct Range { std::uint64_t first = 0, last = 0; std::optional<std::uint64_t> whole; };

// "bytes 5-9/10" and "bytes 5-9/*".
std::optional<Range> parse_range(std::string_view text) {
  Range range;
  const auto number = [&](std::uint64_t& into, char after) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    if (error != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (after == '\0') return text.empty();
    if (text.empty() || text.front() != after) return false;
    text.remove_prefix(1);
    return true;
  };
  if (lower(text.substr(0, 6)) != "bytes ") return std::nullopt;
  text.remove_prefix(6);
  if (!number(range.first, '-') || !number(range.last, '/') || range.last < range.first) return std::nullopt;
  if (text == "*") return range;
  std::uint64_t whole = 0;
  if (!number(whole, '\0') || range.last >= whole) return std::nullopt;
  range.whole = whole;
  return range;
}

bool may_be_sent(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
}

}  // namespace

Transfer::Transfer(std::string shown, std::uint64_t max_bytes, std::string etag, std::string last_modified)
    : shown_(std::move(shown)), max_bytes_(max_bytes), etag_(std::move(etag)), last_modified_(std::move(last_modified)) {
  if (!may_be_sent(etag_)) etag_.clear();
  if (!may_be_sent(last_modified_)) last_modified_.clear();
}

Failure Transfer::failure(Code code, std::vector<Argument> more) const {
  Failure out{code, {{"url", shown_}}, {}};
  std::move(more.begin(), more.end(), std::back_inserter(out.arguments));
  return out;
}

Transfer::Next Transfer::refuse(Code code, std::vector<Argument> more) {
  verdict_ = failure(code, std::move(more));
  return Next::stop;
}

void Transfer::forget_what_came() {
  received_ = asked_from_ = 0;
  body_.clear();
  validator_.clear();
  encoding_.clear();
  gunzip_.reset();
}

void Transfer::begin(int tries) {
  tries_ = std::to_string(tries);
  const bool sound = !gunzip_ || gunzip_->state() == Gunzip::State::more;
  const bool ask_for_the_rest = received_ > 0 && !validator_.empty() && !from_the_start_ && sound;
  if (!ask_for_the_rest) forget_what_came();
  asked_from_ = received_;
  in_this_answer_ = 0;
  head_ = {};
  redirect_.clear();
  verdict_.reset();
  from_the_start_ = unchanged_ = false;
}

std::vector<std::string> Transfer::question() const {
  std::vector<std::string> lines{"Accept-Encoding: gzip"};
  if (asked_from_ > 0) {
    lines.push_back("Range: bytes=" + std::to_string(asked_from_) + "-");
    lines.push_back("If-Range: " + validator_);
    return lines;
  }
  if (!etag_.empty()) lines.push_back("If-None-Match: " + etag_);
  if (!last_modified_.empty()) lines.push_back("If-Modified-Since: " + last_modified_);
  return lines;
}

Transfer::Next Transfer::header(std::string_view line) {
  switch (head_.add(line)) {
    case wire::Head::Line::too_long: return refuse(code::wire_bad_answer);
    case wire::Head::Line::ended: return judge();
    case wire::Head::Line::more: break;
  }
  return Next::go_on;
}

// All encodings in the order they were applied; "" for none.
std::string Transfer::encoding() const {
  std::string out;
  for (const auto& [name, value] : head_.fields()) {
    if (name != "content-encoding" || value.empty() || lower(value) == "identity") continue;
    out += (out.empty() ? "" : ", ") + lower(value);
  }
  return out == "x-gzip" ? "gzip" : out;
}

// What If-Range may hold: a strong tag, or a date if the file had been left alone for a minute when it was sent (RFC 9110, 8.8.2.2).
// A weak tag says that two files mean the same, not that their bytes are the same.
std::string Transfer::validator() const {
  const std::string_view tag = head_.field("etag");
  if (!tag.empty()) return tag.starts_with('"') && may_be_sent(tag) ? std::string{tag} : std::string{};
  const auto modified = wire::http_date(head_.field("last-modified"));
  const auto sent = wire::http_date(head_.field("date"));
  const bool strong = encoding_.empty() && modified && sent && *modified + 60 <= *sent && may_be_sent(head_.field("last-modified"));
  return strong ? std::string{head_.field("last-modified")} : std::string{};
}

Transfer::Next Transfer::judge() {
  const int status = head_.status();
  if (asked_from_ > 0 && status == 206) return judge_rest();
  if (asked_from_ > 0 && status == 416) {
    from_the_start_ = true;
    return Next::stop;
  }
  if (status == 200) return judge_whole();
  if (status == 304 && asked_from_ == 0 && (!etag_.empty() || !last_modified_.empty())) {
    unchanged_ = true;
    return Next::go_on;
  }
  return judge_status();
}

Transfer::Next Transfer::judge_rest() {
  const auto range = parse_range(head_.field("content-range"));
  const auto length = head_.length();
  const bool fits = range && !head_.malformed() && range->first == asked_from_ && encoding() == encoding_ &&
                    (!range->whole || range->last + 1 == *range->whole) && (!length || *length == range->last - range->first + 1);
  if (!fits || (!length && !head_.chunked())) {
    from_the_start_ = true;
    return Next::stop;
  }
  if (range->last >= max_bytes_) return refuse(code::wire_too_large, {{"limit", wire::size_text(max_bytes_)}});
  return Next::go_on;
}

Transfer::Next Transfer::judge_whole() {
  forget_what_came();
  if (head_.malformed()) return refuse(code::wire_bad_answer);
  whole_ = head_;
  encoding_ = encoding();
  if (!encoding_.empty() && encoding_ != "gzip") return refuse(code::fetch_encoded, {{"encoding", wire::tame(encoding_)}});
  if (encoding_ == "gzip") gunzip_.emplace();
  validator_ = validator();
  if (head_.chunked()) return Next::go_on;
  // Without a length the end of the body is the end of the connection, and a server that died halfway looks the same.
  const auto length = head_.length();
  if (!length) return refuse(code::fetch_length_unknown);
  if (*length == 0) return refuse(code::fetch_empty);
  if (*length > max_bytes_) return refuse(code::wire_too_large, {{"limit", wire::size_text(max_bytes_)}});
  body_.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(*length, 1U << 20)));  // a promise is no reason to take memory
  return Next::go_on;
}

Transfer::Next Transfer::judge_status() {
  const int status = head_.status();
  const std::string_view location = head_.field("location");
  if (wire::is_redirect(status) && !location.empty()) {
    redirect_ = location;
    return Next::stop;
  }
  std::vector<Argument> more{{"status", std::to_string(status)}};
  const Code code = code_of(status);
  if (code == code::fetch_status || code == code::fetch_too_often || code == code::fetch_unavailable) more.push_back({"tries", tries_});
  return refuse(code, std::move(more));
}

Transfer::Next Transfer::body(std::string_view bytes) {
  const auto too_large = [&] { return refuse(code::wire_too_large, {{"limit", wire::size_text(max_bytes_)}}); };
  if (bytes.size() > max_bytes_ - received_) return too_large();
  received_ += bytes.size();
  in_this_answer_ += bytes.size();
  if (!gunzip_) {
    body_ += bytes;
    return Next::go_on;
  }
  switch (gunzip_->add(bytes, body_, max_bytes_)) {
    case Gunzip::State::damaged: return refuse(code::fetch_packed_damaged, {{"tries", tries_}});
    case Gunzip::State::too_large: return too_large();
    case Gunzip::State::more_after_the_end: return refuse(code::fetch_packed_more);
    case Gunzip::State::more:
    case Gunzip::State::whole: break;
  }
  return Next::go_on;
}

std::optional<Failure> Transfer::incomplete() const {
  if (!head_.ended()) return failure(code::wire_cut, {{"tries", tries_}});
  if (unchanged_) return std::nullopt;
  if (!head_.chunked() && head_.length() && *head_.length() != in_this_answer_) return failure(code::wire_cut, {{"tries", tries_}});
  if (received_ == 0) return failure(code::fetch_empty);
  if (gunzip_ && gunzip_->state() != Gunzip::State::whole) return failure(code::fetch_packed_damaged, {{"tries", tries_}});
  if (body_.empty()) return failure(code::fetch_empty);
  return std::nullopt;
}

}  // namespace lagesbild::fetch
