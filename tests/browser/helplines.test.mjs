// Someone to talk to, whose number it is, where all is from, and the card for a
// wallet: without JavaScript, in both languages, accessible, and private.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
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

const words = {
  en: { show: 'Show', look: 'Look it up', none: /on no list we hold/, open: 'open now' },
  es: { show: 'Mostrar', look: 'Buscarlo', none: /ninguna de nuestras listas/, open: 'abierto ahora' },
};

async function phone(lang, more = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 }, javaScriptEnabled: false,
    locale: lang === 'es' ? 'es-US' : 'en-US', ...more,
  });
  const page = await context.newPage();
  return { page, strangers: watchForStrangers(page, server.origin), close: () => context.close() };
}

for (const lang of ['en', 'es']) {
  test(`${lang}: lines are narrowed by a form, without JavaScript`, async () => {
    const { page, strangers, close } = await phone(lang);
    await page.goto(`${server.origin}/helplines`);
    assert.ok(await page.locator('#us-988').isVisible());
    assert.match(await page.locator('#us-988').innerText(), new RegExp(words[lang].open));
    await page.selectOption('#need', 'alone');
    await page.getByRole('button', { name: words[lang].show }).click();
    await page.waitForLoadState();
    assert.ok(await page.locator('#us-nua').isVisible());
    assert.equal(await page.locator('#us-988').count(), 0);
    assert.equal(await page.inputValue('#need'), 'alone');
    assert.deepEqual(strangers, []);
    await close();
  });

  test(`${lang}: a country without a line shows its emergency number and nobody else's`, async () => {
    const { page, close } = await phone(lang);
    await page.goto(`${server.origin}/helplines?country=DE`);
    const own = page.locator('section[aria-labelledby="own"]');
    assert.equal(await own.locator('a[href="tel:112"]').count(), 1);
    assert.equal(await own.locator('.helpline').count(), 0);
    await close();
  });

  test(`${lang}: a number is asked about without JavaScript`, async () => {
    const { page, strangers, close } = await phone(lang);
    await page.goto(`${server.origin}/number`);
    await page.fill('#number', '1-800-662-HELP');
    await page.getByRole('button', { name: words[lang].look }).click();
    await page.waitForLoadState();
    assert.match(await page.locator('main').innerText(), /SAMHSA National Helpline/);
    assert.equal(page.url(), `${server.origin}/number`);
    await page.fill('#number', '1-800-555-0199');
    await page.getByRole('button', { name: words[lang].look }).click();
    await page.waitForLoadState();
    assert.match(await page.locator('main').innerText(), words[lang].none);
    assert.deepEqual(strangers, []);
    await close();
  });

  test(`${lang}: axe finds nothing, also in answers`, async () => {
    for (const colorScheme of ['light', 'dark']) {
      const { page, close } = await phone(lang, { colorScheme, javaScriptEnabled: true });
      const check = async (what) => {
        const found = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const said = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(' | ')}`);
        assert.deepEqual(said, [], `${what} (${colorScheme})`);
      };
      for (const path of ['/helplines', '/helplines?country=DE&open=now', '/helplines?zone=Nowhere/Here',
        '/about/sources', '/now/card']) {
        await page.goto(server.origin + path);
        await check(path);
      }
      for (const number of ['1-800-662-4357', '1-800-668-6868', '1-800-555-0199', 'none']) {
        await page.goto(`${server.origin}/number`);
        await page.fill('#number', number);
        await page.locator('main form button').click();
        await page.waitForLoadState();
        await check(`/number with ${number}`);
      }
      await close();
    }
  });
}

test('nothing runs over the edge, and what is pressed is 48 px high', async () => {
  for (const lang of ['en', 'es']) {
    for (const width of [360, 768, 1280]) {
      const { page, close } = await phone(lang, { viewport: { width, height: 800 }, javaScriptEnabled: true });
      for (const path of ['/helplines', '/number', '/about/sources', '/now/card']) {
        await page.goto(server.origin + path);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(over <= 0, `${path} at ${width}: ${over} px too wide`);
        const low = await page.evaluate(() => [...document.querySelectorAll('main a, main button, main select, main summary, main input[type=text]')]
          .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 47.5)
          .map((e) => e.outerHTML.slice(0, 80)));
        assert.deepEqual(low, [], `${path} at ${width}`);
      }
      await close();
    }
  }
});

test('the words of the card stay inside it, on the screen and on paper', async () => {
  for (const scheme of ['light', 'dark']) {
    const { page, close } = await phone('en', { colorScheme: scheme, viewport: { width: 1280, height: 900 }, javaScriptEnabled: true });
    await page.goto(`${server.origin}/now/card`);
    const spilt = () => page.evaluate(() => [...document.querySelectorAll('svg.wallet')].flatMap((svg) =>
      [...svg.querySelectorAll('text')].filter((text) => {
        const box = text.getBBox();
        return box.x < 10 || box.x + box.width > 846 || box.y < 5 || box.y + box.height > 535;
      }).map((text) => text.textContent)));
    assert.equal(await page.locator('svg.wallet').count(), 4);
    assert.deepEqual(await spilt(), []);
    await page.emulateMedia({ media: 'print' });
    const size = await page.locator('svg.wallet').first().boundingBox();
    const millimetre = 96 / 25.4;
    assert.ok(Math.abs(size.width - 85.6 * millimetre) < 1, `${size.width} px wide on paper`);
    assert.ok(Math.abs(size.height - 54 * millimetre) < 1, `${size.height} px high on paper`);
    await close();
  }
});

test('a number that was asked about is in no address, no link and no log', async () => {
  const answer = await fetch(`${server.origin}/number`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'number=1-800-555-0142&country=US',
  });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(answer.headers.get('set-cookie'), null);
  const html = await answer.text();
  for (const [, href] of html.matchAll(/(?:href|action)="([^"]*)"/g)) {
    assert.doesNotMatch(decodeURIComponent(href), /555.?0142/, href);
  }
  assert.match(server.log(), /\/number/, 'the log has the request');
  assert.doesNotMatch(server.log(), /555.?0142|8005550142/);
});
