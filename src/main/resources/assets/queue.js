// The list by the keyboard, and choosing all of a page. Everything works without this too.
"use strict";

(() => {
  const OFF = "vpogled-keys-off";
  const help = document.getElementById("keys");
  const opener = document.getElementById("keys-open");
  const toggle = document.getElementById("keys-on");
  const search = document.getElementById("text");
  const links = [...document.querySelectorAll("table.queue tbody a.reference")];
  const boxes = [...document.querySelectorAll("table.queue input[name=case]")];

  // Where the browser keeps nothing, the choice holds for this page.
  let on = true;
  try {
    on = localStorage.getItem(OFF) === null;
  } catch {
    // nothing is kept then
  }
  toggle.checked = on;
  toggle.addEventListener("change", () => {
    on = toggle.checked;
    try {
      if (on) {
        localStorage.removeItem(OFF);
      } else {
        localStorage.setItem(OFF, "1");
      }
    } catch {
      // as above
    }
  });
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());

  // All of a page at once.
  const all = document.getElementById("choose-all");
  if (all) {
    const output = document.getElementById("chosen");
    const count = () => {
      const chosen = boxes.filter((box) => box.checked).length;
      output.value = chosen ? output.dataset.words + " " + chosen : "";
      all.checked = chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
    };
    all.addEventListener("change", () => {
      boxes.forEach((box) => { box.checked = all.checked; });
      count();
    });
    boxes.forEach((box) => box.addEventListener("change", count));
    document.getElementById("choose-all-label").hidden = false;
    // a page that is gone back to may come with its ticks
    window.addEventListener("pageshow", count);
    count();
  }

  const here = () => links.findIndex((link) => link.closest("tr").contains(document.activeElement));
  const move = (step) => {
    const from = here();
    const to = from < 0 ? (step > 0 ? 0 : links.length - 1) : from + step;
    links[Math.min(Math.max(to, 0), links.length - 1)]?.focus();
  };
  const page = (address) => {
    if (address) {
      location.assign(address);
    }
  };
  const deeds = {
    j: () => move(1),
    k: () => move(-1),
    x: () => boxes[here()]?.click(),
    a: () => document.getElementById("assign-to")?.focus(),
    "/": () => { search.focus(); search.select(); },
    n: () => page(help.dataset.next),
    p: () => page(help.dataset.previous),
    "?": () => help.showModal(),
  };
  const typing = (element) => element.matches(
    "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])");

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || help.open) {
      return;
    }
    // arrows move where a row has the focus; elsewhere they scroll as ever
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && here() >= 0) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
      return;
    }
    if (on && !typing(event.target) && Object.hasOwn(deeds, event.key)) {
      event.preventDefault();
      deeds[event.key]();
    }
  });
})();
