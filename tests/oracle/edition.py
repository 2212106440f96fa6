"""A site in one language, comparisons that are counted, and the drawings and tables that many pages have."""
import pathlib
import re
import sys
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import plain_yaml  # noqa: E402
from pages import Numbers, filled, grade_counts, read_page, tables_with  # noqa: E402
from program_tests import ROOT  # noqa: E402
from region_figures import two_decimals  # noqa: E402

SITES = ROOT / "content/sites"


class Compared:
    """Collects what differs, and counts, so that comparing nothing is a failure."""

    def __init__(self):
        self.count, self.problems = 0, []

    def same(self, where, seen, expected):
        self.count += 1
        if seen != expected:
            self.problems.append(f"{where}: the page says {seen!r}, computed {expected!r}")

    def run(self, check, *values):
        """A page that has another form than expected is a failure, not the end."""
        try:
            check(*values, self)
        except (LookupError, ValueError, OSError) as problem:
            self.problems.append(f"{type(problem).__name__} in {check.__name__}: {problem}")
        return self

    def report(self, tally, name, least):
        if self.count < least:
            self.problems.append(f"only {self.count} comparisons were made, expected at least {least}")
        more = len(self.problems) - 20
        tally.case(f"{name}: {self.count} comparisons", self.problems[:20] + ([f"and {more} more"] if more > 0 else []))


class Edition:
    """The pages of a site in one language, and how that language says things."""

    def __init__(self, out, language, site):
        self.folder = out if language == "sv" else out / language
        self.language = language
        self.texts = plain_yaml.flat(plain_yaml.parse((ROOT / f"content/common/text/{language}.yaml").read_text(encoding="utf-8")))
        self.numbers = Numbers(language, self.texts)
        yaml = (SITES / site / "site.yaml").read_text(encoding="utf-8")
        self.forums = {match[1]: match[3 if language == "en" else 2] for match in
                       re.finditer(r"- \{id: ([a-z]+), sv: ([^,}]+), en: ([^,}]+)\}", yaml)}
        self.region = re.search(r"^region: \{sv: ([^,}]+), en: ([^,}]+)\}", yaml, re.M)[1 if language == "sv" else 2]

    def page(self, path):
        return read_page(self.folder / path)

    def word(self, key):
        return self.texts[key]

    def share(self, pair):
        return self.numbers.percent(*pair)

    def age(self, months):
        if months < 1:
            return self.texts["age.under_a_month"]
        return filled(self.texts["age.months"], months) if months < 24 else filled(self.texts["age.years"], months // 12)


def compare_area_row(compared, edition, where, row, figures):
    """initial, current, reached, mean, sd as the tables of areas show them"""
    initial, current, reached, mean, sd = row
    compared.same(f"{where} before", grade_counts(initial), figures["initial"])
    compared.same(f"{where} now", grade_counts(current), figures["current"])
    compared.same(f"{where} reached", reached, edition.share(figures["at_reference"]))
    if mean is not None:
        compared.same(f"{where} mean", mean, edition.numbers.points(figures["mean_rounded"]))
        compared.same(f"{where} sd", sd, edition.numbers.points(figures["sd_rounded"]))


def compare_segments(compared, where, rectangles, counts):
    """A stack of grades, in per cent of the group: each begins where the last ended, and their edges, not their widths, are rounded."""
    total, before, expected = sum(counts), 0, []
    for grade, count in zip("abcd", counts):
        if count:
            expected.append(("g" + grade, hundredths_of(before, total), between(before, before + count, total)))
        before += count
    seen = [(rect.classes()[0], rect.attributes["x"], rect.attributes["width"]) for rect in rectangles if "lines" not in rect.classes()]
    compared.same(where, seen, expected)


def between(start, end, total):
    edge = [round(100 * float(hundredths_of(part, total)[:-1])) for part in (start, end)]
    return f"{(edge[1] - edge[0]) / 100:.2f}%"


def hundredths_of(part, total):
    return two_decimals(Fraction(100 * part, total)) + "%"


def compare_bar(compared, where, bar, figures):
    """A pair of stacks: what it is said to show, what it shows, and the counts in it."""
    compared.same(where, grade_counts(bar.attributes["aria-label"]), figures["initial"] + figures["current"])
    rectangles = bar.all("rect")
    compare_segments(compared, where + " before", [rect for rect in rectangles if rect.attributes["y"] == "0"], figures["initial"])
    compare_segments(compared, where + " now", [rect for rect in rectangles if rect.attributes["y"] != "0"], figures["current"])
    labels = {label.classes()[0]: label.text() for label in bar.all("text") if label.text()}
    counts = {"t" + grade: str(count) for grade, count in zip("abcd", figures["current"]) if 20 * count >= sum(figures["current"])}
    compared.same(where + " labels", labels, counts)
    line = bar.one("line").attributes
    compared.same(where + " line", (line["x1"], line["x2"]), (hundredths_of(*figures["at_reference"]),) * 2)


def area_tables(edition, page):
    heads = [edition.word(f"page.{key}") for key in ("area", "at_review", "now", "reached", "mean", "sd")]
    return tables_with(page, *heads)
