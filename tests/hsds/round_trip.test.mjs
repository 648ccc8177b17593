// What one Waymark puts out as HSDS, another takes in, and says the same of it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { contents } from './harvest.mjs';
import { ended, program, said, start, waymark } from './server.mjs';

let first, second, data, root;
before(async () => {
  first = await start();
  data = mkdtempSync(join(tmpdir(), 'waymark-hsds-again-'));
  const all = await contents(first.root, 'services', { full: true, per_page: 100 });
  waymark(['import', '--data', data, '--format', 'hsds', '--source', 'other', '-'], JSON.stringify({ contents: all }));
  second = spawn(program, ['serve', '--data', data, '--listen', 'localhost:0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  root = `${await said(second, /http:\/\/localhost:\d+/)}/hsds`;
});
after(async () => {
  if (second) assert.equal(await ended(second), 0);
  if (first) assert.equal(await first.stop(), 0);
  if (data) rmSync(data, { recursive: true });
});

// Of whom a copy has it, when it came, and how well its point is known: those are the copy's own.
// HSDS has one type for a reception and an intake line, so of phones the numbers are compared.
const own = new Set(['metadata', 'last_modified', 'geo_precision', 'assured_date', 'timezone_name', 'phones']);
const numbers = (service) => [...new Set((service.phones ?? []).map((phone) => phone.number))];
function same(value) {
  if (Array.isArray(value)) return value.map(same);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !own.has(key)).map(([key, each]) => [key, same(each)]));
}

test('a service keeps its ids and what is said of it from one server to the next', async () => {
  const there = new Map((await contents(root, 'services', { full: true, per_page: 100 })).map((each) => [each.id, each]));
  const here = await contents(first.root, 'services', { full: true, per_page: 100 });
  assert.equal(there.size, here.length);
  for (const service of here) {
    assert.ok(there.has(service.id), service.name);
    assert.deepEqual(same(there.get(service.id)), same(service));
    assert.deepEqual(numbers(there.get(service.id)), numbers(service));
  }
});
