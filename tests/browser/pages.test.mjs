// Every page that can be reached by a link: it answers, it is accessible, it
// asks nothing of another origin, it is light, and it carries the crisis line.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { launch, watchForStrangers } from './browser.mjs';
import { start } from './server.mjs';

let server, browser;
const pages = new Map();  // path -> html

before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const seeds = ['/', '/find', '/find?near=19107', '/find?near=19107&fellowship=smart',
  '/find?near=Nowhereville-on-Sea', '/now', '/now?country=GB', '/about', '/no-such-page'];

function linksOf(html, from) {
  const found = [];
  for (const [, href] of html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)) {
    const url = new URL(href.replaceAll('&amp;', '&'), from);
    if (url.origin === server.origin) found.push(url.pathname + url.search);
  }
  return found;
}

test('every link from every page works', async () => {
  const waiting = [...seeds];
  const seen = new Set(waiting);
  const broken = [];
  while (waiting.length > 0 && pages.size < 400) {
    const path = waiting.shift();
    const answer = await fetch(server.origin + path, { redirect: 'manual' });
    const html = await answer.text();
    if (path === '/no-such-page') assert.equal(answer.status, 404);
    else if (answer.status >= 400 && !path.includes('Nowhereville')) broken.push(`${answer.status} ${path}`);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    if (answer.status >= 300 && answer.status < 400) continue;
    pages.set(path, html);
    for (const link of linksOf(html, server.origin + path)) {
      const isSearch = link.startsWith('/find?');
      const depth = (link.match(/[?&]/g) ?? []).length;
      if (seen.has(link) || (isSearch && depth > 4)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  assert.deepEqual(broken, []);
  assert.ok(pages.size > 10, `only ${pages.size} pages were reached`);
});

// One page of each kind, in both languages.
function kinds() {
  const kindOf = (path) => path.replace(/\d+/g, 'N').replace(/\?.*/, '').replace(/^\/(programmes|learn)\/.+/, '/$1/X');
  const first = new Map(seeds.map((path) => [path, path]));
  for (const path of pages.keys()) {
    if (!first.has(kindOf(path))) first.set(kindOf(path), path);
  }
  return [...new Set(first.values())];
}

const everything = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Dark is the same page in other colours: only those are looked at again.
for (const [lang, scheme] of [['en-US', 'light'], ['es-US', 'light'], ['en-US', 'dark']]) {
  test(`${lang}, ${scheme}: axe finds nothing, no request leaves, the crisis line is there`, async () => {
    const context = await browser.newContext({ locale: lang, colorScheme: scheme });
    const page = await context.newPage();
    const strangers = watchForStrangers(page, server.origin);
    for (const path of kinds()) {
      await page.goto(server.origin + path);
      const axe = new AxeBuilder({ page });
      const found = await (scheme === 'dark' ? axe.withRules(['color-contrast', 'color-contrast-enhanced'])
        : axe.withTags(everything)).analyze();
      const said = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(' | ')}`);
      assert.deepEqual(said, [], path);
      assert.deepEqual(strangers, [], path);
      assert.equal(await page.locator('html').getAttribute('lang'), lang.slice(0, 2));
      assert.equal(await page.locator('h1').count(), 1, path);
      assert.ok(await page.locator('a[href^="tel:"]').count() > 0, `${path} has no number to call`);
      assert.ok(await page.locator('a[href="/exit"]').count() > 0, `${path} has no way to leave`);
      assert.doesNotMatch(await page.title(), /heroin|opioid|overdose|drug|addict|recover/i, path);
    }
    await context.close();
  });
}

test('no page is wider than a phone, at 200 % text too', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  for (const path of kinds()) {
    for (const size of ['100%', '200%']) {
      await page.goto(server.origin + path);
      await page.evaluate((s) => { document.documentElement.style.fontSize = s; }, size);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${path} at ${size} is ${over} px too wide`);
    }
  }
  await context.close();
});

test('the HTML is valid', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'require-sri': 'off',
      'tel-non-breaking': 'off', 'void-style': 'off', 'doctype-style': 'off',
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
      // A table that a narrow screen shows as blocks keeps being one to a screen reader.
      'no-redundant-role': 'off',
      'no-implicit-input-type': 'off', 'no-implicit-button-type': 'off', 'no-inline-style': 'error' },
  });
  for (const path of kinds()) {
    const report = await validator.validateString(pages.get(path) ?? '');
    const said = report.results.flatMap((r) => r.messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`));
    assert.deepEqual(said, [], path);
  }
});

// What the page and all it loads weigh, compressed, without HTTP's own headers.
async function firstViewBytes(path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const finished = [];
  const note = (request) => finished.push(request);
  page.on('requestfinished', note);
  // Where every byte counts, what comes after the page has loaded counts too.
  await page.goto(server.origin + path, { waitUntil: path.startsWith('/now') ? 'networkidle' : 'load' });
  page.off('requestfinished', note);
  const sizes = await Promise.all(finished.map((request) => request.sizes()));
  await context.close();
  return sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
}

test('/now is at most 14 KB, every other first view at most 60 KB', async () => {
  for (const path of kinds()) {
    const bytes = await firstViewBytes(path);
    const most = path.startsWith('/now') ? 14 * 1024 : 60 * 1024;
    assert.ok(bytes > 500 && bytes <= most, `${path}: ${bytes} bytes`);
  }
});
