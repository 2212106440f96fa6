"""The Tab key alone reaches everything, in the order that the eye follows, and one always sees where one is."""
from looks import LIKE, NARROW, WIDE

# Where narrow pages are made differently.
NARROW_TOO = ("overview", "units", "unit-lifted", "forum", "area", "survey", "report", "report-file", "coverage", "changes")


def press(chrome, keys):
    from selenium.webdriver.common.action_chains import ActionChains
    ActionChains(chrome.driver, duration=0).send_keys(keys).perform()


def walk(chrome, menu):
    """Presses Tab until the page ends; what each stop had wrong, what was passed over, and how many stops there were."""
    from selenium.webdriver.common.keys import Keys
    chrome.evaluate("probe.shorten(); probe.walk()")
    expected = chrome.evaluate("probe.tabbable()")
    press(chrome, Keys.TAB * (expected + 3))
    stops = chrome.evaluate("probe.walked()")
    def begins(stop):
        return stop.get("skip") if menu else stop["name"] == stops[0]["name"]

    # After the last stop the browser lets go of the page, or begins anew at once: which of them is chance.
    end = next((at for at, stop in enumerate(stops) if stop["end"] or at and begins(stop)), len(stops))
    problems = [f"{stop['name']}: {problem}" for stop in stops[:end] for problem in stop["problems"]]
    problems += [f"{name} is never reached" for name in chrome.evaluate("probe.missed()")]
    if menu and (not stops or not stops[0].get("skip")):
        problems.append(f"the first stop is {stops[0]['name'] if stops else 'nowhere'}, not the link past the menu")
    if end == len(stops):
        problems.append("the walk does not come to an end")
    return problems, end


def skip(chrome):
    """The first Tab and Enter lead past the menu: the next Tab is inside the content."""
    from selenium.webdriver.common.keys import Keys
    press(chrome, Keys.TAB + Keys.ENTER + Keys.TAB)
    where = chrome.evaluate("(e => [!!e.closest('main, footer'), probe.name(e)])(document.activeElement)")
    return [] if where[0] else [f"after the link past the menu, Tab leads to {where[1]}"]


def page(report, chrome, server, kind):
    if kind.name in LIKE:
        return
    chrome.media(reduced_motion="reduce")  # no gliding while we look
    for size in (WIDE, NARROW) if kind.name in NARROW_TOO else (WIDE,):
        chrome.viewport(*size)
        chrome.open(server.url(f"{kind.site}/{kind.path}"))
        problems, stops = walk(chrome, menu=not kind.name.startswith("embed"))
        report.case(f"{kind.title}: {size[0]} px, Tab reaches everything in sight and in order, {stops} stops", problems)
    if kind.name in ("overview", "unit"):
        chrome.viewport(*WIDE)
        chrome.open(server.url(f"{kind.site}/{kind.path}"))
        report.case(f"{kind.title}: the first link leads past the menu", skip(chrome))
