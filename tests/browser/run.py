"""Drives the finished sites in a real browser: run.py --program PATH [--pages overview,unit,...] [--timings]"""
import argparse
import pathlib
import sys
import tempfile

import embedded
import files
import finding
import keyboard
import looks
import markup
import parts
import pictures
import policy
import preview
import single
import sites
import surroundings
import tables
import themed
from chrome import Chrome, Missing
from report import Report
from serve import Server


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pages", type=lambda text: text.split(","), help="only these kinds of page")
    parser.add_argument("--accept", action="store_true", help="the parts look as they should: parts.json is written anew")
    parser.add_argument("--timings", action="store_true", help="say where the time goes")
    options = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory(prefix="lagesbild-browser-site-") as temporary:
        folder = pathlib.Path(temporary)
        kinds = []
        for site in ("demo", "stockholm", "vasterbotten"):
            kinds += sites.kinds(site, sites.build(options.program, site, folder / site))
            files.run(report, site, folder / site)
        kinds += sites.reports(options.program, folder) + sites.sheets(options.program, folder) + sites.comparison(options.program, folder)
        if options.pages:
            kinds = [kind for kind in kinds if kind.name in options.pages]
        themed.build(options.program, folder)
        markup.run(report, kinds, folder)
        with Server(folder) as server, Chrome() as chrome:
            looks.prepare(chrome)
            pictures.run(report, chrome, folder / "demo", "demo")
            for kind in kinds:
                looks.page(report, chrome, server, kind)
                keyboard.page(report, chrome, server, kind)
            parts.run(report, chrome, server, kinds, options.accept)
            themed.run(report, chrome, server)
            tables.run(report, chrome, server, kinds)
            finding.run(report, chrome, server, kinds)
            surroundings.run(report, chrome, server, kinds)
            single.run(report, chrome, options.program, folder)
            preview.run(report, chrome, options.program)
            policy.run(report, chrome, options.program, folder, kinds)
            embedded.run(report, chrome, options.program, folder)
            report.case("the server was asked only for what is there", server.failures)
    if options.timings:
        report.timings()
    report.close()


if __name__ == "__main__":
    try:
        main()
    except Missing as missing:
        sys.exit(f"browser: {missing}")
