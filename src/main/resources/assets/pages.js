// Small things that make pages livelier; everything works without them.
"use strict";

// Errors first: a page that came back with problems begins there.
document.querySelector("[data-focus]")?.focus();

// A part that changes by itself is asked for again while the page is looked at.
const PAUSE = 2000;
const LONGEST_PAUSE = 30000;
const longer = (pause) => Math.min(pause * 2, LONGEST_PAUSE);

// What has not changed stays, so that nothing is read aloud twice and no focus is lost.
const show = (part, html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const before = [...part.children];
  const after = [...fresh.children];
  before
    .slice(after.length)
    .filter((old) => !old.contains(document.activeElement))
    .forEach((old) => old.remove());
  after.forEach((element, place) => {
    const old = before[place];
    if (!old) {
      part.append(element);
      return;
    }
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

// Whether a reader has typed, ticked or chosen what the page did not have, had begun before, or has to mend what they sent.
const changed = (field) => {
  switch (field.type) {
    case "file":
      return field.files.length > 0;
    case "checkbox":
    case "radio":
      return field.checked !== field.defaultChecked;
    case "select-one": {
      const chosen = [...field.options].findIndex((option) => option.defaultSelected);
      return field.selectedIndex !== Math.max(chosen, 0);
    }
    default:
      return field.value !== field.defaultValue;
  }
};
const written = () =>
  document.querySelector(".problems, [data-begun]") !== null || [...document.querySelectorAll("main :is(input, textarea, select)")].some(changed);
// Whether a reader is at some place of the page, which would be lost.
const within = () => document.activeElement?.closest("main") ?? null;

// The whole page anew; where that would lose what somebody has written, or their place, they are told instead.
const renew = (ended) => {
  if (!written() && (ended || within() === null)) {
    location.reload();
    return;
  }
  const notice = document.querySelector(".moved");
  const link = document.createElement("a");
  link.href = notice.dataset.address;
  link.textContent = ended ? notice.dataset.endedLink : notice.dataset.movedLink;
  notice.replaceChildren(`${ended ? notice.dataset.ended : notice.dataset.moved} `, link);
};

const GONE = [401, 403, 404];

const poll = (part, address) => {
  let pause = PAUSE;

  const look = async () => {
    if (document.hidden) {
      setTimeout(look, PAUSE);
      return;
    }
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      const other = answer.ok && answer.headers.get("Vpogled-State") !== part.dataset.state;
      if (other || GONE.includes(answer.status)) {
        // who is not signed in any more is led elsewhere, or refused
        renew(answer.redirected || answer.status === 401);
        return;
      }
      if (answer.ok) {
        show(part, await answer.text());
        pause = PAUSE;
      } else {
        pause = longer(pause);
      }
    } catch {
      pause = longer(pause);
    }
    setTimeout(look, pause);
  };

  setTimeout(look, PAUSE);
};

document.querySelectorAll("[data-poll]").forEach((part) => poll(part, part.dataset.poll));

// A page that the browser kept and goes back to is as old as it was then, and nothing in it goes on by itself.
addEventListener("pageshow", (event) => {
  if (event.persisted && !written() && document.querySelector("[data-live], [data-poll]") !== null) {
    location.reload();
  }
});
