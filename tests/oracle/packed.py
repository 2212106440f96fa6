"""The files to download that are packed or written in another form, held against the CSV files that they were made from."""
import csv
import datetime as dt
import io
import json
import re
import xml.etree.ElementTree as tree
import zipfile

from edition import Compared

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DATES = "yyyy-mm-dd"


def column_of(reference):
    number = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


class Workbook:
    """Sheets by name, each a list of rows, each a dictionary from column to str, float or date."""

    def __init__(self, data):
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        shared = self.part("xl/sharedStrings.xml")
        self.shared = [] if shared is None else ["".join(item.itertext()) for item in shared]
        styles = self.part("xl/styles.xml")
        formats = {one.get("numFmtId"): one.get("formatCode") for one in styles.iter(MAIN + "numFmt")}
        self.dates = {index for index, one in enumerate(styles.find(MAIN + "cellXfs")) if formats.get(one.get("numFmtId")) == DATES}
        names = [one.get("name") for one in self.part("xl/workbook.xml").iter(MAIN + "sheet")]
        self.parts = [self.part(f"xl/worksheets/sheet{number}.xml") for number in range(1, len(names) + 1)]
        self.sheets = {name: [self.row(row) for row in part.iter(MAIN + "row")] for name, part in zip(names, self.parts)}
        self.formulas = sum(len(list(part.iter(MAIN + "f"))) for part in self.parts)

    def part(self, name):
        return tree.fromstring(self.archive.read(name)) if name in self.archive.namelist() else None

    def row(self, row):
        cells = {column_of(cell.get("r")): self.value(cell) for cell in row.iter(MAIN + "c")}
        return {column: value for column, value in cells.items() if value is not None}

    def value(self, cell):
        if cell.get("t") == "inlineStr":
            return "".join(cell.find(MAIN + "is").itertext())
        found = cell.find(MAIN + "v")
        if found is None:
            return None
        if cell.get("t") == "s":
            return self.shared[int(found.text)]
        if int(cell.get("s", "0")) in self.dates:
            return dt.date(1899, 12, 30) + dt.timedelta(days=int(found.text))
        return float(found.text)


def typed(field, text):
    """The value that a cell of the CSV file has in a workbook; nothing for an empty one."""
    if text == "":
        return None
    if field["type"] in ("integer", "number", "year"):
        return float(text.replace(",", "."))
    return dt.date.fromisoformat(text) if field["type"] == "date" else text


def workbook_as_csv(package, resource, rows, data, compared):
    book, fields = Workbook(data), resource["schema"]["fields"]
    name = resource["name"]
    compared.same(f"{name}, formulas", book.formulas, 0)
    compared.same(f"{name}, sheets", len(book.sheets), 3)
    table, dictionary, about = book.sheets.values()
    compared.same(f"{name}, headings", list(table[0].values()), [field["title"] for field in fields])
    compared.same(f"{name}, rows", len(table) - 1, len(rows))
    for number, (mine, theirs) in enumerate(zip(table[1:], rows), 2):
        wanted = {column: typed(field, theirs[field["name"]]) for column, field in enumerate(fields)}
        compared.same(f"{name}, row {number}", mine, {column: value for column, value in wanted.items() if value is not None})
    compared.same(f"{name}, dictionary", [row[1] for row in dictionary[1:]], [field["name"] for field in fields])
    told = " ".join(str(value) for row in about for value in row.values())
    for what in ("release", "as_of", "region", "notice"):
        if what in package["lagesbild"]:
            compared.same(f"{name}, {what}", package["lagesbild"][what] in told, True)
    frozen = [part.find(f".//{MAIN}pane[@state='frozen']") is not None for part in book.parts[:2]]
    filtered = [part.find(MAIN + "autoFilter") is not None for part in book.parts[:2]]
    compared.same(f"{name}, frozen and filtered", frozen + filtered, [True] * 4)


def workbooks(package, out, compared):
    for resource in package["resources"]:
        data = (out / "data" / resource["path"]).read_bytes()
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        compared.same(resource["name"] + ", without a mark", (out / "data/utan-bom" / resource["path"]).read_bytes(), data[3:])
        book = out / "data" / (resource["name"] + ".xlsx")
        workbook_as_csv(package, resource, rows, book.read_bytes(), compared)


def as_json(fields, row):
    """A row of the CSV file as it stands in the JSON files."""
    out = {}
    for field in fields:
        text = row[field["name"]]
        if text == "":
            continue
        if field["name"] == "withheld":
            out["withheld"] = True
        elif field["type"] in ("integer", "year"):
            out[field["name"]] = int(text)
        else:
            out[field["name"]] = float(text.replace(",", ".")) if field["type"] == "number" else text
    return out


TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float)}


def schema_faults(value, schema, root, where=""):
    """What is wrong with a value by the few words of JSON Schema that ours uses; a word that is not known here is a fault too."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    known = {"$schema", "$defs", "title", "description", "type", "properties", "required", "additionalProperties", "items", "enum", "const",
             "minimum", "maximum", "format"}
    if set(schema) - known:
        yield f"{where}: the schema says {set(schema) - known}"
    if "type" in schema and (not isinstance(value, TYPES[schema["type"]]) or isinstance(value, bool)):
        yield f"{where}: {value!r} is no {schema['type']}"
        return
    tests = {"enum": lambda few: value in few, "const": lambda one: value is one, "minimum": lambda least: value >= least,
             "maximum": lambda most: value <= most, "format": lambda _: bool(dt.date.fromisoformat(value))}
    for word, test in tests.items():
        if word in schema and not test(schema[word]):
            yield f"{where}: {value!r} is not within {word} {schema[word]}"
    if isinstance(value, dict):
        yield from (f"{where}: {name} is missing" for name in schema.get("required", []) if name not in value)
        for name, inner in value.items():
            if name in schema["properties"]:
                yield from schema_faults(inner, schema["properties"][name], root, f"{where}/{name}")
            else:
                yield f"{where}: {name} is not in the schema"
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from schema_faults(inner, schema["items"], root, f"{where}/{number}")


def json_as_csv(package, tables, out, compared):
    folder = out / "data/json"
    files = {path.relative_to(folder).as_posix(): json.loads(path.read_text("utf-8")) for path in sorted(folder.rglob("*.json"))}
    schema, region = files.pop("schema.json"), files["region.json"]
    for name, content in files.items():
        compared.same(f"{name}, by the schema", list(schema_faults(content, schema, schema))[:5], [])
        compared.same(f"{name}, release", content["release"]["release"], package["lagesbild"]["release"])
    told = {one["file"]: one["id"] for one in region["units"] + region["indicators"]}
    compared.same("files that the region's file names", sorted(told), sorted(set(files) - {"region.json"}))
    rows = {resource["name"]: [as_json(resource["schema"]["fields"], row) for row in tables[resource["name"]]]
            for resource in package["resources"]}
    values = rows.get("indicator_values", [])
    for name, one in told.items():
        mine = files[name]["tables"]
        if name.startswith("indicator/"):
            compared.same(name, mine.get("indicator_values", []), [row for row in values if row["indicator"] == one])
            continue
        for table in ("units", "reviews"):
            compared.same(f"{name}, {table}", mine.get(table, []), [row for row in rows.get(table, []) if row["unit_id"] == one])
        compared.same(f"{name}, values", mine.get("indicator_values", []),
                      [row for row in values if row["group_kind"] == "unit" and row["group"] == one])
    left = [row for row in rows.get("units", []) if row["unit_id"] not in told.values()]
    compared.same("region.json, units without a file", region["tables"].get("units", []), left)
    for table, all_rows in rows.items():
        if table not in ("units", "reviews", "indicator_values"):
            compared.same(f"region.json, {table}", region["tables"].get(table, []), all_rows)
    of_region = [row for row in values if row["group_kind"] == "region"]
    compared.same("region.json, values", region["tables"].get("indicator_values", []), of_region)


def everything(package, out, compared):
    """The zip holds what lies beside it; the feed is Atom as far as its must-haves go."""
    archive = zipfile.ZipFile(out / "data/allt.zip")
    for one in archive.infolist():
        compared.same(f"allt.zip, {one.filename}", archive.read(one), (out / "data" / one.filename).read_bytes())
        compared.same(f"allt.zip, date of {one.filename}", dt.date(*one.date_time[:3]).isoformat(), package["lagesbild"]["as_of"])
        compared.same(f"allt.zip, extra of {one.filename}", one.extra, b"")
    wanted = {resource["path"] for resource in package["resources"]} | {"datapackage.json", "json/schema.json"}
    compared.same("allt.zip", set(archive.namelist()), wanted)
    atom = "{http://www.w3.org/2005/Atom}"
    feed = tree.parse(out / "data/andringar.atom").getroot()
    entries = feed.findall(atom + "entry")
    compared.same("feed, entries", len(entries), 1 + len(package["lagesbild"]["sources"]))
    compared.same("feed, author", feed.findtext(f"{atom}author/{atom}name"), package["lagesbild"]["region"])
    for one in [feed, *entries]:
        compared.same("feed, title", bool(one.findtext(atom + "title")), True)
        compared.same("feed, id", bool(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one.findtext(atom + "id"))), True)
        dt.datetime.fromisoformat(one.findtext(atom + "updated").replace("Z", "+00:00"))
    compared.same("feed, ids", len({one.findtext(atom + "id") for one in entries}), len(entries))
    for link in feed.iter(atom + "link"):
        compared.same(f"feed, {link.get('href')}", (out / "data" / link.get("href").split("#")[0]).is_file(), True)


def compare(tally, site, out, package, tables):
    Compared().run(workbooks, package, out).report(tally, f"{site}, workbooks say what the CSV files say", 100)
    Compared().run(json_as_csv, package, tables, out).report(tally, f"{site}, JSON files say what the CSV files say", 5)
    Compared().run(everything, package, out).report(tally, f"{site}, everything in one file, and the feed", 10)
