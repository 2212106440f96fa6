#include "base/hash.hpp"

#include <string>

#include "base/personal_data.hpp"
#include "catch.hpp"

using namespace lagesbild;

TEST_CASE("SHA-256 agrees with the examples of FIPS 180-4", "[base]") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("SHA-256 of parts is that of the whole", "[base]") {
  Sha256 hash;
  hash.add("a");
  hash.add("");
  hash.add("bc");
  CHECK(hash.hex() == sha256_hex("abc"));
}

TEST_CASE("An id made of a hash never looks like a person's number, even with the hyphens of a UUID", "[base]") {
  CHECK(id_of_hash("0123456789abcdef", 12) == "a1c3e5a7c9ab");
  for (int i = 0; i < 20'000; ++i) {
    std::string id = id_of_hash(sha256_hex(std::to_string(i)), 32);
    for (const std::size_t dash : {20U, 16U, 12U, 8U}) id.insert(dash, "-");
    INFO(id);
    REQUIRE_FALSE(find_personal_data("<id>urn:uuid:" + id + "</id>"));
  }
  CHECK(find_personal_data("<id>urn:uuid:19860101-8222-8bcd</id>").has_value());  // what a bare hash may come to
}
