"""The demonstration region over time: its units with what became of them, and the grades that their other figures go with.

Four things have happened since the first round: two units became one, one changed its name, one its owner, and one closed. The old rows
stay, for they were reviewed; the new ones begin the day after. No review of the second round concerns any of them.
"""
import datetime as dt

import reviews

AREAS = reviews.AREAS
ROUND_ONE, ROUND_TWO = "2019–2022", "2024–2026"
AS_OF = dt.date(2026, 6, 30)
# how many in a hundred fewer say yes at a unit with that grade
GRADE_EFFECT = {"A": 0, "B": -6, "C": -15, "D": -26}
FIGURES = ("listed_patients", "specialists", "specialist_percent", "st_doctors", "supervisors", "supervisors_trained_5y")
COLUMNS = [*reviews.UNIT_COLUMNS, "valid_from", "valid_to", "predecessor", "aliases"]

CLOSED = {"FK074": {"valid_to": "2024-08-31", "manager_since": 2019}}
# new id, the last day of its predecessors, who they are, what is new about it
CHANGES = (
    ("FK182", dt.date(2023, 12, 31), ("FK099", "FK114"), {"name": "Björktrastens läkarhus", "kind": "läkarhus", "manager_since": 2024}),
    ("FK183", dt.date(2025, 2, 28), ("FK135",), {"name": "Skatuddens vårdcentral"}),
    ("FK184", dt.date(2023, 9, 30), ("FK048",),
     {"ownership": "offentlig", "provider": "Exempelregionens primärvård", "manager_since": 2023}),
)
ALIASES = {"FK001": "Dungbo västra HLM", "FK013": "Kråkris södra HLM", "FK060": "Gula huset|Vårdcentralen vid torget",
           "FK101": "Dungbo norra VC", "FK128": "Humlan", "FK182": "Björktrasten", "FK183": "Skatudden", "FK184": "Gransångar norra VC"}


def with_history(units):
    """The same units, some with a last day, and after them the new ones."""
    by_id = {unit["unit_id"]: unit for unit in units}
    for unit_id, news in CLOSED.items():
        by_id[unit_id].update(news)
    for unit_id, last_day, predecessors, news in CHANGES:
        old = [by_id[one] for one in predecessors]
        for unit in old:
            unit["valid_to"] = last_day.isoformat()
        first_day = (last_day + dt.timedelta(1)).isoformat()
        by_id[unit_id] = {**old[0], **{figure: sum(unit[figure] for unit in old) for figure in FIGURES}, **news,
                          "unit_id": unit_id, "valid_from": first_day, "valid_to": "", "predecessor": ",".join(predecessors)}
    for unit_id, aliases in ALIASES.items():
        by_id[unit_id]["aliases"] = aliases
    return list(by_id.values())


class Region:
    def __init__(self):
        old, self.reviews = reviews.made()
        self.units = with_history(old)
        self._by_id = {unit["unit_id"]: unit for unit in self.units}

    def unit(self, unit_id):
        return self._by_id[unit_id]

    def valid(self, day):
        """The units there were on a day."""
        return [unit for unit in self.units if unit.get("valid_from", "") <= day.isoformat() <= (unit.get("valid_to") or "9999")]

    def reviewed(self, prefix):
        """Units and their review of the first (R1) or second (R2) round."""
        return [(self.unit(review["unit_id"]), review) for review in self.reviews if review["review_id"].startswith(prefix)]

    def grades(self, unit_id, day):
        """{area: grade} of the last review up to a day, or of the first one after it; a new unit takes after its first predecessor."""
        own = sorted((review for review in self.reviews if review["unit_id"] == unit_id), key=lambda review: review["review_date"])
        if not own:
            return self.grades(self._by_id[unit_id]["predecessor"].split(",")[0], day)
        before = [review for review in own if review["review_date"] <= day.isoformat()]
        review = before[-1] if before else own[0]
        return {area: review[area] for area in AREAS}


def effect(grades, area):
    """Of the grade of an area, or of all areas when it is empty: as a share. In whole numbers first, for sum() of others has changed."""
    return (GRADE_EFFECT[grades[area]] if area else sum(GRADE_EFFECT[grades[one]] for one in AREAS) / 3) / 100
