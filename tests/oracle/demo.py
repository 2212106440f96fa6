"""Every number on the pages of a region with reviews."""
from edition import area_tables, compare_area_row, compare_bar, compare_segments
from pages import Table, filled, grade_counts, tables_with
from region_figures import AREAS

# What has been published about round 2019-2022; these stand here as they are to be read on the page.
PUBLISHED_MEANS = dict(zip(AREAS, ("3,98", "3,97", "3,40", "3,73", "3,37", "3,79", "3,17", "2,98")))
PUBLISHED_D_BEFORE = {"C": 43, "E": 21, "D": 19, "G": 15}
PUBLISHED_COUNTS = ("181", "85", "20", "65")  # reviewed, with a D, with a D after plans, plans


def without_d(group, key):
    share = group[key]
    return share[1] - share[0]


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
        compare_bar(compared, f"{edition.language} bar {area}", bar, computed["now"]["region"]["areas"][area])
    lists = {child.text(): facts for child, facts in zip(page.all("h3"), page.all("dl", "facts"))}
    for name, selection in computed["rounds"].items():
        region = selection["region"]
        expected = [region["reviewed"], without_d(region, "followed_at_review"), without_d(region, "follows"), region["plans_received"]]
        compared.same(f"{edition.language} round {name}", [dd.text() for dd in lists[name].all("dd")],
                      [edition.numbers.whole(n) for n in expected])


def plan_words(edition, state):
    key = {"late": "plan.late", "awaited": "plan.awaited", "received": "plan.undecided"}[state["plan"]]
    key = "plan.accepted" if state["status"] == "action_planned" else key
    if state["plan"] == "awaited" and not state["plan_due"]:
        key = "plan.report_awaited"
    return filled(edition.texts[key], date=state.get("plan_due"))


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
    open_units = {key: state for key, state in computed["units"].items() if state["status"] == "action_required" and state["current"]}
    heads = [edition.word(f"page.{key}") for key in ("unit", "forum", "reviewed", "plan")]
    shown = [[cell.text() for cell in row[2:]] for table in tables_with(page, *heads) for row in table.rows]
    expected = [[state["review_date"] + " " + edition.age(state["age_months"]), plan_words(edition, state)] for state in open_units.values()]
    compared.same(f"{edition.language} units with an open D", sorted(shown), sorted(expected))
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
            compare_bar(compared, where + " chart", row[1].one("svg"), figures)
        d_before, d_now = (computed["now"]["region"]["areas"][area][key][3] for key in ("initial", "current"))
        key = ("area.lead_no_d" if d_before == 0 else "area.lead_unchanged" if d_before == d_now
               else "area.lead_all_lifted" if d_now == 0 else "area.lead")
        compared.same(f"{edition.language} lead of {area}", page.one("p", "lead").text(), filled(edition.texts[key], d_before, now=d_now))
        reached = edition.share(computed["now"]["region"]["areas"][area]["at_reference"])
        compared.same(f"{edition.language} reached in {area}", filled(edition.texts["area.reached"], share=reached) in page.text(), True)
        below = {(names[key], state["grades"][area], state["review_date"], plan_words(edition, state) if state["grades"][area][0] == "D" else "")
                 for key, state in computed["units"].items() if state["current"] and state["grades"][area][1] in "CD"}
        heads_below = [edition.word(f"page.{key}") for key in ("unit", "forum", "grade", "reviewed", "plan")]
        shown = {(row[0].text(), *shown_grades([row[2]]), row[3].text(), row[4].text())
                 for found in tables_with(page, *heads_below) for row in found.rows}
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
    units_table(edition, edition.page("enheter.html"), computed, units, compared)


def units_table(edition, page, computed, units, compared):
    table = Table(page.one("table", "units"))
    by_name = {unit["name"]: unit["unit_id"] for unit in units if computed["units"][unit["unit_id"]]["current"]}
    compared.same(f"{edition.language} {table.caption}", sorted(row[0].one("a").text() for row in table.rows), sorted(by_name))
    towns = {unit["name"]: unit["municipality"] for unit in units}
    for row in table.rows:
        name = row[0].one("a").text()
        state, where = computed["units"][by_name[name]], f"{edition.language} {table.caption} {name}"
        compared.same(where + " municipality", row[0].one("small").text(), towns[name])
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
                                                 date=state["next_due"]) if state["current"] else None
    return expected


def unit_pages(edition, computed, units, reviews, compared):
    for unit in units:
        key = unit["unit_id"]
        page, state = edition.page(f"enhet/{key.lower()}.html"), computed["units"][key]
        own = sorted((review for review in reviews if review["unit_id"] in state["lineage"]), key=lambda review: review["review_date"])
        where = f"{edition.language} {key}"
        compared.same(where + " name", page.one("h1").text(), unit["name"])
        compared.same(where + " status", page.one("p", "status").text(),
                      edition.word("status." + state["status"] if state["current"] else "unit.former"))
        rows_ = page.one("table", "unit-areas").one("tbody").all("tr")
        compared.same(where + " grades", shown_grades([row.one("td", "g") for row in rows_]), [state["grades"][area] for area in AREAS])
        for area, row in zip(AREAS, rows_):
            counts = computed["now"]["region"]["areas"][area]["current"]
            compared.same(f"{where} region in {area}", grade_counts(row.one("svg").attributes["aria-label"]), counts)
            compare_segments(compared, f"{where} bar of the region in {area}", row.one("svg").all("rect"), counts)
        facts = {item.one("dt").text(): item.one("dd").text() for found in page.all("dl", "facts") for item in found.all("div")}
        for label, value in unit_facts(edition, unit, state).items():
            compared.same(f"{where} {label}", facts.get(label), value)
        if len(own) > 1:
            history = [row for table in map(Table, page.all("table")) if table.headings[2:] == list(AREAS) for row in table.rows]
            compared.same(where + " history", {row[0].text()[:10]: shown_grades(row[2:]) for row in history},
                          {r["review_date"]: [r[a] + r[a + "_current"] for a in AREAS] for r in own})


def forum_pages(edition, computed, units, compared):
    for key in edition.forums:
        page, own = edition.page(f"forum/{key}.html"), [
            unit for unit in units if unit["forum"] == key and computed["units"][unit["unit_id"]]["current"]]
        units_table(edition, page, computed, own, compared)
        for area, bar in zip(AREAS, page.one("ol", "bars").all("svg", "bar")):
            compare_bar(compared, f"{edition.language} {key}, bar {area}", bar, computed["now"]["forums"][key]["areas"][area])
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
