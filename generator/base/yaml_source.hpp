// The text of a YAML file and the places in it. Offsets are bytes of the text without BOM and with plain line ends; columns are characters.
#pragma once
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/text.hpp"

namespace lagesbild::yaml {

class Source {
 public:
  Source(std::string file, std::string_view text) : file_(std::move(file)), text_(text) {
    starts_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) starts_.push_back(at + 1);
  }
  std::string_view text() const { return text_; }
  const std::string& file() const { return file_; }
  std::size_t lines() const { return starts_.size(); }
  // From 0.
  std::size_t line_of(std::size_t offset) const {
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin()) - 1;
  }
  std::size_t start_of(std::size_t line) const { return starts_[line]; }
  std::string_view line(std::size_t line) const { return line_at(text_, starts_[line]); }

  Place place(std::size_t offset) {
    offset = std::min(offset, text_.size());
    const std::size_t line = line_of(offset);
    // Going on from the last place keeps a file of one long line from taking the square of its length.
    const bool further = line == last_line_ && offset >= last_offset_;
    const std::size_t from = further ? last_offset_ : starts_[line];
    last_column_ = (further ? last_column_ : 0) + count_characters(text_.substr(from, offset - from));
    last_line_ = line;
    last_offset_ = offset;
    return {file_, static_cast<int>(line) + 1, static_cast<int>(last_column_) + 1};
  }
  void error(Diagnostics& out, Code code, std::size_t offset, std::size_t bytes, std::vector<Argument> arguments = {}) {
    offset = std::min(offset, text_.size());
    const std::string_view rest = text_.substr(offset, std::min(bytes, text_.find('\n', offset) - offset));
    const int length = std::max(1, static_cast<int>(count_characters(rest)));
    out.error(code, place(offset), std::move(arguments), std::string{line_at(text_, offset)}, length);
  }

 private:
  std::string file_;
  std::string_view text_;
  std::vector<std::size_t> starts_;
  std::size_t last_line_ = 0;
  std::size_t last_offset_ = 0;
  std::size_t last_column_ = 0;
};

}  // namespace lagesbild::yaml
