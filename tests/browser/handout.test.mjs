// On paper, without JavaScript: a page of notes from the search to the printer,
// the cards and the pack for the first week, on both kinds of sheet.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, watchForStrangers } from './browser.mjs';
import { start } from './server.mjs';

let server, browser, folder;
before(async () => {
  server = await start();
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), 'waymark-paper-'));
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

const words = {
  en: { near: 'Show what is near', add: 'Add what is ticked', make: 'Make the page' },
  es: { near: 'Mostrar lo cercano', add: 'Agregar lo marcado', make: 'Hacer la hoja' },
};
const sheets = { a4: [595, 842], letter: [612, 792] };

async function phone(lang) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: lang === 'es' ? 'es-US' : 'en-US',
  });
  const page = await context.newPage();
  const strangers = watchForStrangers(page, server.origin);
  const press = async (name) => {
    await page.locator(`button:text-is("${name}")`).last().click();
    await page.waitForLoadState('domcontentloaded');
  };
  const tick = async (name, count) => {
    for (let i = 0; i < count; ++i) await page.locator(`input[name="${name}"]:not(:checked):visible`).first().check();
  };
  return { page, strangers, press, tick, close: () => context.close() };
}

async function isSound(page, what) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(width <= 0, `${what} is ${width} px too wide`);
  assert.match(await page.title(), /^(Notes|Notas)$/, what);
}

function run(program, ...args) {
  return spawnSync(program, args, { encoding: 'utf8' });
}

async function print(page, name) {
  const file = join(folder, name);
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return file;
}

// How many pages, each of that size.
function pagesOf(file, size) {
  const said = run('pdfinfo', file).stdout;
  const [, width, height] = said.match(/Page size:\s+([\d.]+) x ([\d.]+)/);
  assert.ok(Math.abs(width - sheets[size][0]) < 2 && Math.abs(height - sheets[size][1]) < 2, `${file}: ${width} x ${height}`);
  return Number(said.match(/Pages:\s+(\d+)/)[1]);
}

function scanned(file) {
  const image = file.replace(/\.pdf$/, '');
  assert.equal(run('pdftoppm', '-r', '200', '-png', '-singlefile', file, image).status, 0);
  const found = run('zbarimg', '--quiet', '--raw', `${image}.png`);
  return found.error ? undefined : found.stdout.trim();
}

for (const lang of ['en', 'es']) {
  test(`${lang}: from a search to one printed page`, async (t) => {
    const { page, strangers, press, tick, close } = await phone(lang);
    await page.goto(`${server.origin}/handout`);
    await isSound(page, 'the empty choice');
    await page.locator('#near').fill('19107');
    await page.locator('#near').press('Enter');
    await page.waitForURL('**near=19107**');
    await tick('meetings', 3);
    await tick('places', 2);
    await press(words[lang].add);
    assert.equal(await page.locator('input:checked').count(), 5, 'what was ticked stays ticked');
    await tick('lines', 2);
    await page.locator('details summary').first().click();
    await tick('articles', 3);
    await isSound(page, 'the choice');
    await press(words[lang].make);
    await page.waitForURL('**/handout/sheet?**');

    const address = new URL(page.url());
    assert.deepEqual([...address.searchParams.keys()], ['meetings', 'places', 'lines', 'articles', 'language']);
    assert.ok(!address.href.includes('19107'), 'the search stays behind');
    assert.equal(address.searchParams.get('meetings').split(',').length, 3);
    await isSound(page, 'the page of notes');
    assert.equal(await page.locator('.entries > li').count(), 10);

    for (const size of ['a4', 'letter']) {
      await page.goto(`${address.href}&size=${size}`);
      const file = await print(page, `notes-${lang}-${size}.pdf`);
      assert.equal(pagesOf(file, size), 1, `on ${size} it is one page`);
      const text = run('pdftotext', '-layout', file, '-').stdout;
      assert.match(text, /911/);
      assert.match(text, /Hill Clinic/);
      assert.doesNotMatch(text, /zoom\.us|Leave|Salir/);
      const code = scanned(file);
      if (code === undefined) t.diagnostic('zbarimg is not here: the code was not read');
      else assert.equal(decodeURIComponent(code), decodeURIComponent(address.href));
    }
    assert.deepEqual(strangers, []);
    await close();
  });

  test(`${lang}: the cards have their size, and nothing on one is cut off`, async () => {
    const { page, close } = await phone(lang);
    for (const size of ['a4', 'letter']) {
      await page.goto(`${server.origin}/cards?size=${size}`);
      await isSound(page, 'the cards');
      assert.equal(pagesOf(await print(page, `cards-${lang}-${size}.pdf`), size), 1);
    }
    await page.emulateMedia({ media: 'print' });
    for (const card of await page.locator('.slips > li').all()) {
      const box = await card.boundingBox();
      assert.ok(Math.abs(box.width - 323.5) < 2 && Math.abs(box.height - 204.1) < 2, `${box.width} x ${box.height} px`);
      const isCut = await card.evaluate((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1);
      assert.equal(isCut, false, await card.innerText());
    }
    await close();
  });

  test(`${lang}: the cards as a PDF say every step to the end`, async () => {
    for (const size of ['a4', 'letter']) {
      const answer = await fetch(`${server.origin}/cards.pdf?size=${size}&language=${lang}`);
      assert.equal(answer.headers.get('content-type'), 'application/pdf');
      const file = join(folder, `cards-${lang}-${size}-file.pdf`);
      writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
      assert.equal(pagesOf(file, size), 1);
      const text = run('pdftotext', '-raw', file, '-').stdout.replace(/\s+/g, ' ');
      for (const last of lang === 'en' ? ['sleep it off.', 'give naloxone.', 'stop my breathing.', '7 Stay until help comes.']
        : ['se le pase durmiendo.', 'denme naloxona.', 'detener mi respiración.', '7 Quédate hasta que llegue la ayuda.']) {
        assert.ok(text.includes(last), `${last} is missing: ${text}`);
      }
    }
  });

  test(`${lang}: the pack for the first week is two pages, the days on one of them`, async () => {
    const { page, close } = await phone(lang);
    for (const size of ['a4', 'letter']) {
      await page.goto(`${server.origin}/handbook/first-week?size=${size}`);
      await isSound(page, 'the pack');
      const file = await print(page, `week-${lang}-${size}.pdf`);
      assert.equal(pagesOf(file, size), 2);
      const days = run('pdftotext', '-f', '2', '-l', '2', file, '-').stdout;
      for (let day = 1; day <= 7; ++day) assert.match(days, new RegExp(`D(ay|ía) ${day}`));
    }
    await close();
  });
}

test('what was searched and chosen stands in no log, and the page in no cache', async () => {
  const reply = await fetch(`${server.origin}/handout/sheet?meetings=1,2&lines=us-988&articles=sleep`);
  assert.match(reply.headers.get('cache-control'), /no-store/);
  assert.equal(reply.headers.get('set-cookie'), null);
  await fetch(`${server.origin}/handout?near=Philadelphia&meetings=1&articles=sleep`);
  const said = server.log();
  for (const word of ['19107', 'Philadelphia', 'meetings=', 'us-988', 'sleep']) {
    assert.ok(!said.includes(word), `the log holds ${word}`);
  }
});
