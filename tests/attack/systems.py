"""From published rows to systems of unknowns: a question is a field of the annual reports, or a statement to a role; its unknowns are how
many at a unit gave each kind of answer in a year or a round, and for numbers the sum of what they answered."""
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "oracle"))
from indicator_rules import tally  # noqa: E402

SMALLEST_STEP = Fraction(1, 1000)  # between answers in numbers on either side of a limit


def question_of(definition):
    of = definition.get("denominator") or definition["value"]
    return ("survey", of["statement"], of["role"]) if definition["dataset"] == "survey" else ("annual_reports", of["field"])


def slots_of(question, period):
    """The years of a period; a round is one."""
    if question[0] == "survey":
        return (period,)
    first, _, last = period.partition("–")
    return tuple(map(str, range(int(first), int(last or first) + 1)))


def limits(definitions):
    """Where the numbers that answer a question are cut by a test: just below or just above."""
    for definition in definitions:
        for test in (definition.get("numerator", {}), definition.get("denominator", {})):
            for word, above in (("at_least", -1), ("at_most", 1)):
                if word in test:
                    yield Fraction(test[word].replace(",", ".")) + above * SMALLEST_STEP / 2


class Kinds:
    """The kinds of answer that what is published tells apart: of each, which definitions count it above and below the line."""

    def __init__(self, question, definitions, fields):
        self.definitions, self.bounds = definitions, {}
        field = fields[question[1]] if question[0] == "annual_reports" else None
        self.is_number = bool(field) and field["type"] in ("integer", "decimal")
        kinds = set()
        if self.is_number:
            edges = [Fraction(field["least"]), *sorted(set(limits(definitions))), Fraction(field["most"])]
            for low, high in zip(edges, edges[1:]):
                kind = self.of((low + high) / 2)
                kinds.add(kind)
                known = self.bounds.get(kind, (low, high))
                self.bounds[kind] = min(low, known[0]), max(high, known[1])
        else:
            answers = (1, 0) if field and field["type"] == "yes_no" else [choice["id"] for choice in field["choices"]] if field else (
                "agree", "neutral", "disagree", "none", "under_1", "from_1_to_2", "over_2")
            kinds = set(map(self.of, answers))
        self.all = sorted(kind for kind in kinds if any(n for _, n in kind))

    def of(self, answer):
        return tuple((one.k, one.n) for one in (tally(definition, lambda _, told=answer: told) for definition in self.definitions))

    def counted(self, definition):
        """Kinds above the line, and below it."""
        at = next(i for i, one in enumerate(self.definitions) if one["id"] == definition["id"])
        return [kind for kind in self.all if kind[at][0]], [kind for kind in self.all if kind[at][1]]


class System:
    def __init__(self, name):
        self.name, self.numbers, self.lines, self.targets, self.start = name, {}, [], {}, {}

    def number(self, *key):
        """Unknowns are numbered as they come; the order of writing is counts, sums, changes."""
        return self.numbers.setdefault(key, len(self.numbers))

    def row(self, least, most, terms):
        self.lines.append((least, most, [(times, self.number(*key)) for times, key in terms]))

    def target(self, name, keys):
        """What differs between releases is a target in both."""
        pairs = [(times, self.number(*key)) for times, key in keys]
        self.targets[name if self.targets.get(name, pairs) == pairs else name + ":new"] = pairs

    def text(self):
        order = sorted(self.numbers.items(), key=lambda item: (("count", "share", "change").index(item[0][0]), item[1]))
        place = {number: at for at, (_, number) in enumerate(order)}
        many = Counter(key[0] for key in self.numbers)

        def terms(pairs):
            return " ".join(str(place[i]) if times == 1 else f"{float(times):.15g}*{place[i]}" for times, i in pairs if times)

        def bound(value):
            return "-" if value is None else str(value if isinstance(value, int) else float(value))

        yield f"system {self.name}"
        yield f"unknowns {many['count']} {many['share']} {many['change']}"
        for least, most, pairs in self.lines:
            yield f"row {bound(least)} {bound(most)} {terms(pairs)}"
        if self.start:
            yield "start " + " ".join(f"{float(self.start[number]):.15g}" for _, number in order)
        for name, pairs in self.targets.items():
            yield f"target {name} {terms(pairs)}"
        yield "end"


class Table:
    """The unknowns of one question in one release. Answers in numbers are two unknowns each: how many persons at the least that
    is of the kind, and how many at the most; every sum of answers between is a mixture of them."""

    def __init__(self, system, kinds, exists, variant=lambda unit, slot: ""):
        self.system, self.kinds, self.exists, self.variant = system, kinds, exists, variant

    def counts(self, kinds, units, slots, times=1):
        cells = [(unit, slot, self.variant(unit, slot)) for unit in sorted(units) for slot in slots if self.exists(unit, slot)]
        if self.kinds.is_number:
            return [(times, ("share", kind, *cell, side)) for cell in cells for kind in kinds for side in (0, 1)]
        return [(times, ("count", kind, *cell)) for cell in cells for kind in kinds]

    def sums(self, units, slots, times=1):
        return [(one * times * self.kinds.bounds[key[1]][key[-1]], key) for one, key in self.counts(self.kinds.all, units, slots)]

    def published(self, row, units, slots):
        above, below = self.kinds.counted(row.definition)
        if row.n:
            self.system.row(*row.n, self.counts(below, units, slots))
        if row.k:
            self.system.row(*row.k, self.counts(above, units, slots))
        if row.share:
            for bound, sides in zip(row.share, ((0, None), (None, 0))):  # 100 k against bound * n, doubled to be whole
                terms = Counter()
                for times, key in self.counts(above, units, slots, 200) + self.counts(below, units, slots, -int(2 * bound)):
                    terms[key] += times
                self.system.row(*sides, [(times, key) for key, times in terms.items() if times])
        if row.mean:
            n = row.n[0]
            self.system.row(int(200 * row.mean[0] * n), int(200 * row.mean[1] * n), self.sums(units, slots, 200))
