"""What a built site tells anybody about answers of persons: the rows of indicator_values.csv, the page about the surveys, the roles on
the pages of indicators. Each is a row: of whom, when, and how many of those who answered gave which answers, within what bounds."""
import csv
import re
import sys
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "oracle"))
from pages import read_page  # noqa: E402

HOURS = ("none", "under_1", "from_1_to_2", "over_2")
AGREEMENT = ("agree", "neutral", "disagree")
ROLES = ("st_doctor", "supervisor", "manager", "study_director")
ROLE_WORDS = {"ST-läkare": "st_doctor", "handledare": "supervisor", "verksamhetschef": "manager", "verksamhetschefer": "manager",
              "studierektor": "study_director", "studierektorer": "study_director"}
HOUR_WORDS = dict(zip(("0 timmar", "Under 1 timme", "1–2 timmar", "Över 2 timmar"), HOURS))
COUNT_OF_ROLE = re.compile(r"(\d[\d ]*) (" + "|".join(sorted(ROLE_WORDS, key=len, reverse=True)) + r")")


def share_of(statement, role, answer, name):
    """The definition of a share that no file defines: those who gave an answer, of all who answered."""
    everybody = HOURS if answer in HOURS else AGREEMENT
    return {"id": name, "dataset": "survey", "kind": "share", "numerator": {"statement": statement, "role": role, "one_of": [answer]},
            "denominator": {"statement": statement, "role": role, "one_of": list(everybody)}}


class Row:
    """k and n are (least, most) or None; share is (least, most) per cent and not known k; mean the same for means."""

    def __init__(self, definition, group, period, withheld=False, k=None, n=None, share=None, mean=None):
        self.definition, self.group, self.period, self.withheld = definition, group, period, withheld
        self.k, self.n, self.share, self.mean = k, n, share, mean

    def key(self):
        return self.definition["id"], *self.group, self.period

    def told(self):
        return self.withheld, self.k, self.n, self.share, self.mean


def rows_of_table(path):
    """Empty when there is no such download: nothing of it may be shown."""
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def exactly(text):
    return (int(text), int(text)) if text else None


def rounded_to(text, half):
    number = Fraction(text.replace(",", "."))
    return number - half, number + half


def indicator_rows(out, definitions):
    for row in rows_of_table(out / "data/indicator_values.csv"):
        definition = definitions[row["indicator"]]
        if definition["dataset"] not in ("annual_reports", "survey"):
            continue
        mean = rounded_to(row["value"], Fraction(1, 200)) if definition["kind"] == "mean" and row["value"] else None
        yield Row(definition, (row["group_kind"], row["group"]), row["period"], row["withheld"] == "ja",
                  exactly(row["numerator"]), exactly(row["denominator"]), mean=mean)


def survey_page_rows(out):
    """Whole per cents of the region, and at most how many of a role answered anything."""
    page = out / "enkater.html"
    wordings = {row["sv"]: row["statement"] for row in rows_of_table(out / "data/statements.csv") if page.exists()}
    statements, most = {words.rstrip("."): name for words, name in wordings.items()}, {}
    for section in read_page(page).all("section") if wordings else ():
        heading = section.first("h2").text()
        period = heading.split()[-1]
        for number, role in COUNT_OF_ROLE.findall("".join(one.text() for one in section.all("p", "sub")).replace("\xa0", " ")):
            most[period, ROLE_WORDS[role]] = int(number.replace(" ", ""))
        for line in section.all("tr"):
            if not line.first("circle"):
                continue
            label = line.one("th").text()[2:]
            statement, answer = (wordings[label], "agree") if label in wordings else (
                statements[heading.removesuffix(period).rstrip(" .")], HOUR_WORDS[label])
            for circle in line.all("circle"):
                role, whole = circle.classes()[0], circle.attributes["cx"].rstrip("%")
                everybody = most.get((period, role))
                yield Row(share_of(statement, role, answer, f"page-{statement}-{role}-{answer}"), ("region", "region"), period,
                          n=(0, everybody) if everybody else None, share=rounded_to(whole, Fraction(1, 2)))


def role_rows(out, definitions):
    """The roles beside each other on the page of an indicator: whole per cents of numbers that stand there."""
    for definition in definitions.values():
        page = out / f"indikator/{definition['id']}.html"
        if definition["dataset"] != "survey" or not page.exists():
            continue
        for section in read_page(page).all("section"):
            if section.attributes.get("aria-labelledby") != "roller":
                continue
            period = re.search(r", (\S+?)\. ", section.one("p", "sub").text())[1]
            for line in section.one("tbody").all("tr"):
                percent, (number, role) = line.all("td")[0].text(), COUNT_OF_ROLE.findall(line.all("td")[1].text().replace("\xa0", " "))[0]
                whole = re.search(r"\d+", percent)[0]
                role, statement = ROLE_WORDS[role], definition["numerator"]["statement"]
                half = Fraction(1) if re.search(r"[a-z]", percent) else Fraction(1, 2)  # "under 1 %", "över 99 %"
                yield Row(share_of(statement, role, "agree", f"roles-{statement}-{role}"), ("region", "region"), period,
                          n=exactly(number.replace(" ", "")), share=rounded_to(whole, half))


def published_rows(out, definitions):
    return [*indicator_rows(out, definitions), *survey_page_rows(out), *role_rows(out, definitions)]
