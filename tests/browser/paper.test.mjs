// The handbook as a PDF, looked at as a printer and a reader would: the size of
// its sheets, every contents line against the page that it names, the sources,
// and the ink on each page.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { start } from './server.mjs';

let server, folder;
before(async () => {
  server = await start();
  folder = mkdtempSync(join(tmpdir(), 'waymark-paper-'));
});
after(async () => {
  await server?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

const sizes = { a4: [595.276, 841.89], letter: [612, 792] };
const words = {
  en: { contents: 'Contents', sources: 'Where this comes from', danger: /Call 911 now/ },
  es: { contents: 'Contenido', sources: 'De dónde viene esto', danger: /Llama ahora al 911/ },
};

function tool(name, args) {
  const done = spawnSync(name, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, `${name} ${args.join(' ')}: ${done.stderr}`);
  assert.equal(done.stderr, '', `${name} finds nothing to complain of`);
  return done.stdout;
}

async function pdf(query, language = 'en') {
  const answer = await fetch(`${server.origin}/handbook.pdf?${query}`, { headers: { 'Accept-Language': language } });
  const path = join(folder, `${query.replace(/\W+/g, '-')}-${language}.pdf`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  writeFileSync(path, bytes);
  return { answer, bytes, path };
}

const one = (text) => text.replace(/\s+/g, ' ').trim();
const pagesOf = (path) => tool('pdftotext', ['-raw', path, '-']).split('\f').slice(0, -1);

function info(path) {
  return Object.fromEntries(tool('pdfinfo', [path]).split('\n').filter((line) => line.includes(':'))
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
}

// The titles that /learn lists, as a reader's browser shows them.
async function titles(language) {
  const page = await (await fetch(`${server.origin}/learn`, { headers: { 'Accept-Language': language } })).text();
  const found = [...page.matchAll(/<li><a href="(\/learn\/[a-z0-9-]+|\/medication)"><b>([^<]+)<\/b>/g)];
  assert.ok(found.length > 20, 'the list of articles');
  return found.map(([, , title]) => title.replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, '&'));
}

// Where the ink is: the share of dark pixels, and the narrowest empty margin in points.
function inkOf(file, dpi) {
  const bytes = readFileSync(file);
  const header = bytes.subarray(0, 40).toString('latin1').match(/^P5\n(\d+) (\d+)\n255\n/);
  const [width, height] = [Number(header[1]), Number(header[2])];
  const pixels = bytes.subarray(header[0].length);
  let dark = 0, left = width, right = 0, top = height, low = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (pixels[y * width + x] > 200) continue;
      dark += 1;
      left = Math.min(left, x); right = Math.max(right, x);
      top = Math.min(top, y); low = Math.max(low, y);
    }
  }
  const margin = Math.min(left, top, width - 1 - right, height - 1 - low) * 72 / dpi;
  return { share: dark / (width * height), margin };
}

for (const language of ['en', 'es']) {
  for (const size of ['a4', 'letter']) {
    test(`${language}, ${size}: the whole book`, async () => {
      const { answer, bytes, path } = await pdf(`size=${size}`, language);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'application/pdf');
      assert.equal(answer.headers.get('content-disposition'), 'inline; filename="handbook.pdf"');
      assert.equal(answer.headers.get('content-language'), language);
      assert.ok(bytes.length < 1_500_000, `${bytes.length} bytes`);
      assert.ok(bytes.equals((await pdf(`size=${size}`, language)).bytes), 'the same bytes again');

      const about = info(path);
      const [width, height] = about['Page size'].match(/[\d.]+/g).map(Number);
      assert.ok(Math.abs(width - sizes[size][0]) < 0.1 && Math.abs(height - sizes[size][1]) < 0.1, about['Page size']);
      assert.equal(about.Title, 'Waymark');
      assert.equal(about.Author, undefined);
      assert.equal(about.CreationDate, undefined);

      const pages = pagesOf(path);
      assert.equal(pages.length, Number(about.Pages));
      assert.match(one(pages[0]), words[language].danger);
      pages.forEach((page, at) => {
        assert.doesNotMatch(page, /\(null\)|undefined|\b000\b(?! \w)|\{\w+\}|drawing:/, `page ${at + 1}`);
        if (at > 0) assert.match(page, new RegExp(`^Waymark[^\\n]*\\n${at + 1}\\n`), `the number of page ${at + 1}`);
      });
    });

    test(`${language}, ${size}: each line of the contents names the right page`, async () => {
      const { path } = await pdf(`size=${size}`, language);
      const pages = pagesOf(path);
      assert.ok(pages[1].includes(`\n${words[language].contents}\n`));
      const contents = one(pages.slice(1, 5).join(' '));
      const starts = [];
      for (const title of await titles(language)) {
        const line = new RegExp(`${one(title).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} (\\d+)`);
        const found = contents.match(line);
        assert.ok(found, `“${title}” stands in the contents`);
        const page = Number(found[1]);
        assert.ok(one(pages[page - 1] ?? '').includes(one(title)), `“${title}” begins on page ${page}`);
        starts.push(page);
      }
      assert.deepEqual(starts, [...starts].sort((a, b) => a - b), 'in the order of the book');
      const all = pages.join('\n').split(words[language].sources).length - 1;
      assert.equal(all, starts.length, 'every article names its sources');
    });
  }

  test(`${language}: no page is blank, and no ink comes near the edge`, async () => {
    const { path } = await pdf('size=letter', language);
    const count = Number(info(path).Pages);
    tool('pdftoppm', ['-r', '24', '-gray', path, join(folder, `ink-${language}`)]);
    const digits = String(count).length;
    for (let page = 1; page <= count; page += 1) {
      const ink = inkOf(join(folder, `ink-${language}-${String(page).padStart(digits, '0')}.pgm`), 24);
      assert.ok(ink.share > 0.002, `page ${page} of ${count} is nearly blank: ${ink.share}`);
      assert.ok(ink.margin >= 30, `page ${page} has ink ${ink.margin} points from the edge`);
    }
  });
}

test('one article is a few sheets, without cover and contents', async () => {
  for (const slug of ['tolerance', 'what-it-is', 'side-by-side']) {
    const { path } = await pdf(`size=a4&articles=${slug}`);
    const pages = pagesOf(path);
    assert.ok(pages.length <= 4, `${slug}: ${pages.length} pages`);
    assert.ok(pages.join('').includes(words.en.sources));
    assert.ok(!pages.join('').includes(words.en.contents));
  }
});

test('a few articles, chosen in either way, stand in the order of the book', async () => {
  const commas = await pdf('size=a4&articles=words,tolerance,%20what-it-is');
  const fields = await pdf('size=a4&articles=tolerance&articles=what-it-is&articles=words&articles=words');
  assert.ok(commas.bytes.equals(fields.bytes));
  const text = one(pagesOf(commas.path).join(' '));
  const at = ['What is opioid use disorder?', 'What is tolerance, and why', 'Which words help?'].map((title) => text.indexOf(title));
  assert.ok(at.every((place) => place >= 0));
  assert.deepEqual(at, [...at].sort((a, b) => a - b));
});

test('what is not there is said as on every page', async () => {
  const missing = await fetch(`${server.origin}/handbook.pdf?articles=no-such`);
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /There is no such page/);
  assert.equal((await fetch(`${server.origin}/handbook.pdf?size=a5`)).status, 400);
});

test('a link in the text leads to its page in the book', async () => {
  const { path } = await pdf('size=letter');
  const pages = pagesOf(path);
  const named = pages.flatMap((page) => [...page.matchAll(/\(page (\d+)\)/g)]).map(([, number]) => Number(number));
  assert.ok(named.length > 5);
  for (const number of named) assert.ok(number >= 4 && number <= pages.length, `page ${number}`);
});

test('the code on the cover opens the site', async () => {
  const { path } = await pdf('size=a4');
  const cover = join(folder, 'cover');
  tool('pdftoppm', ['-r', '150', '-png', '-f', '1', '-l', '1', '-singlefile', path, cover]);
  const read = spawnSync('zbarimg', ['--raw', '-q', `${cover}.png`], { encoding: 'utf8' });
  assert.equal(read.status, 0, 'zbarimg reads the code (Debian: zbar-tools)');
  assert.equal(read.stdout.trim(), `${server.origin}/`);
});
