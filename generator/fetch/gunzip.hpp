// Unpacks gzip as it arrives. libcurl's own unpacking says that half a stream is whole and never counts what comes out; this counts every
// byte and wants one stream, with its checksum, and nothing after it.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct z_stream_s;

namespace lagesbild::fetch {

class Gunzip {
 public:
  Gunzip();
  ~Gunzip();
  Gunzip(Gunzip&&) noexcept;
  Gunzip& operator=(Gunzip&&) noexcept;
  enum class State { more, whole, damaged, too_large, more_after_the_end };
  // Appends to `out`, which never gets longer than `max_bytes`.
  State add(std::string_view packed, std::string& out, std::uint64_t max_bytes);
  State state() const { return state_; }

 private:
  struct End { void operator()(z_stream_s* stream) const; };
  std::unique_ptr<z_stream_s, End> stream_;
  State state_ = State::more;
};

}  // namespace lagesbild::fetch
