#include "web/handing.hpp"

#include <algorithm>

namespace lagesbild::web {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string page_policy(const std::vector<std::string>& ancestors) {
  std::string policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; base-uri 'none'; "
                       "form-action 'none'; frame-ancestors 'self'";
  for (const std::string& one : ancestors) policy.append(" ").append(one);
  return policy;
}

std::vector<Header> fixed_headers(Audience audience) {
  std::vector<Header> all{
      {"X-Content-Type-Options", "nosniff", "en fil är vad den säger att den är", "a file is what it says it is"},
      {"Referrer-Policy", "no-referrer", "andra webbplatser får inte veta vilken sida läsaren kom från",
       "other sites are not told which page a reader came from"},
      {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()", "sidorna behöver ingen utrustning",
       "the pages need no devices"},
      {"Cross-Origin-Opener-Policy", "same-origin", "andra fönster kommer inte åt sidorna", "other windows cannot reach the pages"},
      {"Cross-Origin-Resource-Policy", "same-origin", "andra webbplatser kan inte hämta in filerna i sina sidor",
       "other sites cannot load the files into their pages"},
  };
  if (audience == Audience::open) {
    all.push_back({"Cache-Control", "no-cache",
                   "sparas, men webbläsaren frågar om filen har ändrats: en ny utgåva syns genast och blandas aldrig med en gammal",
                   "kept, but the browser asks whether a file has changed: a new release shows at once, never mixed with an old one"});
  } else {
    all.push_back({"Cache-Control", "private, no-cache",
                   "sparas bara hos läsaren, och webbläsaren frågar om filen har ändrats: en ny utgåva syns genast",
                   "kept by the reader only, and the browser asks whether the file has changed: a new release shows at once"});
    all.push_back({"X-Robots-Tag", "noindex, nofollow", "ska inte finnas hos sökmotorer", "not for search engines"});
  }
  return all;
}

bool is_origin(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!text.starts_with(scheme)) continue;
    text.remove_prefix(scheme.size());
    if (text.starts_with("*.")) text.remove_prefix(2);
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view host = text.substr(0, colon), port = text.substr(std::min(colon + 1, text.size()));
    const bool named = !host.empty() && is_letter_or_digit(host.front()) && is_letter_or_digit(host.back()) &&
                       std::all_of(host.begin(), host.end(), [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; });
    const bool digits = std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
    return named && (colon == text.size() || (!port.empty() && port.size() <= 5 && digits));
  }
  return false;
}

}  // namespace lagesbild::web
