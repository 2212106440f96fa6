"""Charts as files of their own: everything has room, nothing is drawn over words, and they look the same to everybody.
Boxes and computed colours are compared, not pixels: the same browser draws letters otherwise from one machine to the next."""
import re
from urllib.parse import quote

from looks import WIDE

# Boxes in the picture's own units; a text must end before the picture does and may not lie over another text or a bar.
LOOK = """(() => {
  const all = document.documentElement.getBoundingClientRect(), box = part => part.getBoundingClientRect();
  const texts = Array.from(document.querySelectorAll('text')).filter(text => text.textContent.trim() !== '');
  const own = Array.from(document.querySelectorAll(':root > text, :root > g > text'));
  const bars = Array.from(document.querySelectorAll(':root > svg > svg:not(.funnel):not(.series):not(.slope)'));
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  const words = text => text.textContent.slice(0, 40), problems = [];
  texts.forEach((text, i) => {
    const mine = box(text);
    if (mine.left < all.left || mine.right > all.right || mine.bottom > all.bottom) problems.push(words(text) + ' has no room');
    if (parseFloat(getComputedStyle(text).fontSize) < 12) problems.push(words(text) + ' is too small');
    texts.slice(i + 1).forEach(other => { if (meet(mine, box(other))) problems.push(words(text) + ' lies over ' + words(other)); });
    if (own.includes(text)) bars.forEach(bar => { if (meet(mine, box(bar))) problems.push(words(text) + ' lies over a bar'); });
  });
  const style = part => { const seen = getComputedStyle(part); return [seen.fill, seen.stroke]; };
  return {problems: problems, texts: texts.length, bars: bars.length, title: document.querySelector('title').textContent,
          colours: Array.from(document.querySelectorAll('rect, line, text')).map(style)};
})()"""


def run(report, chrome, folder, site):
    notice = re.search(r'<p class="notice"><span class="wide">([^<]*)', (folder / "index.html").read_text("utf-8"))
    own, other, units = ([path for path in sorted(folder.glob(where)) if path.name.startswith("enhet-") == unit]
                         for where, unit in (("bild/*.svg", False), ("en/bild/*.svg", False), ("**/bild/enhet-*.svg", True)))
    problems, pictures = [], own + other[::7] + units[::40]  # those of units differ in their words only
    chrome.viewport(*WIDE)
    for picture in pictures:
        name, source = picture.relative_to(folder).as_posix(), picture.read_text("utf-8")
        if re.search(r"var\(|url\((?!#)|@import|<script|\son\w+=", source):
            problems.append(f"{name} rests on something that is not in it")
        if notice and picture.parents[1] == folder and notice[1] not in re.sub(r"</text>\s*<text[^>]*>", " ", source):
            problems.append(f"{name} does not say that its numbers are made up")
        seen = {}
        for scheme in ("light", "dark"):
            chrome.media(scheme)
            chrome.open("file://" + quote(str(picture)))
            seen[scheme] = chrome.evaluate(LOOK)
        problems += [f"{name}: {problem}" for problem in seen["light"]["problems"]]
        if not seen["light"]["title"] or not seen["light"]["texts"]:
            problems.append(f"{name} has no title or no words")
        if seen["light"]["colours"] != seen["dark"]["colours"]:
            problems.append(f"{name} is drawn in other colours for those who have a dark screen")
    chrome.media()
    report.case(f"{site}: {len(pictures)} pictures hold all that they need, and nothing in them lies over words", problems)
