"""Names of files, and pages that end in .aspx."""
import re

from fragments import TYPES, compare, fragment
from program_tests import ROOT, contents, run
from web_servers import Nginx

NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
PACKED = (".zip", ".xlsx")
INPUTS = {"stockholm": "content/sites/stockholm", "small-region": "tests/golden/small-region/input"}


def build(program, site, out, *options):
    done = run(program, "build", ROOT / INPUTS[site], "--out", out, "--ledger", out.with_name(f"{out.name}-ledger"), *options)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return out, done.stdout


def aspx(program, folder):
    """a site of .aspx is the same site, each name and each link with another end"""
    for site in INPUTS:
        usual, _ = build(program, site, folder / f"html-{site}", "--embed")
        renamed, said = build(program, site, folder / f"aspx-{site}", "--aspx", "--embed")
        yield from compare(f"{site}: first page", said.rstrip().endswith(f"aspx-{site}/index.aspx"), True)
        first, second = contents(usual), contents(renamed)
        yield from compare(f"{site}: names", sorted(second), sorted(re.sub(r"\.html$", ".aspx", name) for name in first))
        for name, data in first.items():
            if name == "manifest.json":  # the hashes of the others
                continue
            other = re.sub(r"\.html$", ".aspx", name)
            if not name.endswith(PACKED) and name != "data/datapackage.json":
                wanted = re.sub(rb"(?<=[a-z0-9])\.html(?=[\"#?\\&])", b".aspx", data)
                yield from compare(f"{site}/{other}: the same", second.get(other) == wanted, True)
            for wrong in (b"<%", b"runat="):  # which SharePoint would take for something to run
                if other.endswith(".aspx"):
                    yield from compare(f"{site}/{other}: {wrong.decode()}", wrong in second[other], False)
        with Nginx(fragment(program, "nginx"), renamed) as server:
            status, headers, _ = server.get("")
            yield from compare(f"{site}: served", (status, headers["Content-Type"]), (200, TYPES["html"]))


def lower_case(program, folder):
    """every name is lower-case ASCII, whatever is built"""
    for site in INPUTS:
        for options in ((), ("--aspx", "--embed")):
            out, _ = build(program, site, folder / f"names-{site}", *options)
            for path in out.rglob("*"):
                if not NAME.fullmatch(path.name):
                    yield f"{path.relative_to(out)} ({site} {' '.join(options)})"


CASES = (aspx, lower_case)
