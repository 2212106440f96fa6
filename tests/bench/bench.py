#!/usr/bin/env python3
"""Measures the generator against the floor program, on regions of 181, 2 000 and 20 000 units (quick: the first two).

Build and floor run alternately, each into a fresh folder; medians are shown. Writes results.json beside the programs. What was written
is removed when a region is done, not in between: after a removal ext4 takes seconds to write the next thousand files. So some gigabytes
of room are needed. Other work on the machine shows: the load is printed, and build/floor suffers less than the times.

usage: bench.py BUILD_FOLDER [--runs N] [--quick]"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import region  # noqa: E402

STAGE = re.compile(r"^(\w+) +(-?[\d.]+) +(-?[\d.]+) +(\d+) +(\d+)$", re.M)


def run(*command):
    """Standard output and error, wall and CPU seconds, and the most memory in MiB, of one run."""
    os.sync()  # what earlier runs left to be written is not this one's cost
    start = time.monotonic()
    with tempfile.TemporaryFile("w+") as out:
        child = subprocess.Popen([str(part) for part in command], stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read()
    if child.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit code {child.returncode}\n{text}")
    return {"text": text, "wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "user": usage.ru_utime, "memory": usage.ru_maxrss / 1024}


def stages_of(text):
    return {name: {"wall": float(wall) / 1e3, "cpu": float(cpu) / 1e3, "items": int(items), "bytes": int(size)}
            for name, wall, cpu, items, size in STAGE.findall(text)}


def median(rows, key):
    return statistics.median(row[key] for row in rows)


def build(programs, site, out, threads):
    done = run(programs / "lagesbild", "build", site, "--out", out, "--threads", threads, "--timings", "--lang", "en")
    done["stages"] = stages_of(done["text"])
    return done


def floor(programs, finished, out, threads, site):
    done = run(programs / "tests/bench/bench_floor", finished, out, threads, site / "units.csv", site / "reviews.csv", site / "reports.csv")
    wall, cpu, files, size, *_ = done["text"].split()
    return {"wall": float(wall) / 1e3, "cpu": float(cpu) / 1e3, "files": int(files), "bytes": int(size)}


def check_room(temp, size, runs):
    room, needed = shutil.disk_usage(temp).free, size * (2 * runs + 1)
    if room < needed * 1.2:
        sys.exit(f"{needed / 1e9:.1f} GB of room are needed in {temp.parent}, there are {room / 1e9:.1f}: fewer --runs, or --quick")


def measure(programs, temp, units, threads, runs):
    site, finished = temp / "region", temp / "finished"
    region.write_region(units, site)
    first = build(programs, site, finished, threads)  # for the floor, for the rebuilds, and to fill the caches
    check_room(temp, first["stages"]["render"]["bytes"], runs)
    builds, floors, again, checks = [], [], [], {1: [], threads: []}
    for i in range(runs):
        print(f"\r{units} units: run {i + 1} of {runs} ", end="", file=sys.stderr, flush=True)
        builds.append(build(programs, site, temp / f"build-{i}", threads))
        floors.append(floor(programs, finished, temp / f"floor-{i}", threads, site))
        again.append(build(programs, site, finished, threads))
        if "nothing was written" not in again[-1]["text"]:
            sys.exit("a rebuild with nothing changed wrote files:\n" + again[-1]["text"])
        for n in checks:
            done = run(programs / "lagesbild", "check", site, "--threads", n, "--timings")
            checks[n].append({"wall": stages_of(done["text"])["render"]["wall"], "cpu": done["cpu"]})
    print("\r" + " " * 40 + "\r", end="", file=sys.stderr)
    size = floors[0]["bytes"]
    table = {name: {"wall": statistics.median(b["stages"][name]["wall"] for b in builds),
                    "cpu": statistics.median(b["stages"][name]["cpu"] for b in builds),
                    "items": stage["items"], "bytes": stage["bytes"]} for name, stage in builds[0]["stages"].items()}
    result = {"units": units, "files": floors[0]["files"], "bytes": size, "stages": table,
              "wall": median(builds, "wall"), "cpu": median(builds, "cpu"), "user_cpu": median(builds, "user"),
              "memory_mib": max(b["memory"] for b in builds), "floor_wall": median(floors, "wall"), "floor_cpu": median(floors, "cpu"),
              "rebuild_wall": median(again, "wall"), "rebuild_cpu": median(again, "cpu"), "rebuild_files_written": 0}
    result["wall_to_floor"] = statistics.median(b["wall"] / f["wall"] for b, f in zip(builds, floors))
    result["cpu_per_10_mb"] = result["cpu"] / size * 1e7
    result["user_cpu_per_10_mb"] = result["user_cpu"] / size * 1e7
    result["floor_cpu_per_10_mb"] = result["floor_cpu"] / size * 1e7
    result["render_speed_up"] = median(checks[1], "wall") / median(checks[threads], "wall")
    result["cpu_of_threads"] = median(checks[threads], "cpu") / median(checks[1], "cpu")
    return result


def show(result):
    print(f"\n== {result['units']} units: {result['files']} files, {result['bytes'] / 1e6:.1f} MB")
    print(f"{'stage':12} {'wall ms':>10} {'cpu ms':>10} {'items':>10} {'bytes':>12}")
    for name, stage in result["stages"].items():
        print(f"{name:12} {stage['wall'] * 1e3:10.1f} {stage['cpu'] * 1e3:10.1f} {stage['items']:10} {stage['bytes']:12}")
    def ms(name):
        return f"{result[name] * 1e3:.0f} ms"

    lines = [("whole build", f"{ms('wall')}, {ms('cpu')} of CPU ({ms('user_cpu')} outside the kernel)"),
             ("floor", f"{ms('floor_wall')}, {ms('floor_cpu')} of CPU"),
             ("build / floor, wall", f"{result['wall_to_floor']:.2f}"),
             ("CPU for 10 MB", f"{ms('cpu_per_10_mb')} ({ms('user_cpu_per_10_mb')} outside the kernel); floor {ms('floor_cpu_per_10_mb')}"),
             ("render and check, all threads against one",
              f"{result['render_speed_up']:.2f} times as fast, {result['cpu_of_threads']:.2f} times the CPU"),
             ("most memory", f"{result['memory_mib']:.0f} MiB"),
             ("rebuild, nothing changed", f"{ms('rebuild_wall')}, {ms('rebuild_cpu')} of CPU, no file written")]
    for name, value in lines:
        print(f"{name:42} {value}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("programs", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="without the region of 20 000 units")
    order = parser.parse_args()
    programs = order.programs.resolve()
    threads = len(os.sched_getaffinity(0))
    print(f"{threads} cores; load {os.getloadavg()[0]:.1f} before; medians of {order.runs} runs")
    results = []
    for units in (181, 2000) if order.quick else (181, 2000, 20000):
        # Beside the programs, not in /tmp, which may be memory: a site is written to a disk.
        with tempfile.TemporaryDirectory(prefix="bench-", dir=programs) as temp:
            results.append(measure(programs, pathlib.Path(temp), units, threads, order.runs))
        show(results[-1])
    per_unit = {r["units"]: r["cpu"] / r["units"] for r in results}
    if 20000 in per_unit:
        print(f"\nCPU a unit, 20 000 against 2 000 units: {per_unit[20000] / per_unit[2000]:.2f} "
              f"({per_unit[2000] * 1e6:.0f} and {per_unit[20000] * 1e6:.0f} microseconds)")
    summary = {"cores": threads, "runs": order.runs, "results": results}
    (programs / "results.json").write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")
    print(f"written: {os.path.relpath(programs / 'results.json')}; load {os.getloadavg()[0]:.1f} after")


if __name__ == "__main__":
    main()
