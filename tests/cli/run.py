#!/usr/bin/env python3
"""Scenarios of commands, with what they print and how they end.

usage: run.py --program PATH [SCENARIO...]

Each .txt file is a scenario, run in a temporary folder that has content/ and templates/. A line "$ COMMAND" is run by sh with the
program in the PATH as lagesbild; under it stand the lines of its standard output, then those of standard error after "! ", then "exit N".
{*} in a line is any text, a line "..." any number of lines; empty lines do not count. What stands between a scenario's steps is for the
reader.
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program_tests import ROOT, Tally, arguments, run, temporary_folder  # noqa: E402


def steps(scenario):
    """[(line number, command, expected lines)]"""
    found, inside = [], False
    for number, line in enumerate(scenario.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("$ "):
            found.append((number, line[2:], []))
        elif inside and line.strip():
            found[-1][2].append(line)
        inside = line.startswith("$ ") or inside and re.fullmatch("exit [0-9]+", line) is None
    return found


def matches(expected, seen):
    pattern = ""
    for line in expected:
        pattern += "(?:.*\n)*?" if line == "..." else re.escape(line).replace(re.escape("{*}"), ".*") + "\n"
    return re.fullmatch(pattern, "".join(line + "\n" for line in seen)) is not None


def play(program, scenario):
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        for shared in ("content", "templates"):
            (folder / shared).symlink_to(ROOT / shared)
        (folder / ".bin").mkdir()
        (folder / ".bin/lagesbild").symlink_to(program)
        environment = {"PATH": f"{folder}/.bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        for number, command, expected in steps(scenario):
            done = run("/bin/sh", "-c", command, cwd=folder, env=environment)
            lines = [*done.stdout.splitlines(), *("! " + line for line in done.stderr.splitlines()), f"exit {done.returncode}"]
            seen = [line for line in lines if line.strip("! ")]
            if not matches(expected, seen):
                return [f"line {number}: {command}", "expected:", *expected, "seen:", *seen[:40]]
    return []


def main():
    given = arguments(__doc__)
    tally = Tally()
    for scenario in sorted(pathlib.Path(__file__).resolve().parent.glob("*.txt")):
        if not given.only or scenario.stem in given.only:
            tally.case(scenario.stem.replace("_", " "), play(given.program, scenario))
    tally.finish()


if __name__ == "__main__":
    main()
