// Three journeys on a bad phone: 360 px wide, slow 3G, no JavaScript, in
// English and Spanish, each in at most three taps from the first page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, slow3g, watchForStrangers } from './browser.mjs';
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

const words = {
  en: { find: 'Find a meeting', search: 'Search', wake: /not wak|won’t wake/i, breathe: /every five seconds|every 5 seconds/i },
  es: { find: 'Encuentra una reunión', search: 'Buscar', wake: /no despierta/i, breathe: /cada cinco segundos|cada 5 segundos/i },
};

async function phone(lang) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 }, javaScriptEnabled: false, isMobile: true,
    locale: lang === 'es' ? 'es-US' : 'en-US',
  });
  const page = await context.newPage();
  await slow3g(page);
  const strangers = watchForStrangers(page, server.origin);
  await page.goto(`${server.origin}/`);
  let taps = 0;
  return {
    page,
    strangers,
    taps: () => taps,
    async tap(locator) {
      taps += 1;
      await locator.click();
      await page.waitForLoadState('domcontentloaded');
    },
    close: () => context.close(),
  };
}

for (const lang of ['en', 'es']) {
  test(`${lang}: a number one can call`, async () => {
    const { page, tap, taps, strangers, close } = await phone(lang);
    await tap(page.locator('a[href^="/now"]').first());
    const numbers = page.locator('a[href^="tel:"]:visible');
    assert.ok(await numbers.count() > 0);
    assert.ok(taps() <= 3);
    assert.deepEqual(strangers, []);
    await close();
  });

  // From the bar of every page: "Read", and the question itself.
  test(`${lang}: an answer from the handbook in two taps`, async () => {
    const { page, tap, taps, strangers, close } = await phone(lang);
    await tap(page.locator('nav.tabs a[href="/learn"]'));
    await tap(page.locator('a[href="/learn/tolerance"]'));
    assert.equal(taps(), 2);
    assert.match(await page.locator('h1').innerText(), lang === 'es' ? /tolerancia/i : /tolerance/i);
    assert.ok(await page.locator('article p.lead').isVisible());
    assert.ok(await page.locator('figure.drawn svg').isVisible());
    assert.ok(await page.locator('ol li a[rel~="external"]').count() > 0);
    assert.deepEqual(strangers, []);
    await close();
  });

  test(`${lang}: overdose steps`, async () => {
    const { page, tap, taps, strangers, close } = await phone(lang);
    await tap(page.locator('a[href^="/now"]').first());
    const text = await page.locator('main').innerText();
    assert.match(text, words[lang].wake);
    assert.match(text, words[lang].breathe);
    assert.match(text, /naloxon/i);
    assert.ok(taps() <= 3);
    assert.deepEqual(strangers, []);
    await close();
  });

  test(`${lang}: a meeting tonight`, async () => {
    const { page, tap, taps, strangers, close } = await phone(lang);
    await tap(page.locator('a[href^="/find"]').first());
    await page.fill('input[name="near"]', '19107');
    await tap(page.locator('main form button:not([type="button"])').first());
    const cards = page.locator('article');
    assert.ok(await cards.count() > 0);
    await tap(cards.first().locator('h2 a, h3 a').first());
    assert.match(new URL(page.url()).pathname, /^\/meetings\/\d+$/);
    assert.match(await page.locator('main').innerText(), /Fictional Street|Community Hall|zoom/i);
    assert.ok(taps() <= 3);
    assert.deepEqual(strangers, []);
    await close();
  });
}
