// A running Waymark with places of help of every sort, for the tests of this folder.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const program = process.env.WAYMARK;
if (!program) throw new Error('Set WAYMARK to the program to be tested.');

const here = dirname(fileURLToPath(import.meta.url));
export const project = resolve(here, '../..');
export const shared = resolve(project, '../shared/data/treatment');
export const schemas = join(shared, 'hsds-3.1/schema');
export const noSchemas = !existsSync(schemas) &&
  'the schemas of HSDS 3.1 are not beside this checkout (../shared/data/treatment/hsds-3.1)';

export function waymark(args, input) {
  const done = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`waymark ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

const columns = ['id', 'name', 'organization', 'kind', 'street', 'city', 'state', 'postcode', 'country',
  'latitude', 'longitude', 'phone', 'hotline', 'text', 'website', 'email', 'hours', 'zone', 'languages',
  'areas_served', 'medication', 'payment', 'serves', 'supplies', 'access', 'confidential', 'eligibility',
  'how_to_apply', 'fees', 'wait', 'alert', 'verified_on', 'verified_by', 'verified_how', 'notes', 'where'];

export const secretStreet = '77 Quiet Mill Lane';

const plain = Array.from({ length: 61 }, (_, i) => ({
  id: `plain-${i}`, name: `Door ${i}`, organization: `Harbour House ${i % 7}`, kind: 'recovery-housing',
  street: `${i + 1} Example Street`, city: 'Troy', state: 'NY', postcode: '12180', country: 'US',
  latitude: 42.7284 + i / 5000, longitude: -73.6918, payment: i % 2 ? 'medicaid' : 'cash',
}));

// Everything that a column can hold, and what cannot be put out as it stands.
export const places = [
  { id: 'all', name: 'Corner Clinic', organization: 'Corner Clinic', kind: 'treatment', street: '1 Test Road',
    city: 'Troy', state: 'NY', postcode: '12180', country: 'US', latitude: 42.73, longitude: -73.69,
    phone: '+1 518 555 0101', hotline: '+1 518 555 0102', text: '+1 518 555 0103',
    website: 'https://example.org/a?b=c&d=%20e#f', email: 'desk@example.org', hours: 'Mo-Fr 09:00-17:00; Sa 10:00-12:00',
    zone: 'America/New_York', languages: 'en, es', areas_served: 'US-NY US-VT',
    medication: 'methadone buprenorphine', payment: 'medicaid sliding-scale', serves: 'pregnant veterans',
    access: 'wheelchair sign-language', eligibility: 'Adults.', how_to_apply: 'Call first.', fees: 'None.',
    wait: 'Two days.', alert: 'Lift under repair.', verified_on: '2026-11-01', verified_by: 'editor',
    verified_how: 'called', notes: 'Side door.' },
  { id: 'refuge', name: 'Night Refuge', kind: 'recovery-housing', street: secretStreet, city: 'Troy', state: 'NY',
    postcode: '12181', country: 'US', latitude: 42.7111, longitude: -73.7222, phone: '+1 518 555 0104',
    confidential: 'shelter', notes: `The house at ${secretStreet} has a garden.` },
  { id: 'by-mail', name: 'Naloxone by Mail', kind: 'naloxone', areas_served: 'US', supplies: 'by-mail free',
    website: 'https://example.org/mail' },
  { id: 'bad-contact', name: 'Garden Café “Ñandú”', kind: 'harm-reduction', city: 'Toronto', state: 'ON',
    country: 'CA', postcode: 'M5V 2T6', website: 'not a link', email: 'nobody', hours: 'ask at the bar' },
  { id: 'narconon', name: 'Narconon Example', kind: 'treatment', city: 'Albany', state: 'NY', country: 'US' },
  { id: 'soon-gone', name: 'Soon Gone', kind: 'peer-centre', city: 'Albany', state: 'NY', country: 'US' },
  ...plain,
];

const cell = (text) => `"${String(text ?? '').replaceAll('"', '""')}"`;
const csv = (rows) => [columns, ...rows.map((row) => columns.map((name) => row[name]))]
  .map((row) => row.map(cell).join(',')).join('\n') + '\n';

// One place goes after it was listed, so that there is something to be told of.
function fill(data) {
  const load = (rows) => waymark(['import', '--data', data, '--format', 'places-csv', '--source', 'county', '-'],
    csv(rows));
  load(places);
  load(places.filter((place) => place.id !== 'soon-gone'));
  const listing = join(shared, 'us/findtreatment_listing_2019.json');
  if (existsSync(listing))
    waymark(['import', '--data', data, '--format', 'findtreatment', '--source', 'samhsa', listing]);
}

// A child that says where it listens: the first match of `pattern` in what it prints.
export function said(child, pattern) {
  return new Promise((found, fail) => {
    let text = '';
    const read = (bytes) => {
      text += bytes;
      const match = text.match(pattern);
      if (match) found(match[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => fail(new Error(`ended with ${code}: ${text}`)));
  });
}

export async function ended(child) {
  const end = new Promise((done) => child.on('exit', done));
  child.kill('SIGTERM');
  return end;
}

export async function start() {
  const data = mkdtempSync(join(tmpdir(), 'waymark-hsds-'));
  fill(data);
  const child = spawn(program, ['serve', '--data', data, '--listen', 'localhost:0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const origin = await said(child, /http:\/\/localhost:\d+/);
  return {
    origin,
    root: `${origin}/hsds`,
    async stop() {
      const code = await ended(child);
      rmSync(data, { recursive: true });
      return code;
    },
  };
}

