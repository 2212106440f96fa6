"""One attack: the systems of a built site, checked against the truth, given to the program, and what came of it."""
import subprocess
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

from systems import Kinds, System, Table, question_of, slots_of


def by_question(rows):
    out = defaultdict(list)
    for row in rows:
        out[question_of(row.definition)].append(row)
    return dict(sorted(out.items()))


def without_a_line(rows, groups):
    """Groups of which nothing is said, not even that it is withheld, in a period when of others something is: nobody there answered."""
    told = defaultdict(set)
    for row in rows:
        if row.group[0] != "unit" and row.definition["id"].split("-")[0] not in ("page", "roles"):
            told[row.definition["id"], row.period].add(row.group)
    for (definition, period), those in told.items():
        yield from ((definition, period, group) for group in groups if group not in those)


def system_of(region, question, rows, name):
    definitions = list({row.definition["id"]: row.definition for row in rows}.values())
    kinds = Kinds(question, definitions, region.fields())
    shown = [row for row in rows if not row.withheld]
    slots = sorted({slot for row in shown for slot in slots_of(question, row.period)})
    truth = region.told(question)
    known = {definition["id"]: definition for definition in definitions}
    empty = set()
    for definition, period, group in without_a_line(rows, region.groups):
        if len(slots_of(question, period)) == 1 and len(kinds.all) == len(kinds.counted(known[definition])[1]):
            empty |= {(unit, period) for unit in region.groups[group]}
    system = System(name)
    table = Table(system, kinds, lambda unit, slot: unit in region.units and region.existed(unit, slot) and (unit, slot) not in empty)
    for row in shown:
        table.published(row, region.members(row.group), slots_of(question, row.period))
    add_targets(system, table, region, question, rows, slots, truth)
    return system, kinds, table


def add_targets(system, table, region, question, rows, slots, truth):
    definitions = table.kinds.definitions
    def cells(units, those):
        return frozenset((unit, slot) for unit in units for slot in those if table.exists(unit, slot) and truth.get((unit, slot)))

    told_of = {cells(region.members(row.group), slots_of(question, row.period))
               for row in rows if row.group[0] == "unit" and not row.withheld}
    periods = sorted({row.period for row in rows if set(slots_of(question, row.period)) <= set(slots)} | set(slots))
    wanted = {}
    for row in rows:
        if row.withheld and set(slots_of(question, row.period)) <= set(slots):
            wanted[f"{row.group[0]}:{row.group[1]}:{row.period}"] = region.members(row.group), slots_of(question, row.period)
    for period in periods:
        for unit in sorted(region.units):
            those, units = slots_of(question, period), region.members(("unit", unit))  # with what the unit was before
            in_parts = all(not cells(units, (slot,)) or cells(units, (slot,)) in told_of for slot in those)  # then the sum is no secret
            if cells(units, those) and cells(units, those) not in told_of and not in_parts:
                wanted[f"unit:{unit}:{period}"] = units, those
    for name, (units, those) in wanted.items():
        seen = set()
        for definition in definitions:
            above, below = table.kinds.counted(definition)
            rest = [kind for kind in below if kind not in above]
            for word, some in (("n", below), ("k", above), ("rest", rest)):
                if some and tuple(some) not in seen:
                    seen.add(tuple(some))
                    system.target(f"{name}:{word}:{definition['id']}", table.counts(some, units, those))
            if definition["kind"] == "mean":
                system.target(f"{name}:sum:{definition['id']}", table.sums(units, those))


def mixture(bounds, answers):
    """How many at the least and at the most of the bounds add up to the same number of persons and the same sum."""
    low, high = bounds
    persons = sum(answers.values())
    most = sum((answer - low) * count for answer, count in answers.items()) / (high - low)
    return persons - most, most


def truth_of(system, kinds, truth):
    """The value of every unknown, to see that the attacker assumes nothing that is not so."""
    values = {}
    for key, number in system.numbers.items():
        _, kind, unit, slot, _, *side = key
        answers = {answer: count for answer, count in truth.get((unit, slot), {}).items() if kinds.of(answer) == kind}
        values[number] = mixture(kinds.bounds[kind], answers)[side[0]] if side else sum(answers.values())
    return values


def contradicted(system, values):
    for least, most, terms in system.lines:
        value = sum(times * values[number] for times, number in terms)
        if (least is not None and value < least) or (most is not None and value > most):
            yield f"{system.name}: {value} is not between {least} and {most}"


class Tried:
    def __init__(self):
        self.systems = self.targets = self.programmes = self.undecided = 0
        self.narrowest, self.breaches, self.problems, self.seconds = None, [], [], 0.0

    def take(self, output):
        for line in output.splitlines():
            words = line.split()
            if words[0] == "breach":
                self.breaches.append(line)
            elif words[0] == "system" and words[2] == "targets":
                self.systems, self.undecided = self.systems + 1, self.undecided + int(words[11])
                self.targets, self.programmes = self.targets + int(words[3]), self.programmes + int(words[5])
                if int(words[3]):
                    width = float(words[7])
                    self.narrowest = width if self.narrowest is None else min(width, self.narrowest)
            else:
                self.problems.append(line)

    def add(self, other):
        for name in ("systems", "targets", "programmes", "undecided", "seconds"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        widths = [one.narrowest for one in (self, other) if one.narrowest is not None]
        self.narrowest = min(widths) if widths else None
        self.breaches += other.breaches
        self.problems += other.problems

    def summary(self):
        return (f"{self.systems} systems, {self.targets} targets, {self.programmes} programmes solved, narrowest "
                f"{self.narrowest if self.narrowest is None else f'{self.narrowest:g}'}, {self.undecided} undecided, "
                f"{len(self.breaches)} breaches, {self.seconds:.1f} s")


def attack(program, systems, processes=2):
    """Gives the systems to the program, the largest first."""
    tried, start = Tried(), time.monotonic()

    def one(system):
        text = "\n".join(system.text()) + "\n"
        done = subprocess.run([program], input=text, capture_output=True, text=True, check=False)
        return done.stdout if done.returncode in (0, 1) else done.stdout + f"{system.name}: exit {done.returncode} {done.stderr}\n"

    with ThreadPoolExecutor(processes) as pool:
        for output in pool.map(one, sorted((system for system in systems if system.targets), key=lambda one: -len(one.lines))):
            tried.take(output)
    tried.seconds = time.monotonic() - start
    return tried


def attack_site(program, region, processes=2, prefix=""):
    systems, problems = [], []
    for question, rows in by_question(region.rows).items():
        system, kinds, _ = system_of(region, question, rows, prefix + "/".join(question))
        system.start = truth_of(system, kinds, region.told(question))
        problems += contradicted(system, system.start)
        systems.append(system)
    tried = attack(program, systems, processes)
    tried.problems += problems
    return tried
