"""Two releases of a region into the same folder, with something changed between them, attacked together by somebody who has kept the first.

What the attacker is granted: at which units something changed, and in which years, but not what. Where nothing did the unknowns of the two
releases are the same; where something did there are two, and what they differ by is what nobody may learn."""
import shutil
from pathlib import Path

import attempt
import regions
from program_tests import ROOT, temporary_folder
from region import Region
from systems import Kinds, System, Table, slots_of

FEW = 5  # as many persons changed at a unit are no secret


def add_a_report(made):
    made.answered.append(dict(made.random.choice(made.answered)))


def correct_an_answer(made):
    row = made.random.choice(made.answered)
    row |= {"individual_plan": "nej" if row["individual_plan"] == "ja" else "ja", "would_recommend": "ja", "c1_on_track": "nej",
            "self_study": "over_2", "science_work": "planned", "supervision_hours": "4"}


def remove_a_report(made):
    made.answered.remove(made.random.choice(made.answered))


def a_new_group(made):
    units = made.random.sample([unit["unit_id"] for unit in made.of_today()], len(made.of_today()) // 2)
    made.own.append(f"  - id: ny\n    kind: own\n    name: {{sv: Ny, en: New}}\n    units: [{', '.join(units)}]\n")


def split_a_group(made):
    """The units of a forum, told of in two halves; or without one of them."""
    units = sorted(unit["unit_id"] for unit in made.of_today() if unit["forum"] == made.forums[0])
    half = made.random.choice((1, len(units) // 2)) if len(units) > 1 else 0
    for number, some in enumerate((units[:half], units[half:])):
        if some:
            made.own.append(f"  - id: del-{number}\n    kind: study_director\n    name: {{sv: Del {number}, en: Part {number}}}\n"
                            f"    units: [{', '.join(some)}]\n")


def raise_the_smallest(made):
    made.smallest = min(12, made.smallest + 3)


def lower_the_smallest(made):
    made.smallest = 3


CHANGES = (add_a_report, correct_an_answer, remove_a_report, a_new_group, split_a_group, raise_the_smallest, lower_the_smallest)


def value(pairs, told):
    return sum(times * told(key) for times, key in pairs)


class Union:
    """The system of one question over both releases."""

    def __init__(self, name, question, before, after, rows):
        self.question, self.before, self.after, self.rows = question, before, after, rows
        definitions = {row.definition["id"]: row.definition for one in rows for row in one}
        self.kinds = Kinds(question, list(definitions.values()), before.fields())
        self.told = before.told(question), after.told(question)
        self.system, self.problems = System(name), []
        self.old = Table(self.system, self.kinds, self.exists)
        self.new = Table(self.system, self.kinds, self.exists, lambda unit, slot: "new" if self.changed(unit, slot) else "")

    def exists(self, unit, slot):
        return unit in self.before.units and self.before.existed(unit, slot)

    def changed(self, unit, slot):
        return self.told[0].get((unit, slot)) != self.told[1].get((unit, slot))

    def agrees(self, row, region, table):
        """Whether a row says what is so by the truth that the table stands for."""
        trial = System("")
        Table(trial, self.kinds, self.exists, table.variant).published(row, region.members(row.group), slots_of(self.question, row.period))
        return not list(attempt.contradicted(trial, self.truth(trial)))

    def truth(self, system):
        old = attempt.truth_of(system, self.kinds, self.told[0])
        new = attempt.truth_of(system, self.kinds, self.told[1])
        return {number: new[number] if key[4] == "new" else old[number] for key, number in system.numbers.items()}

    def put_in(self, row, region, table):
        table.published(row, region.members(row.group), slots_of(self.question, row.period))

    def build(self):
        """A period that has been published is settled: what a release says again is not said of the data as they are now."""
        known = set()
        for row in self.rows[0]:
            if not row.withheld:
                self.put_in(row, self.before, self.old)
                known.add((row.key(), row.told(), frozenset(self.before.members(row.group))))
        for row in self.rows[1]:
            if row.withheld or (row.key(), row.told(), frozenset(self.after.members(row.group))) in known:
                continue
            if self.agrees(row, self.after, self.new):
                self.put_in(row, self.after, self.new)
            elif self.agrees(row, self.after, self.old):
                self.put_in(row, self.after, self.old)
            else:
                self.problems.append(f"{self.system.name}: {row.key()} is true of neither release")
        self.add_targets()
        self.system.start = self.truth(self.system)
        self.problems += attempt.contradicted(self.system, self.system.start)
        return self.system

    def add_targets(self):
        rows = [row for one in self.rows for row in one]
        shown = [row for row in rows if not row.withheld]
        slots = sorted({slot for row in shown for slot in slots_of(self.question, row.period)})
        published = {(row.group, row.period) for row in shown}
        units = [row for row in shown if row.group[0] == "unit"]
        for number, (region, table) in enumerate(((self.before, self.old), (self.after, self.new))):
            secret = [row for row in self.rows[number] if (row.group, row.period) not in published]
            attempt.add_targets(self.system, table, region, self.question, secret + units, slots, self.told[number])
        self.add_changes(slots)

    def add_changes(self, slots):
        for unit, slot in sorted(self.told[0].keys() | self.told[1].keys()):
            persons = abs(sum(self.told[1].get((unit, slot), {}).values()) - sum(self.told[0].get((unit, slot), {}).values())) or 1
            if not self.changed(unit, slot) or persons >= FEW or slot not in slots or not self.exists(unit, slot):
                continue
            for number, kind in enumerate(self.kinds.all):
                self.system.target(f"change:{unit}:{slot}:{number}",
                                   self.new.counts([kind], {unit}, (slot,)) + self.old.counts([kind], {unit}, (slot,), -1))


def attack(given, seed, built):
    with temporary_folder() as folder:
        folder = Path(folder)
        site, out = folder / "site", folder / "out"
        made = regions.Region(seed, site)
        made.write(ROOT)
        tried = attempt.Tried()
        tried.problems = built(given.program, site, out)
        if tried.problems:
            return seed, tried
        shutil.copytree(site, folder / "site1", symlinks=True)
        shutil.copytree(out, folder / "out1", symlinks=True)
        for change in made.random.sample(CHANGES, made.random.choice((1, 1, 2))):
            if made.answered:
                change(made)
        made.write(ROOT)
        tried.problems = built(given.program, site, out)
        if tried.problems:
            return seed, tried
        common = folder / "common"
        before, after = Region(folder / "site1", folder / "out1", common), Region(site, out, common)
        rows = attempt.by_question(before.rows), attempt.by_question(after.rows)
        unions = [Union(f"{seed}:{'/'.join(question)}", question, before, after, [one.get(question, []) for one in rows])
                  for question in sorted(rows[0].keys() | rows[1].keys())]
        tried = attempt.attack(given.solver, [union.build() for union in unions], processes=1)
        tried.problems += [problem for union in unions for problem in union.problems]
        return seed, tried
