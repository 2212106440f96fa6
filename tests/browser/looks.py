"""Each kind of page as people see it: rules of accessibility in light and dark, wide and narrow; enlarged; forced colours; on paper."""
import base64
import json
import pathlib
import re

from chrome import Missing

AXE = pathlib.Path(__file__).parent / "node_modules/axe-core/axe.min.js"
PROBE = pathlib.Path(__file__).parent / "probe.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
# In the dark only what depends on colour can differ: the other rules see the same page.
COLOUR = ["color-contrast", "link-in-text-block"]
WIDE, NARROW, ENLARGED = (1280, 1024), (320, 720), (320, 256)  # the last is 400 % of 1280 x 1024
A4 = (688, 1000)  # what the margins leave of the paper, in CSS pixels
SHEETS = {"unit": 2, "overview": 7, "forum": 5, "forums": 2, "areas": 3, "area": 4, "units": 16, "method": 3, "accessibility": 2}


def prepare(chrome):
    """Loads the probe into every page from now on, and fails early if the accessibility engine is missing."""
    if not AXE.is_file():
        raise Missing(f"{AXE} is missing: npm ci --prefix tests/browser")
    chrome.cdp("Page.addScriptToEvaluateOnNewDocument", source=PROBE.read_text("utf-8"))


def axe(chrome, only):
    options = {"resultTypes": ["violations"], "preload": False, "runOnly": only}
    found = json.loads(chrome.evaluate(f"axe.run(document, {json.dumps(options)}).then(found => JSON.stringify(found.violations))"))
    for rule in found:
        for node in rule["nodes"]:
            detail = next((check["message"] for check in node["any"] + node["all"] + node["none"]), "")
            yield f"[{rule['id']}] {rule['help']}: {' '.join(map(str, node['target']))} {detail} {node['html'][:100]}"


def sheets(chrome):
    pdf = base64.b64decode(chrome.cdp("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69, printBackground=False)["data"])
    count = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
    boxes = {tuple(round(float(part)) for part in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf)}
    return count, boxes


def paper(chrome, kind):
    """Problems, and how many sheets the page takes."""
    chrome.media(kind="print")
    chrome.viewport(*A4)
    problems = chrome.evaluate("probe.printed()")
    chrome.media()
    chrome.viewport(*WIDE)
    count, boxes = sheets(chrome)
    limit = SHEETS.get(kind.name.split("-")[0], 4)
    if not 1 <= count <= limit:
        problems.append(f"{count} sheets of paper, more than {limit}")
    for box in boxes:
        if not (abs(box[2] - 595) <= 1 and abs(box[3] - 842) <= 1):
            problems.append(f"the paper measures {box[2:]} points, not A4")
    return problems, count


def in_each(chrome, question, sizes=(WIDE,), schemes=("light",), **features):
    """The answers of the page to a question, at each size and in each scheme, with the place said."""
    for size in sizes:
        chrome.viewport(*size)
        for scheme in schemes:
            chrome.media(scheme, **features)
            for answer in chrome.evaluate(question):
                yield f"{size[0]} x {size[1]}, {scheme}: {answer}"


def rules(chrome):
    """The rules of accessibility; last, because long tables are shortened for it."""
    chrome.evaluate(AXE.read_text("utf-8") + "; probe.shorten()")
    every, colour = {"type": "tag", "values": TAGS}, {"type": "rule", "values": COLOUR}
    for size, scheme, only in ((WIDE, "light", every), (WIDE, "dark", colour), (NARROW, "dark", colour), (NARROW, "light", every)):
        chrome.viewport(*size)
        chrome.media(scheme)
        for problem in axe(chrome, only):
            yield f"{size[0]} px, {scheme}: {problem}"


def page(report, chrome, server, kind):
    chrome.media()
    chrome.viewport(*WIDE)
    chrome.console()
    chrome.open(server.url(f"{kind.site}/{kind.path}"))
    both = ("light", "dark")
    report.case(f"{kind.title}: follows the scheme that the reader has chosen", in_each(chrome, "probe.plain()", schemes=both))
    report.case(f"{kind.title}: no sideways scrolling at 320 px and 400 %", in_each(
        chrome, "[...probe.overflow(), ...probe.cut().map(x => x + ' is cut off'), "
        "...probe.scrollers().map(x => x + ' scrolls but has no name or cannot be focused')]", sizes=(NARROW, ENLARGED)))
    report.case(f"{kind.title}: charts have names, true shapes and a table", in_each(chrome, "probe.charts()", sizes=(WIDE, NARROW)))
    report.case(f"{kind.title}: forced colours lose nothing", in_each(chrome, "probe.forced()", schemes=both, forced_colors="active"))
    report.case(f"{kind.title}: nothing moves for who asks for stillness", in_each(chrome, "probe.moving()", reduced_motion="reduce"))
    problems, count = paper(chrome, kind)
    report.case(f"{kind.title}: prints well on A4, {count} sheets", problems)
    report.case(f"{kind.title}: axe finds nothing, light and dark, wide and narrow", rules(chrome))
    elsewhere = chrome.evaluate("performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith(location.origin))")
    report.case(f"{kind.title}: no request to another host, nothing in the console", elsewhere + chrome.console())
