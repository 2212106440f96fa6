#!/usr/bin/env python3
"""Every row of indicator_values.csv computed again, from the raw files and the definitions: of the demonstration, and of made regions that
try what it does not. Called by run.py; alone, `indicators.py --program PATH [SEED...]` compares the made regions only.
"""
import csv
import math
import pathlib
import sys
from collections import Counter
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import indicator_explained  # noqa: E402
import indicator_regions  # noqa: E402
from edition import SITES  # noqa: E402
from indicator_facts import Facts, yaml  # noqa: E402
from indicator_numbers import (  # noqa: E402
    binomial_limits, mean_interval, overdispersion, quantile, smooth_limits, two_decimals, variance, wilson)
from program_tests import ROOT, Tally, arguments, run, temporary_folder  # noqa: E402
from indicator_rules import PERSONS, Observer, asked, groups, periods, periods_of  # noqa: E402
from region_figures import AREAS  # noqa: E402

COLUMNS = ("indicator", "group_kind", "group", "period",
           "kind", "value", "numerator", "denominator", "lower", "upper", "judgement", "withheld")
AUDIENCES = ("open", "intranet", "management")
SHARES = ("share", "grade_share")
UPPER_Z = 3.0902323061678132  # normal quantile of 0.999


class Value:
    """An indicator for a group in a period."""

    def __init__(self, tallies):
        """`tallies`: of each unit, under the name of what it has become."""
        self.k = self.n = 0
        self.values, by_unit = Counter(), Counter()
        for name, one in tallies:
            if one.n:
                self.k, self.n = self.k + one.k, self.n + one.n
                by_unit[name] += one.n
                self.values.update(one.values)
        self.units, self.largest = len(by_unit), max(by_unit.values(), default=0)

    def number(self, kind):
        if kind in SHARES:
            return Fraction(100 * self.k, self.n)
        if kind == "count":
            return self.k
        if kind == "mean":
            return sum(v * c for v, c in self.values.items()) / Fraction(self.n)
        return quantile(sorted(self.values.elements()), Fraction(1, 2))

    def withheld(self, definition, policy, period, single=False):
        """By the primary rules: what follows from them is not worked out here. `single`: of a unit, which is no group."""
        smallest = int(policy["smallest_group"])
        if definition["dataset"] in PERSONS and not self.n:  # that nobody was asked is about no person
            return False
        if definition["dataset"] not in PERSONS:
            about = "grades" if definition["dataset"] == "reviews" else "register"
            return about in policy["about_persons"] and self.units < smallest
        alike = definition["kind"] in (*SHARES, "count") and min(self.k, self.n - self.k) < 3 or len(self.values) == 1
        lopsided = not single and (self.units < 3 or 100 * self.largest > 85 * self.n)
        return not period.over or self.n < smallest or lopsided or alike


def judgement(definition, value, region, phi, facts):
    kind = definition["kind"]
    if kind not in (*SHARES, "mean"):
        return ""
    if value.n < int(facts.policy["smallest_group_to_judge"]):
        return "too_few"
    narrow = facts.settings.get("outlier_limit", "99.8") == "95"
    if kind == "mean":
        if region.n < 2:
            return ""
        half = (1.959963984540054 if narrow else UPPER_Z) * math.sqrt(variance(region.values) / Fraction(value.n))
        off = float(value.number(kind) - region.number(kind))
        side = (off > half) - (off < -half)
    else:
        tail, theta, share = 0.025 if narrow else 0.001, region.k / region.n, value.k / value.n
        (low, *_), (high, *_) = binomial_limits(region.k, region.n, value.n, tail)
        side = (value.k > high) - (value.k < low)
        if phi > 1:
            lower, upper = smooth_limits(region.k, region.n, value.n, tail)
            if theta - (theta - lower) * math.sqrt(phi) <= share <= theta + (upper - theta) * math.sqrt(phi):
                side = 0
    if not side:
        return "as_group"
    if definition["better"] == "none":
        return "higher" if side > 0 else "lower"
    return "better" if (side > 0) == (definition["better"] == "higher") else "worse"


def cells(definition, value, said):
    """Value, numerator, denominator, limits, judgement and nothing withheld."""
    kind, limits = definition["kind"], None
    if kind in SHARES:
        limits = [100 * limit for limit in wilson(value.k, value.n)]
    elif kind == "mean":
        limits = mean_interval(value.values)
    number = value.number(kind)
    return (str(number) if kind == "count" else two_decimals(number), str(value.k) if kind in (*SHARES, "count") else "", str(value.n),
            *(map(two_decimals, limits) if limits else ("", "")), said, "")


class Made:
    """{(indicator, kind of group, group, period): (kind, value, ...)}, and what is not told.

    `told`: the keys of the rows that are shown, for which of those about persons are told that no rule by itself forbids is taken from
    them; what is said of numbers rests on those that are told."""

    def __init__(self, facts, common, told):
        self.facts, self.common, self.told, self.classes = facts, common, told, {}
        self.every_group, self.every_period, self.observer = groups(facts), periods(facts), Observer(facts)
        self.rows, self.hidden = {}, {}
        self.beside, self.allowed = Counter(), Counter()  # rows about persons by kind: withheld though they need not be; that need not be
        today = facts.as_of.isoformat()
        self.current = {unit["unit_id"] for unit in facts.units if facts.register.counts(unit["unit_id"], today, today)}
        steps = facts.policy.get("roll_up", ["unit_pool", "forum", "forum_pool", "region"])
        self.unit_periods = {kind for kind, step in (("pool", "unit_pool"), ("year", "unit"), ("round", "unit")) if step in steps}

    def became(self, unit):
        while unit in self.facts.register.successor:
            unit = self.facts.register.successor[unit]
        return unit

    def sees(self, dataset, *fields):
        """Whether the site's readers may see all of these."""
        if dataset not in self.classes:
            described = yaml((self.common / f"datasets/{dataset}.yaml").read_text(encoding="utf-8"))["fields"]
            self.classes[dataset] = {field["name"].replace("{area}", area): AUDIENCES.index(field["class"])
                                     for field in described for area in (AREAS if "{area}" in field["name"] else "-")}
        return all(self.classes[dataset][field] <= AUDIENCES.index(self.facts.audience) for field in fields)

    def tells_units(self, definition):
        """An indicator may be for more readers than what it counts; then it tells nothing of single units."""
        dataset = definition["dataset"]
        for one in asked(definition):
            field, stage = one.get("field", one.get("sum")), "_current" if one.get("stage") == "now" else ""
            fields = [field]
            if dataset == "survey":
                fields = ["agree"]
            elif dataset == "units":
                fields = [{"manager_years": "manager_since", "unit": "unit_id"}.get(field, field)]
            elif dataset == "reviews":
                grades = [area + stage for area in AREAS for stage in ("", "_current")]
                fields = (["review_date"] if field in ("unit", "age_months", "overdue") else [definition["area"] + stage]
                          if field == "grade" else ["unit_id", "review_date", "plan_received", "decided_on", *grades])
            if not self.sees(dataset, *fields):
                return False
        return True

    def is_told(self, definition, value, key, period):
        if not value.n or value.withheld(definition, self.facts.policy, period, key[0] == "unit"):
            return False
        if definition["dataset"] not in PERSONS:
            return True
        told = (definition["id"], *key, period.name) in self.told
        self.allowed[key[0]] += 1
        self.beside[key[0]] += not told
        return told

    def add(self, definition):
        persons = definition["dataset"] in PERSONS
        headline, has_data, rows, of_units, tells_units = None, False, {}, {}, self.tells_units(definition)
        for period in periods_of(definition, self.every_period):
            observed = self.observer.observe(definition, period)
            values = {key: Value((self.became(unit) if persons else unit, observed[unit])
                                 for unit in (members & observed.keys() if key[0] != "similar" or not persons else ()))
                      for key, members in self.every_group.items()}
            shown = {key: value for key, value in values.items() if self.is_told(definition, value, key, period)}
            small = {key[0] for key, value in shown.items() if value.units < 3} if not persons and not tells_units else ()
            shown = {key: value for key, value in shown.items() if key[0] not in small}  # a kind goes whole
            has_data = has_data or any(value.n for value in values.values())
            region, phi = shown.get(("region", "region")), 1.0
            if region and definition["kind"] in SHARES:
                phi = overdispersion([(value.k, value.n) for key, value in shown.items() if key[0] == "forum"], region.k / region.n)
            for key, value in values.items():
                if not value.n and key[0] not in small and not value.withheld(definition, self.facts.policy, period):
                    continue
                said = judgement(definition, value, region, phi, self.facts) if key in shown and region and key[0] != "region" else ""
                rows[(definition["id"], *key, period.name)] = (
                    definition["kind"], *(cells(definition, value, said) if key in shown else ("",) * 6 + ("ja",)))
                if value.n and key not in shown:
                    self.hidden[(definition["id"], *key, period.name)] = {
                        "value": cells(definition, value, "")[0], "k": value.k, "n": value.n}
            if period.kind == "now" or (region and period.over and period.kind != "pool" and (headline or ("",))[0] != "now"):
                headline = period.name, period, observed
            if persons and period.kind in self.unit_periods:
                of_units[period.name] = period, observed
        if headline and not persons:
            of_units[headline[0]] = headline[1:]
        if not has_data:
            return
        self.rows.update(rows)
        if not tells_units:
            return
        for name, (period, observed) in of_units.items():
            for unit in self.current:
                lineage = self.facts.register.lineage(unit) if persons else {unit}
                value = Value((unit, observed[one]) for one in lineage & observed.keys())
                if self.is_told(definition, value, ("unit", unit), period):
                    row = cells(definition, value, "")
                    self.rows[(definition["id"], "unit", unit, name)] = (definition["kind"], *row[:3], "", "", "", "")


def computed(site, common, rows):
    """The rows as they ought to be, given which of those about persons are told."""
    facts = Facts(site, common)
    made = Made(facts, common, {tuple(row[name] for name in COLUMNS[:4]) for row in rows if not row["withheld"]})
    decisions = {one["indicator"]: one for one in facts.settings.get("indicators", [])}
    for path in sorted((common / "indicators").glob("*.yaml")):
        definition = yaml(path.read_text(encoding="utf-8"))
        decided = decisions.get(definition["id"], {})
        if decided.get("used") == "nej":
            continue
        definition["breaks"] = definition.get("breaks", []) + decided.get("breaks", [])
        if definition["status"] == "published" and AUDIENCES.index(definition["class"]) <= AUDIENCES.index(facts.audience):
            made.add(definition)
    return made


def downloaded(out):
    with open(out / "data/indicator_values.csv", encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file, delimiter=";")
        rows = list(table)
    if tuple(table.fieldnames) != COLUMNS:
        raise ValueError(f"other columns: {table.fieldnames}")
    return rows


def compare(mine, rows):
    """What differs, and how many rows are the same."""
    theirs = {tuple(row[name] for name in COLUMNS[:4]): tuple(row[name] for name in COLUMNS[4:]) for row in rows}
    problems = ["a row is there twice"] if len(theirs) != len(rows) else []
    for key in sorted(mine.keys() | theirs.keys()):
        if mine.get(key) != theirs.get(key):
            problems.append(f"{' '.join(key)}: expected {mine.get(key)}, seen {theirs.get(key)}")
    return problems[:20] + ([f"... and {len(problems) - 20} more"] if len(problems) > 20 else []), len(mine)


def compare_demo(tally, program, out):
    rows = downloaded(out)
    made = computed(SITES / "demo", ROOT / "content/common", rows)
    problems, same = compare(made.rows, rows)
    tally.case(f"demo, {same} values of indicators", problems or ([] if same > 10000 else ["too few"]))
    for what, kinds, most in (("groups", made.allowed.keys() - {"unit"}, 25), ("units", {"unit"}, 40)):
        beside, allowed = (sum(counts[kind] for kind in kinds) for counts in (made.beside, made.allowed))
        tally.case(f"demo, {beside} of {allowed} rows of {what} about persons are withheld for the sake of others",
                   "" if allowed and 100 * beside < most * allowed else "too many")
    problems, asked = indicator_explained.compared(program, rows, made.hidden)
    tally.case(f"demo, {asked} values of indicators explained", problems or ([] if asked >= 40 else ["too few"]))


def compare_made(tally, program, folder, seeds=range(28)):
    rows = 0
    for seed in seeds:
        place = folder / str(seed)
        site = indicator_regions.make(seed, place, ROOT)
        done = run(program, "build", site, "--out", place / "out")
        if done.returncode:
            errors = [line for line in done.stderr.splitlines() if "fel:" in line]
            tally.case(f"made region {seed} is built", errors[:9] or f"exit {done.returncode}")
            continue
        told = downloaded(place / "out")
        problems, same = compare(computed(site, place / "common", told).rows, told)
        rows += same
        tally.case(f"made region {seed}, {same} values of indicators", problems)
    tally.case(f"made regions, {rows} values of indicators", "" if rows > 10000 else "too few")


def main():
    given, tally = arguments(__doc__), Tally()
    with temporary_folder() as name:
        compare_made(tally, given.program, pathlib.Path(name), map(int, given.only) if given.only else range(28))
    tally.finish()


if __name__ == "__main__":
    main()
