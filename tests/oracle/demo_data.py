#!/usr/bin/env python3
"""Holds the made data of the demonstration region against what they are to show, counted here from the files, and makes them again.

usage: demo_data.py

Knows nothing of content/sites/demo/made but the command that makes the data. Workbooks are read with the standard library.
"""
import csv
import datetime as dt
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as xml
import zipfile
from collections import Counter, defaultdict

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program_tests import ROOT, Tally  # noqa: E402

SITE = ROOT / "content/sites/demo"
DATA = SITE / "data"
AS_OF = "2026-06-30"
ROLES = ("st_doctor", "supervisor", "manager", "study_director")
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def table(name, folder=DATA):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def column(reference):
    number = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def workbook(name, heading):
    """Rows below the row that begins with `heading`, by its headings. A truth value is ja or nej."""
    with zipfile.ZipFile(DATA / name) as archive:
        if archive.testzip():
            raise ValueError(f"{name} is damaged")
        shared = [item.findtext(f".//{SPREADSHEET}t") for item in xml.fromstring(archive.read("xl/sharedStrings.xml"))]
        rows = []
        for row in xml.fromstring(archive.read("xl/worksheets/sheet1.xml")).iter(SPREADSHEET + "row"):
            cells = {}
            for cell in row:
                value = cell.findtext(f".//{SPREADSHEET}v") or cell.findtext(f".//{SPREADSHEET}t")
                kind = cell.get("t")
                cells[column(cell.get("r"))] = shared[int(value)] if kind == "s" else ("nej", "ja")[int(value)] if kind == "b" else value
            rows.append(cells)
    start = next(number for number, cells in enumerate(rows) if cells.get(0) == heading)
    return [{title: cells.get(place, "") for place, title in rows[start].items()} for cells in rows[start + 1:]]


def unless(fine, complaint):
    return [] if fine else [complaint]


def percent(part, whole):
    """Whole, half up."""
    return (200 * part + whole) // (2 * whole)


def made_again():
    done = subprocess.run([sys.executable, SITE / "made/make.py", "--check"], capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).splitlines() + unless(done.returncode == 0, f"exit {done.returncode}")


UNITS = {unit["unit_id"]: unit for unit in table("units.csv")}
REVIEWS = {review["review_id"]: review for review in table("reviews.csv")}


def alive(unit_id, first, last):
    unit = UNITS[unit_id]
    return (unit["valid_from"] or "0") <= last and first <= (unit["valid_to"] or "9")


def register():
    current = [unit for unit in UNITS.values() if not unit["valid_to"]]
    new = [unit for unit in UNITS.values() if unit["predecessor"]]
    yield from unless((len(UNITS), len(current), len(new)) == (184, 179, 3), f"{len(UNITS)} units, {len(current)} now, {len(new)} new")
    followed = [one for unit in new for one in unit["predecessor"].split(",")]
    closed = [key for key, unit in UNITS.items() if unit["valid_to"] and key not in followed]
    yield from unless(len(closed) == 1 and len(followed) == 4, f"closed {closed}, followed {followed}")
    for unit in new:
        before = [UNITS[one] for one in unit["predecessor"].split(",")]
        last_day = (dt.date.fromisoformat(unit["valid_from"]) - dt.timedelta(1)).isoformat()
        yield from unless(all(one["valid_to"] == last_day for one in before), f"{unit['unit_id']} does not begin the day after")
        for figure in ("listed_patients", "specialists", "specialist_percent", "st_doctors", "supervisors", "supervisors_trained_5y"):
            yield from unless(int(unit[figure]) == sum(int(one[figure]) for one in before), f"{unit['unit_id']}: {figure} is no sum")
    for key, review in REVIEWS.items():
        yield from unless(alive(review["unit_id"], review["review_date"], review["review_date"]), f"{key} is of a unit that was not there")


def survey_one():
    """Tables 5-7 to the digit, as stockholm has them; 1 204 persons; who is content, and about what the roles agree."""
    rows = table("survey_2019_2022.csv")
    answers = ("agree", "neutral", "disagree", "none", "under_1", "from_1_to_2", "over_2")
    counts, units = defaultdict(Counter), defaultdict(int)
    for row in rows:
        own = {answer: int(row[answer]) for answer in answers if row[answer]}
        counts[row["role"], row["statement"]].update(own)
        yield from unless(sum(own.values()) <= int(row["invited"]), f"more answers than invited: {row}")
        if (row["role"], row["statement"]) == ("st_doctor", "expectations_met"):
            units[row["unit_id"]] += sum(own.values())
    persons = {role: sum(counts[role, "expectations_met"].values()) for role in ROLES}
    yield from unless(sum(persons.values()) == 1204 and persons["st_doctor"] == 476, f"persons {persons}")
    for key, found in counts.items():
        yield from unless(sum(found.values()) == persons[key[0]], f"{key} has {sum(found.values())} answers")
    yield from unless(len(units) == 181 and min(units.values()) == 1, f"{len(units)} units, at least {min(units.values())} answers")
    yield from unless(sum(1 <= n <= 5 for n in units.values()) > 160, f"answers a unit: {Counter(units.values())}")
    published = [row for row in table("benchmarks.csv", ROOT / "content/sites/stockholm/data") if row["group"] == "region"]
    for row in published:
        seen = percent(counts["st_doctor", row["statement"]][row["answer"]], 476)
        yield from unless(seen == int(row["value"]), f"{row['statement']}, {row['answer']}: {seen} %, published {row['value']} %")
    yield from unless(len(published) == 17, f"{len(published)} published shares")
    areas = {row["statement"]: row["area"] for row in table("statements.csv")}
    share = {key: found["agree"] / sum(found.values()) for key, found in counts.items()}
    asked_all = [statement for statement in areas if ("manager", statement) in share]
    mean = {role: sum(share[role, statement] for statement in asked_all) for role in ROLES}
    yield from unless(min(mean["manager"], mean["study_director"]) > mean["supervisor"] > mean["st_doctor"], f"content: {mean}")
    gaps = defaultdict(list)
    for statement in asked_all:
        found = [share[role, statement] for role in ROLES]
        gaps[areas[statement]].append(max(found) - min(found))
    order = sorted((area for area in gaps if area), key=lambda area: sum(gaps[area]) / len(gaps[area]))
    yield from unless(order[0] == "D" and set(order[-2:]) == {"E", "H"}, f"agreement from the best: {order}")


def statements():
    own = {row["statement"]: row for row in table("statements.csv")}
    for row in table("statements.csv", ROOT / "content/sites/stockholm/data"):
        yield from unless(own.get(row["statement"]) == row, f"{row['statement']} has other words than in stockholm")
    yield from unless({row["area"] for row in own.values()} >= set("ABCDEFGH"), "an area has no statement")


def survey_two():
    rows, answered = workbook("survey_2024_2026.xlsx", "Omgång"), Counter()
    reviewed = {review["unit_id"] for key, review in REVIEWS.items() if key.startswith("R2")}
    known = {row["statement"] for row in table("statements.csv")}
    for row in rows:
        answered[row["Enhets-id"], row["Roll"], row["Påstående"]] += 1
        yield from unless(row["Enhets-id"] in reviewed and row["Påstående"] in known, f"unknown: {row}")
        yield from unless(answered[row["Enhets-id"], row["Roll"], row["Påstående"]] <= int(row["Inbjudna"]), f"too many: {row}")
    persons = Counter()
    for (_, role, statement), count in answered.items():
        persons[role] += count if statement == "expectations_met" else 0
    yield from unless(180 <= persons["ST-läkare"] <= 200 and len(persons) == 4, f"persons {persons}")


def reports():
    """The number of rows, units that were there, and what gets better and worse; answers follow the grades."""
    years = {year: workbook(f"annual_reports_{year}.xlsx", "Enhets-id") for year in range(2022, 2026)} | {2026: table("annual_reports_2026.csv")}
    swedish = list(years[2022][0])
    for year, rows in years.items():
        least, most = (640, 680) if year < 2026 else (290, 330)
        names = list(rows[0])
        yield from unless(least <= len(rows) <= most, f"{year} has {len(rows)} rows")
        yield from unless(len(names) == 27 and (year == 2026 or names == swedish), f"{year} has the headings {names}")
        for row in rows:
            unit_id, when = row[names[0]], row[names[1]]
            yield from unless(when == str(year) and alive(unit_id, f"{year}-01-01", f"{year}-12-31"), f"{year}: {unit_id}, {when}")
        filled = sum(value != "" for row in rows for value in row.values()) / len(rows) / 27
        yield from unless(0.96 < filled < 0.995, f"{year}: {filled:.3f} of the cells are filled in")

    def share(rows, name):
        given = [row[name].lower() for row in rows if row[name]]
        return given.count("ja") / len(given)

    for name, least in (("Programmet reviderat i år", 0.05), ("Handledarsamtal dokumenteras", 0.1), ("Kursplats i tid", 0.1),
                        ("Väntat på sidotjänstgöring", 0.1)):
        change = share(years[2025], name) - share(years[2022], name)
        yield from unless(change > least, f"{name} changes by {change:.2f} from 2022 to 2025")
    graded = {review["unit_id"]: review for key, review in REVIEWS.items() if key.startswith("R1")}
    good, bad = ([row for row in years[2022] if graded[row["Enhets-id"]]["C"] in grades] for grades in ("AB", "CD"))
    difference = share(good, "Utrustningen räcker") - share(bad, "Utrustningen räcker")
    yield from unless(difference > 0.08, f"the grade of C makes a difference of {difference:.2f} to equipment")


def findings():
    rows = json.loads((DATA / "findings.json").read_text(encoding="utf-8"))
    a_review = Counter(row["review_id"] for row in rows)
    yield from unless(a_review.keys() == REVIEWS.keys() and 2 <= min(a_review.values()) and max(a_review.values()) <= 6,
                      f"{len(a_review)} reviews, {min(a_review.values())} to {max(a_review.values())} findings")
    yield from unless({row["kind"] for row in rows} == {"strength", "weakness", "suggestion"}, "a kind is missing")
    yield from unless({"C1", "C4", "C7"} <= {row.get("sub_goal") for row in rows}, "a sub-goal is missing")
    yield from unless({row["area"] for row in rows} == set("ABCDEFGH"), "an area is missing")
    approved = [row for row in rows if "approved_by" in row]
    yield from unless(200 < len(approved) < len(rows) / 2, f"{len(approved)} of {len(rows)} are approved")
    for row in approved:
        yield from unless(row["text_hash"] == hashlib.sha256(row["text"].encode("utf-8")).hexdigest(), f"another text was approved: {row}")
        yield from unless(REVIEWS[row["review_id"]]["review_date"] < row["approved_on"] <= AS_OF, f"approved when? {row}")
    yield from unless(not any(re.search(r"[{}]|\d", row["text"]) for row in rows), "a text has a number or a gap")
    strengths = [row for row in rows if row["kind"] == "strength"]
    yield from unless(all(REVIEWS[row["review_id"]][row["area"]] in "AB" for row in strengths), "a strength where the grade is C or D")


def follow_up():
    events = json.loads((DATA / "events.json").read_text(encoding="utf-8"))
    yield from unless(8 <= len(events) <= 12 and all(event["date"] <= AS_OF for event in events), "events")
    examples = table("good_examples.csv")
    yield from unless(all(alive(row["unit_id"], AS_OF, AS_OF) for row in examples), "an example of a unit that is not there")
    yield from unless(0 < sum(row["approved_by"] == "" for row in examples) < len(examples), "all or no examples are approved")
    comments = table("comments.csv")
    yield from unless(all(alive(row["unit_id"], row["written_on"], AS_OF) for row in comments), "a comment of a unit that is not there")
    measures = table("measures_2026.csv")
    yield from unless(len(measures) == 12 and len({row["heading_sv"] for row in measures}) == 4, "measures and headings")
    yield from unless({row["status"] for row in measures} == {"not_started", "started", "done", "stopped", ""}, "a status is missing")
    yield from unless(all(row["followed_up"] <= AS_OF for row in measures), "followed up in the future")
    yield from unless(any(row["due"] < AS_OF and row["status"] in ("not_started", "started") for row in measures), "nothing is late")


def check(tally):
    for part in (made_again, register, statements, survey_one, survey_two, reports, findings, follow_up):
        tally.case(f"demo, data, {part.__name__.replace('_', ' ')}", list(part())[:20])


if __name__ == "__main__":
    counted = Tally()
    check(counted)
    counted.finish()
