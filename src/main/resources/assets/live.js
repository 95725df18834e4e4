// Keeps the page of a case up to date by server-sent events; where they do not come, it is asked for again and again.
"use strict";

document.querySelectorAll("[data-live]").forEach((part) => {
  const REFUSALS = 3;
  const source = new EventSource(part.dataset.live);
  let refused = 0;

  const leave = (ended) => {
    source.close();
    renew(ended);
  };
  source.addEventListener("state", (event) => {
    refused = 0;
    if (event.data !== part.dataset.state) {
      leave(false);
    }
  });
  source.addEventListener("progress", (event) => show(part, event.data));
  source.addEventListener("end", (event) => leave(event.data === "session"));
  source.addEventListener("error", () => {
    refused += 1;
    // a browser tries a broken connection again by itself, but not one that was refused
    if (source.readyState === EventSource.CLOSED || refused >= REFUSALS) {
      source.close();
      poll(part, part.dataset.fallback);
    }
  });
  addEventListener("pagehide", () => source.close());
});
