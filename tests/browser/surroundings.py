"""The same pages without scripts, opened as files, and inside a frame of another page."""
import html
import re
from urllib.parse import quote

from looks import WIDE

CONTROLS = "Array.from(document.querySelectorAll('button, input, select, textarea, form')).filter(probe.visible).map(probe.name)"
# What shows that the style is applied and, where there is a table to sort, that the script has run.
STATE = """({font: getComputedStyle(document.body).fontFamily, margin: getComputedStyle(document.body).margin,
  paper: getComputedStyle(document.body).backgroundColor, buttons: document.querySelectorAll('th button').length,
  forms: Array.from(document.querySelectorAll('form')).filter(probe.visible).length, title: document.title})"""


def plain(text):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", text))).strip()


def without_scripts(report, chrome, server, kind):
    """All rows and all words of the file are there to see, and nothing that does nothing when pressed."""
    chrome.open(server.url(f"{kind.site}/{kind.path}"))
    problems = [f"{name} is in sight but cannot work" for name in chrome.evaluate(CONTROLS)]
    source = kind.file.read_text("utf-8")
    rows, seen = source.count("<tr"), chrome.evaluate("document.querySelectorAll('tr').length")
    hidden = chrome.evaluate("Array.from(document.querySelectorAll('tbody tr')).filter(row => !row.closest('details') && "
                             "!row.checkVisibility()).length")
    if rows != seen or hidden:
        problems.append(f"the file has {rows} rows, the page {seen}, of which {hidden} hidden")
    shown = chrome.evaluate("probe.headings()")
    written = [plain(heading) for heading in re.findall(r"<h[123]\b[^>]*>(.*?)</h[123]>", source, re.S)]
    problems += [f"the heading {heading!r} is not in sight" for heading in written if heading and heading.replace(" ", "") not in shown]
    if chrome.evaluate("document.querySelectorAll('th button').length"):
        problems.append("the script ran after all: the test is no test")
    report.case(f"{kind.title}: complete without scripts", problems)


def follow(chrome, selector):
    """Presses the first link that fits; where it was to lead, and where one came."""
    wanted = chrome.evaluate(f"(link => link && link.href)(document.querySelector({selector!r}))")
    if wanted is None:
        return [f"there is no link {selector}"]
    chrome.evaluate(f"document.querySelector({selector!r}).click()")
    chrome.wait(lambda: chrome.evaluate("document.readyState === 'complete' && location.href") == wanted)
    came = chrome.evaluate("[location.href, !!document.querySelector('main h1')]")
    return [] if came == [wanted, True] else [f"{selector} should lead to {wanted}, came to {came[0]}"]


def as_file(report, chrome, server, kind):
    """From a folder, without a server: looks and works the same, and leads on."""
    chrome.open(server.url(f"{kind.site}/{kind.path}"))
    served = chrome.evaluate(STATE)
    chrome.console()
    chrome.open("file://" + quote(str(kind.file)))
    opened = chrome.evaluate(STATE)
    problems = [f"{what} is {opened[what]!r}, but {served[what]!r} from a server" for what in served if served[what] != opened[what]]
    for selector in ("header nav a:not([aria-current])", "main a[href$='.html']", "footer a"):
        problems += follow(chrome, selector)
        chrome.open("file://" + quote(str(kind.file)))
    report.case(f"{kind.title}: works as a file", problems + chrome.console())


def framed(report, chrome, server, kind):
    """Inside a frame of the intranet: shown, nothing cut off sideways, and links stay in the frame."""
    chrome.console()
    chrome.open(server.frame(f"{kind.site}/{kind.path}"))
    outer = chrome.driver.current_url
    chrome.driver.switch_to.frame(0)
    shown = chrome.js("return [!!document.querySelector('main h1'), document.documentElement.scrollWidth <= innerWidth, "
                      "document.styleSheets.length > 0]")
    problems = [problem for good, problem in zip(shown, ("no heading", "scrolls sideways", "no style")) if not good]
    wanted = chrome.js("const link = document.querySelector('header nav a:not([aria-current])'); link.click(); return link.href")
    chrome.wait(lambda: chrome.js("return document.readyState === 'complete' && location.href") == wanted)
    if chrome.js("return location.href") != wanted:
        problems.append("the menu does not lead on inside the frame")
    chrome.driver.switch_to.default_content()
    if chrome.driver.current_url != outer:
        problems.append("a link leaves the frame")
    report.case(f"{kind.title}: works in a frame", problems + chrome.console())


def run(report, chrome, server, kinds):
    chrome.media()
    chrome.viewport(*WIDE)
    chrome.scripts(False)
    for kind in kinds:
        without_scripts(report, chrome, server, kind)
    chrome.scripts(True)
    for kind in kinds:
        if kind.name in ("overview", "units", "unit"):
            as_file(report, chrome, server, kind)
        if kind.name in ("overview", "units"):
            framed(report, chrome, server, kind)
