"""A small clean region as rows: what every bad file is made from. Every dataset, a few rows each, all fictional."""
import csv
import io
import json

AREAS = "ABCDEFGH"


def table(text):
    """Rows as lists of cells, headings first, from lines with cells between |."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def clean():
    grades = " | ".join(AREAS)
    now = " | ".join(f"{area}_current" for area in AREAS)
    return {
        "units": table("""
            unit_id | name | forum | ownership | listed_patients | st_doctors | valid_from | valid_to | predecessor | aliases
            E1 | Ängens vårdcentral | norr | offentlig | 5200 | 3 | | | | Ängen
            E2 | Åkerns läkarhus | soder | privat | 7100 | 2 | | | |
            E3 | Öns mottagning | soder | privat | 4300 | 0 | | | |
            E4 | Gamla bruket | norr | offentlig | 3900 | 1 | | 2025-06-30 | |
            E5 | Nya bruket | norr | offentlig | 4100 | 1 | 2025-07-01 | | E4 |"""),
        "reviews": table(f"""
            review_id | unit_id | framework | review_date | visit | {grades} | plan_received | decided_on | {now}
            G1 | E1 | spur-2018 | 2025-03-04 | on_site | A | A | D | A | A | B | A | A | 2025-05-06 | 2025-06-07 | A | A | C | A | A | B | A | A
            G2 | E2 | spur-2018 | 2026-05-06 | digital | A | B | A | A | C | A | A | D | | | A | B | A | A | C | A | A | D
            G3 | E4 | spur-2018 | 2025-02-03 | on_site | A | A | A | A | A | A | A | A | | | A | A | A | A | A | A | A | A"""),
        "findings": table("""
            review_id | area | kind | theme | sub_goal | text
            G1 | C | weakness | Utrustning | C4 | Mikroskopet är trasigt.
            G2 | E | suggestion | Handledning | | Boka handledningen en termin i taget."""),
        "annual_reports": table("""
            unit_id | year | individual_plan | supervision_hours | science_work | self_study
            E1 | 2025 | ja | 3,5 | planned | under_1
            E1 | 2025 | nej | 4 | started | over_2
            E2 | 2026 | ja | 2 | none | none"""),
        "statements": table("""
            statement | area | sv | en
            expectations_met | | Som jag hade hoppats. | As I had hoped.
            individual_plan | D | Det finns en plan. | There is a plan."""),
        "survey": table("""
            round | unit_id | role | statement | agree | neutral | disagree | invited
            2024–2026 | E1 | st_doctor | individual_plan | 2 | 1 | 0 | 4
            2024–2026 | E2 | supervisor | individual_plan | 1 | 0 | 1 | 2"""),
        "benchmarks": table("""
            statement | answer | group | period | value | n | source
            expectations_met | agree | region | 2019-2022 | 80 | 476 | Rapporten
            expectations_met | agree | sweden | 2020-2022 | 69 | 3206 | Rapporten"""),
        "published_aggregates": table("""
            area | n | mean | sd | source | page
            A | 181 | 3,98 | 0,22 | Rapporten | 12"""),
        "published_counts": table("""
            measure | area | value | source
            reviews | | 181 | Rapporten"""),
        "measures": table("""
            plan | number | heading_sv | heading_en | title_sv | title_en | status | due | followed_up
            bas-2026 | 1.1 | Bredd | Breadth | Ordna fler slags patienter. | Arrange more kinds of patients. | started | 2026-12-01 | 2026-01-15"""),
        "good_examples": table("""
            unit_id | area | theme | title | text | approved_by | approved_on
            E1 | C | Utrustning | Låna i stället | Kliniken lånar ut sitt mikroskop. | Studierektor, fiktiv | 2026-02-03"""),
        "events": table("""
            date | text_sv | text_en | areas
            2025-09-01 | En ny kurs började. | A new course began. | F"""),
    }


SITE = """id: bas
region: {sv: Basregionen, en: The Base Region}
introduction: {sv: "Hur går det?", en: "How is it going?"}
fictional: ja
notice: {sv: Allt är påhittat., en: All is fictional.}
as_of: 2026-06-30
languages: [sv, en]
framework: spur-2018
rounds:
  - {id: 2024–2026, from: 2024-09-01, to: 2026-12-31}
forums:
  - {id: norr, sv: Norr, en: North}
  - {id: soder, sv: Söder, en: South}
contact: {sv: Ingen, en: Nobody}
accessibility:
  assessed_on: 2026-06-30
  method: self_assessment
  conformance: full
  report_to: {sv: ingen, en: nobody}
common: ../common
templates: ../templates
"""
DISCLOSURE = """smallest_group: 5
smallest_group_to_judge: 8
about_persons: []
decided_by: {sv: ingen, en: nobody}
decided_on: 2026-06-30
reason: {sv: Ett prov., en: A test.}
"""


def csv_text(rows, separator=";", end="\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue()


def json_text(rows):
    heads = rows[0]
    return json.dumps([{head: cell for head, cell in zip(heads, row) if cell} for row in rows[1:]], ensure_ascii=False, indent=1)


def write_site(folder, files):
    """`files`: dataset -> (name, bytes) or a list of them; a name may be followed by a key of the source: `x.xlsx#sheet=Blad2`."""
    data = folder / "data"
    data.mkdir(parents=True)
    (folder / "site.yaml").write_text(SITE, encoding="utf-8")
    (folder / "disclosure.yaml").write_text(DISCLOSURE, encoding="utf-8")
    lines = ["sources:"]
    for dataset, given in files.items():
        for name, content in given if isinstance(given, list) else [given]:
            name, _, sheet = name.partition("#")
            (data / name).write_bytes(content)
            key = f", sheet: '{sheet.removeprefix('sheet=')}'" if sheet else ""
            lines.append(f"  - {{dataset: {dataset}, file: data/{name}{key}, title: {{sv: {dataset}, en: {dataset}}}, updated: 2026-06-30}}")
    (folder / "sources.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
