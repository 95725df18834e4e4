"use strict";
(function () {
  var pages = JSON.parse(document.getElementById("index").textContent);
  var input = document.getElementById("q");
  var hits = document.getElementById("hits");
  var count = document.getElementById("count");
  var most = 100;
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
  function search() {
    var words = plain(input.value.trim()).split(/\s+/).filter(Boolean);
    hits.textContent = "";
    count.textContent = "";
    if (!words.length) { return; }
    var found = 0;
    for (var i = 0; i < pages.length; i++) {
      var page = pages[i];
      var text = page.plain || (page.plain = plain(page.x));
      if (!words.every(function (word) { return text.indexOf(word) >= 0 || plain(page.t).indexOf(word) >= 0; })) { continue; }
      found++;
      if (found > most) { continue; }
      var item = document.createElement("li");
      var link = element("a", page.t);
      link.href = page.u;
      item.append(link);
      var at = text.indexOf(words[0]);
      if (at >= 0 && text.length === page.x.length) { item.append(around(page.x, at, words[0].length)); }
      hits.append(item);
    }
    count.textContent = found ? count.dataset.found + ": " + found : count.dataset.none;
  }
  input.addEventListener("input", search);
  document.getElementById("find").addEventListener("submit", function (event) { event.preventDefault(); search(); });
  if (location.hash.indexOf("#q=") === 0) {
    input.value = decodeURIComponent(location.hash.slice(3));
    search();
  }
}());
