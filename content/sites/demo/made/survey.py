"""The questionnaires before a review: round one as counts, round two as one answer a row.

Among ST doctors in round one the shares are those that have been published (476 answers); the other roles are invented so that managers
and study directors are the most content, and the roles agree most about the plan of the training and least about supervision and
leadership. Who answers what follows from the grade of the unit in the area of the statement, the mood of the person, and chance.
"""
import csv
import pathlib

from draw import Draw
from files import Workbook, csv_file
from region import ROUND_ONE, ROUND_TWO, effect

ROLES = ("st_doctor", "supervisor", "manager", "study_director")
RESPONDENTS = dict(zip(ROLES, (476, 446, 164, 118)))  # 1 204 in round one
HOURS = ("none", "under_1", "from_1_to_2", "over_2")
ANSWERS = ("agree", "neutral", "disagree", *HOURS)

SWEDISH = dict(zip(ROLES + ANSWERS, ("ST-läkare", "Handledare", "Verksamhetschef", "Studierektor", "Instämmer", "Varken eller",
                                     "Instämmer inte", "0 timmar", "Under 1 timme", "1–2 timmar", "Över 2 timmar")))

# The statements that the published report does not have, so that every area has one: area, Swedish, English
ADDED = {
    "patient_breadth": ("A", "Jag möter patienter med alla de besvär som målen gäller.",
                        "I meet patients with all the complaints that the objectives are about."),
    "specialists_to_ask": ("B", "Det finns en specialist att fråga när jag behöver det.",
                           "There is a specialist to ask when I need one."),
    "equipment_sufficient": ("C", "Utrustningen räcker för det som jag ska lära mig.",
                             "The equipment is enough for what I am to learn."),
    "competence_assessed": ("E", "Någon bedömer hur jag arbetar och talar om det för mig.",
                            "Somebody assesses how I work and tells me."),
    "communication_assessed": ("H", "Någon bedömer hur jag kommunicerar och talar om det för mig.",
                               "Somebody assesses how I communicate and tells me."),
}

# Per cent who agree in round one, in the order of ROLES, and what is added for everybody in round two. The first column of what is not
# in ADDED has been published. ST doctors only: library_access, and self_study_hours with its own answers.
AGREE = {
    "expectations_met": (80, 85, 91, 92, 2),
    "library_access": (72, None, None, None, 4),
    "individual_plan": (90, 91, 94, 95, 1),
    "plan_covers_rotations": (96, 96, 98, 98, 0),
    "plan_revised": (91, 92, 95, 94, 2),
    "supervision_regular": (96, 97, 98, 98, 0),
    "supervision_documented": (38, 61, 74, 71, 9),
    "courses_planned": (91, 93, 96, 95, 1),
    "science_assessed": (85, 89, 94, 93, 1),
    "supervises_with_feedback": (62, 78, 88, 87, 4),
    "leadership_assessed": (51, 70, 83, 81, 6),
    "patient_breadth": (83, 88, 92, 91, -2),
    "specialists_to_ask": (88, 93, 97, 96, -1),
    "equipment_sufficient": (79, 84, 89, 87, 5),
    "competence_assessed": (66, 83, 91, 90, 5),
    "communication_assessed": (70, 84, 92, 90, 3),
}
NEUTRAL = 0.7  # of those who do not agree
SELF_STUDY = {ROUND_ONE: (21, 29, 31, 19), ROUND_TWO: (17, 27, 34, 22)}


def statements():
    """The published ones with the words of the site stockholm, and those added, in the order of the areas."""
    path = pathlib.Path(__file__).resolve().parents[2] / "stockholm/data/statements.csv"
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    rows += [{"statement": key, "area": area, "sv": sv, "en": en} for key, (area, sv, en) in ADDED.items()]
    return sorted(rows, key=lambda row: row["area"])


def whole_counts(percents, n):
    """How many of n, the rest with the last."""
    counts = [(percent * n + 50) // 100 for percent in percents[:-1]]
    return counts + [n - sum(counts)]


def wanted(statement, role, round_id, n):
    """[(answer, how many)], from the most content down."""
    if statement == "self_study_hours":
        most_first = whole_counts(SELF_STUDY[round_id], n)[::-1]
        return list(zip(HOURS[::-1], most_first)) if role == "st_doctor" else []
    *shares, change = AGREE[statement]
    share = shares[ROLES.index(role)]
    if share is None:
        return []
    if statement == "expectations_met" and role == "st_doctor" and round_id == ROUND_ONE:
        return list(zip(ANSWERS, whole_counts((80, 16, 4), n)))
    agree = (min(99, share + change * (round_id == ROUND_TWO)) * n + 50) // 100
    neutral = int((n - agree) * NEUTRAL)
    return list(zip(ANSWERS, (agree, neutral, n - agree - neutral)))


def invited(unit, role):
    return {"st_doctor": unit["st_doctors"], "supervisor": unit["supervisors"]}.get(role, 1)


def respondents(draw, units, role, n):
    """The units of n persons, at least one ST doctor each, and never more than were invited: [(number of the unit, mood)]."""
    first = list(range(len(units))) if role == "st_doctor" else []
    more = [number for number, unit in enumerate(units) for _ in range(invited(unit, role) - len(first) // len(units))]
    return [(number, draw.share() / 2) for number in sorted(first + draw.shuffled(more)[:n - len(first)])]


def answers(draw, reviewed, round_id, sizes, areas):
    """(number of the unit, role, statement, answer), one for each person and statement."""
    for role in ROLES:
        people = respondents(draw, [unit for unit, _ in reviewed], role, sizes[role])
        for statement, area in areas.items():
            liking = [(mood + draw.share() + 0.8 * effect(reviewed[number][1], area), place)
                      for place, (number, mood) in enumerate(people)]
            ranked = [place for _, place in sorted(liking, reverse=True)]
            for answer, count in wanted(statement, role, round_id, len(people)):
                for place in sorted(ranked[:count]):
                    yield people[place][0], role, statement, answer
                del ranked[:count]


def files(region):
    texts = statements()
    areas = {row["statement"]: row["area"] for row in texts}
    yield "statements.csv", csv_file(texts, ["statement", "area", "sv", "en"])

    reviewed = region.reviewed("R1")
    counts = {}
    for number, role, statement, answer in answers(Draw("enkät 1"), reviewed, ROUND_ONE, RESPONDENTS, areas):
        group = counts.setdefault((number, ROLES.index(role), statement), {})
        group[answer] = group.get(answer, 0) + 1
    rows = [{"round": ROUND_ONE, "unit_id": unit["unit_id"], "role": role, "statement": statement, "invited": invited(unit, role),
             **{answer: counts.get((number, place, statement), {}).get(answer, 0) for answer, _ in wanted(statement, role, ROUND_ONE, 1)}}
            for number, (unit, _) in enumerate(reviewed) for place, role in enumerate(ROLES) for statement in areas
            if wanted(statement, role, ROUND_ONE, 1)]
    yield "survey_2019_2022.csv", csv_file(rows, ["round", "unit_id", "role", "statement", *ANSWERS, "invited"])

    reviewed = sorted(region.reviewed("R2"), key=lambda pair: pair[0]["unit_id"])
    sizes = dict(zip(ROLES, (191, 148, 63, 47)))
    book = Workbook("Svar")
    book.row(["Omgång", "Enhets-id", "Roll", "Påstående", "Svar", "Inbjudna"], bold=True)
    rows = sorted(answers(Draw("enkät 2"), reviewed, ROUND_TWO, sizes, areas), key=lambda row: (row[0], ROLES.index(row[1])))
    for number, role, statement, answer in rows:
        unit = reviewed[number][0]
        book.row([ROUND_TWO, unit["unit_id"], SWEDISH[role], statement, SWEDISH[answer], invited(unit, role)])
    yield "survey_2024_2026.xlsx", book.bytes()
