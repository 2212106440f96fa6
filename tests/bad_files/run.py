#!/usr/bin/env python3
"""Bad files of every kind, made here from a small clean region, and exactly what `lagesbild check` says about each in both languages.

usage: run.py --program PATH [--accept] [CASE...]

cases.py says how each file is made and which codes it leads to; expected.sv.txt and expected.en.txt hold the whole messages. What can be
mended must give the same figures as the clean region; what cannot must leave a published site as it was. No message may repeat what
points out a person.
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program_tests import ROOT, Tally, arguments, contents, differences, run, temporary_folder  # noqa: E402

from cases import all_cases  # noqa: E402
from personal_cases import SECRETS  # noqa: E402
from region import clean, csv_text, write_site  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
LANGUAGES = ("sv", "en")
REPAIRS = {"~" + code for code in ("grade-repaired", "blanks-repaired", "date-repaired", "number-repaired", "row-twice", "unit-by-name",
                                   "text-read-as-windows-1252")}
SEVERITY = re.compile(r"^\S.*?: (fel|varning): .* \[([a-z0-9-]+)\]$")


def lay_out(folder, files):
    for name, real in (("common", ROOT / "content/common"), ("templates", ROOT / "templates")):
        (folder / name).symlink_to(real)
    write_site(folder / "site", {**{dataset: (f"{dataset}.csv", csv_text(rows).encode()) for dataset, rows in clean().items()}, **files})


def codes_of(message):
    found = (SEVERITY.match(line) for line in message.splitlines())
    return [("~" if one.group(1) == "varning" else "") + one.group(2) for one in found if one]


def expected_messages(language):
    path = HERE / f"expected.{language}.txt"
    blocks = path.read_text(encoding="utf-8").split("== ")[1:] if path.exists() else []
    return {name: text.rstrip("\n") + "\n" for name, _, text in (block.partition("\n") for block in blocks)}


class Suite:
    def __init__(self, given, tally, folder):
        self.program, self.tally, self.folder = given.program, tally, folder
        self.expected = {language: expected_messages(language) for language in LANGUAGES}
        self.seen = {language: {} for language in LANGUAGES}
        self.accept = given.accept
        clean_folder = folder / "clean"
        clean_folder.mkdir()
        lay_out(clean_folder, {})
        built = run(self.program, "build", "site", "--out", "out", cwd=clean_folder)
        tally.case("the clean region is read without a word", built.stderr)
        self.published = clean_folder / "out"
        self.figures = run(self.program, "figures", "site", cwd=clean_folder).stdout

    def case(self, number, name, files, codes):
        folder = self.folder / str(number)
        folder.mkdir()
        lay_out(folder, files)
        problems = []
        for language in LANGUAGES:
            done = run(self.program, "check", "site", "--lang", language, "--threads", 1, cwd=folder)
            message = done.stderr if len(done.stderr) < 6000 else done.stderr[:6000] + "...\n"
            self.seen[language][name] = message + f"exit {done.returncode}\n"
            if not self.accept:
                problems += [f"{language}: {line}" for line in differences(self.expected[language].get(name, ""), self.seen[language][name])]
            problems += [f"{language}: the message repeats {value}" for value, _ in SECRETS.values() if value in done.stderr]
        for dataset in ("annual_reports", "survey"):  # a row is about a person, or a few
            rows = (folder / f"site/data/{dataset}.csv").read_text(encoding="utf-8").splitlines()[1:]
            seen = self.seen["sv"][name]
            problems += [f"a message repeats a row of {dataset}" for row in rows if row and row in seen]
        said = codes_of(self.seen["sv"][name])
        if codes is not None and said != codes:
            problems.append(f"codes {said}, expected {codes}")
        errors = any(not code.startswith("~") for code in (codes if codes is not None else ["error"]))
        problems += self.stays(folder) if errors else self.mended(folder, codes)
        self.tally.case(name, problems)

    def stays(self, folder):
        before = contents(self.published)
        done = run(self.program, "build", "site", "--out", self.published, cwd=folder)
        problems = [] if done.returncode == 1 else [f"exit {done.returncode}, expected 1"]
        return problems + ([] if contents(self.published) == before else ["the published site was changed"])

    def mended(self, folder, codes):
        done = run(self.program, "figures", "site", cwd=folder)
        if done.returncode != 0:
            return [f"exit {done.returncode}, expected 0"]
        return differences(self.figures, done.stdout) if set(codes) <= REPAIRS else []


def main():
    given = arguments(__doc__, accept=True)
    tally = Tally()
    with temporary_folder() as name:
        suite = Suite(given, tally, pathlib.Path(name))
        chosen = [case for case in all_cases() if not given.only or case[0] in given.only]
        for number, case in enumerate(chosen):
            suite.case(number, *case)
        if given.accept:
            for language in LANGUAGES:
                kept = {} if not given.only else expected_messages(language)
                kept.update(suite.seen[language])
                text = "".join(f"== {title}\n{kept[title]}\n" for title in sorted(kept))
                (HERE / f"expected.{language}.txt").write_text(text, encoding="utf-8")
        elif not given.only:
            gone = sorted(set(suite.expected["sv"]) - set(suite.seen["sv"]))
            tally.case("every expected message has a case", [f"{title} has none" for title in gone])
    tally.finish()


if __name__ == "__main__":
    main()
