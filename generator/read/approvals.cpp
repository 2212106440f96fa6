#include "read/approvals.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "read/codes.hpp"
#include "read/csv.hpp"
#include "read/personal_code.hpp"

namespace lagesbild::read {
namespace {

enum Column : std::size_t { hash, dataset, id, approved_by, approved_on };
constexpr std::array<std::string_view, 5> headings{"hash", "dataset", "id", "approved_by", "approved_on"};

std::string all_headings() {
  std::string all;
  for (const std::string_view heading : headings) all.append(all.empty() ? "" : ";").append(heading);
  return all;
}

bool has_our_headings(const CsvTable& table) {
  if (table.columns() != headings.size()) return false;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (trim(table.heading(i)) != headings[i]) return false;
  }
  return true;
}

bool is_hash(std::string_view text) { return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

class ApprovalReader {
 public:
  ApprovalReader(const CsvTable& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  std::vector<model::Approval> read() {
    for (std::size_t row = 0; row < table_.rows(); ++row) read_row(row);
    return std::move(approvals_);
  }

 private:
  std::string cell(std::size_t row, Column column) const { return std::string{trim(table_.cell(row, column))}; }

  void complain(std::size_t row, Column column, Code code, std::vector<Argument> arguments = {}) {
    Diagnostic one = table_.cell_complaint(Severity::error, code, row, column, std::move(arguments));
    one.excerpt = mask_personal_data(one.excerpt);
    diagnostics_.add(std::move(one));
  }

  void read_row(std::size_t row) {
    model::Approval approval{cell(row, hash), cell(row, dataset), cell(row, id), cell(row, approved_by), {}, table_.cell_place(row, hash)};
    const std::string day = cell(row, approved_on);
    const auto date = parse_date(day);
    if (!is_hash(approval.hash)) complain(row, hash, code::approvals_hash, {{"seen", mask_personal_data(approval.hash)}});
    if (approval.dataset != "findings" && approval.dataset != "good_examples" && approval.dataset != "comments") {
      complain(row, dataset, code::approvals_dataset, {{"seen", mask_personal_data(approval.dataset)}});
    }
    if (approval.id.empty()) complain(row, id, code::approvals_empty, {{"name", "id"}});
    if (approval.by.empty()) complain(row, approved_by, code::approvals_empty, {{"name", "approved_by"}});
    if (const auto found = find_personal_data(approval.by)) {
      complain(row, approved_by, personal_data_code(found->kind), {{"masked", mask_personal_data(approval.by)}});
    }
    if (!date) complain(row, approved_on, code::approvals_date, {{"seen", mask_personal_data(day)}});
    approval.on = date.value_or(Date{});
    const auto [first, is_new] = lines_.try_emplace({approval.dataset, approval.id, approval.hash}, approval.place.line);
    if (!is_new) complain(row, hash, code::approvals_twice, {{"line", std::to_string(first->second)}});
    approvals_.push_back(std::move(approval));
  }

  const CsvTable& table_;
  Diagnostics& diagnostics_;
  std::vector<model::Approval> approvals_;
  std::map<std::array<std::string, 3>, int> lines_;
};

}  // namespace

std::optional<std::vector<model::Approval>> read_approvals(std::string file, std::string bytes, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto table = parse_csv(std::move(file), std::move(bytes), diagnostics);
  if (!table) return std::nullopt;
  if (!has_our_headings(*table)) {
    diagnostics.add(table->heading_complaint(Severity::error, code::approvals_headings, 0, {{"expected", all_headings()}}));
    return std::nullopt;
  }
  auto approvals = ApprovalReader{*table, diagnostics}.read();
  if (diagnostics.errors() != before) return std::nullopt;
  return approvals;
}

std::string approvals_text(std::vector<model::Approval> approvals) {
  std::sort(approvals.begin(), approvals.end(), [](const auto& a, const auto& b) { return a.key() < b.key(); });
  std::string text = all_headings() + "\n";
  for (const model::Approval& one : approvals) {
    text += one.hash + ";" + one.dataset + ";" + csv_cell(one.id) + ";" + csv_cell(one.by) + ";" + to_string(one.on) + "\n";
  }
  return text;
}

}  // namespace lagesbild::read
