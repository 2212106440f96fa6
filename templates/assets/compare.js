// Units side by side: boxes to choose units with on the list, and the comparison itself. Which units is in the address, so that it can be
// kept and sent. Their cells come from plain scripts, loaded for those that are chosen; they are the words of the units' own pages. Rests
// on search.js.
(function () {
  "use strict";
  var MOST = 4, tools = window.lagesbild;

  function chosenIn(address) {
    var given = (new URLSearchParams(address.search).get("enheter") || "").split(",").filter(Boolean);
    return given.filter(function (id, at) { return given.indexOf(id) === at; }).slice(0, MOST);
  }

  // A box in each row, and a link to the comparison that follows along while something is chosen.
  function chooser(table, start) {
    var chosen = [], bar = tools.make("p", { class: "chosen" }), link = tools.make("a", {}), status = tools.make("span", { role: "status" });
    bar.append(link, " ", status);
    bar.hidden = true;
    table.closest(".scroll").after(bar);
    function update() {
      var full = chosen.length === MOST;
      bar.hidden = chosen.length === 0;
      link.textContent = table.dataset.show + " (" + chosen.length + ")";
      link.href = start.getAttribute("href") + "?enheter=" + chosen.join(",");
      status.textContent = full ? table.dataset.full : "";
      table.querySelectorAll("tbody input").forEach(function (box) { box.disabled = full && !box.checked; });
    }
    Array.from(table.tBodies[0].rows).forEach(function (row) {
      var unit = row.cells[0].querySelector("a"), id = unit.getAttribute("href").replace(/^.*\/|\.\w+$/g, "");
      var box = tools.make("input", { type: "checkbox", class: "pick", "aria-label": table.dataset.compare + " " + unit.textContent });
      box.checked = false;
      box.addEventListener("change", function () {
        chosen = chosen.filter(function (other) { return other !== id; });
        if (box.checked) chosen.push(id);
        update();
      });
      row.cells[0].prepend(box);
    });
  }

  // The comparison. `index` is what can be searched; a unit that can be compared names the script that holds its cells.
  function comparison(place, table, index) {
    var words = place.dataset, chosen = [], shown = window.lagesbild_units = window.lagesbild_units || {};
    var parts = tools.field("lagg-till", words.label), status = parts.status;
    var only = tools.make("input", { type: "checkbox" });
    var toggle = tools.make("label", { class: "only" }, [only, " " + words.differing]);
    var rows = Array.from(table.querySelectorAll("tr[data-is]")), heads = Array.from(table.querySelectorAll("tr.head th"));

    function idOf(thing) { return thing.path.replace(/^.*\/|\.\w+$/g, ""); }
    function comparable(thing) { return thing.part !== undefined && chosen.indexOf(idOf(thing)) < 0; }
    function thingOf(id) { return index.things.find(function (thing) { return thing.part !== undefined && idOf(thing) === id; }); }

    // The scripts that hold these units, then `then`; what cannot be had is not shown.
    function fetchAll(ids, then) {
      var missing = [];
      ids.forEach(function (id) {
        var thing = thingOf(id);
        if (thing && !shown[id] && missing.indexOf(thing.part) < 0) missing.push(thing.part);
      });
      var left = missing.length;
      if (left === 0) then();
      missing.forEach(function (part) {
        var script = tools.make("script", { src: words.scripts + part + ".js" });
        script.onload = script.onerror = function () { if (--left === 0) then(); };
        document.head.append(script);
      });
    }

    function cell(kind, text) {
      var td = tools.make("td", {}), at = text.indexOf(":");
      if (text === "") td.append(tools.make("span", { class: "quieter" }, [words.nothing]));
      else if (kind === "toned") td.append(tools.make("i", { class: text.slice(0, at) }, [text.slice(at + 1)]));
      else if (kind === "grade") {
        td.className = "g";
        if (text.length > 1) td.append(tools.make("small", {}, [text.charAt(0) + "→"]));
        td.append(tools.make("b", { class: "g" + text.slice(-1).toLowerCase() }, [text.slice(-1)]));
      } else td.append(text);
      return td;
    }

    function headOf(id) {
      var remove = tools.make("button", { type: "button", "aria-label": words.remove + " " + shown[id][0] }, [words.remove]);
      remove.addEventListener("click", function () {
        var at = chosen.indexOf(id), name = shown[id][0];
        chosen.splice(at, 1);
        draw();
        status.textContent = name + " " + words.removed + ". " + told();
        var next = table.tHead.querySelectorAll("button")[Math.min(at, chosen.length - 1)];
        (next || parts.input).focus();
      });
      return tools.make("th", { scope: "col" }, [tools.make("a", { href: thingOf(id).path }, [shown[id][0]]), remove]);
    }

    function told() { return chosen.length === 0 ? words.none : chosen.length === 1 ? words.one : chosen.length + " " + words.many; }

    function draw() {
      var head = table.tHead.rows[0];
      table.querySelectorAll(".own").forEach(function (old) { old.remove(); });
      chosen.forEach(function (id) {
        var th = headOf(id);
        th.classList.add("own");
        head.insertBefore(th, head.lastElementChild);
      });
      rows.forEach(function (row, at) {
        var texts = chosen.map(function (id) { return shown[id][1][at] || ""; });
        texts.forEach(function (text) {
          var td = cell(row.dataset.is, text);
          td.classList.add("own");
          row.insertBefore(td, row.lastElementChild);
        });
        var nothing = texts.length > 0 && texts.every(function (text) { return text === ""; });
        var alike = texts.length > 1 && texts.every(function (text) { return text === texts[0]; });
        row.hidden = nothing || (only.checked && alike);
      });
      heads.forEach(function (th) {
        th.colSpan = chosen.length + 2;
        var body = th.closest("tbody");
        body.hidden = Array.from(body.querySelectorAll("tr[data-is]")).every(function (row) { return row.hidden; });
      });
      toggle.hidden = chosen.length < 2;
      parts.input.disabled = chosen.length === MOST;
      full.textContent = chosen.length === MOST ? words.full : "";
      var query = chosen.length > 0 ? "?enheter=" + chosen.join(",") : "";
      try { history.replaceState(null, "", location.pathname + query + location.hash); } catch (e) { /* a frame may forbid it */ }
    }

    function add(ids, say) {
      fetchAll(ids, function () {
        ids.forEach(function (id) {
          if (shown[id] && thingOf(id) && chosen.indexOf(id) < 0 && chosen.length < MOST) chosen.push(id);
        });
        draw();
        status.textContent = (say ? say + " " + words.added + ". " : "") + told();
      });
    }

    var box = tools.combobox(parts.input, parts.list, status, function (question) {
      var found = tools.search(index, question, comparable);
      var options = found.slice(0, 8).map(function (thing) {
        var option = tools.option(index, thing, thing.path);
        option.addEventListener("click", function (event) {
          event.preventDefault();
          parts.input.value = "";
          box.close();
          add([idOf(thing)], thing.name);
        });
        return option;
      });
      return { options: options, said: question.trim() === "" ? "" : tools.count(index, found.length) };
    });
    var full = tools.make("span", { class: "note" });
    place.className = "picker";
    place.append(parts.label, tools.make("div", {}, [parts.input, parts.list]), full, status, toggle);
    only.addEventListener("change", draw);
    toggle.hidden = true;
    var asked = chosenIn(location);
    if (asked.length > 0) add(asked, "");
  }

  var list = document.querySelector("table[data-compare]"), start = document.querySelector("a[data-start]");
  if (list && start) chooser(list, start);
  var place = document.getElementById("val"), table = document.getElementById("jamforelse");
  if (place && table) tools.load(function (index) { comparison(place, table, index); });
})();
