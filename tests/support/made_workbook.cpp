#include "made_workbook.hpp"

#include <zip.h>

#include <algorithm>
#include <stdexcept>

namespace lagesbild::test {
namespace {

void must(bool done) {
  if (!done) throw std::runtime_error("libzip could not make the archive");
}

}  // namespace

Parts parts_in(const std::string& text) {
  Parts parts;
  for (std::size_t at = text.find("=== "); at != text.npos;) {
    const std::size_t end_of_name = std::min(text.find('\n', at), text.size());
    const std::size_t next = text.find("\n=== ", end_of_name);
    const std::size_t end = std::min(next, text.size());
    const std::size_t begin = std::min(end_of_name + 1, end);
    parts.push_back({text.substr(at + 4, end_of_name - at - 4), text.substr(begin, end - begin)});
    at = next == text.npos ? next : next + 1;
  }
  return parts;
}

std::string zipped(const Parts& parts, Packing packing) {
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_t* archive = zip_open_from_source(buffer, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  must(archive != nullptr);
  zip_source_keep(buffer);
  for (const Part& part : parts) {
    zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    must(index >= 0);
    const auto at = static_cast<zip_uint64_t>(index);
    must(zip_set_file_compression(archive, at, packing == Packing::stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 9) == 0);
    must(zip_file_set_dostime(archive, at, 0, 0x21, 0) == 0);
  }
  must(zip_close(archive) == 0);
  zip_stat_t stat;
  must(zip_source_stat(buffer, &stat) == 0 && zip_source_open(buffer) == 0);
  std::string bytes(stat.size, '\0');
  must(zip_source_read(buffer, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(buffer);
  zip_source_free(buffer);
  return bytes;
}

Parts unzipped(const std::string& bytes) {
  zip_t* archive = zip_open_from_source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr), ZIP_RDONLY, nullptr);
  must(archive != nullptr);
  Parts parts;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0)); ++i) {
    zip_stat_t stat;
    must(zip_stat_index(archive, i, 0, &stat) == 0);
    parts.push_back({stat.name, std::string(stat.size, '\0')});
    zip_file_t* file = zip_fopen_index(archive, i, 0);
    must(file != nullptr);
    must(zip_fread(file, parts.back().bytes.data(), stat.size) == static_cast<zip_int64_t>(stat.size));
    zip_fclose(file);
  }
  zip_discard(archive);
  return parts;
}

std::string xml_escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
  return out;
}

std::string text_row(const std::vector<std::string>& cells) {
  std::string row = "<row>";
  std::size_t column = 0;
  for (const std::string& cell : cells) {
    ++column;
    if (cell == "-") {
      row += "<c/>";
    } else {
      row += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml_escaped(cell) + "</t></is></c>";
    }
  }
  return row + "</row>";
}

Parts parts_of(const MadeWorkbook& workbook) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  const auto relationship = [&types](const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + types + type + "\" Target=\"" + target + "\"/>";
  };
  const auto relationships = [&head](const std::string& inside) {
    return head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside + "</Relationships>";
  };
  std::string sheets;
  std::string targets = relationship("rId901", "styles", "styles.xml") + relationship("rId902", "sharedStrings", "sharedStrings.xml");
  const auto type_of = [](const std::string& part, const std::string& type) {
    return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type +
           "+xml\"/>";
  };
  std::string content = "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
                        type_of("workbook", "sheet.main") + type_of("sharedStrings", "sharedStrings") + type_of("styles", "styles");
  Parts parts = {{"[Content_Types].xml", {}},
                 {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))}};
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    const MadeSheet& sheet = workbook.sheets[i];
    const std::string number = std::to_string(i + 1);
    const std::string state = sheet.state.empty() ? "" : " state=\"" + sheet.state + "\"";
    sheets += "<sheet name=\"" + xml_escaped(sheet.name) + "\" sheetId=\"" + number + "\"" + state + " r:id=\"rId" + number + "\"/>";
    content += type_of("worksheets/sheet" + number, "worksheet");
    targets += relationship("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    parts.push_back({"xl/worksheets/sheet" + number + ".xml",
                     head + "<worksheet" + main + "><sheetData>" + sheet.rows + "</sheetData>" + sheet.after + "</worksheet>"});
  }
  parts[0].bytes = head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" + content + "</Types>";
  std::string strings;
  for (const std::string& one : workbook.strings) strings += "<si>" + one + "</si>";
  std::string formats;
  std::string styles = "<xf numFmtId=\"0\"/>";
  for (std::size_t i = 0; i < workbook.formats.size(); ++i) {
    const std::string id = std::to_string(164 + i);
    formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + xml_escaped(workbook.formats[i]) + "\"/>";
    styles += "<xf numFmtId=\"" + id + "\"/>";
  }
  parts.push_back({"xl/_rels/workbook.xml.rels", relationships(targets)});
  parts.push_back({"xl/workbook.xml", head + "<workbook" + main + " xmlns:r=\"" + types.substr(0, types.size() - 1) + "\"><workbookPr " +
                                          workbook.properties + "/><sheets>" + sheets + "</sheets>" + workbook.more + "</workbook>"});
  parts.push_back({"xl/sharedStrings.xml", head + "<sst" + main + ">" + strings + "</sst>"});
  parts.push_back({"xl/styles.xml", head + "<styleSheet" + main + "><numFmts>" + formats + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>" +
                                        "</cellStyleXfs><cellXfs>" + styles + "</cellXfs></styleSheet>"});
  return parts;
}

}  // namespace lagesbild::test
