// Workbooks as libxlsxwriter and LibreOffice write them. LibreOffice is a second opinion too: what it computes and converts is not ours.
#include <xlsxwriter.h>

#include <cstdint>
#include <string>

#include "nginx.hpp"
#include "workbook_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using namespace lagesbild::test;

namespace {

void must(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
}

enum class Memory : std::uint8_t { all, constant };  // constant: rows are written as they come, with strings in their cells

class Book {
 public:
  explicit Book(const std::string& file, Memory memory = Memory::all) {
    lxw_workbook_options options{};
    options.constant_memory = memory == Memory::constant ? 1 : 0;
    book_ = workbook_new_opt(file.c_str(), &options);
  }
  lxw_worksheet* sheet(const char* name) { return workbook_add_worksheet(book_, name); }
  lxw_format* format(const char* code) {
    lxw_format* format = workbook_add_format(book_);
    format_set_num_format(format, code);
    return format;
  }
  lxw_workbook* raw() { return book_; }
  void close() { must(workbook_close(book_)); }

 private:
  lxw_workbook* book_;
};

void write_texts(lxw_worksheet* sheet, lxw_row_t row, const std::vector<const char*>& texts) {
  lxw_col_t column = 0;
  for (const char* text : texts) must(worksheet_write_string(sheet, row, column++, text, nullptr));
}

// A value of every kind in a row, the same whatever program has written it.
void write_every_kind(Book& book, const std::string& sheet_name) {
  lxw_worksheet* sheet = book.sheet(sheet_name.c_str());
  write_texts(sheet, 0, {"a", "b", "c", "d", "e", "f"});
  write_texts(sheet, 1, {" Åsa & \"Öst\" <1> "});
  must(worksheet_write_number(sheet, 1, 1, 3.98, nullptr));
  must(worksheet_write_datetime(sheet, 1, 2, std::array<lxw_datetime, 1>{{{2026, 11, 22, 13, 30, 0}}}.data(),
                                book.format("yyyy-mm-dd hh:mm")));
  must(worksheet_write_number(sheet, 1, 3, 0.295, book.format("0.0 %")));
  must(worksheet_write_boolean(sheet, 1, 4, 1, nullptr));
  must(worksheet_write_string(sheet, 1, 5, "007", nullptr));
  write_texts(sheet, 2, {"rad 1\nrad 2"});
  must(worksheet_write_number(sheet, 2, 1, -13750, nullptr));
  must(worksheet_write_number(sheet, 2, 2, 45000, book.format("d mmmm yyyy")));
  must(worksheet_write_number(sheet, 2, 3, 1, book.format("0%")));
  must(worksheet_write_boolean(sheet, 2, 4, 0, nullptr));
  must(worksheet_write_number(sheet, 3, 1, 1.0 / 3.0, nullptr));
  must(worksheet_write_number(sheet, 3, 2, 1e-5, nullptr));
}

const std::string every_kind =
    " Åsa & \"Öst\" <1> |3.98|2026-11-22|29.5%|true|007/rad 1\nrad 2|-13750|2023-03-15|100%|false|/|0.333333333333333|0.00001|||";

std::string csv_filter() { return "--infilter=CSV:59,34,76,1,,1033,false,true"; }  // ; " UTF-8 from row 1, English, all cells guessed

// LibreOffice, with a profile of its own so that it neither reads nor changes anybody's.
void convert(const TemporaryFolder& folder, const std::string& to, std::vector<std::string> files_and_options) {
  std::vector<std::string> command = {"soffice",      "-env:UserInstallation=file://" + (folder.path() / "profile").string(),
                                      "--headless",   "--norestore",
                                      "--convert-to", to,
                                      "--outdir",     (folder.path() / "out").string()};
  for (std::string& one : files_and_options) command.push_back(one.starts_with("-") ? one : (folder.path() / one).string());
  run_program(command, folder);
}

}  // namespace

TEST_CASE("a workbook of libxlsxwriter is read, with its strings shared or in their cells") {
  const TemporaryFolder folder;
  for (const Memory memory : {Memory::all, Memory::constant}) {
    Book book((folder.path() / "a.xlsx").string(), memory);
    write_every_kind(book, "Blad1");
    book.close();
    CHECK(good_workbook(folder.read("a.xlsx")) == every_kind);
  }
}

TEST_CASE("what a workbook has besides values does not disturb: formats, filters, drop-downs, comments, links, hidden sheets") {
  const TemporaryFolder folder;
  Book book((folder.path() / "a.xlsx").string());
  lxw_worksheet* notes = book.sheet("Anvisningar");
  write_texts(notes, 0, {"a", "b", "c"});
  worksheet_hide(notes);
  lxw_worksheet* sheet = book.sheet("Data");
  worksheet_activate(sheet);
  lxw_format* bold = workbook_add_format(book.raw());
  format_set_bold(bold);
  must(worksheet_merge_range(sheet, 0, 0, 0, 5, "Enheter i Region Exempel", bold));
  write_texts(sheet, 2, {"Namn", "Antal"});
  std::string bold_text = "Vård";
  std::string plain_text = "centralen Å";
  lxw_rich_string_tuple first{bold, bold_text.data()};
  lxw_rich_string_tuple second{nullptr, plain_text.data()};
  lxw_rich_string_tuple* runs[] = {&first, &second, nullptr};
  must(worksheet_write_rich_string(sheet, 3, 0, runs, nullptr));
  must(worksheet_write_number(sheet, 3, 1, 12, bold));
  must(worksheet_write_url(sheet, 4, 0, "https://example.org/?a=1&b=2", nullptr));
  must(worksheet_write_blank(sheet, 4, 1, bold));
  must(worksheet_write_comment(sheet, 3, 1, "en kommentar"));
  worksheet_freeze_panes(sheet, 3, 0);
  must(worksheet_set_column(sheet, 0, 1, 30, bold));
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_INTEGER;
  validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  validation.minimum_number = 0;
  validation.maximum_number = 100;
  must(worksheet_data_validation_range(sheet, 3, 1, 999, 1, &validation));
  must(worksheet_autofilter(sheet, 2, 0, 4, 1));
  for (lxw_row_t row = 5; row < 400; ++row) must(worksheet_write_blank(sheet, row, 0, bold));
  book.close();
  CHECK(good_workbook(folder.read("a.xlsx")) == "Vårdcentralen Å|12/https://example.org/?a=1&b=2|");
  const WorkbookOutcome hidden = read_workbook(folder.read("a.xlsx"), "Anvisningar");
  REQUIRE(hidden.grid);
  CHECK(hidden.grid->columns() == 3);
}

TEST_CASE("a formula in a workbook of libxlsxwriter is warned about, for its value is made up") {
  const TemporaryFolder folder;
  Book book((folder.path() / "a.xlsx").string());
  lxw_worksheet* sheet = book.sheet("Blad1");
  write_texts(sheet, 0, {"a", "b"});
  must(worksheet_write_number(sheet, 1, 0, 20, nullptr));
  must(worksheet_write_formula(sheet, 1, 1, "=A2*2", nullptr));
  book.close();
  const WorkbookOutcome out = read_workbook(folder.read("a.xlsx"));
  CHECK(told_cells(out.diagnostics) == Told{"warning workbook-formulas-not-computed Blad1!B2"});
  CHECK(cells_of(out.grid) == "20|0");
}

TEST_CASE("what LibreOffice saves is read: from CSV, from a workbook of libxlsxwriter, and formulas that it has computed") {
  const TemporaryFolder folder;
  Book book((folder.path() / "every.xlsx").string());
  write_every_kind(book, "Blad1");
  book.close();
  folder.write("kinds.csv", "datum;antal;a;b\n2026-11-22;3.98;90%;TRUE\n2024-02-29;13750;\"säger \"\"hej\"\"\";\n");
  const std::string formulas =
      "<c><v>20</v></c><c><f>A2*2</f></c><c><f>A2&amp;\" st\"</f></c><c><f>A2&gt;10</f></c><c s=\"1\"><f>DATE(2026,11,22)</f></c>";
  const MadeWorkbook computed{.sheets = {{.rows = text_row({"a", "b", "c", "d", "e", "f"}) + "<row>" + formulas +
                                                  "</row><row><c><f>1/0</f></c><c><f>NA()</f></c></row>"}},
                              .formats = {"yyyy-mm-dd"}};
  folder.write("formulas.xlsx", made(computed));
  CHECK(told_cells(read_workbook(made(computed)).diagnostics).size() == 6);
  convert(folder, "xlsx", {csv_filter(), "every.xlsx", "kinds.csv", "formulas.xlsx"});
  CHECK(good_workbook(folder.read("out/every.xlsx")) == every_kind);
  CHECK(good_workbook(folder.read("out/kinds.xlsx")) == "2026-11-22|3.98|90%|true/2024-02-29|13750|säger \"hej\"|");
  const WorkbookOutcome out = read_workbook(folder.read("out/formulas.xlsx"));
  CHECK(told_cells(out.diagnostics) == Told{"workbook-error-cell Blad1!A3", "workbook-error-cell Blad1!B3"});
  CHECK(cells_of(out.grid) == "20|40|20 st|true|2026-11-22|/|||||");
}

TEST_CASE("LibreOffice's other formats are refused with advice") {
  const TemporaryFolder folder;
  folder.write("a.csv", "a;b\n1;2\n");
  convert(folder, "ods", {csv_filter(), "a.csv"});
  CHECK(refused_workbook(folder.read("out/a.ods")) == Told{"workbook-is-ods"});
  convert(folder, "xls", {csv_filter(), "a.csv"});
  CHECK(refused_workbook(folder.read("out/a.xls")) == Told{"workbook-is-xls"});
}
