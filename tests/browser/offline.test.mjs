// Pages kept on the phone: only when asked, only what may be, and they open
// after the connection, or the whole server, is gone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, watchForStrangers } from './browser.mjs';
import { start } from './server.mjs';

const article = '/learn/after-a-break';
const button = 'Keep this page on this phone';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function visitor(at = server) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-US' });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  const strangers = watchForStrangers(page, at.origin);
  return {
    context, page, faults, strangers,
    go: (path) => page.goto(at.origin + path),
    async keep(path) {
      await page.goto(at.origin + path);
      await page.getByRole('button', { name: button }).click();
      await page.getByText('This phone keeps this page.').waitFor();
      assert.equal(await page.getByRole('button', { name: button }).isVisible(), false);
    },
    // What the browser holds: paths in all caches, and how many workers.
    held: () => page.evaluate(async () => {
      const paths = [];
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname + new URL(url).search);
      }
      return { caches: await caches.keys(), pages: paths.filter((path) => !path.startsWith('/assets/')).sort(),
        assets: paths.filter((path) => path.startsWith('/assets/')), workers: (await navigator.serviceWorker.getRegistrations()).length };
    }),
  };
}

async function aMeeting() {
  const html = await (await fetch(`${server.origin}/find?near=19107`)).text();
  return html.match(/\/meetings\/\d+/)[0];
}

test('nothing is kept before somebody asks', async () => {
  const { context, go, held, faults, strangers } = await visitor();
  for (const path of ['/', '/now', '/now/card', article, await aMeeting(), '/helplines', '/find?near=19107', '/offline']) {
    await go(path);
    assert.deepEqual(await held(), { caches: [], pages: [], assets: [], workers: 0 }, path);
  }
  assert.deepEqual([...faults, ...strangers], []);
  await context.close();
});

test('the pages that may be kept offer it, all others do not, and none without JavaScript', async () => {
  const { context, page, go } = await visitor();
  const places = await (await fetch(`${server.origin}/treatment?near=19107`)).text();
  const offers = async (path) => {
    await go(path);
    return page.getByRole('button', { name: button }).isVisible();
  };
  for (const path of ['/now', '/now/card', '/helplines', '/naloxone', '/medication', '/family', article, await aMeeting(),
    places.match(/\/places\/\d+/)[0]]) {
    assert.ok(await offers(path), path);
    assert.equal(await page.getByRole('button', { name: 'Remove it from this phone' }).isVisible(), false, path);
  }
  for (const path of ['/', '/find?near=19107', '/now?country=GB', '/shortlist', '/number', '/learn', '/meetings/999999']) {
    assert.ok(!(await offers(path)), path);
  }
  await context.close();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${server.origin}/now`);
  assert.equal(await still.getByRole('button', { name: button }).count(), 0);
  await plain.close();
});

for (const gone of ['the connection', 'the server']) {
  test(`what was kept opens after ${gone} is gone`, async () => {
    const own = await start();
    const { context, page, go, keep, held, faults, strangers } = await visitor(own);
    const meeting = await aMeeting();
    await keep(article);
    await keep(meeting);
    assert.deepEqual((await held()).pages, ['/now', '/now/card', '/offline', article, meeting].sort());
    if (gone === 'the connection') await context.setOffline(true);
    else await own.stop();

    await go('/now');
    assert.match(await page.locator('main').innerText(), /Someone will not wake up[^]*every five seconds/i);
    assert.ok(await page.locator('main a[href="tel:911"]').count() > 0);
    await page.getByText('The connection is gone, or slow.').waitFor();
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('.leave')).position), 'static', 'styled');
    for (const path of [article, meeting, '/now/card']) {
      await go(path);
      await page.reload();
      assert.ok(!(await page.title()).includes('localhost'), path);
      await page.getByText('The connection is gone, or slow.').waitFor();
    }

    await go('/find?near=19107');
    await page.getByText('There is no connection now').waitFor();
    assert.ok(await page.locator('main a[href="tel:911"]').isVisible());
    const rows = page.locator('ul.rows li');
    await rows.nth(3).waitFor();
    assert.equal(await rows.count(), 4);
    await page.getByRole('link', { name: 'Someone will not wake up' }).click();
    await page.waitForURL(/\/now#wake$/);
    await go('/about');
    await page.locator(`ul.rows a[href="${article}"]`).click();
    await page.waitForURL(new RegExp(`${article}$`));
    assert.ok(await page.locator('h1').isVisible());
    assert.deepEqual([...faults, ...strangers], []);
    await context.close();
    if (gone === 'the connection') await own.stop();
  });
}

test('a server that does not answer is not waited for', async () => {
  const own = await start();
  const { context, page, go, keep } = await visitor(own);
  await keep('/now');
  process.kill(own.pid, 'SIGSTOP');
  const asked = Date.now();
  await go('/now');
  assert.ok(Date.now() - asked < 10_000);
  await page.getByText('The connection is gone, or slow.').waitFor();
  process.kill(own.pid, 'SIGCONT');
  await go('/now');
  await page.getByText('This phone keeps this page.').waitFor();
  assert.equal(await page.getByText('The connection is gone, or slow.').isVisible(), false);
  await context.close();
  await own.stop();
});

test('a page with a query, a search or a form is never kept', async () => {
  const { context, page, go, keep, held } = await visitor();
  await keep('/now');
  const before = await held();
  for (const path of ['/now?country=GB', '/find?near=19107', '/helplines?need=alone', '/shortlist', '/treatment?near=19107', '/number']) await go(path);
  await page.fill('main input[name]:not([type=hidden])', '988');
  await page.locator('main form button').first().click();
  await page.waitForLoadState();
  assert.deepEqual(await held(), before);
  // Nor when a script asks the worker for it.
  const said = await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const answers = [];
    for (const path of ['/now?country=GB', '/shortlist', '/find', '/exit', '/me', '//example.org/now']) {
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise((done) => { port1.onmessage = ({ data }) => done(data); });
      active.postMessage(path, [port2]);
      answers.push(await answer);
    }
    return answers;
  });
  assert.deepEqual(said, Array(6).fill('failed'));
  assert.deepEqual(await held(), before);
  await context.close();
});

test('Remove all leaves nothing behind', async () => {
  const { context, page, go, keep, held, faults } = await visitor();
  await keep('/now');
  await keep(article);
  await page.getByRole('button', { name: 'Remove it from this phone' }).click();
  await page.getByRole('button', { name: button }).waitFor();
  assert.ok(!(await held()).pages.includes(article));
  await page.getByRole('button', { name: button }).click();
  await page.getByText('This phone keeps this page.').waitFor();

  await go('/offline');
  await page.locator('ul.rows li').nth(2).waitFor();
  await page.getByRole('button', { name: /^Remove: / }).first().click();
  await page.locator('ul.rows li').nth(2).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Remove all' }).click();
  await page.getByText('This phone keeps no page of this site.').waitFor();
  assert.deepEqual(await held(), { caches: [], pages: [], assets: [], workers: 0 });
  await context.setOffline(true);
  await assert.rejects(go('/now'));
  assert.deepEqual(faults, []);
  await context.close();
});

test('Leave works without a connection and removes what is kept', async () => {
  const elsewhere = await start();  // Stands for the plain page that a host chooses.
  const own = await start({ options: ['--exit-url', `${elsewhere.origin}/robots.txt`] });
  const { context, page, go, keep, held } = await visitor(own);
  await keep('/now');
  await own.stop();
  await go('/now');
  await page.locator('#leave').click();
  await page.waitForURL(`${elsewhere.origin}/robots.txt`);
  const again = await start({ port: new URL(own.origin).port });
  await go('/about');
  assert.deepEqual(await held(), { caches: [], pages: [], assets: [], workers: 0 });
  await again.stop();
  await elsewhere.stop();
  await context.close();
});

test('new files of the site bring every kept page anew', async () => {
  const own = await start();
  const { context, page, go, keep } = await visitor(own);
  await keep(article);
  const spoil = () => page.evaluate(async (path) => {
    const cache = await caches.open('kept');
    const old = await (await cache.match(path)).text();
    await cache.put('/assets/old.000000000000.css', new Response(''));
    await cache.put(path, new Response(old.replace(/<h1>.*<\/h1>/, '<h1>Old</h1>'), { headers: { 'Content-Type': 'text/html' } }));
  }, article);
  await spoil();
  await own.stop();
  // Another exit makes another worker, as other files would.
  const newer = await start({ port: new URL(own.origin).port, options: ['--exit-url', 'https://example.org/'] });
  await go('/about');
  await page.waitForFunction(async (path) => {
    const cache = await caches.open('kept');
    return !(await (await cache.match(path)).text()).includes('<h1>Old</h1>') && !(await cache.match('/assets/old.000000000000.css'));
  }, article);
  await newer.stop();
  await context.close();
});

test('kept in Spanish, it stays in Spanish', async () => {
  const { context, page, go } = await visitor();
  await go('/language?to=es&back=/now');
  await page.getByRole('button', { name: 'Guardar esta página en este teléfono' }).click();
  await page.getByText('Este teléfono guarda esta página.').waitFor();
  await context.setOffline(true);
  await go('/find');
  await page.getByText('Ahora no hay conexión').waitFor();
  await go('/now');
  assert.equal(await page.locator('html').getAttribute('lang'), 'es');
  await page.getByText('No hay conexión, o es lenta.').waitFor();
  await context.close();
});

test('a browser may install it, under a plain name', async () => {
  const { context, page, go } = await visitor();
  await go('/');
  const devtools = await context.newCDPSession(page);
  const { errors, data, url } = await devtools.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.ok(url.endsWith('/app.webmanifest'));
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A window of Playwright is a private one, and only that keeps it from installing.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
  const manifest = JSON.parse(data);
  assert.equal(manifest.name, 'Waymark');
  assert.doesNotMatch(data, /heroin|opioid|overdose|drug|addict|recover/i);
  for (const { src, type } of manifest.icons) {
    const icon = await fetch(server.origin + src);
    assert.equal(icon.status, 200);
    assert.equal(icon.headers.get('content-type'), type);
  }
  const worker = await fetch(`${server.origin}/sw.js`);
  assert.equal(worker.headers.get('cache-control'), 'no-cache');
  assert.match(worker.headers.get('content-type'), /^text\/javascript/);
  await context.close();
});
