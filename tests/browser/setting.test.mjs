// "Which kind of place fits?" on a phone without JavaScript, in both languages:
// from the first page to an outcome, and to the emergency card.
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
  en: { see: 'See what may fit', detox: 'Medical detox', again: 'Change my answers', other: 'Español', call: 'Call 911' },
  es: { see: 'Ver qué me puede servir', detox: 'Desintoxicación médica', again: 'Cambiar mis respuestas', other: 'English', call: 'Llama al 911' },
};

async function phone(lang, more = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 }, javaScriptEnabled: false,
    locale: lang === 'es' ? 'es-US' : 'en-US', ...more,
  });
  const page = await context.newPage();
  const strangers = watchForStrangers(page, server.origin);
  await page.goto(`${server.origin}/setting`);
  const send = async (name) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForLoadState('domcontentloaded');
  };
  const answer = async (...said) => {
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
  assert.doesNotMatch(await page.title(), /heroin|opioid|overdose|drug|detox|addict/i, what);
}

for (const lang of ['en', 'es']) {
  test(`${lang}: answers lead to a place, with reasons, and back again`, async () => {
    const { page, strangers, send, answer, close } = await phone(lang);
    await isSound(page, 'the questions');
    await answer('opioids=daily', 'sedatives=daily', 'pay=medicaid', 'pay=cash');
    await send(words[lang].see);
    assert.equal(new URL(page.url()).search, '', 'answers stand in no address');
    await isSound(page, 'the outcome');
    assert.match(await page.locator('main article h2').first().innerText(), new RegExp(words[lang].detox));
    assert.match(await page.locator('main').innerText(), /TIP 45[\s\S]*ASAM|ASAM[\s\S]*TIP 45/);

    await send(words[lang].other);
    const turned = lang === 'en' ? 'es' : 'en';
    assert.match(await page.locator('main article h2').first().innerText(), new RegExp(words[turned].detox));

    await send(words[turned].again);
    assert.ok(await page.locator('input[name="opioids"][value="daily"]').isChecked());
    assert.ok(await page.locator('input[name="pay"][value="cash"]').isChecked());
    assert.deepEqual(strangers, []);
    await close();
  });

  test(`${lang}: a sign of danger is a call, before anything else`, async () => {
    const { page, send, answer, close } = await phone(lang);
    await answer('now=unresponsive', 'opioids=daily');
    await send(words[lang].see);
    await isSound(page, 'the emergency');
    const first = page.locator('main a').first();
    assert.equal(await first.getAttribute('href'), 'tel:911');
    assert.equal(await first.innerText(), words[lang].call);
    const box = await first.boundingBox();
    assert.ok(box.y + box.height < 740, 'the call is in the first view');
    await page.locator('main a[href="/now#wake"]').click();
    assert.equal(new URL(page.url()).pathname, '/now');
    await close();
  });

  test(`${lang}: three questions of the first page lead to a door`, async () => {
    const { page, close } = await phone(lang);
    await page.goto(`${server.origin}/`);
    await page.locator('details.unsure summary').click();
    await page.locator('input[name="danger"][value="yes"]').check();
    await page.locator('details.unsure button').click();
    await page.waitForURL('**/now');
    await close();
  });
}

const outcomes = ['now=harm', 'opioids=daily&sedatives=daily&health=body&pay=none&ease=children&home=unsafe', ''];

test('axe finds nothing in any outcome, light and dark', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, send, answer, close } = await phone('en', { javaScriptEnabled: true, colorScheme });
    for (const outcome of outcomes) {
      await page.goto(`${server.origin}/setting`);
      await answer(...outcome.split('&').filter(Boolean));
      await send(words.en.see);
      const found = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3)}`), [], outcome);
    }
    await close();
  }
});

test('no outcome is wider than a phone at 200 % text, and its HTML is valid', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'require-sri': 'off', 'tel-non-breaking': 'off',
      'void-style': 'off', 'doctype-style': 'off', 'no-implicit-input-type': 'off', 'no-implicit-button-type': 'off',
      'form-dup-name': 'off', 'no-inline-style': 'error' },
  });
  const { page, send, answer, close } = await phone('es', { javaScriptEnabled: true });
  for (const outcome of outcomes) {
    await page.goto(`${server.origin}/setting`);
    await answer(...outcome.split('&').filter(Boolean));
    await send(words.es.see);
    const html = await (await fetch(`${server.origin}/setting`, { method: 'POST', body: new URLSearchParams(outcome),
      headers: { origin: server.origin } })).text();
    const report = await validator.validateString(html);
    assert.deepEqual(report.results.flatMap((r) => r.messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`)), []);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await isSound(page, outcome);
  }
  await close();
});

test('answers stand in no address, no log, no cookie and no cache', async () => {
  const answers = new URLSearchParams({ opioids: 'some-days', home: 'others-use', pay: 'tribal' });
  const reply = await fetch(`${server.origin}/setting`, { method: 'POST', body: answers, headers: { origin: server.origin } });
  assert.equal(reply.status, 200);
  assert.match(reply.headers.get('cache-control'), /no-store/);
  assert.equal(reply.headers.get('set-cookie'), null);
  const said = server.log();
  for (const word of ['some-days', 'others-use', 'tribal']) {
    assert.ok(!said.includes(word), `the log holds ${word}`);
  }
});
