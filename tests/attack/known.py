"""Published numbers that are known to tell too much, and beside each the same, protected: the attacker must see the difference. What is
published is (least, most, unknowns); (times, unknown) where one counts more than once."""
from fractions import Fraction
from itertools import product


def equal(number, *unknowns):
    return number, number, unknowns


def table(rows, withheld):
    """Margins of a table and its cells but for those withheld; the targets are those."""
    unknowns = [(r, c) for r in range(len(rows)) for c in range(len(rows[0]))]
    published = [equal(sum(row), *((r, c) for c in range(len(row)))) for r, row in enumerate(rows)]
    published += [equal(sum(row[c] for row in rows), *((r, c) for r in range(len(rows)))) for c in range(len(rows[0]))]
    published += [equal(rows[r][c], (r, c)) for r, c in unknowns if (r, c) not in withheld]
    return unknowns, published, {f"{r + 1},{c + 1}": [cell] for cell in sorted(withheld) for r, c in [cell]}


def percent(whole, half, above, n):
    """A rounded share: `above` of all in `n`, doubled to be whole."""
    def against(bound):
        return [(200 * (one in above) - int(2 * bound), one) for one in n]
    return [(0, None, against(whole - half)), (None, 0, against(whole + half))]


HALF = Fraction(1, 2)
YEARS = [f"{year}{word}" for year in (2022, 2023, 2024) for word in ("yes", "no")]
FORUM = ["north private", "north public", "south private", "south public"]
FIGURES = [[4, 7, 9, 12], [8, 5, 6, 11], [9, 14, 7, 6], [10, 9, 8, 5]]
TWO_CYCLES = {(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (1, 2)}
PARTS = ["agree", "neutral", "disagree"]


def pool(first, last):
    return [one for one in YEARS if first <= int(one[:4]) <= last]


def rounded_parts(whole, half, total):
    out = [equal(total, *PARTS)]
    for part, share in zip(PARTS, whole):
        out += percent(share, half, [part], PARTS)
    return PARTS, out, {part: [part] for part in PARTS}


CASES = [  # name, whether it is a breach, unknowns, published, targets
    ("4 x 4, two or more withheld in every row and column, one of them a bridge", True, *table(FIGURES, TWO_CYCLES)),
    ("4 x 4, the bridge made a circle", False, *table(FIGURES, TWO_CYCLES | {(2, 1)})),
    ("three years less two years", True, YEARS, [equal(31, *pool(2022, 2024)), equal(27, *pool(2022, 2023))], {"2024": pool(2024, 2024)}),
    ("three years alone", False, YEARS, [equal(31, *pool(2022, 2024))], {"2024": pool(2024, 2024)}),
    ("a forum less its private units", True, FORUM, [equal(20, *FORUM[:2]), equal(18, FORUM[0])], {"public": [FORUM[1]]}),
    ("a forum and a form of ownership that cross", False, FORUM, [equal(20, *FORUM[:2]), equal(18, FORUM[0], FORUM[2])],
     {name: [name] for name in FORUM}),
    ("71 % of 7", True, ["yes", "no"], [equal(7, "yes", "no"), *percent(71, HALF, ["yes"], ["yes", "no"])], {"yes": ["yes"]}),
    ("71 % of at most 40", False, ["yes", "no"], [(0, 40, ("yes", "no")), *percent(71, HALF, ["yes"], ["yes", "no"])],
     {"yes": ["yes"], "no": ["no"]}),
    ("100 % of 6", True, ["yes", "no"], [equal(6, "yes", "no"), *percent(100, HALF, ["yes"], ["yes", "no"])], {"yes": ["yes"]}),
    ("90 to 100 % of 60", False, ["yes", "no"], [equal(60, "yes", "no"), *percent(95, 5, ["yes"], ["yes", "no"])],
     {"yes": ["yes"], "no": ["no"]}),
    ("rounded parts of an exact total", True, *rounded_parts((32, 35, 32), HALF, 31)),
    ("parts in tens of per cent of a total", False, *rounded_parts((30, 40, 30), 5, 60)),
    ("wide in fractions, one solution in whole persons", True, ["a", "b"], [equal(100, (7, "a"), (11, "b")), (5, 10, ("a",))],
     {"a": ["a"]}),
    ("whole persons that differ", False, ["a", "b"], [equal(100, (7, "a"), (3, "b")), (4, 10, ("a",))], {"a": ["a"]}),
    ("one report more than in the release before", True, ["before", "change"], [equal(40, "before"), equal(41, "before", "change")],
     {"change": ["change"]}),
    ("a release that repeats the one before", False, ["before", "change"], [equal(40, "before")], {"change": ["change"]}),
]


def text(number, unknowns, published, targets):
    place = {one: at for at, one in enumerate(unknowns)}

    def terms(those):
        return " ".join(str(place[one]) if one in place else f"{one[0]}*{place[one[1]]}" for one in those)

    changes = sum(one == "change" for one in unknowns)
    yield f"system {number}"
    yield f"unknowns {len(unknowns) - changes} 0 {changes}"
    for least, most, those in published:
        yield f"row {'-' if least is None else least} {'-' if most is None else most} {terms(those)}"
    for name, those in targets.items():
        yield f"target {name.replace(' ', '_')} {terms(those)}"
    yield "end"


def cases():
    for number, (name, is_breach, unknowns, published, targets) in enumerate(CASES):
        yield name, is_breach, "\n".join(text(number, unknowns, published, targets)) + "\n"


# A mean and a standard deviation are no linear matter: every table of grades is tried.

def moments(counts):
    n, total = sum(counts), sum(points * count for points, count in zip((4, 3, 2, 1), counts))
    squares = sum(points * points * count for points, count in zip((4, 3, 2, 1), counts))
    return Fraction(total, n), Fraction(n * squares - total * total, n * (n - 1))


def tables_of(n, mean, sd, half):
    """All counts of A, B, C and D with that mean and sample SD, within `half` of each."""
    low, high = n * (mean - half), n * (mean + half)
    lost_least, lost_most = max(0, int(4 * n - high)), min(3 * n, int(4 * n - low) + 1)
    for d, c in product(range(lost_most // 3 + 1), range(lost_most // 2 + 1)):
        for b in range(max(0, lost_least - 3 * d - 2 * c), min(n - c - d, lost_most - 3 * d - 2 * c) + 1):
            counts = n - b - c - d, b, c, d
            if counts[0] < 0:
                continue
            seen, variance = moments(counts)
            if abs(seen - mean) <= half and max(0, sd - half) ** 2 <= variance <= (sd + half) ** 2:
                yield counts


def narrowest(tables):
    """How far apart the tables are in the count that they tell most of."""
    return min(max(column) - min(column) for column in zip(*tables))


MOMENTS = [  # name, whether it is a breach, n, mean, SD, half of the last figure's unit
    ("mean 3,98 and SD 0,22 of 181 grades", True, 181, Fraction(398, 100), Fraction(22, 100), Fraction(1, 200)),
    ("mean 3,4 and SD 0,9 of 181 grades", False, 181, Fraction(34, 10), Fraction(9, 10), Fraction(1, 20)),
]
