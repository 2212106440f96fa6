"""One headless Chromium for a whole run. Nothing it asks for leaves the machine: every name but loopback is unknown to it."""
import base64
import os
import pathlib
import shutil
import tempfile
import time

BROWSER = "/usr/bin/chromium"
DRIVER = "/usr/bin/chromedriver"
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions", "--disable-dev-shm-usage",
    "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--hide-scrollbars", "--lang=sv-SE",
    "--window-size=1280,1024",
)


class Missing(Exception):
    """What the machine lacks, in words."""


class Chrome:
    def __init__(self):
        for needed in (BROWSER, DRIVER):
            if not pathlib.Path(needed).exists():
                raise Missing(f"{needed} is missing: apt-get install chromium chromium-driver")
        try:
            from selenium import webdriver
            from selenium.webdriver.chrome.service import Service
        except ImportError as error:
            raise Missing("selenium is missing: apt-get install python3-selenium, and run with /usr/bin/python3") from error
        # The driver is on loopback: a proxy that the surroundings name is not for it.
        os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost"
        self._profile = tempfile.mkdtemp(prefix="lagesbild-browser-")
        options = webdriver.ChromeOptions()
        options.binary_location = BROWSER
        for flag in FLAGS + (f"--user-data-dir={self._profile}",):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        try:
            self.driver = webdriver.Chrome(service=Service(DRIVER, log_path=os.devnull), options=options)
        except BaseException:
            shutil.rmtree(self._profile, ignore_errors=True)
            raise
        self.driver.set_script_timeout(60)
        self._size = self._media = None  # what has been asked for last: asking again costs a layout

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()
        shutil.rmtree(self._profile, ignore_errors=True)

    def cdp(self, method, **arguments):
        return self.driver.execute_cdp_cmd(method, arguments)

    def open(self, url):
        self.driver.get(url)

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def evaluate(self, expression):
        """Runs in the page as the developer tools would, past the content security policy; promises are awaited."""
        answer = self.cdp("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def viewport(self, width, height):
        if self._size != (width, height):
            self._size = (width, height)
            self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def media(self, scheme="light", kind="screen", **features):
        """Emulates prefers-color-scheme and others, as media(scheme="dark", forced_colors="active", reduced_motion="reduce")."""
        names = {"forced_colors": "forced-colors", "reduced_motion": "prefers-reduced-motion", "contrast": "prefers-contrast"}
        wanted = {"prefers-color-scheme": scheme, "forced-colors": "none", "prefers-reduced-motion": "no-preference",
                  "prefers-contrast": "no-preference"}
        wanted.update({names[name]: value for name, value in features.items()})
        if self._media != (kind, wanted):
            self._media = (kind, wanted)
            self.cdp("Emulation.setEmulatedMedia", media="" if kind == "screen" else kind,
                     features=[{"name": name, "value": value} for name, value in wanted.items()])

    def scripts(self, on):
        self.cdp("Emulation.setScriptExecutionDisabled", value=not on)

    def pdf(self):
        """The page on A4, unless its style asks for another paper."""
        answer = self.cdp("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69, printBackground=False)
        return base64.b64decode(answer["data"])

    def wait(self, happened, seconds=5):
        """Asks again until it has happened, for at most so long; a page that is on its way out may not answer."""
        from selenium.common.exceptions import WebDriverException
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if happened():
                    return True
            except (WebDriverException, RuntimeError):
                pass
            time.sleep(0.01)
        return False

    def console(self):
        """What the pages have said since the last call, policy violations among it."""
        return [f"{entry['level']}: {entry['message']}" for entry in self.driver.get_log("browser")]
