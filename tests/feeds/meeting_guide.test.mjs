// The Meeting Guide feed as its readers take it: every type is one of the
// specification's, and tsml-ui would list every row without a warning (its rules for
// a row, written anew from what it documents; the program itself is not on npm).
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { getTypesForLanguage } from '@code4recovery/spec';
import { shared, start, waymark } from './server.mjs';

const noLists = !existsSync(shared) && 'the folder of real feeds is not beside this checkout (../shared/data/meetings)';
const knownTypes = getTypesForLanguage('en');

// The last parts of hosts that open a video or voice meeting.
const providers = ['bluejeans.com', 'discord.gg', 'freeconference.com', 'freeconferencecall.com', 'goto.com',
  'gotomeet.me', 'gotomeeting.com', 'horizon.meta.com', 'maps.secondlife.com', 'meet.google.com', 'meet.jit.si',
  'meetings.dialpad.com', 'signal.group', 'skype.com', 'slurl.com', 'teams.live.com', 'teams.microsoft.com',
  'vrchat.com', 'webex.com', 'zoho.com', 'zoom.us'];

// Made-up rows that are not marked as such, so that the feed holds them: the sample list
// under another entity.
function sample() {
  const rows = JSON.parse(waymark(['sample', '--count', '400', '--seed', '5']));
  for (const row of rows) row.entity = 'A town';
  return JSON.stringify(rows);
}

const everything = [0, 1, 2, 3, 4, 5, 6];
const odd = [
  { slug: 'every-day', name: 'Every Day', day: everything, time: '23:30', end_time: '00:30', types: ['O'],
    timezone: 'America/New_York', formatted_address: '1 Example Street, Troy, NY 12180, USA' },
  { slug: 'by-appointment', name: 'By Appointment', types: ['C'], formatted_address: '2 Example Street, Troy, NY, USA' },
  { slug: 'nowhere', name: 'On the Wire', day: 1, time: '20:00', timezone: 'UTC', conference_url: 'https://zoom.us/j/1' },
  { slug: 'own-room', name: 'Own Room', day: 2, time: '20:00', timezone: 'UTC', conference_url: 'https://rooms.example.org/1' },
  { slug: 'words', name: 'Words', day: 3, time: '20:00', timezone: 'UTC', conference_url: 'https://zoom.us/j/2',
    conference_phone: 'Ask the group', paypal: 'https://paypal.me/group', venmo: 'group', square: 'group' },
  { slug: 's'.repeat(64), name: 'Long Slug', day: [1, 2], time: '20:00', timezone: 'Europe/London',
    formatted_address: '3 Example Street, London, UK' },
];

function fillWithSample(data) {
  const load = (source, feed) => waymark(['import', '--data', data, '--format', 'meeting-guide', '--source', source,
    '--fellowship', 'na', '-'], feed);
  load('town', sample());
  load('odd', JSON.stringify(odd));
}

function fillWithLists(data) {
  const load = (format, source, fellowship, ...files) =>
    waymark(['import', '--data', data, '--format', format, '--source', source, '--fellowship', fellowship, ...files]);
  const bmlt = join(shared, 'bmlt');
  load('bmlt', 'nyc', 'na', join(bmlt, 'nyc-all.json'), join(bmlt, 'golden-2.16.6/service-bodies.json'),
    join(bmlt, 'golden-2.16.6/formats-all.json'));
  for (const file of readdirSync(join(shared, 'tsml'))) {
    const [fellowship] = file.match(/^(aa|al-anon)(?=-)/) ?? [];
    if (fellowship) load('meeting-guide', file.replace('.json', ''), fellowship, join(shared, 'tsml', file));
  }
}

function address(row) {
  return row.formatted_address || [row.address, row.city, [row.state, row.postal_code].join(' ').trim(), row.country]
    .filter(Boolean).join(', ');
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

// What tsml-ui would say of the row; what is only unusual (a meeting of three hours) is not among it.
function complaints(row) {
  const said = [];
  const unless = (fine, complaint) => fine || said.push(complaint);
  unless(/^[A-Za-z0-9._~-]{1,64}$/.test(row.slug ?? ''), 'no plain slug');
  unless(typeof row.name === 'string' && row.name.length > 0 && row.name.length <= 255, 'no name');
  unless(address(row), 'no address information');
  unless(['yes', 'no'].includes(row.approximate), 'its point may be taken for a door');
  if (row.day !== undefined || row.time !== undefined) {
    unless(Number.isInteger(row.day) && row.day >= 0 && row.day <= 6, 'no day');
    unless(clock.test(row.time ?? ''), 'invalid start');
    unless(row.end_time === undefined || clock.test(row.end_time), 'invalid end');
    unless(row.timezone, 'no timezone');
  }
  if (row.timezone) assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: row.timezone }), row.slug);
  if (row.conference_url) {
    const { hostname } = new URL(row.conference_url);
    unless(providers.some((each) => hostname === each || hostname.endsWith(`.${each}`)), 'unknown conference_url');
  }
  if (row.conference_phone) unless(row.conference_phone.replace(/[^\d,+#]/g, '').length >= 10, 'invalid conference_phone');
  if (row.latitude !== undefined || row.longitude !== undefined) {
    unless(Math.abs(row.latitude) <= 90 && Math.abs(row.longitude) <= 180, 'no point');
  }
  if (row.updated) unless(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(row.updated), 'invalid updated');
  if (row.paypal) unless(/^[a-zA-Z0-9]{1,20}$/.test(row.paypal), 'invalid paypal');
  if (row.venmo) unless(row.venmo.startsWith('@'), 'invalid venmo');
  if (row.square) unless(row.square.startsWith('$'), 'invalid square');
  return said;
}

const onlineOnly = (row) => row.attendance_option === 'online' && !(row.types ?? []).includes('TC');

for (const [name, fill, skip] of [['a sample', fillWithSample, false], ['real lists', fillWithLists, noLists]]) {
  test(`the feed of ${name}`, { skip, timeout: 300_000 }, async (t) => {
    const server = await start(fill);
    t.after(() => server.stop());
    const answer = await fetch(`${server.origin}/feeds/meetings.json`, { headers: { origin: 'https://elsewhere.example' } });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('content-encoding'), 'gzip');
    assert.match(answer.headers.get('content-type'), /^application\/json/);
    const again = await fetch(`${server.origin}/feeds/meetings.json`,
      { headers: { 'if-none-match': answer.headers.get('etag') } });
    assert.equal(again.status, 304);
    const rows = await answer.json();
    assert.ok(rows.length > 300, `${rows.length} rows`);

    await t.test('has only types that the specification knows', () => {
      const unknown = new Set(rows.flatMap((row) => row.types ?? []).filter((type) => !(type in knownTypes)));
      assert.deepEqual([...unknown], []);
    });

    await t.test('has no row that tsml-ui would leave out or complain of', () => {
      const found = rows.map((row) => [row.slug, complaints(row)]).filter(([, said]) => said.length > 0);
      assert.deepEqual(found, []);
      assert.equal(new Set(rows.map((row) => row.slug)).size, rows.length, 'a slug is there twice');
    });

    await t.test('leads nobody to the door of a meeting that is held online only', () => {
      const wrong = rows.filter((row) => onlineOnly(row) && row.approximate !== 'yes').map((row) => row.slug);
      assert.deepEqual(wrong, []);
    });
  });
}
