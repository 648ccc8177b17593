// The button that keeps a page on this phone, and the list of what is kept.
// site.js fetches this when the button is pressed, or when something is kept.
const box = "kept";
const part = document.querySelector("[data-keep]");
const list = document.querySelector("[data-list]");
const made = document.documentElement.dataset.kept;  // Written by the worker: this page comes from the phone.
const stored = () => caches.open(box);

// Of everything that says when it is shown, what fits.
function show(when, root = part) {
  for (const each of root.querySelectorAll("[data-when]")) each.hidden = !each.dataset.when.split(" ").includes(when);
}

const worded = (time) => new Date(time).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

async function removeAll() {
  await caches.delete(box);
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}

async function pages() {
  if (!(await caches.has(box))) return [];
  const found = [];
  for (const { url } of await (await stored()).keys()) {
    const path = new URL(url).pathname;
    if (path.startsWith("/assets/") || path === "/offline") continue;
    const html = await (await caches.match(path, { ignoreVary: true })).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    found.push({ path, name: page.querySelector("h1").textContent, kept: page.documentElement.dataset.kept });
  }
  return found;
}

async function remove(path) {
  await (await stored()).delete(path);
  if ((await pages()).length === 0) await removeAll();
}

async function keep() {
  show("busy");
  try {
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const said = new Promise((done) => { port1.onmessage = ({ data }) => done(data); });
    active.postMessage(location.pathname, [port2]);
    show(await said);
  } catch {
    show("failed");
  }
  if ((await pages()).length === 0) await removeAll();
}

async function showList() {
  const all = await pages();
  show(all.length > 0 ? "some" : "none", list);
  list.querySelector("ul").replaceChildren(...all.map(({ path, name, kept }) => {
    const row = list.querySelector("template").content.firstElementChild.cloneNode(true);
    const [link, button] = row.querySelectorAll("a, button");
    Object.assign(link, { href: path, textContent: name });
    row.querySelector("time").textContent = worded(kept);
    button.setAttribute("aria-label", `${button.textContent}: ${name}`);
    button.addEventListener("click", () => remove(path).then(showList));
    return row;
  }));
}

async function start(isAsked) {
  if (list) {
    if (location.pathname !== "/offline") show("away", document.querySelector("main"));
    list.hidden = false;
    list.querySelector("[data-all]").addEventListener("click", () => removeAll().then(showList));
    await showList();
    return;
  }
  const [ask, drop] = part.querySelectorAll("button");
  ask.addEventListener("click", keep);
  drop.addEventListener("click", () => remove(location.pathname).then(() => show("not")));
  if (isAsked) await keep();
  else show((await caches.match(location.pathname, { ignoreVary: true })) ? "kept" : "not");
  if (!made) return;
  const old = part.querySelector("[data-old]");
  old.querySelector("time").textContent = worded(made);
  old.hidden = false;
  document.querySelector("main").prepend(old);
}

export { start };
