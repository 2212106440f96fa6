"""Every number on the pages of a region that only has what was published."""
from edition import SITES
from pages import filled, tables_with
from region_figures import GRADES, rows
from survey_page import Share, compare_distributions, compare_round, compare_summary


def and_list(edition, parts):
    return ", ".join(parts[:-1]) + f" {edition.word('number.and')} " + parts[-1] if len(parts) > 1 else parts[0]


def feasibility_words(edition, row, found):
    points = edition.numbers.points
    if found["combinations"] == 0:
        if "largest_sd_rounded" not in found:
            return edition.word("published.check_impossible_mean")
        return filled(edition.texts["published.check_impossible"], mean=points(row["mean"].replace(",", ".")),
                      largest=points(found["largest_sd_rounded"]))
    if found["only"]:
        parts = [f"{count}\u00a0{grade}" for count, grade in zip(found["only"], GRADES) if count]
        return filled(edition.texts["published.check_one"], grades=and_list(edition, parts))
    return filled(edition.texts["published.check_many"], found["combinations"], n=edition.numbers.whole(found["combinations"]),
                  least=found["least_d"], most=found["most_d"])


def published_means(edition, computed, compared):
    data = SITES / "stockholm/data"
    published = rows(data / "published_aggregates.csv")
    d_before = {row["area"]: row["value"] for row in rows(data / "published_counts.csv") if row["measure"] == "d_before_plans"}
    heads = [edition.word("page." + key) for key in ("area", "published_n", "published_mean", "published_sd", "published_d",
                                                     "published_check", "source")]
    table = tables_with(edition.page("publicerat.html"), *heads)[0]
    compared.same("published areas", [row[0].text()[0] for row in table.rows], [row["area"] for row in published])
    for row, given in zip(table.rows, published):
        points = [edition.numbers.points(given[key].replace(",", ".")) for key in ("mean", "sd")]
        compared.same(f"{edition.language} published {given['area']}", [cell.text() for cell in row[1:6]],
                      [given["n"], *points, d_before.get(given["area"], edition.word("published.d_unknown")),
                       feasibility_words(edition, given, computed["published"][given["area"]])])


def survey_tables(edition, compared):
    """Tables 5-7: every share as a mark, in words and in a table, and its difference from the region's."""
    data = SITES / "stockholm/data"
    wording = {row["statement"]: row[edition.language] for row in rows(data / "statements.csv")}
    given = {}
    for row in rows(data / "benchmarks.csv"):
        kind = "own" if row["group"] == "region" else row["group"]
        answers = given.setdefault(wording[row["statement"]], {}).setdefault(kind, {})
        answers[row["answer"]] = Share(int(row["value"]), 100, int(row["n"]))
    page = edition.page("enkater.html")
    section = next(one for one in page.all("section") if one.attributes["aria-labelledby"] == "pastaenden")
    agreeing = {words: {kind: answers["agree"] for kind, answers in kinds.items() if "agree" in answers} for words, kinds in given.items()}
    agreeing = {words: kinds for words, kinds in agreeing.items() if kinds}
    seen = compare_round(edition, compared, section, agreeing, False)
    compared.same(f"{edition.language} shares", seen, agreeing)
    compare_summary(edition, compared, page, seen)
    compare_distributions(edition, compared, page, {
        words: {edition.word("survey.group_" + kind): list(answers.values()) for kind, answers in kinds.items() if len(answers) > 2}
        for words, kinds in given.items() if any(len(answers) > 2 for answers in kinds.values())})
