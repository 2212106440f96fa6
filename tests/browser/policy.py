"""The pages behind a real web server that has been told what `lagesbild headers` prints, and nothing else: no violation of its policy."""
import pathlib
import sys


sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program_tests import run as run_program  # noqa: E402
from web_servers import Nginx  # noqa: E402

# What shows that the style is there and, where there is a table to sort, that the script has run.
STATE = ("[document.styleSheets.length > 0 && getComputedStyle(document.body).margin === '0px', "
         "!document.querySelector('table[data-up]') || !!document.querySelector('th button'), performance.getEntriesByType('resource')"
         ".every(one => one.name.startsWith(location.origin))]")


def run(report, chrome, program, folder, kinds):
    fragment = run_program(program, "headers", "nginx").stdout
    for site in sorted({kind.site for kind in kinds if not kind.site.startswith("reports/")}):
        with Nginx(fragment, folder / site) as server:
            for kind in (kind for kind in kinds if kind.site == site):
                chrome.console()
                chrome.open(server.url(kind.path))
                state = chrome.evaluate(STATE)
                problems = [what for good, what in zip(state, ("no style", "no script", "asked another host")) if not good]
                report.case(f"{kind.title}: stands the policy that servers are told", problems + chrome.console())
            for picture in sorted((folder / site).glob("bild/*.svg"))[:1]:
                chrome.open(server.url(f"bild/{picture.name}"))
                family = chrome.evaluate("getComputedStyle(document.querySelector('text')).fontFamily")
                problems = [] if "sans" in family else [f"the picture has no style: its font is {family}"]
                said = [line for line in chrome.console() if "Security Policy" in line]
                report.case(f"{site}: a picture of its own stands its policy", problems + said)
