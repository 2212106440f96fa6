#!/usr/bin/env python3
"""Broken sites, and exactly what `lagesbild check` says about them, in Swedish and in English.

usage: run.py --program PATH [--accept] [CASE...]

A case is a folder named after what is wrong. It holds only the files that differ from base/: site/ is laid over base's, common/ and
templates/ over the real ones (content/common and templates), and a file removed.txt lists files to leave out. expected.sv.txt and
expected.en.txt are the messages and the exit code. The same broken site is also built over a published one, which must stay as it was. A case
of warnings alone ends with exit 0, and is built.
"""
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program_tests import ROOT, Tally, arguments, contents, differences, run, temporary_folder  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
BASE = HERE / "base"
SHARED = {"common": ROOT / "content/common", "templates": ROOT / "templates"}
INPUT_ERRORS, WORLD_FAILED = 1, 4


def lay_out(case, folder):
    """folder/{site,common,templates} of a case; what it does not change of the shared folders is linked, not copied."""
    shutil.copytree(BASE / "site", folder / "site")
    removed = (case / "removed.txt").read_text(encoding="utf-8").split() if case and (case / "removed.txt").exists() else []
    for name, real in SHARED.items():
        if case and ((case / name).is_dir() or any(path.startswith(name + "/") for path in removed)):
            shutil.copytree(real, folder / name)
        else:
            (folder / name).symlink_to(real)
    for part in ("site", *SHARED):
        if case and (case / part).is_dir():
            shutil.copytree(case / part, folder / part, dirs_exist_ok=True)
    for path in removed:
        (folder / path).unlink()


def told(program, folder, language):
    done = run(program, "check", "site", "--lang", language, "--threads", 1, cwd=folder)
    stdout = "".join(f"stdout: {line}\n" for line in done.stdout.splitlines() if done.returncode)
    return f"{stdout}{done.stderr}exit {done.returncode}\n"


def check_case(given, case, published):
    problems = []
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        lay_out(case, folder)
        for language in ("sv", "en"):
            seen, file = told(given.program, folder, language), case / f"expected.{language}.txt"
            if given.accept:
                file.write_text(seen, encoding="utf-8")
            expected = file.read_text(encoding="utf-8") if file.exists() else ""
            problems += [f"{language}: {line}" for line in differences(expected, seen)]
        if expected.endswith("\nexit 0\n"):
            done = run(given.program, "build", "site", "--out", "out", cwd=folder)
            return problems + ([] if done.returncode == 0 else [f"build: exit {done.returncode}, expected 0"])
        shutil.copytree(published, folder / "out")
        done = run(given.program, "build", "site", "--out", "out", cwd=folder)
        if done.returncode not in (INPUT_ERRORS, WORLD_FAILED):
            problems.append(f"build over a published site: exit {done.returncode}, expected {INPUT_ERRORS} or {WORLD_FAILED}")
        left = {path.name for path in folder.iterdir()} - {".out.lock"}  # the lock stays
        if contents(folder / "out") != contents(published) or left != {"common", "out", "site", "templates"}:
            problems.append("build over a published site changed it, or left something beside it")
    return problems


def main():
    given = arguments(__doc__, accept=True)
    tally = Tally()
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        lay_out(None, folder)
        done = run(given.program, "build", "site", "--out", "out", cwd=folder)
        tally.case("base is a site without errors or warnings", done.stderr + ("" if done.returncode == 0 else f"exit {done.returncode}"))
        cases = [case for case in sorted(HERE.iterdir()) if case.is_dir() and case != BASE and (not given.only or case.name in given.only)]
        for case in cases if done.returncode == 0 else []:
            tally.case(case.name.replace("_", " "), check_case(given, case, folder / "out"))
    tally.finish()


if __name__ == "__main__":
    main()
