"""The facts of a site for the second computation of its indicators, read from its own files: YAML, CSV and, for the demonstration, Excel.

Reads what the tests and the site write, not everything that the program accepts: an unknown form is an error.
"""
import csv
import datetime as dt
import re
from collections import Counter, defaultdict
from fractions import Fraction

import demo_data
from region_figures import Register, plan_counts_from

QUOTED = r"""(?<![^\s\[{,])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
KEY = re.compile(r"([A-Za-z0-9_.-]+):(?:\s+(.*))?$")
ANSWERS = ("agree", "neutral", "disagree", "none", "under_1", "from_1_to_2", "over_2")


def logical_lines(text):
    """(indentation, text) without comments; a list in brackets over several lines is one."""
    held = None
    for line in text.splitlines():
        line = re.match(rf"(?:{QUOTED}|(?<=\S)#|[^#])*", line)[0].rstrip()
        if not line.strip():
            continue
        indentation, line = (held[0], held[1] + " " + line.strip()) if held else (len(line) - len(line.lstrip()), line.strip())
        bare = re.sub(QUOTED, "", line)
        is_open = re.search(r"(?:^|[:-] )[\[{]", bare) and sum(map(bare.count, "[{")) > sum(map(bare.count, "]}"))
        held = (indentation, line) if is_open else None
        if not held:
            yield indentation, line


def flow(text, at=0):
    """A value in brackets, quotes or plain, and where it ends."""
    def blank(place):
        return re.compile(r"\s*").match(text, place).end()

    at = blank(at)
    if text[at] in "[{":
        is_map, out = text[at] == "{", {} if text[at] == "{" else []
        at = blank(at + 1)
        while text[at] not in "]}":
            if is_map:
                key = re.compile(r"([A-Za-z0-9_.-]+):\s*").match(text, at)
                out[key[1]], at = flow(text, key.end())
            else:
                item, at = flow(text, at)
                out.append(item)
            at = blank(at)
            at = blank(at + 1) if text[at] == "," else at
        return out, at + 1
    quoted = re.compile(r""""((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'""").match(text, at)
    if quoted:
        return (re.sub(r"\\(.)", r"\1", quoted[1]) if quoted[1] is not None else quoted[2].replace("''", "'")), quoted.end()
    plain = re.compile(r"[^,\]}]*").match(text, at)
    return plain[0].strip(), plain.end()


def value_of(text):
    return flow(text)[0] if text[0] in "[{\"'" else text


def yaml(text):
    lines = list(logical_lines(text))

    def block(at, indentation):
        out = [] if lines[at][1].startswith("- ") else {}
        while at < len(lines) and lines[at][0] == indentation:
            line = lines[at][1]
            if isinstance(out, list):
                inner = line[2:].lstrip()
                if KEY.match(inner) and inner[0] not in "[{\"'":
                    lines[at] = (indentation + len(line) - len(inner), inner)
                    item, at = block(at, lines[at][0])
                else:
                    item, at = value_of(inner), at + 1
                out.append(item)
                continue
            key = KEY.match(line)
            if not key:
                raise ValueError(f"not read: {line}")
            if key[2]:
                out[key[1]], at = value_of(key[2]), at + 1
            elif at + 1 < len(lines) and lines[at + 1][0] > indentation:
                out[key[1]], at = block(at + 1, lines[at + 1][0])
            else:
                raise ValueError(f"nothing below {line}")
        return out, at

    out, end = block(0, 0)
    if end != len(lines):
        raise ValueError(f"not read: {lines[end]}")
    return out


class Description:
    """A dataset: its headings, and the words of its choices."""

    def __init__(self, path):
        self.fields = {field["name"]: field for field in yaml(path.read_text(encoding="utf-8"))["fields"]}
        self.names, self.known = {}, {}
        for name, field in self.fields.items():
            for word in (name, field["title"]["sv"], field["title"]["en"], *field.get("aliases", [])):
                self.names[word.casefold()] = name
    def answer(self, name, cell):
        if (name, cell) not in self.known:
            self.known[name, cell] = self.meaning(name, cell)
        return self.known[name, cell]

    def meaning(self, name, cell):
        """None when nobody answered; yes is 1, a choice its id, a number a fraction."""
        kind, cell = self.fields[name]["type"], cell.strip()
        if not cell:
            return None
        if kind == "yes_no":
            return {"ja": 1, "nej": 0}[cell.casefold()]
        if kind == "choice":
            for choice in self.fields[name]["choices"]:
                if cell.casefold() in map(str.casefold, (choice["id"], choice["sv"], choice["en"], *choice.get("aliases", []))):
                    return choice["id"]
            raise ValueError(f"{name}: {cell}")
        return Fraction(cell.replace(",", ".")) if kind in ("integer", "decimal", "percent", "year") else cell

    def table(self, path):
        """Rows by the names of the fields; None for an empty cell."""
        if path.suffix == ".xlsx":
            for heading in ("Enhets-id", "Omgång"):
                try:
                    rows = demo_data.workbook(path.name, heading)
                    break
                except StopIteration:
                    continue
        else:
            with open(path, encoding="utf-8-sig", newline="") as file:
                rows = list(csv.DictReader(file, delimiter=";"))
        known = {heading: self.names[heading.casefold()] for heading in (rows[0] if rows else ()) if heading.casefold() in self.names}
        return [{name: self.answer(name, row[heading] or "") if name in self.fields else row[heading] for heading, name in known.items()}
                for row in rows], set(known.values())


class Facts:
    def __init__(self, site, common):
        settings = yaml((site / "site.yaml").read_text(encoding="utf-8"))
        self.as_of = dt.date.fromisoformat(settings["as_of"])
        self.audience = settings.get("audience", "intranet")
        self.rounds = [(one["id"], one["from"], one["to"]) for one in settings.get("rounds", [])]
        self.forums = [forum["id"] for forum in settings.get("forums", [])]
        forum_words = {forum[key].casefold(): forum["id"] for forum in settings.get("forums", []) for key in ("id", "sv", "en")}
        self.framework = yaml((common / f"frameworks/{settings['framework']}.yaml").read_text(encoding="utf-8"))
        self.descriptions = {path.stem: Description(path) for path in (common / "datasets").glob("*.yaml") if path.stem in
                             ("units", "annual_reports", "survey", "survey_answers")}
        self.plan_from = plan_counts_from(site)
        self.policy = yaml((site / "disclosure.yaml").read_text(encoding="utf-8"))
        self.settings = self.optional(site / "indicators.yaml", {})
        self.own_groups = self.optional(site / "groups.yaml", {"groups": []})["groups"]
        self.units, self.reviews, self.reports = [], [], []
        self.survey = defaultdict(Counter)  # by round, role and statement: how many at a unit gave an answer
        for source in yaml((site / "sources.yaml").read_text(encoding="utf-8"))["sources"]:
            path = site / source["file"]
            if source["dataset"] == "units":
                self.units += self.descriptions["units"].table(path)[0]
            elif source["dataset"] == "reviews":
                self.reviews += demo_data.table(path.name, path.parent)
            elif source["dataset"] == "annual_reports":
                self.reports += self.descriptions["annual_reports"].table(path)[0]
            elif source["dataset"] == "survey":
                self.add_survey(path)
        for unit in self.units:
            unit["forum"] = forum_words.get((unit.get("forum") or "").casefold())
            unit["predecessor"] = unit.get("predecessor") or ""
        self.register = Register(self.units)

    @staticmethod
    def optional(path, otherwise):
        return yaml(path.read_text(encoding="utf-8")) if path.exists() else otherwise

    def add_survey(self, path):
        rows, names = self.descriptions["survey_answers"].table(path)
        one_a_row = "answer" in names
        for row in rows if one_a_row else self.descriptions["survey"].table(path)[0]:
            counts = self.survey[row["round"], row["role"], row["statement"]]
            if one_a_row:
                counts[row["unit_id"], row["answer"]] += 1
            else:
                for answer in ANSWERS:
                    counts[row["unit_id"], answer] += int(row.get(answer) or 0)
