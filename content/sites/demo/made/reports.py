"""The annual reports of ST doctors, 2022-2026: a row each, no names. Most things slowly get better, the wait for rotations gets worse."""
import datetime as dt

from draw import Draw
from files import Workbook, csv_file
from region import AS_OF, effect

# Answers yes or no: area, share of yes in 2022 at a unit with an A, and how much more for each year
YES = {
    "individual_plan": ("D", 0.95, 0.004), "plan_covers_rotations": ("D", 0.95, 0.003), "plan_revised": ("D", 0.78, 0.035),
    "supervision_regular": ("E", 0.96, 0.0), "talks_documented": ("E", 0.44, 0.055), "competence_assessed": ("E", 0.80, 0.015),
    "leadership_practised": ("H", 0.68, 0.012), "leadership_assessed": ("H", 0.64, 0.012), "communication_assessed": ("H", 0.72, 0.008),
    "own_supervising": ("H", 0.66, 0.01), "quality_work_done": ("G", 0.46, 0.01), "courses_planned": ("F", 0.92, 0.003),
    "course_places_in_time": ("F", 0.58, 0.05), "rotations_planned": ("D", 0.84, 0.0), "rotation_waited": ("D", 0.24, 0.045),
    "c1_on_track": ("A", 0.93, 0.0), "c4_on_track": ("A", 0.85, -0.004), "c7_on_track": ("A", 0.82, 0.0),
    "equipment_sufficient": ("C", 0.84, 0.015), "library_access": ("F", 0.73, 0.015), "would_recommend": ("", 0.95, 0.0),
}
COLUMNS = ["unit_id", "year", "individual_plan", "plan_covers_rotations", "plan_revised", "supervision_regular", "supervision_hours",
           "talks_documented", "competence_assessed", "structured_assessments", "leadership_practised", "leadership_assessed",
           "communication_assessed", "own_supervising", "science_work", "quality_work_done", "courses_planned", "course_places_in_time",
           "rotations_planned", "rotation_waited", "c1_on_track", "c4_on_track", "c7_on_track", "equipment_sufficient", "self_study",
           "library_access", "would_recommend"]
SWEDISH = ["Enhets-id", "År", "Utbildningsprogram finns", "Sidotjänstgöring i programmet", "Programmet reviderat i år",
           "Regelbunden handledning", "Handledning per månad", "Handledarsamtal dokumenteras", "Kompetens bedömd i år",
           "Strukturerade bedömningar", "Ledarskap övat", "Ledarskap bedömt", "Kommunikation bedömd", "Egen handledning av andra",
           "Vetenskapligt arbete", "Kvalitetsarbete klart", "Kurser inplanerade", "Kursplats i tid", "Sidotjänstgöring inplanerad",
           "Väntat på sidotjänstgöring", "Delmål C1 enligt plan", "Delmål C4 enligt plan", "Delmål C7 enligt plan", "Utrustningen räcker",
           "Egna studier per vecka", "Tillgång till bibliotek", "Rekommenderar enheten"]
CHOICES = {"science_work": {"none": "Inte planerat", "planned": "Planerat", "started": "Påbörjat", "done": "Klart"},
           "self_study": {"none": "0 timmar", "under_1": "Under 1 timme", "from_1_to_2": "1–2 timmar", "over_2": "Över 2 timmar"}}


def yes(draw, name, year, grades, mood):
    area, share, change = YES[name]
    leaning = effect(grades, area) + mood
    return draw.chance(min(0.985, max(0.03, share + change * (year - 2022) + (-leaning if name == "rotation_waited" else leaning))))


def report(draw, unit_id, year, grades):
    mood, done = (draw.share() - 0.5) / 6, draw.share()  # how content the person is, and how far in the training
    row = {"unit_id": unit_id, "year": year} | {name: yes(draw, name, year, grades, mood) for name in YES}
    for part in ("plan_covers_rotations", "plan_revised"):
        row[part] = row[part] and row["individual_plan"]
    row["leadership_assessed"] = row["leadership_assessed"] and (row["leadership_practised"] or draw.chance(0.5))
    row["quality_work_done"] = row["quality_work_done"] and done > 0.25 or done > 0.85
    row["supervision_hours"] = draw.whole(5, 10) / 2 if row["supervision_regular"] else draw.whole(1, 5) / 2
    row["structured_assessments"] = draw.whole(2, 6) + draw.whole(0, year - 2020) if row["competence_assessed"] else draw.whole(0, 2)
    stage = done + effect(grades, "G") / 2
    row["science_work"] = "none" if stage < 0.2 else "planned" if stage < 0.45 else "started" if stage < 0.75 else "done"
    row["self_study"] = draw.weighted({"none": 21 - year + 2022, "under_1": 29, "from_1_to_2": 31, "over_2": 19 + year - 2022})
    last_answered = len(COLUMNS) if draw.chance(0.98) else draw.whole(14, 20)  # some did not see the second page of the form
    for place, name in enumerate(COLUMNS[2:], 2):
        if place >= last_answered or draw.chance(0.012):
            row[name] = None
    return row


def of_a_year(region, year):
    """At the end of the year; the last year as far as it had come, with the reports of half of the units."""
    draw, day = Draw(f"årsrapporter {year}"), min(dt.date(year, 12, 31), AS_OF)
    for unit in region.valid(day):
        delivered = draw.chance(0.99 if day < AS_OF else 0.51)
        count = unit["st_doctors"] if day == AS_OF else max(1, unit["st_doctors"] + draw.weighted({0: 66, 1: 20, -1: 14}))
        grades = region.grades(unit["unit_id"], day)
        for _ in range(count if delivered else 0):
            yield report(draw, unit["unit_id"], year, grades)


def workbook(rows, year):
    """Each year as another program would have saved it: texts in a table or in the cells, words or truth values, a blank row or none."""
    book = Workbook("Årsrapporter", shared=year != 2023)
    book.row([f"Exempelregionen, årsrapporter för ST-läkare {year} (påhittade uppgifter)"], bold=True)
    if year != 2022:
        book.skip_row()
    book.row(SWEDISH, bold=True)
    words = {2022: ("nej", "ja"), 2023: ("Nej", "Ja"), 2024: (False, True), 2025: ("nej", "ja")}[year]
    for row in rows:
        book.row([words[value] if isinstance(value, bool) else CHOICES[name].get(value) if name in CHOICES else value
                  for name, value in ((name, row[name]) for name in COLUMNS)])
    return book.bytes()


def as_typed(value):
    return ("nej", "ja")[value] if isinstance(value, bool) else f"{value:g}".replace(".", ",") if isinstance(value, float) else value


def files(region):
    for year in range(2022, 2026):
        yield f"annual_reports_{year}.xlsx", workbook(of_a_year(region, year), year)
    rows = [{name: as_typed(value) for name, value in row.items() if value is not None} for row in of_a_year(region, 2026)]
    yield "annual_reports_2026.csv", csv_file(rows, COLUMNS)
