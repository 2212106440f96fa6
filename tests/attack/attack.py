#!/usr/bin/env python3
"""The attacker, at four things: what is known to tell too much, the demonstration, random regions, and releases in a row.

usage: attack.py known|demo|regions|releases --program PATH --solver PATH [--regions N] [--seed S]

README.md beside says what the attacker is thought to know. A closing line says how many systems and targets, and how narrow it came.
"""
import argparse
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / name) for name in ("support", "oracle")]
import attempt  # noqa: E402
import known  # noqa: E402
import regions  # noqa: E402
import releases  # noqa: E402
from program_tests import ROOT, Tally, run, temporary_folder  # noqa: E402
from region import Region  # noqa: E402

MOST_TOLD = 20


def built(program, site, out):
    done = run(program, "build", site, "--out", out)
    if done.returncode:
        return [line for line in done.stderr.splitlines() if "fel:" in line][:9] or [f"exit {done.returncode}"]
    return []


def problems_of(tried):
    found = tried.problems + tried.breaches
    return found[:MOST_TOLD] + ([f"... and {len(found) - MOST_TOLD} more"] if len(found) > MOST_TOLD else [])


def attack_known(given, tally):
    for name, is_breach, text in known.cases():
        done = subprocess.run([given.solver], input=text, capture_output=True, text=True, check=False)
        tally.case(name, "" if done.returncode == int(is_breach) else f"exit {done.returncode}\n{done.stdout}{done.stderr}")
    for name, is_breach, *published in known.MOMENTS:
        width = known.narrowest(list(known.tables_of(*published)))
        tally.case(name, "" if (width < 3) == is_breach else f"width {width}")


def attack_demo(given, tally):
    with temporary_folder() as folder:
        out, site = Path(folder) / "demo", ROOT / "content/sites/demo"
        problems = built(given.program, site, out)
        tally.case("demo is built", problems)
        if not problems:
            tried = attempt.attack_site(given.solver, Region(site, out, ROOT / "content/common"))
            tally.case(f"demo: {tried.summary()}", problems_of(tried) or ([] if tried.targets > 10000 else ["too few targets"]))


def attack_region(given, seed):
    with temporary_folder() as folder:
        site, out = Path(folder) / "site", Path(folder) / "out"
        regions.Region(seed, site).write(ROOT)
        tried = attempt.Tried()
        tried.problems = built(given.program, site, out)
        if not tried.problems:
            tried = attempt.attack_site(given.solver, Region(site, out, site.parent / "common"), processes=1, prefix=f"{seed}:")
        return seed, tried


def gather(tally, given, what, one, least):
    """Regions by two processes; a line each only for those where something was found."""
    total = attempt.Tried()
    with ProcessPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        for seed, tried in pool.map(partial(one, given), range(given.seed, given.seed + given.regions)):
            if tried.problems or tried.breaches:
                tally.case(f"{what} {seed}: {tried.summary()}", problems_of(tried))
            total.add(tried)
    tally.case(f"{given.regions} {what}s: {total.summary()}", "" if total.targets >= least * given.regions else "too few targets")


def attack_regions(given, tally):
    gather(tally, given, "region", attack_region, 100)


def attack_releases(given, tally):
    gather(tally, given, "region in two releases", partial(releases.attack, built=built), 100)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("known", "demo", "regions", "releases"))
    parser.add_argument("--program", required=True, type=lambda path: Path(path).resolve())
    parser.add_argument("--solver", required=True, type=lambda path: Path(path).resolve())
    parser.add_argument("--regions", type=int)
    parser.add_argument("--seed", type=int, default=0)
    given, tally = parser.parse_args(), Tally()
    given.regions = given.regions or (40 if given.what == "releases" else 200)
    {"known": attack_known, "demo": attack_demo, "regions": attack_regions, "releases": attack_releases}[given.what](given, tally)
    tally.finish()


if __name__ == "__main__":
    main()
