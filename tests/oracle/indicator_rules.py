"""What the definitions of indicators count: groups, periods, and the tally of each unit."""
import datetime as dt
import re
import unicodedata
from collections import Counter, defaultdict
from fractions import Fraction

from region_figures import AREAS, Rules, has_d, later

PERSONS = ("annual_reports", "survey")
GRADES = "ABCD"


def iso(day):
    return day if isinstance(day, str) else day.isoformat()


class Period:
    def __init__(self, kind, name, first, last, as_of):
        self.kind, self.name, self.first, self.last = kind, name, first, last
        self.over = kind == "now" or last < iso(as_of)


def periods(facts):
    today = iso(facts.as_of)
    years = sorted({int(row["year"]) for row in facts.reports})
    out = [Period("now", "now", today, today, facts.as_of)]
    out += [Period("round", name, first, last, facts.as_of) for name, first, last in facts.rounds if first <= today]
    out += [Period("year", str(year), f"{year}-01-01", f"{year}-12-31", facts.as_of) for year in years]
    length, first = int(facts.settings.get("pool_years", 3)), int(facts.settings.get("pool_from", 2020))
    for start in range(first, (years or [0])[-1] + 1, length) if length > 1 else ():
        pool = Period("pool", f"{start}–{start + length - 1}", f"{start}-01-01", f"{start + length - 1}-12-31", facts.as_of)
        if pool.over and sum(start <= year < start + length for year in years) >= 2:
            out.append(pool)
    return out


def segment(definition, day):
    return sum(one["from"] <= day for one in definition.get("breaks", []))


NOW_ONLY = {"age_months", "overdue", "status", "plan"}


def asked(definition):
    return [definition[key] for key in ("numerator", "denominator", "value") if key in definition]


def periods_of(definition, every):
    kinds = {"reviews": ("now", "round"), "units": ("now",), "annual_reports": ("year", "pool"), "survey": ("round",)}
    kinds = kinds[definition["dataset"]]
    if any(one.get("field", one.get("sum")) in NOW_ONLY for one in asked(definition)):
        kinds = ("now",)
    out = []
    for period in every:
        late_enough = int(period.first[:4]) >= int(definition.get("since", 0))
        if period.kind in kinds and late_enough and segment(definition, period.first) == segment(definition, period.last):
            out.append(period)
    return sorted(out, key=lambda one: (one.last, one.first))


# Groups

def plain(name):
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.replace("'", "")).strip("-")


def band(value, limits):
    if value is None:
        return None
    below = [limit for limit in limits if limit <= value]
    least = below[-1] if below else 0
    above = [limit for limit in limits if limit > value]
    return f"{least}-{above[0] - 1}" if above else f"{least}-och-fler"


def likenesses(unit, patients, st_doctors):
    """From the closest: the groups that a unit would be compared with, if all three are known of it."""
    size, doctors, owner = band(unit.get("listed_patients"), patients), band(unit.get("st_doctors"), st_doctors), unit.get("ownership")
    if size and doctors and owner:
        yield from (f"{owner}-{size}-st-{doctors}", f"{size}-st-{doctors}", size)


def groups(facts):
    """{(kind, id): units}, also former units; but only units of today are like each other."""
    patients = [int(x) for x in facts.settings.get("patients", (3000, 8000, 12000))]
    st_doctors = [int(x) for x in facts.settings.get("st_doctors", (2, 4))]
    today = iso(facts.as_of)
    out, similar = defaultdict(set), defaultdict(set)
    out.update({("forum", forum): set() for forum in facts.forums})
    for unit in facts.units:
        key = unit["unit_id"]
        out["region", "region"].add(key)
        if unit["forum"]:
            out["forum", unit["forum"]].add(key)
        if unit.get("ownership"):
            out["ownership", unit["ownership"]].add(key)
        if unit.get("provider"):
            out["provider", plain(unit["provider"])].add(key)
        size = band(unit.get("listed_patients"), patients)
        if size:
            out["size", size].add(key)
        if facts.register.counts(key, today, today):
            for name in likenesses(unit, patients, st_doctors):
                similar[name].add(key)
        for rule in facts.own_groups:
            if all(unit.get(field) in rule[name] for name, field in
                   (("units", "unit_id"), ("forums", "forum"), ("providers", "provider"), ("municipalities", "municipality"),
                    ("kinds", "kind")) if name in rule) and rule.get("ownership", unit.get("ownership")) == unit.get("ownership"):
                out[rule["kind"], rule["id"]].add(key)
    out.update({("similar", name): members for name, members in similar.items()
                if len(members) >= int(facts.settings.get("similar_units", 8))})
    return dict(out)


# What is counted

class Tally:
    def __init__(self, k=0, n=0, values=None):
        self.k, self.n, self.values = k, n, values or {}


def number(text):
    return Fraction(text.replace(",", "."))


def holds(condition, value, ordered=None):
    """Whether an answer passes the test of a condition. `ordered`: grades, best first."""
    if value is None:
        return False
    if "answered" in condition:
        return True
    if "on_track" in condition:
        return value == 1
    word = {1: "ja", 0: "nej"}.get(value, value) if not isinstance(value, Fraction) else value
    if "equals" in condition:
        return str(word) == condition["equals"]
    if "one_of" in condition:
        return str(word) in condition["one_of"]
    if ordered:
        place, limit = ordered.index(value), ordered.index(condition.get("at_least", condition.get("at_most")))
        return place <= limit if "at_least" in condition else place >= limit
    return value >= number(condition["at_least"]) if "at_least" in condition else value <= number(condition["at_most"])


def tally(definition, answer):
    """Of one unit whose answers are given by `answer(condition)`."""
    if "value" in definition:
        value = answer(definition["value"])
        return Tally(n=value is not None, values={} if value is None else {Fraction(value): 1})
    numerator, denominator = definition["numerator"], definition["denominator"]
    if "sum" in denominator:
        k, n = answer({"field": numerator["sum"]}), answer({"field": denominator["sum"]})
        return Tally() if k is None or n is None else Tally(int(k), int(n))
    counted = holds(denominator, answer(denominator), GRADES if denominator.get("field") == "grade" else None)
    met = counted and holds(numerator, answer(numerator), GRADES if numerator.get("field") == "grade" else None)
    return Tally(int(met), int(counted))


class Observer:
    def __init__(self, facts):
        self.facts = facts
        self.rules = Rules(facts.as_of, int(facts.framework["months_to_plan"]), int(facts.framework["years_between_reviews"]),
                           facts.plan_from)
        self.states = {review["review_id"]: self.rules.state(review) for review in facts.reviews}
        self.told = {}

    def answers(self, field):
        """{(year, unit): how many gave each answer} to a question of the annual reports."""
        if field not in self.told:
            self.told[field] = defaultdict(Counter)
            for row in self.facts.reports:
                if row.get(field) is not None:
                    self.told[field][int(row["year"]), row["unit_id"]][row[field]] += 1
        return self.told[field]

    def observe(self, definition, period):
        """{unit: tally} of the units that there is something to count of."""
        return getattr(self, definition["dataset"])(definition, period)

    def reviews(self, definition, period):
        facts, today = self.facts, iso(self.facts.as_of)
        last = min(period.last, today)
        out, spans = {}, {"now": ("", today), "round": (period.first, last)}[period.kind]
        pool = [one for one in facts.reviews if spans[0] <= one["review_date"] <= spans[1]]
        for unit in facts.units:
            key = unit["unit_id"]
            if facts.register.counts(key, period.first, last):
                review = facts.register.latest(key, pool)
                if review and (segment(definition, review["review_date"]) != segment(definition, last)
                               or int(review["review_date"][:4]) < int(definition.get("since", 0))):
                    review = None  # known now, but from before a break or too early to count
                out[key] = tally(definition, lambda condition, one=review: self.review_answer(definition, condition, one))
        return out

    def review_answer(self, definition, condition, review):
        word, stage = condition["field"], "_current" if condition.get("stage") == "now" else ""
        if word == "unit":
            return 1
        state = self.states[review["review_id"]] if review else self.rules.state(None)
        if word == "status":
            return state["status"]
        if review is None:
            return None
        day = dt.date.fromisoformat(review["review_date"])
        due = self.rules.plan_due(review)
        received = dt.date.fromisoformat(review["plan_received"]) if review["plan_received"] else None
        if word == "plan_in_time":
            if not has_d(review) or due is None or (received is None and due >= self.facts.as_of):
                return None
            return int(received is not None and received <= due)
        return {"grade": lambda: review[definition.get("area", "A") + stage],
                "areas_demanding_action": lambda: Fraction(sum(review[area + stage] == "D" for area in AREAS)),
                "days_to_plan": lambda: received and Fraction((received - day).days),
                "plan": lambda: state["plan"],
                "age_months": lambda: Fraction(state["age_months"]),
                "overdue": lambda: int(state["overdue"])}[word]()

    def units(self, definition, period):
        def answer(unit, condition):
            word = condition["field"]
            if word == "unit":
                return 1
            if word == "manager_years":
                return unit.get("manager_since") and self.facts.as_of.year - unit["manager_since"]
            return unit.get(word)
        return {unit["unit_id"]: tally(definition, lambda condition, one=unit: answer(one, condition)) for unit in self.facts.units
                if self.facts.register.counts(unit["unit_id"], period.first, period.last)}

    def annual_reports(self, definition, period):
        out = defaultdict(Tally)
        for (year, unit), given in self.answers(asked(definition)[-1]["field"]).items():
            if period.first[:4] <= str(year) <= period.last[:4]:
                for answer, count in given.items():
                    one, sum_ = tally(definition, lambda _, told=answer: told), out[unit]
                    sum_.k, sum_.n = sum_.k + count * one.k, sum_.n + count * one.n
                    for value in one.values:
                        sum_.values[value] = sum_.values.get(value, 0) + count
        return out

    def survey(self, definition, period):
        out = defaultdict(Tally)
        numerator, denominator = definition["numerator"], definition["denominator"]
        for (unit, answer), count in self.facts.survey[period.name, denominator["role"], denominator["statement"]].items():
            if holds(denominator, answer):
                out[unit].n += count
                out[unit].k += count * holds(numerator, answer)
        return out
