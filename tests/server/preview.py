"""The preview of `lagesbild serve`, by real requests."""
import pathlib
import signal
import socket
import struct
import tempfile

from fragments import compare
from preview_server import Preview, change, copy_site
from program_tests import run

OUTSIDE = ("/../site.yaml", "/../../site/site.yaml", "/%2e%2e/site.yaml", "/..%2f..%2fsite.yaml", "/assets/../../.site.lock", "//etc/passwd",
           "/.site.lock", "/%2eprevious/index.html", "/assets/%2e%2e/%2e%2e/etc/passwd", "/..%5c..%5csite.yaml", "/index.html%00.css",
           "/assets%2f..%2f..%2fetc%2fpasswd", "/./index.html", "/INDEX.HTML", "/%c0%ae%c0%ae/etc/passwd", "/assets/site.css/")
REQUESTS = (  # what is sent, and the status that it is answered with
    ("GET / HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n", 421), ("GET / HTTP/1.1\r\n\r\n", 421),
    ("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: 127.0.0.1:{port}\r\n\r\n", 421),
    ("GET http://127.0.0.1:{port}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 400),
    ("GET /%zz HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", 400), ("GET /\r\n\r\n", 400), ("\r\n\r\n", 400), ("ÅÄÖ\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nX: " + "x" * 20_000, 431), ("GET / HTTP/1.1\r\nhost:localhost:{port}\r\n\r\n", 200),
    ("POST / HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 9\r\n\r\n123456789", 405),
    ("BREW / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", 405), ("get / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", 405))


def raw(port, text):
    """The status of the answer to these bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(text.replace("{port}", str(port)).encode())
        first = client.makefile("rb").readline()
    return int(first.split()[1]) if first.startswith(b"HTTP/1.1 ") else None


def prepared(folder):
    own = pathlib.Path(tempfile.mkdtemp(dir=folder))
    return own, copy_site("stockholm", own)


def answers(program, folder):
    """every file is there with its type, pages with a script that files do not have; nothing else is there, and nobody else can ask"""
    own, site = prepared(folder)
    out = own / "out/built"
    with Preview(program, site, own, "--out", out) as preview:
        for path in sorted(path for path in out.rglob("*") if path.is_file()):
            shown = "/" + path.relative_to(out).as_posix()
            status, headers, body = preview.get(shown + "?sida=2")
            held = path.read_bytes()
            yield from compare(f"{shown}: status", status, 200)
            if path.suffix == ".html":
                yield from compare(f"{shown}: script", (b"__preview" in held, body.count(b'<script src="/__preview.js"')), (False, 1))
                yield from compare(f"{shown}: policy", "connect-src 'self'" in headers["Content-Security-Policy"], True)
            else:
                yield from compare(f"{shown}: bytes", body, held)
            yield from compare(f"{shown}: kept", headers["Cache-Control"], "no-store")
        for path, kind in (("/", "text/html; charset=utf-8"), ("/en/", "text/html; charset=utf-8"), ("/assets/site.css", "text/css; charset=utf-8"),
                           ("/release.json", "application/json; charset=utf-8"), ("/assets/icon.svg", "image/svg+xml; charset=utf-8")):
            yield from compare(f"{path}: type", preview.get(path)[1]["Content-Type"], kind)
        status, headers, _ = preview.get("/en")
        yield from compare("a folder without /", (status, headers["Location"]), (301, "/en/"))
        full, head = preview.get("/"), preview.get("/", "HEAD")
        yield from compare("HEAD", (head[0], head[1]["Content-Length"], head[2]), (200, str(len(full[2])), b""))
        status, headers, body = preview.get("/finns-inte.html")
        yield from compare("what is not there", (status, b"There is no such page" in body), (404, True))
        for path in OUTSIDE:
            yield from compare(path, raw(preview.port, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\n\r\n"), 404)
        for text, status in REQUESTS:
            yield from compare(repr(text[:60]), raw(preview.port, text), status)
        yield from compare("Allow", preview.get("/", "DELETE")[1]["Allow"], "GET, HEAD")
        listening = [line.split()[1] for line in pathlib.Path("/proc/net/tcp").read_text().splitlines() if line.split()[3] == "0A"]
        yield from compare("addresses", [one for one in listening if one.endswith(f":{preview.port:04X}")], [f"0100007F:{preview.port:04X}"])
        yield from compare("exit code", preview.stop(signal.SIGTERM), 0)
    yield from compare("what is told", (own / "out/ledger").exists(), False)


def rude(program, folder):
    """clients that hang up in the middle, or say nothing, keep nobody from reading"""
    own, site = prepared(folder)
    with Preview(program, site, own) as preview:
        silent = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(8)]
        for text in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % preview.port) * 5:
            client = socket.create_connection(("127.0.0.1", preview.port))
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # cut off, not closed
            client.sendall(text)
            client.close()
        yield from compare("status", preview.get("/")[0], 200)
        yield from compare("exit code, with connections open", preview.stop(), 0)
        for client in silent:
            client.close()


def changes(program, folder):
    """a change of content, data or a template gives a new release; what an editor leaves beside does not"""
    own, site = prepared(folder)
    with Preview(program, site, own) as preview:
        last = preview.state()
        (site / ".site.yaml.swp").write_text("x")
        (site / "site.yaml~").write_text("x")
        for file, old, new, seen in ((site / "site.yaml", "sv: Region Stockholm", "sv: Region Provstad", b"Region Provstad"),
                                     (own / "templates/pages/overview.mustache", "<h1", "<h1 data-prov", b"data-prov"),
                                     (own / "templates/assets/site.css", ":root", "/* prov */ :root", b"<h1")):
            change(file, old, new)
            state = preview.after(last["builds"])
            yield from compare(f"{file.name}: builds", state["builds"], last["builds"] + 1)
            yield from compare(f"{file.name}: a new release", state["release"] != last["release"], True)
            yield from compare(f"{file.name}: shown", seen in preview.get("/")[2], True)
            last = state
        yield from compare("style", preview.get("/assets/site.css")[2].count(b"/* prov */"), 1)
        yield from compare("exit code", preview.stop(), 0)
        yield from compare("what is left in the temporary folder", [one.name for one in preview.temporary.iterdir()], [])


def faults(program, folder):
    """a build that fails is told in the browser, while the last good site stays; when it is mended, that is told too"""
    own, site = prepared(folder)
    with Preview(program, site, own) as preview:
        good = preview.state()
        change(site / "site.yaml", "as_of:", "as_off:")
        state = preview.after(good["builds"])
        yield from compare("state", (state["failed"], state["release"]), (True, good["release"]))
        status, headers, body = preview.get("/__faults")
        yield from compare("errors", (status, b"as_off" in body, b"site.yaml:" in body), (200, True, True))
        yield from compare("the last good site", (preview.get("/")[0], b"<main" in preview.get("/")[2]), (200, True))
        change(site / "site.yaml", "as_off:", "as_of:")
        state = preview.after(state["builds"])
        yield from compare("mended", (state["failed"], state["release"]), (False, good["release"]))
        yield from compare("errors, mended", (preview.get("/__faults")[0], preview.get("/__faults")[1]["Location"]), (303, "/"))
        yield from compare("exit code", preview.stop(), 0)


def broken_from_the_start(program, folder):
    """a site that has never been built shows its errors until it can be"""
    own, site = prepared(folder)
    change(site / "site.yaml", "as_of:", "as_off:")
    with Preview(program, site, own) as preview:
        status, _, body = preview.get("/enheter.html")
        yield from compare("before", (status, b"as_off" in body, b"__preview.js" in body), (503, True, True))
        change(site / "site.yaml", "as_off:", "as_of:")
        yield from compare("state", preview.after(preview.state()["builds"] - 1)["builds"] > 0, True)
        preview.after(1)
        yield from compare("after", preview.get("/")[0], 200)
        yield from compare("exit code", preview.stop(signal.SIGHUP), 0)


def refused(program, folder):
    """a port that is taken, a folder that is not ours or among what the site is made of"""
    own, site = prepared(folder)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run(program, "serve", site, "--port", taken.getsockname()[1], "--lang", "en")
    yield from compare("taken port", (done.returncode, "[web-port]" in done.stderr), (4, True))
    done = run(program, "serve", site, "--port", 0, "--out", site / "ut")
    yield from compare("among the sources", (done.returncode, "[serve-among-sources]" in done.stderr, (site / "ut").exists()), (2, True, False))
    foreign = own / "foreign"
    foreign.mkdir()
    (foreign / "brev.txt").write_text("x")
    done = run(program, "serve", site, "--port", 0, "--out", foreign)
    yield from compare("not ours", (done.returncode, [one.name for one in foreign.iterdir()]), (2, ["brev.txt"]))


CASES = (answers, rude, changes, faults, broken_from_the_start, refused)
