"""The site as one file: one page in sight at a time, sound in itself, and on paper."""
import subprocess
from urllib.parse import quote

import looks
import sites

SEEN = "Array.from(document.querySelectorAll('article')).filter(page => page.checkVisibility()).map(page => page.id)"


def run(report, chrome, program, folder):
    file = folder / "en-fil.html"
    words = ["build", "content/sites/demo", "--single-file", file, "--ledger", folder / "en-fil-liggare"]
    for kind in ("unit", "indicator", "forum", "meeting"):  # axe goes through what is hidden too
        words += ["--without", kind]
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, cwd=sites.ROOT)
    if done.returncode != 0:
        raise SystemExit(f"{program} made no single file:\n{done.stderr}")
    url = "file://" + quote(str(file))
    chrome.viewport(*looks.WIDE)
    chrome.scripts(False)
    report.case("demo/single: one page at a time, without scripts", list(story(chrome, url)))
    chrome.scripts(True)
    for name, anchor in (("first", ""), ("area", "#p3"), ("open list", "#p0")):
        report.case(f"demo/single, {name}: axe finds nothing, light and narrow, dark and wide", list(rules(chrome, url + anchor, name)))


def story(chrome, url):
    def shown(what, wanted):
        seen = chrome.evaluate(SEEN)
        if seen != wanted:
            yield f"{what}: {seen[:4]} in sight, not {wanted}"

    chrome.console()
    chrome.open(url)
    yield from shown("at first", ["p0"])
    chrome.evaluate("document.querySelector('header nav a[href=\"#p2\"]').click()")
    yield from shown("after a link in the menu", ["p2"])
    inner = chrome.evaluate("(id => { location.hash = '#' + id; return id; })(document.querySelector('#p3 h2[id]').id)")
    yield from shown(f"at a heading, {inner}", ["p3"])
    one, _ = looks.sheets(chrome)
    if one > 5:
        yield f"{one} sheets of paper for one page"
    chrome.evaluate("location.hash = '#all'")
    every = chrome.evaluate("document.querySelectorAll('article').length")
    if len(chrome.evaluate(SEEN)) != every:
        yield "not all pages are in sight when asked for"
    said = chrome.console()
    yield from said


def rules(chrome, url, name):
    for scheme, size in (("light", looks.NARROW), ("dark", looks.WIDE)):
        chrome.media(scheme)
        chrome.viewport(*size)
        chrome.open("about:blank")
        chrome.open(url)
        if name == "open list":
            chrome.evaluate("document.querySelectorAll('.list, .list details').forEach(list => { list.open = true; })")
        if chrome.evaluate("document.documentElement.scrollWidth > innerWidth"):
            yield f"scrolls sideways at {size[0]} px"
        chrome.evaluate(looks.AXE.read_text("utf-8") + ";0")
        yield from looks.axe(chrome, looks.TAGS)
    chrome.media()
    chrome.viewport(*looks.WIDE)
