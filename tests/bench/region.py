#!/usr/bin/env python3
"""Writes a fictional region of any size to measure with: site.yaml, sources.yaml, disclosure.yaml, units.csv, reviews.csv
and reports.csv.

Grades, plans and dates follow the same rules as the demonstration site's made/reviews.py. A forum has about 26 units, so that the work
a unit causes does not depend on how many there are. Standard library only; the same bytes on every run.

usage: region.py UNITS FOLDER"""
import datetime as dt
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
AREAS = "ABCDEFGH"
STEMS = ["Almlunds", "Björkvalla", "Dungbo", "Fjällglims", "Gransångar", "Hägerklints", "Järpbo", "Kråkris", "Lärkvalla", "Mossklints",
         "Näckros", "Orrklints", "Pärlugglans", "Rönnvalla", "Slånbärs", "Timjans", "Ugglebo", "Vitsippans", "Ängsklockans", "Ölandsbo"]
KINDS = ["vårdcentral"] * 7 + ["husläkarmottagning"] * 2 + ["hälsocentral", "läkarhus"]
PROVIDERS = ["Nordlyktan Vård AB", "Klöverbladets Läkare AB", "Vita Kompassen AB", "O'Strand & Co Läkargrupp AB"]
# How many in a hundred reviews begin with B, C and D in each area.
GRADES = {"A": (0, 0, 1), "B": (1, 1, 1), "C": (2, 13, 24), "D": (0, 5, 10), "E": (0, 23, 12), "F": (1, 4, 8), "G": (53, 15, 8),
          "H": (0, 40, 8)}
BETTER = {"D": "CCBAD", "C": "CBBAD", "B": "BBAAC", "A": "AAAAB"}
AS_OF = dt.date(2026, 6, 30)

SITE = """id: matning
region: {{sv: Mätregionen, en: The Measured Region}}
introduction: {{sv: Så står det till med utbildningen., en: This is how the training is doing.}}
fictional: ja
notice: {{sv: Alla enheter och uppgifter här är påhittade., en: All units and data here are fictional.}}
as_of: {as_of}
languages: [sv]
framework: spur-2018
common: {common}
templates: {templates}
rounds:
  - {{id: 2019–2022, from: 2019-11-01, to: 2022-12-31}}
  - {{id: 2024–2026, from: 2024-09-01, to: 2026-12-31}}
forums:
{forums}
contact: {{sv: Ingen tar emot frågor., en: Nobody receives questions.}}
accessibility:
  assessed_on: 2026-06-30
  method: self_assessment
  conformance: full
  report_to: {{sv: den som har lagt ut webbplatsen, en: whoever has put the site up}}
"""
SOURCES = """sources:
  - {dataset: units, file: units.csv, title: {sv: Register över enheter, en: Register of units}, updated: 2026-06-30}
  - {dataset: reviews, file: reviews.csv, title: {sv: SPUR-granskningar, en: SPUR reviews}, updated: 2026-06-30}
  - {dataset: annual_reports, file: reports.csv, title: {sv: Årsrapporter, en: Annual reports}, updated: 2026-06-30}
"""
DISCLOSURE = ROOT / "content/sites/demo/disclosure.yaml"


def first_grades(rnd):
    grades = []
    for area in AREAS:
        b, c, d = GRADES[area]
        at = rnd.randrange(100)
        grades.append("B" if at < b else "C" if at < b + c else "D" if at < b + c + d else "A")
    return grades


def after_plan(rnd, grades, day, share):
    """The grades that hold, and the day of the plan that lifted the D's, if any did."""
    received = day + dt.timedelta(rnd.randint(20, 88))
    if "D" not in grades or received > AS_OF or rnd.random() > share:
        return grades, ""
    return ["C" if grade == "D" else grade for grade in grades], received.isoformat()


def unit_row(rnd, i, forum):
    kind = rnd.choice(KINDS)
    name = f"{STEMS[i % len(STEMS)]} {i // len(STEMS) + 1} {kind}"
    private = rnd.random() < .7
    listed = int(rnd.triangular(2400, 21000, 9200) // 10 * 10)
    specialists = max(2, round(listed / 2300 + rnd.uniform(-1, 1)))
    doctors = 2 + rnd.randrange(4)
    supervisors = max(1, min(specialists, doctors + rnd.randint(-1, 2)))
    trained = sum(rnd.random() < .86 for _ in range(supervisors))
    return [f"FK{i + 1:05d}", name, kind, forum, f"Ort {i // 13 + 1}", "privat" if private else "offentlig",
            rnd.choice(PROVIDERS) if private else "Mätregionens primärvård", listed, specialists,
            specialists * rnd.choice([70, 75, 80, 85, 90]), doctors, supervisors, trained, rnd.randint(2014, 2026)]


def review_rows(rnd, i):
    day = dt.date(2019, 11, 4) + dt.timedelta(rnd.randrange(1130))
    visit = "digital" if dt.date(2020, 3, 16) <= day <= dt.date(2022, 2, 9) else "on_site"
    first = first_grades(rnd)
    now, plan = after_plan(rnd, first, day, .77)
    yield [f"R1-{i + 1:05d}", f"FK{i + 1:05d}", "spur-2018", day.isoformat(), visit, *first, plan, *now]
    if rnd.random() > .4:
        return
    day = dt.date(2024, 9, 2) + dt.timedelta(rnd.randrange(650))
    again = [rnd.choice(BETTER[grade]) for grade in now]
    now, plan = after_plan(rnd, again, day, .7)
    yield [f"R2-{i + 1:05d}", f"FK{i + 1:05d}", "spur-2018", day.isoformat(), "on_site", *again, plan, *now]


# Questions of the annual report, and how many in a hundred say yes.
QUESTIONS = {"individual_plan": 92, "supervision_regular": 90, "talks_documented": 55, "competence_assessed": 79, "leadership_assessed": 50,
             "communication_assessed": 62, "courses_planned": 91, "equipment_sufficient": 80, "would_recommend": 84}
YEARS = (2024, 2025)


def report_rows(rnd, unit):
    """A row a ST doctor and year."""
    for year in YEARS:
        for _ in range(unit[10]):
            yield [unit[0], year, *["ja" if rnd.randrange(100) < share else "nej" for share in QUESTIONS.values()],
                   str(rnd.randrange(1, 13) / 2).replace(".", ",")]


def write_table(file, head, rows):
    lines = [";".join(map(str, row)) + "\n" for row in [head, *rows]]
    file.write_text("".join(lines), encoding="utf-8", newline="")


def write_region(units, folder):
    rnd = random.Random(units)
    folder.mkdir(parents=True)
    forums = max(1, round(units / 26))
    names = "\n".join(f"  - {{id: f{n}, sv: Forum {n}, en: Forum {n}}}" for n in range(1, forums + 1))
    (folder / "site.yaml").write_text(SITE.format(as_of=AS_OF, common=ROOT / "content/common", templates=ROOT / "templates", forums=names),
                                      encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (folder / "disclosure.yaml").write_bytes(DISCLOSURE.read_bytes())
    register = [unit_row(rnd, i, f"f{i * forums // units + 1}") for i in range(units)]
    write_table(folder / "units.csv", ["unit_id", "name", "kind", "forum", "municipality", "ownership", "provider", "listed_patients",
                "specialists", "specialist_percent", "st_doctors", "supervisors", "supervisors_trained_5y", "manager_since"],
                register)
    write_table(folder / "reviews.csv", ["review_id", "unit_id", "framework", "review_date", "visit", *AREAS, "plan_received",
                *[f"{area}_current" for area in AREAS]], [row for i in range(units) for row in review_rows(rnd, i)])
    write_table(folder / "reports.csv", ["unit_id", "year", *QUESTIONS, "supervision_hours"],
                [row for unit in register for row in report_rows(rnd, unit)])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write_region(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
