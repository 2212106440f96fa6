"""Free text on the demo site: what somebody has approved is on its unit's page, and what nobody has approved is in no byte of the site."""
import csv
import hashlib
import json
import re

from edition import SITES
from region_figures import rows

SITE = SITES / "demo"


def sentences(text):
    return re.split("(?<=[.!?]) (?=[A-ZÅÄÖ0-9])", text)


def texts():
    """[(dataset, id, text, whether its file says that it is approved)]"""
    for finding in json.loads((SITE / "data/findings.json").read_text(encoding="utf-8")):
        yield "findings", finding["review_id"], finding["text"], "text_hash" in finding
    for example in rows(SITE / "data/good_examples.csv"):
        for field in ("title", "text"):
            yield "good_examples", example["unit_id"], example[field], False
    for comment in rows(SITE / "data/comments.csv"):
        yield "comments", comment["unit_id"], comment["text"], False


def compare(tally, out):
    with (SITE / "approvals.csv").open(encoding="utf-8", newline="") as file:
        approved = {(row["dataset"], row["id"], row["hash"]) for row in csv.DictReader(file, delimiter=";")}
    reviews = {row["review_id"]: row for row in rows(SITE / "data/reviews.csv")}
    latest = {}
    for review in sorted(reviews.values(), key=lambda row: row["review_date"]):
        latest[review["unit_id"]] = review["review_id"]
    shown, hidden, of_unit = set(), set(), {}
    for dataset, about, text, in_file in texts():
        for sentence in sentences(text):
            fine = in_file or (dataset, about, hashlib.sha256(sentence.encode("utf-8")).hexdigest()) in approved
            (shown if fine else hidden).add(sentence)
            unit = about if dataset != "findings" else reviews[about]["unit_id"]
            if dataset != "findings" or latest[unit] == about:
                of_unit.setdefault(unit, {True: set(), False: set()})[fine].add(sentence)
    everything = "".join(path.read_bytes().decode("utf-8", "replace") for path in sorted(out.rglob("*")) if path.is_file())
    problems = [f"is on the site: {sentence}" for sentence in sorted(hidden - shown) if sentence in everything]
    compared = 0
    for unit, (yes, no) in ((unit, (both[True], both[False])) for unit, both in sorted(of_unit.items())):
        page = (out / f"enhet/{unit.lower()}.html").read_text(encoding="utf-8")
        compared += len(yes) + len(no)
        problems += [f"{unit} lacks: {sentence}" for sentence in sorted(yes) if sentence not in page]
        problems += [f"{unit} shows: {sentence}" for sentence in sorted(no - yes) if sentence in page]
    if len(hidden - shown) < 10 or compared < 500:
        problems.append(f"{len(hidden - shown)} sentences approved nowhere, {compared} looked for on their units' pages")
    tally.case("demo, sentences are shown exactly where they are approved", problems)
