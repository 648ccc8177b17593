// A program that others made for BMLT, and knows nothing of us: croutonjs, on a page
// of another origin, renders the meetings of a service body from this server.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { waymark } from './server.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const feeds = resolve(project, '../shared/data/meetings/bmlt');
const crouton = join(project, 'node_modules/@bmlt-enabled/croutonjs');
const skip = !existsSync(join(feeds, 'nyc-all.json')) &&
  'the meetings of New York are not beside this checkout (../shared/data/meetings/bmlt)';

const pageFor = (root) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Meetings</title>
<link rel="stylesheet" href="/crouton.min.css"><script src="/crouton.min.js"></script></head>
<body><div id="bmlt-tabs"></div><script>
window.crouton = new Crouton({ root_server: ${JSON.stringify(root)}, service_body: ["1001"],
  recurse_service_bodies: true, has_areas: true, noMap: true, show_map: false, theme: "jack" });
crouton.render();
</script></body></html>`;

let data, child, root, site, browser;

async function serveMeetings() {
  data = mkdtempSync(join(tmpdir(), 'waymark-crouton-'));
  const recorded = join(feeds, 'golden-2.16.6');
  waymark(['import', '--data', data, '--format', 'bmlt', '--source', 'nyc', join(feeds, 'nyc-all.json'),
    join(recorded, 'service-bodies.json'), join(recorded, 'formats-all.json')]);
  child = spawn(process.env.WAYMARK, ['serve', '--data', data, '--listen', 'localhost:0'],
    { stdio: ['ignore', 'pipe', 'ignore'] });
  const origin = await new Promise((found, fail) => {
    child.stdout.on('data', (bytes) => {
      const url = bytes.toString().match(/http:\/\/localhost:\d+/);
      if (url) found(url[0]);
    });
    child.on('exit', (code) => fail(new Error(`serve ended with ${code}`)));
  });
  root = `${origin}/main_server`;
}

async function servePage() {
  site = createServer((request, response) => {
    const file = join(crouton, request.url.split('?')[0].slice(1));
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html').end(pageFor(root));
    } else if (file.startsWith(crouton) && existsSync(file)) {
      const type = file.endsWith('.css') ? 'text/css' : file.endsWith('.js') ? 'text/javascript' : 'font/woff2';
      response.setHeader('content-type', type).end(readFileSync(file));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => site.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${site.address().port}/`;
}

let page, asked = [];
before(async () => {
  if (skip) return;
  await serveMeetings();
  const address = await servePage();
  browser = await launch();
  page = await browser.newPage();
  page.on('response', (answer) => {
    if (answer.url().startsWith(root)) asked.push([new URL(answer.url()).searchParams.get('switcher'), answer.status()]);
  });
  await page.goto(address);
  await page.waitForSelector('#bmlt-tabs .bmlt-data-row', { state: 'attached', timeout: 60_000 });
});
after(async () => {
  await browser?.close();
  site?.close();
  if (child) {
    const ended = new Promise((done) => child.on('exit', done));
    child.kill('SIGTERM');
    await ended;
  }
  if (data) rmSync(data, { recursive: true });
});

test('croutonjs asks its questions as scripts, and each is answered', { skip }, () => {
  const names = new Set(asked.map(([name]) => name));
  for (const name of ['GetSearchResults', 'GetFormats', 'GetServiceBodies']) assert.ok(names.has(name), name);
  assert.deepEqual(asked.filter(([, status]) => status !== 200), []);
});

test('it renders the 75 meetings of the service body', { skip }, async () => {
  const rows = await page.$$eval('#bmlt-tabs .bmlt-data-row', (found) => found.map((row) => row.id));
  const ids = new Set(rows.map((id) => id.match(/\d+$/)?.[0] ?? id));
  assert.equal(ids.size, 75, `${ids.size} of ${rows.length} rows`);
});

test('with tabs for the days and dropdowns to choose by', { skip }, async () => {
  assert.equal(await page.$$eval('#bmlt-tabs .nav-weekdays li, #bmlt-tabs .nav-tabs li', (tabs) => tabs.length), 7);
  const choices = await page.$$eval('#bmlt-tabs select.crouton-select, #bmlt-tabs select', (lists) => lists.length);
  assert.ok(choices >= 4, `${choices} dropdowns`);
  const towns = await page.$$eval('#bmlt-tabs select option', (options) => options.map((option) => option.textContent.trim()));
  assert.ok(towns.includes('Suffolk Area Service') || towns.some((town) => town.includes('Amityville')), towns.slice(0, 20).join());
});
