"""Each kind of page as people see it: rules of accessibility in light and dark, wide and narrow; enlarged; forced colours; on paper."""
import json
import pathlib
import re

from chrome import Missing

AXE = pathlib.Path(__file__).parent / "node_modules/axe-core/axe.min.js"
PROBE = pathlib.Path(__file__).parent / "probe.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
# In the dark only what depends on colour can differ: the other rules see the same page.
COLOUR = ["color-contrast", "link-in-text-block"]
LIKE = ("unit-history", "unit-late", "overview-en", "unit-en")  # made as others that are looked at from all sides
WIDE, NARROW, ENLARGED = (1280, 1024), (320, 720), (320, 256)  # the last is 400 % of 1280 x 1024
A4 = (688, 1000)  # what the margins leave of the paper, in CSS pixels
SHEETS = {"unit": 2, "overview": 7, "forum": 5, "forums": 2, "changes": 6, "areas": 3, "area": 4, "units": 16, "method": 3, "data": 18,
          "accessibility": 2, "coverage": 9, "survey": 6, "indicators": 7, "indicator": 5, "search": 6, "meeting": 6, "components": 8, "deliveries": 11,
          "requirements": 10, "sheet": 3, "sheets": 7,
          "embed": 5, "register": 4, "calendar": 8, "plan": 12}


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
    pdf = chrome.pdf()
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


SCHEME, REFLOW, CHARTS, FORCED, STILL = (
    "follows the scheme that the reader has chosen", "no sideways scrolling at 320 px and 400 %",
    "charts have names, true shapes and a table", "forced colours lose nothing", "nothing moves for who asks for stillness")
# How the page is looked at, and what is asked then; each change of the look costs a layout, so that all is asked at once.
STATES = [
    (WIDE, "light", {}, {SCHEME: "plain", CHARTS: "charts"}),
    (WIDE, "dark", {}, {SCHEME: "plain"}),
    (WIDE, "dark", {"forced_colors": "active"}, {FORCED: "forced"}),
    (WIDE, "light", {"forced_colors": "active"}, {FORCED: "forced"}),
    (WIDE, "light", {"reduced_motion": "reduce"}, {STILL: "moving"}),
    (NARROW, "light", {}, {REFLOW: "reflow", CHARTS: "charts"}),
    (ENLARGED, "light", {}, {REFLOW: "reflow"}),
]


def from_all_sides(chrome):
    found = {case: [] for case in (SCHEME, REFLOW, CHARTS, FORCED, STILL)}
    for size, scheme, features, questions in STATES:
        chrome.viewport(*size)
        chrome.media(scheme, **features)
        answers = chrome.evaluate("({" + ", ".join(f"{question}: probe.{question}()" for question in questions.values()) + "})")
        for case, question in questions.items():
            found[case] += [f"{size[0]} x {size[1]}, {scheme}: {answer}" for answer in answers[question]]
    return found


def rules(chrome, kind):
    """The rules of accessibility; last, because long tables are shortened for it."""
    chrome.evaluate(AXE.read_text("utf-8") + "; probe.shorten()")
    every, colour = {"type": "tag", "values": TAGS}, {"type": "rule", "values": COLOUR}
    looks = ((WIDE, "light", every), (WIDE, "dark", colour), (NARROW, "dark", colour), (NARROW, "light", every))
    for size, scheme, only in looks[:2] if kind.name in LIKE else looks:
        chrome.viewport(*size)
        chrome.media(scheme)
        for problem in axe(chrome, only):
            yield f"{size[0]} px, {scheme}: {problem}"


def page(report, chrome, server, kind):
    chrome.media()
    chrome.viewport(*WIDE)
    chrome.console()
    chrome.open(server.url(f"{kind.site}/{kind.path}"))
    for case, problems in from_all_sides(chrome).items():
        report.case(f"{kind.title}: {case}", problems)
    if not kind.name.endswith("-en"):
        problems, count = paper(chrome, kind)
        report.case(f"{kind.title}: prints well on A4, {count} sheets", problems)
    report.case(f"{kind.title}: axe finds nothing, light and dark{'' if kind.name in LIKE else ', wide and narrow'}", rules(chrome, kind))
    elsewhere = chrome.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)"
                                ".filter(name => !name.startsWith(location.origin))")
    report.case(f"{kind.title}: no request to another host, nothing in the console", elsewhere + chrome.console())
