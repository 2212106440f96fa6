"""Two releases of demo with some sources changed between them, and what `lagesbild diff --json` says of them, held against a comparison of
the files to download that is made here, cell by cell."""
import collections
import csv
import io
import json
import re
import shutil
from fractions import Fraction

from edition import SITES, Compared, Edition
from program_tests import ROOT, run


def replace_once(file, pattern, instead):
    text = file.read_text(encoding="utf-8")
    changed, times = re.subn(pattern, instead, text, count=1, flags=re.M)
    if times != 1:
        raise ValueError(f"{file.name} has nothing like {pattern}")
    file.write_text(changed, encoding="utf-8")


def lift_a_grade(data):
    """An action plan, after which an area's D is a C."""
    header, *rows = (data / "reviews.csv").read_text(encoding="utf-8").splitlines()
    names = header.split(";")
    for number, row in enumerate(rows):
        cells = dict(zip(names, row.split(";")))
        area = next((letter for letter in "ABCDEFGH" if cells[letter] == cells[letter + "_current"] == "D"), None)
        if area and not cells["plan_received"] and cells["review_date"] < "2026-01-01":
            cells |= {"plan_received": cells["review_date"], area + "_current": "C"}
            rows[number] = ";".join(cells.values())
            break
    else:
        raise ValueError("no review has a D without a plan")
    (data / "reviews.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


def answer_otherwise(data):
    """The first answers of a few ST doctors to whether they have an individual plan."""
    for _ in range(4):
        replace_once(data / "annual_reports_2026.csv", r"^(FK\d+;2026;)ja;", r"\1nej;")


def change_the_register(data):
    """A unit renamed and with more patients, one that is new, one more owned by the region: whole groups change."""
    replace_once(data / "units.csv", r"^(FK038;)[^;]*((?:;[^;]*){5});6920;", r"\1Almlunds vårdcentral\2;7000;")
    replace_once(data / "units.csv", r"^(FK001;.*);privat;[^;]*;", r"\1;offentlig;Exempelregionens primärvård;")
    with (data / "units.csv").open("a", encoding="utf-8") as file:
        file.write("FK999;Nya vårdcentralen;vårdcentral;city;Centralstad;privat;Hälsoknuten AB;5000;3;240;2;2;2;2025;;;;\n")


def drop_a_measure(data):
    lines = (data / "measures_2026.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (data / "measures_2026.csv").write_text("".join(lines[:2] + lines[3:]), encoding="utf-8")


STEPS = (lift_a_grade, answer_otherwise, change_the_register, drop_a_measure)
CHANGED = {"reviews", "annual_reports", "units", "measures"}  # datasets


def make_site(folder):
    """The site as it is, in a folder of its own."""
    site = folder / "sites/demo"
    shutil.copytree(SITES / "demo", site)
    (folder / "common").symlink_to(ROOT / "content/common")
    yaml = site / "site.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + f"\ntemplates: {ROOT / 'templates'}\n", encoding="utf-8")
    return site


def tables(out):
    """Name -> (key columns, rows as dictionaries)."""
    package = json.loads((out / "data/datapackage.json").read_bytes())
    found = {}
    for resource in package["resources"]:
        rows = csv.DictReader(io.StringIO((out / "data" / resource["path"]).read_text("utf-8-sig"), newline=""), delimiter=";")
        schema = resource["schema"]
        key = schema.get("primaryKey") or schema.get("lagesbildKey") or [field["name"] for field in schema["fields"]]
        numbers = {field["name"] for field in schema["fields"] if field["type"] in ("integer", "number")}
        found[resource["name"]] = key, numbers, list(rows)
    return found


def keyed(key, rows):
    """Key with which time it stands there -> row."""
    times, found = collections.Counter(), {}
    for row in rows:
        one = tuple(row[name] for name in key)
        found[one, times[one]] = row
        times[one] += 1
    return found


def difference(old, new):
    return Fraction(new.replace(",", ".")) - Fraction(old.replace(",", "."))


def expected_rows(key, numbers, before, after):
    """[(what, key, {column: (from, to, difference)})] in the order that diff is to tell them."""
    old_rows, new_rows = keyed(key, before), keyed(key, after)
    for one, row in new_rows.items():
        old = old_rows.get(one)
        if old is None:
            yield "added", one[0], {}
        elif bool(row.get("withheld")) != bool(old.get("withheld")):
            yield "withheld" if row["withheld"] else "shown", one[0], {}
        else:
            columns = {name: (old[name], row[name], difference(old[name], row[name]) if name in numbers and old[name] and row[name] else None)
                       for name in row if name in old and row[name] != old[name]}
            if columns:
                yield "changed", one[0], columns
    for one in old_rows:
        if one not in new_rows:
            yield "removed", one[0], {}


def compare_tables(before, after, told, compared):
    old, new = tables(before), tables(after)
    compared.same("tables", [table["name"] for table in told["tables"]], list(new) + [name for name in old if name not in new])
    totals = collections.Counter()
    for table in told["tables"]:
        key, numbers, rows = new[table["name"]]
        expected = list(expected_rows(key, numbers, old[table["name"]][2], rows))
        seen = [(change["what"], tuple(change["key"]), {column["column"]: (column["from"], column["to"], column.get("difference"))
                                                       for column in change.get("columns", [])}) for change in table["changes"]]
        compared.same(f"{table['name']}, how many", len(seen), len(expected))
        for one, other in zip(seen, expected):
            compared.same(f"{table['name']} {other[1]}", one, other)
        counts = collections.Counter(what for what, _, _ in expected)
        compared.same(f"{table['name']}, counts", {what: n for what, n in table["rows"].items() if n}, dict(counts))
        totals += counts
    compared.same("totals", {what: n for what, n in told["rows"].items() if n}, dict(totals))


def compare_causes(before, after, told, compared):
    causes = told["causes"]
    compared.same("sources", {cause["dataset"] for cause in causes if cause["kind"] == "source"}, CHANGED)
    compared.same("nothing else", [cause for cause in causes if cause["kind"] != "source" or cause["state"] != "changed"], [])
    defined = json.loads((after / "data/datapackage.json").read_bytes())["lagesbild"].get("definitions")
    of_indicator = {one["id"]: one["dataset"] for one in defined or []}
    for table in told["tables"]:
        for change in table["changes"]:
            datasets = {causes[index]["dataset"] for index in change["because"]}
            counted = of_indicator.get(change["key"][0]) if table["name"] == "indicator_values" else table["name"]
            expected = CHANGED if counted is None else {counted} if counted in CHANGED else {"units"}
            if table["name"] == "cases":  # the register follows from reviews and units
                expected = {"reviews", "units"}
            if table["name"] == "deliveries":
                expected = {change["key"][1], "units"} & CHANGED
            compared.same(f"why {table['name']} {change['key']}", datasets, expected)


def nothing_withheld(before, after, told, compared):
    """No value stands beside a row that is withheld in one of the two."""
    for table in told["tables"]:
        for change in table["changes"]:
            if change["what"] != "changed":
                compared.same(f"{table['name']} {change['key']}", set(change) - {"what", "key", "name", "because"}, set())


def latest_reviews(out):
    """By the name of each unit of today: what its latest review says, its own or that of a unit that it came from."""
    def rows(name):
        return list(csv.DictReader(io.StringIO((out / f"data/{name}.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    units, reviews = {row["unit_id"]: row for row in rows("units")}, collections.defaultdict(list)
    for review in rows("reviews"):
        reviews[review["unit_id"]].append(review)

    def of(unit_id):
        return reviews[unit_id] + [one for parent in units[unit_id]["predecessor"].split(", ") if parent for one in of(parent)]
    found = {}
    for unit_id, unit in units.items():
        if not unit["valid_to"]:
            latest = max(of(unit_id), key=lambda one: one["review_date"], default=None)
            found[unit_id] = (unit["name"], latest and {key: latest[key] for key in latest if key.endswith(("_current", "_date", "_received", "_on"))})
    return found


def page_of_changes(edition, old, new, compared):
    """The units that the page names, and the number of those with an open D before and now."""
    before, after, page = latest_reviews(old), latest_reviews(new), edition.page("andringar.html")
    news = {name for unit_id, (name, review) in after.items() if unit_id not in before or before[unit_id][1] != review}
    shown = [row.one("th").text() for table in page.all("table", "changed-units") for row in table.one("tbody").all("tr")]
    compared.same(f"{edition.language} units with news", sorted(shown), sorted(news))
    open_d = [sum("D" in (value for key, value in review.items() if key.endswith("_current")) for _, review in site.values() if review)
              for site in (before, after)]
    rows = [[cell.text() for cell in row.all("th") + row.all("td")] for row in page.first("table", "short").one("tbody").all("tr")]
    figures = {row[0]: row[1:3] for row in rows}
    compared.same(f"{edition.language} open D", figures[edition.word("since.figure_open")], [edition.numbers.whole(n) for n in open_d])


def compare(tally, program, folder):
    before, after, site = folder / "before", folder / "after", make_site(folder / "own")

    def build(out):
        done = run(program, "build", site, "--out", out)
        return done.stderr + ("" if done.returncode == 0 else f"exit {done.returncode}")

    problem = build(before)
    for step in STEPS:
        step(site / "data")
    problem = problem or build(after)
    shutil.copytree(before, folder / "published")
    problem = problem or build(folder / "published")
    tally.case("demo with changed sources is built", problem)
    if problem:
        return
    for name, old, new in (("forwards", before, after), ("backwards", after, before)):
        done = run(program, "diff", old, new, "--json")
        tally.case(f"demo before and after, {name}, are compared", done.stderr + ("" if done.returncode == 0 else f"exit {done.returncode}"))
        told = json.loads(done.stdout, parse_float=Fraction)
        Compared().run(compare_tables, old, new, told).report(tally, f"demo, {name}, what has changed", 100)
        Compared().run(compare_causes, old, new, told).report(tally, f"demo, {name}, why", 100)
        Compared().run(nothing_withheld, old, new, told).report(tally, f"demo, {name}, what is withheld or gone", 2)
    for language in ("sv", "en"):
        edition = Edition(folder / "published", language, "demo")
        Compared().run(page_of_changes, edition, before, after).report(tally, f"demo, {language}, the page of changes", 2)
