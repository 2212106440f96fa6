"""The register of D of the demonstration region, from its reviews and its rules, and every place that tells of it: the file to download, the
register, the unit pages, the forum pages, the meeting packs, the calendars and their files. They must agree with each other."""
import csv
import datetime as dt
import re
from collections import Counter, defaultdict

from edition import SITES
from pages import Table, filled, tables_with
from region_figures import AREAS, Register, Rules, later, plan_counts_from, rows

SITE = SITES / "demo"
TODAY = dt.date(2026, 6, 30)
LEVEL = re.compile(r"- id: (\S+)\n +when: (\S+)\n +after_days: (\d+)\n +name: \{sv: ([^,}]+), en: ([^,}]+)\}")
OPEN = ("report_awaited", "plan_awaited", "plan_late", "decision_awaited", "decision_late", "stands")
WORD = {"lifted": "lifted_to"}


def day(text):
    return dt.date.fromisoformat(text) if text else None


def iso(date):
    return date.isoformat() if date else ""


class Cases:
    def __init__(self):
        text = (SITE / "follow_up.yaml").read_text(encoding="utf-8")
        self.decision_days = int(re.search(r"^decision_days: (\d+)", text, re.M)[1])
        self.levels = [(key, when, int(days), sv.strip(), en.strip()) for key, when, days, sv, en in LEVEL.findall(text)]
        assert len(self.levels) == text.count("- id:")
        self.rules = Rules(TODAY, 3, 5, plan_counts_from(SITE))
        self.units = {unit["unit_id"]: unit for unit in rows(SITE / "data/units.csv")}
        self.reviews = rows(SITE / "data/reviews.csv")
        self.register = Register(list(self.units.values()))
        self.current = {key for key in self.units if self.register.counts(key, iso(TODAY), iso(TODAY))}
        self.rows = [row for key in self.units for row in self.of_unit(key)]

    def history(self, key):
        lineage = self.register.lineage(key)
        return sorted((review for review in self.reviews if review["unit_id"] in lineage), key=lambda review: review["review_date"])

    def of_unit(self, key):
        if key not in self.current and key in self.register.successor:
            return
        history = self.history(key)
        for number, review in enumerate(history):
            following = history[number + 1] if number + 1 < len(history) else None
            for area in AREAS:
                if review[area] == "D":
                    yield self.case(key, review, area, following)

    def case(self, key, review, area, following):
        received, decided, due = day(review["plan_received"]), day(review["decided_on"]), self.rules.plan_due(review)
        some_lifted = any(review[a] != review[a + "_current"] for a in AREAS)
        decision_due = received + dt.timedelta(self.decision_days) if received else None
        closed, step = None, None
        if review[area + "_current"] != "D":
            state, closed = "lifted", decided
        elif following:
            state, closed = "reviewed_again", day(following["review_date"])
        elif key not in self.current:
            state, closed = "unit_closed", day(self.units[key]["valid_to"])
        elif decided or some_lifted:
            state = "stands"
        elif received:
            state, step = ("decision_late" if decision_due < TODAY else "decision_awaited"), decision_due
        elif due is None:
            state = "report_awaited"
        else:
            state, step = ("plan_late" if due < TODAY else "plan_awaited"), due
        waited = received or (closed - dt.timedelta(1) if state == "reviewed_again" else closed) or TODAY
        begun = {"plan_late": due, "decision_late": decision_due, "stands": decided}.get(state)
        reached = [level for level in self.levels if level[1] == state and begun and (TODAY - begun).days >= level[2]]
        return {"unit_id": key, "review_id": review["review_id"], "review_date": review["review_date"], "area": area, "state": state,
                "plan_due": iso(due), "plan_received": review["plan_received"],
                "plan_days_late": str(max(0, (waited - due).days) if due else 0), "decided_on": review["decided_on"], "next_due": iso(step),
                "days_late": str(max(0, (TODAY - step).days) if step else 0), "level": reached[-1][0] if reached else "", "closed_on": iso(closed)}

    def latest(self):
        """Of the latest reviews of the units of today."""
        last = {key: history[-1]["review_id"] for key in self.current if (history := self.history(key))}
        return [row for row in self.rows if last.get(row["unit_id"]) == row["review_id"]]

    def due(self, keys, until):
        """(day, name) of each step of these units, once for all areas."""
        found = {(row["next_due"], self.units[row["unit_id"]]["name"], row["unit_id"], "step") for row in self.rows
                 if row["next_due"] and row["unit_id"] in keys}
        for key in keys:
            history = self.history(key)
            if history:
                found.add((iso(later(day(history[-1]["review_date"]), 60)), self.units[key]["name"], key, "review"))
        return sorted((date, name) for date, name, _, _ in found if date <= iso(until))


def counted(cases):
    by = Counter("open" if row["state"] in OPEN else row["state"] for row in cases)
    return [by["open"], sum(row["state"] in OPEN and row["days_late"] != "0" for row in cases), by["lifted"]]


def file_of_cases(out, cases, compared):
    with open(out / "data/cases.csv", encoding="utf-8-sig", newline="") as file:
        seen = {(row["unit_id"], row["review_id"], row["area"]): row for row in csv.DictReader(file, delimiter=";")}
    compared.same("cases in the file", len(seen), len(cases.rows))
    compared.same("every state occurs", len({row["state"] for row in cases.rows}), 9)
    for row in cases.rows:
        for field, value in row.items():
            key = (row["unit_id"], row["review_id"], row["area"])
            compared.same(f"{key} {field}", seen[key][field], value)


def page_of_register(edition, cases, compared):
    page, latest, say = edition.page("register.html"), cases.latest(), edition.numbers.whole
    lines = defaultdict(list)
    for row in cases.rows:
        if row["state"] in OPEN:
            lines[row["unit_id"], row["state"]].append(row)
    shown = []
    for row in Table(page.one("table", "register")).rows:
        shown.append((row[0].one("a").text(), re.sub(r"[^A-H]", "", row[1].text()), row[2].one("i").text(), row[3].text()[:10]))
    expected = [(cases.units[key]["name"], "".join(row["area"] for row in some), edition.word("case." + state), some[0]["next_due"])
                for (key, state), some in lines.items()]
    compared.same(f"{edition.language} open", sorted(shown), sorted(expected))
    late = {cases.units[key]["name"]: int(some[0]["days_late"]) for (key, _), some in lines.items()}
    order = [late[name] for name, _, _, _ in shown]
    compared.same(f"{edition.language} the latest first", order, sorted(order, reverse=True))
    for row in Table(page.one("table", "register")).rows:
        days, name = late[row[0].one("a").text()], row[0].one("a").text()
        compared.same(f"{name} days late", filled(edition.texts["case.days_late"], days, n=say(days)) in row[3].text(), days > 0)
    index = 3 if edition.language == "sv" else 4
    names = {key: level for level in cases.levels for key in (level[0],)}
    for (key, _), some in lines.items():
        row = next(row for row in Table(page.one("table", "register")).rows if row[0].one("a").text() == cases.units[key]["name"])
        compared.same(f"{key} level", row[5].text().startswith(names[some[0]["level"]][index]) if some[0]["level"] else row[5].text(),
                      True if some[0]["level"] else "")
    areas = {row[0].text()[0]: [cell.text() for cell in row[1:]] for row in Table(page.one("table", "lengths")).rows}
    for area in AREAS:
        open_, late_, lifted = counted([row for row in latest if row["area"] == area])
        compared.same(f"{edition.language} area {area}", areas[area], [say(open_), say(late_), say(lifted), say(open_ + lifted)])
    forums = Table(page.one("table", "numbers")).rows
    for row in forums:
        key = next(key for key, name in edition.forums.items() if name == row[0].text())
        own = [case for case in latest if cases.units[case["unit_id"]]["forum"] == key]
        units = {case["unit_id"] for case in own if case["state"] in OPEN}
        compared.same(f"{edition.language} forum {key}", [cell.text() for cell in row[1:]], [say(n) for n in (len(units), *counted(own))])


def entries(path):
    """(day, name) of an iCalendar file."""
    text = path.read_bytes().decode("utf-8").replace("\r\n ", "")
    found = re.findall(r"DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)\r\nSUMMARY:(.*): [^:]*\r\n", text)
    assert len(found) == text.count("BEGIN:VEVENT")
    return sorted((f"{y}-{m}-{d}", re.sub(r"\\(.)", r"\1", name)) for y, m, d, name in found)


def dated(page, table):
    return sorted((row.one("td", "date").text(), row.one("th").text()) for found in page.all("table", table) for row in found.one("tbody").all("tr"))


def places_of_days(edition, cases, compared):
    heads = [edition.word(f"page.{name}") for name in ("date", "unit", "what")]
    for key in edition.forums:
        own = {unit_id for unit_id, unit in cases.units.items() if unit["forum"] == key and unit_id in cases.current}
        near, far = cases.due(own, later(TODAY, 6)), cases.due(own, later(TODAY, 24))
        where = f"{edition.language} {key}"
        shown = sorted((row[0].text(), row[1].text()) for table in tables_with(edition.page(f"forum/{key}.html"), *heads) for row in table.rows)
        compared.same(where + " deadlines", shown, near)
        pack = edition.page(f"mote/{key}.html").all("table", "agenda")[0]
        seen = sorted((row.one("td", "date").text(), row.one("th").text()) for row in pack.one("tbody").all("tr"))
        compared.same(where + " meeting pack", seen, near)
        compared.same(where + " calendar", dated(edition.page(f"kalender/{key}.html"), "agenda"), far)
        compared.same(where + " calendar as a file", entries(edition.folder / f"kalender/{key}.ics"), far)
    region = cases.due(cases.current, later(TODAY, 24))
    for place, seen in (("page", dated(edition.page("kalender.html"), "agenda")), ("file", entries(edition.folder / "kalender.ics"))):
        units = [entry for entry in seen if not re.match(r"\d\.\d ", entry[1])]
        compared.same(f"{edition.language} calendar of the region, {place}", units, region)
        compared.same(f"{edition.language} its measures, {place}", len(seen) > len(units), True)


def unit_steps(edition, cases, compared):
    for key in cases.units:
        history = cases.history(key)
        if not history:
            continue
        review, own = history[-1], [row for row in cases.of_unit(key)]
        own = sorted((row for row in own if row["review_id"] == review["review_id"]), key=lambda row: (*OPEN, "lifted", "reviewed_again", "unit_closed").index(row["state"]))
        days = [review["review_date"], review["report_date"]]
        if own:
            days += steps_of(cases, own[0], review)
        next_due = iso(later(day(review["review_date"]), 60))
        days = sorted(date for date in days if date)
        page = edition.page(f"enhet/{key.lower()}.html")
        shown = [item.attributes["datetime"] for item in page.one("ol", "steps").all("time")]
        if key in cases.current:
            compared.same(f"{edition.language} {key} days", shown, [*days, next_due])
        else:
            compared.same(f"{edition.language} {key} no deadlines", next_due in shown, False)


def steps_of(cases, case, review):
    received, decided, due = case["plan_received"], case["decided_on"], case["plan_due"]
    days = [received, decided]
    if due and (case["state"] in OPEN or received):
        days.append(due)
    some_lifted = any(review[a] != review[a + "_current"] for a in AREAS)
    decision_due = iso(day(received) + dt.timedelta(cases.decision_days)) if received else ""
    if case["state"] in OPEN and received and not (decided or some_lifted):
        days.append(decision_due)
    ends = {"plan_late": received, "decision_late": decided, "stands": ""}
    begins = {"plan_late": due, "decision_late": decision_due if decided or not some_lifted else "", "stands": decided if case["state"] == "stands" else ""}
    for _, when, after, *_ in cases.levels:
        reached = iso(day(begins[when]) + dt.timedelta(after)) if begins[when] else ""
        if reached and reached <= iso(TODAY) and (not ends[when] or reached < ends[when]):
            days.append(reached)
    return days
