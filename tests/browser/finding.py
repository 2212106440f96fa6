"""Search, what filters leave in the address and in a file, and units side by side: by keyboard, from a server and as files."""
import json
import unicodedata
from urllib.parse import parse_qs, quote, urlsplit

from keyboard import press
from looks import AXE, NARROW, TAGS, WIDE, axe

SEARCH = """({open: document.getElementById('sok').getAttribute('aria-expanded'), value: document.getElementById('sok').value,
  names: Array.from(document.querySelectorAll('#sok-val [role=option]')).map(option => (option.querySelector('b') || option).textContent),
  hidden: document.getElementById('sok-val').hidden, said: document.querySelector('form.seek [role=status]').textContent,
  active: (id => id && (at => (at.querySelector('b') || at).textContent)(document.getElementById(id)))(
    document.getElementById('sok').getAttribute('aria-activedescendant')),
  marked: document.querySelectorAll('#sok-val [aria-selected=true]').length})"""
ARRIVED = "document.readyState === 'complete' && !!document.querySelector('main h1') && location.href !== %r"


def keys():
    from selenium.webdriver.common.keys import Keys
    return Keys


def look(chrome):
    return chrome.evaluate(SEARCH)


def ask(chrome, question):
    """Types into the field at the top; the answer is there when the script of the index has come."""
    chrome.evaluate("document.getElementById('sok').focus(); document.getElementById('sok').value = ''")
    press(chrome, question)
    chrome.wait(lambda: look(chrome)["said"] != "")
    return look(chrome)


def follow(chrome, *pressed):
    before = chrome.driver.current_url
    press(chrome, "".join(pressed))
    chrome.wait(lambda: chrome.evaluate(ARRIVED % before))
    return chrome.evaluate("document.querySelector('main h1').textContent.trim()")


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def index_of(chrome):
    return chrome.evaluate("window.lagesbild_search.found")


def searching(chrome, url):
    """The walk-through that a reader makes: type, see, move, follow; and what is said meanwhile."""
    problems = []
    chrome.open(url)
    first = ask(chrome, "a")
    found = index_of(chrome)
    names = [one[1] for one in found if one[0] == 0]
    if first["open"] != "true" or len(first["names"]) != 9:
        problems.append(f"'a' gives {len(first['names'])} suggestions, wanted 8 and the way to all; aria-expanded is {first['open']}")
    # Two words in the wrong order, cut short, in capitals and without the dots.
    name = next((n for n in names if len(n.split()) > 1 and plain(n) != n.lower()), names[len(names) // 2])
    question = " ".join(plain(word)[:5] for word in reversed(name.split())).upper()
    answer = ask(chrome, question)
    if name not in answer["names"]:
        problems.append(f"{question!r} does not find {name!r}, but {answer['names']}")
    press(chrome, keys().ARROW_DOWN)
    moved = look(chrome)
    if moved["active"] != moved["names"][0] or moved["marked"] != 1:
        problems.append(f"the arrow marks {moved['active']!r}, {moved['marked']} of them")
    press(chrome, keys().ARROW_UP)
    if look(chrome)["active"] != moved["names"][-1]:
        problems.append("the arrow up does not go round to the last")
    press(chrome, keys().ESCAPE)
    closed = look(chrome)
    if closed["open"] != "false" or not closed["hidden"] or not closed["value"]:
        problems.append(f"Escape leaves the list {closed}")
    press(chrome, keys().ESCAPE)
    if look(chrome)["value"]:
        problems.append("Escape a second time leaves the words")
    nothing = ask(chrome, "qqqq")
    if nothing["names"] or not nothing["hidden"] or not nothing["said"]:
        problems.append(f"what is nowhere gives {nothing}")
    ask(chrome, name)
    came = follow(chrome, keys().ARROW_DOWN, keys().ENTER)
    if came != name:
        problems.append(f"Enter on {name!r} leads to {came!r}")
    return problems


def all_hits(chrome, url):
    """The last suggestion leads to all of them, and the question stays."""
    chrome.open(url)
    told = ask(chrome, "a")["names"][-1]
    follow(chrome, keys().ARROW_UP, keys().ENTER)
    chrome.wait(lambda: chrome.evaluate("!!document.querySelector('.hits li')"))
    shown = chrome.evaluate("({count: document.querySelectorAll('.hits li').length, said: document.querySelector('.hits h2').textContent, "
                            "value: document.getElementById('sok').value})")
    wanted = "".join(filter(str.isdigit, told))
    problems = [] if str(shown["count"]) == wanted and wanted in shown["said"] else [f"{told!r} leads to {shown}"]
    return problems + ([] if shown["value"] == "a" else ["the question is gone"])


BOXES = "Array.from(document.querySelectorAll('#enheter .pick'))"
COMPARED = """({names: Array.from(document.querySelectorAll('#jamforelse thead .own a')).map(a => a.textContent),
  said: document.querySelector('#val [role=status]') ? document.querySelector('#val [role=status]').textContent : '',
  grades: Array.from(document.querySelectorAll('#jamforelse tr[data-is=grade]')).map(
    row => Array.from(row.querySelectorAll('.own')).map(cell => cell.textContent.trim())),
  shown: document.querySelectorAll('#jamforelse tr[data-is]:not([hidden])').length})"""
ROW = """(at => { const row = document.querySelector('#enheter').tBodies[0].rows[at];
  return {name: row.cells[0].querySelector('a').textContent, grades: Array.from(row.querySelectorAll('td.g')).map(c => c.textContent.trim())}; })(%d)"""


def side_by_side(chrome, units_url):
    """Boxes on the list, the comparison, one unit fewer, one more; the cells are those of the list."""
    problems = []
    chrome.open(units_url)
    rows = [chrome.evaluate(ROW % at) for at in (1, 3, 4)]
    for at in (1, 3):
        chrome.evaluate(f"{BOXES}[{at}].focus()")
        press(chrome, keys().SPACE)
    chrome.evaluate("document.querySelector('.chosen a').focus()")
    follow(chrome, keys().ENTER)
    chrome.wait(lambda: len(chrome.evaluate(COMPARED)["names"]) == 2)
    table = chrome.evaluate(COMPARED)
    if table["names"] != [row["name"] for row in rows[:2]]:
        problems.append(f"chosen were {[row['name'] for row in rows[:2]]}, shown are {table['names']}")
    if table["grades"] != [list(pair) for pair in zip(rows[0]["grades"], rows[1]["grades"])]:
        problems.append(f"the grades are {table['grades']}, not those of the list")
    if "2" not in table["said"]:
        problems.append(f"two units are shown, but role=status says {table['said']!r}")
    chrome.evaluate("document.getElementById('lagg-till').focus()")
    press(chrome, rows[2]["name"])
    chrome.wait(lambda: chrome.evaluate("document.querySelectorAll('#lagg-till-val [role=option]').length") > 0)
    press(chrome, keys().ARROW_DOWN + keys().ENTER)
    chrome.wait(lambda: len(chrome.evaluate(COMPARED)["names"]) == 3)
    chosen = parse_qs(urlsplit(chrome.driver.current_url).query).get("enheter", [""])[0].split(",")
    if len(chosen) != 3 or rows[2]["name"] not in chrome.evaluate(COMPARED)["said"]:
        problems.append(f"one more: the address has {chosen}, said is {chrome.evaluate(COMPARED)['said']!r}")
    chrome.evaluate("document.querySelector('#jamforelse thead button').focus()")
    press(chrome, keys().ENTER)
    left = chrome.evaluate(COMPARED)["names"]
    if left != [rows[1]["name"], rows[2]["name"]] or not chrome.evaluate("!!document.activeElement.closest('#jamforelse thead button')"):
        problems.append(f"one fewer: {left} are left, and the focus is elsewhere")
    chrome.open(chrome.driver.current_url)
    chrome.wait(lambda: len(chrome.evaluate(COMPARED)["names"]) == 2)
    if chrome.evaluate(COMPARED)["names"] != left:
        problems.append("the address does not bring the units back")
    every = chrome.evaluate(COMPARED)["shown"]
    chrome.evaluate("document.querySelector('.only input').focus()")
    press(chrome, keys().SPACE)
    few = chrome.evaluate(COMPARED)
    if not few["shown"] < every:
        problems.append("rows that are alike stay when only the others are asked for")
    return problems


def kept_choice(chrome, units_url):
    """A filter and an order come back with the address; the button empties all fields."""
    chrome.open(units_url)
    status = chrome.evaluate("document.querySelector('[name=status]').options[1].value")
    chrome.evaluate("(f => { f.value = %s; f.dispatchEvent(new Event('input', {bubbles: true})); })"
                    "(document.querySelector('[name=status]'))" % json.dumps(status))
    chrome.evaluate("document.querySelector('#enheter').tHead.rows[0].cells[12].querySelector('button').focus()")
    press(chrome, keys().ENTER)
    seen = "Array.from(document.querySelectorAll('#enheter tbody tr')).filter(r => !r.hidden).map(r => r.cells[0].textContent)"
    before = chrome.evaluate(seen)
    chrome.open(chrome.driver.current_url)
    problems = [] if chrome.evaluate(seen) == before else ["the address does not bring the rows back in their order"]
    chrome.evaluate("document.querySelector('.filter [type=reset]').focus()")
    press(chrome, keys().ENTER)
    chrome.wait(lambda: len(chrome.evaluate(seen)) > len(before))
    if chrome.evaluate("document.querySelector('[name=status]').value") or len(chrome.evaluate(seen)) <= len(before):
        problems.append("the button does not give all rows back")
    return problems


def saved_file(chrome, units_url):
    """The file holds the rows in view and no others, and nothing that a spreadsheet would run."""
    chrome.open(units_url)
    chrome.evaluate("window.kept = []; URL.createObjectURL = blob => { window.kept.push(blob); return '#'; }")
    chrome.evaluate("document.querySelector('#enheter').tBodies[0].rows[0].cells[0].querySelector('a').textContent = '=1+1;\"x\"'")
    chrome.evaluate("(f => { f.value = f.options[1].value; f.dispatchEvent(new Event('input', {bubbles: true})); })"
                    "(document.querySelector('[name=drift]'))")
    shown = chrome.evaluate("Array.from(document.querySelectorAll('#enheter tbody tr')).filter(r => !r.hidden).length")
    chrome.evaluate("document.querySelector('[data-save]').focus()")
    press(chrome, keys().ENTER)
    mark = chrome.evaluate("window.kept[0].arrayBuffer().then(b => Array.from(new Uint8Array(b).slice(0, 3)).join())")
    lines = chrome.evaluate("window.kept[0].text()").split("\r\n")
    problems = [] if mark == "239,187,191" else [f"it begins with {mark}"]
    if len(lines) != shown + 2 or lines[-1]:
        problems.append(f"{shown} rows are in view, the file has {len(lines) - 2}")
    if len({line.count(";") for line in lines[:-1] if '"' not in line}) != 1:
        problems.append("its rows are not alike")
    first = next((line for line in lines if "1+1" in line), "")
    hidden = chrome.evaluate("document.querySelector('#enheter').tBodies[0].rows[0].hidden")
    if not hidden and not first.startswith('"\'=1+1;""x"""'):
        problems.append(f"a formula is written as {first[:30]}")
    return problems


def ruled(chrome, server, kind):
    """The rules of accessibility while suggestions are open, and for units side by side, light and dark."""
    problems = []
    for scheme in ("light", "dark"):
        chrome.media(scheme, reduced_motion="reduce")
        chrome.open(server.url(f"{kind.site}/{kind.path}"))
        ask(chrome, "a")
        press(chrome, keys().ARROW_DOWN)
        problems += [f"suggestions, {scheme}: {problem}" for problem in rules_of(chrome)]
        chosen = [chrome.evaluate(f"document.querySelector('#enheter').tBodies[0].rows[{at}].cells[0].querySelector('a').getAttribute('href')")
                  for at in (0, 1, 2, 5)]
        ids = ",".join(path.rsplit("/", 1)[-1].removesuffix(".html") for path in chosen)
        for size in (WIDE, NARROW):
            chrome.viewport(*size)
            chrome.open(server.url(f"{kind.site}/jamfor.html?enheter={ids}"))
            chrome.wait(lambda: len(chrome.evaluate(COMPARED)["names"]) == 4)
            problems += [f"four units, {scheme}, {size[0]} px: {problem}" for problem in rules_of(chrome) + chrome.evaluate("probe.reflow()")]
        chrome.viewport(*WIDE)
    chrome.media(reduced_motion="reduce")
    return problems


def rules_of(chrome):
    chrome.evaluate(AXE.read_text("utf-8"))
    return list(axe(chrome, {"type": "tag", "values": TAGS}))


def run(report, chrome, server, kinds):
    chrome.media(reduced_motion="reduce")
    chrome.viewport(*WIDE)
    chrome.console()
    for kind in kinds:
        if kind.site != "demo":
            continue
        served, file = server.url(f"{kind.site}/{kind.path}"), "file://" + quote(str(kind.file))
        for way, url in (("a server", served), ("a file", file)):
            if kind.name in ("overview", "unit", "overview-en"):
                report.case(f"{kind.title}: search by keyboard, from {way}", searching(chrome, url))
            if kind.name == "overview":
                report.case(f"{kind.title}: all that is found, from {way}", all_hits(chrome, url))
            if kind.name == "units":
                report.case(f"{kind.title}: units side by side by keyboard, from {way}", side_by_side(chrome, url))
                report.case(f"{kind.title}: the address keeps what is chosen, from {way}", kept_choice(chrome, url))
                report.case(f"{kind.title}: what is in view can be saved, from {way}", saved_file(chrome, url))
        if kind.name == "units":
            report.case(f"{kind.title}: suggestions and comparison follow the rules of accessibility", ruled(chrome, server, kind))
        if kind.name == "overview":
            chrome.viewport(*NARROW)
            report.case(f"{kind.title}: search by keyboard, 320 px", searching(chrome, served))
            chrome.viewport(*WIDE)
    report.case("search and comparison say nothing in the console", chrome.console())
