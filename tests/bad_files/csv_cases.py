"""Files that are no good as text: encodings, separators, quotes, JSON, and files under the wrong name."""
import edits
from edits import as_json, heading, raw, with_rows, without_column
from region import clean, csv_text

UNITS = csv_text(clean()["units"])


def cases():
    yield from wrong_files()
    yield from broken_csv()
    yield from headings()
    yield from broken_json()


def wrong_files():
    yield "an empty file", raw("units", ""), ["csv-empty"]
    yield "a file of blank lines", raw("units", "\n \n\n"), ["csv-empty"]
    yield "an old xls workbook", raw("units", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "units.xls"), ["workbook-is-xls"]
    yield "an old xls workbook called xlsx", raw("units", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "units.xlsx"), ["workbook-is-xls"]
    yield "a PNG image called csv", raw("units", b"\x89PNG\r\n\x1a\n" + bytes(50)), ["file-is-image"]
    yield "a PDF called csv", raw("units", b"%PDF-1.7\n%\xe2\xe3"), ["file-is-pdf"]
    yield "a login page called csv", raw("units", "<!DOCTYPE html><html><title>Logga in</title></html>"), ["file-is-web-page"]
    yield "a web page called xlsx", raw("units", "<html><table><tr><td>E1</td></tr></table></html>", "units.xlsx"), ["file-is-web-page"]
    yield "XML called csv", raw("units", '<?xml version="1.0"?><units/>'), ["file-is-xml"]
    yield "UTF-16 without a mark", raw("units", UNITS.encode("utf-16-le")), ["text-other-encoding"]
    yield "UTF-16 cut in half", raw("units", UNITS.encode("utf-16")[:-1]), ["text-invalid-utf16"]
    yield "UTF-8 with a lost character", raw("units", UNITS.replace("Äng", "\ufffdng", 1)), ["text-replacement-character"]
    yield "UTF-8 with one byte of something else", raw("units", UNITS.encode() + b"E9;\xc5ker\n"), ["text-mixed-encodings"]
    yield "a control character", raw("units", UNITS.replace("Öns", "Öns\x07")), ["text-control-character"]
    yield "Windows-1252 undeclared", raw("units", UNITS.encode("cp1252")), ["~text-read-as-windows-1252"]


def broken_csv():
    yield "an unclosed quote", raw("units", UNITS.replace("Ängens", '"Ängens')), ["csv-unclosed-quote", "no-units"]
    yield "text after a quote", raw("units", UNITS.replace("Ängens vårdcentral", '"Ängens" vårdcentral')), ["csv-text-after-quote"]
    yield "a quote inside a cell", raw("units", UNITS.replace("Ängens vård", 'Ängens "vård')), ["csv-quote-in-cell"]
    yield "a row too short", raw("units", UNITS + "E9;Kort\n"), ["csv-row-too-short"]
    yield "a row too long", raw("units", UNITS.replace("E1;Ängens", "E1;extra;Ängens")), ["csv-row-too-long"]
    yield "an unknown separator", raw("units", "sep=§\n" + UNITS), ["csv-unknown-separator"]
    yield "an empty heading", heading("units", "kind" if "kind" in clean()["units"][0] else "forum", ""), ["csv-heading-empty"]
    yield "a heading twice", heading("units", "forum", "name"), ["csv-heading-repeated"]
    yield "headings only", raw("units", UNITS.splitlines()[0] + "\n"), ["no-units"]


def headings():
    yield "a misspelt heading", heading("units", "forum", "forun"), ["unknown-column"]
    yield "a heading that means nothing", heading("units", "forum", "kaffe"), ["unknown-column"]
    yield "one field under two names", heading("units", "forum", "Namn"), ["column-twice"]
    yield "no column of ids", without_column("units", "unit_id"), ["missing-column"]
    yield "no column of names", without_column("units", "name"), ["missing-column"]
    yield "reviews without the grade of an area", without_column("reviews", "C"), ["missing-column"]
    yield "reviews without the current grade of an area", without_column("reviews", "C_current"), ["missing-column"]
    yield "annual reports without a year", without_column("annual_reports", "year"), ["missing-column"]
    yield "a survey without roles", without_column("survey", "role"), ["missing-column"]
    yield "findings without reviews", without_column("findings", "review_id"), ["missing-column"]
    yield "a sum row", with_rows("units", {"unit_id": "Summa", "listed_patients": "24600"}), ["sum-row"]
    yield "a row of means", with_rows("units", {"unit_id": "Genomsnitt", "listed_patients": "4920"}), ["sum-row"]
    yield "a total in English", with_rows("units", {"unit_id": "Total", "st_doctors": "7"}), ["sum-row"]
    rows = clean()["units"]
    second = edits.as_csv("units", rows + [[""] * len(rows[0]), rows[0], rows[1]])
    yield "a second table below", second, ["second-table"]


def broken_json():
    rows = clean()["events"]
    good = as_json("events", rows)["events"][1].decode()
    yield "JSON cut off", as_json("events", text=good[:-4]), None
    yield "JSON with a comma too many", as_json("events", text=good.replace("\n]", ",\n]")), None
    yield "JSON with a key twice", as_json("events", text='[{"date": "2025-09-01", "date": "2025-09-02", "text_sv": "A", "text_en": "B"}]'), None
    yield "JSON with a list of lists", as_json("events", text='[["2025-09-01", "A", "B"]]'), None
    yield "JSON with an object in a cell", as_json("events", text='[{"date": {"year": 2025}, "text_sv": "A", "text_en": "B"}]'), None
    yield "JSON nested without end", as_json("events", text="[" * 100000), None
    yield "JSON that is only a number", as_json("events", text="42"), None
    yield "JSON with text after the end", as_json("events", text=good + "slut"), None
    yield "JSON with a single quote", as_json("events", text=good.replace('"', "'")), None
    yield "JSON with half a surrogate", as_json("events", text=good.replace("En ny", "En \\ud800 ny")), None
    yield "JSON with an unknown field", as_json("events", text=good.replace("text_sv", "text_se")), None
    yield "an empty JSON file", as_json("events", text=""), None
    yield "JSON with no rows", as_json("units", text="[]"), None
