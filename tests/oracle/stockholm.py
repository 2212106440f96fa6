"""Every number on the pages of a region that only has what was published."""
from edition import SITES
from pages import filled, tables_with
from region_figures import GRADES, rows


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
    """Tables 5-7: every share, as a dot and as a number, under the right statement."""
    data = SITES / "stockholm/data"
    wording = {row["statement"]: row[edition.language] for row in rows(data / "statements.csv")}
    given = {}
    for row in rows(data / "benchmarks.csv"):
        several = sum(one["statement"] == row["statement"] and one["group"] == row["group"] for one in rows(data / "benchmarks.csv")) > 1
        label = wording[row["statement"]] + " / " + edition.word("answer." + row["answer"]) if several else wording[row["statement"]]
        given.setdefault(label, {})[row["group"]] = int(row["value"])
    seen = {}
    for section in edition.page("enkater.html").all("section"):
        for line in section.all("tr"):
            circles = line.all("circle")
            if not circles:
                continue
            label = line.one("th").text()[2:]
            key = label if label in given else section.one("h2").text() + " / " + label
            dots = {circle.classes()[0]: circle.attributes["cx"] for circle in circles}
            values = [bold.text() for bold in line.all("td")[-1].all("b")] or [bold.text() for bold in line.all("b")[1:]]
            seen[key] = {group: int(x.rstrip("%")) for group, x in dots.items()}
            compared.same(f"{edition.language} {key}", values, [edition.share((int(x.rstrip("%")), 100)) for x in dots.values()])
    compared.same(f"{edition.language} shares", seen, given)
    for key, shares in given.items():
        compared.same(f"{edition.language} {key} by group", seen.get(key), shares)
