// Keeps the page of a case up to date by server-sent events; where they do not come, it is asked for again and again.
"use strict";

document.querySelectorAll("[data-live]").forEach((part) => {
  const REFUSALS = 3;
  const source = new EventSource(part.dataset.live);
  let refused = 0;

  const reload = () => {
    source.close();
    location.reload();
  };
  source.addEventListener("state", (event) => {
    refused = 0;
    if (event.data !== part.dataset.state) {
      reload();
    }
  });
  source.addEventListener("progress", (event) => show(part, event.data));
  source.addEventListener("end", reload);
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
