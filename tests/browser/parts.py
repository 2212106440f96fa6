"""What the parts of the pages look like, on the page that shows them all: colour, type, space and border of every kind of element, as the
browser works them out, held against parts.json. Nothing in it depends on which fonts a machine has.

run.py --program PATH --accept writes parts.json anew; look at what git says has changed."""
import json
import pathlib

import looks

KEPT = pathlib.Path(__file__).with_name("parts.json")
SIDES = {"wide": 1440, "narrow": 375}
HOW = (("light", {}), ("dark", {}), ("light, more contrast", {"contrast": "more"}))
# One entry a kind of element: its tag and classes below those of its parents in the part.
LOOK = """(() => {
  const wanted = ['color', 'background-color', 'font-size', 'font-weight', 'font-style', 'line-height', 'display', 'padding', 'margin-block-start',
    'margin-block-end', 'border-top', 'border-bottom', 'border-left', 'border-radius', 'text-decoration-line', 'text-align', 'fill', 'stroke',
    'stroke-width', 'stroke-dasharray', 'paint-order'];
  const plain = {'background-color': 'rgba(0, 0, 0, 0)', 'font-style': 'normal', 'padding': '0px', 'margin-block-start': '0px', 'margin-block-end': '0px',
    'border-radius': '0px', 'text-decoration-line': 'none', 'text-align': 'start', 'stroke': 'none', 'stroke-width': '1px', 'stroke-dasharray': 'none',
    'paint-order': 'normal', 'fill': 'rgb(0, 0, 0)'};
  const found = {};
  for (const part of document.querySelectorAll('.part')) {
    for (const one of part.querySelectorAll('*')) {
      const kind = node => node.localName + Array.from(node.classList).sort().map(name => '.' + name).join('');
      const path = [];
      for (let node = one; node !== part; node = node.parentElement) path.unshift(kind(node));
      const name = part.id + ' ' + path.join(' ');
      if (name in found) continue;
      const style = getComputedStyle(one), look = {};
      for (const property of wanted) {
        const value = style.getPropertyValue(property);
        const nothing = value === plain[property] || (property.startsWith('border-') && value.startsWith('0px'));
        const inSvg = one.namespaceURI.endsWith('/svg');
        if (!nothing && (inSvg || !['fill', 'stroke'].includes(property))) look[property] = value;
      }
      found[name] = look;
    }
  }
  return found;
})()"""


def _lines(look):
    return {name: "; ".join(f"{property}: {value}" for property, value in sorted(values.items())) for name, values in look.items()}


def _seen(chrome, server, kind):
    """{how: {element: its look}}; of every way but the first only what is another there."""
    seen, first = {}, None
    for side, width in SIDES.items():
        for name, features in HOW:
            chrome.viewport(width, 1000)
            chrome.media(scheme=name.split(",")[0], **features)
            chrome.open(server.url(f"{kind.site}/{kind.path}"))
            look = _lines(chrome.evaluate(LOOK))
            first = first or look
            seen[f"{side}, {name}"] = look if look is first else {key: value for key, value in look.items() if first.get(key) != value}
    chrome.viewport(1280, 1024)
    chrome.media()
    return seen


def _differences(kept, seen):
    for how in sorted({*kept, *seen}):
        before, now = kept.get(how, {}), seen.get(how, {})
        for name in sorted({*before, *now}):
            if before.get(name) != now.get(name):
                yield f"{how}: {name} was {before.get(name)!r}, is {now.get(name)!r}"


def _more_contrast(chrome, server, kind):
    """Asked for more contrast, text has at least 7:1 (WCAG 2.2, 1.4.6), on the page that shows every pair of colours."""
    chrome.open(server.url(f"{kind.site}/{kind.path}"))
    chrome.evaluate(looks.AXE.read_text("utf-8"))
    for scheme in ("light", "dark"):
        chrome.media(scheme, contrast="more")
        for problem in looks.axe(chrome, {"type": "rule", "values": ["color-contrast-enhanced"]}):
            yield f"{scheme}: {problem}"
    chrome.media()


def run(report, chrome, server, kinds, accept):
    for kind in kinds:
        if kind.title != "demo/components":
            continue
        seen = _seen(chrome, server, kind)
        if accept:
            KEPT.write_text(json.dumps(seen, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
        kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {}
        problems = list(_differences(kept, seen))
        if len(seen["wide, light"]) < 60:
            problems.append(f"the page shows only {len(seen['wide, light'])} kinds of element")
        report.case("demo/components: every part looks as it did", problems)
        report.case("demo/components: more contrast is more", _more_contrast(chrome, server, kind))
