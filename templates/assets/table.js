// Sorting and filtering of the tables that ask for it. The pages are complete without this file. A plain script, no module, no request,
// so that it also works from file://.
(function () {
  "use strict";
  var collator = new Intl.Collator("sv", { numeric: true });  // names are Swedish in every language, and stand in that order at first

  // What a cell says: a grade is its letter, and what stands in small letters under the words is something else.
  function wordsOf(cell) {
    if (cell.classList.contains("g") && cell.querySelector("b")) return cell.querySelector("b").textContent;
    return Array.from(cell.childNodes).map(function (node) { return node.localName === "small" ? "" : node.textContent; }).join("").trim();
  }
  function smallOf(cell) {
    var small = cell.querySelector("small");
    return small ? small.textContent.trim() : "";
  }
  // The first number in a cell, "1 234,5 %" or "1,234.5 %"; nothing where a value is withheld.
  function numberOf(text) {
    var english = (document.documentElement.lang || "sv") === "en";
    var plain = text.replace(/(\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, "$1").replace(/\u2212/g, "-");
    var found = (english ? plain.replace(/(\d),(?=\d{3}(?!\d))/g, "$1") : plain.replace(/(\d),(?=\d)/g, "$1.")).match(/-?\d+(\.\d+)?/);
    return found ? Number(found[0]) : NaN;
  }
  function keyOf(cell) {
    if (cell.dataset.k !== undefined) return Number(cell.dataset.k);
    var text = wordsOf(cell);
    if (!cell.classList.contains("n")) return text;
    var number = numberOf(text);
    return isNaN(number) ? "" : number;
  }
  function compare(x, y) { return typeof x === "number" && typeof y === "number" ? x - y : collator.compare(x, y); }

  function announcer(table) {
    var status = document.createElement("span");
    status.className = "hide";
    status.setAttribute("role", "status");
    table.after(status);
    return status;
  }

  function sortBy(table, column, ascending, status) {
    var headers = Array.from(table.tHead.rows[0].cells), header = headers[column];
    headers.forEach(function (other) { other.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    Array.from(table.tBodies).forEach(function (body) {
      var rows = Array.from(body.rows).filter(function (row) { return row.cells.length === headers.length; });
      rows = rows.map(function (row, at) { return { row: row, key: keyOf(row.cells[column]), at: at }; });
      rows.sort(function (x, y) {
        if (x.key === "" || y.key === "") return (x.key === "") - (y.key === "") || x.at - y.at;  // empty cells last, both ways
        return (ascending ? 1 : -1) * compare(x.key, y.key) || x.at - y.at;
      });
      var after = Array.from(body.rows).filter(function (row) { return row.cells.length !== headers.length && row !== body.rows[0]; });
      rows.forEach(function (entry) { body.append(entry.row); });
      after.forEach(function (row) { body.append(row); });  // "and 12 more" stays below what it belongs to
    });
    var button = header.querySelector("button");
    status.textContent = (ascending ? table.dataset.up : table.dataset.down) + " " + (button.getAttribute("aria-label") || button.textContent);
    table.dispatchEvent(new CustomEvent("sorted", { detail: { column: column, ascending: ascending } }));
  }

  function makeSortable(table) {
    var status = announcer(table.parentElement.classList.contains("scroll") ? table.parentElement : table);
    Array.from(table.tHead.rows[0].cells).forEach(function (header, column) {
      var link = header.querySelector("a");
      var label = link ? link.getAttribute("aria-label") : header.textContent;
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      button.title = table.dataset.sortBy + " " + label;
      if (link) button.setAttribute("aria-label", label);
      header.replaceChildren(button);
      button.addEventListener("click", function () { sortBy(table, column, header.getAttribute("aria-sort") !== "ascending", status); });
    });
    table.addEventListener("sort", function (event) {
      if (table.tHead.rows[0].cells[event.detail.column]) sortBy(table, event.detail.column, event.detail.ascending, status);
    });
  }

  // As the files of the site are written: semicolons, a mark for Excel, and nothing that a spreadsheet takes for a formula.
  function csvCell(value) {
    var formula = /^[\s\u200b\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) && !/^[+-]?\d+([,.]\d+)?$/.test(value);
    if (formula) value = "'" + value;
    return formula || /[;,\t"\r\n]|^ | $/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value;
  }
  function csvOf(table) {
    var headers = Array.from(table.tHead.rows[0].cells);
    function row(cells, main, small) {
      var all = [];
      cells.forEach(function (cell, column) {
        all.push(csvCell(main(cell)));
        if (headers[column].dataset.small) all.push(csvCell(small(cell, column)));
      });
      return all.join(";") + "\r\n";
    }
    var lines = [row(headers, function (cell) { return cell.textContent.trim(); }, function (cell, column) { return headers[column].dataset.small; })];
    Array.from(table.tBodies[0].rows).forEach(function (line) {
      if (line.hidden) return;
      lines.push(row(Array.from(line.cells), function (cell) { return cell.classList.contains("g") ? cell.textContent.trim() : wordsOf(cell); }, smallOf));
    });
    return "\ufeff" + lines.join("");
  }
  function save(table, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csvOf(table)], { type: "text/csv;charset=utf-8" }));
    link.download = name + ".csv";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function makeFilter(form) {
    var table = document.getElementById(form.dataset.for);
    var columns = Array.from(form.querySelectorAll("[data-column]"));
    var grades = form.querySelector("[data-grades]"), ages = form.querySelector("[data-ages]");
    var fields = columns.concat(grades, ages).filter(Boolean);
    var rows = Array.from(table.tBodies[0].rows), sorted = null;
    var letters = Array.from(table.tHead.querySelectorAll("th.g")).map(function (head) { return head.textContent.trim().charAt(0); });

    function hasGrade(row) {
      var area = grades.value.charAt(0), first = Number(grades.dataset.grades);
      return letters.some(function (letter, at) {
        return (area === "*" || area === letter) && wordsOf(row.cells[first + at]) === grades.value.charAt(1);
      });
    }
    function hasAge(row) {
      var limits = ages.value.split("-"), months = Number(row.querySelector("[data-months]").dataset.months);
      return months >= Number(limits[0]) && (limits[1] === "" || months < Number(limits[1]));
    }
    function fits(row) {
      return columns.every(function (field) {
        var wanted = field.value.trim().toLocaleLowerCase(), cell = row.cells[Number(field.dataset.column)];
        if (wanted === "") return true;
        if (field.tagName !== "SELECT") return cell.textContent.toLocaleLowerCase().indexOf(wanted) >= 0;
        return (field.dataset.part ? smallOf(cell) : wordsOf(cell)).toLocaleLowerCase() === wanted;
      }) && (!grades || grades.value === "" || hasGrade(row)) && (!ages || ages.value === "" || hasAge(row));
    }

    // The address says what has been chosen, so that it can be kept and sent.
    function remember() {
      var chosen = new URLSearchParams();
      fields.forEach(function (field) { if (field.value.trim() !== "") chosen.set(field.name, field.value.trim()); });
      if (sorted) chosen.set("ordning", (sorted.ascending ? "" : "-") + (sorted.column + 1));
      var query = chosen.toString();
      try { history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash); } catch (e) { /* a frame may forbid it */ }
    }
    function update() {
      var shown = 0;
      rows.forEach(function (row) {
        row.hidden = !fits(row);
        if (!row.hidden) shown += 1;
      });
      form.querySelector("output").textContent = shown + " " + form.dataset.of + " " + rows.length;
    }
    function recall() {
      var chosen = new URLSearchParams(location.search), order = Number(chosen.get("ordning") || 0);
      fields.forEach(function (field) { if (chosen.get(field.name) !== null) field.value = chosen.get(field.name); });
      fields.forEach(function (field) { if (field.selectedIndex === -1) field.selectedIndex = 0; });  // a choice that is no more
      if (order) table.dispatchEvent(new CustomEvent("sort", { detail: { column: Math.abs(order) - 1, ascending: order > 0 } }));
    }

    form.hidden = false;
    form.addEventListener("input", function () { update(); remember(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(function () { update(); remember(); }, 0); });
    form.querySelector("[data-save]").addEventListener("click", function (event) { save(table, event.target.dataset.save); });
    table.addEventListener("sorted", function (event) { sorted = event.detail; remember(); });
    recall();
    update();
  }

  document.querySelectorAll("table[data-sortable]").forEach(makeSortable);
  document.querySelectorAll("form.filter").forEach(makeFilter);
})();
