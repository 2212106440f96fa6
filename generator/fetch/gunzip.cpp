#include "fetch/gunzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace lagesbild::fetch {

void Gunzip::End::operator()(z_stream_s* stream) const {
  inflateEnd(stream);
  delete stream;
}

Gunzip::Gunzip() : stream_(new z_stream_s{}) {
  constexpr int gzip_only = 16 + MAX_WBITS;
  if (inflateInit2(stream_.get(), gzip_only) != Z_OK) state_ = State::damaged;
}
Gunzip::~Gunzip() = default;
Gunzip::Gunzip(Gunzip&&) noexcept = default;
Gunzip& Gunzip::operator=(Gunzip&&) noexcept = default;

Gunzip::State Gunzip::add(std::string_view packed, std::string& out, std::uint64_t max_bytes) {
  if (state_ == State::whole && !packed.empty()) state_ = State::more_after_the_end;
  if (state_ != State::more) return state_;
  std::array<char, 64U << 10> buffer;
  std::string bytes{packed};  // zlib 1.2 wants input that it could write to
  stream_->next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream_->avail_in = static_cast<uInt>(bytes.size());
  for (;;) {
    stream_->next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_->avail_out = static_cast<uInt>(buffer.size());
    const int result = inflate(stream_.get(), Z_NO_FLUSH);
    const std::size_t made = buffer.size() - stream_->avail_out;
    if (made > max_bytes - out.size()) return state_ = State::too_large;
    out.append(buffer.data(), made);
    if (result == Z_STREAM_END) return state_ = stream_->avail_in == 0 ? State::whole : State::more_after_the_end;
    if (result == Z_BUF_ERROR || (result == Z_OK && stream_->avail_in == 0 && made < buffer.size())) return state_;  // wants more
    if (result != Z_OK) return state_ = State::damaged;
  }
}

}  // namespace lagesbild::fetch
