"""Small random regions for the attacker: 8-40 units in 2-4 forums, groups that cross, tiny forums, units where all answer alike,
smallest groups of 3 to 8. A region is a folder with a site and what its definitions are; the same seed gives the same region."""
import csv
import datetime as dt
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "oracle"))
from indicator_facts import ANSWERS  # noqa: E402
from indicator_regions import Maker, statements, write  # noqa: E402

QUESTIONS = ("individual_plan", "self_study_one_hour", "supervision_hours", "supervision_four_hours", "c1_on_track", "would_recommend",
             "science_started", "structured_assessments")
SURVEYS = ("survey_patient_breadth", "survey_self_study_hours", "survey_supervision_regular")
STEPS = ("unit", "unit_pool", "forum", "forum_pool")


class Region(Maker):
    def __init__(self, seed, site):
        super().__init__(seed)
        pick = self.random.choice
        self.seed, self.site, self.as_of = seed, site, dt.date(2026, 6, 30)
        self.rounds = [("2022–2023", "2022-01-01", "2023-06-30"), ("2024–2026", "2024-02-01", "2026-05-31")]
        self.forums = ["norr", "syd", "city", "kust"][:pick((2, 3, 4))]
        self.units = self.make_units(self.random.randint(8, 40))
        self.providers = self.random.randint(2, 4)
        for unit in self.units:
            tiny = self.chance(0.1)
            unit["forum"] = self.forums[-1] if tiny or len(self.forums) == 2 and self.chance(0.5) else pick(self.forums[:-1])
            unit["ownership"] = pick(("offentlig", "privat"))
            unit["provider"] = f"Vårdgivare {self.random.randint(1, self.providers)}"
            unit["kind"] = pick(("vårdcentral", "mottagning"))
        self.first = 2026 - self.random.randint(2, 5)
        self.smallest, self.steps = self.random.randint(3, 8), [step for step in STEPS if self.chance(0.6)]
        self.alike, self.alike_at = pick((0, 0.1, 0.3)), pick((0.5, 0.8, 0.95))
        self.pool = pick((2, 2, 3, 0))
        self.own = self.own_groups()
        self.questions = self.random.sample(QUESTIONS, pick((1, 2))) + self.random.sample(SURVEYS, pick((0, 0, 1)))
        self.answered = self.annual_reports()
        self.asked = [row for name, first, last in self.rounds for row in self.survey(name, first, last)] \
            if any(one in SURVEYS for one in self.questions) else []

    def annual_reports(self):
        """As many as a unit's size says, every year; at some units all answer alike."""
        rows = []
        for unit in self.units:
            first, last = self.lives(unit)
            size, all_yes = self.random.choice((1, 2, 3, 4, 7, 15)), self.chance(self.alike)
            for year in range(max(self.first, first.year), min(last.year, 2025) + 1):
                for _ in range(max(0, size + self.random.randint(-1, 1))):
                    def yes(share=1.0 if all_yes else self.alike_at):
                        return self.maybe("ja" if self.chance(share) else "nej", 0.97)
                    rows.append({"unit_id": unit["unit_id"], "year": year, "individual_plan": yes(), "c1_on_track": yes(),
                                 "would_recommend": yes(), "supervision_hours": self.maybe(self.random.choice(("2", "3,5", "4", "5"))),
                                 "structured_assessments": self.maybe(self.random.randrange(9)),
                                 "self_study": self.maybe(self.random.choice(ANSWERS[3:])),
                                 "science_work": self.maybe(self.random.choice(("none", "planned", "started", "done")))})
        return rows

    def own_groups(self):
        """Lines of groups.yaml: a part of the units by name, and what crosses them. Each has units of today."""
        every = [unit["unit_id"] for unit in self.units]
        some, most = self.random.sample(every, max(3, len(every) // 3)), self.random.sample(every, len(every) - 2)
        last = f"Vårdgivare {self.providers}"
        possible = [(f"units: [{', '.join(some)}]", lambda unit: unit["unit_id"] in some),
                    (f"units: [{', '.join(most)}]", lambda unit: unit["unit_id"] in most),
                    (f"forums: [{self.forums[0]}]\n    ownership: privat",
                     lambda unit: unit["forum"] == self.forums[0] and unit["ownership"] == "privat"),
                    ("kinds: [mottagning]", lambda unit: unit["kind"] == "mottagning"),
                    (f"providers: [{last}]", lambda unit: unit["provider"] == last)]
        rules = [rule for rule, is_in in possible if any(map(is_in, self.of_today()))]
        return [f"  - id: egen-{number}\n    kind: {self.random.choice(('own', 'study_director'))}\n"
                f"    name: {{sv: Egen {number}, en: Own {number}}}\n    {rule}\n"
                for number, rule in enumerate(self.random.sample(rules, min(len(rules), self.random.choice((0, 1, 2, 3)))))]

    def of_today(self):
        return [unit for unit in self.units if self.lives(unit)[0] <= self.as_of == self.lives(unit)[1]]

    def write(self, root):
        common = self.site.parent / "common"
        (common / "indicators").mkdir(parents=True, exist_ok=True)
        for name in ("frameworks", "datasets", "text"):
            if not (common / name).exists():
                (common / name).symlink_to(root / "content/common" / name)
        for name in self.questions:
            shutil.copyfile(root / f"content/common/indicators/{name}.yaml", common / f"indicators/{name}.yaml")
        files = {"units": self.units, "annual_reports": self.answered,
                 "statements": [{"statement": name, "area": "", "sv": name, "en": name} for name in statements(root)], "survey": self.asked}
        files = {name: rows for name, rows in files.items() if rows}
        for name, rows in files.items():
            write(self.site / f"data/{name}.csv", rows)
        for name, text in self.texts(root, files).items():
            (self.site / name).write_text(text, encoding="utf-8")

    def texts(self, root, files):
        sources = "".join(f"  - {{dataset: {name}, file: data/{name}.csv, title: {{sv: Påhittat, en: Made up}}, updated: {self.as_of}}}\n"
                          for name in files)
        rounds = "".join(f"  - {{id: {name}, from: {first}, to: {last}}}\n" for name, first, last in self.rounds)
        forums = "".join(f"  - {{id: {name}, sv: {name}, en: In {name}}}\n" for name in self.forums)
        return {
            "sources.yaml": "sources:\n" + sources,
            "site.yaml":
                "id: made\nregion: {sv: Påhittade regionen, en: Made Region}\nintroduction: {sv: Ett prov., en: A test.}\nfictional: ja\n"
                f"notice: {{sv: Påhittat., en: Made up.}}\nas_of: {self.as_of}\naudience: management\nlanguages: [sv]\n"
                f"framework: spur-2018\nrounds:\n{rounds}forums:\n{forums}contact: {{sv: Ingen., en: Nobody.}}\naccessibility:\n"
                "  assessed_on: 2026-01-01\n  method: self_assessment\n  conformance: full\n  report_to: {sv: ingen, en: nobody}\n"
                f"common: ../common\ntemplates: {root / 'templates'}\n",
            "disclosure.yaml":
                f"smallest_group: {self.smallest}\nsmallest_group_to_judge: {max(8, self.smallest)}\nabout_persons: []\n"
                f"roll_up: [{', '.join([*self.steps, 'region'])}]\n"
                "decided_by: {sv: Ingen, en: Nobody}\ndecided_on: 2025-01-01\nreason: {sv: Ett prov., en: A test.}\n",
            "indicators.yaml": f"pool_years: {self.pool}\npool_from: {self.first}\n",
            **({"groups.yaml": "groups:\n" + "".join(self.own)} if self.own else {})}
