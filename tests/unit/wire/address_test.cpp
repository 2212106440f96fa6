#include "wire/address.hpp"

#include <set>

#include "expect.hpp"
#include "wire/codes.hpp"

namespace lagesbild::wire {
namespace {

using test::argument;
using test::check_texts;

Failure refused(const std::string& url, PlainHttp plain = PlainHttp::refused) {
  const auto result = parse_address(url, plain);
  INFO(url);
  REQUIRE_FALSE(result.ok());
  check_texts(result.failure());
  return result.failure();
}

std::string_view code_of(const std::string& url, PlainHttp plain = PlainHttp::refused) { return refused(url, plain).code.id; }

Address good(const std::string& url) {
  const auto result = parse_address(url, PlainHttp::allowed);
  INFO(url);
  REQUIRE(result.ok());
  return result.value();
}

std::string_view redirect_code(const std::string& from, const std::string& location) {
  const auto result = follow(good("https://first.example/a"), good(from), location);
  INFO(from << " -> " << location);
  if (result) return "followed";
  check_texts(result.failure());
  return result.failure().code.id;
}

}  // namespace

TEST_CASE("an address is taken apart and percent-encoded, its fragment dropped") {
  const Address address = good("https://Exempel.SE:8443/mäpp/en fil.csv?nyckel=å#del");
  CHECK(address.url == "https://Exempel.SE:8443/m%c3%a4pp/en%20fil.csv?nyckel=%c3%a5");
  CHECK(address.scheme == "https");
  CHECK(address.host == "exempel.se");
  CHECK(address.port == "8443");
  CHECK(good("HTTPS://h/").port == "443");
  CHECK(good("http://h/").port == "80");
}

TEST_CASE("the query of an address, where keys are, is never shown") {
  CHECK(good("https://h/mäpp/f.csv?sig=HEMLIG").shown == "https://h/mäpp/f.csv?…");
  CHECK(good("https://h/f.csv#HEMLIG").shown == "https://h/f.csv");
  CHECK(good("https://h/@namn/f.csv?mejl=a@b").shown == "https://h/@namn/f.csv?…");
}

TEST_CASE("only https and sftp, and http when it is allowed, may be used") {
  CHECK(code_of("http://h/") == "wire-http-not-allowed");
  CHECK(good("http://h/").scheme == "http");
  for (const char* url : {"file:///etc/passwd", "ftp://h/f", "scp://h/f", "data:text/csv,a",
                          "gopher://h/", "httpss://h/", "C:\\data\\f.csv"}) {
    CHECK(code_of(url, PlainHttp::allowed) == "wire-url-scheme");
  }
  CHECK(argument(refused("FTP://h/f"), "scheme") == "ftp");
  for (const char* url : {"", "www.exempel.se/f.csv", "//h/f", "/f.csv", " https://h/", "1://h", ":"}) {
    CHECK(code_of(url) == "wire-url-no-scheme");
  }
}

TEST_CASE("an address that cannot be parsed is refused, also where libcurl would guess") {
  for (const char* url : {"https:/h/f", "https:///h/f", "https:h", "https://", "https://h:99999/", "https://h:x/", "https:// h/",
                          "https://a b/",
                          "https://h/a\nb", "https://h/\tb", "https://[::1/"}) {
    CHECK(code_of(url) == "wire-url-invalid");
  }
  CHECK(code_of(std::string{"https://h/a\0b", 13}) == "wire-url-invalid");
}

TEST_CASE("an address with a user name or password is refused, and no failure shows either") {
  for (const char* url : {"https://HEMLIG@h/", "https://a:HEMLIG@h/f", "https://:HEMLIG@h/f", "https://a:HEM@LIG@h/",
                          "https://HEMLIG\\@h/"}) {
    CHECK(code_of(url) == "wire-url-credentials");
  }
  CHECK(argument(refused("https://a:HEMLIG@h/f?q=1"), "url") == "https://…@h/f?…");
  // Those that no parser understands are masked as well.
  for (const char* url : {"https://a:HEM/LIG@h/", "https://a:HEM?LIG@h/", "https://a:HEM#LIG@h/", "a:HEMLIG@h/", "ftp://a:HEMLIG@h/",
                          "HEMLIG@h",
                          "https:/a:HEMLIG@h/", "ftp://h/?HEMLIG", "www.h.se/?HEMLIG", "data:x@HEMLIG://y@h"}) {
    for (const Argument& one : refused(url).arguments) {
      INFO(url << " shows " << one.value);
      CHECK(one.value.find("HEM") == std::string::npos);
      CHECK(one.value.find("LIG") == std::string::npos);
    }
  }
}

TEST_CASE("what is shown of an unreadable address is short and has no control characters") {
  CHECK(masked("h\x1b[31m\n") == "h?[31m?");
  const std::string shown = masked("x" + std::string(300, 'a') + "å");
  CHECK(shown == "x" + std::string(199, 'a') + "…");
  std::string letters;
  for (int i = 0; i < 200; ++i) letters += "å";
  CHECK(masked("x" + letters).size() == 199 + std::string{"…"}.size());  // 200 would be half an å
  CHECK(tame("gz\x1bip\n\xC3\xA5" + std::string(100, 'x')).substr(0, 9) == "gz?ip???x");
  CHECK(tame(std::string(100, 'x')).size() == 60);
}

TEST_CASE("a redirect is followed on the same host and port only") {
  CHECK(follow(good("https://h/a"), good("https://h/a/b?q"), "c").value().url == "https://h/a/c");
  CHECK(follow(good("https://h/a"), good("https://h/a/b"), "/c d?x=1#y").value().url == "https://h/c%20d?x=1");
  CHECK(redirect_code("https://h/a", "https://H:443/b") == "followed");
  CHECK(redirect_code("https://h:8443/a", "https://h:8443/b") == "followed");
  CHECK(redirect_code("https://h/a", "https://other/b") == "wire-redirect-host");
  CHECK(redirect_code("https://h/a", "//other/b") == "wire-redirect-host");
  CHECK(redirect_code("https://h/a", "https://h.other/b") == "wire-redirect-host");
  CHECK(redirect_code("https://h/a", "https://h:8443/b") == "wire-redirect-host");
  CHECK(redirect_code("http://h/a", "https://other/b") == "wire-redirect-host");
}

TEST_CASE("a redirect may go up to https on the usual ports, never down to http") {
  CHECK(redirect_code("http://h/a", "https://h/b") == "followed");
  CHECK(redirect_code("http://h:8080/a", "https://h/b") == "wire-redirect-host");
  CHECK(redirect_code("http://h/a", "https://h:8443/b") == "wire-redirect-host");
  CHECK(redirect_code("https://h/a", "http://h/b") == "wire-redirect-downgrade");
  CHECK(redirect_code("https://h/a", "http://other/b") == "wire-redirect-downgrade");
  CHECK(redirect_code("https://h:80/a", "http://h:80/b") == "wire-redirect-downgrade");
}

TEST_CASE("a redirect to another protocol, or with credentials, is refused") {
  for (const char* location : {"ftp://h/b", "file:///etc/passwd", "javascript:alert(1)", "data:,x"}) {
    CHECK(redirect_code("https://h/a", location) == "wire-redirect-scheme");
  }
  for (const char* location : {"https://u:HEMLIG@h/b", "//HEMLIG@h/b", "https://", "https://h:x/", "/a\x1b"}) {
    CHECK(redirect_code("https://h/a", location) == "wire-redirect-invalid");
  }
  const auto result = follow(good("https://first/a?HEMLIG"), good("https://h/a"), "https://other/b?HEMLIG");
  REQUIRE_FALSE(result.ok());
  CHECK(argument(result.failure(), "url") == "https://first/a?…");
  CHECK(argument(result.failure(), "target") == "https://other/b");
  CHECK(argument(follow(good("https://h/"), good("https://h/"), "https://u:HEMLIG@h/b").failure(), "target") == "…");
}

TEST_CASE("an address of SFTP may name a user, and never a password") {
  const Address address = good("sftp://anna@h:2222/data/en fil.csv");
  CHECK(address.scheme == "sftp");
  CHECK(address.user == "anna");
  CHECK(address.port == "2222");
  CHECK(good("sftp://h/f").port == "22");
  CHECK(good("sftp://h/f").user.empty());
  for (const char* url : {"sftp://a:HEMLIG@h/f", "sftp://:HEMLIG@h/f", "sftp://a:@h/f"}) CHECK(code_of(url) == "wire-url-credentials");
  CHECK(argument(refused("sftp://a:HEMLIG@h/f"), "url") == "sftp://…@h/f");
}

TEST_CASE("every code of wire and fetch has texts, and every text a code") {
  for (const std::string stage : {"wire", "fetch"}) {
    const std::string codes = test::read_text("generator/" + stage + "/codes.hpp");
    const std::string texts = test::read_text("content/common/text/messages/" + stage + ".yaml");
    std::set<std::string> declared, written;
    const auto collect = [](const std::string& text, const std::string& before, char after, std::set<std::string>& out) {
      for (std::size_t at = 0; (at = text.find(before, at)) != std::string::npos;) {
        at += before.size();
        out.insert(text.substr(at, text.find(after, at) - at));
      }
    };
    collect(codes, "{\"" + stage + "-", '"', declared);
    collect(texts, "\n" + stage + "-", ':', written);
    CHECK(declared == written);
    CHECK(declared.size() > 15);
  }
}

}  // namespace lagesbild::wire
