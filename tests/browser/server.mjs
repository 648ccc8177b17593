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

// Places of help around the same middle, and one whose address is private.
export const placesFeed = `id,name,kind,organization,street,city,state,country,latitude,longitude,phone,intake,hours,languages,medication,setting,payment,serves,quality,telehealth,supplies,confidential
clinic,Hill Clinic,treatment,Waymark sample (fictional),1 Hill Street,Philadelphia,PA,US,39.9526,-75.1652,215-555-0101,215-555-0111,Mo-Su 00:00-24:00,"en,es",buprenorphine naltrexone,outpatient,medicaid sliding-scale,pregnant women,accredited naloxone keeps-medication,counselling,,
programme,River Programme,treatment,Waymark sample (fictional),2 River Street,Philadelphia,PA,US,39.9600,-75.1700,215-555-0102,,Mo-Fr 05:30-13:00,en,methadone buprenorphine,opioid-treatment-program outpatient,medicaid cash,pregnant,keeps-medication,,,
house,Lake House,treatment,Waymark sample (fictional),3 Lake Street,Philadelphia,PA,US,39.9700,-75.1800,215-555-0103,,,en,,residential,private,men,,,,
video,Far Care,treatment,Waymark sample (fictional),4 Main Street,Pittsburgh,PA,US,40.4406,-79.9959,215-555-0104,,,en,buprenorphine,outpatient,medicaid,,,medication,,
shelter,Elm Shelter,treatment,Waymark sample (fictional),12 Elm Street,Philadelphia,PA,US,39.9710,-75.1810,215-555-0105,,,en,buprenorphine,residential,free,women,,,,shelter
box,Corner Box,naloxone,Waymark sample (fictional),5 Market Street,Philadelphia,PA,US,39.9500,-75.1600,,,Mo-Su 00:00-24:00,en,,,,,,,free no-id nasal,
exchange,Open Door,harm-reduction,Waymark sample (fictional),6 Market Street,Philadelphia,PA,US,39.9510,-75.1610,215-555-0106,,Mo-Fr 10:00-18:00,en,,,,,naloxone,,free syringes walk-in,
`;

// `places`: a list of places of help (docs/import.md, places-csv).
export async function start({ fellowship = 'na', options = [], places = '', port = 0 } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'waymark-browser-'));
  waymark(['import', '--data', data, '--format', 'meeting-guide', '--source', 'town',
    '--fellowship', fellowship, '-'], JSON.stringify(feed()));
  waymark(['import', '--data', data, '--format', 'places-csv', '--source', 'places', '-'], placesFeed);
  if (places) waymark(['import', '--data', data, '--format', 'places-csv', '--source', 'help', '-'], places);
  const child = spawn(binary, ['serve', '--data', data, '--listen', `localhost:${port}`, ...options],
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
    pid: child.pid,
    data,
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
