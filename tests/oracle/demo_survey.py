"""Every share on the page about the demonstration region's own surveys, counted again from the files as they were delivered."""
from collections import Counter, defaultdict

import demo_data
from demo_data import ROLES, percent
from edition import SITES
from indicator_facts import yaml

ANSWERS = ("agree", "neutral", "disagree", "none", "under_1", "from_1_to_2", "over_2")
ROLE_WORDS = dict(zip(("ST-läkare", "Handledare", "Verksamhetschef", "Studierektor"), ROLES))
ANSWER_WORDS = dict(zip(("Instämmer", "Varken eller", "Instämmer inte", "0 timmar", "Under 1 timme", "1–2 timmar", "Över 2 timmar"), ANSWERS))


def counted():
    """round -> (statement, role) -> unit -> Counter of answers."""
    rounds = defaultdict(lambda: defaultdict(lambda: defaultdict(Counter)))
    for row in demo_data.table("survey_2019_2022.csv"):
        for answer in ANSWERS:
            rounds[row["round"]][row["statement"], row["role"]][row["unit_id"]][answer] += int(row[answer] or 0)
    for row in demo_data.workbook("survey_2024_2026.xlsx", "Omgång"):
        rounds[row["Omgång"]][row["Påstående"], ROLE_WORDS[row["Roll"]]][row["Enhets-id"]][ANSWER_WORDS[row["Svar"]]] += 1
    return rounds


def withheld(role, units, is_over):
    """By the primary rules."""
    answers, many = sum(units.values(), Counter()), [sum(one.values()) for one in units.values() if sum(one.values())]
    n, given = sum(many), [answer for answer in ANSWERS if answers[answer]]
    classes = any(answers[answer] for answer in ANSWERS[3:])
    more = answers["from_1_to_2"] + answers["over_2"] if classes else answers["agree"]
    share = not classes or role == "st_doctor"  # an indicator puts the hours of these together
    alike = min(more, n - more) < 3 if share else len(given) < 2
    return not is_over or n < 5 or len(many) < 3 or 100 * max(many) > 85 * n or alike


def rounds_over():
    settings = yaml((SITES / "demo/site.yaml").read_text(encoding="utf-8"))
    return {one["id"] for one in settings["rounds"] if one["to"] < settings["as_of"]}


def survey_page(edition, compared):
    statements = {row["statement"]: row for row in demo_data.table("statements.csv")}
    expected, over = {}, rounds_over()
    for name, groups in counted().items():
        for (statement, role), units in groups.items():
            answers = sum(units.values(), Counter())
            all_answers, words = sum(answers.values()), statements[statement][edition.language]
            if not all_answers or withheld(role, units, name in over):
                continue
            classes = any(answers[answer] for answer in ANSWERS[3:])
            for answer in ANSWERS[3:] if classes else ("agree",):
                key = (name, words, edition.word("answer." + answer)) if classes else (name, words)
                expected.setdefault(key, {})[role] = percent(answers[answer], all_answers)
    seen = {}
    for section in edition.page("enkater.html").all("section"):
        heading = section.one("h2").text()
        name = heading.split()[-1]
        for line in section.all("tr"):
            circles = line.all("circle")
            if not circles:
                continue
            label = line.one("th").text()[2:]
            plain = (name, label) in expected
            key = (name, label) if plain else (name, heading.removesuffix(" " + name), label)
            seen[key] = {circle.classes()[0]: int(circle.attributes["cx"].rstrip("%")) for circle in circles}
            values = [bold.text() for bold in line.all("td")[-1].all("b")]
            compared.same(f"{edition.language} {key} in words", values, [edition.share((x, 100)) for x in seen[key].values()])
    compared.same(f"{edition.language} lines", sorted(map(str, seen)), sorted(map(str, expected)))
    beside = 0
    for key in expected.keys() | seen.keys():
        for role in ROLES:
            share, told = (one.get(key, {}).get(role) for one in (expected, seen))
            beside += told is None and share is not None
            compared.same(f"{edition.language} {key} {role}", told, share if told is not None else None)
    compared.same(f"{edition.language} many are withheld for the sake of others", 10 * beside > len(expected), False)
