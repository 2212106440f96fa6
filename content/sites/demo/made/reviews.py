"""The units of the demonstration region and their reviews (all units are FICTIONAL).

Round 1 (Nov 2019 - Dec 2022, 181 reviews) is calibrated to what Lipus published in September 2023:
the eight area means, the D counts before the action plans (C 43, E 21, D 19, G 15), 85 units with
at least one D, 65 action plans, 181 reviews. The published SDs of areas C, D and H cannot be reached
by any 181 grades together with those counts (generator/indicators/feasibility.hpp tries them all);
the rest are. Round 2 (Sep 2024 - Jun 2026, 72 reviews) is invented so that trends, deadlines and
overdue plans have something to show.

Every figure depends on the order in which the random numbers below are drawn: a change here changes all that has been published.
"""
import datetime as dt
import hashlib
import random

rnd = random.Random(20230918)
AREAS = "ABCDEFGH"
N = 181
# counts of A, B, C, D per area after the action plans, and D before them
AFTER = {"A": (180, 0, 0, 1), "B": (178, 1, 1, 1), "C": (135, 3, 23, 20), "D": (162, 0, 8, 11),
         "E": (129, 0, 42, 10), "F": (165, 2, 6, 8), "G": (58, 96, 27, 0), "H": (95, 0, 73, 13)}
D_BEFORE = {"A": 1, "B": 2, "C": 43, "D": 19, "E": 21, "F": 14, "G": 15, "H": 14}
FORUMS = ["norr", "nordost", "city", "vast", "soder", "sydost", "sydvast"]
FORUM_SIZES = [31, 28, 27, 26, 25, 23, 21]
MUNICIPALITY = {"norr": ["Norrvalla", "Granlösa"], "nordost": ["Ytterlannä", "Skärvik"], "city": ["Centralstad"],
                "vast": ["Västermark", "Ekölanda"], "soder": ["Södervalla"], "sydost": ["Östermarka", "Havsnäset"],
                "sydvast": ["Sydmarken", "Långsjöhed"]}
STEMS = ["Almlunds", "Askvalla", "Bergtorpa", "Björkvalla", "Blåklints", "Brudsporre", "Dungbo", "Ekvalla", "Fjällglims",
         "Furuklints", "Gransångar", "Grönvalla", "Hasselbäcks", "Havtorns", "Humleängs", "Hägerklints", "Järpbo", "Kaprifol",
         "Klockljungs", "Kornblads", "Kråkris", "Lavklints", "Lindvalla", "Ljungbo", "Lommabäcks", "Lärkvalla", "Mandelblads",
         "Mossklints", "Myrtbäcks", "Nattviols", "Näckros", "Orrklints", "Pilängs", "Pärlugglans", "Rosenklints", "Rönnvalla",
         "Sandklints", "Silverlinds", "Skatbo", "Skogsstjärnans", "Slånbärs", "Smultronvalla", "Spovklints", "Starrvalla",
         "Strandglims", "Svalörts", "Sälgbo", "Tallvalla", "Teveronika", "Timjans", "Tranklints", "Tujabäcks", "Ugglebo",
         "Vallmobäcks", "Videklints", "Vintergröns", "Vitsippans", "Våtmarks", "Ängsklockans", "Ärtvalla", "Ölandsbo"]
KINDS = ["vårdcentral"] * 7 + ["husläkarmottagning"] * 2 + ["hälsocentral", "läkarhus"]
SUFFIX = ["", " norra", " södra", " östra", " västra"]
PROVIDERS = ["Nordlyktan Vård AB", "Klöverbladets Läkare AB", "Vita Kompassen AB", "Silverpilen Primärvård AB",
             "Hälsoknuten AB", "O'Strand & Co Läkargrupp AB"]


def weekdays(first, last):
    day, out = first, []
    while day <= last:
        holiday = day.month == 7 or (day.month == 12 and day.day >= 20) or (day.month == 1 and day.day <= 7)
        if day.weekday() < 4 and not holiday:
            out.append(day)
        day += dt.timedelta(1)
    return out


def unit_names():
    combos = [(stem, suffix) for stem in STEMS for suffix in SUFFIX]
    rnd.shuffle(combos)
    return [f"{stem}{suffix} {rnd.choice(KINDS)}" for stem, suffix in combos[:N]]


def round_one():
    """Initial and current grades of 181 units with exactly the published counts."""
    initial, current = ({a: [None] * N for a in AREAS} for _ in range(2))
    with_d = rnd.sample(range(N), 85)
    unlifted, lifted = with_d[:20], with_d[20:]
    for area in AREAS:
        count = AFTER[area][3]
        for i in (unlifted if count == 20 else rnd.sample(unlifted, count)):
            initial[area][i] = current[area][i] = "D"
    pool = [a for a in AREAS for _ in range(D_BEFORE[a] - AFTER[a][3])]
    rnd.shuffle(pool)
    for i, area in zip(lifted, pool):
        initial[area][i], current[area][i] = "D", "C"
    for area in AREAS:
        na, nb, nc, _ = AFTER[area]
        rest = ["A"] * na + ["B"] * nb + ["C"] * (nc - pool.count(area))
        rnd.shuffle(rest)
        for i in range(N):
            if current[area][i] is None:
                initial[area][i] = current[area][i] = rest.pop()
    return initial, current, set(lifted)


UNIT_COLUMNS = ["unit_id", "name", "kind", "forum", "municipality", "ownership", "provider", "listed_patients", "specialists",
                "specialist_percent", "st_doctors", "supervisors", "supervisors_trained_5y", "manager_since"]
REVIEW_COLUMNS = ["review_id", "unit_id", "framework", "review_date", "visit", *AREAS, "plan_received", *[f"{a}_current" for a in AREAS]]
FILE_COLUMNS = [*REVIEW_COLUMNS[:4], "report_date", *REVIEW_COLUMNS[4:-8], "decided_on", *REVIEW_COLUMNS[-8:]]
TODAY = dt.date(2026, 6, 30)
# Of the second round, so that every state of a D occurs: when a plan came that has not lifted it, and when that was decided.
STANDING = {"R2-100": ("2025-06-12", "2025-09-03"), "R2-155": ("2026-02-10", ""), "R2-110": ("2026-06-18", "")}
UNREPORTED = {"R2-044"}


def unit_rows(names, forums, private):
    st_left = 660 - 2 * N  # about 660 ST doctors in all, at least two a unit
    extra = [0] * N
    while st_left:
        i = rnd.randrange(N)
        if extra[i] < 6:
            extra[i] += 1
            st_left -= 1
    for i in range(N):
        listed = int(rnd.triangular(2400, 21000, 9200) // 10 * 10)
        specialists = max(2, round(listed / 2300 + rnd.uniform(-1, 1)))
        st = 2 + extra[i]
        supervisors = max(1, min(specialists, st + rnd.randint(-1, 2)))
        trained = sum(rnd.random() < .86 for _ in range(supervisors))
        yield [f"FK{i + 1:03d}", names[i], names[i].split()[-1], forums[i], rnd.choice(MUNICIPALITY[forums[i]]),
               "privat" if private[i] else "offentlig", rnd.choice(PROVIDERS) if private[i] else "Exempelregionens primärvård",
               listed, specialists, specialists * rnd.choice([70, 75, 80, 85, 90]), st, supervisors, trained, rnd.randint(2014, 2026)]


def review_rows(initial, current, lifted):
    days = sorted(rnd.sample(weekdays(dt.date(2019, 11, 4), dt.date(2022, 12, 15)), N))
    rnd.shuffle(days)
    for i in range(N):
        visit = "digital" if dt.date(2020, 3, 16) <= days[i] <= dt.date(2022, 2, 9) else "on_site"
        plan = (days[i] + dt.timedelta(rnd.randint(20, 88))).isoformat() if i in lifted else ""
        yield [f"R1-{i + 1:03d}", f"FK{i + 1:03d}", "spur-2018", days[i].isoformat(), visit,
               *[initial[a][i] for a in AREAS], plan, *[current[a][i] for a in AREAS]]

    second = sorted(range(N), key=lambda i: (days[i], i))[:60] + rnd.sample([i for i in range(N)], 30)
    second = sorted(set(second))[:72]
    days2 = sorted(rnd.sample(weekdays(dt.date(2024, 9, 2), dt.date(2026, 6, 18)), len(second)))
    rnd.shuffle(days2)
    better = {"D": "CCBAD", "C": "CBBAD", "B": "BBAAC", "A": "AAAAB"}
    for i, day in zip(second, days2):
        first = [rnd.choice(better[current[a][i]]) if a in "CDEGH" or rnd.random() < .3 else current[a][i] for a in AREAS]
        now, plan = list(first), ""
        if "D" in first and (day < dt.date(2026, 3, 20) and rnd.random() < .7):
            plan = (day + dt.timedelta(rnd.randint(25, 110))).isoformat()
            now = ["C" if g == "D" else g for g in first]
        yield [f"R2-{i + 1:03d}", f"FK{i + 1:03d}", "spur-2018", day.isoformat(), "on_site", *first, plan, *now]


def days(review, salt, least, most):
    """The same number of days for the same review whatever else is made."""
    return least + hashlib.sha256(f"{review['review_id']} {salt}".encode()).digest()[0] % (most - least + 1)


def date_steps(review):
    """When the report was written and when the plan was decided on."""
    visited = dt.date.fromisoformat(review["review_date"])
    reported = min(visited + dt.timedelta(days(review, "report", 14, 42)), TODAY)
    review["report_date"] = "" if review["review_id"] in UNREPORTED else reported.isoformat()
    review["plan_received"], review["decided_on"] = STANDING.get(review["review_id"], (review["plan_received"], ""))
    if any(review[a] != review[f"{a}_current"] for a in AREAS):
        received = dt.date.fromisoformat(review["plan_received"])
        review["decided_on"] = min(received + dt.timedelta(days(review, "decision", 10, 56)), TODAY).isoformat()


def made():
    """The 181 units as they were reviewed, and all reviews: two lists of rows as dictionaries. Only for the first call."""
    names = unit_names()
    forums = [f for f, k in zip(FORUMS, FORUM_SIZES) for _ in range(k)]
    private = [True] * 127 + [False] * 54
    rnd.shuffle(forums)
    rnd.shuffle(private)
    grades = round_one()
    units = [dict(zip(UNIT_COLUMNS, row)) for row in unit_rows(names, forums, private)]
    reviews = [dict(zip(REVIEW_COLUMNS, row)) for row in review_rows(*grades)]
    for review in reviews:
        date_steps(review)
    return units, reviews
