// Everything works without this file. It leaves at once (the Leave link, or
// Shift three times within a second and a half), and offers "Use where I am".
(() => {
  "use strict";
  const leave = document.getElementById("leave");

  const go = () => {
    const cover = document.createElement("div");
    cover.className = "gone";
    document.title = "…";
    document.body.replaceChildren(cover);
    location.replace(leave.href);
  };

  leave.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });

  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      presses = [];
    } else if (!event.repeat) {
      presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < 1500);
      if (presses.length >= 3) go();
    }
  });

  // A street map, where the host has one, is fetched only when asked for.
  const street = document.querySelector(".street");
  if (street) {
    const [show, map, whose] = ["button", ".streets", ".soft"].map((part) => street.querySelector(part));
    const load = (tag, facts) => new Promise((done, failed) => {
      document.head.append(Object.assign(document.createElement(tag), facts, { onload: done, onerror: failed }));
    });
    show.parentElement.hidden = false;
    show.addEventListener("click", async () => {
      show.disabled = true;
      try {
        for (const href of street.dataset.styles.split(" ")) await load("link", { rel: "stylesheet", href });
        map.hidden = whose.hidden = false;
        for (const src of street.dataset.scripts.split(" ")) await load("script", { src });
        show.parentElement.hidden = true;
      } catch {
        show.disabled = false;
      }
    });
  }

  // Pages kept on this phone: nothing is, until somebody asks (keep.js).
  const keeping = document.querySelector("[data-keep]");
  if (keeping && navigator.serviceWorker) {
    const start = (isAsked) => import(keeping.dataset.keep).then((keep) => keep.start(isAsked));
    keeping.hidden = false;
    caches.has("kept").then((isKept) => {
      if (isKept || "list" in keeping.dataset) start(false);
      else keeping.querySelector("button").addEventListener("click", () => start(true), { once: true });
    });
  }

  // A precise place goes by POST alone: never into an address or the history.
  const form = document.querySelector("form[data-here]");
  if (!form || !navigator.geolocation || !isSecureContext) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn quiet here";
  button.textContent = form.dataset.here;
  const field = form.elements.near;
  if (form.classList.contains("row")) form.append(button);
  else field.after(button);

  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const at = document.createElement("input");
        at.type = "hidden";
        at.name = "at";
        at.value = `${coords.latitude},${coords.longitude}`;
        field.value = "";
        form.append(at);
        form.method = "post";
        form.submit();
      },
      () => {
        button.replaceWith(Object.assign(document.createElement("p"), { className: "wrong", role: "alert", textContent: form.dataset.fail }));
      },
      { maximumAge: 60000, timeout: 15000 },
    );
  });
})();
