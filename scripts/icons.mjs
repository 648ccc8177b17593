// Draws the icons of the installed app from the site's own mark, on its paper:
// node scripts/icons.mjs [FOLDER]. Run it again when the mark changes; its
// pictures are kept in the repository, so that a build needs no browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const assets = join(import.meta.dirname, '../src/web/assets');
const folder = process.argv[2] ?? assets;
const mark = readFileSync(join(assets, 'mark.svg'), 'utf8').replace('<svg', '<svg x="6" y="6" width="20" height="20"');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of [192, 512]) {
  await page.setViewportSize({ width: size, height: size });
  // A launcher may cut all but the circle in the middle: the mark stays within it.
  await page.setContent(`<body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"
    style="display:block"><rect width="32" height="32" fill="#fbf8f2"/>${mark}</svg>`);
  await page.screenshot({ path: join(folder, `icon-${size}.png`) });
}
await browser.close();
