// Every page of every list, and every object, against the published schemas of
// HSDS 3.1 and against the document that describes this API.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { contents, eachPage, get, lists } from './harvest.mjs';
import { noSchemas, places, schemas, secretStreet, start } from './server.mjs';

const names = { services: 'service', organizations: 'organization', locations: 'location',
  service_at_locations: 'service_at_location', taxonomies: 'taxonomy', taxonomy_terms: 'taxonomy_term' };

let server;
before(async () => { server = await start(); });
after(async () => assert.equal(await server?.stop(), 0));

function ajvWith(add) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  add(ajv);
  return (id, value, where) => {
    const check = ajv.getSchema(id);
    assert.ok(check, `no schema ${id}`);
    assert.ok(check(value), `${where}: ${ajv.errorsText(check.errors)}`);
  };
}

function published() {
  return ajvWith((ajv) => {
    for (const file of readdirSync(schemas)) {
      if (!file.endsWith('.json') || file.startsWith('openapi')) continue;
      const schema = JSON.parse(readFileSync(join(schemas, file), 'utf8'));
      ajv.addSchema({ ...schema, $id: `https://x.invalid/${file}` });
    }
  });
}

const queries = [{}, { per_page: 7 }, { full: true, per_page: 20 }];

async function validateAll(validate) {
  for (const list of lists) {
    const ids = new Set();
    for (const query of queries) {
      await eachPage(server.root, list, query, (page, url) => {
        assert.equal(page.size, page.contents.length, url);
        for (const object of page.contents) {
          validate(list, object, url);
          ids.add(object.id);
        }
      });
    }
    for (const id of ids) {
      const url = `${server.root}/${list}/${id}`;
      const answer = await get(url);
      assert.equal(answer.status, 200, url);
      validate(list, answer.json(), url);
      assert.equal(answer.json().id, id);
    }
  }
}

test('every object of every page keeps to the published schemas', { skip: noSchemas, timeout: 300_000 }, async () => {
  const check = published();
  await validateAll((list, object, where) => check(`https://x.invalid/${names[list]}.json`, object, where));
});

test('every answer keeps to our own document, whose address the root tells', { timeout: 300_000 }, async () => {
  const root = (await get(`${server.root}/`)).json();
  assert.equal(root.version, '3.1');
  assert.equal(root.openapi_url, `${server.root}/openapi.json`);
  const document = (await get(root.openapi_url)).json();
  assert.ok(document.info.license.name);
  const check = ajvWith((ajv) => ajv.addSchema(document, 'openapi'));
  const schemaOf = (list) => names[list].split('_').map((word) => word[0].toUpperCase() + word.slice(1)).join('');
  await validateAll((list, object, where) => check(`openapi#/components/schemas/${schemaOf(list)}`, object, where));
  for (const list of lists) {
    const page = (await get(`${server.root}/${list}`)).json();
    check('openapi#/components/schemas/Page', page, list);
    assert.ok(document.paths[`/${list}`] && document.paths[`/${list}/{id}`], list);
  }
  check('openapi#/components/schemas/Problem', (await get(`${server.root}/services?page=none`)).json(), 'problem');
});

test('what is gone keeps to the schema of a service too', { skip: noSchemas }, async () => {
  const changed = await contents(server.root, 'services', { modified_after: '2000-01-01T00:00:00Z' });
  const gone = changed.filter((service) => service.status === 'defunct');
  assert.deepEqual(gone.map((service) => service.name), ['Soon Gone']);
  published()('https://x.invalid/service.json', gone[0], 'defunct');
  const all = await contents(server.root, 'services');
  assert.equal(changed.length, all.length + 1);
  assert.ok(!all.some((service) => service.status === 'defunct'));
});

test('pages, lines and the minimal list hold the same services', async () => {
  const paged = await contents(server.root, 'services', { per_page: 9 });
  const ids = paged.map((service) => service.id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ids, [...ids].sort());
  const lines = (await get(`${server.root}/services?format=ndjson`)).body.trimEnd().split('\n');
  assert.deepEqual(lines.map((line) => JSON.parse(line).id), ids);
  const minimal = (await get(`${server.root}/services?minimal=true`)).json();
  assert.equal(minimal.total_pages, 1);
  assert.deepEqual(minimal.contents.map((service) => service.id), ids);
  assert.ok(ids.length >= places.length - 1);
});

test('a secret address is on no page, in no object and in no line', async () => {
  const bodies = [];
  for (const list of lists) {
    for (const query of ['', '?full=true&per_page=100', '?full_service=true&per_page=100'])
      bodies.push((await get(`${server.root}/${list}${query}`)).body);
    for (const object of await contents(server.root, list))
      bodies.push((await get(`${server.root}/${list}/${object.id}`)).body);
  }
  bodies.push((await get(`${server.root}/services?format=ndjson`)).body);
  const all = bodies.join('\n');
  assert.match(all, /Night Refuge/);
  for (const secret of [secretStreet, '12181', '42.7111', '-73.7222']) assert.ok(!all.includes(secret), secret);
  const near = new URLSearchParams({ latitude: 42.7111, longitude: -73.7222, proximity: 500 });
  assert.equal((await get(`${server.root}/services?${near}`)).json().total_items, 0);
  assert.equal((await get(`${server.root}/services?search=${encodeURIComponent('Quiet Mill')}`)).json().total_items, 0);
});

test('any origin may read; lists have an ETag, searches are kept by nobody', async () => {
  const headers = { origin: 'https://elsewhere.example' };
  const list = await get(`${server.root}/services`, { headers });
  assert.equal(list.headers.get('access-control-allow-origin'), '*');
  const again = await get(`${server.root}/services`, { headers: { 'if-none-match': list.headers.get('etag') } });
  assert.equal(again.status, 304);
  assert.equal((await get(`${server.root}/services?search=clinic`)).headers.get('cache-control'), 'no-store');
  assert.equal((await get(`${server.root}/services?postcode=12180`)).headers.get('cache-control'), 'no-store');
});

test('a search may be posted', async () => {
  const posted = await get(`${server.root}/services`, { method: 'POST', body: new URLSearchParams({ search: 'corner clinic' }) });
  assert.equal(posted.status, 200);
  assert.deepEqual(posted.json().contents.map((service) => service.name), ['Corner Clinic']);
  assert.equal(posted.headers.get('cache-control'), 'no-store');
});
