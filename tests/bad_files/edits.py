"""One change to the clean region, as a file."""
from region import clean, csv_text, json_text


def put(dataset, row, field, value):
    """The dataset as CSV with one cell changed; rows count from 1 below the headings. A missing column is added."""
    return as_csv(dataset, changed(dataset, row, field, value))


def changed(dataset, row, field, value):
    rows = clean()[dataset]
    if field not in rows[0]:
        rows = [line + ([field] if i == 0 else [""]) for i, line in enumerate(rows)]
    rows[row][rows[0].index(field)] = value
    return rows


def heading(dataset, field, other):
    rows = clean()[dataset]
    rows[0][rows[0].index(field)] = other
    return as_csv(dataset, rows)


def without_column(dataset, field):
    rows = clean()[dataset]
    at = rows[0].index(field)
    return as_csv(dataset, [row[:at] + row[at + 1:] for row in rows])


def with_rows(dataset, *added):
    """Rows added at the end, each a dict of fields or a list of cells."""
    rows = clean()[dataset]
    for row in added:
        rows.append([row.get(field, "") for field in rows[0]] if isinstance(row, dict) else row)
    return as_csv(dataset, rows)


def copy_of(dataset, row, **other):
    rows = clean()[dataset]
    return {**dict(zip(rows[0], rows[row])), **other}


def as_csv(dataset, rows):
    return {dataset: (f"{dataset}.csv", csv_text(rows).encode())}


def as_json(dataset, rows=None, text=None):
    return {dataset: (f"{dataset}.json", (json_text(rows or clean()[dataset]) if text is None else text).encode())}


def raw(dataset, content, name=None):
    return {dataset: (name or f"{dataset}.csv", content if isinstance(content, bytes) else content.encode())}
