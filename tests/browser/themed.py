"""A region's own look on a built site: its theme.css changes what it says in light and dark and nothing else, and everything can still be read."""
import shutil

import looks
import sites

THEME = """:root { --accent: #00447c; --a: #1b4f86; --b: #b8d4f0; --edge-b: #4a7fb5; --h1: 2.4rem; --corner: 8px; }
@media (prefers-color-scheme: dark) { :root { --accent: #9cc9f5; --a: #3f78b5; --b: #cfe3f7; --edge-b: #cfe3f7; } }
"""
LOOK = """(() => { const of = (selector, what) => getComputedStyle(document.querySelector(selector))[what];
  return {link: of('main a', 'color'), a: of('b.ga', 'backgroundColor'), c: of('b.gc', 'backgroundColor'), h1: of('h1', 'fontSize')}; })()"""
WANTED = {"light": {"link": "rgb(0, 68, 124)", "a": "rgb(27, 79, 134)", "c": "rgb(196, 127, 0)"},
          "dark": {"link": "rgb(156, 201, 245)", "a": "rgb(63, 120, 181)", "c": "rgb(232, 166, 42)"}}


def build(program, folder):
    """The demonstration site with a theme; where its pages are."""
    site = folder / "themed-site"
    shutil.copytree(sites.ROOT / "content/sites/demo", site)
    with (site / "site.yaml").open("a", encoding="utf-8") as yaml:
        yaml.write(f"\ncommon: {sites.ROOT / 'content/common'}\ntemplates: {sites.ROOT / 'templates'}\n")
    (site / "theme.css").write_text(THEME, "utf-8")
    return sites.build(program, site, folder / "themed")


def run(report, chrome, server):
    chrome.viewport(*looks.WIDE)
    for page in ("index.html", "omrade/c.html", "stil/delar.html"):
        problems = []
        for scheme, wanted in WANTED.items():
            chrome.media(scheme)
            chrome.open(server.url(f"themed/{page}"))
            seen = chrome.evaluate(LOOK)
            size = float(chrome.evaluate("getComputedStyle(document.documentElement).fontSize").removesuffix("px"))
            wanted = wanted | {"h1": f"{2.4 * size:g}px"}
            problems += [f"{scheme}: {what} is {seen[what]}, not {value}" for what, value in wanted.items() if seen[what] != value]
            chrome.evaluate(looks.AXE.read_text("utf-8") + "; probe.shorten()")
            problems += [f"{scheme}: {one}" for one in looks.axe(chrome, {"type": "rule", "values": looks.COLOUR})]
        report.case(f"themed/{page}: the region's colours, and all can be read", problems)
    chrome.media()
