"""`lagesbild serve` in a browser: a page loads itself again, and leads to the errors and back."""
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from preview_server import Preview, change, copy_site  # noqa: E402

BAR = "(bar => bar && bar.textContent)(document.querySelector('a[href=\"/__faults\"]'))"


def run(report, chrome, program):
    with tempfile.TemporaryDirectory(prefix="lagesbild-browser-preview-") as name:
        folder = pathlib.Path(name)
        site = copy_site("stockholm", folder)
        with Preview(program, site, folder) as preview:
            report.case("preview: loads pages again, and shows errors", list(story(chrome, preview, site / "site.yaml")))


def story(chrome, preview, file):
    def wait(what, expression, wanted):
        if not chrome.wait(lambda: chrome.evaluate(expression) == wanted, 60):
            yield f"{what}: {chrome.evaluate(expression)!r}, not {wanted!r}"

    chrome.console()
    chrome.open(preview.url("metod.html"))
    change(file, "sv: Region Stockholm", "sv: Region Provstad")
    yield from wait("a change", "document.querySelector('.brand').textContent.includes('Region Provstad')", True)
    change(file, "as_of:", "as_off:")
    yield from wait("a fault", BAR, "The pages could not be built: show the errors")
    chrome.evaluate("document.querySelector('a[href=\"/__faults\"]').click()")
    yield from wait("the errors", "location.pathname + document.querySelector('pre').textContent.includes('as_off')", "/__faultstrue")
    change(file, "as_off:", "as_offf:")
    yield from wait("another fault", "document.querySelector('pre').textContent.includes('as_offf')", True)
    change(file, "as_offf:", "as_of:")
    yield from wait("back", "location.pathname", "/metod.html")
    yield from wait("no bar", BAR, None)
    yield from chrome.console()
