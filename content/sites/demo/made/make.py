#!/usr/bin/env python3
"""Makes the data of the demonstration region. All of it is FICTIONAL.

usage: make.py            writes what differs in ../data and ../approvals.csv
       make.py --check    only says what differs, and how; exit 1 when something does

Standard library only. The same bytes every time, with any Python from 3.9 on: see draw.py and zipped.py for what that takes.
"""
import json
import pathlib
import sys

sys.dont_write_bytecode = True  # nothing but data is to appear in a site's folder
import approvals  # noqa: E402
import findings  # noqa: E402
import follow_up  # noqa: E402
import plan  # noqa: E402
import region  # noqa: E402
import reports  # noqa: E402
import reviews  # noqa: E402
import survey  # noqa: E402
from files import csv_file  # noqa: E402

SITE = pathlib.Path(__file__).resolve().parents[1]


def made():
    """{path in the site: bytes}"""
    here = region.Region()
    files = {"units.csv": csv_file(here.units, region.COLUMNS), "reviews.csv": csv_file(here.reviews, reviews.FILE_COLUMNS)}
    for part in (survey, reports, findings, follow_up, plan):
        files.update(part.files(here))
    files = {"data/" + name: content for name, content in files.items()}
    files["approvals.csv"] = approvals.file(json.loads(files["data/findings.json"]), here.reviews)
    return files


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    files = made()
    there = {str(path.relative_to(SITE)): path.read_bytes() for path in (*SITE.glob("data/*"), *SITE.glob("approvals.csv"))}
    differing = [name for name in sorted(files.keys() | there.keys()) if files.get(name) != there.get(name)]
    for name in differing:
        print(f"{name}: " + ("is not made here" if name not in files else "is missing" if name not in there else "has other bytes"))
    if sys.argv[1:]:
        sys.exit(1 if differing else 0)
    for name in set(differing) & files.keys():
        (SITE / name).write_bytes(files[name])


main()
