#include "wire/address.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "wire/codes.hpp"

namespace lagesbild::wire {
namespace {

struct FreeUrl { void operator()(CURLU* url) const { curl_url_cleanup(url); } };
using Url = std::unique_ptr<CURLU, FreeUrl>;

// Blanks and å are what people paste; they are sent percent-encoded.
constexpr unsigned int tolerant = CURLU_URLENCODE | CURLU_ALLOW_SPACE;
constexpr unsigned int parse_flags = tolerant | CURLU_DISALLOW_USER;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
  return out;
}

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool is_scheme_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool has_control(std::string_view text) { return std::any_of(text.begin(), text.end(), is_control); }

// "https" of "HTTPS://x", "data" of "data:,x", nothing of "www.example.se/x".
std::optional<std::string> scheme_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(url.front())) return std::nullopt;
  const std::string_view scheme = url.substr(0, colon);
  if (!std::all_of(scheme.begin(), scheme.end(), is_scheme_character)) return std::nullopt;
  return lower(scheme);
}

std::string part(const Url& url, CURLUPart which, unsigned int flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(&curl_free)> owner{text, &curl_free};
  return text;
}

bool has_password(const Url& url) {
  char* text = nullptr;
  const bool found = curl_url_get(url.get(), CURLUPART_PASSWORD, &text, 0) == CURLUE_OK;
  curl_free(text);
  return found;
}

std::string without_query(std::string_view url) {
  const std::size_t end = url.find_first_of("?#");
  std::string out{url.substr(0, end)};
  if (end != std::string_view::npos && url[end] == '?') out += "?…";
  return out;
}

Address address_of(const Url& url, std::string shown) {
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  return {part(url, CURLUPART_URL), std::move(shown), part(url, CURLUPART_SCHEME), lower(part(url, CURLUPART_HOST)),
          part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT), part(url, CURLUPART_USER, CURLU_URLDECODE)};
}

bool is_same_server(const Address& from, const Address& to) {
  if (from.host != to.host) return false;
  if (from.port == to.port) return true;
  return from.scheme == "http" && from.port == "80" && to.scheme == "https" && to.port == "443";
}

}  // namespace

std::string masked(std::string_view url) {
  std::string text;
  const std::size_t at = url.rfind('@');
  if (at == std::string_view::npos) {
    text = without_query(url);
  } else {
    // Everything before the last @ may be a password, whatever characters it has.
    const auto scheme = scheme_of(url);
    if (scheme && url.substr(scheme->size()).starts_with("://")) text = url.substr(0, scheme->size() + 3);
    text += "…" + without_query(url.substr(at));
  }
  std::replace_if(text.begin(), text.end(), is_control, '?');
  if (text.size() > 200) {
    std::size_t end = 200;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not in the middle of a character
    text = text.substr(0, end) + "…";
  }
  return text;
}

std::string tame(std::string_view text) {
  std::string out{text.substr(0, 60)};
  std::replace_if(out.begin(), out.end(), [](char c) { return c < 0x20 || c > 0x7e; }, '?');
  return out;
}

Result<Address> parse_address(const std::string& url, PlainHttp plain) {
  const auto fail = [&](Code code) { return Failure{code, {{"url", masked(url)}}, {}}; };
  const auto scheme = scheme_of(url);
  if (!scheme) return fail(code::wire_url_no_scheme);
  if (*scheme != "https" && *scheme != "http" && *scheme != "sftp") {
    Failure failure = fail(code::wire_url_scheme);
    failure.arguments.push_back({"scheme", *scheme});
    return failure;
  }
  // libcurl reads https:/host and https:///host as https://host; somebody who wrote that meant something else.
  const std::string_view rest = std::string_view{url}.substr(scheme->size() + 1);
  if (!rest.starts_with("//") || rest.starts_with("///") || has_control(url)) return fail(code::wire_url_invalid);
  const Url parsed{curl_url()};
  const CURLUcode result = curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), *scheme == "sftp" ? tolerant : parse_flags);
  if (result == CURLUE_USER_NOT_ALLOWED || has_password(parsed)) return fail(code::wire_url_credentials);
  if (result != CURLUE_OK) return fail(code::wire_url_invalid);
  Address address = address_of(parsed, without_query(url));
  if (address.scheme == "http" && plain == PlainHttp::refused) return fail(code::wire_http_not_allowed);
  return address;
}

Result<Address> follow(const Address& first, const Address& from, const std::string& location) {
  const std::string_view target = std::string_view{location}.substr(0, location.find_first_of("?#"));
  const auto fail = [&](Code code) {
    const bool may_hold_a_password = location.find('@') != std::string::npos;
    return Failure{code, {{"url", first.shown}, {"target", may_hold_a_password ? "…" : tame(target)}}, {}};
  };
  if (has_control(location)) return fail(code::wire_redirect_invalid);
  const auto scheme = scheme_of(location);
  if (scheme && *scheme != "https" && *scheme != "http") return fail(code::wire_redirect_scheme);
  const Url parsed{curl_url()};
  if (curl_url_set(parsed.get(), CURLUPART_URL, from.url.c_str(), 0) != CURLUE_OK) return fail(code::wire_redirect_invalid);
  if (curl_url_set(parsed.get(), CURLUPART_URL, location.c_str(), parse_flags) != CURLUE_OK) return fail(code::wire_redirect_invalid);
  Address to = address_of(parsed, first.shown);
  if (from.scheme == "https" && to.scheme == "http") return fail(code::wire_redirect_downgrade);
  if (!is_same_server(from, to)) return fail(code::wire_redirect_host);
  return to;
}

}  // namespace lagesbild::wire
