"""Every number on the page about the demonstration region's own surveys, counted again from the files as they were delivered."""
from collections import Counter, defaultdict

import demo_data
from demo_data import ROLES
from edition import SITES
from indicator_facts import yaml
from survey_page import Share, compare_distributions, compare_round, compare_summary

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


def elsewhere():
    """statement -> answer -> group -> Share."""
    found = defaultdict(lambda: defaultdict(dict))
    for row in demo_data.table("benchmarks.csv"):
        found[row["statement"]][row["answer"]][row["group"]] = Share(int(row["value"]), 100, int(row["n"]))
    return found


def expected_shares(groups, is_over):
    """(statement -> kind -> Share that agrees, statement -> kind -> [Share of each class])."""
    shares, classes = defaultdict(dict), defaultdict(dict)
    for (statement, role), units in groups.items():
        answers, kind = sum(units.values(), Counter()), "own" if role == "st_doctor" else role
        n = sum(answers.values())
        if not n or withheld(role, units, is_over):
            continue
        if any(answers[answer] for answer in ANSWERS[3:]):
            classes[statement][kind] = [Share(answers[answer], n, n) for answer in ANSWERS[3:]]
            continue
        shares[statement][kind] = Share(answers["agree"], n, n)
        if all(3 <= answers[answer] <= n - 3 for answer in ANSWERS[:3]):
            classes[statement][kind] = [Share(answers[answer], n, n) for answer in ANSWERS[:3]]
    return shares, classes


def survey_page(edition, compared):
    """The demonstration has one round that is over."""
    page, statements = edition.page("enkater.html"), {row["statement"]: row for row in demo_data.table("statements.csv")}
    over, published = rounds_over(), elsewhere()
    (name, groups), = ((name, groups) for name, groups in counted().items() if name in over)
    shares, classes = expected_shares(groups, True)
    for statement, kinds in shares.items():
        kinds.update(published[statement]["agree"])
    for statement, kinds in classes.items():
        for group in ("general_practice", "sweden") if not statements[statement]["area"] or "own" in kinds else ():
            found = [published[statement][answer].get(group) for answer in ANSWERS[3:]]
            if all(found):
                kinds[group] = found
    wording = {statement: row[edition.language] for statement, row in statements.items()}
    section = next(one for one in page.all("section") if one.attributes["aria-labelledby"] == "pastaenden")
    compared.same(f"{edition.language} round", f"{name}:" in section.one("p", "sub").text(), True)
    seen = compare_round(edition, compared, section, {wording[statement]: kinds for statement, kinds in shares.items()}, True)
    compare_summary(edition, compared, page, seen)
    compare_distributions(edition, compared, page, {
        wording[statement]: {edition.word("survey.group_" + kind): found for kind, found in kinds.items()}
        for statement, kinds in classes.items() if statement == "self_study_hours" or not statements[statement]["area"]})
    beside = sum(kind not in seen.get(wording[statement], {}) for statement, kinds in shares.items() for kind in kinds)
    compared.same(f"{edition.language} many are withheld for the sake of others", 10 * beside > sum(map(len, shares.values())), False)
