"""Who has handed in annual reports, on the page of what has come in and in the file to download, held against the files that came in."""
import csv

import demo_data
from edition import Edition
from pages import filled

TODAY = "2026-06-30"
LAST_YEAR = 2025  # the last that is over
FEWEST = 3


def reporters(year):
    """The ids of units that a file has rows of."""
    if year == 2026:
        return {row["unit_id"] for row in demo_data.table("annual_reports_2026.csv")}
    return {row["Enhets-id"] for row in demo_data.workbook(f"annual_reports_{year}.xlsx", "Enhets-id")}


def with_ancestors(unit_id, units):
    """The unit and those that it came from, however far back."""
    found = {unit_id}
    for parent in (part.strip() for part in units[unit_id]["predecessor"].split(",")):
        if parent:
            found |= with_ancestors(parent, units)
    return found


def states(year, units):
    """Of each unit of today: what is to be said of it."""
    came, said = reporters(year), {}
    for unit_id, unit in units.items():
        if unit["valid_to"] and unit["valid_to"] < TODAY:
            continue
        there = not unit["valid_from"] or unit["valid_from"] <= f"{year}-12-31"
        if unit_id in came or there and with_ancestors(unit_id, units) & came:
            state = "delivered"
        elif not there or unit["st_doctors"] == "0":
            state = "not_expected"
        else:
            state = "missing" if year <= LAST_YEAR else "not_yet"
        few = not unit["st_doctors"] or int(unit["st_doctors"]) < FEWEST
        said[unit["name"]] = "untold" if few and state != "not_expected" else state
    return said


def page_of_deliveries(edition, compared):
    units = {row["unit_id"]: row for row in demo_data.table("units.csv")}
    page, say = edition.page("tackning.html"), edition.numbers.whole
    totals = [[cell.text() for cell in row.all("th") + row.all("td")] for row in page.one("table", "delivered").one("tbody").all("tr")]
    rows = [[cell.text() for cell in row.all("th") + row.all("td")] for row in page.one("table", "coverage").one("tbody").all("tr")]
    title = totals[0][0]
    for column, year in enumerate((2026, 2025, 2024, 2023, 2022)):
        said = states(year, units)
        counts = {state: list(said.values()).count(state) for state in ("delivered", "missing", "not_yet")}
        of_all = filled(edition.texts["deliveries.of"], n=say(counts["delivered"]), all=say(sum(counts.values())))
        shown = next(row for row in totals if row[0] == title and row[1] == str(year))
        compared.same(f"{edition.language} {year}", [shown[2].strip(), *shown[3:]], [of_all, say(counts["missing"]), say(counts["not_yet"])])
        for row in rows:
            compared.same(f"{edition.language} {row[0]} {year}", row[3 + column], edition.word("deliveries." + said[row[0]]))
        compared.same(f"{edition.language} units {year}", sorted(row[0] for row in rows), sorted(said))
        if year == LAST_YEAR:
            what = filled(edition.texts["deliveries.reports_for"], period=str(year))
            key, n = ("deliveries.lead_missing", counts["missing"]) if counts["missing"] else ("deliveries.lead_all", counts["delivered"])
            lead = filled(edition.texts[key], n, n=say(n), what=what, delivered=say(counts["delivered"]), all=say(sum(counts.values())))
            compared.same(f"{edition.language} lead", page.one("p", "lead").text().startswith(lead), True)
    missing = [int(row[2]) for row in rows]
    compared.same(f"{edition.language} most missing first", missing, sorted(missing, reverse=True))


def file_of_deliveries(out, compared):
    """What is said of annual reports; and of everything, that the file has what the page's table has, unit by unit."""
    units = {row["unit_id"]: row for row in demo_data.table("units.csv")}
    with (out / "data/deliveries.csv").open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.DictReader(file, delimiter=";"))
    for row in told:
        compared.same(f"{row} is told or protected", bool(row["state"]), not row["withheld"])
    for year in range(2022, 2027):
        said = {units[row["unit_id"]]["name"]: row["state"] or "untold" for row in told
                if row["dataset"] == "annual_reports" and row["period"] == str(year)}
        compared.same(f"deliveries.csv {year}", said, states(year, units))
    edition = Edition(out, "sv", "demo")
    rows = [[cell.text() for cell in row.all("th") + row.all("td")] for row in edition.page("tackning.html").one("table", "coverage").one("tbody").all("tr")]
    for row in rows:
        mine = sorted(edition.word("deliveries." + (one["state"] or "untold")) for one in told if units[one["unit_id"]]["name"] == row[0])
        compared.same(f"deliveries.csv {row[0]}", mine, sorted(row[3:3 + len(mine)]))
