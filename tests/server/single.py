"""The site as one file."""
import base64
import hashlib
import html.parser
import re

from fragments import compare
from names import INPUTS
from program_tests import ROOT, run

REFERENCES = ("for", "data-for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details")


class Page(html.parser.HTMLParser):
    """Ids, references to ids, links, what it loads, and the words of each page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.wanted, self.links, self.loaded, self.tags, self.words, self._page = [], set(), [], [], [], {}, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append(tag)
        if tag == "article":
            self._page = given["id"]
        if "id" in given:
            self.ids.append(given["id"])
        for name in REFERENCES:
            self.wanted |= set(given.get(name, "").split())
        if tag == "a":
            self.links.append(given["href"])
        self.loaded += [given[name] for name in ("src", "srcset") if name in given] + ([given["href"]] if tag == "link" else [])
        self.loaded += ["style"] if "style" in given else []

    def handle_endtag(self, tag):
        if tag == "article":
            self._page = None

    def handle_data(self, data):
        if self._page:
            self.words.setdefault(self._page, []).append(data)


def build(program, site, file, *options):
    done = run(program, "build", ROOT / INPUTS[site], "--single-file", file, "--ledger", file.with_suffix(".ledger"), *options)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout


def plain(text):
    return re.sub(r"\s+", " ", " ".join(text)).strip()


def sound(name, text):
    """Every link leads somewhere inside, every id is there once, nothing is loaded, and the policy fits what is inside."""
    page = Page(text)
    yield from compare(f"{name}: ids that stand there twice", sorted({one for one in page.ids if page.ids.count(one) > 1}), [])
    anchors = {one[1:] for one in page.links if one.startswith("#")}
    yield from compare(f"{name}: ids that are missing", sorted((page.wanted | anchors) - set(page.ids)), [])
    odd = [one for one in page.links if not one.startswith(("#", "data:", "https://", "http://", "mailto:", "tel:"))]
    yield from compare(f"{name}: links that lead out", odd[:3], [])
    yield from compare(f"{name}: what is loaded", [one for one in page.loaded if not one.startswith("data:image/")], [])
    yield from compare(f"{name}: scripts and frames", [one for one in page.tags if one in ("script", "iframe", "form", "input")], [])
    style = re.search(r"<style>(.*?)</style>", text, re.S)[1]
    wanted = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    yield from compare(f"{name}: policy", f"style-src 'sha256-{wanted}'" in text and "default-src 'none'" in text, True)


def single(program, folder):
    """one file holds every page, leads everywhere in itself, and is the same each time"""
    for site in INPUTS:
        done = run(program, "build", ROOT / INPUTS[site], "--out", folder / f"many-{site}", "--ledger", folder / f"many-{site}-ledger")
        yield from compare("exit code", done.returncode, 0)
        build(program, site, folder / "en.html", "--threads", 1)
        again = folder / "again"
        again.mkdir(exist_ok=True)
        build(program, site, again / "en.html", "--threads", 4)
        for file in sorted(folder.glob("en*.html")):
            text = file.read_text("utf-8")
            yield from sound(f"{site} {file.name}", text)
            yield from compare(f"{site} {file.name}: the same again", (again / file.name).read_text("utf-8") == text, True)
        seen = {plain(words) for words in Page((folder / "en.html").read_text("utf-8")).words.values()}
        for page in sorted((folder / f"many-{site}").rglob("*.html")):
            path = page.relative_to(folder / f"many-{site}").as_posix()
            if path.startswith(("en/", "sok", "jamfor")):
                continue
            inner = re.sub(r"<svg class=\"defs\".*?</svg>|<form.*?</form>|<script.*?</script>", "", re.search(r"<main[^>]*>(.*)</main>", page.read_text("utf-8"), re.S)[1], flags=re.S)
            own = Page(f'<article id="x">{inner}</article>').words["x"]
            yield from compare(f"{site}/{path}: its words are in the file", plain(own) in seen, True)


def smaller(program, folder):
    """pages that are left out are named where links led to them"""
    build(program, "small-region", folder / "small.html", "--without", "unit", "--without", "indicator", "--lang", "en")
    text = (folder / "small.html").read_text("utf-8")
    yield from sound("small.html", text)
    full = build(program, "small-region", folder / "full.html", "--aspx")
    whole = (folder / "full.html").read_text("utf-8")
    yield from sound("full.html", whole)
    yield from compare("fewer pages", 0 < text.count("<article") < whole.count("<article"), True)
    yield from compare("links that lead nowhere say so", text.count('class="elsewhere"') > whole.count('class="elsewhere"'), True)
    yield from compare("what is said", "full.html: " in full, True)


def half(program, folder):
    """a build that fails leaves the file that is there as it is, and nothing beside it"""
    place = folder / "half"
    place.mkdir()
    (place / "fil.html").write_text("gammal")
    done = run(program, "build", ROOT / "tests/golden/faulty-data/input", "--single-file", place / "fil.html")
    yield from compare("exit code", done.returncode, 1)
    yield from compare("the file", ((place / "fil.html").read_text(), [one.name for one in place.iterdir()]), ("gammal", ["fil.html"]))
    done = run(program, "build", ROOT / INPUTS["stockholm"], "--single-file", place)
    yield from compare("a folder of that name", (done.returncode, sorted(one.name for one in place.iterdir())), (4, ["fil.html"]))


CASES = (single, smaller, half)
