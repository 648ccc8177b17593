// A third party's eyes: Prism stands between us and the harvester, and turns
// every answer that breaks the standard's own OpenAPI document into an error.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eachPage, get } from './harvest.mjs';
import { ended, noSchemas, project, said, schemas, start } from './server.mjs';

const prism = join(project, 'node_modules/@stoplight/prism-cli/dist/index.js');
// The standard has no list of locations; its document knows these.
const lists = ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'];

let server, between, proxy, folder, root;

// The published file gives /service_at_locations/{id} the schema of a service, by
// mistake: we answer with what the path says.
function mendedDocument(path) {
  const document = JSON.parse(readFileSync(path, 'utf8'));
  const answer = document.paths['/service_at_locations/{id}'].get.responses['200'].content['application/json'];
  assert.equal(answer.schema.$ref, './service.json');
  answer.schema.$ref = './service_at_location.json';
  writeFileSync(path, JSON.stringify(document));
}

// Hands all on to Waymark but one path, on which it answers badly.
async function forwarder(upstream) {
  const forward = createServer((asked, answer) => {
    if (asked.url === '/services/broken') {
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"x","name":"n"}');
      return;
    }
    asked.pipe(request(`${upstream}${asked.url}`, { method: asked.method }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    }));
  });
  await new Promise((done) => forward.listen(0, '127.0.0.1', done));
  return forward;
}

function freePort() {
  return new Promise((found) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => found(port));
    });
  });
}

before(async () => {
  if (noSchemas) return;
  server = await start();
  folder = mkdtempSync(join(tmpdir(), 'waymark-prism-'));
  for (const file of readdirSync(schemas)) writeFileSync(join(folder, file), readFileSync(join(schemas, file)));
  mendedDocument(join(folder, 'openapi.local.json'));
  between = await forwarder(server.root);
  const upstream = `http://127.0.0.1:${between.address().port}`;
  const port = await freePort();
  proxy = spawn(process.execPath, [prism, 'proxy', 'openapi.local.json', upstream, '-h', '127.0.0.1',
    '-p', String(port), '--errors'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  await said(proxy, /Prism is listening on \S+/);
  root = `http://127.0.0.1:${port}`;
}, { timeout: 300_000 });

after(async () => {
  if (proxy) await ended(proxy);
  if (between) {
    between.closeAllConnections();
    between.close();
  }
  if (server) assert.equal(await server.stop(), 0);
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function assertKeeps(answer, url) {
  assert.equal(answer.status, 200, `${url}: ${answer.headers.get('sl-violations') ?? answer.body.slice(0, 500)}`);
  assert.equal(answer.headers.get('sl-violations'), null, url);
}

test('Prism finds nothing wrong with the root', { skip: noSchemas }, async () => {
  assertKeeps(await get(`${root}/`), '/');
});

const queries = [{ per_page: 25 }, { full: true, per_page: 25 }];

for (const list of lists) {
  test(`Prism finds nothing wrong with any page and object of ${list}`, { skip: noSchemas, timeout: 600_000 }, async () => {
    const ids = new Set();
    for (const query of queries) {
      await eachPage(root, list, query, (page, url, answer) => {
        assertKeeps(answer, url);
        for (const { id } of page.contents) ids.add(id);
      });
    }
    assert.ok(ids.size > 0);
    for (const id of ids) {
      const url = `${root}/${list}/${id}`;
      assertKeeps(await get(url), url);
    }
  });
}

test('Prism does look: a bad answer does not pass, nor a bad question', { skip: noSchemas }, async () => {
  const broken = await get(`${root}/services/broken`);
  assert.equal(broken.status, 500);
  assert.match(broken.body, /status/);
  assert.equal((await get(`${root}/services?page=abc`)).status, 422);
});
