// Finding a meeting, with JavaScript and without; leaving in a hurry; and what
// must not happen with what was typed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, watchForStrangers } from './browser.mjs';
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

for (const javaScriptEnabled of [true, false]) {
  test(`finds a meeting ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const strangers = watchForStrangers(page, server.origin);
    const complaints = [];
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    await page.goto(`${server.origin}/find`);
    await page.fill('input[name="near"]', '19107');
    await page.locator('main form button:not([type="button"])').first().click();
    await page.waitForLoadState();
    const names = await page.locator('article h2, article h3').allInnerTexts();
    assert.ok(names.includes('Keep It Simple'), names.join(', '));
    await page.getByRole('link', { name: 'Keep It Simple' }).first().click();
    await page.waitForLoadState();
    assert.equal(await page.locator('h1').innerText(), 'Keep It Simple');
    await page.goBack();
    assert.equal(await page.inputValue('input[name="near"]'), '19107');
    assert.deepEqual(strangers, []);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test('fictional listings say so on every page that shows them', async () => {
  for (const path of ['/', '/find?near=19107', '/meetings/1', '/about']) {
    const html = await (await fetch(server.origin + path)).text();
    assert.match(html, /made up/i, path);
  }
});

test('Shift three times leaves the page', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.origin}/find?near=19107`);
  const left = page.waitForRequest((request) => request.url().endsWith('/exit'));
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift');
  await left;
  await context.close();
});

test('leaving clears what the browser keeps of us', async () => {
  const answer = await fetch(`${server.origin}/exit`, { redirect: 'manual' });
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('clear-site-data').replaceAll(' ', ''), '"cache","cookies","storage"');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
});

test('what was typed is not in the log, and answers are not stored', async () => {
  const secret = 'Quetzaltenango';
  const answer = await fetch(`${server.origin}/find?near=${secret}&text=xylophone`);
  await answer.text();
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  await fetch(`${server.origin}/find?near=39.95264,-75.16522`);
  await fetch(`${server.origin}/api/v1/meetings?near=${secret}`);
  assert.match(server.log(), /route/, 'the log has request lines');
  assert.doesNotMatch(server.log(), /Quetzal|xylophone|39\.95|75\.16|127\.0\.0\.1|::1/i);
});

test('a precise position is answered directly and rounded in every link', async () => {
  const answer = await fetch(`${server.origin}/find`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'near=39.952637,-75.165222',
  });
  assert.equal(answer.status, 200);
  const html = await answer.text();
  assert.match(html, /Keep It Simple/);
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) {
    assert.doesNotMatch(decodeURIComponent(href), /39\.9526|75\.1652/, href);
  }
});

test('no cookie is set but what was chosen', async () => {
  for (const path of ['/', '/find?near=19107', '/now', '/about', '/programmes/na', '/nowhere']) {
    const answer = await fetch(server.origin + path);
    await answer.text();
    assert.equal(answer.headers.get('set-cookie'), null, path);
  }
  const chosen = await fetch(`${server.origin}/language?to=es&back=%2Ffind`, { redirect: 'manual' });
  assert.match(chosen.headers.get('set-cookie'), /^(__Host-)?lang=es;/);
  const country = await fetch(`${server.origin}/country?to=GB`, { redirect: 'manual' });
  assert.match(country.headers.get('set-cookie'), /^country=GB;/);
  assert.equal(chosen.headers.getSetCookie().length, 1);
});

test('a country chosen on /now stands on every page, and goes with the reader who leaves', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.origin}/now`);
  await page.selectOption('select[name="to"]', 'GB');
  await page.locator('form[action="/country"] button').click();
  assert.equal(new URL(page.url()).pathname, '/now');
  for (const path of ['/', '/find', '/no-such-page']) {
    await page.goto(server.origin + path);
    assert.equal(await page.locator('aside.line a[href="tel:999"]').count(), 1, path);
  }
  const cookies = await context.cookies();
  assert.deepEqual(cookies.map(({ name, value }) => `${name}=${value}`), ['country=GB']);
  await page.goto(`${server.origin}/now`);
  await page.getByRole('link', { name: 'Back to United States' }).click();
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test('no form asks who one is', async () => {
  for (const path of ['/', '/find', '/now', '/about']) {
    const html = await (await fetch(server.origin + path)).text();
    assert.doesNotMatch(html, /type="(email|tel|password)"|name="(name|email|e-mail|phone|username|password)"/i, path);
  }
});

test('/health and /metrics answer this machine', async () => {
  assert.equal((await fetch(`${server.origin}/health`)).status, 200);
  const metrics = await (await fetch(`${server.origin}/metrics`)).text();
  assert.match(metrics, /\/find/);
  assert.doesNotMatch(metrics, /19107|Quetzal/);
});
