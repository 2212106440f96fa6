"""What the run.py of every kind of program test has in common: a line a case, a closing line, the exit code."""
import argparse
import atexit
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def arguments(doc, accept=False):
    """--program PATH, and for kinds whose expected files can be rewritten --accept, which continuous integration may not use."""
    parser = argparse.ArgumentParser(description=doc.strip().split("\n")[0])
    parser.add_argument("--program", required=True, type=lambda given: pathlib.Path(given).resolve())
    parser.add_argument("only", nargs="*", help="names of cases; all when none is named")
    if accept:
        parser.add_argument("--accept", action="store_true", help="rewrite what is expected, to be read before it is committed")
    given = parser.parse_args()
    if not os.access(given.program, os.X_OK):
        sys.exit(f"{given.program} is not a program")
    if accept and given.accept and os.environ.get("CI"):
        sys.exit("--accept is not for continuous integration")
    return given


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def case(self, name, problem=""):
        """`problem` is empty, or says what was wrong: a text or a list of lines."""
        lines = problem.splitlines() if isinstance(problem, str) else list(problem)
        self.passed, self.failed = self.passed + (not lines), self.failed + bool(lines)
        print(("ok    " if not lines else "FAIL  ") + name, *lines, sep="\n      ", flush=True)

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed or not self.passed else 0)


STATE = tempfile.mkdtemp(prefix="lagesbild-test-state-")  # never that of the one who tests
atexit.register(shutil.rmtree, STATE, ignore_errors=True)


def run(program, *words, cwd=ROOT, env=None):
    """Output as text; a program that hangs is a failure of the test."""
    return subprocess.run([program, *map(str, words)], cwd=cwd, env={**os.environ, "LAGESBILD_STATE": STATE, **(env or {})}, capture_output=True, text=True,
                          timeout=120, check=False)


def differences(expected, seen, most=40):
    """At most so many lines of a diff between two texts; none when they are the same."""
    lines = list(difflib.unified_diff(expected.splitlines(), seen.splitlines(), "expected", "seen", lineterm="", n=1))
    if not lines and expected != seen:
        lines = ["only the end of a line differs"]
    return lines[:most] + ([f"... and {len(lines) - most} lines more"] if len(lines) > most else [])


def contents(folder):
    """Path -> bytes of every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def temporary_folder():
    return tempfile.TemporaryDirectory(prefix="lagesbild-test-")
