"""What inspectors note and what units share, on the pages Teman and Goda exempel and in the links between units, counted here from the
findings, the reviews, the good examples and the approvals."""
import csv
import hashlib
import json
import re
from collections import Counter, defaultdict

from approved_texts import SITE, sentences
from edition import hundredths_of
from pages import Table, filled, tables_with
from region_figures import rows

KINDS = ("weakness", "strength", "suggestion")
ALPHABET = " -abcdefghijklmnopqrstuvwxyzåäö"


def swedish(name):
    return [ALPHABET.index(letter) for letter in name.lower().replace("é", "e")]


class Region:
    """Units of today by id, in Swedish order of name, with their grades and what is noted at their latest review."""

    def __init__(self, computed, units, reviews):
        current = [unit for unit in units if computed["units"][unit["unit_id"]]["current"]]
        self.units = {unit["unit_id"]: unit for unit in sorted(current, key=lambda unit: swedish(unit["name"]))}
        self.grades = {key: computed["units"][key]["grades"] for key in self.units}  # "DC": at the review, and now
        latest = {}
        for key in self.units:
            own = [review for review in reviews if review["unit_id"] in computed["units"][key]["lineage"]]
            if own:
                latest[max(own, key=lambda review: review["review_date"])["review_id"]] = key
        self.reviewed = sorted(latest.values())
        self.noted = defaultdict(set)  # (unit, area) -> {(kind, theme)}
        for finding in json.loads((SITE / "data/findings.json").read_text(encoding="utf-8")):
            if finding["review_id"] in latest:
                self.noted[latest[finding["review_id"]], finding["area"]].add((finding["kind"], finding.get("theme", "")))
        self.counts = {kind: Counter() for kind in KINDS}
        for (_, area), found in self.noted.items():
            for kind, theme in found:
                self.counts[kind][area, theme] += 1 if theme else 0
        pairs = sorted({pair for counts in self.counts.values() for pair in counts}, key=lambda pair: (pair[0], swedish(pair[1])))
        self.by_area = pairs
        self.pairs = sorted(pairs, key=lambda pair: [-self.counts[kind][pair] for kind in KINDS])

    def having(self, kind, pair):
        return [key for key in self.units if (kind, pair[1]) in self.noted[key, pair[0]]]

    def strong(self, pair):
        return [key for key in self.having("strength", pair) if self.grades[key][pair[0]][1] in "AB"]

    def nearest(self, unit, pair):
        others = [key for key in self.strong(pair) if key != unit]
        return sorted(others, key=lambda key: self.units[key]["forum"] != self.units[unit]["forum"])[:3]


def numbers_file(edition, name):
    with (edition.folder / f"bild/teman-{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [[cell.replace("\u00a0", " ") for cell in row] for row in csv.reader(file, delimiter=";")][1:]


def themes_page(edition, computed, units, reviews, compared):
    region, page, texts, say = Region(computed, units, reviews), edition.page("teman.html"), edition.texts, edition.numbers.whole
    all_, where = len(region.reviewed), edition.language
    weak = region.counts["weakness"]

    def told(n, of):
        return filled(texts["themes.share"], n=say(n), share=edition.share((n, of)))

    noted = {key for (key, _), found in region.noted.items() if any(theme for _, theme in found)}
    most = [pair for pair in region.pairs if weak[pair] == max(weak.values())]
    lead = filled(texts["themes.lead"], len(noted), n=say(len(noted)), all=say(all_)) + " " + filled(
        texts["themes.most"], weak[most[0]], n=say(weak[most[0]]), themes=" ".join(most[0]), share=edition.share((weak[most[0]], all_)))
    compared.same(f"{where} one theme is the most common", len(most), 1)
    compared.same(f"{where} lead", page.one("p", "lead").text(), lead)

    table, longest = Table(page.one("table", "noted")), max(max(region.counts[kind].values()) for kind in KINDS[:2])
    compared.same(f"{where} themes", [row[0].text() for row in table.rows], [" ".join(pair) for pair in region.pairs])
    for pair, row in zip(region.pairs, table.rows):
        n = {kind: region.counts[kind][pair] for kind in KINDS}
        compared.same(f"{where} {pair}", [cell.text() for cell in row[1:]],
                      [told(n["weakness"], all_), told(n["strength"], all_), say(n["suggestion"])])
        for kind, cell in zip(KINDS, row[1:3]):
            compared.same(f"{where} bar of {pair}, {kind}", cell.one("rect").attributes["width"], hundredths_of(n[kind], longest))
    compared.same(f"{where} file of themes", numbers_file(edition, "teman"),
                  [[*pair, *(say(region.counts[kind][pair]) for kind in KINDS)] for pair in region.pairs])
    for area in "ABCDEFGH":
        heads = [edition.word(f"page.{key}") for key in ("theme", *KINDS)]
        seen = [[cell.text() for cell in row] for table in tables_with(edition.page(f"omrade/{area.lower()}.html"), *heads) for row in table.rows]
        compared.same(f"{where} themes of {area}", seen, [
            [pair[1], *(say(region.counts[kind][pair]) for kind in KINDS)] for pair in region.pairs if pair[0] == area])
    forums(edition, region, page, compared)
    otherwise(edition, region, page, compared)
    asked = {details.one("summary").text(): [link.text() for link in details.all("a")] for details in page.all("details", "ask")}
    compared.same(f"{where} units to ask", asked, {
        filled(texts["themes.summary"], len(found), n=say(len(found)), what=" ".join(pair)): [region.units[key]["name"] for key in found]
        for pair in region.by_area for found in [region.strong(pair)] if found})


def forums(edition, region, page, compared):
    where, say = edition.language, edition.numbers.whole
    members = {name: [key for key in region.reviewed if region.units[key]["forum"] == forum] for forum, name in edition.forums.items()}
    groups = members | {edition.word("page.region"): region.reviewed}
    table = Table(page.one("table", "themes-forums"))
    compared.same(f"{where} forums", table.headings[1:], [
        f"{name} {filled(edition.texts['themes.units'], len(own), n=say(len(own)))}" for name, own in groups.items()])
    file = iter(numbers_file(edition, "forum"))
    furthest = []
    for pair, row in zip(region.pairs, table.rows):
        with_it = set(region.having("weakness", pair))
        compared.same(f"{where} theme of a row by forum", row[0].text(), " ".join(pair))
        for (name, own), cell in zip(groups.items(), row[1:]):
            k = len(with_it & set(own))
            share = edition.share((k, len(own)))
            compared.same(f"{where} {pair} in {name}", cell.text(), f"{say(k)} {share}")
            compared.same(f"{where} {pair} in {name}, file", next(file), [*pair, name, say(k), say(len(own)), share.replace("\u00a0", " ")])
            if name in members:
                furthest.append((k / len(own) - len(with_it) / len(region.reviewed), pair, name, k, len(own), len(with_it)))
    _, pair, name, k, of, everywhere = max(furthest)
    text = filled(edition.texts["themes.stands_out"], k, n=say(k), theme=" ".join(pair), forum=name, all=say(of), share=edition.share((k, of)),
                  region=edition.share((everywhere, len(region.reviewed))))
    compared.same(f"{where} what stands out", text in page.text(), True)


def otherwise(edition, region, page, compared):
    where, texts, say = edition.language, edition.texts, edition.numbers.whole
    table, lists = Table(page.one("table", "otherwise")), {}
    totals = [0, 0]
    for details in page.all("details", "otherwise-units"):
        lists[details.one("summary").text()[0]] = [
            (item.one("a").text(), item.one("small").text()) for item in details.all("li")]
    for row in table.rows:
        area = row[0].text()[0]
        holding = [key for key in region.reviewed if region.grades[key][area][0] in "AB"]
        below = [key for key in region.reviewed if region.grades[key][area][0] in "CD"]
        weak = {key for key in holding if "weakness" in {kind for kind, _ in region.noted[key, area]}}
        strong = {key for key in below if {kind for kind, _ in region.noted[key, area]} == {"strength"}}
        totals = [totals[0] + len(weak), totals[1] + len(strong)]
        compared.same(f"{where} text and grade in {area}", [cell.text() for cell in row[1:]], [
            filled(texts["themes.of"], n=say(len(found)), all=say(len(of))) for found, of in ((weak, holding), (strong, below))])
        expected = []
        for chosen, kind in ((weak, "weakness"), (strong, "strength")):
            for key in (key for key in region.units if key in chosen):
                given, now = region.grades[key][area]
                words = filled(texts["themes.grade" if given == now else "themes.grade_lifted"], grade=given, now=now)
                themes = ", ".join(sorted(theme for one, theme in region.noted[key, area] if one == kind and theme))
                expected.append((region.units[key]["name"], f"{words} {themes}".strip()))
        compared.same(f"{where} units of {area}", lists.get(area, []), expected)
    for total, name in zip(totals, ("weak", "strong")):
        text = filled(texts[f"themes.{name}_finding"], total, n=say(total)) if total else texts[f"themes.{name}_nowhere"]
        compared.same(f"{where} {name} in all", text in page.text(), True)


def shown_examples(units):
    """[(area, theme, unit, title, words, day of the last approval)] of what may be shown, in the order of the file."""
    with (SITE / "approvals.csv").open(encoding="utf-8", newline="") as file:
        days = {(row["id"], row["hash"]): row["approved_on"] for row in csv.DictReader(file, delimiter=";") if row["dataset"] == "good_examples"}
    for example in rows(SITE / "data/good_examples.csv"):
        def day(sentence, unit=example["unit_id"]):
            return days.get((unit, hashlib.sha256(sentence.encode("utf-8")).hexdigest()))
        title, text = ([(sentence, day(sentence)) for sentence in sentences(example[field])] for field in ("title", "text"))
        if all(on for _, on in title) and any(on for _, on in text):
            words = re.sub(r"(\[…\] ?)+", "[…] ", " ".join(one if on else "[…]" for one, on in text)).strip()
            yield (example["area"], example["theme"], example["unit_id"], example["title"], words, max(on for _, on in title + text if on))


def examples_page(edition, computed, units, compared):
    page, texts, say, where = edition.page("goda-exempel.html"), edition.texts, edition.numbers.whole, edition.language
    names = {unit["unit_id"]: unit["name"] for unit in units}
    shown = sorted(shown_examples(units), key=lambda one: (one[0], swedish(one[1]), swedish(names[one[2]])))
    sections = [part for part in page.all("section") if part.attributes["aria-labelledby"].startswith("omrade-")]
    seen = []
    for section in sections:
        theme = ""
        for child in (child for child in section.children if not isinstance(child, str)):
            theme = child.text() if child.tag == "h3" else theme
            for card in child.all("li") if child.tag == "ul" else []:
                link = card.one("a")
                unit = re.fullmatch(r"enhet/(.*)\.html", link.attributes["href"])[1].upper()
                compared.same(f"{where} name of {unit}", link.text(), names[unit])
                seen.append((section.one("h2").text()[0], theme, unit, card.one("h4").text(), card.one("p", "find").text(), card.one("small").text()))
    compared.same(f"{where} cards", seen, [(*one[:5], filled(texts["examples.approved"], date=one[5])) for one in shown])
    anchors = {element.attributes["id"] for tag in ("h2", "h3") for element in page.all(tag) if "id" in element.attributes}
    listed = [link.attributes["href"][1:] for link in page.one("nav", "themes-list").all("a")]
    compared.same(f"{where} the list leads to the cards", set(listed) <= anchors and len(listed) > 5, True)
    of_units = len({one[2] for one in shown})
    lead = filled(texts["examples.lead"], len(shown), n=say(len(shown)), units=filled(texts["examples.units"], of_units, n=say(of_units)))
    compared.same(f"{where} lead of examples", page.one("p", "lead").text().startswith(lead), True)
    by_area = Counter(one[0] for one in shown)
    below = {area: sum(figures["current"][2:]) for area, figures in computed["now"]["region"]["areas"].items()}
    missing = sorted((area for area in below if below[area] and not by_area[area]), key=lambda area: (-below[area], area))
    text = page.text()
    start = texts["examples.missing"].split("{areas}")[0]
    compared.same(f"{where} weak areas without an example", re.findall(r"\b([A-H]) ", text[text.index(start):].split(".")[0][len(start):]), missing)


def links_between_units(edition, computed, units, reviews, compared):
    """Whom each unit may ask, and the examples that it is shown: of the same area and theme first."""
    region, shown = Region(computed, units, reviews), list(shown_examples(units))
    for unit in units:
        key = unit["unit_id"]
        page = edition.page(f"enhet/{key.lower()}.html")
        found = [part for part in page.all("section", "elsewhere") if part.attributes["aria-labelledby"] == "andra"]
        if key not in region.units:
            compared.same(f"{key} is no more and borrows nothing", found, [])
            continue
        grades = region.grades[key]
        order = sorted((area for area in grades if grades[area][1] in "CD"), key=lambda area: (-ord(grades[area][1]), area))
        weaknesses = sorted(((area, theme) for area in grades for kind, theme in region.noted[key, area] if kind == "weakness" and theme),
                            key=lambda pair: (order.index(pair[0]) if pair[0] in order else 9, pair))
        ask = {" ".join(pair): [f"../enhet/{one.lower()}.html" for one in region.nearest(key, pair)] for pair in weaknesses}
        seen = {row.one("dt").text(): [link.attributes["href"] for link in row.all("a")] for part in found for row in part.all("div")}
        compared.same(f"{key} may ask", list(seen.items()), [item for item in ask.items() if item[1]])
        others = sorted((one for one in shown if one[2] != key), key=lambda one: list(region.units).index(one[2]))
        chosen = [one for pair in weaknesses for one in others if one[:2] == pair]
        chosen += [one for area in order for one in others if one[0] == area and one not in chosen]
        compared.same(f"{key} may borrow", [title.text() for part in found for title in part.all("h3")], [one[3] for one in chosen[:3]])
