#!/usr/bin/env python3
"""Computes the figures of a region again, from the raw files and without the generator, for comparison.

usage: region_figures.py DATA [--as-of 2026-06-30] [--round ID=FROM..TO]... [--months-to-plan 3] [--years-between 5]

DATA holds units.csv and, when there are any, reviews.csv and published_aggregates.csv. Without --as-of or --round they are taken from
DATA/../site.yaml. Prints JSON with sorted keys. Python 3.11, standard library only. Nothing here is shared with the generator on
purpose: fractions instead of doubles, tables counted one by one, dates by Python's calendar.

Grades are lists of counts [A, B, C, D]. Shares are [k, n]. Means and SDs are there as numbers and rounded to two decimals, half up.
"""
import argparse
import calendar
import csv
import datetime as dt
import json
import math
import pathlib
import re
import sys
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

AREAS = "ABCDEFGH"
GRADES = "ABCD"
POINTS = {"A": 4, "B": 3, "C": 2, "D": 1}
OWNERSHIP = ("offentlig", "privat")


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{key: value.strip() for key, value in row.items()} for row in csv.DictReader(file, delimiter=";")]


def later(day, months):
    """The same day of the month, or the last one where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def age_in_months(day, today):
    months = 0
    while later(day, months + 1) <= today:
        months += 1
    return months


def two_decimals(value, root=False):
    """A fraction, or its root, to two decimals, half up."""
    with localcontext() as context:
        context.prec = 60
        number = Decimal(value.numerator) / Decimal(value.denominator)
        return str((number.sqrt() if root else number).quantize(Decimal("0.01"), ROUND_HALF_UP))


def area_figures(reviews, area):
    initial = Counter(review[area] for review in reviews)
    current = Counter(review[area + "_current"] for review in reviews)
    values = [POINTS[review[area + "_current"]] for review in reviews]
    out = {"initial": [initial[g] for g in GRADES], "current": [current[g] for g in GRADES],
           "at_reference": [sum(value >= 3 for value in values), len(values)], "mean": None, "sd": None}
    if values:
        mean = Fraction(sum(values), len(values))
        out["mean"], out["mean_rounded"] = float(mean), two_decimals(mean)
    if len(values) > 1:
        variance = sum((value - mean) ** 2 for value in values) / (len(values) - 1)
        out["sd"], out["sd_rounded"] = math.sqrt(variance), two_decimals(variance, root=True)
    return out


def has_d(review, suffix=""):
    return any(review[area + suffix] == "D" for area in AREAS)


class Rules:
    """What follows from a review on a day. A plan counts from the visit, or from the report, and then not until that has a date; a deadline
    is passed on the day after it."""

    def __init__(self, as_of, months_to_plan, years_between, plan_from="visit"):
        self.as_of, self.months_to_plan, self.years_between, self.plan_from = as_of, months_to_plan, years_between, plan_from

    def plan_due(self, review):
        start = review["review_date"] if self.plan_from == "visit" else review.get("report_date")
        return later(dt.date.fromisoformat(start), self.months_to_plan) if start else None

    def state(self, review):
        if review is None:
            return {"status": "not_reviewed", "plan": "none_needed"}
        day = dt.date.fromisoformat(review["review_date"])
        plan_due, next_due = self.plan_due(review), later(day, 12 * self.years_between)
        months = age_in_months(day, self.as_of)
        out = {"review_id": review["review_id"], "review_date": day.isoformat(), "age_months": months, "age_years": months // 12,
               "next_due": next_due.isoformat(), "overdue": next_due < self.as_of, "plan": "none_needed",
               "grades": {area: review[area] + review[area + "_current"] for area in AREAS}}
        if has_d(review, "_current"):
            out["status"] = "action_required"
            out["plan_due"] = plan_due.isoformat() if plan_due else None
            is_late = plan_due is not None and plan_due < self.as_of
            out["plan"] = "received" if review["plan_received"] else "late" if is_late else "awaited"
            if out["plan"] == "late":
                out["days_late"] = (self.as_of - plan_due).days
        elif has_d(review):
            out["status"], out["plan"] = "action_planned", "received"
        elif any(review[area + "_current"] == "C" for area in AREAS):
            out["status"] = "action_recommended"
        else:
            out["status"] = "review_overdue" if out["overdue"] else "all_met"
        return out


def group_figures(units, review_of, rules):
    reviews = [review_of[unit["unit_id"]] for unit in units if unit["unit_id"] in review_of]
    states = [rules.state(review) for review in reviews]
    n = len(reviews)
    d_initial, d_current = sum(has_d(r) for r in reviews), sum(has_d(r, "_current") for r in reviews)
    plans = Counter(state["plan"] for state in states)
    ages = Counter(min(state["age_years"], 5) for state in states)
    return {"units": len(units), "reviewed": n, "with_d_initial": d_initial, "with_d_current": d_current,
            "followed_at_review": [n - d_initial, n], "follows": [n - d_current, n],
            "plans_received": sum(bool(review["plan_received"]) for review in reviews),
            "plans_late": plans["late"], "plans_awaited": plans["awaited"], "overdue": sum(state["overdue"] for state in states),
            "ages": [ages[years] for years in range(6)], "status": dict(Counter(state["status"] for state in states)),
            "areas": {area: area_figures(reviews, area) for area in AREAS}}


class Register:
    """What units came from and became. Dates are compared as text: 2026-06-30."""

    def __init__(self, units):
        self.units = {unit["unit_id"]: unit for unit in units}
        self.predecessors = {key: unit.get("predecessor", "").replace(",", " ").split() for key, unit in self.units.items()}
        self.successor = {old: new for new, olds in self.predecessors.items() for old in olds}

    def lineage(self, key):
        """The unit and everything that it has come from."""
        return {key}.union(*(self.lineage(old) for old in self.predecessors[key]))

    def existed(self, key, first, last):
        unit = self.units[key]
        return (not unit.get("valid_from") or unit["valid_from"] <= last) and (not unit.get("valid_to") or unit["valid_to"] >= first)

    def counts(self, key, first, last):
        """Whether a unit counts in a span of days: it was there, and what it became was not there yet."""
        return self.existed(key, first, last) and not (key in self.successor and self.existed(self.successor[key], first, last))

    def latest(self, key, reviews):
        lineage = self.lineage(key)
        found = [review for review in reviews if review["unit_id"] in lineage]
        return max(found, key=lambda review: review["review_date"], default=None)


def selection(register, reviews, rules, first, last):
    """Units that count between two days, with the latest of these reviews of each: region, each forum and each form of ownership."""
    units = [unit for key, unit in register.units.items() if register.counts(key, first, last)]
    review_of = {unit["unit_id"]: register.latest(unit["unit_id"], reviews) for unit in units}
    review_of = {key: review for key, review in review_of.items() if review}
    by_forum = {name: [u for u in units if u.get("forum") == name] for name in {u.get("forum") for u in units} - {None, ""}}
    by_owner = {name: [u for u in units if u.get("ownership") == name] for name in OWNERSHIP}
    return {"region": group_figures(units, review_of, rules),
            "forums": {name: group_figures(some, review_of, rules) for name, some in by_forum.items()},
            "ownership": {name: group_figures(some, review_of, rules) for name, some in by_owner.items()}}


def tables_by_moments(n):
    """(sum, sum of squares) -> [how many tables, fewest D, most D, the last table], from every table of n grades."""
    found = {}
    for d in range(n + 1):
        for c in range(n - d + 1):
            for b in range(n - d - c + 1):
                a = n - b - c - d
                key = (4 * a + 3 * b + 2 * c + d, 16 * a + 9 * b + 4 * c + d)
                if key not in found:
                    found[key] = [1, d, d, [a, b, c, d]]
                else:
                    entry = found[key]
                    entry[0] += 1
                    entry[1], entry[2], entry[3] = min(entry[1], d), max(entry[2], d), [a, b, c, d]
    return found


def hundredths(k, n, root, ties):
    """k/n, or its root, in whole hundredths: floor(2x) by integers, then the half."""
    doubled = math.isqrt(40000 * k // n) if root else 200 * k // n
    units = (doubled + 1) // 2
    is_tie = doubled % 2 == 1 and (40000 * k == n * doubled * doubled if root else 200 * k == n * doubled)
    return units - 1 if is_tie and ties == "half_even" and units % 2 == 1 else units


def feasibility(published, tables):
    n, mean, sd = (int(Decimal(published[key].replace(",", ".")) * factor) for key, factor in (("n", 1), ("mean", 100), ("sd", 100)))
    out = {"by_reading": {}, "combinations": 0, "reading": None, "only": None, "least_d": 0, "most_d": 0}
    variances = []
    for kind in ("sample", "population"):
        for ties in ("half_up", "half_even"):
            denominator = n * (n - 1) if kind == "sample" else n * n
            near = [key for key in tables if hundredths(key[0], n, False, ties) == mean]
            variances += [n * squares - total * total for total, squares in near]
            hits = [tables[key] for key in near
                    if denominator and hundredths(n * key[1] - key[0] ** 2, denominator, True, ties) == sd]
            count = sum(hit[0] for hit in hits)
            out["by_reading"][f"{kind} {ties}"] = count
            if count and out["reading"] is None:
                out.update(reading=f"{kind} {ties}", combinations=count, only=hits[0][3] if count == 1 else None,
                           least_d=min(hit[1] for hit in hits), most_d=max(hit[2] for hit in hits))
    if variances and n > 1:
        for name, variance in (("least_sd", min(variances)), ("largest_sd", max(variances))):
            fraction = Fraction(variance, n * (n - 1))
            out[name], out[name + "_rounded"] = math.sqrt(fraction), two_decimals(fraction, root=True)
    return out


def plan_counts_from(site):
    """What a site's follow_up.yaml says, by a look that is just enough for how it is written."""
    rules = site / "follow_up.yaml"
    found = re.search(r"^plan_counts_from: *(\w+)", rules.read_text(encoding="utf-8"), re.M) if rules.exists() else None
    return found[1] if found else "visit"


def settings(data, arguments):
    """as_of and rounds: from the command line, else by a look at site.yaml that is just enough for how it is written."""
    site = data.parent / "site.yaml"
    text = site.read_text(encoding="utf-8") if site.exists() else ""
    as_of = arguments.as_of or (re.search(r"^as_of: *(\S+)", text, re.M) or sys.exit("no --as-of and no as_of in site.yaml"))[1]
    rounds = [re.fullmatch(r"(.+)=(\S+)\.\.(\S+)", given).groups() for given in arguments.round]
    rounds = rounds or re.findall(r"- *\{ *id: *([^,]+), *from: *([-\d]+), *to: *([-\d]+) *\}", text)
    return dt.date.fromisoformat(as_of), rounds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--as-of")
    parser.add_argument("--round", action="append", default=[], metavar="ID=FROM..TO")
    parser.add_argument("--months-to-plan", type=int, default=3)
    parser.add_argument("--years-between", type=int, default=5)
    arguments = parser.parse_args()
    as_of, rounds = settings(arguments.data, arguments)
    rules = Rules(as_of, arguments.months_to_plan, arguments.years_between, plan_counts_from(arguments.data.parent))
    units = rows(arguments.data / "units.csv")
    out = {"as_of": as_of.isoformat(), "units_in_register": len(units)}

    reviews_file = arguments.data / "reviews.csv"
    if reviews_file.exists():
        reviews = rows(reviews_file)
        register, today = Register(units), as_of.isoformat()
        out["now"] = selection(register, reviews, rules, today, today)
        out["rounds"] = {name: selection(register, [r for r in reviews if first <= r["review_date"] <= last], rules, first, min(last, today))
                         for name, first, last in rounds}
        out["reviews"] = len(reviews)
        out["units"] = {key: {**rules.state(register.latest(key, reviews)), "current": register.counts(key, today, today),
                              "lineage": sorted(register.lineage(key))} for key in register.units}
        out["late_plans"] = sorted(name for name, state in out["units"].items() if state["plan"] == "late" and state["current"])

    published_file = arguments.data / "published_aggregates.csv"
    if published_file.exists():
        published = rows(published_file)
        tables = {n: tables_by_moments(n) for n in {int(row["n"]) for row in published}}
        out["published"] = {row["area"]: feasibility(row, tables[int(row["n"])]) for row in published}
    print(json.dumps(out, ensure_ascii=False, indent=1, sort_keys=True))


if __name__ == "__main__":
    main()
