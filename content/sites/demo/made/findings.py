"""Strengths, weaknesses and suggestions of every review: weaknesses where the grade is C or D. About a third are approved."""
import datetime as dt
import hashlib
import re

from draw import Draw
from files import json_file
from region import AREAS, AS_OF
from sentences import AREA, SENTENCES, SUB_GOALS, WORDS

# What recurs, whatever the grade
COMMON = {
    "strength": {"Handledning": 5, "Arbetsmiljö": 5, "Patientunderlag": 4, "Kurser": 3, "Rotationer": 2, "Bedömningar": 2, "Vetenskap": 2,
                 "Utrustning": 2, "Ledarskap": 2},
    "weakness": {"Rotationer": 6, "Patientunderlag": 6, "Bedömningar": 4, "Utrustning": 2, "Kurser": 2, "Handledning": 1, "Arbetsmiljö": 1},
    "suggestion": {"Ledarskap": 4, "Patientunderlag": 4, "Bedömningar": 4, "Utrustning": 3, "Rotationer": 3, "Handledning": 2,
                   "Vetenskap": 2, "Arbetsmiljö": 1, "Kurser": 1}}


def sentence(draw, kind, theme):
    text = re.sub(r"\{(\w+)\}", lambda slot: draw.pick(WORDS[slot[1]]), draw.pick(SENTENCES[kind][theme]))
    return text[0].upper() + text[1:]


def theme_of(draw, kind, area):
    return draw.pick([theme for theme in SENTENCES[kind] if AREA[theme] == area])


def subjects(draw, review):
    """[(kind, theme)], at least two and at most six, no theme twice for a kind."""
    below = [area for area in AREAS if review[area] in "CD"]
    chosen = [("weakness", theme_of(draw, "weakness", area)) for area in below if review[area] == "D" or draw.chance(0.6)]
    chosen += [("suggestion", theme_of(draw, "suggestion", area)) for area in below if draw.chance(0.45)]
    chosen = draw.shuffled(chosen)[:4]
    met = {theme: weight for theme, weight in COMMON["strength"].items() if review[AREA[theme]] in "AB"}
    wanted = draw.whole(max(2, len(chosen) + 1), min(6, len(chosen) + 4))
    while len(chosen) < wanted:
        kind = "strength" if not any(one == "strength" for one, _ in chosen) else draw.pick(("strength", "weakness", "suggestion"))
        one = kind, draw.weighted(met if kind == "strength" else COMMON[kind])
        good_and_bad = {(other, one[1]) for other in ("strength", "weakness")}
        if one not in chosen and not (kind != "suggestion" and good_and_bad & set(chosen)):
            chosen.append(one)
    return sorted(chosen, key=lambda one: (list(SENTENCES).index(one[0]), AREA[one[1]], one[1]))


def approval(draw, review, text):
    day = dt.date.fromisoformat(review["review_date"]) + dt.timedelta(draw.whole(60, 240))
    if day > AS_OF or not draw.chance(0.35):
        return {}
    return {"approved_by": "Studierektor, fiktiv", "approved_on": day.isoformat(),
            "text_hash": hashlib.sha256(text.encode("utf-8")).hexdigest()}


def files(region):
    draw, rows = Draw("iakttagelser"), []
    for review in region.reviews:
        for kind, theme in subjects(draw, review):
            goals, often = SUB_GOALS.get(theme, ((), 0))
            goal = draw.pick(goals) if kind != "strength" and draw.chance(often) else ""
            text = sentence(draw, kind, theme)
            row = {"review_id": review["review_id"], "area": AREA[theme], "kind": kind, "theme": theme, "sub_goal": goal, "text": text}
            rows.append({name: value for name, value in row.items() if value} | approval(draw, review, text))
    yield "findings.json", json_file(rows)
