"""The page about surveys: every share, interval and difference in its tables, marks, labels and sentences, from shares counted elsewhere.
Shares are (k, n, answers): of what others have published k is whole per cents, n 100 and answers what they say."""
from collections import namedtuple
from math import floor, sqrt

from indicator_numbers import wilson
from pages import filled

Share = namedtuple("Share", "k n answers")
OTHERS, ROLES = ("general_practice", "sweden"), ("supervisor", "manager", "study_director")
MARKED = 10  # percentage points: more than this is a clear difference


def percent(share):
    return (200 * share.k + share.n) // (2 * share.n)


def half_up(number):
    return floor(number + 0.5)


def newcombe(first, second):
    """Of first - second, percentage points."""
    (l1, u1), (l2, u2), p1, p2 = wilson(first.k, first.n), wilson(second.k, second.n), first.k / first.n, second.k / second.n
    return (100 * (p1 - p2 - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)), 100 * (p1 - p2 + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)))


class Words:
    def __init__(self, edition):
        self.edition, self.texts = edition, edition.texts

    def share(self, share):
        return self.edition.share((share.k, share.n))

    def interval(self, share):
        low, high = (half_up(100 * limit) for limit in wilson(share.k, share.n))
        return f"{low}–{high}" + ("\u00a0%" if self.edition.language == "sv" else "%")

    def from_others(self, own, kind, other):
        """Words, and whether it is clear."""
        points, group = percent(own) - percent(other), self.texts["survey.in_" + kind]
        if points == 0:
            return filled(self.texts["survey.same_as"], group=group), False
        clear = abs(points) > MARKED
        key = "survey." + ("clearly_" if clear else "") + ("above" if points > 0 else "below")
        return filled(self.texts[key], abs(points), group=group), clear

    def from_doctors(self, own, role):
        points, (low, high) = percent(role) - percent(own), newcombe(role, own)
        said = "role_same" if points == 0 else "role_more" if points > 0 else "role_less"
        words = filled(self.texts["indicator_page." + said], abs(points))
        if low <= 0 <= high:
            return f"{words}; {self.texts['survey.within_chance']}", False
        least, most = sorted(half_up(abs(limit)) for limit in (low, high))
        return words + " " + filled(self.texts["indicator_page.between"], least=least, most=most), abs(points) > MARKED

    def difference(self, own, kind, share):
        return self.from_others(own, kind, share) if kind in OTHERS else self.from_doctors(own, share)


def told(section, names):
    """statement -> kind -> (value, answers, interval, difference, marked) of the table of numbers."""
    found = {}
    for body in section.one("table", "told").all("tbody"):
        head, *rows = body.all("tr")
        found[head.text()] = {names[row.one("th").text()]: tuple(cell.text() for cell in row.all("td")) + (bool(row.first("span", "marked")),)
                              for row in rows}
    return found


def marks(svg):
    """kind -> (x, label)."""
    places = [one for one in svg.all("svg")]
    return {place.one("path").classes()[0]: (place.attributes["x"], text.text()) for place, text in zip(places, svg.all("text"))}


def compare_charts(words, compared, where, line, shares):
    for cell, kinds, label in zip(line.all("td"), (OTHERS, ROLES), ("survey.short_", "role.")):
        drawn = [kind for kind in ("own", *kinds) if kind in shares]
        if drawn == ["own"] and kinds == ROLES:
            drawn = []
        svg, own_name = cell.first("svg", "dumbbell"), "survey.short_own" if kinds == OTHERS else "role.st_doctor"
        expected = {kind: (f"{percent(shares[kind])}%", words.texts[own_name if kind == "own" else label + kind] + " " + words.share(shares[kind]))
                    for kind in drawn}
        compared.same(f"{where} chart", marks(svg) if svg else {}, expected)
        if not svg:
            continue
        said = [words.share(shares[kind]) for kind in drawn]
        compared.same(f"{where} chart in words", all(one in svg.attributes["aria-label"] for one in said), True)
        span = svg.first("line", "span")
        if span:
            xs = [percent(shares[kind]) for kind in drawn]
            compared.same(f"{where} span", (span.attributes["x1"], span.attributes["x2"]), (f"{min(xs)}%", f"{max(xs)}%"))
        stretch = svg.first("line", "range")
        if stretch:
            seen = [float(stretch.attributes[side].rstrip("%")) for side in ("x1", "x2")]
            limits = [100 * limit for limit in wilson(shares["own"].k, shares["own"].n)]
            compared.same(f"{where} range", [abs(a - b) < 0.006 for a, b in zip(seen, limits)], [True, True])


def remarks_of(words, shares, with_interval):
    own = shares.get("own")
    if own is None:
        return [(words.texts["survey.own_withheld"], False)]
    key = "survey.own_basis" if with_interval else "survey.own_n"
    first = filled(words.texts[key], own.answers, n=words.edition.numbers.whole(own.answers), **({"interval": words.interval(own)} if with_interval else {}))
    return [(first, False)] + [words.from_others(own, kind, shares[kind]) for kind in OTHERS if kind in shares]


def compare_round(edition, compared, section, expected, with_interval):
    """Returns what is both expected and told: statement -> kind -> Share."""
    words = Words(edition)
    names = {edition.word("survey.group_" + kind): kind for kind in ("own", *OTHERS, *ROLES)}
    numbers, seen = told(section, names), {}
    for statement, rows in numbers.items():
        shares = seen[statement] = {kind: expected.get(statement, {}).get(kind) for kind in rows}
        for kind, row in rows.items():
            where, share = f"{edition.language} {statement} {kind}", shares[kind]
            if share is None:
                compared.same(where, row, "withheld")
                continue
            own = shares.get("own")
            difference = words.difference(own, kind, share) if own and kind != "own" else ("", False)
            interval = words.interval(share) if kind == "own" and with_interval else ""
            compared.same(where, row, (words.share(share), edition.numbers.whole(share.answers), interval, *difference))
    for line in (row for table in section.all("table", "opinions") for row in table.one("tbody").all("tr")):
        statement = line.one("th").text()
        where, shares = f"{edition.language} {statement}", seen[statement]
        compare_charts(words, compared, where, line, shares)
        items = [(item.text(), bool(item.first("span", "marked"))) for item in line.all("td")[0].all("li")]
        compared.same(f"{where} remarks", items, remarks_of(words, shares, with_interval))
    compared.same(f"{edition.language} lines", len(numbers), sum(len(table.one("tbody").all("tr")) for table in section.all("table", "opinions")))
    return seen


def clear_roles(words, shares):
    """kind -> points of those that differ clearly."""
    own = shares.get("own")
    return {kind: percent(shares[kind]) - percent(own) for kind in ROLES if own and kind in shares and words.from_doctors(own, shares[kind])[1]}


def compare_summary(edition, compared, page, seen):
    """What stands out, and where the roles differ: the latest round."""
    words, sweden, said = Words(edition), {}, " ".join(one.text() for one in page.all("p"))
    for statement, shares in seen.items():
        if "own" in shares and "sweden" in shares:
            sweden[statement] = percent(shares["own"]) - percent(shares["sweden"])
    clear = [[statement for statement, points in sorted(sweden.items(), key=lambda one: -abs(one[1])) if sign * points > MARKED] for sign in (1, -1)]
    if sweden:
        lead = filled(words.texts["survey.lead_elsewhere"], len(sweden), above=len(clear[0]), below=len(clear[1]))
        compared.same(f"{edition.language} lead", lead in said, True)
    apart = {statement: clear_roles(words, shares) for statement, shares in seen.items()}
    apart = sorted(((statement, roles) for statement, roles in apart.items() if roles), key=lambda one: -max(map(abs, one[1].values())))
    against = filled(words.texts["survey.against"], own="{own}", other="{other}")
    expected = [[(statement, against.format(own=words.share(seen[statement]["own"]), other=words.share(seen[statement]["sweden"])))
                 for statement in found[:4]] for found in clear if found]
    if apart:
        compared.same(f"{edition.language} lead on roles", filled(words.texts["survey.lead_roles"], len(apart)) in said, True)
        expected.append([])
        for statement, roles in apart[:4]:
            furthest = max(ROLES, key=lambda kind: abs(roles.get(kind, 0)))
            expected[-1].append((statement, filled(words.texts["survey.own_and_role"], own=words.share(seen[statement]["own"]),
                                                   share=words.share(seen[statement][furthest]), role=words.texts["survey.in_" + furthest])))
    given = [[(item.one("a").text(), item.one("span").text()) for item in one.all("dd") if item.first("a")]
             for one in page.one("dl", "highlights").all("div")]
    compared.same(f"{edition.language} what stands out", given, expected)
    table = page.first("table", "apart")
    rows = table.one("tbody").all("tr") if table else []
    compared.same(f"{edition.language} where roles differ", [row.one("th").one("a").text() for row in rows], [statement for statement, _ in apart])
    for row, (statement, _) in zip(rows, apart):
        shares = seen[statement]
        compared.same(f"{edition.language} {statement} by role", [row.all("td")[0].text()] + [item.text() for item in row.all("li")],
                      [words.share(shares["own"])] + [f"{words.texts['survey.group_' + kind]} {words.share(shares[kind])}: "
                                                     f"{words.from_doctors(shares['own'], shares[kind])[0]}" for kind in ROLES if kind in shares])


def compare_distributions(edition, compared, page, expected):
    """expected: heading -> group in words -> [Share of each class]; bars, labels and tables."""
    seen = {}
    section = next((one for one in page.all("section") if one.attributes.get("aria-labelledby") == "fordelning"), None)
    for block in zip(section.all("h3"), section.all("ul", "distributions"), section.all("table", "classes")) if section else ():
        heading, bars, table = block
        groups = seen[heading.text()] = {row.one("th").text(): [cell.text() for cell in row.all("td")][:-1] for row in table.one("tbody").all("tr")}
        classes = [cell.text() for cell in table.one("thead").all("th")[1:-1]]
        for item, values in zip(bars.all("li"), groups.values()):
            labels = [label.text() for label in item.all("text")]
            compared.same(f"{edition.language} {heading.text()} labels", labels, [f"{name} {value}" for name, value in zip(classes, values)])
            widths = [float(rect.attributes["width"].rstrip("%")) for rect in item.all("rect")]
            compared.same(f"{edition.language} {heading.text()} bar", sum(widths) <= 100.02, True)
    compared.same(f"{edition.language} distributions", seen, {heading: {group: [edition.share((one.k, one.n)) for one in shares]
                                                                        for group, shares in groups.items()} for heading, groups in expected.items()})
