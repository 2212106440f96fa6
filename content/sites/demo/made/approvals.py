"""Which sentences somebody has read and approved: most, but not all, as in any region. Nobody real has."""
import datetime as dt
import hashlib
import re

from draw import Draw
from files import csv_file
from follow_up import COMMENTS, EXAMPLES
from region import AS_OF

COLUMNS = ("hash", "dataset", "id", "approved_by", "approved_on")
BY = "Samordnare för ST (fiktiv)"
READ_ON = [AS_OF - dt.timedelta(days) for days in (300, 180, 30)]


def sentences(text):
    return re.split("(?<=[.!?]) (?=[A-ZÅÄÖ0-9])", text)


def approval(dataset, about, sentence, day):
    return {"hash": hashlib.sha256(sentence.encode("utf-8")).hexdigest(), "dataset": dataset, "id": about, "approved_by": BY,
            "approved_on": day}


def file(findings, reviews):
    reviewed = {review["review_id"]: review["review_date"] for review in reviews}
    draw, rows = Draw("godkännanden"), {}
    for finding in findings:
        for sentence in sentences(finding["text"]):
            days = [day.isoformat() for day in READ_ON if day.isoformat() > reviewed[finding["review_id"]]]
            if "text_hash" not in finding and days and draw.chance(0.75):
                row = approval("findings", finding["review_id"], sentence, draw.pick(days))
                rows.setdefault((row["id"], row["hash"]), row)
    for unit, _, _, title, text, day in EXAMPLES:
        for sentence in (title, *sentences(text)) if day else ():
            row = approval("good_examples", unit, sentence, day)
            rows[unit, row["hash"]] = row
    for unit, _, text, _, day in COMMENTS:
        for sentence in sentences(text) if day else ():
            row = approval("comments", unit, sentence, day)
            rows[unit, row["hash"]] = row
    return csv_file(sorted(rows.values(), key=lambda row: (row["dataset"], row["id"], row["hash"])), COLUMNS)
