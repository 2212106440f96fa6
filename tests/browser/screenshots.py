"""Pictures of every kind of page, to be looked at by people:
screenshots.py --program PATH --out DIR [--pages overview,unit,...] [--widths 1440,768,375] [--schemes light,dark]
    [--sites demo,stockholm] [--print yes]
Names of pages: as in sites.py, with the language after a hyphen (unit-en). `--print yes` adds the pages as they come out on paper."""
import argparse
import base64
import pathlib
import shutil
import subprocess
import sys
import tempfile

import sites
from chrome import Chrome, Missing
from serve import Server

TALLEST = 6000


def picture(chrome, file, width):
    height = min(TALLEST, chrome.js("return Math.ceil(document.documentElement.getBoundingClientRect().height)"))
    shot = chrome.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=True,
                      clip={"x": 0, "y": 0, "width": width, "height": max(1, height), "scale": 1})
    file.write_bytes(base64.b64decode(shot["data"]))


def paper(chrome, file):
    """The page as PDF, and the first six sheets as pictures if the tool for it is there."""
    chrome.media()
    file.write_bytes(chrome.pdf())
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-png", "-r", "70", "-l", "6", str(file), str(file.with_suffix(""))], check=True)


def take(options, chrome, server, kind):
    stem = f"{kind.site}-{kind.name}".replace("/", "-")
    for width in options.widths:
        chrome.viewport(width, 900)
        for scheme in options.schemes:
            chrome.media(scheme)
            chrome.open(server.url(f"{kind.site}/{kind.path}"))
            picture(chrome, options.out / f"{stem}-{width}-{scheme}.png", width)
    if options.print == "yes":
        paper(chrome, options.out / f"{stem}-print.pdf")
    print(f"{kind.title}: {kind.path}")


def main():
    listed = lambda text: [part for part in text.split(",") if part]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--pages", type=listed, default=[])
    parser.add_argument("--widths", type=lambda text: [int(part) for part in listed(text)], default=[1440, 768, 375])
    parser.add_argument("--schemes", type=listed, default=["light", "dark"])
    parser.add_argument("--sites", type=listed, default=["demo", "stockholm"])
    parser.add_argument("--print", choices=["yes", "no"], default="no")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="lagesbild-pictures-") as temporary:
        folder = pathlib.Path(temporary)
        kinds = []
        for site in options.sites:
            kinds += sites.kinds(site, sites.build(options.program, site, folder / site))
        kinds += sites.reports(options.program, folder) + sites.sheets(options.program, folder)
        if "demo" in options.sites:
            kinds += sites.comparison(options.program, folder)
        unknown = set(options.pages) - {kind.name for kind in kinds}
        if unknown:
            sys.exit(f"no page is called {', '.join(sorted(unknown))}; there are {', '.join(sorted({kind.name for kind in kinds}))}")
        with Server(folder) as server, Chrome() as chrome:
            for kind in kinds:
                if not options.pages or kind.name in options.pages:
                    take(options, chrome, server, kind)


if __name__ == "__main__":
    try:
        main()
    except Missing as missing:
        sys.exit(f"screenshots: {missing}")
