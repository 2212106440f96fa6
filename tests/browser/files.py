"""What can be said of the finished files without a browser: weights, languages, the notice of what is made up, the way to
the other language."""
import html
import json
import posixpath
import re

import sites

PAGE, UNIT, FIRST_VIEW = 150_000, 60_000, 200_000  # bytes before compression
SCRIPT, INDEX, CELLS = 12_000, 60_000, 200_000  # a script, what can be searched, and a part of what can be compared
ATTRIBUTE = re.compile(r"""<(?P<tag>link|script|img|source|iframe)\b[^>]*?\b(?:href|src)="(?P<url>[^"]*)\"""", re.S)


def _pages(folder):
    return [(page.relative_to(folder).as_posix(), page.read_text("utf-8")) for page in sorted(folder.rglob("*.html"))]


def _first_view(folder, path, text):
    """The page, and what it needs to be shown: style, script, and what the style asks for."""
    total = len(text.encode())
    wanted = {posixpath.normpath(posixpath.join(posixpath.dirname(path), url)) for _, url in ATTRIBUTE.findall(text)}
    for name in sorted(wanted):
        data = (folder / name).read_bytes() if (folder / name).is_file() else b""
        total += len(data)
        if name.endswith(".css"):
            for url in re.findall(r"url\(['\"]?([^'\")#]+)", data.decode()):
                inner = folder / posixpath.normpath(posixpath.join(posixpath.dirname(name), url))
                total += inner.stat().st_size if inner.is_file() else 0
    return total


def weights(folder, pages):
    for path, text in pages:
        size, limit = len(text.encode()), UNIT if "enhet/" in path else PAGE
        if size > limit:
            yield f"{path} is {size} bytes of HTML, more than {limit}"
        view = _first_view(folder, path, text)
        if view >= FIRST_VIEW:
            yield f"{path} is {view} bytes with style, script and font, not under {FIRST_VIEW}"


def scripts(folder):
    """Each script of ours is small, and so is what one of them loads."""
    for script in sorted((folder / "assets").glob("*.js")):
        limit = INDEX if script.name.startswith("search-") else CELLS if script.name.startswith("units-") else SCRIPT
        if script.stat().st_size > limit:
            yield f"assets/{script.name} is {script.stat().st_size} bytes, more than {limit}"


def searchable(folder):
    """What can be searched leads to pages that are there, in each language."""
    for code in ["sv", *sites.languages(folder)]:
        index = folder / f"assets/search-{code}.js"
        where = folder if code == "sv" else folder / code
        text = index.read_text("utf-8") if index.is_file() else ""
        if not text.startswith("window.lagesbild_search="):
            yield f"assets/search-{code}.js is no index"
            continue
        for _, name, path, *_ in json.loads(text.split("=", 1)[1].rstrip().rstrip(";"))["found"]:
            if not (where / path).is_file():
                yield f"{code}: {name} should be at {path}"


def _language(path, others):
    first = path.split("/")[0]
    return first if first in others else "sv"


def language(folder, pages):
    others = sites.languages(folder)
    for path, text in pages:
        wanted = _language(path, others)
        if not re.search(rf'<html\b[^>]*\blang="{wanted}"', text):
            yield f"{path} is not marked lang={wanted}"


def other_language(folder, pages):
    """Each page but those for a frame leads to itself in the other language, and the link is marked with that language."""
    others = sites.languages(folder)
    for path, text in pages:
        if posixpath.basename(posixpath.dirname(path)) == "embed":
            continue
        own = _language(path, others)
        bare = path.split("/", 1)[1] if own in others else path
        found = {}
        for tag in re.findall(r"<a\b[^>]*\bhreflang=[^>]*>", text):
            values = dict(re.findall(r'([a-z]+)="([^"]*)"', tag))
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), html.unescape(values["href"])))
            found[values["hreflang"]] = (target, values.get("lang"))
        for other in [code for code in ["sv", *others] if code != own]:
            wanted = bare if other == "sv" else f"{other}/{bare}"
            if found.get(other) != (wanted, other):
                yield f"{path}: the link to {other} should lead to {wanted}, but it is {found.get(other)}"
            elif not (folder / wanted).is_file():
                yield f"{path}: {wanted} does not exist"


def notice(folder, pages, site):
    """Every page says the notice of site.yaml, in its own language."""
    text = (sites.ROOT / "content/sites" / site / "site.yaml").read_text("utf-8")
    block = re.search(r"^notice:\n((?:  .*\n)+)", text, re.M)
    words = dict(re.findall(r"^  (\w\w): (.*)$", block.group(1), re.M)) if block else {}
    if not words:
        yield f"site.yaml of {site} has no notice to look for"
        return
    others = sites.languages(folder)
    for path, page in pages:
        if html.escape(words[_language(path, others)].strip("\"'")) not in page:
            yield f"{path} does not say that everything is made up"


def foreign(pages):
    """Nothing is asked for from elsewhere, no style or script stands in the page."""
    for path, text in pages:
        for tag, url in ATTRIBUTE.findall(text):
            if re.match(r"[a-z][a-z0-9+.-]*:|//|/", url):
                yield f"{path}: <{tag}> asks for {url}"
        if re.search(r"<style\b|<script(?![^>]*\bsrc=)|<[^>]+\s(?:style|on[a-z]+)=\"", text):
            yield f"{path} has a style, script or handler of its own"


def run(report, site, folder):
    pages = _pages(folder)
    report.case(f"{site}: pages are light enough ({len(pages)} pages)", weights(folder, pages))
    report.case(f"{site}: scripts are light enough", scripts(folder))
    report.case(f"{site}: what can be searched is there", searchable(folder))
    report.case(f"{site}: every page names its language", language(folder, pages))
    report.case(f"{site}: the language link leads to the same page", other_language(folder, pages))
    report.case(f"{site}: nothing from elsewhere, nothing inline", foreign(pages))
    if site == "demo":
        report.case(f"{site}: every page says that it is made up", notice(folder, pages, site))
