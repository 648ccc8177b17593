// What somebody asked to keep on their phone opens without a connection. Nothing
// is kept until they ask: only then does keep.js register this worker and name
// their page to it. The server writes `const site = {…};` above, with where
// "Leave" leads and a print of all assets: new ones bring the worker anew, and
// that fetches every kept page again.
"use strict";
const box = "kept";
const slowMs = 3000;
const leaveMs = 1500;
// Only these, only without a query, and only when the server says that nothing
// of the person is in the answer. No search, no list, nothing behind a sign-in.
const mayKeep = /^\/(offline|now|now\/card|helplines|medication|family|naloxone|learn\/[\w-]+|(meetings|places)\/\d+)$/;
const always = ["/offline", "/now", "/now/card"];

const find = (path) => caches.match(path, { cacheName: box, ignoreVary: true });
const assetsOf = (html) => html.match(/\/assets\/[\w.-]+/g) ?? [];
const after = (ms) => new Promise((done) => { setTimeout(done, ms); });

async function keep(path, answer) {
  if (!mayKeep.test(path) || answer.status !== 200 || answer.redirected || answer.headers.get("Waymark-Offline") !== "yes") {
    throw new Error("not to be kept");
  }
  const html = await answer.text();
  const cache = await caches.open(box);
  for (const href of new Set(assetsOf(html))) {
    if (!(await find(href))) await cache.add(href);
  }
  const headers = new Headers(answer.headers);
  headers.delete("Content-Encoding");
  // A page from here says so: keep.js shows since when.
  await cache.put(path, new Response(html.replace("<html ", `<html data-kept="${new Date().toISOString()}" `), { headers }));
}

const fetchAndKeep = async (path) => keep(path, await fetch(path, { cache: "no-cache" }));

async function askedFor(path) {
  if (!mayKeep.test(path)) throw new Error("not to be kept");
  for (const each of always) {
    if (!(await find(each))) await fetchAndKeep(each);
  }
  await fetchAndKeep(path);
}

async function refresh() {
  if (!(await caches.has(box))) return;
  const cache = await caches.open(box);
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const named = new Set();
  for (const path of paths.filter((each) => mayKeep.test(each))) {
    await fetchAndKeep(path).catch(() => {});
    for (const href of assetsOf(await (await find(path)).text())) named.add(href);
  }
  for (const path of paths) if (path.startsWith("/assets/") && !named.has(path)) await cache.delete(path);
}

async function open(event, path) {
  const kept = mayKeep.test(path) && (await find(path));
  const online = fetch(event.request);
  if (!kept) return online.catch(async () => (await find("/offline")) ?? Response.error());
  const fresh = online.then(async (answer) => {
    if (answer.status >= 500) return kept;
    if (answer.status === 404 || answer.status === 410) await (await caches.open(box)).delete(path);
    else event.waitUntil(keep(path, answer.clone()).catch(() => {}));
    return answer;
  }).catch(() => kept);
  event.waitUntil(fresh);
  return Promise.race([fresh, after(slowMs).then(() => kept)]);
}

// What is kept goes first; then to the plain page, by way of the server when it answers.
async function leave(request) {
  await Promise.all([caches.delete(box), registration.unregister()]);
  const away = () => Response.redirect(site.exit);
  return Promise.race([fetch(request).catch(away), after(leaveMs).then(away)]);
}

addEventListener("install", (event) => event.waitUntil(refresh().then(() => skipWaiting())));
addEventListener("message", (event) => {
  const say = (word) => event.ports[0].postMessage(word);
  event.waitUntil(askedFor(event.data).then(() => say("kept"), () => say("failed")));
});
addEventListener("fetch", (event) => {
  const { origin, pathname, search } = new URL(event.request.url);
  if (origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(find(pathname).then((kept) => kept ?? fetch(event.request)));
  else if (event.request.mode !== "navigate") return;
  else if (pathname === "/exit") event.respondWith(leave(event.request));
  else event.respondWith(open(event, event.request.method === "GET" && !search ? pathname : ""));
});
