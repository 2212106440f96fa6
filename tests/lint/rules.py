"""The rules of the house that a compiler does not know. A rule is a function from a tree of files to findings, "file:line: what"."""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import plain_yaml  # noqa: E402

ARROWS = {  # folder of generator/ -> the folders it may include besides its own
    "base": (), "model": ("base",), "source": ("base",), "wire": ("base",), "fetch": ("base", "source", "wire"), "read": ("base", "source", "fetch", "model"),
    "indicators": ("base", "model"), "disclosure": ("base", "model", "indicators"), "view": ("base", "disclosure", "design"),
    "render": ("base", "view"), "check": ("base", "render"), "publish": ("base", "source", "wire", "render"), "collect": ("base", "model"),
    "compare": ("base", "read", "view"), "bundle": ("base", "collect", "disclosure", "read", "view"), "design": ("base",), "web": ("base",)}
LIBRARIES = {  # first part of <header> -> where it may be included
    "curl": ("fetch/", "wire/", "publish/"), "zlib.h": ("wire/", "fetch/"), "sql.h": ("fetch/",), "sqlext.h": ("fetch/",), "yaml-cpp": ("base/",), "kainjow": ("render/",), "CLI": ("main.cpp",), "openssl": ("base/", "wire/", "fetch/"), "unicode": ("base/",),
    "zip.h": ("read/workbook_package.cpp", "bundle/archive.cpp"), "expat.h": ("read/workbook_xml.cpp", "publish/web_xml.cpp"), "nlohmann": ("read/json_reader.cpp", "compare/package.cpp", "wire/token.cpp", "publish/manifest.cpp"),
    "xlsxwriter": ("collect/",), "boost": ("indicators/distributions.cpp",)}
SYSTEM = ("base/", "cli/messages.cpp", "cli/notify.cpp", "fetch/", "publish/", "web/", "wire/")  # where files and sockets are: the operating system's own headers
MADE = ("theme.css",)  # assets of a site that are not in templates/assets
LONGEST_LINE, LONGEST_FILE, LONGEST_FUNCTION = 140, 400, 60


class Tree:
    """The tracked files below a folder; all files of a copy that git does not know."""

    def __init__(self, root):
        self.root = root
        if (root / ".git").exists():
            listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
            self.files = sorted(name for name in listed if name and (root / name).is_file())
        else:
            self.files = sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())

    def read(self, name):
        return (self.root / name).read_text(encoding="utf-8")

    def matching(self, pattern):
        return [name for name in self.files if re.fullmatch(pattern, name)]

    def sources(self, folders="generator|tests"):
        return self.matching(rf"(?:{folders})/.*\.[ch]pp")


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def arrows(tree):
    for name in tree.sources("generator"):
        parts = name.split("/")
        here = parts[1] if len(parts) > 2 else None
        for match in re.finditer(r'^#include "([^"]+)"', tree.read(name), re.M):
            target = match[1].split("/")[0] if "/" in match[1] else None
            place = f"{name}:{line_of(match.string, match.start())}: "
            if not (tree.root / "generator" / match[1]).is_file():
                yield place + f"generator/{match[1]} does not exist; includes are written from generator/"
            elif here in ARROWS and target != here and target not in ARROWS[here]:
                yield place + f"{here}/ may not include {match[1]}, only {', '.join(ARROWS[here]) or 'its own'}"


def libraries(tree):
    for name in tree.sources("generator"):
        inside = name.removeprefix("generator/")
        for match in re.finditer(r"^#include <([^>]+)>", tree.read(name), re.M):
            header, library = match[1], match[1].split("/")[0]
            place = f"{name}:{line_of(match.string, match.start())}: "
            if library in LIBRARIES:
                if not inside.startswith(LIBRARIES[library]):
                    yield place + f"<{header}> belongs in {' or '.join(LIBRARIES[library])} only"
            elif re.search(r"/|\.h", header):
                if not (header.startswith(("sys/", "netinet/")) or header.endswith(".h") and "/" not in header):
                    yield place + f"<{header}> is of a library that nobody has decided on"
                elif not inside.startswith(SYSTEM):
                    yield place + f"<{header}> belongs in {' or '.join(SYSTEM)} only"


def sizes(tree):
    for name in tree.sources():
        lines = tree.read(name).split("\n")
        if len(lines) - 1 > LONGEST_FILE:
            yield f"{name}:{LONGEST_FILE + 1}: the file has {len(lines) - 1} lines, more than {LONGEST_FILE}"
        for number, line in enumerate(lines, 1):
            if len(line) > LONGEST_LINE:
                yield f"{name}:{number}: the line has {len(line)} columns, more than {LONGEST_LINE}"


def blank_out(source):
    """The same text with comments and the insides of strings as blanks, so that braces can be counted."""
    pattern = r'R"([^(\s]*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|(?<![0-9a-fA-F])\'(?:[^\'\\\n]|\\.)*\''
    return re.sub(pattern, lambda match: re.sub(r"[^\n]", " ", match[0]), source, flags=re.S)


def functions(tree):
    for name in tree.sources("generator"):
        source = blank_out(tree.read(name))
        open_braces = []  # (offset, opens a function)
        for match in re.finditer(r"[{}]", source):
            if match[0] == "{":
                head = re.split(r"[;{}]", source[:match.start()])[-1]
                is_function = re.search(r"\)\s*(?:const|noexcept|override|final|->[^;{}]*|:[^;{}]*|\s)*$", head) is not None
                inside = any(opens for _, opens in open_braces)
                open_braces.append((match.start(), is_function and not inside))
            elif open_braces:
                begin, opens = open_braces.pop()
                length = line_of(source, match.start()) - line_of(source, begin) + 1
                if opens and length > LONGEST_FUNCTION:
                    yield f"{name}:{line_of(source, begin)}: the function has {length} lines, more than {LONGEST_FUNCTION}"


def headers(tree):
    for name in tree.matching(r"generator/.*\.hpp"):
        lines = tree.read(name).split("\n")
        if not lines[0].startswith("// "):
            yield f"{name}:1: a header begins with what it is for"
        if "#pragma once" not in lines[:20]:
            yield f"{name}:1: #pragma once is missing"


def placeholders(text):
    return set(re.findall(r"\{([a-z_0-9]+)\}", text))


def codes(tree):
    declared, texts = {}, {}
    files = tree.matching(r"generator/[a-z]+/(?:[a-z]+_)?codes\.hpp")
    for name in files:
        for match in re.finditer(r'Code (\w+)\{"([^"]*)"\};([^\n]*)', tree.read(name)):
            place = f"{name}:{line_of(match.string, match.start())}"
            if match[2] in declared:
                yield f"{place}: the code {match[2]} is declared at {declared[match[2]][0]} too"
            if match[1] != match[2].replace("-", "_"):
                yield f"{place}: {match[1]} and \"{match[2]}\" are not the same name"
            declared[match[2]] = (place, match[1], placeholders(match[3]))
    for name in tree.matching(r"content/common/text/messages/.*\.yaml"):
        for key, entry in plain_yaml.parse(tree.read(name)).items():
            place = f"{name}:{entry['sv'].line - 1 if 'sv' in entry else 1}: "
            if key in texts:
                yield place + f"{key} has texts in two files"
            texts[key] = entry
            if not {"sv", "en"} <= set(entry) <= {"sv", "en", "hint_sv", "hint_en"} or ("hint_sv" in entry) != ("hint_en" in entry):
                yield place + f"{key} has the texts {', '.join(entry)}; sv and en are needed, and both hints or none"
            if key not in declared:
                yield place + f"no codes.hpp declares {key}"
                continue
            for form, text in entry.items():
                for unknown in sorted(placeholders(text) - declared[key][2]):
                    yield f"{name}:{text.line}: {{{unknown}}} in {form} of {key} is none of the arguments in {declared[key][0]}"
    used = " ".join(tree.read(name) for name in tree.sources("generator") if name not in files)
    for code, (place, identifier, _) in declared.items():
        if code not in texts:
            yield f"{place}: {code} has no text"
        if not re.search(rf"\b{identifier}\b", used):
            yield f"{place}: {code} is used nowhere"


def forms_of(entry):
    return entry if isinstance(entry, dict) else {"other": entry}


def read_texts(tree):
    return {name.split("/")[-1][:-5]: (name, plain_yaml.flat(plain_yaml.parse(tree.read(name))))
            for name in tree.matching(r"content/common/text/[a-z]+\.yaml")}


def texts_alike(tree):
    languages = read_texts(tree)
    _, swedish = languages["sv"]
    for name, texts in languages.values():
        for key in sorted(swedish.keys() | texts.keys()):
            if key not in texts or key not in swedish:
                where = f"{name}:1" if key not in texts else f"{name}:{next(iter(forms_of(texts[key]).values())).line}"
                yield f"{where}: the text {key} stands in one language only"
                continue
            mine, other = forms_of(texts[key]), forms_of(swedish[key])
            place = f"{name}:{mine['other'].line}: {key} "
            if mine.keys() != other.keys():
                yield place + f"has the forms {', '.join(mine)}, in Swedish {', '.join(other)}"
            if placeholders(mine["other"]) - {"n"} != placeholders(other["other"]) - {"n"}:
                yield place + f"has the placeholders {sorted(placeholders(mine['other']))}, in Swedish {sorted(placeholders(other['other']))}"
            if not placeholders(mine.get("one", "")) <= placeholders(mine["other"]) | {"n"}:
                yield place + "has placeholders in one that are not in other"


KEY = r"[a-z_]+(?:\.[a-z_0-9]+)+"


# Words of offices, and what a busy reader says instead.
OFFICE = {"avseende": "om", "erhålla": "få", "erhåller": "får", "säkerställa": "se till", "säkerställer": "ser till", "samtliga": "alla",
          "ovanstående": "det ovan", "nedanstående": "det nedan", "beträffande": "om", "rörande": "om", "huruvida": "om", "således": "alltså",
          "ej": "inte", "tillse": "se till", "vidta": "göra", "vidtas": "görs", "föreligger": "finns", "angående": "om", "inneha": "ha",
          "nyttja": "använda", "nyttjas": "används", "tillhandahålla": "ge", "tillhandahåller": "ger", "föranleda": "leda till", "medelst": "med",
          "genomföra": "göra", "genomförs": "görs", "utgör": "är", "vederbörande": "den", "erfordras": "behövs", "dylik": "sådan"}
LONGEST_SENTENCE = 26  # words
LIX = 40  # Björnsson 1968: under 30 very easy, 30-40 easy, 40-50 medium


def texts_readable(tree):
    """Short sentences and plain words in everything that a page says: each sentence by its length, a language by its LIX."""
    for language, (name, texts) in read_texts(tree).items():
        words, long_words, sentences = 0, 0, 0
        for key, entry in texts.items():
            for form in forms_of(entry).values():
                for sentence in re.split(r"(?<=[.!?:])\s+", re.sub(r"\{[^}]*\}", "x", str(form))):
                    found = re.findall(r"[^\W_][\w’'-]*", sentence)
                    if len(found) > LONGEST_SENTENCE:
                        yield f"{name}:1: a sentence of {key} has {len(found)} words, more than {LONGEST_SENTENCE}"
                    for word in found if language == "sv" else ():
                        if word.lower() in OFFICE:
                            yield f"{name}:1: {key} says {word!r}: say {OFFICE[word.lower()]!r}"
                    if len(found) > 3:  # a sentence, not a label
                        words, sentences = words + len(found), sentences + 1
                        long_words += sum(len(word) > 6 for word in found)
        lix = words / max(1, sentences) + 100 * long_words / max(1, words)
        if lix > LIX:
            yield f"{name}:1: LIX is {lix:.0f}, more than {LIX}"


def keys_asked_for(tree, tops):
    """(place, key), (place, prefix) of every text that templates and view/ ask for."""
    keys, prefixes = [], []
    for name in tree.matching(r"templates/.*\.mustache"):
        for match in re.finditer(r"\{\{text\.([^}]+)\}\}", tree.read(name)):
            keys.append((f"{name}:{line_of(match.string, match.start())}", match[1]))
    for name in tree.sources("generator/view|generator/bundle") + tree.matching(r"generator/single\.cpp"):
        for match in re.finditer(rf'"((?:{"|".join(tops)})\.[a-z_0-9.]*)"( *\+)?', tree.read(name)):
            if re.search(r"\.(?:html|yaml|csv|json)$", match[1]):
                continue
            place = f"{name}:{line_of(match.string, match.start())}"
            (prefixes if match[2] or match[1].endswith(".") else keys).append((place, match[1]))
    return keys, prefixes


def texts_used(tree):
    name, texts = read_texts(tree)["sv"]
    tops = {key.split(".")[0] for key in texts}
    keys, prefixes = keys_asked_for(tree, tops)
    for place, key in keys:
        if key not in texts:
            yield f"{place}: there is no text {key}"
    for place, prefix in prefixes:
        if not any(key.startswith(prefix) for key in texts):
            yield f"{place}: no text begins with {prefix}"
    asked = {key for _, key in keys}
    for key, entry in texts.items():
        if key not in asked and not any(key.startswith(prefix) for _, prefix in prefixes):
            yield f"{name}:{forms_of(entry)['other'].line}: the text {key} is used nowhere"


def calls(source):
    """(offset, function, its arguments as text) of each say(...) and counted(...); calls among the arguments are taken out."""
    shape = blank_out(source)
    spans = []
    for match in re.finditer(r"\b(say|counted)\(", shape):
        end, depth = match.end(), 1
        while depth:
            depth += {"(": 1, ")": -1}.get(shape[end], 0)
            end += 1
        spans.append((match.start(), match.end(), end, match[1]))
    for start, inside, end, function in spans:
        given = source[inside:end - 1]
        for other, _, other_end, _ in spans:
            if start < other < end:
                given = given[:other - inside] + " " * (other_end - other) + given[other_end - inside:]
        yield start, function, given


def texts_filled(tree):
    """Every placeholder of a text is given by the call that asks for it, and every argument has its place in the text."""
    texts = read_texts(tree)["sv"][1]
    for name in tree.matching(r"generator/view/.*\.cpp"):
        for offset, function, given in calls(tree.read(name)):
            keys = [key for key in re.findall(rf'"({KEY})"', given) if key in texts]
            names = set(re.findall(r'\{\s*"([a-z_0-9]+)"\s*,', given)) | ({"n"} if function == "counted" else set())
            for key in keys:
                place = f"{name}:{line_of(tree.read(name), offset)}: {key} "
                wanted = set().union(*(placeholders(text) for text in forms_of(texts[key]).values()))
                if wanted - names:
                    yield place + f"lacks {sorted(wanted - names)}"
                if names - wanted - {"n"}:
                    yield place + f"is given {sorted(names - wanted)}, which it does not hold"
                if function == "say" and isinstance(texts[key], dict):
                    yield place + "has the forms one and other, so counted() is needed"


def templates(tree):
    used = set()
    files = tree.matching(r"templates/.*\.mustache")
    for name in files:
        source = tree.read(name)
        for pattern, complaint in ((r"\sstyle=", "a style attribute"), (r"<style\b", "a style element"), (r"\son[a-z]+=", "an event attribute"),
                                   (r"<script(?![^>]*\ssrc=)", "a script in the page")):
            for match in re.finditer(pattern, source):
                yield f"{name}:{line_of(source, match.start())}: {complaint}; it belongs in templates/assets"
        for match in re.finditer(r"assets/([\w.-]+)", source):
            if match[1] not in MADE and not (tree.root / "templates/assets" / match[1]).is_file():
                yield f"{name}:{line_of(source, match.start())}: there is no templates/assets/{match[1]}"
        used |= {partial for partial in re.findall(r"\{\{> *([a-z_/0-9]+)", source)}
    kinds = set(re.findall(r'"(pages/[a-z_]+)"', "".join(tree.read(name) for name in tree.sources("generator/render"))))
    pages = {name[len("templates/"):-len(".mustache")] for name in files if name.startswith("templates/pages/")}
    for page in sorted(pages ^ kinds):
        yield f"templates/{page}.mustache:1: " + ("no page has this template" if page in pages else "the page has no template")
    for name in files:
        partial = name[len("templates/"):-len(".mustache")]
        if partial not in pages and partial not in used:
            yield f"{name}:1: no template includes it"


def words(tree):
    """What nobody should read: notes to self, and paths of somebody's own machine."""
    pattern = r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|(?<![\w.:/}\])-])/(?:work|home|root|Users)/"
    for name in tree.files:
        if re.search(r"\.(?:png|woff2|xlsx)$", name):
            continue
        text = (tree.root / name).read_bytes().decode("utf-8", "replace")
        for match in re.finditer(pattern, text):
            yield f"{name}:{line_of(text, match.start())}: {match[0]}"


def documents(tree):
    """What the guides tell people to run or read is there."""
    targets = set(re.findall(r"^([a-z][a-z ]*):", tree.read("Makefile"), re.M))
    targets = {word for line in targets for word in line.split()}
    commands = set(re.findall(r'add_subcommand\("([a-z-]+)"', tree.read("generator/main.cpp")))
    for name in tree.matching(r"(?:[^/]+/)*(?:README|CONTRIBUTING)\.md"):
        text, folder = tree.read(name), (tree.root / name).parent
        for match in re.finditer(r"(?:^|`)(?:(make|\S*/?lagesbild)) ([a-z]+(?:-[a-z]+)*)\b|\]\(([^)#:]+)\)", text, re.M):
            place = f"{name}:{line_of(text, match.start())}: "
            if match[1] == "make" and match[2] not in targets:
                yield place + f"the Makefile has no {match[2]}"
            elif match[1] and match[1] != "make" and match[2] not in commands:
                yield place + f"the program has no command {match[2]}"
            elif match[3] and not (folder / match[3]).exists():
                yield place + f"there is no {match[3]}"
    for phony in re.findall(r"^\.PHONY: (.*)", tree.read("Makefile"), re.M):
        for target in set(phony.split()) - targets:
            yield f"Makefile:1: {target} is called phony and does not exist"


RULES = (arrows, libraries, sizes, functions, headers, codes, texts_alike, texts_readable, texts_used, texts_filled, templates, words,
         documents)
