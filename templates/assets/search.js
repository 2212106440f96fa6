// Search in the top of every page. Without this file there is a link to the page that lists everything. What can be found is in a script
// of its own, which is loaded when somebody is about to search: no module, no request by script, so that it works from file:// too.
(function () {
  "use strict";
  var MOST = 8, MOST_ON_PAGE = 200;

  function lower(text) { return text.toLocaleLowerCase("sv").normalize("NFC"); }
  function bare(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }
  function words(text) { return lower(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean); }
  function row(text) { return " " + words(text).join(" "); }

  // Each thing once, as text where every word follows a blank: the beginning of a word is looked for with a blank before it.
  function prepare(index) {
    index.things = index.found.map(function (one) {
      var about = index.abouts[one[3]], name = row(one[1]), rest = row(about + " " + one[4]);
      return { kind: one[0], name: one[1], about: about, path: one[2], part: one[5], words: name, bare: bare(name),
               rest: rest + bare(rest) };
    });
    return index;
  }

  // All words of the question must begin a word of the thing, in any order; å, ä and ö may be written a and o, but not the other way round.
  // Names that begin with the question come first, then other words of the name, then the rest; the order is otherwise that of the index.
  function search(index, question, fits) {
    var asked = words(question), found = [];
    if (asked.length === 0) return found;
    index.things.forEach(function (thing, at) {
      var rank = 0;
      if (fits && !fits(thing)) return;
      var all = asked.every(function (word) {
        var begun = " " + word;
        if (thing.words.indexOf(begun) === 0) return true;
        if (thing.words.indexOf(begun) > 0) rank += 1;
        else if (thing.bare.indexOf(begun) >= 0) rank += thing.bare.indexOf(begun) === 0 ? 1 : 2;
        else if (thing.rest.indexOf(begun) >= 0) rank += 4;
        else return false;
        return true;
      });
      if (all) found.push({ thing: thing, rank: rank, at: at });
    });
    found.sort(function (x, y) { return x.rank - y.rank || x.at - y.at; });
    return found.map(function (one) { return one.thing; });
  }

  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }
  function count(index, n) { return n === 0 ? index.words.none : n === 1 ? index.words.one : index.words.many.replace("{n}", n); }
  function described(index, thing) { return index.kinds[thing.kind] + (thing.about ? ": " + thing.about : ""); }

  // The index, once for all who ask; `then` is called when it is there.
  var link = document.querySelector(".seek a"), loading = null;
  function load(then) {
    if (window.lagesbild_search && window.lagesbild_search.things) { then(window.lagesbild_search); return; }
    if (!loading) {
      loading = make("script", { src: link.dataset.index });
      document.head.append(loading);
    }
    loading.addEventListener("load", function () {
      var index = window.lagesbild_search;
      then(index.things ? index : prepare(index));
    });
  }

  // A field with a list of suggestions, after the combobox pattern. `look(question)` gives {options, said}; an option is a link. The focus
  // stays in the field; the arrows move through the list and Enter follows the link.
  function combobox(field, list, status, look) {
    var active = -1;
    function options() { return Array.from(list.children); }
    function mark(at) {
      active = at;
      options().forEach(function (option, number) { option.setAttribute("aria-selected", number === at ? "true" : "false"); });
      if (at < 0) field.removeAttribute("aria-activedescendant");
      else {
        field.setAttribute("aria-activedescendant", list.children[at].id);
        list.children[at].scrollIntoView({ block: "nearest" });
      }
    }
    function close() {
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      mark(-1);
    }
    function update() {
      var found = look(field.value);
      list.replaceChildren.apply(list, found.options);
      options().forEach(function (option, number) {
        option.id = list.id + "-" + number;
        option.setAttribute("role", "option");
        option.tabIndex = -1;
      });
      list.hidden = found.options.length === 0;
      field.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = found.said;
      mark(-1);
    }
    function move(by) {
      if (list.hidden) update();
      var all = list.children.length;
      if (all > 0) mark(active < 0 ? (by > 0 ? 0 : all - 1) : (active + by + all) % all);
    }
    field.addEventListener("input", update);
    field.addEventListener("blur", close);
    field.addEventListener("keydown", function (event) {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
      else if (event.key === "Enter" && active >= 0) list.children[active].click();
      else if (event.key === "Escape" && !list.hidden) close();
      else if (event.key === "Escape" && field.value !== "") { field.value = ""; update(); }
      else return;
      event.preventDefault();
    });
    list.addEventListener("mousedown", function (event) { event.preventDefault(); });  // or the field loses the focus, and the list closes
    list.addEventListener("click", close);
    return { update: update, close: close };
  }

  function field(id, label) {
    var list = make("div", { id: id + "-val", role: "listbox", "aria-label": label });
    list.hidden = true;
    var input = make("input", { id: id, type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": list.id,
                                "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false", enterkeyhint: "search" });
    return { input: input, list: list, status: make("span", { class: "hide", role: "status" }), label: make("label", { for: id }, [label]) };
  }

  function option(index, thing, href) {
    return make("a", { href: href }, [make("b", {}, [thing.name]), " ", make("small", {}, [described(index, thing)])]);
  }

  window.lagesbild = { load: load, search: search, combobox: combobox, field: field, option: option, make: make, count: count };

  if (!link) return;
  var home = new URL(".", link.href), index = null;
  var parts = field("sok", link.textContent), input = parts.input;
  function everything(question) { return link.href + "?" + new URLSearchParams({ q: question }); }

  var box = combobox(input, parts.list, parts.status, function (question) {
    if (!index) return { options: [], said: "" };
    var found = search(index, question);
    var options = found.slice(0, MOST).map(function (thing) { return option(index, thing, new URL(thing.path, home).href); });
    if (found.length > MOST) {
      options.push(make("a", { href: everything(question), class: "all" }, [index.words.all.replace("{n}", found.length)]));
    }
    return { options: options, said: question.trim() === "" ? "" : count(index, found.length) };
  });
  function ready(found) {
    index = found;
    if (document.activeElement === input && input.value !== "") box.update();
  }
  input.addEventListener("focus", function () { load(ready); });

  var form = make("form", { class: "seek", role: "search" }, [parts.label, make("div", {}, [input, parts.list]), parts.status]);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (input.value.trim() !== "") location.assign(everything(input.value.trim()));
  });
  link.parentElement.replaceWith(form);

  // What has been chosen on a page follows along to the page in the other language.
  var other = document.querySelector(".state a[hreflang]");
  if (other) other.addEventListener("click", function () { other.search = location.search; });

  // On the page that lists everything: all that fits the question that one came with.
  var question = new URLSearchParams(location.search).get("q");
  if (!question || new URL(link.href).pathname !== location.pathname) return;
  input.value = question;
  load(function (found) {
    index = found;
    var hits = search(index, question), shown = hits.slice(0, MOST_ON_PAGE);
    var section = make("section", { class: "hits", "aria-labelledby": "traffar" }, [
      make("h2", { id: "traffar" }, [count(index, hits.length)]),
      make("ul", { class: "found" }, shown.map(function (thing) {
        return make("li", {}, [make("a", { href: thing.path }, [thing.name]), " ", make("small", {}, [described(index, thing)])]);
      }))]);
    if (hits.length > shown.length) section.append(make("p", { class: "note" }, [index.words.cut.replace("{n}", shown.length)]));
    document.querySelector("main .lead").after(section);
    parts.status.textContent = count(index, hits.length);
  });
})();
