// The street map: only where the host brings tiles, only when asked for, and
// nothing in it from another server.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { launch, watchForStrangers } from './browser.mjs';
import { start } from './server.mjs';

// One grey pixel.
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');

let tiles, server, plain, browser;
before(async () => {
  tiles = mkdtempSync(join(tmpdir(), 'waymark-tiles-'));
  for (let zoom = 0; zoom <= 3; zoom += 1) {
    for (let x = 0; x < 2 ** zoom; x += 1) {
      mkdirSync(join(tiles, `${zoom}/${x}`), { recursive: true });
      for (let y = 0; y < 2 ** zoom; y += 1) writeFileSync(join(tiles, `${zoom}/${x}/${y}.png`), picture);
    }
  }
  server = await start({ options: ['--tiles', tiles, '--tiles-attribution', 'Map of the test'] });
  plain = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await plain?.stop();
  rmSync(tiles, { recursive: true });
});

for (const path of ['/find?near=19107', '/meetings/1']) {
  test(`${path}: the map comes when asked for, with its pins, from this server alone`, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const strangers = watchForStrangers(page, server.origin);
    const asked = [];
    const complaints = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    await page.goto(server.origin + path);
    assert.ok(!asked.some((name) => /leaflet|map\.|tiles/.test(name)), asked.join(' '));
    await page.getByRole('button', { name: 'Show street map' }).click();
    await page.locator('.streets .pin').first().waitFor();
    await page.locator('.streets img.leaflet-tile-loaded').first().waitFor();
    assert.ok(await page.getByText('Map of the test').isVisible());
    assert.ok(asked.some((name) => /^\/tiles\/\d+\/\d+\/\d+$/.test(name)), asked.join(' '));
    const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag2aaa']).analyze();
    assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
    assert.deepEqual(strangers, []);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test('without tiles, or without JavaScript, no button is shown', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${plain.origin}/find?near=19107`);
  assert.equal(await page.getByText('Show street map').count(), 0);
  await context.close();
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const quiet = await bare.newPage();
  await quiet.goto(`${server.origin}/find?near=19107`);
  assert.ok(!await quiet.getByText('Show street map').isVisible());
  await bare.close();
});
