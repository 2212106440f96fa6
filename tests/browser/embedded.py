"""A chart in a frame on another site, with the line that its own page offers to copy: shown where the server's headers allow it, and only there."""
import functools
import html
import http.server
import pathlib
import re
import sys
import threading

from selenium.common.exceptions import NoSuchElementException

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program_tests import run as run_program  # noqa: E402
from web_servers import Nginx  # noqa: E402

CHART = "embed/oversikt-omraden.html"
CODE = re.compile(r"<pre[^>]*><code>(.*?)</code></pre>", re.S)


class Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, host, *words):
        self.host = host
        super().__init__(*words)

    def do_GET(self):
        body = self.host["page"].encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def shown(chrome, address, follow):
    """The heading in the frame, the address that its link leads the whole window to, and how many px stand out to the side."""
    chrome.open(address)
    chrome.driver.switch_to.frame(0)
    try:
        heading = chrome.driver.find_element("css selector", "h1").text
        wide = chrome.js("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        link = chrome.driver.find_element("css selector", ".origin a")
        if not follow:  # on a narrow screen the link is below what the driver can click in a frame
            return heading, link.get_attribute("href"), wide
        link.click()
        chrome.driver.switch_to.default_content()
        chrome.wait(lambda: chrome.driver.current_url != address)
        return heading, chrome.driver.current_url, wide
    except NoSuchElementException:
        return "", "", 0
    finally:
        chrome.driver.switch_to.default_content()


def run(report, chrome, program, folder):
    site = folder / "demo"
    page = (site / CHART).read_text("utf-8")
    wanted = html.unescape(re.search(r"<h1>(.*?)</h1>", page)[1])
    code = html.unescape(CODE.search(page)[1])
    host = {"page": ""}
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, host)) as other:
        threading.Thread(target=other.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        origin = f"http://127.0.0.1:{other.server_address[1]}"
        for allowed in (True, False):
            fragment = run_program(program, "headers", "nginx", *(["--frame-ancestors", origin] if allowed else [])).stdout
            with Nginx(fragment, site) as server:
                line = code.replace("https://ADRESS", server.url("").rstrip("/"))
                host["page"] = f'<!doctype html><html lang="sv"><title>Intranät</title><body>{line}</body></html>'
                for width in (1000, 340):
                    chrome.viewport(width, 800)
                    found = shown(chrome, origin + "/", follow=width == 1000)
                    expected = (wanted, server.url("index.html"), 0) if allowed else ("", "", 0)
                    problems = [] if found == expected else [f"found {found}, not {expected}"]
                    where = "on a site that may" if allowed else "on a site that may not"
                    report.case(f"a chart in a frame {where}, {width} px", problems)
                chrome.console()
        other.shutdown()
