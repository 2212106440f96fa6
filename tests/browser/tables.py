"""Sorting and filtering, by keyboard, against what Python makes of the same rows."""
import re

from keyboard import press
from looks import WIDE

# The tables of a page that can be sorted are numbered when the page is open; the one with a filter is found from its form.
MARK = """document.querySelectorAll('details').forEach(details => { details.open = true; });
document.querySelectorAll('table[data-sortable]').forEach((table, at) => { table.dataset.probe = at; });
(form => form && (document.getElementById(form.dataset.for) || {dataset: {}}).dataset.probe)(document.querySelector('form.filter'))"""
DATE = re.compile(r"^\d{4}-\d\d-\d\d")
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def swedish(text):
    """A key for Swedish order: å ä ö last, numbers by their value, case apart."""
    parts = []
    for part in re.findall(r"\d+|\D", text.lower().replace("é", "e").replace("ü", "y")):
        if part.isdigit():
            parts.append((1, int(part)))
        elif part in LETTERS:
            parts.append((2, LETTERS.index(part)))
        else:
            parts.append((0, ord(part)))
    return parts


def look(chrome, which):
    return chrome.evaluate(f"probe.table({at(which)!r})")


def at(which):
    return f"table[data-probe='{which}']"


def focus_header(chrome, which, column):
    chrome.evaluate(f"{header(which, column)}.focus()")


def header(which, column):
    return f"document.querySelector({at(which)!r}).tHead.rows[0].cells[{column}].querySelector('button')"


def key_of(cell):
    if cell["number"]:
        return number_of(cell["words"])
    return cell["key"] if cell["key"] is not None else cell["grade"] or cell["words"]


def number_of(text):
    """The first number of "1 234,5 %", as it is written in Swedish; empty where there is none."""
    found = re.search(r"-?\d+(\.\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))", "", text)))
    return float(found[0]) if found else ""


def ordered(rows, column, key, down):
    """Problems when the rows do not stand in order; empty cells are last both ways."""
    cells = [key_of(row[column]) for row in rows]
    filled = [cell for cell in cells if cell != ""]
    if cells[: len(filled)] != filled:
        return ["empty cells are not last"]
    for before, after in zip(filled, filled[1:]):
        if (key(before) < key(after)) if down else (key(before) > key(after)):
            return [f"{before!r} stands before {after!r}"]
    return []


def sort_column(chrome, which, column, name, key):
    """Twice by keyboard: up with Enter, down with Space."""
    from selenium.webdriver.common.keys import Keys
    problems = []
    total = len(look(chrome, which)["rows"])
    for button, wanted in ((Keys.ENTER, "ascending"), (Keys.SPACE, "descending")):
        focus_header(chrome, which, column)
        press(chrome, button)
        table = look(chrome, which)
        said = [heading["sort"] for heading in table["headers"]]
        if said != [wanted if number == column else None for number in range(len(said))]:
            problems.append(f"{name}: aria-sort says {said}, wanted {wanted} on column {column}")
        if len(table["rows"]) != total:
            problems.append(f"{name}: {total} rows became {len(table['rows'])}")
        problems += [f"{name}, {wanted}: {problem}" for problem in ordered(table["rows"], column, key, wanted == "descending")]
        if not chrome.evaluate(f"document.activeElement === {header(which, column)}"):
            problems.append(f"{name}: the focus is lost when sorting")
    return problems


def columns(table):
    """What each column holds, from its cells: names, dates, grades, words."""
    for column, heading in enumerate(table["headers"]):
        cells = [row[column] for row in table["rows"]]
        if any(cell["key"] is not None for cell in cells):
            yield column, "rank", float
        elif any(cell["number"] for cell in cells):
            yield column, "number", float
        elif heading["grade"] or any(cell["grade"] for cell in cells):
            yield column, "grade", swedish
        elif all(DATE.match(cell["text"]) or cell["text"] == "" for cell in cells):
            yield column, "date", lambda text: text[:10]
        else:
            yield column, "text", swedish


def sorting(report, chrome, kind, which):
    """Every column has a button; every kind of column is tried, of the grades only the first and the last."""
    table = look(chrome, which)
    headings = table["headers"]
    title = f"{kind.title}: table {which + 1}"
    silent = [f"{heading['text']!r} has no button" for heading in headings if not heading["button"]]
    report.case(f"{title}, every column can be sorted", silent)
    held = list(columns(table))
    grades = [column for column, holds, _ in held if holds == "grade"]
    for column, holds, key in held:
        if headings[column]["button"] and (holds != "grade" or column in (grades[0], grades[-1])):
            name = headings[column]["text"][:30]
            report.case(f"{title}, {name} sorts by keyboard as {holds}", sort_column(chrome, which, column, name, key))
    return {holds for _, holds, _ in held}


def letters(report, chrome, kind, which):
    """The alphabet's last letters, put into the first rows: Z before Å before Ä before Ö, which English order would mix up."""
    from selenium.webdriver.common.keys import Keys
    names = ["Ösby", "Åby", "Zinkby", "Ärby"]
    chrome.evaluate(f"{names!r}.forEach((name, row) => {{ "
                    f"const cell = document.querySelector({at(which)!r}).tBodies[0].rows[row].cells[0]; "
                    "(cell.querySelector('a') || cell).textContent = name; })")
    focus_header(chrome, which, 0)
    press(chrome, Keys.ENTER)
    rows = look(chrome, which)["rows"]
    mine = [row[0]["words"] for row in rows if row[0]["words"] in names]
    problems = [] if mine == ["Zinkby", "Åby", "Ärby", "Ösby"] else [f"they come as {mine}"]
    report.case(f"{kind.title}: å, ä and ö come last, in that order", problems + ordered(rows, 0, swedish, False))


CHOOSE = """((form, at, value) => { const field = form.querySelectorAll('input, select')[at]; field.focus(); if (field.value !== value) {
  field.value = value; ['input', 'change'].forEach(what => field.dispatchEvent(new Event(what, {bubbles: true}))); }
})(document.querySelector('form.filter'), %d, %r)"""
FIELDS = """Array.from(document.querySelectorAll('form.filter input, form.filter select')).map(field => ({
  tag: field.localName, label: (field.labels[0] ? field.labels[0].firstChild.textContent : '').trim(),
  options: Array.from(field.options || []).map(option => option.value),
  column: field.dataset.column === undefined ? null : Number(field.dataset.column),
  small: field.dataset.part === 'small', ages: field.dataset.ages !== undefined,
  grades: field.dataset.grades === undefined ? null : Number(field.dataset.grades)}))"""


def says(table, total):
    """The number of rows in view is announced, for who cannot see them."""
    shown = len(table["rows"])
    if not re.search(rf"(?<!\d){shown}(?!\d)", table["status"]):
        return [f"{shown} of {total} rows are shown, but role=status says {table['status']!r}"]
    return []


def wanted_rows(field, value, rows):
    """The rows that should be left: those that hold the text, or have the grade in the area's column."""
    if field["grades"] is not None:
        areas = range(8) if value[0] == "*" else ["ABCDEFGH".index(value[0])]
        return [row for row in rows if any(row[field["grades"] + area]["grade"] == value[1] for area in areas)]
    if field["ages"]:
        least, most = value.split("-")
        return [row for row in rows if int(least) <= row[0]["months"] < (int(most) if most else 10_000)]
    text, part = value.lower(), "small" if field["small"] else "words" if field["tag"] == "select" else "text"
    same = (lambda cell: cell == text) if field["tag"] == "select" else (lambda cell: text in cell)
    return [row for row in rows if same(row[field["column"]][part].lower())]


def names_of(rows):
    return [row[0]["text"] for row in rows]


def type_name(chrome, at, text):
    from selenium.webdriver.common.keys import Keys
    chrome.evaluate(CHOOSE % (at, ""))
    press(chrome, text + Keys.ENTER)


def values_for(field, rows):
    """What to try: eight of the choices, or part of a name, the same in capitals, and something that is nowhere."""
    if field["tag"] == "select":
        return [value for value in field["options"] if value][:8]
    part = rows[len(rows) // 2][0]["text"].split()[0][:6]
    return [part, part.upper(), "finns inte"]


def filter_by(chrome, which, number, field, every):
    rows = every["rows"]
    problems = [] if field["label"] else ["it has no label"]
    address = chrome.driver.current_url
    for value in values_for(field, rows):
        if field["tag"] == "select":
            chrome.evaluate(CHOOSE % (number, value))
        else:
            type_name(chrome, number, value)
        table = look(chrome, which)
        wanted = names_of(wanted_rows(field, value, rows))
        if chrome.driver.current_url == address:
            problems.append(f"the address does not say {value!r}")
        if names_of(table["rows"]) != wanted:
            problems.append(f"{value!r} leaves {len(table['rows'])} rows, wanted {len(wanted)}")
        problems += says(table, len(rows))
    chrome.evaluate(CHOOSE % (number, ""))
    if len(look(chrome, which)["rows"]) != len(rows):
        problems.append("emptied, it does not give all rows back")
    if chrome.driver.current_url != address:
        problems.append(f"emptied, the address is {chrome.driver.current_url}")
    return problems


def filtering(report, chrome, kind, which):
    every = look(chrome, which)
    fields = chrome.evaluate(FIELDS)
    there = {"a municipality": any(field["small"] for field in fields), "an age": any(field["ages"] for field in fields), "a name": any(field["tag"] == "input" for field in fields), "a grade": any(field["grades"] is not None for field in fields),
             "a forum and a status": sum(field["tag"] == "select" and field["column"] is not None for field in fields) >= 2}
    problems = [f"there is no field for {what}" for what, found in there.items() if not found and kind.name == "units"]
    report.case(f"{kind.title}: can be filtered", problems + says(every, len(every["rows"])))
    for number, field in enumerate(fields):
        title = f"{kind.title}: {field['label'] or 'a field'} filters and says how many"
        report.case(title, filter_by(chrome, which, number, field, every))


def run(report, chrome, server, kinds):
    chrome.media(reduced_motion="reduce")
    chrome.viewport(*WIDE)
    chrome.console()
    tested = set()
    for kind in kinds:
        def fresh(kind=kind):
            chrome.open(server.url(f"{kind.site}/{kind.path}"))
            return chrome.evaluate(MARK)
        filtered = fresh()
        for which in range(chrome.evaluate("document.querySelectorAll('table[data-probe]').length")):
            tested |= sorting(report, chrome, kind, which)
        if filtered is not None:
            letters(report, chrome, kind, fresh())
            filtering(report, chrome, kind, fresh())
    report.case("tables: names, dates, grades and states were all sorted somewhere",
                [f"no {holds}" for holds in ("text", "date", "grade", "rank", "number") if holds not in tested])
    report.case("tables: sorting and filtering says nothing in the console", chrome.console())
