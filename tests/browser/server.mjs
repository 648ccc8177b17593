// A running Waymark with a small known directory, for the tests of this folder.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = process.env.WAYMARK;
if (!binary) throw new Error('Set WAYMARK to the program to be tested.');

export function waymark(args, input) {
  const done = spawnSync(binary, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`waymark ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

// Three meetings around the middle of Philadelphia, every day of the week, so
// that there is one tonight whenever the test runs; and one online.
function feed() {
  const everyDay = [0, 1, 2, 3, 4, 5, 6];
  const here = { latitude: 39.9526, longitude: -75.1652, timezone: 'America/New_York' };
  const place = {
    formatted_address: '1 Fictional Street, Philadelphia, PA 19107, USA',
    location: 'Community Hall',
  };
  const at = (slug, name, time, types, more = {}) =>
    ({ slug, name, day: everyDay, time, types, entity: 'Waymark sample (fictional)', ...here, ...place, ...more });
  return [
    at('early', 'First Light', '06:30', ['O', 'X']),
    at('noon', 'Noon Hour', '12:00', ['O']),
    at('evening', 'Keep It Simple', '19:30', ['C', 'X']),
    at('late', 'Late Lamp', '23:45', ['O', 'W']),
    at('night', 'Small Hours', '03:00', ['O']),
    { slug: 'wire', name: 'On the Wire', day: everyDay, time: '20:00', types: ['O', 'ONL'],
      timezone: 'America/New_York', conference_url: 'https://zoom.us/j/000000000', entity: 'Waymark sample (fictional)' },
  ];
}

export async function start({ fellowship = 'na', options = [] } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'waymark-browser-'));
  waymark(['import', '--data', data, '--format', 'meeting-guide', '--source', 'town',
    '--fellowship', fellowship, '-'], JSON.stringify(feed()));
  const child = spawn(binary, ['serve', '--data', data, '--listen', 'localhost:0', ...options],
    { stdio: ['ignore', 'pipe', 'pipe'] });
  const log = [];
  child.stderr.on('data', (bytes) => log.push(bytes.toString()));
  const origin = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const url = said.match(/http:\/\/localhost:\d+/);
      if (url) resolve(url[0]);
    });
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${log.join('')}`)));
  });
  return {
    origin,
    log: () => log.join(''),
    async stop() {
      const ended = new Promise((resolve) => child.on('exit', resolve));
      child.kill('SIGTERM');
      const code = await ended;
      rmSync(data, { recursive: true });
      return code;
    },
  };
}
