#include "wire/secret.hpp"

#include <sys/stat.h>

#include <cstdlib>
#include <type_traits>

#include "expect.hpp"
#include "nginx.hpp"
#include "wire/codes.hpp"

namespace lagesbild::wire {
namespace {

using test::argument;
using test::check_failure;

template <class T>
concept can_be_printed = requires(std::ostream& out, const T& value) { out << value; };

Result<Secret> from_file(const test::TemporaryFolder& folder, const std::string& bytes, mode_t mode = 0600) {
  folder.write("secret", bytes);
  ::chmod((folder.path() / "secret").c_str(), mode);
  return read_secret({"", folder.path() / "secret"}, "https://h/");
}

}  // namespace

TEST_CASE("a secret has no way into a text or a stream but the one with a name of its own") {
  CHECK_FALSE(std::is_convertible_v<Secret, std::string>);
  CHECK_FALSE(std::is_convertible_v<Secret, std::string_view>);
  CHECK_FALSE(can_be_printed<Secret>);
}

TEST_CASE("a secret is read from a file without its last line end, and from the environment") {
  const test::TemporaryFolder folder;
  CHECK(from_file(folder, "hemlig\n").value().reveal() == "hemlig");
  CHECK(from_file(folder, "hemlig\r\n").value().reveal() == "hemlig");
  CHECK(from_file(folder, " å, blank \n").value().reveal() == " å, blank ");
  CHECK(from_file(folder, "hemlig", 0440).value().reveal() == "hemlig");
  ::setenv("LAGESBILD_TEST_SECRET", "från miljön", 1);
  CHECK(read_secret({"LAGESBILD_TEST_SECRET", {}}, "").value().reveal() == "från miljön");
  ::unsetenv("LAGESBILD_TEST_SECRET");
}

TEST_CASE("a secret that is missing, empty, open to all or more than a line is a clear failure that does not show it") {
  const test::TemporaryFolder folder;
  const std::string path = (folder.path() / "secret").string();
  CHECK(argument(check_failure(from_file(folder, "HEMLIG\n", 0644), code::wire_secret_open), "path") == path);
  check_failure(from_file(folder, ""), code::wire_secret_empty);
  check_failure(from_file(folder, "\n"), code::wire_secret_empty);
  CHECK(argument(check_failure(from_file(folder, "HEMLIG\nX-More: 1\n"), code::wire_secret_unusable), "place") == path);
  check_failure(from_file(folder, "HEMLIG\n\n"), code::wire_secret_unusable);
  check_failure(from_file(folder, std::string(20'000, 'x')), code::wire_secret_unusable);
  check_failure(read_secret({"", folder.path() / "none"}, ""), code::wire_secret_file);
  check_failure(read_secret({"", folder.path()}, ""), code::wire_secret_file);
  check_failure(read_secret({"LAGESBILD_TEST_NO_SUCH", {}}, ""), code::wire_secret_variable);
  check_failure(read_secret({}, "https://h/"), code::wire_secret_none);
}

TEST_CASE("bytes are written as base64") {
  CHECK(base64("").empty());
  CHECK(base64("användare:lösen") == "YW52w6RuZGFyZTpsw7ZzZW4=");
}

}  // namespace lagesbild::wire
