#!/usr/bin/env python3
"""Whole sites, byte for byte, and the same bytes however they are made.

usage: run.py --program PATH [--accept] [CASE...]

A case is a folder with input/ (a site), or a file `site` with the path of one, and expected/ (all files that the program writes, but those of templates/assets: they are expected
byte for byte and are kept there only; and what is packed: its bytes and size are also the packing library's, and tests/oracle reads it), or with report/ (the same of a data quality report; its site may have errors).
--accept rewrites expected/ or report/.
"""
import io
import pathlib
import random
import re
import shutil
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program_tests import ROOT, Tally, arguments, contents, differences, run, temporary_folder  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
REORDERED = ("units.csv", "reviews.csv")  # the order of rows in other files is the order on the page


def build(program, site, out, *options, cwd=ROOT, env=None):
    """Files by path, or a complaint."""
    done = run(program, "build", site, "--out", out, *options, cwd=cwd, env=env)
    if done.returncode != 0 or done.stderr:
        return None, [*done.stderr.splitlines(), f"exit {done.returncode}"]
    return contents(out), []


def compare(expected, seen, most=40):
    """Lines about what differs between two sites, at most so many."""
    lines = [f"missing: {path}" for path in sorted(expected.keys() - seen.keys())]
    lines += [f"not expected: {path}" for path in sorted(seen.keys() - expected.keys())]
    for path in sorted(expected.keys() & seen.keys()):
        if expected[path] != seen[path] and len(lines) <= most:
            lines.append(f"differs: {path}")
            lines += differences(expected[path].decode("utf-8", "replace"), seen[path].decode("utf-8", "replace"))
    return lines[:most] + ([f"... and {len(lines) - most} lines more; --accept rewrites what is expected"] if len(lines) > most else [])


def input_of(case):
    named = case / "site"
    return ROOT / named.read_text(encoding="utf-8").strip() if named.is_file() else case / "input"


PACKED = (".xlsx", ".zip")
TRANSLATED = "en/bild/"  # the same pictures and numbers in other words: not worth keeping twice
MANIFEST = "manifest.json"  # the hashes of all the others: held against them where the site is published


def without_sizes(content):
    return re.sub(rb'(\.(?:xlsx|zip)(?: [^<]*)?</a> <small>)[^<]*', rb"\1(size)", content)


def without_packed(files):
    return {path: without_sizes(content) for path, content in files.items() if not path.endswith(PACKED) and not path.startswith(TRANSLATED) and path != MANIFEST}


def unpacked(path, content):
    """The parts of a packed file, one after the other."""
    if not path.endswith(PACKED):
        return without_sizes(content)
    archive = zipfile.ZipFile(io.BytesIO(content))
    return b"\n".join(name.encode() + b"\n" + unpacked(name, archive.read(name)) for name in archive.namelist())


def golden(given, case, out):
    seen, problems = build(given.program, input_of(case), out)
    if problems:
        return problems
    expected = case / "expected"
    if given.accept:
        shutil.rmtree(expected, ignore_errors=True)
        shutil.copytree(out, expected, ignore=shutil.ignore_patterns(*(f"*{ending}" for ending in PACKED)))
        shutil.rmtree(expected / TRANSLATED, ignore_errors=True)
        for path in contents(ROOT / "templates/assets"):
            (expected / "assets" / path).unlink()
        if not any((expected / "assets").iterdir()):
            (expected / "assets").rmdir()
    assets = {f"assets/{path}": content for path, content in contents(ROOT / "templates/assets").items()}
    return compare(without_packed(assets | (contents(expected) if expected.exists() else {})), without_packed(seen))


def report(program, case, folder, *options, cwd=ROOT, env=None):
    """Files by path of the data quality report of a case, less its style, or a complaint."""
    done = run(program, "check", case / "input", "--report", folder, *options, cwd=cwd, env=env)
    if done.returncode not in (0, 1) or not (folder / "index.html").exists():
        return None, [*done.stderr.splitlines(), f"exit {done.returncode}"]
    files = contents(folder)
    for path in [path for path in files if path.startswith("assets/")]:
        if files.pop(path) != (ROOT / "templates" / path).read_bytes():
            return None, [f"{path} is not that of templates"]
    return files, []


def golden_report(given, case, folder):
    """(name, problems) of the report as it is expected, and however it is made."""
    seen, problems = report(given.program, case, folder / "report")
    if not problems and given.accept:
        shutil.rmtree(case / "report")
        shutil.copytree(folder / "report", case / "report", ignore=shutil.ignore_patterns("assets"))
    yield "report", problems or compare(contents(case / "report"), seen)
    ways = (("one thread", ["--threads", 1], {}), ("a far time zone", [], {"TZ": "Pacific/Kiritimati"}),
            ("a Turkish locale", [], {"LC_ALL": "tr_TR.UTF-8"}))
    for number, (name, options, env) in enumerate(ways):
        again, problems = report(given.program, case, folder / f"way{number}", *options, env=env)
        yield f"report, {name}", problems or compare(seen or {}, again)
    again, problems = report(given.program, case, folder / "report")
    yield "report, over an earlier one", problems or compare(seen or {}, again)


def shuffled(case, folder):
    """A copy of the site with the rows of its tables in another order."""
    copy = folder / "tests/golden" / case.name / "input"
    shutil.copytree(case / "input", copy)
    for name in ("content", "templates"):
        (folder / name).symlink_to(ROOT / name)
    for name in REORDERED:
        table = copy / "data" / name
        if table.exists():
            heading, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
            random.Random(17).shuffle(rows)
            table.write_text(heading + "".join(rows), encoding="utf-8")
    return copy


def without_checksums(files):
    """The same pages when a file holds the same rows in another order, but for its checksum and the release that depends on it."""
    release = re.search(rb'"release": "([0-9a-f]+)"', files["release.json"])[1]
    checksum = rb'<code>[0-9a-f]{16,64}</code>|urn:uuid:[0-9a-f-]{36}|"sha256": "[0-9a-f]{64}"|(?<=rows, sha256 )[0-9a-f]{12}|(?<=rader, sha256 )[0-9a-f]{12}'
    return {path: re.sub(checksum, b"(checksum)", unpacked(path, content).replace(release, b"(release)")) for path, content in files.items() if path != MANIFEST}


def same_again(given, case, folder, first):
    """(name, problems) of every way to make the same site."""
    site = input_of(case)
    ways = (("one thread", site, ["--threads", 1], ROOT, {}),
            ("eight threads", site, ["--threads", 8], ROOT, {}),
            ("messages in English", site, ["--lang", "en"], ROOT, {}),
            ("a far time zone", site, [], ROOT, {"TZ": "Pacific/Kiritimati"}),
            ("a Turkish locale", site, [], ROOT, {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
            ("the C locale", site, [], ROOT, {"LC_ALL": "C"}),
            ("another working folder", pathlib.Path(site.name), [], site.parent, {}))
    for number, (name, where, options, cwd, env) in enumerate(ways):
        seen, problems = build(given.program, where, folder / f"way{number}", *options, cwd=cwd, env=env)
        yield name, problems or compare(first, seen)
    if site.parent != case:
        return  # its data are not copied here to be changed
    seen, problems = build(given.program, shuffled(case, folder / "copy"), folder / "shuffled")
    yield "rows in another order", problems or compare(without_checksums(first), without_checksums(seen))


def main():
    given = arguments(__doc__, accept=True)
    tally = Tally()
    cases = [case for case in sorted(HERE.iterdir()) if input_of(case).is_dir() and (not given.only or case.name in given.only)]
    for case in cases:
        with temporary_folder() as name:
            folder = pathlib.Path(name)
            (folder / "copy").mkdir()
            if (case / "report").is_dir():
                for way, differing in golden_report(given, case, folder):
                    tally.case(f"{case.name}, {way}", differing)
                continue
            problems = golden(given, case, folder / "out")
            tally.case(case.name, problems)
            if (folder / "out").exists():
                first = contents(folder / "out")
                for way, differing in same_again(given, case, folder, first):
                    tally.case(f"{case.name}, {way}", differing)
    tally.finish()


if __name__ == "__main__":
    main()
