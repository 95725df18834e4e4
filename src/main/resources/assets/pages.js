// Small things that make pages livelier; everything works without them.
"use strict";

// Errors first: a page that came back with problems begins there.
document.querySelector("[data-focus]")?.focus();

// A part that changes by itself is asked for again while the page is looked at.
const PAUSE = 2000;
const LONGEST_PAUSE = 30000;

// What has not changed stays, so that nothing is read aloud twice and no focus is lost.
const show = (part, html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const before = [...part.children];
  const after = [...fresh.children];
  if (before.length !== after.length) {
    part.replaceChildren(...after);
    return;
  }
  after.forEach((element, place) => {
    const old = before[place];
    if (element.isEqualNode(old) || old.contains(document.activeElement)) {
      return;
    }
    if (old.getAttribute("role") === "status" && element.getAttribute("role") === "status") {
      // the same region with another text is what is read aloud
      old.textContent = element.textContent;
    } else {
      old.replaceWith(element);
    }
  });
};

const poll = (part, address) => {
  let pause = PAUSE;

  const look = async () => {
    if (document.hidden) {
      setTimeout(look, PAUSE);
      return;
    }
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      const state = answer.headers.get("Vpogled-State");
      if (!answer.ok || state !== part.dataset.state) {
        location.reload();
        return;
      }
      show(part, await answer.text());
      pause = PAUSE;
    } catch {
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
    setTimeout(look, pause);
  };

  setTimeout(look, PAUSE);
};

document.querySelectorAll("[data-poll]").forEach((part) => poll(part, part.dataset.poll));
