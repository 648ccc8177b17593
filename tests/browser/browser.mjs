// Debian's Chromium, told to ask nothing of the outside by itself.
import { chromium } from 'playwright-core';

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// Slow 3G as Chrome's own preset has it: 400 kbit/s, 2 s to the first byte is
// Lighthouse's; the older preset's 400 ms each way is used here.
export async function slow3g(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions',
    { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
}

// Every request of a page that leaves `origin`.
export function watchForStrangers(page, origin) {
  const strangers = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) {
      strangers.push(url);
    }
  });
  return strangers;
}
