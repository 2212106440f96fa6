"""Excel workbooks with exactly the faults that a test asks for: the XML is written here, so nothing is put right on the way."""
import io
import zipfile
from xml.sax.saxutils import escape

KINDS = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="%s"' % OFFICE
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = f"""<?xml version="1.0"?><styleSheet {MAIN}><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>"""


def column(index):
    letters = ""
    while index >= 0:
        letters, index = chr(65 + index % 26) + letters, index // 26 - 1
    return letters


class Raw(str):
    """A cell as XML, {at} being its address."""


def date(serial):
    return Raw(f'<c r="{{at}}" s="1"><v>{serial}</v></c>')


def number(value):
    return Raw(f'<c r="{{at}}"><v>{value}</v></c>')


def error(value):
    return Raw(f'<c r="{{at}}" t="e"><v>{value}</v></c>')


def formula(text, value=None):
    return Raw(f'<c r="{{at}}"><f>{text}</f>{"" if value is None else f"<v>{value}</v>"}</c>')


def cell(value, at):
    if isinstance(value, Raw):
        return value.replace("{at}", at)
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>' if value else ""


def sheet(rows, merged=()):
    lines = "".join(f'<row r="{r + 1}">' + "".join(cell(value, f"{column(c)}{r + 1}") for c, value in enumerate(row)) + "</row>"
                    for r, row in enumerate(rows))
    merges = f'<mergeCells>{"".join(f"""<mergeCell ref="{span}"/>""" for span in merged)}</mergeCells>' if merged else ""
    return f'<?xml version="1.0"?><worksheet {MAIN}><sheetData>{lines}</sheetData>{merges}</worksheet>'


def workbook(sheets, system_1904=False, replace=None, leave_out=()):
    """`sheets`: name -> rows or XML; a name that ends with ~ is hidden. `replace`: part -> other text."""
    names = list(sheets)
    listed = "".join(f'<sheet name="{escape(name.rstrip("~"))}" sheetId="{i + 1}"{" state=" + chr(34) + "hidden" + chr(34) if name.endswith("~") else ""} '
                     f'r:id="rId{i + 1}"/>' for i, name in enumerate(names))
    links = "".join(f'<Relationship Id="rId{i + 1}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>' for i in range(len(names)))
    parts = {
        "[Content_Types].xml": KINDS,
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook {MAIN}><workbookPr{" date1904=" + chr(34) + "1" + chr(34) if system_1904 else ""}/>'
                           f'<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{links}<Relationship Id="rIdS" '
                                      f'Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
    }
    for i, name in enumerate(names):
        content = sheets[name]
        parts[f"xl/worksheets/sheet{i + 1}.xml"] = content if isinstance(content, str) else sheet(content)
    parts.update(replace or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            if name not in leave_out:
                packed.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text)
    return out.getvalue()
