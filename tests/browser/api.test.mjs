// The JSON API keeps to its own OpenAPI document.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { start } from './server.mjs';

let server, validate;
before(async () => {
  server = await start();
  const answer = await fetch(`${server.origin}/api/v1/openapi.json`);
  assert.equal(answer.status, 200);
  const document = await answer.json();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'openapi');
  validate = (name, value) => {
    const check = ajv.getSchema(`openapi#/components/schemas/${name}`);
    assert.ok(check(value), JSON.stringify(check.errors));
  };
});
after(() => server?.stop());

async function get(query, path = 'meetings') {
  const answer = await fetch(`${server.origin}/api/v1/${path}?${query}`,
    { headers: { origin: 'https://elsewhere.example' } });
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  return { status: answer.status, json: await answer.json() };
}

const questions = ['', 'near=19107', 'near=19107&radius=2km&within=24h&sort=soonest',
  'near=39.95,-75.16&fellowship=smart', 'near=Quito&within=1h', 'venue=online', 'text=simpel',
  'weekday=mon,tue&after=17:00&before=22:00&limit=1&offset=1', 'need=wheelchair&for=women&lang=es'];

for (const question of questions) {
  test(`answers "${question}" as described`, async () => {
    const { status, json } = await get(question);
    assert.equal(status, 200);
    validate('Answer', json);
    assert.ok(json.matches.length <= json.total);
  });
}

for (const [question, field] of [['radius=wide', 'radius'], ['near=91,0', 'near'], ['limit=0', 'limit'],
  ['weekday=someday', 'weekday'], ['colour=red', 'colour'], ['near=Qqqqzzzz', 'near']]) {
  test(`refuses "${question}" naming ${field}`, async () => {
    const { status, json } = await get(question);
    assert.equal(status, 400);
    validate('Problem', json);
    assert.equal(json.error.field, field);
    assert.doesNotMatch(json.error.message, /Qqqqzzzz/);
  });
}

const wishes = ['', 'near=19107', 'near=19107&medication=buprenorphine&payment=medicaid', 'kind=all&limit=1&offset=1',
  'near=19107&telehealth=yes', 'near=Quito', 'unknown=show&serves=pregnant&near=19107&sort=nearest', 'hours=open-now'];

for (const wish of wishes) {
  test(`answers places "${wish}" as described`, async () => {
    const { status, json } = await get(wish, 'places');
    assert.equal(status, 200);
    validate('PlacesAnswer', json);
    assert.ok(json.matches.length <= json.total);
  });
}

for (const [wish, field] of [['medication=aspirin', 'medication'], ['sort=soonest', 'sort'], ['colour=red', 'colour'],
  ['near=Qqqqzzzz', 'near'], ['limit=0', 'limit']]) {
  test(`refuses places "${wish}" naming ${field}`, async () => {
    const { status, json } = await get(wish, 'places');
    assert.equal(status, 400);
    validate('Problem', json);
    assert.equal(json.error.field, field);
    assert.doesNotMatch(json.error.message, /Qqqqzzzz/);
  });
}

test('tells all of it and what changed as described, as JSON and as lines', async () => {
  const at = (path) => fetch(`${server.origin}/api/v1/${path}`, { headers: { origin: 'https://elsewhere.example' } });
  const dump = await at('dump.ndjson');
  assert.equal(dump.headers.get('access-control-allow-origin'), '*');
  assert.equal(dump.headers.get('content-encoding'), 'gzip');
  const lines = (await dump.text()).trimEnd().split('\n').map((line) => JSON.parse(line));
  validate('DumpHeader', lines[0]);
  assert.equal(lines.length, lines[0].count + 1);
  for (const line of lines.slice(1)) validate('Change', line);
  assert.ok(lines.some((line) => line.kind === 'place') && lines.some((line) => line.kind === 'meeting'));

  const changes = await (await at('changes?limit=5')).json();
  validate('Changes', changes);
  assert.equal(changes.changes.length, 5);
  assert.ok(changes.more);
  const after = await (await at(`changes?since=${encodeURIComponent(lines[0].next)}`)).json();
  assert.deepEqual(after.changes, []);
  const same = await fetch(`${server.origin}/api/v1/dump.ndjson`, { headers: { 'if-none-match': dump.headers.get('etag') } });
  assert.equal(same.status, 304);
  const asLines = await at('changes?limit=5&format=ndjson');
  assert.match(asLines.headers.get('content-type'), /^application\/x-ndjson/);
  assert.match(asLines.headers.get('vary'), /Accept\b/);
  const wrong = await at('changes?since=yesterday');
  assert.equal(wrong.status, 400);
  validate('Problem', await wrong.json());
});
