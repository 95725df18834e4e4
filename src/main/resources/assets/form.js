// Keeps what was typed also where the page is left by the browser's own way back; its buttons keep it without a script.
"use strict";

const answers = document.getElementById("answers");
let typed = false;
answers.addEventListener("input", () => { typed = true; });
answers.addEventListener("submit", () => { typed = false; });
addEventListener("pagehide", () => {
  if (typed) {
    const form = new URLSearchParams(new FormData(answers));
    form.set("go", "keep");
    navigator.sendBeacon(answers.action, form);
  }
});
