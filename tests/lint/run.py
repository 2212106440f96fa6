#!/usr/bin/env python3
"""Holds the sources, texts, templates and guides against the rules of the house, and the rules against planted faults.

usage: run.py --program PATH
"""
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program_tests import ROOT, Tally, arguments, run, temporary_folder  # noqa: E402
import rules  # noqa: E402

# rule, file, what to replace ("" : the end of the file) by what, and how a finding begins
PLANTS = (
    (rules.arrows, "generator/view/words.cpp", '#include "view/words.hpp"\n', '#include "view/words.hpp"\n#include "model/facts.hpp"\n',
     "generator/view/words.cpp:2: view/ may not include model/facts.hpp"),
    (rules.arrows, "generator/base/hash.cpp", "", '#include "view/words.hpp"\n', "generator/base/hash.cpp:"),
    (rules.libraries, "generator/read/csv.cpp", "", "#include <curl/curl.h>\n", "generator/read/csv.cpp:"),
    (rules.libraries, "generator/base/hash.cpp", "", "#include <fmt/core.h>\n", "generator/base/hash.cpp:"),
    (rules.libraries, "generator/indicators/statistics.hpp", "", "#include <boost/math/special_functions/beta.hpp>\n",
     "generator/indicators/statistics.hpp:"),
    (rules.libraries, "generator/view/words.cpp", "", "#include <unistd.h>\n", "generator/view/words.cpp:"),
    (rules.sizes, "generator/base/hash.cpp", "", "// " + "x" * 138 + "\n", "generator/base/hash.cpp:"),
    (rules.sizes, "generator/base/hash.cpp", "", "\n" * 400, "generator/base/hash.cpp:401"),
    (rules.functions, "generator/base/hash.cpp", "", "int long_one(int a) {\n" + "  ++a;\n" * 60 + "  return a;\n}\n", "generator/base/hash.cpp:"),
    (rules.headers, "generator/base/hash.hpp", "#pragma once\n", "", "generator/base/hash.hpp:1: #pragma once"),
    (rules.codes, "generator/view/codes.hpp", "inline", 'inline constexpr Code never_used{"never-used"};\ninline',
     "generator/view/codes.hpp:6: never-used has no text"),
    (rules.codes, "generator/view/codes.hpp", "inline", 'inline constexpr Code file_missing{"file-missing"};  // {path}\ninline',
     "generator/view/codes.hpp:6: the code file-missing is declared"),
    (rules.codes, "content/common/text/messages/view.yaml", "{key}", "{kez}", "content/common/text/messages/view.yaml:12: {kez}"),
    (rules.codes, "content/common/text/messages/view.yaml", "", "no-such-code:\n  sv: a\n  en: b\n", "content/common/text/messages/view.yaml:"),
    (rules.codes, "content/common/text/messages/view.yaml", "", "  hint_sv: ett tips\n", "content/common/text/messages/view.yaml:"),
    (rules.texts_alike, "content/common/text/en.yaml", "  skip:", "  skipp:", "content/common/text/en.yaml:1: the text page.skip stands in one"),
    (rules.texts_alike, "content/common/text/en.yaml", "{date}", "{day}", "content/common/text/en.yaml:"),
    (rules.texts_readable, "content/common/text/sv.yaml", "\npage:\n", "\npage:\n  unheard_of: Samtliga enheter följer kraven\n",
     "content/common/text/sv.yaml:1: page.unheard_of says 'Samtliga'"),
    (rules.texts_readable, "content/common/text/en.yaml", "\npage:\n", "\npage:\n  unheard_of: " + "word and " * 14 + "end.\n",
     "content/common/text/en.yaml:1: a sentence of page.unheard_of has 29 words"),
    (rules.texts_used, "content/common/text/sv.yaml", "\npage:\n", "\npage:\n  unheard_of: Ohört\n", "content/common/text/sv.yaml:"),
    (rules.texts_used, "templates/pages/units.mustache", "", "{{text.page.unheard_of}}\n", "templates/pages/units.mustache:"),
    (rules.texts_used, "generator/view/words.cpp", '"age.months"', '"age.moons"', "generator/view/words.cpp:"),
    (rules.texts_filled, "generator/view/page_unit.cpp", 'texts.say("unit.reviewed", {{"date", date}})', 'texts.say("unit.reviewed", {{"day", date}})',
     "generator/view/page_unit.cpp:"),
    (rules.templates, "templates/pages/units.mustache", "", '<p style="color:red">', "templates/pages/units.mustache:"),
    (rules.templates, "templates/pages/units.mustache", "", "<script>1</script>", "templates/pages/units.mustache:"),
    (rules.templates, "templates/pages/units.mustache", "", '<img src="assets/none.png">', "templates/pages/units.mustache:"),
    (rules.templates, "generator/render/site.cpp", '"pages/units"', '"pages/unitz"', "templates/pages/unitz.mustache:1: the page has no template"),
    (rules.templates, "templates/pages/unit.mustache", "{{> partials/unit_answers}}", "", "templates/partials/unit_answers.mustache:1: no template"),
    (rules.words, "templates/assets/site.css", "", "/* TO" + "DO */\n", "templates/assets/site.css:"),
    (rules.words, "Makefile", "", "# see /ho" + "me/anna/plan.txt\n", "Makefile:"),
    (rules.documents, "README.md", "", "\n`make breakfast`\n", "README.md:"),
    (rules.documents, "README.md", "", "\n[gone](docs/gone.md)\n", "README.md:"),
    (rules.documents, "README.md", "", "\n`build/release/lagesbild bake content/sites/demo`\n", "README.md:"),
)


def plant(copy, rule, file, old, new, expected):
    """Empty when the rule finds the fault, and only then."""
    path = copy / file
    before = path.read_text(encoding="utf-8")
    if old not in before:
        return f"{file} no longer holds {old!r}: plant the fault elsewhere"
    path.write_text(before.replace(old, new, 1) if old else before + new, encoding="utf-8")
    try:
        found = list(rule(rules.Tree(copy)))
    finally:
        path.write_text(before, encoding="utf-8")
    if any(one.startswith(expected) for one in found):
        return ""
    return [f"not found: {expected}", *found[:10]]


def main():
    given = arguments(__doc__)
    tally = Tally()
    tree = rules.Tree(ROOT)
    for rule in rules.RULES:
        tally.case(rule.__name__.replace("_", " "), list(rule(tree)))
    for site in ("demo", "stockholm", "vasterbotten"):
        done = run(given.program, "check", f"content/sites/{site}")
        tally.case(f"{site} has no errors and no warnings", done.stderr + ("" if done.returncode == 0 else f"exit {done.returncode}"))
    with temporary_folder() as name:
        copy = pathlib.Path(name)
        for file in tree.files:
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / file, copy / file)
        for number, (rule, file, old, new, expected) in enumerate(PLANTS, 1):
            tally.case(f"fault {number}, {rule.__name__.replace('_', ' ')}, is found in {file}", plant(copy, rule, file, old, new, expected))
    tally.finish()


if __name__ == "__main__":
    main()
