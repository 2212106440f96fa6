"""The bytes of the files that people have: CSV as a spreadsheet saves it, JSON, and Excel workbooks."""
import csv
import io
import json
from xml.sax.saxutils import escape

from zipped import packed


def csv_file(rows, columns):
    """Rows are dictionaries; what a row lacks is an empty cell."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def json_file(rows):
    return ("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n").encode("utf-8")


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
AROUND = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{SHEET_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHEET_TYPE}.sharedStrings+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs></styleSheet>',
}


def letters(column):
    return (letters(column // 26 - 1) if column > 25 else "") + chr(65 + column % 26)


class Workbook:
    """One sheet. A text is kept once and pointed to (shared=True), as Excel does, or in its cell, as many programs do."""

    def __init__(self, sheet, shared=True):
        self._sheet, self._shared, self._texts, self._rows, self._at = sheet, shared, {}, [], 0

    def row(self, values, bold=False):
        """Of texts, numbers, truth values and None for an empty cell."""
        self._at += 1
        cells = (self._cell(f'r="{letters(column)}{self._at}"' + ' s="1"' * bold, value)
                 for column, value in enumerate(values) if value is not None)
        self._rows.append(f'<row r="{self._at}">{"".join(cells)}</row>')

    def skip_row(self):
        self._at += 1

    def _cell(self, start, value):
        if isinstance(value, bool):
            return f'<c {start} t="b"><v>{int(value)}</v></c>'
        if not isinstance(value, str):
            return f"<c {start}><v>{value:g}</v></c>"
        if not self._shared:
            return f'<c {start} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        return f'<c {start} t="s"><v>{self._texts.setdefault(value, len(self._texts))}</v></c>'

    def bytes(self):
        texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in self._texts)
        parts = AROUND | {
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
                               f'<sheet name="{escape(self._sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" uniqueCount="{len(self._texts)}">{texts}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(self._rows)}</sheetData></worksheet>'}
        return packed({name: (HEAD + text).encode("utf-8") for name, text in parts.items()})
