"""`lagesbild explain` against the rows of indicator_values.csv: the same numbers for those that are shown, none for those that are not."""
import decimal
import random
import re

from edition import SITES
from program_tests import ROOT, run
from plain_yaml import flat, parse

WORDS = flat(parse((ROOT / "content/common/text/sv.yaml").read_text(encoding="utf-8")))
NUMBERED = ("formula", "basis", "units", "spread", "interval", "shrunk", "judgement", "change")  # what only a shown value has


def said(program, row):
    """{label: what is said}, or a complaint."""
    words = ["--unit", row["group"]] if row["group_kind"] == "unit" else ["--group", f"{row['group_kind']}:{row['group']}"]
    done = run(program, "explain", SITES / "demo", row["indicator"], *words, "--period", row["period"])
    if done.returncode != 0:
        return None, done.stderr.strip()
    lines = (re.split(r"\s{2,}", line.replace("\u00a0", " "), maxsplit=1) for line in done.stdout.splitlines())
    out = {}
    for label, text in lines:
        out.setdefault(label, text.replace("\u2212", "-"))
    return out, ""


def rounded(text, digits):
    """A number of the file, less exact; half away from zero."""
    whole, _, decimals = text.partition(",")
    units = int(whole + decimals) if digits == 2 else (int(whole + decimals) + 5 * 10 ** (1 - digits)) // 10 ** (2 - digits)
    return f"{units // 10**digits},{units % 10**digits:0{digits}d}" if digits else str(units)


def may_be(said, exact):
    """Whether what is said is a rounding of what the file has a rounding of already, to two decimals: halves may have gone either way."""
    whole, decimals = said.replace(",", "."), len(said.partition(",")[2])
    return abs(decimal.Decimal(whole) - decimal.Decimal(exact.replace(",", "."))) <= decimal.Decimal("0.5") / 10**decimals + decimal.Decimal("0.005")


def label(name):
    return WORDS[f"explain.{name}"]


def shown_wrongly(row, told):
    value, formula, basis = (told.get(label(name), "").replace(" ", "") for name in ("value", "formula", "basis"))
    kind, pair = row["kind"], (row["numerator"], row["denominator"])
    if kind in ("share", "grade_share"):
        if not formula.startswith(f"{pair[0]}/{pair[1]}={row['value']}%"):
            yield f"formula {formula}"
        if row["group_kind"] != "unit" and value != rounded(row["value"], 0) + "%":
            yield f"value {value}"
    elif kind == "count":
        if row["group_kind"] != "unit" and (value != row["value"] or not basis.startswith(f"{pair[0]}av{pair[1]}")):
            yield f"value {value}, rests on {basis}"
    else:
        if not may_be(re.match(r"-?[\d,]*", value)[0], row["value"]) or (row["group_kind"] != "unit" and not basis.startswith(row["denominator"])):
            yield f"value {value}, rests on {basis}"
    if row["lower"] and row["group_kind"] != "unit":
        digits = 0 if kind in ("share", "grade_share") else 1
        interval = f"{rounded(row['lower'], digits)}–{rounded(row['upper'], digits)}"
        if interval not in told.get(label("interval"), "").replace(" ", ""):
            yield f"interval {told.get(label('interval'))}, expected {interval}"


def compared(program, rows, computed):
    """Complaints, and how many rows were asked about. `computed`: what the withheld rows would say, by (indicator, kind, group, period)."""
    draw, problems, asked = random.Random(4), [], 0
    piles = {}
    for row in rows:
        piles.setdefault((row["kind"], row["group_kind"] == "unit", row["withheld"]), []).append(row)
    for (kind, _, withheld), pile in sorted(piles.items()):
        for row in draw.sample(pile, min(len(pile), 8 if withheld else 4)):
            told, fault = said(program, row)
            asked += 1
            key = " ".join(row[name] for name in ("indicator", "group_kind", "group", "period"))
            if fault:
                problems.append(f"{key}: {fault}")
            elif not withheld:
                problems += [f"{key} ({kind}): {one}" for one in shown_wrongly(row, told)]
            else:
                problems += [f"{key} is withheld and says {name}" for name in NUMBERED if label(name) in told]
                hidden = computed[tuple(row[name] for name in ("indicator", "group_kind", "group", "period"))]
                everything = " ".join(told.values())
                pairs = [f"{hidden['k']} {word} {hidden['n']}" for word in ("/", "av")]
                problems += [f"{key} is withheld and holds {one}" for one in (hidden["value"], *pairs) if one in everything]
                if re.search(r"\d", told.get(label("value"), "")):
                    problems.append(f"{key} is withheld and has the value {told[label('value')]}")
    return problems, asked
