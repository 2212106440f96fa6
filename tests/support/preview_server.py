"""`lagesbild serve` on a copy of a site that a test may change."""
import json
import os
import pathlib
import shutil
import signal
import subprocess

from program_tests import ROOT
from web_servers import ask, until


def copy_site(name, folder):
    """A copy that rests on content/common of the project, and on a copy of its templates."""
    site = folder / "site"
    shutil.copytree(ROOT / "content/sites" / name, site)
    shutil.copytree(ROOT / "templates", folder / "templates")
    with (site / "site.yaml").open("a", encoding="utf-8") as yaml:
        yaml.write(f"\ncommon: {ROOT / 'content/common'}\ntemplates: ../templates\n")
    return site


class Preview:
    """`with Preview(program, site, folder) as preview:`; its temporary files are in folder/tmp, which must be empty afterwards."""

    def __init__(self, program, site, folder, *options):
        self.temporary = pathlib.Path(folder) / "tmp"
        self.temporary.mkdir(exist_ok=True)
        self._log = open(pathlib.Path(folder) / "log", "wb+")
        self._process = subprocess.Popen([program, "serve", site, "--port", "0", "--lang", "en", *map(str, options)], cwd=ROOT,
                                         stdout=self._log, stderr=self._log, env={**os.environ, "TMPDIR": str(self.temporary)})
        self.port = 0

    def __enter__(self):
        line = until(lambda: self._process.poll() is not None or [one for one in self.log().splitlines() if one.startswith("open http")],
                     "the preview", 120)
        if line is True:
            raise AssertionError(f"serve ended: {self.log()}")
        self.port = int(line[0].split("/")[2].split(":")[1])
        return self

    def __exit__(self, *_):
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(20)
        self._log.close()

    def log(self):
        return pathlib.Path(self._log.name).read_text("utf-8", "replace")

    def stop(self, how=signal.SIGINT):
        self._process.send_signal(how)
        return self._process.wait(60)

    def get(self, path, method="GET", **headers):
        return ask(self.port, path, method, **headers)

    def state(self):
        return json.loads(self.get("/__release")[2])

    def after(self, builds):
        """The state once more than so many builds have been made."""
        return until(lambda: (lambda state: state["builds"] > builds and state)(self.state()), f"build {builds + 1}", 120)

    def url(self, path):
        return f"http://127.0.0.1:{self.port}/{path}"


def change(file, old, new):
    """As an editor does it: another file in the place of the first."""
    text = file.read_text("utf-8")
    if old not in text:
        raise AssertionError(f"{file} does not hold {old!r}")
    draft = file.with_name(f".{file.name}.part")
    draft.write_text(text.replace(old, new, 1), "utf-8")
    draft.replace(file)
