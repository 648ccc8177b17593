// "Report a mistake" on a phone without JavaScript, in both languages: from a
// listing to the host's own list; and the host's first page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { launch, watchForStrangers } from './browser.mjs';
import { start, waymark } from './server.mjs';

let server, browser, meeting, place;
before(async () => {
  server = await start();
  browser = await launch();
  const get = async (address) => (await fetch(server.origin + address)).text();
  [meeting] = (await get('/find?near=19107')).match(/\/meetings\/\d+/);
  [place] = (await get('/treatment?near=19107')).match(/\/places\/\d+/);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const words = {
  en: { link: 'Report a mistake', time: 'The day or the time', other: 'Something else', send: 'Send', thanks: 'Thank you',
    choose: 'Choose what is wrong.', back: 'Back to the listing', help: 'I need help now' },
  es: { link: 'Avisar de un error', time: 'El día o la hora', other: 'Otra cosa', send: 'Enviar', thanks: 'Gracias',
    choose: 'Elige qué está mal.', back: 'Volver a la ficha', help: 'Necesito ayuda ya' },
};

async function phone(lang, more = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 }, javaScriptEnabled: false,
    locale: lang === 'es' ? 'es-US' : 'en-US', ...more,
  });
  const page = await context.newPage();
  return { page, context, strangers: watchForStrangers(page, server.origin), close: () => context.close() };
}

const reports = () => JSON.parse(waymark(['reports', '--json', '--data', server.data]));

for (const lang of ['en', 'es']) {
  test(`${lang}: from a listing to the host, and only once`, async () => {
    const say = words[lang];
    const { page, strangers, close } = await phone(lang);
    const before = reports().length;
    await page.goto(server.origin + meeting);
    await page.getByRole('link', { name: say.link }).click();
    await page.getByRole('button', { name: say.send, exact: true }).click();
    assert.ok((await page.locator('[role=alert]').innerText()).includes(say.choose));
    assert.ok(await page.getByRole('link', { name: say.help }).count() > 0);

    await page.getByLabel(say.time).check();
    await page.locator('#words').fill('Empieza a las 8, no a las 7:30.\nPuerta lateral.');
    await page.getByRole('button', { name: say.send, exact: true }).click();
    assert.equal(await page.locator('h1').innerText(), say.thanks);
    assert.equal(new URL(page.url()).pathname, `${meeting}/report/sent`);
    await page.reload();
    const kept = reports();
    assert.equal(kept.length, before + 1, 'loading the answer again sends nothing');
    assert.equal(kept.at(-1).mistake, 'time');
    assert.equal(kept.at(-1).path, meeting);
    assert.equal(kept.at(-1).words, 'Empieza a las 8, no a las 7:30.\nPuerta lateral.');
    assert.equal(kept.at(-1).source, 'town');
    assert.match(kept.at(-1).reported_at, /:00:00Z$/);

    await page.getByRole('link', { name: say.back }).click();
    assert.equal(new URL(page.url()).pathname, meeting);
    assert.deepEqual(strangers, []);
    await close();
  });
}

test('a place can be reported too, and the host closes what is done', async () => {
  const { page, close } = await phone('en');
  await page.goto(server.origin + place);
  await page.getByRole('link', { name: words.en.link }).click();
  await page.getByLabel('It felt unsafe').check();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const [first] = reports();
  assert.equal(first.mistake, 'unsafe', 'what felt unsafe stands first');
  assert.equal(first.path, place);
  const said = waymark(['reports', '--data', server.data]);
  assert.match(said, /IT FELT UNSAFE/);
  assert.match(waymark(['doctor', '--data', server.data]), /[1-9]\d* reports of mistakes/);
  waymark(['reports', '--data', server.data, '--close', String(first.id)]);
  assert.ok(!reports().some((one) => one.id === first.id));
  await close();
});

test('what was written is in no log, no address, no cookie and no cache', async () => {
  const form = new URLSearchParams({ mistake: 'other', words: 'Quetzal Street is meant' });
  const reply = await fetch(`${server.origin}${meeting}/report`,
    { method: 'POST', body: form, headers: { origin: server.origin }, redirect: 'manual' });
  assert.equal(reply.status, 303);
  assert.equal(reply.headers.get('set-cookie'), null);
  assert.match(reply.headers.get('cache-control'), /no-store/);
  assert.doesNotMatch(reply.headers.get('location'), /Quetzal|\?/);
  assert.doesNotMatch(server.log(), /Quetzal/);
  assert.doesNotMatch(server.log(), new RegExp(`${meeting}/report`), 'the log holds the pattern, not the listing');
});

test('the sixth report in an hour comes back with what was typed', async () => {
  const strict = await start({ options: ['--limits', 'all'] });
  const send = () => fetch(`${strict.origin}${meeting}/report`, { method: 'POST', redirect: 'manual',
    body: new URLSearchParams({ mistake: 'time', words: 'It starts at 8.' }), headers: { origin: strict.origin } });
  for (let sent = 0; sent < 5; sent += 1) assert.equal((await send()).status, 303);
  const refused = await send();
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 600);
  const page = await refused.text();
  assert.match(page, /We take five reports an hour from one network\./);
  assert.match(page, /It starts at 8\.<\/textarea>/);
  assert.match(page, /value="time" checked/);
  assert.equal((await fetch(`${strict.origin}/find?near=19107`)).status, 200, 'searches are counted apart');
  await strict.stop();
});

test('another site cannot send a report for a reader', async () => {
  const form = new URLSearchParams({ mistake: 'gone' });
  const before = reports().length;
  const reply = await fetch(`${server.origin}${meeting}/report`,
    { method: 'POST', body: form, headers: { origin: 'https://elsewhere.example' }, redirect: 'manual' });
  assert.equal(reply.status, 403);
  assert.equal(reports().length, before);
});

const everything = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test('axe finds nothing on the form, its answers and the host\'s page, light and dark', async () => {
  for (const [lang, colorScheme] of [['en', 'light'], ['es', 'dark']]) {
    const { page, close } = await phone(lang, { javaScriptEnabled: true, colorScheme });
    const isClean = async (what) => {
      const found = await new AxeBuilder({ page }).withTags(everything).analyze();
      assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3)}`), [], what);
      for (const size of ['100%', '200%']) {
        await page.evaluate((s) => { document.documentElement.style.fontSize = s; }, size);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(over <= 0, `${what} at ${size} is ${over} px too wide`);
      }
      assert.doesNotMatch(await page.title(), /heroin|opioid|overdose|drug|addict|recover/i, what);
    };
    for (const path of [`${meeting}/report`, `${meeting}/report/sent`, `${place}/report`, '/', '/host/start',
      '/host/start?near=PA', '/host/start?near=Xqzzyplugh']) {
      await page.goto(server.origin + path);
      await isClean(path);
    }
    await page.goto(`${server.origin}${meeting}/report`);
    await page.getByLabel(words[lang].other).check();
    await page.getByRole('button', { name: words[lang].send, exact: true }).click();
    await isClean('a form with a mistake in it');
    await close();
  }
});

test('the host of an empty directory is led to public lists', async () => {
  const { page, strangers, close } = await phone('en');
  await page.goto(`${server.origin}/`);
  await page.locator('#community').fill('Ohio');
  await page.getByRole('button', { name: 'Show lists' }).click();
  assert.equal(new URL(page.url()).pathname, '/host/start');
  const lines = await page.locator('code').allInnerTexts();
  assert.ok(lines.some((line) => line.includes('--source na-ohio')), lines.join('\n'));
  assert.ok(lines.every((line) => line.startsWith('waymark import --format ')));
  assert.deepEqual(strangers, []);
  const told = JSON.parse(waymark(['sources', 'suggest', 'OH', '--json', '--data', server.data]));
  assert.deepEqual(told.map((one) => one.command), lines, 'the command line says the same');
  await close();
});
