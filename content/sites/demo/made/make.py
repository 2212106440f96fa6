#!/usr/bin/env python3
"""Makes the data of the demonstration region. All of it is FICTIONAL.

usage: make.py            writes what differs in ../data
       make.py --check    only says what differs from ../data, and how; exit 1 when something does

Standard library only. The same bytes every time, with any Python from 3.9 on: see draw.py and zipped.py for what that takes.
"""
import pathlib
import sys

sys.dont_write_bytecode = True  # nothing but data is to appear in a site's folder
import findings  # noqa: E402
import follow_up  # noqa: E402
import region  # noqa: E402
import reports  # noqa: E402
import reviews  # noqa: E402
import survey  # noqa: E402
from files import csv_file  # noqa: E402

DATA = pathlib.Path(__file__).resolve().parents[1] / "data"


def made():
    """{name: bytes}"""
    here = region.Region()
    files = {"units.csv": csv_file(here.units, region.COLUMNS), "reviews.csv": csv_file(here.reviews, reviews.REVIEW_COLUMNS)}
    for part in (survey, reports, findings, follow_up):
        files.update(part.files(here))
    return files


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    files = made()
    there = {path.name: path.read_bytes() for path in DATA.iterdir()}
    differing = [name for name in sorted(files.keys() | there.keys()) if files.get(name) != there.get(name)]
    for name in differing:
        print(f"{name}: " + ("is not made here" if name not in files else "is missing" if name not in there else "has other bytes"))
    if sys.argv[1:]:
        sys.exit(1 if differing else 0)
    for name in set(differing) & files.keys():
        (DATA / name).write_bytes(files[name])


main()
