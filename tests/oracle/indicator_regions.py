"""Small made regions that try what the demonstration does not: mergers, silence in the register, breaks, pools, own groups, definitions of
every word. A region is a folder with a site and a copy of content/common with other indicators; the same seed gives the same region."""
import csv
import datetime as dt
import random
import shutil

from indicator_facts import ANSWERS
from region_figures import AREAS

ROLES = ("st_doctor", "supervisor", "manager", "study_director")
PROVIDERS = ("Björkens Vård AB", "Regionens primärvård", "Två Åar", "Läkarhuset 7")
STATEMENTS = ("patient_breadth", "plan_revised", "self_study_hours", "supervision_regular")
YES_NO = ("individual_plan", "plan_revised", "c1_on_track", "would_recommend", "rotation_waited", "library_access")
WORDS = ("science_work", ("none", "planned", "started", "done")), ("self_study", ("none", "under_1", "from_1_to_2", "over_2"))


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), delimiter=";", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.as_of = dt.date(2026, 6, 30) if seed % 3 else dt.date(2025, 2, 28)
        self.rounds = [("2019–2021", "2019-03-01", "2021-12-31"), ("2022–2023", "2022-01-01", "2023-06-30"),
                       ("2024–2026", "2024-02-01", "2026-12-31"), ("2028–2030", "2028-01-01", "2030-12-31")]
        self.forums = ["norr", "öst", "syd", "väst", "city", "kust"][:self.random.choice((0, 2, 5, 6, 6))]
        self.units = self.make_units(self.random.choice((4, 12, 30, 45)))

    def chance(self, share):
        return self.random.random() < share

    def maybe(self, value, share=0.9):
        return value if self.chance(share) else ""

    def day(self, first, last):
        return first + dt.timedelta(self.random.randrange((last - first).days + 1))

    def make_units(self, count):
        units = [self.unit(f"E{number}") for number in range(1, count + 1)]
        old = [unit["unit_id"] for unit in units]
        self.random.shuffle(old)
        for number in range(self.random.choice((0, 1, 3, 4))):
            before = [old.pop() for _ in range(self.random.choice((1, 2))) if len(old) > 1]
            change = self.day(dt.date(2020, 6, 1), dt.date(2025, 1, 31)) if not number else dt.date(self.random.choice((2023, 2025)), 1, 1)
            for unit in units:
                if unit["unit_id"] in before:
                    unit["valid_to"] = (change - dt.timedelta(1)).isoformat()
            units.append({**self.unit(f"N{number}"), "valid_from": change.isoformat(), "predecessor": ",".join(before)})
        if self.chance(0.5) and old:
            next(unit for unit in units if unit["unit_id"] == old[0])["valid_to"] = "2024-05-05"  # closed, nobody took over
        return units

    def unit(self, key):
        supervisors = self.random.randrange(6)
        return {"unit_id": key, "name": f"Enhet {key}", "kind": self.random.choice(("vårdcentral", "mottagning", "")),
                "forum": self.maybe(self.random.choice(self.forums), 0.85) if self.forums else "",
                "municipality": self.random.choice(("Storstad", "Lillby")),
                "ownership": self.maybe(self.random.choice(("offentlig", "privat"))),
                "provider": self.maybe(self.random.choice(PROVIDERS), 0.8),
                "listed_patients": self.maybe(self.random.choice((2999, 3000, 7999, 9000, 15000))),
                "specialists": self.maybe(self.random.randrange(8)),
                "specialist_percent": self.maybe(self.random.choice((150, 199, 200, 480))),
                "st_doctors": self.maybe(self.random.randrange(1, 7)), "supervisors": self.maybe(supervisors),
                "supervisors_trained_5y": self.maybe(self.random.randint(0, supervisors)),
                "manager_since": self.maybe(self.random.randrange(2010, 2025)),
                "valid_from": "", "valid_to": "", "predecessor": ""}

    def lives(self, unit):
        """The first and the last day of a unit that something can be told of."""
        first = dt.date.fromisoformat(unit["valid_from"] or "2019-01-01")
        return first, min(dt.date.fromisoformat(unit["valid_to"] or "2099-12-31"), self.as_of)

    def reviews(self):
        rows = []
        for unit in self.units:
            days = {self.day(*self.lives(unit)) for _ in range(self.random.choice((0, 1, 1, 2)))}
            for day in sorted(days):
                grades = {area: self.random.choices("ABCD", (6, 4, 2, self.random.choice((0, 2))))[0] for area in AREAS}
                row = {"review_id": f"R{len(rows) + 1}", "unit_id": unit["unit_id"], "framework": "spur-2018",
                       "review_date": day.isoformat(), **grades, "plan_received": "",
                       **{f"{area}_current": grade for area, grade in grades.items()}}
                received = day + dt.timedelta(self.random.choice((0, 30, 60, 89, 91, 92, 120)))
                if "D" in grades.values() and received <= self.as_of and self.chance(0.7):
                    row["plan_received"] = received.isoformat()
                    row |= {f"{area}_current": "C" for area in AREAS if grades[area] == "D" and self.chance(0.7)}
                rows.append(row)
        return rows

    def reports(self):
        liking = {forum: self.random.choice((0.5, 0.9, 0.97)) for forum in [*self.forums, ""]}
        rows = []
        for unit in self.units:
            first, last = self.lives(unit)
            for year in range(max(2019, first.year), last.year + 1):
                many = 12 if unit["unit_id"] == "E1" else self.random.choice((0, 1, 3, 6))
                for _ in range(many):
                    share = liking[unit["forum"]]
                    yes = {field: self.maybe("ja" if field == "library_access" or self.chance(share) else "nej", 0.95) for field in YES_NO}
                    rows.append({"unit_id": unit["unit_id"], "year": year, **yes,
                                 "supervision_hours": self.maybe(self.random.choice(("0", "2,5", "3", "4,25", "4.75"))),
                                 "structured_assessments": self.maybe(self.random.randrange(9)),
                                 **{field: self.maybe(self.random.choice(choices)) for field, choices in WORDS}})
        self.random.shuffle(rows)
        return rows

    def survey(self, name, first, last):
        """Rows as counts, of the units that were there and had not become another by then."""
        rows = []
        for unit in self.units:
            lives = self.lives(unit)
            if lives[0].isoformat() > last or lives[1].isoformat() < first or self.chance(0.2):
                continue
            for role in ROLES[:self.random.randint(1, 4)]:
                for statement in STATEMENTS:
                    answers = ANSWERS[3:] if statement == "self_study_hours" else ANSWERS[:3]
                    row = dict.fromkeys(("round", "unit_id", "role", "statement", *ANSWERS), "")
                    counts = {answer: self.random.choice((0, 0, 1, 3)) for answer in answers}
                    rows.append({**row, "round": name, "unit_id": unit["unit_id"], "role": role, "statement": statement, **counts})
        return rows

    def one_a_row(self, rows):
        rows = [{"Omgång": row["round"], "Enhets-id": row["unit_id"], "Roll": row["role"], "Påstående": row["statement"], "Svar": answer}
                for row in rows for answer in ANSWERS for _ in range(row[answer] or 0)]
        self.random.shuffle(rows)
        return rows

    # Definitions

    def breaks(self):
        possible = ("2020-07-01", "2022-01-01", "2023-07-01", "2024-01-01", "2027-01-01")
        days = sorted(self.random.sample(possible, self.random.choice((0, 0, 1, 2))))
        lines = [f"  - {{from: {day}, why: {{sv: Annat mäts., en: Something else is measured.}}}}" for day in days]
        return "breaks:\n" + "\n".join(lines) + "\n" if lines else ""

    def counting(self, dataset):
        """kind, the lines that say what is counted, and the area."""
        pick, area = self.random.choice, ""
        if dataset == "survey":
            statement, role = pick(STATEMENTS), pick(ROLES)
            answers = ANSWERS[3:] if statement == "self_study_hours" else ANSWERS[:3]
            subject, some = f"statement: {statement}, role: {role}", answers[:self.random.randint(1, 2)]
            return pick(("share", "share", "count")), some_of(subject, some, answers), area
        if dataset == "annual_reports":
            field, words = pick(WORDS)
            return pick((
                ("share", conditions(yes := f"field: {pick(YES_NO)}", pick(("equals: ja", "equals: nej", "on_track: ja")), yes), area),
                ("share", some_of(f"field: {field}", words[2:], words[self.random.randrange(2):]), area),
                ("count", conditions(number := "field: structured_assessments", pick(("at_least: 4", "at_most: 3")), number), area),
                ("share", conditions(hours := "field: supervision_hours", pick(("at_least: 3", "at_most: 3")), hours), area),
                ("mean", f"value: {{field: {pick(('supervision_hours', 'structured_assessments'))}}}\n", area)))
        if dataset == "units":
            field = pick(("listed_patients", "specialists", "st_doctors", "manager_years"))
            return pick((("share", conditions(f"field: {field}", pick(("at_least: 4", "at_most: 3000")), f"field: {field}"), area),
                         ("share", conditions(f"field: {field}", "at_least: 3", "field: unit"), area),
                         ("share", "numerator: {sum: supervisors_trained_5y}\ndenominator: {sum: supervisors}\n", area),
                         ("mean", f"value: {{field: {field}}}\n", area),
                         ("count", conditions("field: specialist_percent", "at_least: 200", "field: unit"), area)))
        area, stage = pick(AREAS), pick(("now", "at_review"))
        grade, areas = f"field: grade, stage: {stage}", f"field: areas_demanding_action, stage: {stage}"
        return pick((
            ("grade_share", conditions(grade, pick(("at_least: B", "at_most: C", "one_of: [A, D]")), grade), f"area: {area}\n"),
            ("share", conditions(areas, pick(("at_least: 1", "at_most: 1")), areas), ""),
            ("share", conditions("field: plan_in_time", "equals: ja", "field: plan_in_time"), ""),
            ("count", conditions("field: plan", f"equals: {pick(('late', 'received', 'awaited'))}", "field: unit"), ""),
            ("share", conditions("field: overdue", "equals: ja", pick(("field: overdue", "field: unit"))), ""),
            ("share", conditions("field: status", f"equals: {pick(('all_met', 'action_planned', 'not_reviewed'))}", "field: unit"), ""),
            ("days", "value: {field: days_to_plan}\n", ""), ("months", "value: {field: age_months}\n", ""),
            ("mean", f"value: {{{areas}}}\n", "")))

    def definition(self, key):
        dataset = self.random.choice(("reviews", "units", "annual_reports", "survey"))
        kind, counting, area = self.counting(dataset)
        texts = "".join(f"{name}:\n  sv: {name} {key}\n  en: {name} {key}\n" for name in ("name", "question", "why", "rule", "counted"))
        since = f"since: {self.random.choice((2020, 2022, 2024))}\n" if self.chance(0.3) else ""
        better = self.random.choice(("higher", "lower", "none"))
        return (f"id: {key}\n{texts}dataset: {dataset}\nkind: {kind}\n{counting}better: {better}\n{area}{since}"
                f"{self.breaks()}class: {self.random.choice(('open', 'intranet', 'intranet', 'management'))}\nstatus: published\n"
                "author: {sv: Den ena, en: One}\nchecked_by: {sv: Den andra, en: Another}\nchecked_on: 2025-01-01\nreview_by: 2099-01-01\n")


def conditions(subject, test, of):
    return f"numerator: {{{subject}, {test}}}\ndenominator: {{{of}, answered: ja}}\n"


def some_of(subject, some, all_of):
    return f"numerator: {{{subject}, one_of: [{', '.join(some)}]}}\ndenominator: {{{subject}, one_of: [{', '.join(all_of)}]}}\n"


def make(seed, folder, root):
    """Writes folder/site and folder/common."""
    made, site = Maker(seed), folder / "site"
    pick = made.random.choice
    shutil.copytree(root / "content/common", folder / "common", ignore=shutil.ignore_patterns("indicators"))
    (folder / "common/indicators").mkdir()
    for path in made.random.sample(sorted((root / "content/common/indicators").glob("*.yaml")), 8):
        shutil.copyfile(path, folder / "common/indicators" / path.name)
    for number in range(16):
        (folder / f"common/indicators/made_{number}.yaml").write_text(made.definition(f"made_{number}"), encoding="utf-8")
    reports, files = made.reports(), {}
    files["data/units.csv"] = "units", made.units
    files["data/reviews.csv"] = "reviews", made.reviews()
    if made.chance(0.5):
        files["data/reports.csv"] = "annual_reports", reports
    else:
        files |= {f"data/reports_{year}.csv": ("annual_reports", [row for row in reports if row["year"] == year])
                  for year in sorted({row["year"] for row in reports})}
    files["data/statements.csv"] = "statements", [{"statement": name, "area": "", "sv": name, "en": name} for name in statements(root)]
    for number, (name, first, last) in enumerate(made.rounds[:3]):
        rows = made.survey(name, first, min(last, made.as_of.isoformat()))
        files[f"data/survey_{number}.csv"] = "survey", made.one_a_row(rows) if number == 1 else rows
    files = {path: given for path, given in files.items() if given[1]}
    for path, (_, rows) in files.items():
        write(site / path, rows)
    texts = {"sources.yaml": "sources:\n" + "".join(
        f"  - {{dataset: {dataset}, file: {path}, title: {{sv: Påhittat, en: Made up}}, updated: {made.as_of}}}\n"
        for path, (dataset, _) in files.items())}
    texts["site.yaml"] = (
        "id: made\nregion: {sv: Påhittade regionen, en: Made Region}\nintroduction: {sv: Ett prov., en: A test.}\nfictional: ja\n"
        f"notice: {{sv: Påhittat., en: Made up.}}\nas_of: {made.as_of}\naudience: {pick(('open', 'intranet', 'management'))}\n"
        "languages: [sv]\nframework: spur-2018\nrounds:\n"
        + "".join(f"  - {{id: {name}, from: {first}, to: {last}}}\n" for name, first, last in made.rounds)
        + ("forums:\n" if made.forums else "forums: []\n")
        + "".join(f"  - {{id: {plain(name)}, sv: {name}, en: In {name}}}\n" for name in made.forums)
        + "contact: {sv: Ingen., en: Nobody.}\naccessibility:\n  assessed_on: 2026-01-01\n  method: self_assessment\n  conformance: full\n"
        f"  report_to: {{sv: ingen, en: nobody}}\ncommon: ../common\ntemplates: {root / 'templates'}\n")
    smallest = pick((3, 5, 5, 6))
    texts["disclosure.yaml"] = (
        f"smallest_group: {smallest}\nsmallest_group_to_judge: {smallest + pick((0, 3))}\n"
        f"about_persons: [{pick(('', '', 'grades', 'register', 'grades, register'))}]\n"
        "decided_by: {sv: Ingen, en: Nobody}\ndecided_on: 2025-01-01\nreason: {sv: Ett prov., en: A test.}\n")
    if made.chance(0.7):
        texts["indicators.yaml"] = (f"pool_years: {pick((0, 2, 3))}\npool_from: {pick((2018, 2019, 2020))}\nsimilar_units: {pick((3, 4))}\n"
                                    f"outlier_limit: {pick(('95', '99.8'))}\npatients: [{pick(('3000, 8000', '5000'))}]\n"
                                    f"st_doctors: [{pick(('2', '1, 4'))}]\n")
    today = [unit["unit_id"] for unit in made.units if not unit["valid_to"]]
    if made.chance(0.7):
        texts["groups.yaml"] = (
            f"groups:\n  - {{id: nya, kind: own, name: {{sv: Nya, en: New}}, units: [E1, {today[0]}, {today[1]}]}}\n"
            "  - {id: stora, kind: own, name: {sv: Stora, en: Large}, municipalities: [Storstad]}\n"
            "  - id: sr-1\n    kind: study_director\n    name: {sv: Studierektor 1, en: Study director 1}\n"
            f"    units: [E2, {today[0]}]\n")
    for name, text in texts.items():
        (site / name).write_text(text, encoding="utf-8")
    return site


def plain(name):
    return name.replace("ö", "o").replace("ä", "a")


def statements(root):
    with open(root / "content/sites/demo/data/statements.csv", encoding="utf-8", newline="") as file:
        return [row["statement"] for row in csv.DictReader(file, delimiter=";")]
