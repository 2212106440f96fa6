# Writes a C++ file that holds the YAML files of messages as text. Called by CMakeLists.txt with OUT and FILES.
set(body "")
foreach(file IN LISTS FILES)
  file(READ "${file}" text)
  get_filename_component(name "${file}" NAME)
  # A literal may hold 64 kB everywhere; the files are far smaller.
  string(APPEND body "    {\"${name}\", R\"message(${text})message\"},\n")
endforeach()
file(WRITE "${OUT}" "// Made by embed_messages.cmake.
#include \"base/messages.hpp\"
namespace lagesbild {
const std::vector<EmbeddedMessages>& embedded_messages() {
  static const std::vector<EmbeddedMessages> all{
${body}  };
  return all;
}
}  // namespace lagesbild
")
