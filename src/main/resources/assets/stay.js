// Warns who is signed in that their session is about to end, and keeps it going where they want that.
"use strict";

{
  const FIRST = 30;
  const AGAIN = 60;
  const dialog = document.getElementById("stay");
  const form = dialog.querySelector("form");
  const notice = document.querySelector(".ended");
  const element = (name) => document.getElementById(`stay-${name}`);
  let timer;

  const later = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(() => ask({}), seconds * 1000);
  };

  // Not in a dialog, so that what was written can be copied.
  const ended = () => {
    const told = dialog.open || written();
    dialog.close();
    if (told && !document.querySelector(".moved")?.textContent) {
      const link = document.createElement("a");
      link.href = notice.dataset.address;
      link.textContent = notice.dataset.endedLink;
      notice.replaceChildren(`${notice.dataset.ended} `, link);
    }
  };

  const warn = (extendable) => {
    element("text").hidden = !extendable;
    element("last").hidden = extendable;
    form.hidden = !extendable;
    element("close").hidden = extendable;
    if (!dialog.open) {
      dialog.showModal();
    }
  };

  // A session that was just extended is warned of again at its half at the earliest, however short it is.
  const follow = (session, extended) => {
    const warning = Number(dialog.dataset.warning);
    if (session.seconds > warning || (extended && session.extendable)) {
      dialog.close();
      later(Math.max(session.seconds - warning, session.seconds / 2));
    } else {
      warn(session.extendable);
      later(session.seconds + 1);
    }
  };

  const ask = async (how) => {
    try {
      const answer = await fetch(form.action, how);
      if (answer.redirected || answer.status === 401) {
        ended();
      } else if (answer.ok) {
        follow(await answer.json(), how.method === "POST");
      } else {
        later(AGAIN);
      }
    } catch {
      later(AGAIN);
    }
  };
  const extend = () => ask({ method: "POST", body: new URLSearchParams(new FormData(form)) });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    extend();
  });
  element("close").addEventListener("click", () => dialog.close());
  // who closes it by a key is there, and goes on
  dialog.addEventListener("cancel", (event) => {
    if (!form.hidden) {
      event.preventDefault();
      extend();
    }
  });
  later(FIRST);
}
