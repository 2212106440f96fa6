#!/usr/bin/env python3
"""Sites handed out by servers: real nginx and Apache with what `lagesbild headers` prints, and the preview of `lagesbild serve`.

usage: run.py --program PATH [CASE...]
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import fragments  # noqa: E402
import names  # noqa: E402
import preview  # noqa: E402
import single  # noqa: E402
from program_tests import ROOT, Tally, arguments, run, temporary_folder  # noqa: E402


def main():
    given = arguments(__doc__)
    tally = Tally()
    with temporary_folder() as name:
        folder = pathlib.Path(name)
        built = run(given.program, "build", ROOT / "content/sites/stockholm", "--out", folder / "st")
        if built.returncode != 0:
            sys.exit(built.stderr)
        for case in (*fragments.CASES, *names.CASES, *single.CASES, *preview.CASES):
            title = case.__doc__.split("\n")[0]
            if not given.only or case.__name__ in given.only:
                tally.case(title, list(case(given.program, folder)))
    tally.finish()


if __name__ == "__main__":
    main()
