// Small things that make pages livelier; everything works without them.
"use strict";

// Errors first: a page that came back with problems begins there.
document.querySelector("[data-focus]")?.focus();

// A part that changes by itself is asked for again while the page is looked at.
const part = document.querySelector("[data-poll]");
if (part) {
  const PAUSE = 2000;
  const LONGEST_PAUSE = 30000;
  let pause = PAUSE;

  const look = async () => {
    if (document.hidden) {
      setTimeout(look, PAUSE);
      return;
    }
    try {
      const answer = await fetch(part.dataset.poll, { headers: { Accept: "text/html" } });
      const state = answer.headers.get("Vpogled-State");
      if (!answer.ok || state !== part.dataset.state) {
        location.reload();
        return;
      }
      show(await answer.text());
      pause = PAUSE;
    } catch {
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
    setTimeout(look, pause);
  };

  // What has not changed stays, so that nothing is read aloud twice and no focus is lost.
  const show = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html").body;
    const before = [...part.children];
    const after = [...fresh.children];
    if (before.length !== after.length) {
      part.replaceChildren(...after);
      return;
    }
    after.forEach((element, place) => {
      if (!element.isEqualNode(before[place]) && !before[place].contains(document.activeElement)) {
        before[place].replaceWith(element);
      }
    });
  };

  setTimeout(look, PAUSE);
}
