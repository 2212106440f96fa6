"""Values and rows that are wrong, and those that can be mended with certainty."""
from edits import as_csv, changed, copy_of, put, raw, with_rows
from region import clean, csv_text


def cases():
    yield from numbers()
    yield from dates()
    yield from words()
    yield from repairs()
    yield from units()
    yield from reviews()
    yield from findings_and_examples()
    yield from annual_reports()
    yield from surveys()
    yield from published()
    yield from twice()


def numbers():
    for what, value in (("words", "många"), ("a minus", "-5"), ("a decimal", "5200,5"), ("an exponent", "5e3"), ("a point for thousands", "5.200"),
                        ("a comma for thousands", "5,200"), ("blanks in the wrong place", "52 00"), ("too much", "99999999"), ("a question mark", "?"),
                        ("a unit", "5200 st"), ("a range", "5000-5500"), ("an approximation", "ca 5200")):
        yield f"listed patients with {what}", put("units", 1, "listed_patients", value), ["not-integer"]
    yield "hours as a time", put("annual_reports", 1, "supervision_hours", "3:30"), ["not-decimal"]
    yield "hours with three decimals", put("annual_reports", 1, "supervision_hours", "3,123"), ["not-decimal"]
    yield "more hours than a month has working days", put("annual_reports", 1, "supervision_hours", "400"), ["not-decimal"]
    yield "a share over a hundred", put("benchmarks", 1, "value", "101"), ["not-integer"]
    yield "a share as a fraction", put("benchmarks", 1, "value", "0,8"), ["not-integer"]
    yield "a mean in words", put("published_aggregates", 1, "mean", "nästan fyra"), ["not-decimal"]


def dates():
    for what, value in (("the day first", "04/03/2025"), ("a month thirteen", "2025-13-04"), ("a day that does not exist", "2025-02-29"),
                        ("a year of two digits", "25-03-04"), ("a month in words", "4 mars 2025"), ("a number of another century", "1234"),
                        ("a time of day", "2025-03-04 13:30"), ("a week", "2025-W10")):
        yield f"a review date with {what}", put("reviews", 1, "review_date", value), ["not-date"]
    yield "a review in the future", put("reviews", 2, "review_date", "2026-07-01"), ["date-in-future"]
    yield "a plan in the future", put("reviews", 2, "plan_received", "2026-07-15"), ["date-in-future"]
    yield "a follow-up in the future", put("measures", 1, "followed_up", "2027-01-15"), ["date-in-future"]
    yield "an event in the future", put("events", 1, "date", "2027-01-15"), ["date-in-future"]
    yield "an approval in the future", put("good_examples", 1, "approved_on", "2027-01-15"), ["date-in-future"]


def words():
    yield "an ownership that is none", put("units", 1, "ownership", "kommunal"), ["not-one-of"]
    yield "a kind of visit that is none", put("reviews", 1, "visit", "telefon"), ["not-one-of"]
    yield "a yes that is none", put("annual_reports", 1, "individual_plan", "kanske"), ["not-yes-no"]
    yield "a role that is none", put("survey", 1, "role", "patient"), ["not-one-of"]
    yield "a status that is none", put("measures", 1, "status", "snart"), ["not-one-of"]
    yield "a kind of finding that is none", put("findings", 1, "kind", "åsikt"), ["not-one-of"]
    yield "a stage of science that is none", put("annual_reports", 1, "science_work", "funderar"), ["not-one-of"]
    yield "an address without https", put("reviews", 1, "url", "www.example.org/g1"), ["not-url"]
    yield "an id with a blank", put("units", 3, "unit_id", "E 3"), ["id-with-blank"]
    yield "a name of a thousand characters", put("units", 3, "name", "Lång " * 200), ["text-too-long"]
    for value in ("E", "A+", "4", "AB", "Å", "-"):
        yield f"a grade {value}", put("reviews", 3, "A", value), ["not-grade"]
    yield "a grade left empty", put("reviews", 3, "A", ""), ["empty-cell"]
    yield "an empty name", put("units", 3, "name", ""), ["empty-cell"]
    yield "an empty unit in a review", put("reviews", 3, "unit_id", ""), ["empty-cell", "review-without-unit"]
    rows = clean()["reviews"]
    yield "more wrong grades than anybody reads", as_csv("reviews", rows[:1] + [["G%d" % i] + rows[3][1:4] + ["x"] * 9 + rows[3][13:] for i in range(9, 20)]), None
    yield "a statement without English", put("statements", 2, "en", ""), ["empty-cell"]


def repairs():
    both = changed("reviews", 3, "A", "a")
    both[3][both[0].index("A_current")] = "a"
    yield "small letters for grades", as_csv("reviews", both), ["~grade-repaired", "~grade-repaired"]
    yield "a grade with a blank after it", put("reviews", 3, "B", "A "), ["~blanks-repaired"]
    yield "a grade with a non-breaking blank", put("reviews", 3, "B", "\u00a0A"), ["~blanks-repaired"]
    yield "a date as Excel counts days", put("reviews", 3, "review_date", "45691"), ["~date-repaired"]
    yield "a date with slashes", put("reviews", 3, "review_date", "2025/02/03"), ["~date-repaired"]
    yield "a date with points", put("reviews", 3, "review_date", "2025.2.3"), ["~date-repaired"]
    yield "a date without signs", put("reviews", 3, "review_date", "20250203"), ["~date-repaired"]
    yield "a date with midnight", put("reviews", 3, "review_date", "2025-02-03 00:00:00"), ["~date-repaired"]
    yield "thousands with a blank", put("units", 1, "listed_patients", "5 200"), ["~number-repaired"]
    yield "thousands with a non-breaking blank", put("units", 1, "listed_patients", "5\u00a0200"), ["~number-repaired"]
    yield "thousands with a narrow blank", put("units", 1, "listed_patients", "5\u202f200"), ["~number-repaired"]
    yield "a whole number with decimals", put("units", 1, "listed_patients", "5200,0"), ["~number-repaired"]
    yield "a non-breaking blank in a name", put("units", 1, "name", "Ängens\u00a0vårdcentral"), ["~blanks-repaired"]
    yield "a line break in a name", put("units", 1, "name", "Ängens\nvårdcentral"), ["~blanks-repaired"]
    yield "a row twice", with_rows("units", copy_of("units", 2)), ["~row-twice"]
    yield "a review row twice", with_rows("reviews", copy_of("reviews", 2)), ["~row-twice"]
    yield "a unit by its name", put("reviews", 1, "unit_id", "Ängens vårdcentral"), ["~unit-by-name"]
    yield "a unit by another name", put("reviews", 1, "unit_id", "Ängen"), ["~unit-by-name"]
    yield "a unit id in small letters", put("reviews", 1, "unit_id", "e1"), ["~unit-by-name"]
    yield "choices in capitals", put("units", 2, "ownership", "PRIVAT"), []
    yield "a decimal point", put("annual_reports", 1, "supervision_hours", "3.5"), []
    yield "blank lines and rows of separators", raw("units", csv_text(clean()["units"]) + ";;;;;;;;;\n\n"), []


def units():
    yield "a unit twice with other values", with_rows("units", copy_of("units", 1, name="Ett annat namn")), ["repeated-row"]
    yield "an unknown forum", put("units", 1, "forum", "nord"), ["unknown-forum"]
    yield "two units with the same address", with_rows("units", {"unit_id": "e-1", "name": "En"}, {"unit_id": "E.1", "name": "Två"}), ["unit-file-name"]
    yield "a unit id of signs only", with_rows("units", {"unit_id": "---", "name": "Streck"}), ["unit-id-form"]
    yield "an unknown predecessor", put("units", 5, "predecessor", "E44"), ["unknown-predecessor"]
    yield "a predecessor that has not ended", put("units", 4, "valid_to", ""), ["predecessor-still-open"]
    yield "a successor that begins before", put("units", 5, "valid_from", "2025-06-01"), ["predecessor-still-open"]
    yield "a successor without a first day", put("units", 5, "valid_from", ""), ["predecessor-still-open"]
    yield "a unit with two successors", with_rows("units", copy_of("units", 5, unit_id="E6", name="Nyaste bruket")), ["two-successors"]
    yield "a unit that ends before it begins", put("units", 4, "valid_from", "2025-12-01"), ["unit-ends-before", "before-the-unit"]
    yield "a unit that is its own predecessor", put("units", 5, "predecessor", "E5"), ["predecessor-still-open"]
    rows = changed("units", 1, "supervisors", "2")
    rows = [line + (["supervisors_trained_5y"] if i == 0 else ["3" if i == 1 else ""]) for i, line in enumerate(rows)]
    yield "more trained supervisors than supervisors", as_csv("units", rows), ["more-trained-than-supervisors"]


def reviews():
    yield "a review of an unknown unit", put("reviews", 1, "unit_id", "E11"), ["unknown-unit"]
    yield "a review twice with other values", with_rows("reviews", copy_of("reviews", 1, visit="digital")), ["repeated-row"]
    yield "a unit reviewed twice on a day", with_rows("reviews", copy_of("reviews", 1, review_id="G9")), ["same-day-review"]
    yield "a review by another checklist", put("reviews", 1, "framework", "spur-2012"), ["unknown-framework"]
    yield "a review before the unit existed", put("reviews", 3, "unit_id", "E5"), ["before-the-unit"]
    yield "a review after the unit had closed", put("reviews", 3, "review_date", "2025-07-15"), ["after-the-unit"]
    yield "a plan before its review", put("reviews", 1, "plan_received", "2025-03-03"), ["plan-before-review"]
    yield "a decision before the plan", put("reviews", 1, "decided_on", "2025-05-05"), ["decision-before-plan"]
    rows = changed("reviews", 1, "plan_received", "")
    rows[1][rows[0].index("decided_on")] = ""
    yield "a D gone without a plan", as_csv("reviews", rows), ["d-gone-without-plan"]
    yield "a plan without a D", put("reviews", 3, "plan_received", "2025-05-06"), ["plan-without-d"]
    yield "a D raised to an A", put("reviews", 1, "C_current", "A"), ["grade-change"]
    yield "a C raised to a B", put("reviews", 2, "E_current", "B"), ["grade-change"]
    yield "an A that became a D", put("reviews", 1, "A_current", "D"), ["grade-change"]
    yield "a review outside every round", put("reviews", 3, "review_date", "2023-02-03"), ["~review-outside-rounds"]
    long_form = csv_text([["review_id", "unit_id", "framework", "area", "grade", "stage", "date"]] +
                         [["G7", "E3", "spur-2018", area, "B", "initial", "2025-04-05"] for area in "ABCDEFG"])
    clean_reviews = ("reviews.csv", csv_text(clean()["reviews"]).encode())
    yield "one grade a row, and an area left out", {"reviews": [clean_reviews, ("more.csv", long_form.encode())]}, ["missing-grade"]
    other = csv_text([["review_id", "area", "grade", "stage", "date"], ["G1", "C", "C", "initial", "2025-03-04"]])
    yield "two files that disagree on a grade", {"reviews": [clean_reviews, ("more.csv", other.encode())]}, ["grade-twice"]
    lost = csv_text([["review_id", "area", "grade", "stage", "date"]] + [["G8", area, "B", "initial", "2025-04-05"] for area in "ABCDEFGH"])
    yield "one grade a row, of no unit", {"reviews": [clean_reviews, ("more.csv", lost.encode())]}, ["review-without-unit"]
    day = csv_text([["review_id", "area", "grade", "stage", "date"], ["G1", "C", "D", "initial", "2025-03-05"]])
    yield "two files that disagree on a day", {"reviews": [clean_reviews, ("more.csv", day.encode())]}, ["review-disagrees"]


def findings_and_examples():
    yield "a finding of an unknown review", put("findings", 1, "review_id", "G11"), ["unknown-review"]
    yield "a finding in an unknown area", put("findings", 1, "area", "K"), ["unknown-area"]
    rows = changed("findings", 1, "text_hash", "0" * 64)
    yield "a text changed since it was approved", as_csv("findings", rows), ["~approved-text-changed"]
    yield "a finding approved before the review", put("findings", 1, "approved_on", "2024-12-24"), ["approved-before-review"]
    yield "a good example from an unknown unit", put("good_examples", 1, "unit_id", "E77"), ["unknown-unit"]
    yield "an event in an unknown area", put("events", 1, "areas", "F, X"), ["unknown-area"]


def annual_reports():
    yield "a report from an unknown unit", put("annual_reports", 1, "unit_id", "E77"), ["unknown-unit"]
    yield "a report from next year", put("annual_reports", 3, "year", "2027"), ["year-in-future"]
    yield "a report after the unit had closed", put("annual_reports", 3, "unit_id", "E4"), ["after-the-unit"]
    yield "a report from a unit without ST doctors", put("annual_reports", 3, "unit_id", "E3"), ["reports-without-st-doctors"]
    yield "a report without a year", put("annual_reports", 3, "year", ""), ["empty-cell"]
    heads = clean()["annual_reports"][0]
    usual = [["E1", str(year), "ja" if i % 10 else "nej", "4", "planned", "over_2"] for year in (2022, 2023, 2024) for i in range(40)]
    swapped = [["E1", "2025", "nej" if i % 10 else "ja", "4", "planned", "over_2"] for i in range(40)]
    yield "answers unlike those of all other years", as_csv("annual_reports", [heads] + usual + swapped), ["~far-outside-history"]
    many = [["E2", str(year), "ja", "4", "planned", "over_2"] for year, n in ((2021, 2), (2022, 2), (2023, 2), (2024, 20)) for i in range(n)]
    yield "many more reports than other years", as_csv("annual_reports", [heads] + many), ["~far-outside-usual-number"]


def surveys():
    yield "more answers than invited", put("survey", 1, "invited", "2"), ["more-answers-than-invited"]
    yield "an answer to an unknown statement", put("survey", 1, "statement", "individual_plans"), ["unknown-statement"]
    yield "an answer in an unknown round", put("survey", 1, "round", "2019–2022"), ["unknown-round"]
    yield "an answer from an unknown unit", put("survey", 1, "unit_id", "E77"), ["unknown-unit"]
    answers = [["round", "unit_id", "role", "statement", "answer", "invited"], ["2024-2026", "E3", "ST-läkare", "individual_plan", "agree", "3"],
               ["2024-2026", "E3", "ST-läkare", "individual_plan", "disagree", "4"]]
    yield "rows that disagree on how many were invited", as_csv("survey", answers), ["invited-differs"]
    answers[2][4:] = ["tja", "3"]
    yield "an answer that is none", as_csv("survey", answers), ["not-one-of"]


def published():
    yield "a mean in an unknown area", put("published_aggregates", 1, "area", "Q"), ["unknown-area"]
    yield "a count of an unknown measure", put("published_counts", 1, "measure", "rewiews"), ["not-one-of"]
    yield "a share of an unknown group", put("benchmarks", 1, "group", "norge"), ["not-one-of"]
    yield "a share of nobody", put("benchmarks", 1, "n", "0"), ["not-integer"]
    yield "a measure without English", put("measures", 1, "title_en", ""), ["empty-cell"]


def twice():
    for dataset, field, value in (("statements", "sv", "Något annat."), ("benchmarks", "value", "7"), ("published_aggregates", "mean", "1"),
                                  ("published_counts", "value", "7"), ("measures", "title_sv", "Något annat.")):
        yield f"{dataset} with a row twice", with_rows(dataset, copy_of(dataset, 1, **{field: value})), ["repeated-row"]
