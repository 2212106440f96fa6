"""Excel workbooks: what is wrong in them, and what is odd but right."""
from edits import changed
from region import clean
from workbooks import Raw, date, error, formula, number, sheet, workbook


def book(content, name="units.xlsx", dataset="units"):
    return {dataset: (name, content)}


def units(row=None, column=None, value=None):
    rows = clean()["units"]
    if row is not None:
        rows[row][rows[0].index(column)] = value
    return rows


def cases():
    yield from files()
    yield from sheets()
    yield from cells()
    yield from fine()


def files():
    good = workbook({"Enheter": units()})
    yield "a workbook cut in half", book(good[: len(good) // 2]), ["workbook-cut-off"]
    yield "a zip that is no workbook", book(workbook({"Enheter": units()}, leave_out={"xl/workbook.xml", "[Content_Types].xml", "_rels/.rels"})), None
    yield "a workbook without its sheet", book(workbook({"Enheter": units()}, leave_out={"xl/worksheets/sheet1.xml"})), ["workbook-part-missing"]
    yield "a workbook with broken XML", book(workbook({"Enheter": sheet(units())[:-30]})), ["workbook-broken-xml"]
    doctype = sheet(units()).replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)
    yield "a workbook with a doctype", book(workbook({"Enheter": doctype})), ["workbook-doctype"]
    yield "an encrypted workbook", book(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)), ["workbook-is-encrypted"]


def sheets():
    yield "a workbook without headings", book(workbook({"Enheter": [["Hej"], ["på"], ["dig"]]})), ["workbook-no-headings"]
    yield "an empty workbook", book(workbook({"Enheter": []})), None
    yield "a sheet that is not there", book(workbook({"Enheter": units()}), "units.xlsx#sheet=Enhter"), ["workbook-sheet-missing"]
    yield "the wrong sheet named", book(workbook({"Enheter": units(), "Om": [["Hej"]]}), "units.xlsx#sheet=Om"), ["workbook-no-headings-in-sheet"]
    yield "only a hidden sheet with headings", book(workbook({"Om": [["Hej", "du"]], "Enheter~": units()})), ["workbook-no-headings"]
    gap = [row[:2] + ["" if i == 0 else "x"] + row[2:] for i, row in enumerate(units())]
    yield "a column without a heading", book(workbook({"Enheter": gap})), ["workbook-heading-missing"]
    yield "a heading twice in a workbook", book(workbook({"Enheter": [[*units()[0][:2], "name", *units()[0][3:]], *units()[1:]]})), None
    yield "merged headings", book(workbook({"Enheter": sheet(units(), ["B1:C1"])})), ["workbook-merged-cells"]
    yield "merged cells among the rows", book(workbook({"Enheter": sheet(units(), ["C3:C4"])})), ["workbook-merged-cells"]
    yield "a second table in the sheet", book(workbook({"Enheter": units() + [[], units()[0], units()[1]]})), ["second-table"]
    yield "a sum row in a sheet", book(workbook({"Enheter": units() + [["Summa", "", "", "", formula("SUM(E2:E6)", 24600)]]})), ["sum-row"]


def cells():
    for value in ("#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?"):
        yield f"a cell with {value}", book(workbook({"Enheter": units(1, "listed_patients", error(value))})), ["workbook-error-cell"]
    yield "a formula that was never computed", book(workbook({"Enheter": units(1, "listed_patients", formula("1+1"))})), ["workbook-formula-without-value"]
    yield "a number with decimals in a sheet", book(workbook({"Enheter": units(1, "listed_patients", number("5200.5"))})), ["not-integer"]
    yield "a date as a number of patients", book(workbook({"Enheter": units(1, "listed_patients", date(45000))})), ["not-integer"]
    reviews = changed("reviews", 3, "A", "E")
    yield "a grade E in a sheet", book(workbook({"Granskningar": reviews}), "reviews.xlsx", "reviews"), ["not-grade"]
    yield "a personal number in a sheet", book(workbook({"Enheter": units(3, "name", "Öns mottagning 170101-2393")})), ["personal-number"]
    yield "a personal number as a number in a sheet", book(workbook({"Enheter": units(3, "listed_patients", number("201701012393"))})), ["personal-number"]


def fine():
    yield "a workbook with a title above the headings", book(workbook({"Enheter": [["Våra enheter 2026"], []] + units()})), []
    yield "a workbook whose first sheet is a cover", book(workbook({"Om": [["Så här gör du"]], "Enheter": units()})), []
    yield "a workbook named by its sheet", book(workbook({"Gamla": units(1, "name", "Fel"), "Nya": units()}), "units.xlsx#sheet=Nya"), []
    typed = units(1, "listed_patients", number("5200"))
    typed[4][typed[0].index("valid_to")], typed[5][typed[0].index("valid_from")] = date(45838), date(45839)
    yield "numbers and dates as Excel keeps them", book(workbook({"Enheter": typed})), []
    typed[4][typed[0].index("valid_to")], typed[5][typed[0].index("valid_from")] = date(45838 - 1462), date(45839 - 1462)
    yield "dates that count from 1904", book(workbook({"Enheter": typed}, system_1904=True)), []
    bare = units(4, "valid_to", number("45838"))
    yield "a date that has lost its format", book(workbook({"Enheter": bare})), ["~date-repaired"]
    rich = Raw('<c r="{at}" t="inlineStr"><is><r><t>Ängens </t></r><r><rPr><b/></rPr><t>vårdcentral</t></r></is></c>')
    yield "a name in two kinds of letters", book(workbook({"Enheter": units(1, "name", rich)})), []
