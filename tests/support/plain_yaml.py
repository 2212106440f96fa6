"""The little YAML that the texts are written in: maps by indentation, one-line {a: b} maps, plain and quoted texts. Anything else is an
error, because a test that misreads a file proves nothing."""
import re

KEY = re.compile(r"( *)([A-Za-z0-9_-]+):(?: +(.*))?$")


class Text(str):
    """A text that knows its line."""
    line = 0


def scalar(source, line):
    source = source.strip()
    if source[:1] == '"':
        match = re.match(r'"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$', source)
        value = re.sub(r"\\(.)", r"\1", match[1]) if match else None
    elif source[:1] == "'":
        match = re.match(r"'((?:[^']|'')*)'\s*(?:#.*)?$", source)
        value = match[1].replace("''", "'") if match else None
    else:
        value = source if not re.match(r"[\[{&*!|>%@`]", source) else None
    if value is None:
        raise ValueError(f"line {line}: a form that is not read here: {source}")
    text = Text(value)
    text.line = line
    return text


def flow_map(source, line):
    """{one: text, other: "text"}"""
    parts = re.findall(r"""([A-Za-z0-9_-]+): *("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,{}]*)(?:, *|\}\s*$)""", source[1:])
    if "{" + ", ".join(f"{key}: {value}" for key, value in parts) + "}" != source.strip():
        raise ValueError(f"line {line}: a map that is not read here: {source}")
    return {key: scalar(value, line) for key, value in parts}


def parse(source):
    root = {}
    open_maps = [(-1, root)]  # indentation of the key that opened it, the map
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = KEY.match(line)
        if not match:
            raise ValueError(f"line {number}: expected a key: {line}")
        indentation, key, value = len(match[1]), match[2], match[3] or ""
        while indentation <= open_maps[-1][0]:
            open_maps.pop()
        target = open_maps[-1][1]
        if key in target:
            raise ValueError(f"line {number}: the key {key} a second time")
        if value:
            target[key] = flow_map(value, number) if value.startswith("{") else scalar(value, number)
        else:
            target[key] = {}
            open_maps.append((indentation, target[key]))
    return root


def flat(tree, path=""):
    """{"a.b": text or {"one": text, "other": text}}"""
    out = {}
    for key, value in tree.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, dict) and "other" not in value:
            out.update(flat(value, here))
        else:
            out[here] = value
    return out
