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
GROUP_WORDS = dict(zip(("Regionens ST-läkare", "Handledare", "Verksamhetschefer", "Studierektorer"), ROLES))
ANSWER_WORDS = dict(zip(("Instämmer", "Varken eller", "Instämmer inte", "0 timmar", "Under 1 timme", "1–2 timmar", "Över 2 timmar"), AGREEMENT + HOURS))
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


def whole_per_cent(words):
    """The bounds of a share in words; "under 1 %" and "över 99 %" are a per cent wide to each side."""
    return rounded_to(re.search(r"\d+", words)[0], Fraction(1) if re.search(r"[a-z]", words) else Fraction(1, 2))


def survey_page_rows(out):
    """Whole per cents of the region, with how many answered: those who agree, and answers one by one."""
    page = out / "enkater.html"
    if not page.exists():
        return
    wordings = {row["sv"]: row["statement"] for row in rows_of_table(out / "data/statements.csv")}
    for section in read_page(page).all("section"):
        for table in section.all("table", "told"):
            period = re.search(r"\. (\S+): ", section.one("p", "sub").text())[1]
            for body in table.all("tbody"):
                head, *lines = body.all("tr")
                for line in lines:
                    value, n = (cell.text() for cell in line.all("td")[:2])
                    yield from survey_row(wordings[head.text()], "agree", line.one("th").text(), period, value, n)
        for heading, table in zip(section.all("h3"), section.all("table", "classes")):
            words = [cell.text() for cell in table.one("thead").all("th")[1:-1]]
            for line in table.one("tbody").all("tr"):
                *values, basis = (cell.text() for cell in line.all("td"))
                n, period = re.match(r"([\d\xa0]+) svar, (\S+)$", basis).groups()
                statement = next(name for wording, name in wordings.items() if heading.text().startswith(wording))
                for word, value in zip(words, values):
                    yield from survey_row(statement, ANSWER_WORDS[word], line.one("th").text(), period, value, n)


def survey_row(statement, answer, group, period, value, n):
    role = GROUP_WORDS.get(group)  # others have published theirs
    if role:
        yield Row(share_of(statement, role, answer, f"page-{statement}-{role}-{answer}"), ("region", "region"), period,
                  n=exactly(re.sub(r"\D", "", n)), share=whole_per_cent(value))


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
                role, statement = ROLE_WORDS[role], definition["numerator"]["statement"]
                yield Row(share_of(statement, role, "agree", f"roles-{statement}-{role}"), ("region", "region"), period,
                          n=exactly(number.replace(" ", "")), share=whole_per_cent(percent))


def published_rows(out, definitions):
    return [*indicator_rows(out, definitions), *survey_page_rows(out), *role_rows(out, definitions)]
