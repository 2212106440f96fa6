#!/usr/bin/env python3
"""Whole sites for each of the three audiences: what a class forbids is in no byte of them, and what it allows is there.

usage: run.py --program PATH [CASE...]

A made-up region has a value of its own in every field that can hold one. Each field is then given the narrowest class in turn, and the
site of a wider audience is searched: pages, files, and their names.
"""
import html
import json
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program_tests import ROOT, Tally, arguments, contents, run, temporary_folder  # noqa: E402

AUDIENCES = ("open", "intranet", "management")

# dataset -> rows of the made-up region; its first unit and its first row hold the values that are looked for.
ROWS = {
    "units": [
        {"unit_id": "zq-unit", "name": "Zqname vårdcentral", "kind": "zqkind", "forum": "norr", "municipality": "Zqmunicipality",
         "ownership": "offentlig", "provider": "Zqprovider", "listed_patients": "87653", "specialists": "573", "specialist_percent": "7319",
         "st_doctors": "579", "supervisors": "683", "supervisors_trained_5y": "671", "manager_since": "1987", "valid_from": "1986-03-21",
         "predecessor": "zq-before", "aliases": "Zqalias"},
        {"unit_id": "zq-before", "name": "Gamla vårdcentralen", "kind": "vårdcentral", "forum": "norr", "valid_to": "1986-03-20"},
        *({"unit_id": f"E{n}", "name": f"Enhet {n}", "kind": "vårdcentral", "forum": "norr" if n % 2 else "soder",
           "municipality": "Ort", "ownership": "offentlig" if n % 3 else "privat", "provider": "Regionen", "listed_patients": str(3000 + n),
           "specialists": "4", "specialist_percent": "300", "st_doctors": "3", "supervisors": "4", "supervisors_trained_5y": "2",
           "manager_since": "2020"} for n in range(8))],
    "reviews": [
        {"review_id": "ZQREVIEW", "unit_id": "zq-unit", "framework": "spur-2018", "review_date": "2025-02-11", "visit": "on_site",
         **dict(zip("ABCDEFGH", "AADAABAB")), "plan_received": "2025-03-19", "decided_on": "2025-06-23", "reference": "Zqreference",
         "url": "https://example.org/zqurl", **{f"{area}_current": grade for area, grade in zip("ABCDEFGH", "AACAABAB")}},
        *({"review_id": f"R{n}", "unit_id": f"E{n}", "framework": "spur-2018", "review_date": f"2024-1{n % 3}-0{n + 1}", "visit": "digital",
           **dict(zip("ABCDEFGH", "ABAABCAA")), **{f"{area}_current": grade for area, grade in zip("ABCDEFGH", "ABAABCAA")}}
          for n in range(8))],
    "statements": [{"statement": "expectations_met", "area": "", "sv": "Zqstatement sv.", "en": "Zqstatement en."}],
    "benchmarks": [{"statement": "expectations_met", "answer": "agree", "group": "region", "period": "2019-2022", "value": "80", "n": "4763",
                    "source": "Zqbenchmark"}],
    "published_aggregates": [{"area": "A", "n": "181", "mean": "3,98", "sd": "0,22", "source": "Zqaggregate", "page": "7331"}],
    "published_counts": [{"measure": "reviews", "area": "", "value": "7561", "source": "Zqcount"}],
    "measures": [{"plan": "zqplan", "number": "77.31", "heading_sv": "Zqheading sv", "heading_en": "Zqheading en", "title_sv": "Zqtitle sv.",
                  "title_en": "Zqtitle en.", "owner_sv": "Zqowner sv", "owner_en": "Zqowner en", "status": "started", "due": "2027-04-13",
                  "followed_up": "2025-08-19", "note_sv": "Zqnote sv.", "note_en": "Zqnote en.", "evidence": "Zqevidence",
                  "figures": "Zqfigures"}],
    "events": [{"date": "2021-04-29", "text_sv": "Zqevent sv.", "text_en": "Zqevent en.", "areas": ""}],
}
# What is looked for. A word stands anywhere; a number or a date stands by itself in what a reader reads.
LOOKED_FOR = {(dataset, field): value for dataset, rows in ROWS.items() for field, value in rows[0].items()
              if value.lower().startswith(("zq", "https")) or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)
              or re.fullmatch(r"[0-9.]+", value) and (len(value) > 3 or dataset == "units")}
REFERENCES = {("units", "predecessor"), ("reviews", "unit_id")}  # the same ids stand in the register
SITE = """id: prov
region: {sv: Provregionen, en: Test Region}
introduction: {sv: "Vad ser vem?", en: "Who sees what?"}
fictional: ja
notice: {sv: Allt är påhittat., en: Everything is made up.}
as_of: 2026-06-30
languages: [sv, en]
framework: spur-2018
rounds: [{id: 2024–2026, from: 2024-09-01, to: 2026-12-31}]
forums: [{id: norr, sv: Norr, en: North}, {id: soder, sv: Söder, en: South}]
contact: {sv: Ingen svarar., en: Nobody answers.}
accessibility: {assessed_on: 2026-05-04, method: self_assessment, conformance: full, report_to: {sv: växeln, en: the switchboard}}
"""
POLICY = """smallest_group: 5
smallest_group_to_judge: 8
about_persons: []
decided_by: {sv: Rådet, en: The council}
decided_on: 2026-01-15
reason: {sv: Ett prov., en: A test.}
"""


def make_site(folder):
    """content/ with the made-up region in sites/prov, and templates/ beside it."""
    shutil.copytree(ROOT / "content/common", folder / "content/common")
    (folder / "templates").symlink_to(ROOT / "templates")
    site = folder / "content/sites/prov"
    (site / "data").mkdir(parents=True)
    (site / "site.yaml").write_text(SITE, encoding="utf-8")
    (site / "disclosure.yaml").write_text(POLICY, encoding="utf-8")
    sources = "sources:\n"
    for dataset, rows in ROWS.items():
        fields = list(rows[0]) + (["valid_to"] if dataset == "units" else [])
        lines = [";".join(fields), *(";".join(row.get(field, "") for field in fields) for row in rows)]
        (site / f"data/{dataset}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        sources += f"  - {{dataset: {dataset}, file: data/{dataset}.csv, title: {{sv: Källa, en: Source}}, updated: 2026-06-01}}\n"
    (site / "sources.yaml").write_text(sources, encoding="utf-8")
    return site


def classes(dataset):
    """{field: class} of a description, the fields of areas by their letters."""
    found, name = {}, ""
    for line in (ROOT / f"content/common/datasets/{dataset}.yaml").read_text(encoding="utf-8").splitlines():
        if match := re.match(r'  - name: "?([^"]+)"?$', line):
            name = match[1]
        if match := re.match(r"    class: (\w+)", line):
            for area in "ABCDEFGH" if "{area}" in name else ("",):
                found[name.replace("{area}", area)] = match[1]
    return found


def reclass(common, dataset, field, audience):
    """Gives a field another class; the text before, to be put back."""
    path = common / f"datasets/{dataset}.yaml"
    before = path.read_text(encoding="utf-8")
    pattern = re.compile(rf'(  - name: "?{re.escape(field)}"?\n(?:(?!  - name:).*\n)*?    class: )\w+')
    changed, count = pattern.subn(rf"\g<1>{audience}", before)
    assert count == 1, (dataset, field)
    path.write_text(changed, encoding="utf-8")
    return path, before


def build(program, folder, audience, out):
    done = run(program, "build", folder / "content/sites/prov", "--out", out, "--audience", audience, cwd=folder)
    if done.returncode != 0:
        return None, [*done.stderr.splitlines()[:10], f"exit {done.returncode}"]
    files = contents(out)
    shutil.rmtree(out)
    return files, []


def read(path, data):
    """What a reader of the file reads: of a page or a picture the text between the tags and the labels of pictures, without blanks in numbers."""
    text = data.decode("utf-8", "replace")
    if path.endswith((".html", ".svg")):
        labels = " ".join(re.findall(r'(?:aria-label|title)="([^"]*)"', text))
        text = html.unescape(re.sub(r"<[^>]*>", " ", text.split("</head>", 1)[-1]) + " " + labels)
    return re.sub(r"(?<=[0-9])[\u00a0,](?=[0-9]{3}\b)", "", text)


def holds(files, value):
    """The paths of the files that hold it. Checksums and places in a picture may hold any digits and are not looked at."""
    word = not re.fullmatch(r"[0-9.-]+", value)
    found = []
    for path, data in files.items():
        if (ROOT / "templates" / path).is_file():  # what ships
            continue
        if word:
            if value.lower().encode() in data.lower() or value.lower() in path.lower():
                found.append(path)
        elif not path.endswith(".json") and re.search(rf"(?<![0-9A-Fa-f.–-]){re.escape(value)}(?![0-9A-Fa-f-]|\.[0-9])", read(path, data)):
            found.append(path)
    return found


def obeys_shipped_classes(sites):
    problems = []
    for (dataset, field), value in LOOKED_FOR.items():
        own = classes(dataset)[field]
        for audience in AUDIENCES:
            allowed = AUDIENCES.index(own) <= AUDIENCES.index(audience)
            found = holds(sites[audience], value)
            if allowed != bool(found):
                problems.append(f"{dataset}.{field} ({own}), site for {audience}: {found[:3] or 'nowhere'}")
    return problems


def obeys_any_class(program, folder):
    """Each field for management only: the site for the intranet lacks it."""
    problems = []
    for (dataset, field), value in LOOKED_FOR.items():
        path, before = reclass(folder / "content/common", dataset, field, "management")
        files, complaints = build(program, folder, "intranet", folder / "out")
        path.write_text(before, encoding="utf-8")
        if complaints:
            problems += [f"{dataset}.{field}:", *complaints]
        elif (dataset, field) not in REFERENCES and (found := holds(files, value)):
            problems.append(f"{dataset}.{field} is still in {found[:3]}")
    return problems


def grades_for_few(program, folder):
    """Grades for management only: no page of the intranet shows one, and none is counted but by indicators."""
    problems = []
    for field, counted in (("{area}", "d_at_review_"), ("{area}_current", "grade_")):
        path, before = reclass(folder / "content/common", "reviews", field, "management")
        files, complaints = build(program, folder, "intranet", folder / "out")
        path.write_text(before, encoding="utf-8")
        if complaints:
            problems += complaints
            continue
        problems += [f"{field}: {path}" for path in files if re.search(r"(^|/)(enhet|omrade|forum)/", path)]
        heading = files["data/reviews.csv"].decode("utf-8-sig").splitlines()[0].split(";")
        gone = field.replace("{area}", "C")
        if gone in heading or "review_date" not in heading:
            problems.append(f"reviews.csv holds {heading}")
        cells = files["data/indicator_values.csv"].decode("utf-8-sig").splitlines()
        problems += [line for line in cells if line.startswith((counted, "follows_")) and ";unit;" in line][:3]
    return problems


def indicators_for_few(program, folder):
    """An indicator for management only is in no byte of the intranet's site."""
    problems = []
    for name in ("late_plans", "grade_c_now", "listed_patients_3000"):
        path = folder / f"content/common/indicators/{name}.yaml"
        before = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"^class: \w+", "class: management", before, flags=re.M), encoding="utf-8")
        files, complaints = build(program, folder, "intranet", folder / "out")
        path.write_text(before, encoding="utf-8")
        problems += complaints or [f"{name} is in {found}" for found in holds(files, name)]
    return problems


def audiences_nest(program, site, least):
    """The report of the program says so too, and tells of something more for each wider audience."""
    done = run(program, "audiences", site, "--json")
    if done.returncode != 0:
        return [*done.stderr.splitlines()[:10], f"exit {done.returncode}"]
    told = json.loads(done.stdout)
    problems = [f"{more['than']} sees what {more['audience']} does not: {more['only_for_the_narrower']}"
                for more in told["more"] if more["only_for_the_narrower"]]
    counts = [one["values"] for one in told["audiences"]]
    if counts != sorted(counts) or counts[0] < least:
        problems.append(f"values by audience: {counts}")
    return problems


def agrees_with_the_sites(program, folder, sites):
    """The report is about what is really built."""
    done = run(program, "audiences", folder / "content/sites/prov", "--json", cwd=folder)
    problems = [] if done.returncode == 0 else [*done.stderr.splitlines()[:10]]
    for one in json.loads(done.stdout)["audiences"] if not problems else ():
        files = sites[one["audience"]]
        pages = sum(path.endswith(".html") and not path.startswith("en/") for path in files)
        if pages != one["pages"]:
            problems.append(f"{one['audience']}: {pages} pages, told of as {one['pages']}")
        for table in one["files"]:
            heading = files[f"data/{table['dataset']}.csv"].decode("utf-8-sig").splitlines()[0].split(";")
            if heading != table["fields"]:
                problems.append(f"{one['audience']}, {table['dataset']}: {heading}, told of as {table['fields']}")
    return problems


def says_for_whom(sites):
    words = {"open": None, "intranet": "För intranätet", "management": "För ledningen"}
    problems = []
    for audience, files in sites.items():
        for path, data in files.items():
            if not path.endswith(".html") or path.startswith("en/"):
                continue
            head = data.decode().split("</header>", 1)[0]
            said = [word for word in words.values() if word and word in head]
            if said != [word for word in (words[audience],) if word]:
                problems.append(f"{audience}: {path} says {said}")
        for name, at in (("release.json", lambda found: found), ("data/datapackage.json", lambda found: found["lagesbild"])):
            if at(json.loads(files[name]))["audience"] != audience:
                problems.append(f"{audience}: {name}")
    return problems[:10]


def main():
    given = arguments(__doc__)
    tally = Tally()
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        make_site(folder)
        sites, complaints = {}, []
        for audience in AUDIENCES:
            sites[audience], seen = build(given.program, folder, audience, folder / "out")
            complaints += seen
        tally.case("a site is whole for each audience", complaints)
        if not complaints:
            cases = {
                "a page says for whom it is": lambda: says_for_whom(sites),
                "a field is shown to those in its class and nobody else": lambda: obeys_shipped_classes(sites),
                "a field for few is in no byte of a site for more": lambda: obeys_any_class(given.program, folder),
                "grades for few take their pages along": lambda: grades_for_few(given.program, folder),
                "an indicator for few is in no byte of a site for more": lambda: indicators_for_few(given.program, folder),
                "the report of audiences is about what is built": lambda: agrees_with_the_sites(given.program, folder, sites),
                "a wider audience sees all that a narrower does": lambda: audiences_nest(given.program, ROOT / "content/sites/demo", 1000),
            }
            for case, check in cases.items():
                if not given.only or case in given.only:
                    tally.case(case, check())
    tally.finish()


if __name__ == "__main__":
    main()
