"""What `lagesbild headers` prints, read by the servers that it is for."""
import xml.etree.ElementTree as xml

from program_tests import run
from web_servers import Apache, Nginx

POLICY = ("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
          "frame-ancestors 'self' https://intranat.regionen.se")
PICTURE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
           "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
           "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex, nofollow"}
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {"html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
         "svg": "image/svg+xml; charset=utf-8", "csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8",
         "jsonld": "application/ld+json; charset=utf-8", "atom": "application/atom+xml; charset=utf-8", "xlsx": SHEET,
         "zip": "application/zip", "ics": "text/calendar; charset=utf-8"}


def fragment(program, server, *more):
    done = run(program, "headers", server, "--frame-ancestors", "https://intranat.regionen.se", *more)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout


def compare(what, seen, wanted):
    if seen != wanted:
        yield f"{what} is {seen!r}, not {wanted!r}"


def one_of_each(site):
    """A file of every type that the site has, and a picture."""
    return {path.suffix[1:]: path for path in sorted(site.rglob("*"), reverse=True) if path.is_file()}


def served(program, folder, name, make):
    site = folder / "st"
    with make(fragment(program, name), site) as server:
        for end, path in one_of_each(site).items():
            shown = path.relative_to(site).as_posix()
            status, headers, body = server.get(shown)
            yield from compare(f"{shown}: status", status, 200)
            yield from compare(f"{shown}: type", headers["Content-Type"], TYPES.get(end))
            yield from compare(f"{shown}: policy", headers["Content-Security-Policy"], PICTURE if end == "svg" else POLICY)
            for header, value in HEADERS.items():
                yield from compare(f"{shown}: {header}", headers.get_all(header), [value])
            yield from compare(f"{shown}: bytes", body, path.read_bytes())
        yield from conversation(server)


def conversation(server):
    status, headers, _ = server.get("")
    yield from compare("the folder", (status, headers["Content-Type"]), (200, TYPES["html"]))
    status, headers, _ = server.get("data/")
    yield from compare("a folder without a first page", status in (403, 404), True)
    status, headers, _ = server.get("finns-inte.html")
    yield from compare("what is not there", (status, headers["Content-Security-Policy"]), (404, POLICY))
    yield from compare("the server's version", any(digit in headers["Server"] for digit in "0123456789") and "nginx" in headers["Server"], False)
    status, packed, body = server.get("assets/site.css", Accept_Encoding="gzip")
    yield from compare("style, packed", (status, packed["Content-Encoding"], "Accept-Encoding" in (packed["Vary"] or "")), (200, "gzip", True))
    for encoding in ("gzip", "identity"):
        _, first, _ = server.get("assets/site.css", Accept_Encoding=encoding)
        status, _, body = server.get("assets/site.css", Accept_Encoding=encoding, If_None_Match=first["ETag"])
        yield from compare(f"style that has not changed, {encoding}", (status, body), (304, b""))


def nginx(program, folder):
    """nginx takes the fragment, and hands out every type with every header"""
    yield from served(program, folder, "nginx", Nginx)


def apache(program, folder):
    """Apache takes the fragment, and hands out every type with every header"""
    yield from served(program, folder, "apache", Apache)


def iis(program, _):
    """the fragment for IIS is a sound web.config, which asks for the same"""
    root = xml.fromstring(fragment(program, "iis").encode())
    yield from compare("root", root.tag, "configuration")
    server = root.find("system.webServer")
    known = ["defaultDocument", "directoryBrowse", "staticContent", "urlCompression", "httpProtocol"]
    yield from compare("sections", [child.tag for child in server], known)
    headers = {add.get("name"): add.get("value") for add in server.findall("httpProtocol/customHeaders/add")}
    yield from compare("headers", headers, {"Content-Security-Policy": POLICY, **HEADERS})
    types = {one.get("fileExtension")[1:]: one.get("mimeType") for one in server.findall("staticContent/mimeMap")}
    yield from compare("types", {end: types.get(end) for end in TYPES}, TYPES)
    for section, name in (("staticContent", "fileExtension"), ("httpProtocol/customHeaders", "name")):
        taken = [one.get(name) for one in server.find(section) if one.tag == "remove"]
        added = [one.get(name) for one in server.find(section) if one.tag != "remove"]
        yield from compare(f"{section}: added without being taken away first", [one for one in added if one not in taken], [])
        yield from compare(f"{section}: added twice", len(added), len(set(added)))
    pictures = {one.get("path"): one.find(".//add").get("value") for one in root.findall("location")}
    yield from compare("pictures", pictures, {"st/bild": PICTURE, "st/en/bild": PICTURE})


def audiences(program, _):
    """a site for everybody may be kept and found; a fragment is the same whatever its language, but for the comments"""
    text = fragment(program, "nginx", "--audience", "open")
    yield from compare("robots", "X-Robots-Tag" in text, False)
    yield from compare("cache", 'Cache-Control "no-cache"' in text, True)
    for server in ("nginx", "apache"):
        bare = [[line for line in fragment(program, server, "--lang", language).splitlines() if not line.strip().startswith("#")]
                for language in ("sv", "en")]
        yield from compare(f"{server} in English", bare[1], bare[0])


CASES = (nginx, apache, iis, audiences)
