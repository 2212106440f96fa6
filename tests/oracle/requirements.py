"""Requirements on units: the page of all units and the checklist of every unit page, held against a second computation from units.csv."""
import csv

import demo_data
from indicator_facts import yaml
from pages import filled
from program_tests import ROOT

TODAY, YEAR = "2026-06-30", 2026  # as_of of the site
IDS = ("listed_patients_3000", "three_specialists", "specialists_two_full_time", "supervisors_trained", "manager_two_years")
TONES = {"under": "bad", "near": "warn", "met": "good", "not_known": "plain"}
STATES = {"under": "not_met", "near": "near", "met": "met"}


def number(text):
    return int(text) if text else None


class Requirement:
    """One of the five, from its definition: the register's own number, the limit and the margin."""

    def __init__(self, key):
        made = yaml((ROOT / f"content/common/indicators/{key}.yaml").read_text(encoding="utf-8"))
        self.key, self.names, self.why = key, made["name"], made["near"]["why"]
        self.margin = int(made["near"]["closer_than"])
        over, under = made["numerator"], made["denominator"]
        self.sums = "sum" in over
        self.field, self.below = over.get("sum") or over["field"], under.get("sum")
        self.limit = int(made["target"]["at_least"] if self.sums else over["at_least"])

    def own(self, unit):
        """(value, of) or None."""
        if self.field == "manager_years":
            return (YEAR - number(unit["manager_since"]), None) if unit["manager_since"] else None
        value = number(unit[self.field])
        if not self.sums:
            return None if value is None else (value, None)
        of = number(unit[self.below])
        return None if value is None or of is None else (value, of)

    def state(self, unit):
        """(state, how much is missing)"""
        own = self.own(unit)
        if own is None or own[1] == 0:
            return "not_known", 0
        value, of = own
        if not self.sums:
            return ("under", self.limit - value) if value < self.limit else ("near" if value < self.limit + self.margin else "met", 0)
        enough = next(k for k in range(of + 1) if 100 * k >= self.limit * of)
        if value < enough:
            return "under", enough - value
        return ("near" if 100 * value < (self.limit + self.margin) * of else "met"), 0


def amount(edition, field, n):
    return filled(edition.texts[f"standing.of_{field}"], n, n=edition.numbers.whole(n))


def row_of(edition, requirement, unit):
    """name, own, limit, state with what is missing: as the page says them."""
    say, own, (state, missing) = edition.numbers.whole, requirement.own(unit), requirement.state(unit)
    if own is None:
        value = "–"
    elif own[1] == 0:
        value = amount(edition, requirement.below, 0)
    elif requirement.sums:
        value = filled(edition.texts["standing.own_of"], n=say(own[0]), of=amount(edition, requirement.below, own[1]))
    else:
        value = amount(edition, requirement.field, own[0])
    limit = edition.numbers.percent(requirement.limit, 100) if requirement.sums else say(requirement.limit)
    word = edition.word("standing." + (STATES.get(state) or ("not_known" if own is None else "nothing_to_hold")))
    if missing:
        word += " " + filled(edition.texts["standing.missing"], amount=amount(edition, requirement.field, missing))
    return [requirement.names[edition.language], value, filled(edition.texts["indicator.target_least"], value=limit), word]


def current_units():
    return [unit for unit in demo_data.table("units.csv") if not unit["valid_to"] or unit["valid_to"] >= TODAY]


def lead_of(edition, states):
    """Of the states of each unit, a list a unit."""
    worst = [next((one for one in ("under", "near", "met") if one in unit), "untold") for unit in states]
    count, say = worst.count, edition.numbers.whole
    units = filled(edition.texts["number.units"], len(states), n=say(len(states)))
    key = "requirements.lead_under" if count("under") else "requirements.lead_none_under"
    lead = [filled(edition.texts[key], count("under"), n=say(count("under")), all=units)]
    gaps = sum("not_known" in unit for unit in states)
    for n, name in ((count("near"), "near"), (count("met"), "clear"), (count("untold"), "untold"), (gaps, "gaps")):
        if n:
            lead.append(filled(edition.texts[f"requirements.lead_{name}"], n, n=say(n)))
    return " ".join(lead)


def body_rows(table):
    return [[cell.text() for cell in row.all("th") + row.all("td")] for row in table.one("tbody").all("tr")]


def page_of_requirements(edition, compared):
    units, all_, say = current_units(), [Requirement(key) for key in IDS], edition.numbers.whole
    states = {unit["unit_id"]: [one.state(unit)[0] for one in all_] for unit in units}
    page = edition.page("krav.html")
    compared.same(f"{edition.language} lead", page.one("p", "lead").text(), lead_of(edition, list(states.values())))
    by_requirement, by_forum, listed = page.all("table")
    for one, row in zip(sorted(all_, key=lambda one: [r[0] for r in body_rows(by_requirement)].index(one.names[edition.language])),
                        body_rows(by_requirement)):
        found = [one.state(unit)[0] for unit in units]
        limit = row_of(edition, one, units[0])[2]
        counts = [say(found.count(state)) for state in ("under", "near", "met", "not_known")]
        compared.same(f"{edition.language} {one.key}", row[:6], [one.names[edition.language], limit, *counts])
    for key, name in edition.forums.items():
        own = [states[unit["unit_id"]] for unit in units if unit["forum"] == key]
        worst = [next((one for one in ("under", "near", "met") if one in unit), "untold") for unit in own]
        expected = [name, say(len(own)), *(say(worst.count(state)) for state in ("under", "near", "met")),
                    say(sum("not_known" in unit for unit in own))]
        compared.same(f"{edition.language} {key}", [row for row in body_rows(by_forum) if row[0] == name], [expected])
        lead = edition.page(f"forum/{key}.html").text()
        compared.same(f"{edition.language} {key} on its page", lead_of(edition, own) in lead, True)
    pressed = {unit["unit_id"]: (states[unit["unit_id"]].count("under"), states[unit["unit_id"]].count("near")) for unit in units}
    expected = sorted((unit for unit in units if pressed[unit["unit_id"]] != (0, 0)),
                      key=lambda unit: [-n for n in pressed[unit["unit_id"]]])
    rows = body_rows(listed)
    compared.same(f"{edition.language} units listed", len(rows), len(expected))
    compared.same(f"{edition.language} worst first", [row[2:4] for row in rows],
                  [[say(n) for n in pressed[unit["unit_id"]]] for unit in expected])
    told = {row[0]: row for row in rows}
    for unit in expected:
        row = told.get(unit["name"], ["", "", "", "", ""])
        compared.same(f"{edition.language} forum of {unit['unit_id']}", row[1], edition.forums.get(unit["forum"], ""))
        for one in all_:
            name, value, limit, _ = row_of(edition, one, unit)
            is_told = one.state(unit)[0] in ("under", "near")
            compared.same(f"{edition.language} {unit['unit_id']} {one.key}", f"{name}: {value} ({limit})" in row[4], is_told)


def checklists(edition, compared):
    all_ = [Requirement(key) for key in IDS]
    for unit in current_units():
        table = edition.page(f"enhet/{unit['unit_id'].lower()}.html").one("table", "checklist")
        rows = {row[0]: row for row in body_rows(table)}
        compared.same(f"{edition.language} {unit['unit_id']}, requirements", len(rows), len(all_))
        tones = {row.one("th").text(): row.one("i").classes() for row in table.one("tbody").all("tr")}
        for one in all_:
            expected = row_of(edition, one, unit)
            compared.same(f"{edition.language} {unit['unit_id']} {one.key}", rows.get(expected[0]), expected)
            compared.same(f"{edition.language} {unit['unit_id']} {one.key} tone", tones.get(expected[0]), [TONES[one.state(unit)[0]]])


def as_published(out, compared):
    """The numbers of units are those of the indicators in the file to download."""
    with (out / "data/indicator_values.csv").open(encoding="utf-8-sig", newline="") as file:
        told = {row["indicator"]: row for row in csv.DictReader(file, delimiter=";") if row["group_kind"] == "region" and row["period"] == "now"}
    for one in map(Requirement, IDS):
        units, row = current_units(), told[one.key]
        if one.sums:
            known = [one.own(unit) for unit in units if one.own(unit)]
            k, n = sum(value for value, _ in known), sum(of for _, of in known)
        else:
            found = [one.state(unit)[0] for unit in units]
            k, n = found.count("met") + found.count("near"), len(units) - found.count("not_known")
        compared.same(f"{one.key} in indicator_values.csv", (row["numerator"], row["denominator"]), (str(k), str(n)))
