"""Every kind of page, every picture and the style held against the Nu HTML checker, the one behind validator.w3.org."""
import json
import os
import pathlib
import shutil
import subprocess

from chrome import Missing

JAR = pathlib.Path(__file__).absolute().parent / "node_modules/vnu-jar/build/dist/vnu.jar"
# Warnings that are faults to us: the checker only warns of rows that are wider than their table.
FAULTS = ("exceeded the column count",)
# CSS that the checker's own grammar does not know yet, though browsers have it.
UNKNOWN_TO_IT = ("paint-order", "vector-effect", "print-color-adjust", "forced-color-adjust", "text-wrap", "interpolate-size")


def _java():
    java = shutil.which("java")
    if java is None or not JAR.is_file():
        raise Missing("the Nu HTML checker needs java and node_modules/vnu-jar; run .ci/install test")
    return java


def _counts(message):
    if message["type"] == "error":
        return not (message["message"].startswith("CSS") and any(f"“{name}”" in message["message"] for name in UNKNOWN_TO_IT))
    return any(words in message["message"] for words in FAULTS)


def faults(files):
    """{file: what the checker says of it}, of all files in one run."""
    command = [_java(), "-Xss2m", "-jar", str(JAR), "--format", "json", "--exit-zero-always", "--also-check-svg", "--also-check-css", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    found = {}
    for message in json.loads(done.stderr)["messages"]:
        if message["type"] == "non-document-error":
            raise RuntimeError(f"the Nu HTML checker could not read {message.get('url')}: {message['message']}")
        if _counts(message):
            path = message["url"].removeprefix("file:")
            found.setdefault(os.path.realpath(path), []).append(
                f"line {message.get('lastLine', '?')}: {message['message']} … {message.get('extract', '').strip()[:80]}")
    return found


def run(report, kinds, folder):
    """Pages by kind, then the pictures and the style of the demonstration site."""
    extra = [*sorted((folder / "demo/bild").glob("*.svg")), *sorted((folder / "demo/assets").glob("*.css"))]
    found = faults([kind.file for kind in kinds] + extra)
    for kind in kinds:
        report.case(f"{kind.title}: valid HTML", found.get(os.path.realpath(kind.file), []))
    report.case("pictures and style: valid", [f"{path.name}: {words}" for path in extra for words in found.get(os.path.realpath(path), [])])
