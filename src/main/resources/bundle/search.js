"use strict";
/* The index comes in parts: the first stands in the page, the others are files beside it, loaded when they are needed. */
(function () {
  var input = document.getElementById("q");
  var hits = document.getElementById("hits");
  var count = document.getElementById("count");
  var parts = Number(count.dataset.parts);
  var first = JSON.parse(document.getElementById("index").textContent);
  var kept = new Map();
  var mostKept = 40;
  var mostHits = 100;
  var asked = 0;
  var typing = 0;
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
  }
  function element(name, text) {
    var node = document.createElement(name);
    node.textContent = text;
    return node;
  }
  function around(text, at, length) {
    var from = Math.max(0, at - 60);
    var line = document.createElement("p");
    line.append(from > 0 ? "… " : "", text.slice(from, at));
    line.append(element("mark", text.slice(at, at + length)));
    line.append(text.slice(at + length, at + length + 100));
    return line;
  }
  function keep(part, pages) {
    if (kept.size >= mostKept) { kept.delete(kept.keys().next().value); }
    kept.set(part, pages);
  }
  /* Each part says its number, so that several may be on their way at once. */
  window.searchPart = keep;
  function withPart(part, then) {
    if (part === 0) { then(first); return; }
    if (kept.has(part)) { then(kept.get(part)); return; }
    var script = document.createElement("script");
    script.src = "search/" + part + ".js";
    script.onload = function () { script.remove(); then(kept.has(part) ? kept.get(part) : null); };
    script.onerror = function () { script.remove(); then(null); };
    document.head.append(script);
  }
  function show(page, address, text, words) {
    var item = document.createElement("li");
    var link = element("a", page.t);
    link.href = address;
    item.append(link);
    var same = plain(text);
    var at = same.indexOf(words[0]);
    if (at >= 0 && same.length === text.length) { item.append(around(text, at, words[0].length)); }
    hits.append(item);
  }
  function has(text, words) {
    return words.every(function (word) { return text.indexOf(word) >= 0; });
  }
  /* A page of records is searched record by record: all words stand in one of them. */
  function searchPage(page, words, found) {
    if (!page.n) {
      if (has(plain(page.t + " " + page.x), words) && ++found <= mostHits) { show(page, page.u, page.x, words); }
      return found;
    }
    if (!has(plain(page.x), words)) { return found; }
    page.x.split("\n").forEach(function (text, row) {
      if (has(plain(text), words) && ++found <= mostHits) { show(page, page.u + "#r" + (page.n + row), text, words); }
    });
    return found;
  }
  function tell(found, missing, done) {
    var text = found ? count.dataset.found + ": " + found : done ? count.dataset.none : "";
    count.textContent = (done ? text : text + " …") + (missing ? " " + count.dataset.missing : "");
  }
  function search() {
    var words = plain(input.value.trim()).split(/\s+/).filter(Boolean);
    var now = ++asked;
    var found = 0;
    var missing = false;
    hits.textContent = "";
    count.textContent = "";
    if (!words.length) { return; }
    (function next(part) {
      if (now !== asked) { return; }
      if (part > parts) { tell(found, missing, true); return; }
      withPart(part, function (pages) {
        if (now !== asked) { return; }
        missing = missing || pages === null;
        (pages || []).forEach(function (page) { found = searchPage(page, words, found); });
        tell(found, missing, false);
        next(part + 1);
      });
    }(0));
  }
  input.addEventListener("input", function () {
    clearTimeout(typing);
    typing = setTimeout(search, 150);
  });
  document.getElementById("find").addEventListener("submit", function (event) { event.preventDefault(); search(); });
  if (location.hash.indexOf("#q=") === 0) {
    input.value = decodeURIComponent(location.hash.slice(3));
    search();
  }
}());
