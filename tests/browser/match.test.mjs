// "Which group suits me?" on a phone without JavaScript, in both languages:
// from the first page to a list with its reasons, and to the sheet for three visits.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
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
  en: { link: 'Which group suits me?', see: 'See what may suit me', points: /\d+ of \d+ points/, ask: 'ask',
    sheet: 'A sheet for these three', again: 'Change my answers', other: 'Español', steps: 'It uses the 12 Steps.' },
  es: { link: '¿Qué grupo me conviene?', see: 'Ver qué me puede servir', points: /\d+ de \d+ puntos/, ask: 'pregunta',
    sheet: 'Una hoja para estos tres', again: 'Cambiar mis respuestas', other: 'English', steps: 'Usa los 12 Pasos.' },
};

async function phone(lang, more = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 }, javaScriptEnabled: false,
    locale: lang === 'es' ? 'es-US' : 'en-US', ...more,
  });
  const page = await context.newPage();
  const strangers = watchForStrangers(page, server.origin);
  await page.goto(`${server.origin}/`);
  const send = async (name) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForLoadState('domcontentloaded');
  };
  const answer = async (near, ...said) => {
    await page.locator('#near').fill(near);
    for (const one of said) {
      const [name, value] = one.split('=');
      await page.locator(`input[name="${name}"][value="${value}"]`).check();
    }
  };
  return { page, strangers, send, answer, close: () => context.close() };
}

async function isSound(page, what) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(width <= 0, `${what} is ${width} px too wide`);
  assert.equal(await page.locator('h1').count(), 1, what);
  assert.doesNotMatch(await page.title(), /heroin|opioid|overdose|drug|detox|addict|group|recovery/i, what);
}

for (const lang of ['en', 'es']) {
  test(`${lang}: answers lead to groups in order, with points and reasons`, async () => {
    const say = words[lang];
    const { page, strangers, send, answer, close } = await phone(lang);
    await page.getByRole('link', { name: say.link }).first().click();
    await isSound(page, 'the questions');
    assert.ok(await page.locator('fieldset').count() >= 8 && await page.locator('fieldset').count() <= 12);
    await answer('19107', 'travel=bus', 'belief=steps', 'medicine=yes', 'must=wheelchair');
    await send(say.see);
    assert.equal(new URL(page.url()).search, '', 'answers stand in no address');
    await isSound(page, 'the list');
    const names = await page.locator('.cards h3').allInnerTexts();
    assert.deepEqual(names.sort(), ['First Light', 'Keep It Simple', 'On the Wire'], 'those one can get into');
    const first = page.locator('.cards article').first();
    assert.match(await first.innerText(), say.points);
    assert.ok((await first.innerText()).includes(say.steps));
    assert.ok((await first.locator('.chip.ask').allInnerTexts()).includes(say.ask));

    await send(say.other);
    const turned = words[lang === 'en' ? 'es' : 'en'];
    assert.match(await page.locator('.cards article').first().innerText(), turned.points);
    await send(turned.again);
    assert.ok(await page.locator('input[name="belief"][value="steps"]').isChecked());
    assert.equal(await page.locator('#near').inputValue(), '19107');
    assert.deepEqual(strangers, []);
    await close();
  });

  test(`${lang}: three to try, on three days, with a sheet that is sent nowhere`, async () => {
    const say = words[lang];
    const { page, send, answer, close } = await phone(lang);
    await page.goto(`${server.origin}/match`);
    await answer('19107', 'belief=steps');
    await send(say.see);
    await send(say.sheet);
    await isSound(page, 'the sheet');
    assert.equal(await page.locator('main section').count(), 3);
    const whens = await page.locator('main section > p').allInnerTexts();
    assert.equal(new Set(whens.map((text) => text.split('\n')[0])).size, 3, 'three groups');
    assert.equal(await page.locator('main form').count(), 0);
    await page.locator('#before-1').fill('nervous');
    await page.locator('input[name="format-1"][value="yes"]').check();
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('#before-1').isVisible());
    assert.ok(!(await page.locator('.note.noprint').isVisible()));
    await close();
  });
}

test('what is written on the sheet leaves no trace', async () => {
  const { page, close } = await phone('en', { javaScriptEnabled: true });
  await page.goto(`${server.origin}/match/three`);
  const sent = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await page.locator('#before-1').fill('quietly afraid');
  await page.locator('input[name="back-1"][value="yes"]').check();
  await page.locator('#before-1').press('Enter');
  const kept = await page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]));
  assert.ok(!kept.includes('afraid'));
  assert.ok(!sent.some((one) => one.includes('afraid')));
  await page.goto(`${server.origin}/match/three`);
  assert.equal(await page.locator('#before-1').inputValue(), '');
  await close();
});

const outcomes = ['', 'travel=car&belief=tools&lead=host&medicine=yes&start=first&who=women&more=people',
  'must=sign', 'must=wheelchair&language=en&when=late'];

test('axe finds nothing in any list or sheet, light and dark', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, send, answer, close } = await phone('en', { javaScriptEnabled: true, colorScheme });
    const isClean = async (what) => {
      const found = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3)}`), [], what);
    };
    for (const outcome of outcomes) {
      await page.goto(`${server.origin}/match`);
      await answer('19107', ...outcome.split('&').filter(Boolean));
      await send(words.en.see);
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      await isClean(outcome);
    }
    for (const address of ['/match', '/match/how', '/match/three']) {
      await page.goto(`${server.origin}${address}`);
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      await isClean(address);
      await isSound(page, address);
    }
    await close();
  }
});

test('no list is wider than a phone at 200 % text, and its HTML is valid', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'require-sri': 'off', 'tel-non-breaking': 'off',
      'void-style': 'off', 'doctype-style': 'off', 'no-implicit-input-type': 'off', 'no-implicit-button-type': 'off',
      'form-dup-name': 'off', 'no-inline-style': 'error' },
  });
  const { page, send, answer, close } = await phone('es', { javaScriptEnabled: true });
  for (const outcome of outcomes) {
    for (const address of ['/match', '/match/three']) {
      const reply = await fetch(`${server.origin}${address}`, { method: 'POST',
        body: new URLSearchParams(`near=19107&${outcome}`), headers: { origin: server.origin } });
      const report = await validator.validateString(await reply.text());
      assert.deepEqual(report.results.flatMap((r) => r.messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`)), []);
    }
    await page.goto(`${server.origin}/match`);
    await answer('19107', ...outcome.split('&').filter(Boolean));
    await send(words.es.see);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await isSound(page, outcome);
  }
  await close();
});

test('answers stand in no address, no log, no cookie and no cache', async () => {
  const answers = new URLSearchParams({ near: '19107', about: 'opioids', who: 'lgbtq', belief: 'no-religion' });
  for (const address of ['/match', '/match/three']) {
    const reply = await fetch(`${server.origin}${address}`, { method: 'POST', body: answers, headers: { origin: server.origin } });
    assert.equal(reply.status, 200);
    assert.match(reply.headers.get('cache-control'), /no-store/);
    assert.equal(reply.headers.get('set-cookie'), null);
  }
  const said = server.log();
  for (const word of ['19107', 'lgbtq', 'no-religion']) {
    assert.ok(!said.includes(word), `the log holds ${word}`);
  }
});
