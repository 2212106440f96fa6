"""Numbers on pages against the files to download: whatever an indicator's page or a unit's answers say stands in indicator_values.csv too, with
the same counts, so what the file withholds has no number on a page."""
import csv
import re
from collections import defaultdict
from decimal import Decimal

from pages import read_page

BASIS = re.compile(r"^([\d\u00a0]+) av ([\d\u00a0]+) ")
NUMBER = re.compile(r"[−-]?\d[\d\u00a0]*(?:,\d+)?")


def number(text):
    return Decimal(text.replace("\u00a0", "").replace("−", "-").replace(",", "."))


def near(value, text):
    """The page rounds the exact value, as the file does to two decimals: they are never further apart than both roundings."""
    decimals = len(text.split(",")[1]) if "," in text else 0
    return abs(value - number(text)) <= Decimal(1).scaleb(-decimals) / 2 + Decimal("0.005")


def values(out):
    """{(indicator, numerator, denominator): [row]} of shares that are told."""
    told = defaultdict(list)
    with (out / "data/indicator_values.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if not row["withheld"] and row["numerator"] and row["denominator"]:
                told[row["indicator"], int(row["numerator"]), int(row["denominator"])].append(row)
    return told


def agrees(shown, interval, row):
    """The value, and the interval where the page has one, are those of the row, rounded."""
    if "under" in shown or "över" in shown:  # under 1 %, over 99 %
        value = Decimal(row["value"].replace(",", "."))
        return 0 < value < 1 if "under" in shown else 99 < value < 100
    parts = NUMBER.findall(shown)
    if len(parts) != 1 or not near(number(row["value"]), parts[0]):
        return False
    ends = NUMBER.findall(interval) if interval and "under" not in interval and "över" not in interval else []
    return all(near(number(row[key]), text) for key, text in zip(("lower", "upper"), ends))


def rows_of(table):
    """[(value, basis, interval or "")] of a table with a column of values beside what they rest on."""
    head = [cell.text() for cell in table.first("thead").all("th")]
    if "Värde" not in head:
        return
    at = head.index("Värde")
    basis = next((head.index(name) for name in ("Vilar på", "Svar") if name in head), None)
    interval = head.index("95 % intervall") if "95 % intervall" in head else None
    for row in table.all("tr"):
        cells = [child for child in row.children if getattr(child, "tag", "") in ("td", "th")]
        if basis is not None and len(cells) == len(head) and cells[at].tag == "td":
            yield row, cells[at].text(), cells[basis].text(), cells[interval].text() if interval is not None else ""


def indicator_pages(out, compared):
    told = values(out)
    for page in sorted((out / "indikator").glob("*.html")):
        for table in read_page(page).all("table"):
            for _, shown, basis, interval in rows_of(table) if table.first("thead") else ():
                match = BASIS.match(basis)
                if match:
                    k, n = (int(re.sub(r"\D", "", one)) for one in match.groups())
                    found = any(agrees(shown, interval, row) for row in told.get((page.stem, k, n), ()))
                    compared.same(f"{page.name}: {shown} ({interval}), {basis}", found, True)


def unit_answers(out, compared):
    told = values(out)
    for page in sorted((out / "enhet").glob("*.html")):
        section = next((one for one in read_page(page).all("section") if one.attributes.get("aria-labelledby") == "svar"), None)
        for table in section.all("table") if section else ():
            for row, shown, basis, _ in rows_of(table):
                href = next(link.attributes["href"] for link in row.all("a"))
                indicator = re.search(r"([a-z0-9_]+)\.html", href)[1]
                match = BASIS.match(basis)
                if match:
                    k, n = (int(re.sub(r"\D", "", one)) for one in match.groups())
                    found = any(agrees(shown, "", one) for one in told.get((indicator, k, n), ()))
                    compared.same(f"{page.name}, {indicator}: {shown}, {basis}", found, True)


def areas_of_units(out, compared):
    """The grades of a unit's page are those of its last row in reviews.csv."""
    latest = {}
    with (out / "data/reviews.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if row["unit_id"] not in latest or row["review_date"] > latest[row["unit_id"]]["review_date"]:
                latest[row["unit_id"]] = row
    for unit, row in sorted(latest.items()):
        grid = next((one for one in read_page(out / f"enhet/{unit.lower()}.html").all("table", "unit-areas")), None)
        shown = "".join(one.first("td").one("b").text() for one in grid.all("tr") if one.all("td")) if grid else ""
        compared.same(f"{unit}: grades", shown, "".join(row.get(f"{area}_current") or row[area] for area in "ABCDEFGH"))
