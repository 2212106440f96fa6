// Sorting and filtering of the tables that ask for it. The pages are complete without this file. A plain script, no module, no request,
// so that it also works from file://.
(function () {
  "use strict";
  var collator = new Intl.Collator(document.documentElement.lang || "sv", { numeric: true });

  function keyOf(cell) {
    if (cell.dataset.k !== undefined) return cell.dataset.k;
    var grade = cell.querySelector("b");
    return (cell.classList.contains("g") && grade ? grade : cell).textContent.trim();
  }

  function sortBy(table, column, header) {
    var ascending = header.getAttribute("aria-sort") !== "ascending";
    table.querySelectorAll("thead th").forEach(function (other) { other.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    Array.prototype.forEach.call(table.tBodies, function (body) {
      var rows = Array.from(body.rows).map(function (row, at) { return { row: row, key: keyOf(row.cells[column]), at: at }; });
      rows.sort(function (x, y) {
        if (x.key === "" || y.key === "") return (x.key === "") - (y.key === "") || x.at - y.at;  // empty cells last, both ways
        return (ascending ? 1 : -1) * collator.compare(x.key, y.key) || x.at - y.at;
      });
      rows.forEach(function (entry) { body.appendChild(entry.row); });
    });
  }

  function makeSortable(table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (header, column) {
      var link = header.querySelector("a");
      var label = link ? link.getAttribute("aria-label") : header.textContent;
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      button.title = table.dataset.sortBy + " " + label;
      if (link) button.setAttribute("aria-label", label);
      header.replaceChildren(button);
      button.addEventListener("click", function () { sortBy(table, column, header); });
    });
  }

  function makeFilter(form) {
    var table = document.getElementById(form.dataset.for);
    var columns = Array.from(form.querySelectorAll("[data-column]"));
    var grades = form.querySelector("[data-grades]");
    var rows = Array.from(table.tBodies[0].rows);
    var letters = Array.from(table.tHead.querySelectorAll("th.g")).map(function (head) { return head.textContent.trim().charAt(0); });

    function fits(row) {
      var all = columns.every(function (field) {
        var wanted = field.value.trim().toLocaleLowerCase();
        var text = row.cells[Number(field.dataset.column)].textContent.trim().toLocaleLowerCase();
        return wanted === "" || (field.tagName === "SELECT" ? text === wanted : text.indexOf(wanted) >= 0);
      });
      if (!all || grades.value === "") return all;
      var column = Number(grades.dataset.grades) + letters.indexOf(grades.value.charAt(0));
      return keyOf(row.cells[column]) === grades.value.charAt(1);
    }

    function update() {
      var shown = 0;
      rows.forEach(function (row) {
        row.hidden = !fits(row);
        if (!row.hidden) shown += 1;
      });
      form.querySelector("output").textContent = shown + " / " + rows.length;
    }

    form.hidden = false;
    form.addEventListener("input", update);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    update();
  }

  document.querySelectorAll("form.filter").forEach(makeFilter);
  document.querySelectorAll("table[data-sortable]").forEach(makeSortable);
})();
