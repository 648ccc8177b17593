// The core pages in a text browser, and in a browser without the stylesheet.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { start } from './server.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

function w3m(path) {
  const done = spawnSync('w3m', ['-dump', '-cols', '72', '-o', 'accept_language=en', server.origin + path],
    { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

test('w3m: the overdose steps are numbered, the numbers to call are there', () => {
  const text = w3m('/now');
  assert.match(text, /1\. /);
  assert.match(text, /911/);
  assert.match(text, /988/);
  assert.match(text, /naloxone/i);
});

test('w3m: the search form and its answer read from top to bottom', () => {
  assert.match(w3m('/find'), /Where/);
  const text = w3m('/find?near=19107');
  assert.match(text, /Keep It Simple/);
  assert.match(text, /Community Hall/);
});

test('w3m: the first page leads on', () => {
  const text = w3m('/');
  assert.match(text, /What do you need right now\?/);
  assert.match(text, /Find a meeting/);
});

test('without the stylesheet nothing is hidden that was shown', async () => {
  const context = await browser.newContext();
  await context.route('**/*.css', (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${server.origin}/find?near=19107`);
  assert.ok(await page.getByRole('link', { name: 'Keep It Simple' }).first().isVisible());
  await page.getByText('Change this search').last().click();
  assert.ok(await page.locator('input[name="near"]').isVisible());
  await page.goto(`${server.origin}/now`);
  assert.ok(await page.locator('a[href^="tel:"]').first().isVisible());
  await context.close();
});
