#!/usr/bin/env python3
"""Builds the sites demo and stockholm and compares every number a reader sees with one computed here, from the raw files.

usage: run.py --program PATH

region_figures.py computes, pages.py reads the finished pages; neither knows the generator. The words around the numbers come from
content/common/text, so that they may change.
"""
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import approved_texts  # noqa: E402
import changes  # noqa: E402
import deliveries  # noqa: E402
import demo  # noqa: E402
import demo_data  # noqa: E402
import demo_survey  # noqa: E402
import downloads  # noqa: E402
import figures  # noqa: E402
import indicators  # noqa: E402
import pages_and_files  # noqa: E402
import register  # noqa: E402
import requirements  # noqa: E402
import stockholm  # noqa: E402
import themes  # noqa: E402
from edition import SITES, Compared, Edition  # noqa: E402
from program_tests import Tally, arguments, run, temporary_folder  # noqa: E402
from region_figures import rows  # noqa: E402


def computed_from(data):
    program = pathlib.Path(__file__).with_name("region_figures.py")
    return json.loads(subprocess.run([sys.executable, program, data], capture_output=True, text=True, check=True).stdout)


def compare_demo(tally, out):
    data = SITES / "demo/data"
    computed, units, reviews = computed_from(data), rows(data / "units.csv"), rows(data / "reviews.csv")
    checks = (  # what, the least number of comparisons, the function, what else it needs
        ("areas and rounds", 160, demo.overview_areas), ("state", 6, demo.overview_state), ("groups", 11, demo.overview_groups),
        ("area pages", 800, demo.area_pages, units), ("list of units", 700, demo.units_list, units),
        ("unit pages", 5000, demo.unit_pages, units, reviews), ("forum pages", 1200, demo.forum_pages, units))
    cases = register.Cases()
    Compared().run(register.file_of_cases, out, cases).report(tally, "demo, the register of D, as a file", 1800)
    for language in ("sv", "en"):
        edition = Edition(out, language, "demo")
        for name, least, check in (("register of D", 50, register.page_of_register), ("days on all pages", 30, register.places_of_days),
                                   ("steps of units", 180, register.unit_steps)):
            Compared().run(check, edition, cases).report(tally, f"demo, {language}, {name}", least)
        for name, least, check, *more in checks:
            Compared().run(check, edition, computed, *more).report(tally, f"demo, {language}, {name}", least)
        Compared().run(deliveries.page_of_deliveries, edition).report(tally, f"demo, {language}, what has come in", 900)
        Compared().run(themes.themes_page, edition, computed, units, reviews).report(tally, f"demo, {language}, themes", 180)
        Compared().run(themes.examples_page, edition, computed, units).report(tally, f"demo, {language}, good examples", 12)
        Compared().run(requirements.page_of_requirements, edition).report(tally, f"demo, {language}, requirements", 400)
        Compared().run(requirements.checklists, edition).report(tally, f"demo, {language}, checklists of units", 1900)
        Compared().run(demo_survey.survey_page, edition).report(tally, f"demo, {language}, survey", 90)
    Compared().run(themes.links_between_units, Edition(out, "sv", "demo"), computed, units, reviews).report(tally, "demo, links between units", 350)
    for name, least, check in (("indicator pages", 3500, pages_and_files.indicator_pages), ("answers of units", 7000, pages_and_files.unit_answers),
                               ("grades of units", 180, pages_and_files.areas_of_units)):
        Compared().run(check, out).report(tally, f"demo, {name} as in the files to download", least)
    Compared().run(deliveries.file_of_deliveries, out).report(tally, "demo, what has come in, as a file", 1300)
    Compared().run(requirements.as_published, out).report(tally, "demo, requirements as in the file of values", 5)
    Compared().run(demo.published_figures, Edition(out, "sv", "demo")).report(tally, "demo, what has been published", 13)


def compare_stockholm(tally, out):
    computed = computed_from(SITES / "stockholm/data")
    for language in ("sv", "en"):
        edition = Edition(out, language, "stockholm")
        Compared().run(stockholm.published_means, edition, computed).report(tally, f"stockholm, {language}, published means", 9)
        Compared().run(stockholm.survey_tables, edition).report(tally, f"stockholm, {language}, tables 5-7", 30)


def main():
    given = arguments(__doc__)
    tally = Tally()
    with temporary_folder() as name:
        for site, check in (("demo", compare_demo), ("stockholm", compare_stockholm)):
            out = pathlib.Path(name) / site
            done = run(given.program, "build", SITES / site, "--out", out)
            tally.case(f"{site} is built", done.stderr + ("" if done.returncode == 0 else f"exit {done.returncode}"))
            if done.returncode == 0:
                check(tally, out)
                downloads.compare(tally, site, out)
                Compared().run(figures.numbers, out).report(tally, f"{site}, charts as files of numbers", 20)
                if site == "demo":
                    approved_texts.compare(tally, out)
                    indicators.compare_demo(tally, given.program, out)
        indicators.compare_made(tally, given.program, pathlib.Path(name) / "made")
        changes.compare(tally, given.program, pathlib.Path(name) / "changes")
    demo_data.check(tally)
    tally.finish()


if __name__ == "__main__":
    main()
