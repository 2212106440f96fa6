"""Finished pages as a tree, and numbers as people write them in Swedish and English. Knows nothing of the generator."""
import html.parser
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Element:
    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    def classes(self):
        return self.attributes.get("class", "").split()

    def text(self):
        joined = "".join(child if isinstance(child, str) else child.text() for child in self.children if not is_drawing(child))
        return re.sub(r"[ \n]+", " ", joined).strip()

    def all(self, tag, cls=None):
        found = []
        for child in self.children:
            if isinstance(child, Element):
                if child.tag == tag and (cls is None or cls in child.classes()):
                    found.append(child)
                found += child.all(tag, cls)
        return found

    def one(self, tag, cls=None):
        found = self.all(tag, cls)
        if len(found) != 1:
            raise LookupError(f"{len(found)} of <{tag} class={cls}>, expected one")
        return found[0]

    def first(self, tag, cls=None):
        found = self.all(tag, cls)
        return found[0] if found else None


def is_drawing(child):
    return isinstance(child, Element) and child.tag in ("svg", "script", "style")


class Builder(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes)
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.open[-1].children.append(Element(tag, attributes))

    def handle_endtag(self, tag):
        if self.open[-1].tag != tag:
            raise ValueError(f"</{tag}> closes <{self.open[-1].tag}>")
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


def read_page(path):
    builder = Builder()
    builder.feed(path.read_text(encoding="utf-8"))
    return builder.open[0]


def cells(row):
    return [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th")]


class Table:
    """Rows by the texts of the headings; a caption when there is one."""

    def __init__(self, element):
        caption = element.first("caption")
        self.caption = caption.text() if caption else ""
        head = element.first("thead")
        self.headings = [cell.text() for cell in cells(head.first("tr"))] if head else []
        body_rows = [row for body in element.all("tbody") for row in body.all("tr")]
        self.rows = [cells(row) for row in body_rows if len(cells(row)) == len(self.headings)]


def tables_with(page, *headings):
    """The tables that have exactly these headings, in this order."""
    return [table for table in map(Table, page.all("table")) if table.headings == list(headings)]


class Numbers:
    """How one language writes numbers."""

    def __init__(self, language, texts):
        self.language, self.texts = language, texts

    def whole(self, n):
        """Groups of three from five digits on in Swedish style; a comma in English."""
        separator = "\u00a0" if self.language == "sv" else ","
        return f"{n:,}".replace(",", separator)

    def points(self, rounded):
        return rounded.replace(".", ",") if self.language == "sv" else rounded

    def percent(self, k, n):
        if n == 0:
            return "–"
        sign = "\u00a0%" if self.language == "sv" else "%"
        exact = Fraction(100 * k, n)
        rounded = int((Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(1), ROUND_HALF_UP))
        if k > 0 and rounded == 0:
            return self.texts["number.under"].replace("{value}", "1" + sign)
        if k < n and rounded == 100:
            return self.texts["number.over"].replace("{value}", "99" + sign)
        return f"{rounded}{sign}"


def filled(text, count=None, /, **values):
    """A text of the site with its placeholders filled: the form one or other by the count."""
    if isinstance(text, dict):
        text = text["one"] if count == 1 else text["other"]
    values.setdefault("n", count)
    return re.sub(r"\{([a-z_0-9]+)\}", lambda match: str(values[match[1]]), text)


def grade_counts(text):
    """[A, B, C, D] of "180 A, 0 B, 0 C, 1 D"; twice as many of a sentence about before and now."""
    found = re.findall("(\\d[\\d\u00a0,]*)[ \u00a0]([ABCD])\\b", text)
    return [int(re.sub("\\D", "", number)) for number, _ in found]
