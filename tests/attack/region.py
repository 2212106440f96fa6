"""A site and what is known of it: by anybody (units, their groups, the rounds), and by the test (how many answered what)."""
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "oracle"))
from indicator_facts import Facts, yaml  # noqa: E402
from indicator_rules import Observer, groups  # noqa: E402
from region_figures import Register  # noqa: E402
from published import published_rows  # noqa: E402


def definitions_of(common):
    read = (yaml(path.read_text(encoding="utf-8")) for path in sorted((common / "indicators").glob("*.yaml")))
    return {definition["id"]: definition for definition in read}


class Region:
    """`site`: the folder with site.yaml; `out`: what was built of it; `common`: the folder with indicators and datasets."""

    def __init__(self, site, out, common):
        self.facts = Facts(site, common)
        self.definitions = definitions_of(common)
        self.rows = published_rows(out, self.definitions)
        self.truth = {}
        self.observer = Observer(self.facts)
        self.read_public_register(out)

    def read_public_register(self, out):
        """Who is in which group: from the download where it has all that groups are made from, as anybody would."""
        path = out / "data/units.csv"
        units, names = self.facts.descriptions["units"].table(path) if path.exists() else ([], set())
        if {"forum", "ownership", "provider", "listed_patients", "st_doctors"} <= names:
            for unit in units:
                unit["predecessor"] = unit.get("predecessor") or ""
            self.facts.units, self.facts.register = units, Register(units)
        self.groups = {key: members for key, members in groups(self.facts).items() if key[0] != "similar"}
        self.units = {unit["unit_id"]: unit for unit in self.facts.units}

    def fields(self):
        return self.facts.descriptions["annual_reports"].fields

    def members(self, group):
        """A unit's own rows count what it was before, too."""
        return set(self.facts.register.lineage(group[1])) if group[0] == "unit" else self.groups[group]

    def existed(self, unit, slot):
        known = self.units[unit]
        first, last = next(((f, l) for name, f, l in self.facts.rounds if name == slot), (f"{slot}-01-01", f"{slot}-12-31"))
        return (known.get("valid_from") or "") <= last and (known.get("valid_to") or "9999") >= first

    def told(self, question):
        """{(unit, slot): how many gave each answer}, which only those who hold the raw files know."""
        if question not in self.truth:
            out = defaultdict(Counter)
            if question[0] == "survey":
                for (name, role, statement), answers in self.facts.survey.items():
                    if (statement, role) == question[1:]:
                        for (unit, answer), count in answers.items():
                            out[unit, name][answer] += count
            else:
                for (year, unit), answers in self.observer.answers(question[1]).items():
                    out[unit, str(year)].update(answers)
            self.truth[question] = {key: counts for key, counts in out.items() if sum(counts.values())}
        return self.truth[question]
