// A running Waymark with the lists that a test brings.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = process.env.WAYMARK;
if (!program) throw new Error('Set WAYMARK to the program to be tested.');

const here = dirname(fileURLToPath(import.meta.url));
export const shared = resolve(here, '../../../shared/data/meetings');

export function waymark(args, input) {
  const done = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`waymark ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

// `fill` imports into a new data folder.
export async function start(fill) {
  const data = mkdtempSync(join(tmpdir(), 'waymark-feeds-'));
  fill(data);
  const child = spawn(program, ['serve', '--data', data, '--listen', 'localhost:0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const origin = await new Promise((found, fail) => {
    let said = '';
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const url = said.match(/http:\/\/localhost:\d+/);
      if (url) found(url[0]);
    });
    child.stderr.on('data', (bytes) => { said += bytes; });
    child.on('exit', (code) => fail(new Error(`serve ended with ${code}: ${said}`)));
  });
  return {
    origin,
    async stop() {
      const ended = new Promise((done) => child.on('exit', done));
      child.kill('SIGTERM');
      const code = await ended;
      rmSync(data, { recursive: true });
      return code;
    },
  };
}
