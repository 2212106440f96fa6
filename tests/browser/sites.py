"""Builds the example sites and says which page shows which kind. A page that no name below knows is a kind of its own, so that
a new page is tested from its first day."""
import pathlib
import re
import shutil
import subprocess
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).absolute().parents[2]
NAMES = {
    "index": "overview", "enheter": "units", "omraden": "areas", "forum": "forums", "metod": "method", "tillganglighet": "accessibility",
    "enkater": "survey", "krav": "requirements", "publicerat": "published", "atgarder": "measures", "register": "register",
    "kalender": "calendar", "goda-exempel": "examples", "teman": "themes",
    "indikatorer": "indicators", "sma-grupper": "small-groups",
    "tackning": "deliveries", "andringar": "since", "om": "about", "status": "status", "sok": "search", "jamfor": "compare", "mote": "meeting",
}
FOLDERS = {"enhet": "unit", "omrade": "area", "indikator": "indicator", "mote": "meeting-forum", "plan": "plan", "kalender": "calendar-forum", "stil": "components", "embed": "embed"}
# Kinds of one template that differ in what they show: folder, what the page must hold.
SPECIAL = [
    ("unit-history", "enhet", re.compile(r'id="historik"')),
    ("unit-lifted", "enhet", re.compile(r"D→")),
    ("unit-late", "enhet", re.compile(r'<li class="late"')),
    ("indicator-series", "indikator", re.compile(r'id="utveckling".*id="raknas"', re.S)),
    ("indicator-roles", "indikator", re.compile(r'id="roller"')),
    ("indicator-units", "indikator", re.compile(r'<ul class="names">')),
    ("indicator-own", "indikator", re.compile(r'id="egna-tal"')),
    ("embed-table", "embed", re.compile(r"<details open>")),
    ("embed-series", "embed", re.compile(r'class="series"')),
    ("embed-grades", "embed", re.compile(r'<b class="g[a-d]">')),
    ("unit-answers", "enhet", re.compile(r'id="svar".*<h3>', re.S)),
]
ENGLISH = ("overview", "unit")


@dataclass(frozen=True)
class Kind:
    site: str
    name: str
    path: str  # inside the site
    file: pathlib.Path

    @property
    def title(self):
        return f"{self.site}/{self.name}"


def build(program, site, out):
    """Builds content/sites/<site> into `out`, each chart a page too; what the program said when it could not is the error."""
    command = [program, "build", str(ROOT / "content/sites" / site), "--out", str(out), "--embed"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if done.returncode != 0:
        raise SystemExit(f"{program} could not build {site}:\n{done.stderr}{done.stdout}")
    return out


def reports(program, folder):
    """Pages of data quality reports: of a site with faults, and of demo, whose table of coverage is long."""
    kinds = []
    for site, where, pages in (("faulty-data", "tests/golden/faulty-data/input", {"report": "index", "report-file": "fil-reviews"}),
                               ("demo", "content/sites/demo", {"coverage": "tackning"})):
        out = folder / "reports" / site
        done = subprocess.run([program, "check", where, "--report", str(out)], capture_output=True, text=True, cwd=ROOT)
        if not (out / "index.html").is_file():
            raise SystemExit(f"{program} made no report on {site}:\n{done.stderr}{done.stdout}")
        kinds += [Kind(f"reports/{site}", name, f"{page}.html", out / f"{page}.html") for name, page in pages.items()]
    return kinds


def sheets(program, folder):
    """Of the sheets that units look through before publishing: the longest, and the list of all."""
    out = folder / "reports/sheets"
    done = subprocess.run([program, "preview-pack", "content/sites/demo", "--out", str(out), "--answer-by", "2026-08-31"],
                          capture_output=True, text=True, cwd=ROOT)
    if done.returncode != 0:
        raise SystemExit(f"{program} made no sheets:\n{done.stderr}{done.stdout}")
    pages = {"sheets": out / "index.html", "sheet": max(out.glob("enhet/*.html"), key=lambda page: (page.stat().st_size, page.name))}
    return [Kind("reports/sheets", name, page.relative_to(out).as_posix(), page) for name, page in pages.items()]


def comparison(program, folder):
    """The page of `lagesbild diff` between demo, as built in `folder`, and what it becomes when some of its rows are others."""
    site, data = folder / "changed-site", folder / "changed-site/data"
    shutil.copytree(ROOT / "content/sites/demo", site)
    with (site / "site.yaml").open("a", encoding="utf-8") as yaml:
        yaml.write(f"\ncommon: {ROOT / 'content/common'}\ntemplates: {ROOT / 'templates'}\n")
    for name, pattern, instead in (("reviews.csv", r"^(R1-001;.*);;;A;A;D;", r"\1;2022-01-10;;A;A;C;"), ("units.csv", r";6920;", ";7120;"),
                                   ("annual_reports_2026.csv", r"^(FK\d+;2026;)ja;", r"\1nej;"), ("measures_2026.csv", r"\n[^\n]*\Z", "")):
        text = (data / name).read_text("utf-8").rstrip("\n")
        (data / name).write_text(re.sub(pattern, instead, text, flags=re.M) + "\n", "utf-8")
    after, page = folder / "changed", folder / "reports/changes"
    for command in (["build", site, "--out", after], ["diff", folder / "demo", after, "--out", page]):
        done = subprocess.run([program, *map(str, command)], capture_output=True, text=True, cwd=ROOT)
        if done.returncode != 0:
            raise SystemExit(f"{program} {command[0]} failed:\n{done.stderr}{done.stdout}")
    return [Kind("reports/changes", "changes", "index.html", page / "index.html")]


def languages(folder):
    """The folders of the languages after the first: those that hold an index.html of their own."""
    return sorted(index.parent.name for index in folder.glob("*/index.html"))


def _special(folder, pages):
    """The fullest page of each special kind, no page twice."""
    found = {}
    for name, where, pattern in SPECIAL:
        left = [page for page in pages if where == folder.name and page not in found.values()]
        fitting = [page for page in left if pattern.search(page.read_text("utf-8"))]
        if fitting:
            found[name] = max(fitting, key=lambda page: (page.stat().st_size, page.name))
    return found


def _of_language(site, folder, prefix):
    kinds = {}
    for page in sorted((folder / prefix).glob("*.html")):
        kinds[NAMES.get(page.stem, page.stem)] = page
    for sub in sorted(path for path in (folder / prefix).iterdir() if path.is_dir() and not (path / "index.html").exists()):
        pages = sorted(sub.glob("*.html"))
        special = _special(sub, pages)
        if pages:
            kinds[FOLDERS.get(sub.name, sub.name)] = next((page for page in pages if page not in special.values()), pages[0])
        kinds.update(special)
    return [Kind(site, name, page.relative_to(folder).as_posix(), page) for name, page in kinds.items()]


def kinds(site, folder):
    """One page of every kind: all in the first language; of demo, the overview and a unit in the others."""
    found = _of_language(site, folder, "")
    for language in languages(folder):
        for kind in _of_language(site, folder, language):
            if site == "demo" and kind.name in ENGLISH:
                found.append(Kind(site, f"{kind.name}-{language}", kind.path, kind.file))
    return found
