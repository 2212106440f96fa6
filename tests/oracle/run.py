#!/usr/bin/env python3
"""Builds the sites demo and stockholm and compares every number a reader sees with one computed here, from the raw files.

usage: run.py --program PATH

region_figures.py computes, pages.py reads the finished pages; neither knows the generator. The words around the numbers come from
content/common/text, so that they may change.
"""
import csv
import datetime as dt
import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import plain_yaml  # noqa: E402
from pages import Numbers, Table, filled, grade_counts, read_page, tables_with  # noqa: E402
from program_tests import ROOT, Tally, arguments, run, temporary_folder  # noqa: E402
from region_figures import AREAS, GRADES, age_in_months, later, rows, two_decimals  # noqa: E402

SITES = ROOT / "content/sites"
# What has been published about round 2019-2022; these stand here as they are to be read on the page.
PUBLISHED_MEANS = dict(zip(AREAS, ("3,98", "3,97", "3,40", "3,73", "3,37", "3,79", "3,17", "2,98")))
PUBLISHED_D_BEFORE = {"C": 43, "E": 21, "D": 19, "G": 15}
PUBLISHED_COUNTS = ("181", "85", "20", "65")  # reviewed, with a D, with a D after plans, plans


class Compared:
    """Collects what differs, and counts, so that comparing nothing is a failure."""

    def __init__(self):
        self.count, self.problems = 0, []

    def same(self, where, seen, expected):
        self.count += 1
        if seen != expected:
            self.problems.append(f"{where}: the page says {seen!r}, computed {expected!r}")

    def run(self, check, *values):
        """A page that has another form than expected is a failure, not the end."""
        try:
            check(*values, self)
        except (LookupError, ValueError, OSError) as problem:
            self.problems.append(f"{type(problem).__name__} in {check.__name__}: {problem}")
        return self

    def report(self, tally, name, least):
        if self.count < least:
            self.problems.append(f"only {self.count} comparisons were made, expected at least {least}")
        more = len(self.problems) - 20
        tally.case(f"{name}: {self.count} comparisons", self.problems[:20] + ([f"and {more} more"] if more > 0 else []))


class Edition:
    """The pages of a site in one language, and how that language says things."""

    def __init__(self, out, language, site):
        self.folder = out if language == "sv" else out / language
        self.language = language
        self.texts = plain_yaml.flat(plain_yaml.parse((ROOT / f"content/common/text/{language}.yaml").read_text(encoding="utf-8")))
        self.numbers = Numbers(language, self.texts)
        yaml = (SITES / site / "site.yaml").read_text(encoding="utf-8")
        self.forums = {match[1]: match[3 if language == "en" else 2] for match in
                       re.finditer(r"- \{id: ([a-z]+), sv: ([^,}]+), en: ([^,}]+)\}", yaml)}
        self.region = re.search(r"^region: \{sv: ([^,}]+), en: ([^,}]+)\}", yaml, re.M)[1 if language == "sv" else 2]

    def page(self, path):
        return read_page(self.folder / path)

    def word(self, key):
        return self.texts[key]

    def share(self, pair):
        return self.numbers.percent(*pair)

    def age(self, months):
        if months < 1:
            return self.texts["age.under_a_month"]
        return filled(self.texts["age.months"], months) if months < 24 else filled(self.texts["age.years"], months // 12)


def without_d(group, key):
    share = group[key]
    return share[1] - share[0]


def compare_area_row(compared, edition, where, row, figures):
    """initial, current, reached, mean, sd as the tables of areas show them"""
    initial, current, reached, mean, sd = row
    compared.same(f"{where} before", grade_counts(initial), figures["initial"])
    compared.same(f"{where} now", grade_counts(current), figures["current"])
    compared.same(f"{where} reached", reached, edition.share(figures["at_reference"]))
    if mean is not None:
        compared.same(f"{where} mean", mean, edition.numbers.points(figures["mean_rounded"]))
        compared.same(f"{where} sd", sd, edition.numbers.points(figures["sd_rounded"]))


def area_tables(edition, page):
    heads = [edition.word(f"page.{key}") for key in ("area", "at_review", "now", "reached", "mean", "sd")]
    return tables_with(page, *heads)


def overview_areas(edition, computed, compared):
    """The present state, then each round; bars, tables, and the four numbers of a round."""
    page = edition.page("index.html")
    selections = [computed["now"], *computed["rounds"].values()]
    tables = area_tables(edition, page)
    compared.same("tables of areas", len(tables), len(selections))
    for table, selection in zip(tables, selections):
        compared.same(f"{table.caption} rows", [row[0].text()[0] for row in table.rows], list(AREAS))
        for area, row in zip(AREAS, table.rows):
            where = f"{edition.language} overview, {table.caption}, {area}"
            compare_area_row(compared, edition, where, [cell.text() for cell in row[1:]], selection["region"]["areas"][area])
    bars = page.one("ol", "bars").all("svg", "bar")
    compared.same("bars", len(bars), len(AREAS))
    for area, bar in zip(AREAS, bars):
        figures = computed["now"]["region"]["areas"][area]
        compared.same(f"{edition.language} bar {area}", grade_counts(bar.attributes["aria-label"]), figures["initial"] + figures["current"])
    lists = {child.text(): page.all("dl", "facts")[i] for i, child in enumerate(page.all("h3"))}
    for name, selection in computed["rounds"].items():
        region = selection["region"]
        expected = [region["reviewed"], without_d(region, "followed_at_review"), without_d(region, "follows"), region["plans_received"]]
        compared.same(f"{edition.language} round {name}", [dd.text() for dd in lists[name].all("dd")],
                      [edition.numbers.whole(n) for n in expected])


def overview_state(edition, computed, compared):
    page, region, say = edition.page("index.html"), computed["now"]["region"], edition.numbers.whole
    open_d = without_d(region, "follows")
    lead = filled(edition.texts["overview.lead"], region["reviewed"], n=say(region["reviewed"]), follows=say(region["follows"][0]),
                  share=edition.share(region["follows"]))
    lead += " " + filled(edition.texts["overview.lead_open"], open_d) + " " + filled(edition.texts["overview.lead_late"], region["plans_late"])
    compared.same(f"{edition.language} lead", page.one("p", "lead").text(), lead)
    figures = [item.one("strong").text() for item in page.one("ul", "figures").all("li")]
    compared.same(f"{edition.language} key figures", figures,
                  [edition.share(region["follows"]), say(open_d), say(region["plans_late"]), say(region["overdue"])])
    details = [item.one("small").text() for item in page.one("ul", "figures").all("li")]
    compared.same(f"{edition.language} share before plans", details[0],
                  filled(edition.texts["overview.follows_detail"], share=edition.share(region["followed_at_review"])))
    compared.same(f"{edition.language} plans awaited", details[1], filled(edition.texts["overview.open_detail"], region["plans_awaited"]))
    ages = [row.one("span").text() for row in page.one("table", "ages").one("tbody").all("tr")]
    compared.same(f"{edition.language} ages", ages, [say(n) for n in region["ages"]])


def overview_groups(edition, computed, compared):
    heads = [edition.word(f"page.{key}") for key in ("group", "reviewed_units", "followed", "follows", "open", "late", "overdue")]
    tables = tables_with(edition.page("index.html"), *heads)
    compared.same("tables of groups", len(tables), 1)
    owners = {edition.word("ownership.public"): "offentlig", edition.word("ownership.private"): "privat"}
    groups = {name: computed["now"]["forums"][key] for key, name in edition.forums.items()}
    groups |= {name: computed["now"]["ownership"][key] for name, key in owners.items()}
    compared.same("groups", [row[0].text() for row in tables[0].rows], list(groups))
    for row in tables[0].rows:
        group, say = groups[row[0].text()], edition.numbers.whole
        compared.same(f"{edition.language} group {row[0].text()}", [cell.text() for cell in row[1:]],
                      [say(group["reviewed"]), edition.share(group["followed_at_review"]), edition.share(group["follows"]),
                       say(without_d(group, "follows")), say(group["plans_late"]), say(group["overdue"])])


def area_pages(edition, computed, units, compared):
    heads = [edition.word(f"page.{key}") for key in ("group", "distribution", "reached", "at_review", "now")]
    owners = {edition.word("ownership.public"): "offentlig", edition.word("ownership.private"): "privat"}
    names = {unit["unit_id"]: unit["name"] for unit in units}
    for area in AREAS:
        page = edition.page(f"omrade/{area.lower()}.html")
        groups = {edition.region: computed["now"]["region"]}
        groups |= {name: computed["now"]["forums"][key] for key, name in edition.forums.items()}
        groups |= {name: computed["now"]["ownership"][key] for name, key in owners.items()}
        groups |= {name: selection["region"] for name, selection in computed["rounds"].items()}
        table = tables_with(page, *heads)[0]
        compared.same(f"groups of {area}", [row[0].text() for row in table.rows], list(groups))
        for row in table.rows:
            where, figures = f"{edition.language} {area}, {row[0].text()}", groups[row[0].text()]["areas"][area]
            compare_area_row(compared, edition, where, [row[3].text(), row[4].text(), row[2].text(), None, None], figures)
            compared.same(where + " chart", grade_counts(row[1].one("svg").attributes["aria-label"]), figures["initial"] + figures["current"])
        below = {names[key] + state["grades"][area] + state["review_date"] for key, state in computed["units"].items()
                 if state["grades"][area][1] in "CD"}
        heads_below = [edition.word(f"page.{key}") for key in ("unit", "forum", "grade", "reviewed", "plan")]
        shown = set()
        for row in (row for found in tables_with(page, *heads_below) for row in found.rows):
            before = row[2].first("small")
            now = row[2].one("b").text()
            shown.add(row[0].text() + (before.text()[0] if before else now) + now + row[3].text())
        compared.same(f"{edition.language} units below the line in {area}", shown, below)


STATUSES = ("action_required", "action_planned", "action_recommended", "review_overdue", "all_met", "not_reviewed")


def shown_grades(cells):
    """["DC", "AA", ...]: initial and current, as a cell of grades shows them."""
    out = []
    for cell in cells:
        before, now = cell.first("small"), cell.one("b").text()
        out.append((before.text()[0] if before else now) + now)
    return out


def units_list(edition, computed, units, compared):
    page = edition.page("enheter.html")
    table = Table(page.one("table", "units"))
    by_name = {unit["name"]: unit["unit_id"] for unit in units}
    compared.same("units in the list", sorted(row[0].text() for row in table.rows), sorted(by_name))
    for row in table.rows:
        state, where = computed["units"][by_name[row[0].text()]], f"{edition.language} list, {row[0].text()}"
        compared.same(where + " status", row[3].text(), edition.word("status." + state["status"]))
        compared.same(where + " grades", shown_grades(row[4:12]), [state["grades"][area] for area in AREAS])
        compared.same(where + " review", row[12].text(), state["review_date"] + " " + edition.age(state["age_months"]))
        compared.same(where + " next", row[13].text(), state["next_due"])


REGISTER = (("listed_patients", "listed_patients"), ("specialists", "specialists"), ("specialist_percent", "specialist_percent"),
            ("st_doctors", "st_doctors"), ("supervisors", "supervisors"), ("supervisors_trained", "supervisors_trained_5y"))


def unit_facts(edition, unit, state):
    """Label -> value of every number and date that the lists of a unit's page show."""
    expected = {}
    for key, column in REGISTER:
        if unit[column]:
            shown = edition.numbers.whole(int(unit[column]))
            percent = key == "specialist_percent"
            expected[edition.word("register." + key)] = filled(edition.texts["register.percent_of_full_time"], n=shown) if percent else shown
    expected[edition.word("register.manager_since")] = unit["manager_since"]
    expected[edition.word("unit.review")] = filled(edition.texts["unit.review_age"], date=state["review_date"],
                                                   age=edition.age(state["age_months"]))
    expected[edition.word("unit.next")] = filled(edition.texts["unit.next_passed" if state["overdue"] else "unit.next_due"],
                                                 date=state["next_due"])
    return expected


def unit_dates(review, state):
    dates = [review["review_date"]]
    dates += [state["plan_due"]] if state["plan"] in ("late", "awaited") else []
    dates += [review["plan_received"]] if review["plan_received"] else []
    return [*dates, state["next_due"]]


def unit_pages(edition, computed, units, reviews, compared):
    for unit in units:
        key = unit["unit_id"]
        page, state = edition.page(f"enhet/{key.lower()}.html"), computed["units"][key]
        own = sorted((review for review in reviews if review["unit_id"] == key), key=lambda review: review["review_date"])
        where = f"{edition.language} {key}"
        compared.same(where + " name", page.one("h1").text(), unit["name"])
        compared.same(where + " status", page.one("p", "status").text(), edition.word("status." + state["status"]))
        rows_ = page.one("table", "unit-areas").one("tbody").all("tr")
        compared.same(where + " grades", shown_grades([row.one("td", "g") for row in rows_]), [state["grades"][area] for area in AREAS])
        for area, row in zip(AREAS, rows_):
            compared.same(f"{where} region in {area}", grade_counts(row.one("svg").attributes["aria-label"]),
                          computed["now"]["region"]["areas"][area]["current"])
        facts = {item.one("dt").text(): item.one("dd").text() for found in page.all("dl", "facts") for item in found.all("div")}
        for label, value in unit_facts(edition, unit, state).items():
            compared.same(f"{where} {label}", facts.get(label), value)
        dates = [item.attributes["datetime"] for item in page.one("ol", "steps").all("time")]
        compared.same(where + " dates", dates, unit_dates(own[-1], state))
        if "days_late" in state:
            late = filled(edition.texts["step.plan_late"], state["days_late"], n=edition.numbers.whole(state["days_late"]))
            compared.same(where + " days late", late in page.one("ol", "steps").text(), True)
        if len(own) > 1:
            history = [row for table in map(Table, page.all("table")) if table.headings[2:] == list(AREAS) for row in table.rows]
            compared.same(where + " history", {row[0].text(): shown_grades(row[2:]) for row in history},
                          {r["review_date"]: [r[a] + r[a + "_current"] for a in AREAS] for r in own})


def forum_pages(edition, computed, units, compared):
    as_of = dt.date.fromisoformat(computed["as_of"])
    horizon = later(as_of, 6).isoformat()
    for key in edition.forums:
        page, own = edition.page(f"forum/{key}.html"), [unit for unit in units if unit["forum"] == key]
        compared.same(f"units of {key}", sorted(row[0].text() for row in Table(page.one("table", "units")).rows),
                      sorted(unit["name"] for unit in own))
        due = []
        for unit in own:
            state = computed["units"][unit["unit_id"]]
            due += [(state["plan_due"], unit["name"])] if state["plan"] in ("late", "awaited") else []
            due += [(state["next_due"], unit["name"])] if state["next_due"] <= horizon else []
        heads = [edition.word(f"page.{name}") for name in ("date", "unit", "what")]
        shown = [(row[0].text(), row[1].text()) for table in tables_with(page, *heads) for row in table.rows]
        compared.same(f"{edition.language} deadlines of {key}", sorted(shown), sorted(due))
        group = computed["now"]["forums"][key]
        lead = filled(edition.texts["forum.finding"], group["reviewed"], n=edition.numbers.whole(group["reviewed"]),
                      follows=edition.numbers.whole(group["follows"][0]), share=edition.share(group["follows"]))
        compared.same(f"{edition.language} lead of {key}", page.one("p", "lead").text().startswith(lead), True)
        for area, row in zip(AREAS, area_tables(edition, page)[0].rows):
            compare_area_row(compared, edition, f"{edition.language} {key}, {area}", [cell.text() for cell in row[1:]], group["areas"][area])


def published_figures(edition, compared):
    """The figures of quality.md, literally, in Swedish."""
    page = edition.page("index.html")
    table = area_tables(edition, page)[1]
    for area, row in zip(AREAS, table.rows):
        compared.same(f"mean of {area}", row[4].text(), PUBLISHED_MEANS[area])
        if area in PUBLISHED_D_BEFORE:
            compared.same(f"D before plans in {area}", grade_counts(row[1].text())[3], PUBLISHED_D_BEFORE[area])
    compared.same("round 2019-2022", tuple(dd.text() for dd in page.all("dl", "facts")[0].all("dd")), PUBLISHED_COUNTS)


def and_list(edition, parts):
    return ", ".join(parts[:-1]) + f" {edition.word('number.and')} " + parts[-1] if len(parts) > 1 else parts[0]


def feasibility_words(edition, row, found):
    points = edition.numbers.points
    if found["combinations"] == 0:
        if "largest_sd_rounded" not in found:
            return edition.word("published.check_impossible_mean")
        return filled(edition.texts["published.check_impossible"], mean=points(row["mean"].replace(",", ".")),
                      largest=points(found["largest_sd_rounded"]))
    if found["only"]:
        parts = [f"{count}\u00a0{grade}" for count, grade in zip(found["only"], GRADES) if count]
        return filled(edition.texts["published.check_one"], grades=and_list(edition, parts))
    return filled(edition.texts["published.check_many"], found["combinations"], n=edition.numbers.whole(found["combinations"]),
                  least=found["least_d"], most=found["most_d"])


def stockholm_published(edition, computed, compared):
    data = SITES / "stockholm/data"
    published = rows(data / "published_aggregates.csv")
    d_before = {row["area"]: row["value"] for row in rows(data / "published_counts.csv") if row["measure"] == "d_before_plans"}
    heads = [edition.word("page." + key) for key in ("area", "published_n", "published_mean", "published_sd", "published_d",
                                                     "published_check", "source")]
    table = tables_with(edition.page("publicerat.html"), *heads)[0]
    compared.same("published areas", [row[0].text()[0] for row in table.rows], [row["area"] for row in published])
    for row, given in zip(table.rows, published):
        points = [edition.numbers.points(given[key].replace(",", ".")) for key in ("mean", "sd")]
        compared.same(f"{edition.language} published {given['area']}", [cell.text() for cell in row[1:6]],
                      [given["n"], *points, d_before.get(given["area"], edition.word("published.d_unknown")),
                       feasibility_words(edition, given, computed["published"][given["area"]])])


def stockholm_survey(edition, compared):
    """Tables 5-7: every share, as a dot and as a number, under the right statement."""
    data = SITES / "stockholm/data"
    wording = {row["statement"]: row[edition.language] for row in rows(data / "statements.csv")}
    given = {}
    for row in rows(data / "benchmarks.csv"):
        several = sum(one["statement"] == row["statement"] and one["group"] == row["group"] for one in rows(data / "benchmarks.csv")) > 1
        label = wording[row["statement"]] + " / " + edition.word("answer." + row["answer"]) if several else wording[row["statement"]]
        given.setdefault(label, {})[row["group"]] = int(row["value"])
    seen = {}
    for section in edition.page("enkater.html").all("section"):
        for line in section.all("tr"):
            circles = line.all("circle")
            if not circles:
                continue
            label = line.one("th").text()[2:]
            key = label if label in given else section.one("h2").text() + " / " + label
            dots = {circle.classes()[0]: circle.attributes["cx"] for circle in circles}
            values = [bold.text() for bold in line.all("td")[-1].all("b")] or [bold.text() for bold in line.all("b")[1:]]
            seen[key] = {group: int(x.rstrip("%")) for group, x in dots.items()}
            compared.same(f"{edition.language} {key}", values, [edition.share((int(x.rstrip("%")), 100)) for x in dots.values()])
    compared.same(f"{edition.language} shares", seen, given)
    for key, shares in given.items():
        compared.same(f"{edition.language} {key} by group", seen.get(key), shares)


def computed_from(data):
    done = subprocess.run([sys.executable, pathlib.Path(__file__).with_name("region_figures.py"), data], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def demo(tally, out):
    computed, data = computed_from(SITES / "demo/data"), SITES / "demo/data"
    units, reviews = rows(data / "units.csv"), rows(data / "reviews.csv")
    for language in ("sv", "en"):
        edition = Edition(out, language, "demo")
        for name, least, check, *more in (("areas and rounds", 130, overview_areas), ("state", 5, overview_state), ("groups", 11, overview_groups),
                                          ("area pages", 350, area_pages, units), ("list of units", 700, units_list, units),
                                          ("unit pages", 3000, unit_pages, units, reviews), ("forum pages", 300, forum_pages, units)):
            Compared().run(check, edition, computed, *more).report(tally, f"demo, {language}, {name}", least)
    Compared().run(published_figures, Edition(out, "sv", "demo")).report(tally, "demo, what has been published", 13)


def stockholm(tally, out):
    computed = computed_from(SITES / "stockholm/data")
    for language in ("sv", "en"):
        edition = Edition(out, language, "stockholm")
        Compared().run(stockholm_published, edition, computed).report(tally, f"stockholm, {language}, published means", 9)
        Compared().run(stockholm_survey, edition).report(tally, f"stockholm, {language}, tables 5-7", 30)


def main():
    given = arguments(__doc__)
    tally = Tally()
    with temporary_folder() as name:
        for site, check in (("demo", demo), ("stockholm", stockholm)):
            out = pathlib.Path(name) / site
            done = run(given.program, "build", SITES / site, "--out", out)
            tally.case(f"{site} is built", done.stderr + ("" if done.returncode == 0 else f"exit {done.returncode}"))
            if done.returncode == 0:
                check(tally, out)
    tally.finish()


if __name__ == "__main__":
    main()
