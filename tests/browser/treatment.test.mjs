// Finding a place of help on a phone without JavaScript: to a number that can be
// called in three taps, side by side, kept in a list, and read out on the phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { launch, watchForStrangers } from './browser.mjs';
import { start } from './server.mjs';

const places = `id,name,program,kind,street,city,state,zip,country,phone,website,medication,payment,quality,serves,confidential,latitude,longitude,precision
a1,Riverside Opioid Treatment,,treatment,1 Fictional Street,Philadelphia,PA,19107,US,215-555-0101,https://example.org,methadone buprenorphine naltrexone,medicaid sliding-scale,accredited naloxone keeps-medication,pregnant,,39.95,-75.16,street
a2,Corner Clinic,Second Floor,treatment,2 Fictional Street,Philadelphia,PA,19104,US,215-555-0102,,buprenorphine,,,,,,,
a3,Quiet House,,recovery-housing,77 Secretive Lane,Philadelphia,PA,19104,US,215-555-0103,,,cash,,,shelter,,,
a4,Narconon Somewhere,,treatment,4 Fictional Street,Philadelphia,PA,19104,US,215-555-0104,,,,,,,,,
`;

let server, browser;
before(async () => {
  server = await start({ places });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const words = {
  en: { find: /Find treatment/, search: 'Search', keep: /^Keep/, remove: /^Remove/, compare: 'Compare', side: 'Side by side', empty: 'Empty my list' },
  es: { find: /Buscar tratamiento/, search: 'Buscar', keep: /^Guardar/, remove: /^Quitar/, compare: 'Comparar', side: 'Lado a lado', empty: 'Vaciar mi lista' },
};

async function phone(lang, more = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 }, javaScriptEnabled: false,
    locale: lang === 'es' ? 'es-US' : 'en-US', ...more,
  });
  const page = await context.newPage();
  const strangers = watchForStrangers(page, server.origin);
  return { page, strangers, context, close: () => context.close() };
}

async function isSound(page, what) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const beyond = width <= 0 ? [] : await page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter((each) => each.getBoundingClientRect().left + each.scrollWidth > window.innerWidth).map((each) => each.outerHTML.slice(0, 120)));
  assert.ok(width <= 0, `${what} is ${width} px too wide: ${beyond.slice(-2)}`);
  assert.equal(await page.locator('h1').count(), 1, what);
  assert.doesNotMatch(await page.title(), /heroin|opioid|overdose|drug|detox|addict|treatment|tratamiento/i, what);
}

for (const lang of ['en', 'es']) {
  test(`${lang}: three taps from the first page to the number of a prescriber`, async () => {
    const { page, strangers, close } = await phone(lang);
    await page.goto(`${server.origin}/`);
    await page.getByRole('link', { name: words[lang].find }).first().click();  // One.
    await page.locator('#near').fill('19104');
    await page.selectOption('#medication', 'buprenorphine');
    await page.getByRole('button', { name: words[lang].search, exact: true }).click();  // Two.
    await isSound(page, 'what was found');
    const call = page.locator('.cards .card a.btn').first();  // Three would dial.
    assert.match(await call.getAttribute('href'), /^tel:215555010[12]$/);
    const box = await call.boundingBox();
    assert.ok(box.height >= 48, 'the number is easy to hit');
    const main = await page.locator('main').innerText();
    assert.match(main, /Riverside Opioid Treatment/);
    assert.doesNotMatch(main, /Narconon/, 'it gives no medication');
    assert.deepEqual(strangers, []);
    await close();
  });

  test(`${lang}: places are kept, compared and forgotten without JavaScript`, async () => {
    const { page, context, close } = await phone(lang);
    const say = words[lang];
    await page.goto(`${server.origin}/treatment?near=19104`);
    for (const name of ['Riverside', 'Corner']) {
      await page.locator('.card', { hasText: name }).getByRole('button', { name: say.keep }).click();
      assert.equal(new URL(page.url()).search, '?near=19104', 'back to the search');
    }
    const cookies = await context.cookies();
    assert.deepEqual(cookies.map((c) => c.name), ['kept']);
    assert.match(cookies[0].value, /^\d+-\d+$/);
    await page.goto(`${server.origin}/shortlist`);
    await isSound(page, 'the list');
    assert.equal(await page.locator('.card a.btn[href^="tel:"]').count(), 2);
    await page.getByRole('button', { name: say.compare, exact: true }).click();
    await isSound(page, 'the comparison');
    assert.equal(await page.locator('h1').innerText(), say.side);
    assert.ok(await page.locator('td .who').first().isVisible(), 'on a phone each answer names its place');
    await page.goto(`${server.origin}/shortlist`);
    await page.locator('.card', { hasText: 'Corner' }).getByRole('button', { name: say.remove }).click();
    assert.equal(await page.locator('.card').count(), 1);
    await page.getByRole('button', { name: say.empty, exact: true }).click();
    assert.deepEqual(await context.cookies(), []);
    await close();
  });
}

const id = async (name) => {
  const found = await (await fetch(`${server.origin}/api/v1/places?text=${name}&kind=all`)).json();
  return found.matches.find((match) => match.name.startsWith(name)).id;
};

async function pages() {
  const ids = [await id('Riverside'), await id('Corner'), await id('Quiet'), await id('Narconon')];
  return ['/treatment', '/treatment?near=19104', '/treatment?near=19104&medication=buprenorphine&payment=medicaid&unknown=show',
    '/treatment?near=Honolulu', '/treatment?near=19104&payment=gold', '/treatment?setting=detox&payment=medicaid',
    ...ids.map((each) => `/places/${each}`), `/treatment/compare?ids=${ids.join(',')}`,
    `/treatment/first-call?id=${ids[0]}`, '/shortlist'];
}

test('axe finds nothing, no request leaves, the HTML is valid, 200 % text fits', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'require-sri': 'off', 'tel-non-breaking': 'off',
      'void-style': 'off', 'doctype-style': 'off', 'no-implicit-input-type': 'off', 'no-implicit-button-type': 'off',
      'form-dup-name': 'off', 'no-inline-style': 'error' },
  });
  for (const [lang, colorScheme, width] of [['en', 'light', 360], ['es', 'dark', 1280]]) {
    const { page, strangers, close } = await phone(lang, { javaScriptEnabled: true, colorScheme, viewport: { width, height: 800 } });
    for (const address of await pages()) {
      await page.goto(server.origin + address);
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
      const found = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3)}`), [], address);
      await isSound(page, address);
      const html = await (await fetch(server.origin + address, { headers: { 'accept-language': lang } })).text();
      const report = await validator.validateString(html);
      assert.deepEqual(report.results.flatMap((r) => r.messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`)), [], address);
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      await isSound(page, `${address} at 200 %`);
    }
    assert.deepEqual(strangers, []);
    await close();
  }
});

test('a private address stands on no page, in no answer and in no log', async () => {
  const addresses = [...await pages(), '/treatment?text=secretive', '/api/v1/places?near=19104&kind=all', '/api/v1/places?text=secretive',
    '/hsds/services', '/hsds/locations', '/hsds/service_at_locations'];
  for (const address of addresses) {
    const text = await (await fetch(server.origin + address)).text();
    assert.doesNotMatch(text, /77 Secretive/i, address);
  }
  assert.doesNotMatch(server.log(), /Secretive/i);
});

test('what was searched for is in no log and in no cache', async () => {
  const reply = await fetch(`${server.origin}/treatment`, { method: 'POST', headers: { origin: server.origin },
    body: new URLSearchParams({ at: '39.961234,-75.191234', medication: 'methadone' }) });
  assert.equal(reply.status, 200);
  assert.match(reply.headers.get('cache-control'), /no-store/);
  for (const [, href] of (await reply.text()).matchAll(/href="([^"]*)"/g)) {
    assert.doesNotMatch(href, /39\.9612|75\.1912/);
  }
  await fetch(`${server.origin}/treatment?near=Germantown&serves=pregnant`);
  for (const word of ['39.96', 'methadone', 'Germantown', 'pregnant']) {
    assert.ok(!server.log().includes(word), `the log holds ${word}`);
  }
});

test('the sheet for the first call prints with the name and the number', async () => {
  const { page, close } = await phone('en', { javaScriptEnabled: true });
  await page.goto(`${server.origin}/treatment/first-call?id=${await id('Riverside')}`);
  await page.emulateMedia({ media: 'print' });
  for (const shown of ['Riverside Opioid Treatment', '215-555-0101', 'Do you offer methadone?']) {
    assert.ok(await page.getByText(shown).first().isVisible(), shown);
  }
  assert.ok(!await page.locator('nav.tabs').isVisible());
  await close();
});
