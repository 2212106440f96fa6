"""The numbers of charts and tables as files of their own (bild/*.csv), held against the pages that link to them."""
import csv
import io
import re

from pages import Element, cells, read_page


def plain(text):
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


def words(element):
    """Its text with a blank between elements: a list's items are words of their own."""
    return plain(" ".join(child if isinstance(child, str) else words(child) for child in element.children))


def holds(text, cell):
    return re.search(r"(?<![\w,])" + re.escape(cell) + r"(?![\w])", text) is not None


def is_heading(row):
    return any("colspan" in cell.attributes for cell in cells(row))


def lines_of(table, above=""):
    """(heading above it or "", words) of each row, and of each cell with the heads of its row and its column."""
    heading, columns = above, []
    for row in table.all("tr"):
        if is_heading(row):
            heading = words(row)
            continue
        yield heading, words(row)
        if row.all("td"):
            name = " ".join(words(head) for head in row.all("th"))
            for head, cell in zip(columns, cells(row)):
                if cell.tag == "td":
                    yield heading, f"{name} {head} {words(cell)}"
        else:
            columns = [words(head) for head in cells(row)]


def under_headings(element, heading=""):
    """(the h3 above it or "", table) of each table, in order."""
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == "h3":
                heading = words(child)
            elif child.tag == "table":
                yield heading, child
            else:
                yield from under_headings(child, heading)


def sections(element, found):
    """Every section, the inner ones after those around them."""
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == "section":
                found.append(child)
            sections(child, found)
    return found


def rows_of(table):
    return len([row for row in table.all("tr") if not is_heading(row)]) - len(table.all("thead"))


def key_figures(element):
    return [item for one in element.all("ul") if one.attributes.get("class") == "figures" for item in one.all("li")]


def figure(compared, name, data, section, page):
    compared.same(f"{name}, the mark for Excel", data[:3], b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    lines = [line for above, table in under_headings(page) for line in lines_of(table, above)]
    lines += [("", words(item)) for item in key_figures(page)]
    for row in rows:
        compared.same(f"{name}, columns", len(row), len(head))
        told = [plain(cell.removeprefix("'")) for cell in row if cell]
        found = any(all(cell == heading or holds(text, cell) or heading.endswith(cell) or heading.startswith(cell + " ") for cell in told)
                    for heading, text in lines)
        compared.same(f"{name}, {row}", found, True)
    own = [len(key_figures(section))] + [rows_of(table) for table in section.all("table")]
    own += [sum(1 for row in table.all("tr") for _ in row.all("td")) for table in section.all("table")]  # a row for each cell of a matrix
    first = section.first("table")
    if first:  # a list that the page shows in parts
        own.append(sum(rows_of(table) for table in page.all("table") if table.classes() == first.classes()))
    if not name.endswith("-slump.csv"):  # the funnel has its forums in the table of groups
        compared.same(f"{name}, rows", len(rows) in own, True)


def numbers(out, compared):
    """Every file of numbers, beside the section of the page that links to it."""
    seen = set()
    for path in sorted(out.rglob("*.html")):
        page = read_page(path)
        for section in sections(page, []):
            for link in section.all("a"):
                address = link.attributes.get("href", "")
                file = (path.parent / address).resolve()
                if "bild/" in address and file.suffix == ".csv" and file not in seen:
                    seen.add(file)
                    beside = section, page
                    if file.name == "oversikt-medel.csv":  # the overview draws the means; the whole rows stand on another page
                        other = read_page(path.with_name("publicerat.html"))
                        beside = next(one for one in sections(other, []) if one.all("table")), other
                    figure(compared, file.relative_to(out.resolve()).as_posix(), file.read_bytes(), *beside)
    compared.same("files of numbers that no page links to", sorted(set(out.resolve().rglob("bild/*.csv")) - seen), [])
