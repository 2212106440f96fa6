"""The files to download, read as datapackage.json says they are to be read, and held against their schemas and the raw files."""
import copy
import csv
import datetime as dt
import hashlib
import io
import json
import re

import packed
from edition import SITES, Compared

ABOUT_PERSONS = ("annual_reports", "survey", "survey_answers")
FREE_TEXT = ("findings", "good_examples", "comments")
MARK = b"\xef\xbb\xbf"


def whole(text):
    if not re.fullmatch(r"-?\d+", text):
        raise ValueError("no whole number")
    return int(text)


def decimal(text, sign):
    if not re.fullmatch(rf"-?\d+(?:{re.escape(sign)}\d+)?", text):
        raise ValueError("no number")
    return float(text.replace(sign, "."))


def cast(field, text):
    """The value that a cell means, by Table Schema."""
    kind = field["type"]
    if kind == "integer":
        return whole(text)
    if kind == "number":
        return decimal(text, field.get("decimalChar", "."))
    if kind == "year":
        return whole(text) if re.fullmatch(r"\d{4}", text) else whole("")
    if kind == "date":
        return dt.date.fromisoformat(text)
    if kind != "string":
        raise ValueError(f"unknown type {kind}")
    if field.get("format") == "uri" and not re.match(r"https?://\S+$", text):
        raise ValueError("no address")
    return text


def cell_faults(field, text, missing):
    """What is wrong with a cell, by the constraints of its field."""
    asked = field.get("constraints", {})
    if text in missing:
        return ["is empty"] if asked.get("required") else []
    try:
        value = cast(field, text)
    except ValueError as problem:
        return [f"{text!r}: {problem}"]
    checks = {"required": lambda _: True, "minimum": lambda least: value >= least, "maximum": lambda most: value <= most,
              "enum": lambda words: text in words, "maxLength": lambda most: len(text) <= most,
              "pattern": lambda pattern: re.fullmatch(pattern, text) is not None}
    return [f"{text!r} is not within {name} {wanted}" for name, wanted in asked.items() if not checks[name](wanted)]


def read(resource, data):
    """The rows of a file as dictionaries, and complaints about the file itself."""
    dialect, faults = resource["dialect"], []
    if len(data) != resource["bytes"] or "sha256:" + hashlib.sha256(data).hexdigest() != resource["hash"]:
        faults.append("its size or checksum is another")
    if not data.startswith(MARK):
        faults.append("Excel will not know that it is UTF-8")
    text = data.removeprefix(MARK).decode(resource["encoding"])
    if not text.endswith(dialect["lineTerminator"]):
        faults.append("its last row has no end")
    table = list(csv.reader(io.StringIO(text, newline=""), delimiter=dialect["delimiter"], quotechar=dialect["quoteChar"],
                            doublequote=dialect["doubleQuote"], strict=True))
    names = [field["name"] for field in resource["schema"]["fields"]]
    if table[0] != names:
        faults.append(f"its headings are {table[0]}")
    faults += [f"row {number} has {len(row)} cells" for number, row in enumerate(table[1:], 2) if len(row) != len(names)]
    return [dict(zip(names, row)) for row in table[1:]], faults


def keys_of(value):
    return [value] if isinstance(value, str) else value


def table_faults(resource, tables):
    """Cells, primary and foreign keys of a table, given all tables by name."""
    schema, rows = resource["schema"], tables[resource["name"]]
    for field in schema["fields"]:
        for number, row in enumerate(rows, 2):
            for fault in cell_faults(field, row[field["name"]], schema["missingValues"]):
                yield f"row {number}, {field['name']}: {fault}"
    key = keys_of(schema.get("primaryKey", []))
    seen = [tuple(row[name] for name in key) for row in rows]
    if key and (len(set(seen)) != len(seen) or any("" in one for one in seen)):
        yield f"{key} does not tell its rows apart"
    for foreign in schema.get("foreignKeys", []):
        target = foreign["reference"]
        known = {tuple(row[name] for name in keys_of(target["fields"])) for row in tables[target["resource"] or resource["name"]]}
        for number, row in enumerate(rows, 2):
            value = tuple(row[name] for name in keys_of(foreign["fields"]))
            if any(value) and value not in known:
                yield f"row {number}: there is no {value} in {target['resource']}"


def package_faults(package, files):
    tables, faults = {}, []
    for resource in package["resources"]:
        tables[resource["name"]], own = read(resource, files[resource["path"]])
        faults += [f"{resource['path']}: {fault}" for fault in own]
    for resource in package["resources"]:
        faults += [f"{resource['path']}: {fault}" for fault in table_faults(resource, tables)]
    return tables, faults


def plain(text):
    """3,98 and 3,980 are one number; blanks after commas in a list say nothing."""
    if re.fullmatch(r"-?\d+,\d+", text):
        return text.rstrip("0").rstrip(",")
    return text.replace(", ", ",").strip()


def same_as_raw(site, tables, compared):
    """Every row and cell of the raw CSV files whose headings are the fields' own names, in whatever order."""
    for name, rows in tables.items():
        raw = SITES / site / "data" / f"{name}.csv"
        if not raw.exists():
            continue
        given = list(csv.DictReader(io.StringIO(raw.read_text("utf-8-sig")), delimiter=";"))
        shared = [heading for heading in rows[0] if heading in given[0]]
        alike = lambda table: sorted(tuple(plain(row[heading] or "") for heading in shared) for row in table)  # noqa: E731
        for mine, theirs in zip(alike(rows), alike(given)):
            compared.same(f"{site}, {name}", mine, theirs)
        compared.same(f"{site}, rows of {name}", len(rows), len(given))


def planted(package, files):
    """Faults put into copies of the files, each of which must be found."""
    plants = (("units.csv", b"vast", b"vast;x"), ("units.csv", b"offentlig", b"offentligt"), ("units.csv", MARK, b""),
              ("reviews.csv", b";digital;A;", b";digital;E;"), ("reviews.csv", b";2022-", b";2022x-"),
              ("reviews.csv", b";FK001;", b";FK999;"), ("reviews.csv", b"R1-001;", b"R1-002;"), ("reviews.csv", b"R1-001;", b";"))
    for path, old, new in plants:
        broken, described = dict(files), copy.deepcopy(package)
        broken[path] = files[path].replace(old, new, 1)
        for resource in described["resources"]:  # so that it is not the checksum that tells
            data = broken[resource["path"]]
            resource |= {"bytes": len(data), "hash": "sha256:" + hashlib.sha256(data).hexdigest()}
        if broken[path] == files[path] or not package_faults(described, broken)[1]:
            yield f"{old!r} as {new!r} in {path} is not found"


def compare(tally, site, out):
    files = {path.name: path.read_bytes() for path in sorted((out / "data").iterdir()) if path.suffix in (".csv", ".json")}
    package = json.loads(files["datapackage.json"])
    paths = {resource["path"] for resource in package["resources"]}
    tables, faults = package_faults(package, files)
    tally.case(f"{site}, every file to download is as the package says", faults[:20])
    never = sorted(set(tables) & {*ABOUT_PERSONS, *FREE_TEXT})
    tally.case(f"{site}, no rows about persons and no free text leave", never)
    tally.case(f"{site}, the package and the folder hold the same files", sorted(paths ^ (set(files) - {"datapackage.json"})))
    Compared().run(same_as_raw, site, tables).report(tally, f"{site}, what is downloaded is what was delivered", 200)
    packed.compare(tally, site, out, package, tables)
    if site == "demo":
        tally.case("demo, faults in the files to download are found", planted(package, files))
