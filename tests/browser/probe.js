// What the tests ask of a page. Loaded through the developer tools, past the content security policy; the pages know nothing of it.
window.probe = (function () {
  "use strict";

  function name(element) {
    var at = element.id ? "#" + element.id : element.classList.length ? "." + Array.from(element.classList).join(".") : "";
    var label = (element.getAttribute("aria-label") || element.textContent || element.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return element.localName + at + (label ? " “" + label + "”" : "");
  }

  function visible(element) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    var box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  }

  // Colours as numbers, whatever the notation: a canvas knows them all.
  var canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  var known = new Map();
  function rgba(colour) {
    if (!/^rgb/.test(colour)) return paint(colour);  // names such as Canvas change with the scheme
    if (!known.has(colour)) known.set(colour, paint(colour));
    return known.get(colour);
  }
  function paint(colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    var data = canvas.getImageData(0, 0, 1, 1).data;
    return [data[0], data[1], data[2], data[3] / 255];
  }
  function luminance(colour) {
    var parts = colour.slice(0, 3).map(function (value) {
      value /= 255;
      return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }
  function contrast(one, other) {
    var a = luminance(one), b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
  function behind(element) {
    for (var at = element; at; at = at.parentElement) {
      var colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0.5) return colour;
    }
    return rgba("Canvas");
  }

  // Rows of long tables that are made as those before them are left out: the rules would say the same of each.
  function shorten() {
    document.querySelectorAll("tbody").forEach(function (body) {
      var seen = new Set();
      Array.from(body.rows).forEach(function (row) {
        var made = row.innerHTML.replace(/>[^<]*</g, "><").replace(/(href|aria-label|datetime|data-k|x|width)="[^"]*"/g, "");
        if (seen.size >= 8 || seen.has(made)) row.remove();
        seen.add(made);
      });
    });
  }

  // Elements that reach outside the page to the right: what makes a reader scroll sideways.
  function overflow() {
    var root = document.documentElement;
    if (root.scrollWidth <= window.innerWidth) return [];
    var found = ["the document is " + root.scrollWidth + " px wide in a window of " + window.innerWidth];
    Array.from(document.body.querySelectorAll("*")).filter(function (element) {
      if (element.getBoundingClientRect().right <= window.innerWidth + 1 || !element.checkVisibility()) return false;
      for (var at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== "visible") return false;
      }
      return true;
    }).slice(0, 3).forEach(function (element) {
      found.push(name(element) + " ends at " + Math.round(element.getBoundingClientRect().right));
    });
    return found;
  }

  // What scrolls sideways must be reachable by keyboard and have a name.
  function scrollers() {
    return Array.from(document.body.querySelectorAll("*")).filter(function (element) {
      return element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX);
    }).filter(function (element) {
      return element.tabIndex < 0 || !(element.getAttribute("aria-label") || element.getAttribute("aria-labelledby"));
    }).map(name);
  }

  // Text that is cut off because its box is too small for it.
  function cut() {
    return Array.from(document.body.querySelectorAll("main *, header *, footer *")).filter(function (element) {
      var style = getComputedStyle(element);
      return /hidden|clip/.test(style.overflowX + style.overflowY) && visible(element) && element.clientWidth > 1 &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) &&
        element.textContent.trim() !== "";
    }).map(name).slice(0, 5);
  }

  function reflow() {
    return overflow().concat(cut().map(function (what) { return what + " is cut off"; }),
      scrollers().map(function (what) { return what + " scrolls, but has no name or cannot be focused"; }));
  }

  // Charts: a name, shapes as wide as their numbers say, and a row of a table that holds all the numbers of the name.
  function numbers(text) { return (text.replace(/(\d)[\s ](?=\d{3}\b)/g, "$1").match(/\d+(,\d+)?(\.\d+)?/g) || []); }
  // Numbers that all charts of a kind have in their name belong to the scale ("of 4 points"), not to the data.
  function scale(svg) {
    var alike = Array.from(document.querySelectorAll("svg[role=img]")).filter(function (other) {
      return other.getAttribute("class") === svg.getAttribute("class");
    }).map(function (other) { return numbers(other.getAttribute("aria-label") || ""); });
    return alike.length < 3 ? [] : alike[0].filter(function (number) {
      return alike.every(function (others) { return others.indexOf(number) >= 0; });
    });
  }
  function charts() {
    var found = [];
    var rows = Array.from(document.querySelectorAll("tr")).map(function (row) {  // with what stands above its columns, such as "1–2 hours"
      var head = row.closest("table").tHead;
      return numbers(cells(row) + " " + (head ? cells(head.rows[0]) : ""));
    });
    document.querySelectorAll("svg").forEach(function (svg) {
      if (svg.getAttribute("role") !== "img") {
        if (svg.getAttribute("aria-hidden") !== "true") found.push(name(svg) + " is neither role=img nor aria-hidden");
        return;
      }
      var label = svg.getAttribute("aria-label") || Array.from((svg.getAttribute("aria-labelledby") || "").split(" ")).map(function (id) {
        var titled = document.getElementById(id);
        return titled ? titled.textContent : "";
      }).join(" ").trim() || (svg.querySelector(":scope > title") || {}).textContent || "";
      if (!label.trim()) { found.push(name(svg) + " has no name"); return; }
      if (svg.matches(".slope, .series")) {  // many values: their name is a finding, their values are in the table of their section
        found.push.apply(found, valuesWithoutRow(svg));
        found.push.apply(found, shapes(svg));
        return;
      }
      var constant = scale(svg);
      var wanted = numbers(label).filter(function (number) { return constant.indexOf(number) < 0; });
      var alone = document.body.matches(".embed");  // its table is the file of numbers: a chart of many values has a row for each
      if (alone ? !wanted.every(function (number) { return rows.some(function (row) { return row.indexOf(number) >= 0; }); })
                : !rows.some(function (row) { return wanted.every(function (number) { return row.indexOf(number) >= 0; }); })) {
        found.push("no table row holds the numbers of " + name(svg) + " (" + label + ")");
      }
      found.push.apply(found, shapes(svg));
    });
    return found;
  }
  function cells(row) {
    return Array.from(row.cells).map(function (cell) { return cell.textContent; }).join(" | ");
  }
  function valuesWithoutRow(svg) {
    var section = svg.closest("section, main"), rows = Array.from(section.querySelectorAll("tr")).map(function (row) { return numbers(cells(row)); });
    return Array.from(svg.querySelectorAll("text.left, text.right, text.start")).filter(function (text) {
      var wanted = numbers(text.textContent);
      return wanted.length > 0 && !rows.some(function (row) { return wanted.every(function (number) { return row.indexOf(number) >= 0; }); });
    }).map(function (text) { return "no table row of its section holds “" + text.textContent + "” of " + name(svg); }).slice(0, 2);
  }
  function shapes(svg) {
    var found = [], outer = svg.getBoundingClientRect().width;
    if (outer < 40) return visible(svg) ? [name(svg) + " is only " + Math.round(outer) + " px wide"] : [];
    svg.querySelectorAll("rect[width$='%'], circle[cx$='%']").forEach(function (shape) {
      var box = shape.getBBox(), width = shape.ownerSVGElement === svg ? outer : shape.ownerSVGElement.width.baseVal.value, asked, got;
      if (shape.localName === "rect") { asked = parseFloat(shape.getAttribute("width")); got = box.width; }
      else { asked = parseFloat(shape.getAttribute("cx")); got = box.x + box.width / 2; }
      if (Math.abs(got - asked * width / 100) > 1.5) {
        found.push(name(svg) + ": " + name(shape) + " should be at " + asked + " % but measures " + (100 * got / width).toFixed(1) + " %");
      } else if (getComputedStyle(shape).clipPath !== "none") {
        found.push(name(svg) + ": " + name(shape) + " is clipped");
      }
    });
    return found.slice(0, 2);
  }

  // Grade letters by themselves: axe does not judge the contrast of a text of one letter.
  function letters() {
    return Array.from(document.querySelectorAll("b.ga, b.gb, b.gc, b.gd")).filter(visible).map(function (letter) {
      var ratio = contrast(rgba(getComputedStyle(letter).color), behind(letter));
      return ratio < 4.5 ? name(letter) + " has a contrast of " + ratio.toFixed(1) : "";
    }).filter(Boolean);
  }

  // Under forced colours letters and charts are still there, still readable.
  function forced() {
    var found = letters();
    document.querySelectorAll("svg[role=img]").forEach(function (svg) {
      if (!visible(svg)) return;
      var seen = Array.from(svg.querySelectorAll("rect, circle, path, line")).filter(function (shape) {
        var style = getComputedStyle(shape), paper = behind(svg);
        return [style.fill, style.stroke].some(function (colour) {
          return !/^(none|url)/.test(colour) && contrast(rgba(colour), paper) > 1.3;
        });
      });
      if (seen.length === 0) found.push(name(svg) + " shows nothing");
    });
    return Array.from(new Set(found)).slice(0, 6);
  }

  // A dark scheme is dark and a light one light, and the text stands out.
  function plain() {
    var dark = matchMedia("(prefers-color-scheme: dark)").matches, paper = behind(document.body), found = [];
    if ((luminance(paper) < 0.2) !== dark) found.push("the ground does not follow the scheme");
    if (contrast(rgba(getComputedStyle(document.body).color), paper) < 7) found.push("the text has less than 7:1 against the ground");
    return found.concat(letters());
  }

  function moving() {
    return Array.from(document.querySelectorAll("*")).filter(function (element) {
      var style = getComputedStyle(element);
      return style.scrollBehavior === "smooth" || parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0;
    }).map(name).slice(0, 5);
  }

  // On paper: no navigation, nothing to press. A browser makes what is too wide smaller until it fits; it must not become too small
  // to read.
  var SMALLEST = 5;  // points
  function printed() {
    var found = Array.from(document.querySelectorAll("nav, form, button, summary, .skip, input, select")).filter(function (element) {
      return visible(element) && !element.closest("th");  // a heading that sorts is still a heading
    }).map(function (element) { return name(element) + " is printed"; });
    var wide = document.documentElement.scrollWidth, scale = Math.min(1, window.innerWidth / wide);
    if (scale < 0.8) found.push("the page is " + wide + " px wide on a paper of " + window.innerWidth);
    document.querySelectorAll("main *").forEach(function (element) {
      var own = Array.from(element.childNodes).some(function (node) { return node.nodeType === 3 && node.data.trim() !== ""; });
      var points = parseFloat(getComputedStyle(element).fontSize) * 0.75 * scale;
      if (own && points < SMALLEST && visible(element)) found.push(name(element) + " is printed with " + points.toFixed(1) + " points");
    });
    return found.slice(0, 5);
  }

  // Records every stop of the Tab key when the key is let go: by then the browser has scrolled.
  var stops = [];
  var last = null;
  function walk() {
    stops = [];
    last = null;
    document.addEventListener("keyup", function (event) {
      if (event.key === "Tab") stops.push(stop(document.activeElement));
    }, true);
  }
  // Words without their spaces: where lines break is not what is compared.
  function headings() {
    return Array.from(document.querySelectorAll("h1, h2, h3")).filter(function (heading) { return heading.checkVisibility(); })
      .map(function (heading) { return heading.textContent.replace(/\s+/g, ""); });
  }

  function boxes(element) {
    return Array.from(element.getClientRects()).filter(function (box) { return box.width > 1 && box.height > 1; });
  }
  function hit(element, box) {
    var inset = Math.min(3, box.width / 4, box.height / 4);
    var columns = [box.left + inset, (box.left + box.right) / 2, box.right - inset];
    var lines = [box.top + inset, (box.top + box.bottom) / 2, box.bottom - inset];
    return columns.some(function (x) {
      return lines.some(function (y) {
        var there = document.elementFromPoint(x, y);
        return there && (element === there || element.contains(there));
      });
    });
  }
  function stop(element) {
    if (!element || element === document.body) { last = null; return { name: "the body", end: true, problems: [] }; }
    var problems = [], style = getComputedStyle(element), at = boxes(element);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) problems.push("no focus outline of 2 px");
    else if (contrast(rgba(style.outlineColor), behind(element.parentElement)) < 3) problems.push("focus outline of too little contrast");
    if (!at.some(function (box) { return hit(element, box); })) problems.push("focused, but out of sight or behind something");
    if (last && last !== document.body) {
      var before = last.getBoundingClientRect(), now = element.getBoundingClientRect();
      if (now.bottom <= before.top && now.left < before.right && !last.contains(element)) {
        problems.push("comes after " + name(last) + ", which stands below it");
      }
    }
    last = element;
    if (!element.dataset.probeStop) element.dataset.probeStop = String(stops.length + 1);
    return { name: name(element), end: false, id: element.id, skip: element.classList.contains("skip"), problems: problems };
  }
  function walked() { return stops; }
  // What the walk should have met and did not.
  function missed() {
    return tabbable().filter(function (element) { return !element.dataset.probeStop; }).map(name);
  }
  function tabbable() {
    var candidates = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
    return Array.from(candidates).filter(function (element) {
      return element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true });
    });
  }

  function table(selector) {
    var found = document.querySelector(selector);
    return {
      headers: Array.from(found.tHead.rows[0].cells).map(function (cell) {
        return { text: cell.textContent.trim(), sort: cell.getAttribute("aria-sort"), button: !!cell.querySelector("button"),
                 grade: cell.classList.contains("g") };
      }),
      rows: Array.from(found.tBodies[0].rows).filter(function (row) { return row.checkVisibility(); }).map(function (row) {
        return Array.from(row.cells).map(function (cell) {
          var grade = cell.querySelector("b");
          var words = Array.from(cell.childNodes).filter(function (node) { return node.localName !== "small"; });
          var small = cell.querySelector("small"), months = row.querySelector("[data-months]");
          return { text: cell.textContent.trim().replace(/\s+/g, " "), grade: grade ? grade.textContent.trim() : "",
                   words: words.map(function (node) { return node.textContent; }).join("").trim().replace(/\s+/g, " "),
                   small: small ? small.textContent.trim() : "", months: months ? Number(months.dataset.months) : null,
                   number: cell.classList.contains("n"), key: cell.dataset.k === undefined ? null : cell.dataset.k };
        });
      }),
      status: Array.from(document.querySelectorAll("[role=status]")).map(function (status) { return status.textContent.trim(); }).join(" ")
    };
  }

  return { shorten: shorten, plain: plain, reflow: reflow, charts: charts, forced: forced, moving: moving, printed: printed,
           walk: walk, walked: walked, missed: missed, tabbable: function () { return tabbable().length; },
           table: table, headings: headings, visible: visible, name: name };
})();
