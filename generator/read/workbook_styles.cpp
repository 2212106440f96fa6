#include "read/workbook_styles.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <system_error>

#include "base/date.hpp"
#include "base/text.hpp"
#include "read/workbook_xml.hpp"

namespace lagesbild::read {

using std::size_t;

namespace {

// The formats that need no code in the file.
NumberKind kind_of_built_in(size_t id) {
  if (id == 9 || id == 10) return NumberKind::percent;
  return (id >= 14 && id <= 22) || (id >= 45 && id <= 47) ? NumberKind::date : NumberKind::plain;
}

class StyleSheet : public XmlHandler {
 public:
  std::vector<NumberKind> kinds;

  XmlNext start(std::string_view name, int depth, const XmlAttributes& attributes) override {
    if (depth == 2) {
      in_formats_ = name == "numFmts";
      in_cells_ = name == "cellXfs";
    } else if (depth == 3 && in_formats_ && name == "numFmt") {
      own_[parse_index(attributes.text("numFmtId")).value_or(0)] = kind_of_format(attributes.text("formatCode"));
    } else if (depth == 3 && in_cells_ && name == "xf") {
      const size_t format = parse_index(attributes.text("numFmtId")).value_or(0);
      const auto own = own_.find(format);
      kinds.push_back(own == own_.end() ? kind_of_built_in(format) : own->second);
    }
    return XmlNext::on;
  }

 private:
  std::map<size_t, NumberKind> own_;
  bool in_formats_ = false;
  bool in_cells_ = false;
};

}  // namespace

NumberKind kind_of_format(std::string_view code) {
  NumberKind kind = NumberKind::plain;
  for (size_t at = 0; at < code.size() && code[at] != ';'; ++at) {  // after ; is what negative numbers, zeros and texts look like
    switch (code[at]) {
      case '"': at = std::min(code.find('"', at + 1), code.size()); break;
      case '[': at = std::min(code.find(']', at + 1), code.size()); break;
      case '\\':  // the next character as it is
      case '_':   // a blank as wide as it
      case '*':   // filled up with it
        ++at;
        break;
      case 'd': case 'D': case 'm': case 'M': case 'y': case 'Y': return NumberKind::date;
      case '%': kind = NumberKind::percent; break;
      default: break;
    }
  }
  return kind;
}

std::optional<std::string> day_of_serial(double serial, DateSystem system) {
  constexpr double half_a_millisecond = 0.5 / 86'400'000;  // midnight is not always a whole number after a sum
  const double whole = std::floor(serial + half_a_millisecond);
  const bool from_1904 = system == DateSystem::from_1904;
  const bool time_only = whole == 0 && !(from_1904 && serial == 0);
  if (!(whole >= 0) || time_only || whole > (from_1904 ? 2'957'003 : 2'958'465)) return std::nullopt;
  const int day = static_cast<int>(whole);
  if (!from_1904 && day == 60) return "1900-02-29";
  using namespace std::chrono;
  const sys_days zero = from_1904 ? sys_days{1904y / January / 1} : sys_days{1899y / December / (day < 60 ? 31 : 30)};
  return to_string(Date{zero + days{day}});
}

std::string number_text(double number) {
  if (number == 0) return "0";
  std::array<char, 40> written{};  // -d.dddddddddddddde-xxx
  const auto end = std::to_chars(written.data(), written.data() + written.size(), number, std::chars_format::scientific, 14).ptr;
  std::string_view text(written.data(), static_cast<size_t>(end - written.data()));
  std::string out;
  if (text[0] == '-') {
    out = "-";
    text.remove_prefix(1);
  }
  int exponent = 0;
  const char* after_e = text.data() + text.find('e') + 1;
  std::from_chars(*after_e == '+' ? after_e + 1 : after_e, end, exponent);
  std::string figures(text.substr(0, 1));
  figures.append(text.substr(2, 14));
  figures.erase(figures.find_last_not_of('0') + 1);
  const bool plain = exponent >= -7 && exponent < 21;
  const int point = plain ? exponent + 1 : 1;  // figures before the decimal point
  if (point <= 0) {
    out.append("0.").append(static_cast<size_t>(-point), '0').append(figures);
  } else if (static_cast<size_t>(point) >= figures.size()) {
    out.append(figures).append(static_cast<size_t>(point) - figures.size(), '0');
  } else {
    out.append(figures, 0, static_cast<size_t>(point)).append(".").append(figures, static_cast<size_t>(point));
  }
  return plain ? out : out + "e" + std::to_string(exponent);
}

std::optional<double> parse_number(std::string_view text) {
  text = trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

bool Styles::read(Package& package, const std::string& part) {
  StyleSheet sheet;
  if (!read_xml(package, part, "styleSheet", sheet)) return false;
  kinds_ = std::move(sheet.kinds);
  return true;
}

std::optional<NumberKind> Styles::kind(size_t style) const {
  if (style < kinds_.size()) return kinds_[style];
  return style == 0 ? std::optional(NumberKind::plain) : std::nullopt;  // the first style is there also in a workbook without any
}

}  // namespace lagesbild::read
